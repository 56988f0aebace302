#pragma once

#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/runtime/settings.h"
#include "server/situation/situation.h"

#include <memory>
#include <string>
#include <vector>

namespace haneul::runtime {

// What opens the instance's key and the secrets of its channels; nullopt: they are not sealed. Code KEY_PASSPHRASE.
[[nodiscard]] Result<std::optional<std::string>> keyPassphrase(const Settings& settings);

// The tables that this instance makes from its event log.
[[nodiscard]] std::vector<std::unique_ptr<log::Projection>> projections();

// The event log of the data folder with all projections; the caller holds the folder's lock.
// Codes: those of EventLog; KEY_PASSPHRASE (the file with the passphrase cannot be read).
[[nodiscard]] Result<std::unique_ptr<log::EventLog>> openEventLog(const Settings& settings, const clock::Clock& clock,
                                                                  situation::NoticeBoard* notices);

// What a command on the event log has to say, and whether all is well.
struct LogReport {
    std::string text;
    bool good = true;
};

// Each locks the data folder; no other instance may work on it. Codes: those of InstanceLock and EventLog.
// Checks every signature and the chain without changing anything; names the first bad entry.
[[nodiscard]] Result<LogReport> verifyLog(const Settings& settings);
// Makes all projections again and says whether they are equal to what was there.
[[nodiscard]] Result<LogReport> rebuildProjections(const Settings& settings);
[[nodiscard]] Result<LogReport> exportLog(const Settings& settings, const std::filesystem::path& file);

} // namespace haneul::runtime
