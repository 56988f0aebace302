#pragma once

#include "core/base/error.h"
#include "ui/profile/profile_charts.h"

#include <QString>

namespace haneul::profile {

// A recorded flight, ready to be drawn.
struct Recording {
    QString file; // its name
    std::vector<RecordedRuns> vehicles;
    bool hasUtc = false;      // times are UTC, and not counted from the start of the vehicle
    std::vector<Error> notes; // what is damaged or unknown, by its code
};

// A note in the language of the desk, with the reader's own words.
[[nodiscard]] QString noteText(const Error& note);

// Reads `.tlog` and `.ulg` by their ending. Blocks: for a thread of its own. Codes: FILE_UNREADABLE, TOO_LARGE,
// NOT_A_ULOG and the like, NO_POSITIONS, NOT_A_RECORDING (another ending).
[[nodiscard]] Result<Recording> readRecording(const QString& path);

} // namespace haneul::profile
