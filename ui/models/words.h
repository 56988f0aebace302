#pragma once

#include "server/situation/situation.h"

#include <QString>

namespace haneul::models {

// Values as people read them, in the language of the moment. Unknown is a dash, never a zero.
[[nodiscard]] QString unknownText();                         // "—"
[[nodiscard]] QString utcTime(UtcMs time);                   // "04:05:06Z"
[[nodiscard]] QString ageText(milliseconds age);             // "0.4 s", "12 s", "3:05", "2:03:05"; negative as "0.0 s"
[[nodiscard]] QString latitudeText(double latitude_deg);     // "37.56650N"
[[nodiscard]] QString longitudeText(double longitude_deg);   // "126.97800E"
[[nodiscard]] QString heightText(const geo::Height& height); // "120 m AMSL"
[[nodiscard]] QString squawkText(std::uint16_t squawk);      // four octal digits

[[nodiscard]] QString sourceText(traffic::SourceKind kind);
[[nodiscard]] QString stateText(traffic::TrackState state);
[[nodiscard]] QString stateText(situation::FeedState state);
[[nodiscard]] QString severityText(situation::NoticeSeverity severity);
// What a notice code means; the code itself when it is a new one.
[[nodiscard]] QString noticeText(const std::string& code);
// The notice as a sentence in the language of the desk; causes that libraries give stay as they are. The plain English
// for a code that is new.
[[nodiscard]] QString noticeDetails(const situation::Notice& notice);

} // namespace haneul::models
