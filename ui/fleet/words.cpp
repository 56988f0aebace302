#include "ui/fleet/words.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"

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

constexpr ItemWords items[] = {
    {"AIRFRAME_STATUS", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "State of the drone"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The drone is grounded or retired."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No drone is assigned.")},
    {"AIRFRAME_MODEL", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Type of the drone"), "",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The limits of the type are not recorded.")},
    {"PAYLOAD_MASS", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Mass of payloads and parcels"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Too heavy for the type. Take less or a stronger drone."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "A mass or the limit of the type is not recorded.")},
    {"PAYLOAD_CAPABILITY", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Abilities of the payloads"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No payload can do all that the flight needs."), ""},
    {"PAYLOAD_FIT", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Payloads fit the type"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "A payload is not made for this type."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No drone is assigned.")},
    {"PAYLOAD_RETIRED", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Payload in use"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "A payload is retired."), ""},
    {"AIRFRAME_SPEED", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Speed"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Faster than the type may fly."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The speed limit of the type is not recorded.")},
    {"AIRFRAME_CLIMB", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Climb"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Steeper than the type may climb."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The climb limit of the type is not recorded.")},
    {"AIRFRAME_DESCENT", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Descent"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Steeper than the type may descend."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The descent limit of the type is not recorded.")},
    {"AIRFRAME_ENDURANCE", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Time in the air"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Longer than a full battery lasts."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The endurance of the type is not recorded.")},
    {"BATTERY_PLACE", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Battery belongs to the drone"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The battery belongs to another drone."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No battery is assigned.")},
    {"BATTERY_CHARGE", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Charge above the reserve"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Not enough for the flight and the reserve. Charge it or take another."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words",
                       "No recent reading of the charge, or capacity or endurance not recorded. Read the charge.")},
    {"BATTERY_CYCLES", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Cycles left to the maker's limit"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Close to the replacement that the maker wants. Replace the battery."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The cycle count or the maker's limit is not recorded.")},
    {"BATTERY_RETIRED", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Battery in use"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The battery is retired."), ""},
    {"INSPECTION_HOURS", Side::Below, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Flown since the inspection"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The inspection by flight hours is due. Inspect the drone."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No inspection with flight hours is recorded, or the interval is not.")},
    {"INSPECTION_HOURS_SOON", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Hours left to the inspection"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The inspection by flight hours is too near."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No inspection with flight hours is recorded, or the interval is not.")},
    {"INSPECTION_DAYS", Side::Below, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days since the inspection"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The inspection by date is overdue. Inspect the drone."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No inspection is recorded, or the interval is not.")},
    {"INSPECTION_DAYS_SOON", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days left to the inspection"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The inspection by date is too near."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No inspection is recorded, or the interval is not.")},
    {"OPEN_DEFECTS", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Open defects"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "A defect is open. Repair it and close it."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The maintenance records are not known.")},
    {"PILOT_STATUS", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "State of the pilot"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot is suspended."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No pilot is assigned.")},
    {"PILOT_CERTIFICATE", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days left on the certificate"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The certificate ends before the flight does."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "No certificate, or no end of it, is recorded.")},
    {"PILOT_RATING", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Rating for the type"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot is not rated for this type, or not any more."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot's ratings are not recorded.")},
    {"PILOT_BVLOS", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Beyond visual line of sight"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot may not fly this type beyond visual line of sight."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot's ratings are not recorded.")},
    {"PILOT_RECENCY", Side::AtMost, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days since the last flight"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The last flight is too long ago."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The last flight is not recorded.")},
    {"PILOT_EXPERIENCE", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Hours flown by the pilot"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Not enough flight hours."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The flight hours are not recorded.")},
    {"PILOT_RETIRED", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Pilot on duty"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot is no longer on duty."), ""},
    {"FIRMWARE_VERSION", Side::None, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Firmware version"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Older than the type needs. Update the firmware."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words",
                       "The installed firmware or the least version is not recorded, or they cannot be compared.")},
    {"OPERATOR_INSURANCE", Side::AtLeast, QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days left on the insurance"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The operator's insurance ends before the flight does."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The operator's insurance is not recorded.")},
    {"OPERATOR_LICENCE", Side::AtLeast,
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days left on the operator's licence"),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The operator's licence ends before the flight does."),
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "The operator's licence is not recorded.")},
};

struct Named {
    std::string_view name;
    const char* text;
};

constexpr Named members[] = {
    {"id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Name")},
    {"name", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Title")},
    {"max_speed_mps", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Top speed (m/s)")},
    {"max_climb_mps", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Fastest climb (m/s)")},
    {"max_descent_mps", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Fastest descent (m/s)")},
    {"endurance_s", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Endurance (s)")},
    {"max_payload_kg", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Greatest payload (kg)")},
    {"min_firmware", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Least firmware")},
    {"inspection_every_h", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Inspection every (flight h)")},
    {"inspection_every_d", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Inspection every (days)")},
    {"battery_cycle_limit", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Replace the battery at (cycles)")},
    {"battery_capacity_mah", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Capacity of a new battery (mAh)")},
    {"organisation_id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Operator")},
    {"model_id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Type")},
    {"serial_number", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Serial number")},
    {"registration_id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Registration")},
    {"firmware_version", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Firmware")},
    {"flown_h", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Flown (h)")},
    {"status", QT_TRANSLATE_NOOP("haneul::fleet::Words", "State")},
    {"drone_id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Drone")},
    {"model", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Battery type")},
    {"cycle_count", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Cycle count")},
    {"last_charged", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Last charged")},
    {"capacity_mah", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Measured capacity (mAh)")},
    {"charge_pct", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Charge (%)")},
    {"charge_read", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Charge read at")},
    {"mass_kg", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Mass (kg)")},
    {"capabilities", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Abilities")},
    {"model_ids", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Fits the types")},
    {"user_id", QT_TRANSLATE_NOOP("haneul::fleet::Words", "User")},
    {"certification_number", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Certificate number")},
    {"certified_until", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Certificate valid until")},
    {"ratings", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Ratings")},
    {"last_flight", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Last flight")},
    {"suspended", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Suspended")},
    {"kind", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Kind")},
    {"at", QT_TRANSLATE_NOOP("haneul::fleet::Words", "When")},
    {"closed_at", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Closed at")},
    {"by", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Done by")},
    {"note", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Note")},
    {"version", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Version")},
    {"battery_reserve_pct", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Charge left after the landing")},
    {"charge_reading_age_h", QT_TRANSLATE_NOOP("haneul::fleet::Words", "A reading of the charge counts for")},
    {"battery_cycle_margin",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Cycles left to the maker's limit of the battery")},
    {"inspection_margin_h", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Flight hours left to the inspection")},
    {"inspection_margin_d", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Days left to the inspection")},
    {"recency_d", QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot's last flight is no longer ago than")},
    {"experience_h", QT_TRANSLATE_NOOP("haneul::fleet::Words", "The pilot has flown at least")},
    {"expiry_warning_d", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Papers that end within this are said")},
    {"override_roles", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Who may answer for what is not ready")},
};

constexpr Named refusals[] = {
    {"FORBIDDEN",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "You may not do this. Ask somebody with the right for it.")},
    {"NO_FLEET", QT_TRANSLATE_NOOP("haneul::fleet::Words", "This console keeps no fleet.")},
    {"STALE_REVISION", QT_TRANSLATE_NOOP("haneul::fleet::Words",
                                         "Somebody has changed it meanwhile. Close this, look at it and try again.")},
    {"SAME_ID", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is one of this name already. Choose another name.")},
    {"NO_SUCH_RECORD", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no such record.")},
    {"RETIRED", QT_TRANSLATE_NOOP("haneul::fleet::Words", "It is retired. Take it back into use first.")},
    {"SAME_SERIAL_NUMBER", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Another record has this serial number.")},
    {"SAME_REGISTRATION", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Another drone has this registration.")},
    {"SAME_CERTIFICATE", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Another pilot has this certificate.")},
    {"SAME_USER", QT_TRANSLATE_NOOP("haneul::fleet::Words", "This user is another pilot already.")},
    {"NO_SUCH_MODEL",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no such type of drone. Record the type first.")},
    {"NO_SUCH_DRONE", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no such drone.")},
    {"NO_SUCH_BATTERY", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no such battery.")},
    {"NO_SUCH_PILOT", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no such pilot.")},
    {"NO_SUCH_USER", QT_TRANSLATE_NOOP("haneul::fleet::Words", "There is no user of this name.")},
    {"IN_FUTURE", QT_TRANSLATE_NOOP("haneul::fleet::Words", "This has not happened yet. Correct the time.")},
    {"IN_USE", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Drones of this type are in use. Retire them first.")},
    {"NO_REASON", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Say why.")},
    {"BAD_ID", QT_TRANSLATE_NOOP("haneul::fleet::Words", "A name has 1 to 64 letters, digits, '-', '_' or '.'.")},
    {"BAD_FIELD", QT_TRANSLATE_NOOP("haneul::fleet::Words", "A value is not accepted. Correct it.")},
    {"NOT_NOW", QT_TRANSLATE_NOOP("haneul::fleet::Words", "It is so already.")},
    {"BAD_UNTIL",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "It must last to the end of the flight and at most seven days.")},
    {"BAD_NEED", QT_TRANSLATE_NOOP("haneul::fleet::Words", "The flight that is asked about is not sound.")},
    {"BAD_RULES", QT_TRANSLATE_NOOP("haneul::fleet::Words",
                                    "The rules are not sound: every number is above zero, and a role is named.")},
    {"OVERRIDE_NOT_ALLOWED",
     QT_TRANSLATE_NOOP("haneul::fleet::Words", "Your role may not answer for what is not ready.")},
    {"OVERRIDE_WITHOUT_REASON", QT_TRANSLATE_NOOP("haneul::fleet::Words", "Give a reason of five characters or more.")},
    {"OVERRIDE_NEEDLESS", QT_TRANSLATE_NOOP("haneul::fleet::Words", "This is ready: nobody need answer for it.")},
};

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
    if (what == flownChange) return Words::tr("Flown");
    if (what == "retired") return Words::tr("Retired");
    if (what == "restored") return Words::tr("Back in use");
    return plain(what);
}

QString memberText(std::string_view member) {
    const char* const text = textOf(members, member);
    return text != nullptr ? Words::tr(text) : plain(member);
}

QString memberValueText(std::string_view member, const std::string& value) {
    if (value.empty()) return models::unknownText();
    if (member == "status")
        if (const auto status = droneStatusFrom(value)) return statusText(*status);
    if (member == "kind")
        if (const auto kind = maintenanceKindFrom(value)) return maintenanceKindText(*kind);
    if (member == "suspended") return value == "true" ? Words::tr("Yes") : Words::tr("No");
    return plain(value);
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
