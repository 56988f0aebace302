#pragma once

#include "server/runtime/settings.h"
#include "server/situation/situation.h"
#include "server/support/archive.h"

namespace haneul::support {

struct BundleContext {
    std::string version;
    std::string program; // "haneul", "haneul-server"
    UtcMs now{};
    runtime::Settings settings;
    situation::SituationPtr situation; // null: the core does not run
};

// What a person sends to those who help: versions, the machine, the configuration, feeds, notices, counts of the log,
// settings. Everything is put in by name, nothing is copied: no passwords, tokens or hashes, no names of people, hosts,
// drones or folders, no addresses, no positions, no text that others wrote. Works on the data folder as it is, also
// beside a running core; what cannot be read is said in the bundle.
[[nodiscard]] std::vector<ArchiveFile> bundleFiles(const BundleContext& context);

// The same as a .tar.gz. Reads files and the database: not for the thread of a window. Code: BUNDLE_UNWRITABLE.
[[nodiscard]] Result<void> writeBundle(const BundleContext& context, const std::filesystem::path& path);

} // namespace haneul::support
