#pragma once

#include "app/options.h"
#include "server/runtime/server_core.h"

#include <expected>
#include <functional>
#include <memory>
#include <optional>

class QCoreApplication;
class QObject;

namespace haneul::app {

// What both programs do before they run: read the options, print help or errors, start the server core.
// The unexpected value is the exit code to leave with.
[[nodiscard]] std::expected<Options, int> optionsOrExit(const QStringList& arguments, Program program);
[[nodiscard]] std::expected<std::unique_ptr<runtime::ServerCore>, int> startOrExit(const Options& options,
                                                                                   Program program);

// "haneul-server user …" and "haneul-server token …": works on the data folder of an instance that does not run.
[[nodiscard]] int peopleCommandOrExit(const QStringList& arguments);

// Carries out --verify-log, --rebuild or --export-log; the exit code to leave with. nullopt: the program is to run.
// Exit codes: 0 good, 4 the log is bad or unusable, 1 (--rebuild) the tables were not what the log says.
[[nodiscard]] std::optional<int> logCommandExit(const Options& options, Program program);

// Carries out --support-bundle; as above.
[[nodiscard]] std::optional<int> supportCommandExit(const Options& options, Program program);

// Call first in main, before any thread starts: every thread inherits the mask, and the signals reach only
// quitOnSignals.
void blockEndingSignals();

// `act` on SIGTERM, SIGINT and SIGHUP, as long as `owner` lives; one owner at a time.
void onEndingSignals(QObject& owner, std::function<void()> act);

// SIGTERM, SIGINT and SIGHUP end the event loop, so that everything is stopped in order.
void quitOnSignals(QCoreApplication& application);

} // namespace haneul::app
