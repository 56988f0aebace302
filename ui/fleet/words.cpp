#include "ui/fleet/words.h"

#include "ui/delivery/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace haneul::fleet {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::fleet::Words)
};

enum class Side { None, AtMost, Below, AtLeast };

struct ItemWords {
    std::string_view code;
    Side side;
    const char* title;
    const char* notReady;
    const char* notJudged;
};

#define HANEUL_FLEET_TEXT(text) QT_TRANSLATE_NOOP("haneul::fleet::Words", text)

constexpr ItemWords items[] = {
    {"AIRFRAME_STATUS", Side::None, HANEUL_FLEET_TEXT("State of the drone"),
     HANEUL_FLEET_TEXT("The drone is grounded or retired."), HANEUL_FLEET_TEXT("No drone is assigned.")},
    {"AIRFRAME_MODEL", Side::None, HANEUL_FLEET_TEXT("Type of the drone"), "",
     HANEUL_FLEET_TEXT("The limits of the type are not recorded.")},
    {"PAYLOAD_MASS", Side::AtMost, HANEUL_FLEET_TEXT("Mass of payloads and parcels"),
     HANEUL_FLEET_TEXT("Too heavy for the type. Take less or a stronger drone."),
     HANEUL_FLEET_TEXT("A mass or the limit of the type is not recorded.")},
    {"PAYLOAD_CAPABILITY", Side::None, HANEUL_FLEET_TEXT("Abilities of the payloads"),
     HANEUL_FLEET_TEXT("No payload can do all that the flight needs."), ""},
    {"PAYLOAD_FIT", Side::None, HANEUL_FLEET_TEXT("Payloads fit the type"),
     HANEUL_FLEET_TEXT("A payload is not made for this type."), HANEUL_FLEET_TEXT("No drone is assigned.")},
    {"PAYLOAD_RETIRED", Side::None, HANEUL_FLEET_TEXT("Payload in use"), HANEUL_FLEET_TEXT("A payload is retired."),
     ""},
    {"AIRFRAME_SPEED", Side::AtMost, HANEUL_FLEET_TEXT("Speed"), HANEUL_FLEET_TEXT("Faster than the type may fly."),
     HANEUL_FLEET_TEXT("The speed limit of the type is not recorded.")},
    {"AIRFRAME_CLIMB", Side::AtMost, HANEUL_FLEET_TEXT("Climb"), HANEUL_FLEET_TEXT("Steeper than the type may climb."),
     HANEUL_FLEET_TEXT("The climb limit of the type is not recorded.")},
    {"AIRFRAME_DESCENT", Side::AtMost, HANEUL_FLEET_TEXT("Descent"),
     HANEUL_FLEET_TEXT("Steeper than the type may descend."),
     HANEUL_FLEET_TEXT("The descent limit of the type is not recorded.")},
    {"AIRFRAME_ENDURANCE", Side::AtMost, HANEUL_FLEET_TEXT("Time in the air"),
     HANEUL_FLEET_TEXT("Longer than a full battery lasts."),
     HANEUL_FLEET_TEXT("The endurance of the type is not recorded.")},
    {"BATTERY_PLACE", Side::None, HANEUL_FLEET_TEXT("Battery belongs to the drone"),
     HANEUL_FLEET_TEXT("The battery belongs to another drone."), HANEUL_FLEET_TEXT("No battery is assigned.")},
    {"BATTERY_CHARGE", Side::AtLeast, HANEUL_FLEET_TEXT("Charge above the reserve"),
     HANEUL_FLEET_TEXT("Not enough for the flight and the reserve. Charge it or take another."),
     HANEUL_FLEET_TEXT("No recent reading of the charge, or capacity or endurance not recorded. Read the charge.")},
    {"BATTERY_CYCLES", Side::AtLeast, HANEUL_FLEET_TEXT("Cycles left to the maker's limit"),
     HANEUL_FLEET_TEXT("Close to the replacement that the maker wants. Replace the battery."),
     HANEUL_FLEET_TEXT("The cycle count or the maker's limit is not recorded.")},
    {"BATTERY_RETIRED", Side::None, HANEUL_FLEET_TEXT("Battery in use"), HANEUL_FLEET_TEXT("The battery is retired."),
     ""},
    {"INSPECTION_HOURS", Side::Below, HANEUL_FLEET_TEXT("Flown since the inspection"),
     HANEUL_FLEET_TEXT("The inspection by flight hours is due. Inspect the drone."),
     HANEUL_FLEET_TEXT("No inspection with flight hours is recorded, or the interval is not.")},
    {"INSPECTION_HOURS_SOON", Side::AtLeast, HANEUL_FLEET_TEXT("Hours left to the inspection"),
     HANEUL_FLEET_TEXT("The inspection by flight hours is too near."),
     HANEUL_FLEET_TEXT("No inspection with flight hours is recorded, or the interval is not.")},
    {"INSPECTION_DAYS", Side::Below, HANEUL_FLEET_TEXT("Days since the inspection"),
     HANEUL_FLEET_TEXT("The inspection by date is overdue. Inspect the drone."),
     HANEUL_FLEET_TEXT("No inspection is recorded, or the interval is not.")},
    {"INSPECTION_DAYS_SOON", Side::AtLeast, HANEUL_FLEET_TEXT("Days left to the inspection"),
     HANEUL_FLEET_TEXT("The inspection by date is too near."),
     HANEUL_FLEET_TEXT("No inspection is recorded, or the interval is not.")},
    {"OPEN_DEFECTS", Side::None, HANEUL_FLEET_TEXT("Open defects"),
     HANEUL_FLEET_TEXT("A defect is open. Repair it and close it."),
     HANEUL_FLEET_TEXT("The maintenance records are not known.")},
    {"PILOT_STATUS", Side::None, HANEUL_FLEET_TEXT("State of the pilot"), HANEUL_FLEET_TEXT("The pilot is suspended."),
     HANEUL_FLEET_TEXT("No pilot is assigned.")},
    {"PILOT_CERTIFICATE", Side::AtLeast, HANEUL_FLEET_TEXT("Days left on the certificate"),
     HANEUL_FLEET_TEXT("The certificate ends before the flight does."),
     HANEUL_FLEET_TEXT("No certificate, or no end of it, is recorded.")},
    {"PILOT_RATING", Side::AtLeast, HANEUL_FLEET_TEXT("Rating for the type"),
     HANEUL_FLEET_TEXT("The pilot is not rated for this type, or not any more."),
     HANEUL_FLEET_TEXT("The pilot's ratings are not recorded.")},
    {"PILOT_BVLOS", Side::None, HANEUL_FLEET_TEXT("Beyond visual line of sight"),
     HANEUL_FLEET_TEXT("The pilot may not fly this type beyond visual line of sight."),
     HANEUL_FLEET_TEXT("The pilot's ratings are not recorded.")},
    {"PILOT_RECENCY", Side::AtMost, HANEUL_FLEET_TEXT("Days since the last flight"),
     HANEUL_FLEET_TEXT("The last flight is too long ago."), HANEUL_FLEET_TEXT("The last flight is not recorded.")},
    {"PILOT_EXPERIENCE", Side::AtLeast, HANEUL_FLEET_TEXT("Hours flown by the pilot"),
     HANEUL_FLEET_TEXT("Not enough flight hours."), HANEUL_FLEET_TEXT("The flight hours are not recorded.")},
    {"PILOT_RETIRED", Side::None, HANEUL_FLEET_TEXT("Pilot on duty"),
     HANEUL_FLEET_TEXT("The pilot is no longer on duty."), ""},
    {"FIRMWARE_VERSION", Side::None, HANEUL_FLEET_TEXT("Firmware version"),
     HANEUL_FLEET_TEXT("Older than the type needs. Update the firmware."),
     HANEUL_FLEET_TEXT("The installed firmware or the least version is not recorded, or they cannot be compared.")},
    {"OPERATOR_INSURANCE", Side::AtLeast, HANEUL_FLEET_TEXT("Days left on the insurance"),
     HANEUL_FLEET_TEXT("The operator's insurance ends before the flight does."),
     HANEUL_FLEET_TEXT("The operator's insurance is not recorded.")},
    {"OPERATOR_LICENCE", Side::AtLeast, HANEUL_FLEET_TEXT("Days left on the operator's licence"),
     HANEUL_FLEET_TEXT("The operator's licence ends before the flight does."),
     HANEUL_FLEET_TEXT("The operator's licence is not recorded.")},
};

struct Named {
    std::string_view name;
    const char* text;
};

constexpr Named members[] = {
    {"id", HANEUL_FLEET_TEXT("Name")},
    {"name", HANEUL_FLEET_TEXT("Title")},
    {"max_speed_mps", HANEUL_FLEET_TEXT("Top speed (m/s)")},
    {"max_climb_mps", HANEUL_FLEET_TEXT("Fastest climb (m/s)")},
    {"max_descent_mps", HANEUL_FLEET_TEXT("Fastest descent (m/s)")},
    {"endurance_s", HANEUL_FLEET_TEXT("Endurance (s)")},
    {"max_payload_kg", HANEUL_FLEET_TEXT("Greatest payload (kg)")},
    {"min_firmware", HANEUL_FLEET_TEXT("Least firmware")},
    {"inspection_every_h", HANEUL_FLEET_TEXT("Inspection every (flight h)")},
    {"inspection_every_d", HANEUL_FLEET_TEXT("Inspection every (days)")},
    {"battery_cycle_limit", HANEUL_FLEET_TEXT("Replace the battery at (cycles)")},
    {"battery_capacity_mah", HANEUL_FLEET_TEXT("Capacity of a new battery (mAh)")},
    {"organisation_id", HANEUL_FLEET_TEXT("Operator")},
    {"model_id", HANEUL_FLEET_TEXT("Type")},
    {"serial_number", HANEUL_FLEET_TEXT("Serial number")},
    {"registration_id", HANEUL_FLEET_TEXT("Registration")},
    {"firmware_version", HANEUL_FLEET_TEXT("Firmware")},
    {"flown_h", HANEUL_FLEET_TEXT("Flown (h)")},
    {"status", HANEUL_FLEET_TEXT("State")},
    {"drone_id", HANEUL_FLEET_TEXT("Drone")},
    {"model", HANEUL_FLEET_TEXT("Battery type")},
    {"cycle_count", HANEUL_FLEET_TEXT("Cycle count")},
    {"last_charged", HANEUL_FLEET_TEXT("Last charged")},
    {"capacity_mah", HANEUL_FLEET_TEXT("Measured capacity (mAh)")},
    {"charge_pct", HANEUL_FLEET_TEXT("Charge (%)")},
    {"charge_read", HANEUL_FLEET_TEXT("Charge read at")},
    {"mass_kg", HANEUL_FLEET_TEXT("Mass (kg)")},
    {"capabilities", HANEUL_FLEET_TEXT("Abilities")},
    {"model_ids", HANEUL_FLEET_TEXT("Fits the types")},
    {"user_id", HANEUL_FLEET_TEXT("User")},
    {"certification_number", HANEUL_FLEET_TEXT("Certificate number")},
    {"certified_until", HANEUL_FLEET_TEXT("Certificate valid until")},
    {"ratings", HANEUL_FLEET_TEXT("Ratings")},
    {"last_flight", HANEUL_FLEET_TEXT("Last flight")},
    {"suspended", HANEUL_FLEET_TEXT("Suspended")},
    {"kind", HANEUL_FLEET_TEXT("Kind")},
    {"at", HANEUL_FLEET_TEXT("When")},
    {"closed_at", HANEUL_FLEET_TEXT("Closed at")},
    {"by", HANEUL_FLEET_TEXT("Done by")},
    {"note", HANEUL_FLEET_TEXT("Note")},
};

constexpr Named refusals[] = {
    {"FORBIDDEN", HANEUL_FLEET_TEXT("You may not do this. Ask somebody with the right for it.")},
    {"NO_FLEET", HANEUL_FLEET_TEXT("This console keeps no fleet.")},
    {"STALE_REVISION", HANEUL_FLEET_TEXT("Somebody has changed it meanwhile. Close this, look at it and try again.")},
    {"SAME_ID", HANEUL_FLEET_TEXT("There is one of this name already. Choose another name.")},
    {"NO_SUCH_RECORD", HANEUL_FLEET_TEXT("There is no such record.")},
    {"RETIRED", HANEUL_FLEET_TEXT("It is retired. Take it back into use first.")},
    {"SAME_SERIAL_NUMBER", HANEUL_FLEET_TEXT("Another record has this serial number.")},
    {"SAME_REGISTRATION", HANEUL_FLEET_TEXT("Another drone has this registration.")},
    {"SAME_CERTIFICATE", HANEUL_FLEET_TEXT("Another pilot has this certificate.")},
    {"SAME_USER", HANEUL_FLEET_TEXT("This user is another pilot already.")},
    {"NO_SUCH_MODEL", HANEUL_FLEET_TEXT("There is no such type of drone. Record the type first.")},
    {"NO_SUCH_DRONE", HANEUL_FLEET_TEXT("There is no such drone.")},
    {"NO_SUCH_BATTERY", HANEUL_FLEET_TEXT("There is no such battery.")},
    {"NO_SUCH_PILOT", HANEUL_FLEET_TEXT("There is no such pilot.")},
    {"NO_SUCH_USER", HANEUL_FLEET_TEXT("There is no user of this name.")},
    {"IN_FUTURE", HANEUL_FLEET_TEXT("This has not happened yet. Correct the time.")},
    {"IN_USE", HANEUL_FLEET_TEXT("Drones of this type are in use. Retire them first.")},
    {"NO_REASON", HANEUL_FLEET_TEXT("Say why.")},
    {"BAD_ID", HANEUL_FLEET_TEXT("A name has 1 to 64 letters, digits, '-', '_' or '.'.")},
    {"BAD_FIELD", HANEUL_FLEET_TEXT("A value is not accepted. Correct it.")},
    {"NOT_NOW", HANEUL_FLEET_TEXT("It is so already.")},
    {"BAD_UNTIL", HANEUL_FLEET_TEXT("It must last to the end of the flight and at most seven days.")},
    {"BAD_NEED", HANEUL_FLEET_TEXT("The flight that is asked about is not sound.")},
    {"OVERRIDE_NOT_ALLOWED", HANEUL_FLEET_TEXT("Your role may not answer for what is not ready.")},
    {"OVERRIDE_WITHOUT_REASON", HANEUL_FLEET_TEXT("Give a reason of five characters or more.")},
    {"OVERRIDE_NEEDLESS", HANEUL_FLEET_TEXT("This is ready: nobody need answer for it.")},
};

#undef HANEUL_FLEET_TEXT

const ItemWords* wordsOf(std::string_view code) {
    const auto* const found = std::ranges::find(items, code, &ItemWords::code);
    return found == std::end(items) ? nullptr : found;
}

template <std::size_t size>
const char* textOf(const Named (&list)[size], std::string_view name) {
    const auto* const found = std::ranges::find(list, name, &Named::name);
    return found == std::end(list) ? nullptr : found->text;
}

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString quantity(double value, const std::string& unit) {
    if (unit == "s") return delivery::durationText(milliseconds(std::llround(value) * 1000));
    const bool whole = unit == "1" || std::abs(value - std::round(value)) < 0.05;
    const QString number = QString::number(value, 'f', whole ? 0 : 1);
    return unit == "1" || unit.empty() ? number : QString(number + u' ' + plain(unit));
}

// What the judgement adds behind the colon: names of defects, payloads and abilities.
QString detail(const Item& item) {
    if (item.code != "OPEN_DEFECTS" && item.code != "PAYLOAD_FIT" && item.code != "PAYLOAD_CAPABILITY") return {};
    const auto colon = item.words.find(": ");
    return colon == std::string::npos ? QString() : plain(std::string_view(item.words).substr(colon + 2));
}

} // namespace

QString questionText(Question question) {
    switch (question) {
    case Question::Airframe:
        return Words::tr("Airframe");
    case Question::Battery:
        return Words::tr("Battery");
    case Question::Maintenance:
        return Words::tr("Maintenance");
    case Question::Pilot:
        return Words::tr("Pilot");
    case Question::Firmware:
        return Words::tr("Firmware");
    case Question::Operator:
        return Words::tr("Operator");
    }
    return {};
}

QString verdictText(Verdict verdict) {
    switch (verdict) {
    case Verdict::Ready:
        return Words::tr("Ready");
    case Verdict::NotJudged:
        return Words::tr("Not judged");
    case Verdict::NotReady:
        return Words::tr("Not ready");
    }
    return {};
}

QString statusText(DroneStatus status) {
    switch (status) {
    case DroneStatus::Serviceable:
        return Words::tr("Serviceable");
    case DroneStatus::Grounded:
        return Words::tr("Grounded");
    case DroneStatus::Retired:
        return Words::tr("Retired");
    }
    return {};
}

QString maintenanceKindText(MaintenanceKind kind) {
    switch (kind) {
    case MaintenanceKind::Inspection:
        return Words::tr("Inspection");
    case MaintenanceKind::Repair:
        return Words::tr("Repair");
    case MaintenanceKind::Defect:
        return Words::tr("Defect");
    }
    return {};
}

QString changeText(std::string_view what) {
    if (what == "saved") return Words::tr("Saved");
    if (what == "retired") return Words::tr("Retired");
    if (what == "restored") return Words::tr("Back in use");
    return plain(what);
}

QString memberText(std::string_view member) {
    const char* const text = textOf(members, member);
    return text != nullptr ? Words::tr(text) : plain(member);
}

bool hasWords(std::string_view code) {
    return wordsOf(code) != nullptr;
}

QString itemText(std::string_view code) {
    const ItemWords* const words = wordsOf(code);
    return words != nullptr ? Words::tr(words->title) : plain(code);
}

QString valueText(const Item& item) {
    return item.value ? quantity(*item.value, item.unit) : QString();
}

QString limitText(const Item& item) {
    const ItemWords* const words = wordsOf(item.code);
    if (!item.limit || words == nullptr) return {};
    const QString limit = quantity(*item.limit, item.unit);
    switch (words->side) {
    case Side::None:
        return limit;
    case Side::AtMost:
        return QString(QStringLiteral("≤ ") + limit);
    case Side::Below:
        return QString(QStringLiteral("< ") + limit);
    case Side::AtLeast:
        return QString(QStringLiteral("≥ ") + limit);
    }
    return {};
}

QString reasonText(const Item& item) {
    if (item.verdict == Verdict::Ready) return item.warning ? Words::tr("Ends soon.") : QString();
    const ItemWords* const words = wordsOf(item.code);
    const char* const text =
        words == nullptr ? "" : (item.verdict == Verdict::NotReady ? words->notReady : words->notJudged);
    if (*text == '\0') return plain(item.words);
    const QString more = detail(item);
    return more.isEmpty() ? Words::tr(text) : QString(Words::tr(text) + QStringLiteral(" (") + more + u')');
}

QString refusalText(const Error& error) {
    const char* const text = textOf(refusals, error.code);
    if (text == nullptr) return plain(error.message);
    if (error.where.empty() || error.code == "FORBIDDEN") return Words::tr(text);
    return QString(Words::tr(text) + QStringLiteral(" (") + memberText(error.where) + u')');
}

} // namespace haneul::fleet
