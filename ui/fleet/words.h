#pragma once

#include "core/base/error.h"
#include "server/fleet/assessor.h"
#include "server/fleet/records.h"

#include <QString>

#include <string_view>

// What the fleet's room says, in the language of the desk.
namespace haneul::fleet {

[[nodiscard]] QString questionText(Question question); // "Airframe"
[[nodiscard]] QString verdictText(Verdict verdict);    // "Ready", "Not judged", "Not ready"
[[nodiscard]] QString statusText(DroneStatus status);
[[nodiscard]] QString maintenanceKindText(MaintenanceKind kind);
[[nodiscard]] QString changeText(std::string_view what);   // "saved", "retired", "restored"
[[nodiscard]] QString memberText(std::string_view member); // "flown_h": "Flown (h)"; itself when it is a new one

// The value of a member as server/fleet/record_codec.h writes it, as people read it; not known is a dash.
[[nodiscard]] QString memberValueText(std::string_view member, const std::string& value);

[[nodiscard]] bool hasWords(std::string_view code); // of an item
[[nodiscard]] QString itemText(std::string_view code);
// The number with its unit: "20 min", "1.5 kg", "42 d"; empty where nothing is measured.
[[nodiscard]] QString valueText(const Item& item);
[[nodiscard]] QString limitText(const Item& item); // with the side on which it must be: "≤ 5 kg"
// What it means and what to do, when it is not ready or not judged; what ends soon when it is.
[[nodiscard]] QString reasonText(const Item& item);

// Why something was refused, with the record that it is about.
[[nodiscard]] QString refusalText(const Error& error);

} // namespace haneul::fleet
