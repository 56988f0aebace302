#pragma once

#include "app/start_up.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace haneul::app {

// Asks the four questions of a new data folder, writes haneul.toml and settings.json there, and reads the options
// again. A demonstration goes into a data folder of its own, so that nothing of it mixes with real data; nothing is
// written into the asked one then, and it is asked again next time. The unexpected value is the exit code to leave
// with.
[[nodiscard]] std::expected<Options, int> askAtFirstStart(const Options& options, const QString& language,
                                                          const QStringList& arguments);

} // namespace haneul::app
