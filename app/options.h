#pragma once

#include "core/base/error.h"
#include "server/runtime/settings.h"

#include <QStringList>

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace haneul::app {

// Exit codes of both programs; documented in --help and in the README.
enum class ExitCode {
    Ok = 0,
    Failed = 1,          // anything not named below
    Usage = 2,           // unknown option, bad value, bad configuration file
    DataFolderInUse = 3, // another instance works on it
    DataUnusable = 4,    // cannot be read or written, damaged, made by a newer version, wrong kind
    AddressInUse = 5,    // the HTTP address cannot be listened on
    ReplayUnreadable = 6,
};
[[nodiscard]] ExitCode exitCodeFor(const Error& error);

enum class Program { Console, Server };

// Something to do with the event log instead of running.
struct LogCommand {
    enum class What { Verify, Rebuild, Export };
    What what = What::Verify;
    std::filesystem::path file; // with Export
};

struct Options {
    runtime::Settings server;
    std::optional<LogCommand> logCommand;
    std::string language; // "ko", "en"; empty: the system's
    std::string theme;    // "dark", "light", "contrast"; empty: as it was left. Console only
    // Take pictures of every view of the demo into this folder and end. Console only.
    std::optional<std::filesystem::path> shotsFolder;
    // Nothing has been set up in the data folder yet and nothing on the command line says how: ask. Console only.
    bool firstRun = false;
    // Write a support bundle there instead of running.
    std::optional<std::filesystem::path> supportBundle;
};

// What --help and --version print instead of running.
struct Message {
    std::string text;
};

// Where things are found unless they are named; passed in so that tests need no environment.
struct Places {
    std::filesystem::path dataHome;       // e.g. ~/.local/share
    std::filesystem::path resources;      // folder with maps/
    std::filesystem::path credentials;    // systemd's folder of credentials; empty: none
    std::filesystem::path mapWorker = {}; // the program that converts GeoTIFF
    std::filesystem::path geoid = {};     // of the system; empty: none
};

[[nodiscard]] Places systemPlaces(const std::filesystem::path& executable);

// Reads the command line, then the file given by --config, or without one haneul.toml of the data folder, where there
// is one; the command line wins. Relative paths in the file are
// relative to the file. Error codes: USAGE (command line), CONFIG (file; `where` is file:line:column or the key).
[[nodiscard]] Result<std::variant<Options, Message>> readOptions(const QStringList& arguments, Program program,
                                                                 const Places& places);

// What is wrong with the address of a broker, in plain English; empty: nothing.
[[nodiscard]] std::string wrongWithBroker(const std::string& url);

} // namespace haneul::app
