#include "server/fleet/record_checks.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <initializer_list>
#include <set>
#include <utility>

namespace haneul::fleet {

namespace {

constexpr std::size_t longestId = 64;
constexpr std::size_t longestText = 200;
constexpr std::size_t longestList = 100;
constexpr double mostHours = 1e6;

Result<void> bad(std::string_view member, std::string message) {
    return fail("BAD_FIELD", std::move(message), std::string(member));
}

// Checks one after the other; the first that fails stays.
class Checks {
public:
    Checks& text(std::string_view member, const std::string& value, bool needed = false) {
        if (value.size() > longestText) return refuse(member, std::format("at most {} bytes", longestText));
        if (needed && value.empty()) return refuse(member, "must not be empty");
        return *this;
    }

    Checks& text(std::string_view member, const std::optional<std::string>& value) {
        return value ? text(member, *value, true) : *this;
    }

    Checks& number(std::string_view member, const std::optional<double>& value, double most, bool zero = false) {
        if (!value) return *this;
        if (std::isfinite(*value) && (zero ? *value >= 0 : *value > 0) && *value <= most) return *this;
        return refuse(member, std::format("{}: {} 0 and at most {:g} is expected", *value,
                                          zero ? "at least" : "more than", most));
    }

    Checks& list(std::string_view member, const std::vector<std::string>& values) {
        if (values.size() > longestList) return refuse(member, std::format("at most {}", longestList));
        for (const std::string& value : values)
            text(member, value, true);
        if (std::set<std::string>(values.begin(), values.end()).size() != values.size())
            return refuse(member, "the same is named twice");
        return *this;
    }

    Checks& that(bool good, std::string_view member, const char* message) {
        return good ? *this : refuse(member, message);
    }

    [[nodiscard]] Result<void> outcome() const { return m_outcome; }

private:
    Checks& refuse(std::string_view member, std::string message) {
        if (m_outcome) m_outcome = bad(member, std::move(message));
        return *this;
    }

    Result<void> m_outcome;
};

struct Check {
    Result<void> operator()(const DroneModel& record) const {
        return Checks()
            .text("name", record.name, true)
            .number("max_speed_mps", record.maxSpeed_mps, 200)
            .number("max_climb_mps", record.maxClimb_mps, 100)
            .number("max_descent_mps", record.maxDescent_mps, 100)
            .number("endurance_s", record.endurance_s, 30.0 * 24 * 3600)
            .number("max_payload_kg", record.maxPayload_kg, 1e4, true)
            .text("min_firmware", record.minFirmware)
            .number("inspection_every_h", record.inspectionEvery_h, mostHours)
            .number("inspection_every_d", record.inspectionEvery_d, 36'500)
            .that(!record.batteryCycleLimit || (*record.batteryCycleLimit > 0 && *record.batteryCycleLimit <= 100'000),
                  "battery_cycle_limit", "1 to 100000 is expected")
            .number("battery_capacity_mah", record.batteryCapacity_mah, 1e7)
            .outcome();
    }

    Result<void> operator()(const Drone& record) const {
        return Checks()
            .text("organisation_id", record.organisation_id)
            .text("model_id", record.model_id, true)
            .text("serial_number", record.serial_number, true)
            .text("registration_id", record.registration_id)
            .text("firmware_version", record.firmware_version)
            .number("flown_h", record.flown_h, mostHours, true)
            .that(record.status != DroneStatus::Retired, "status", "a drone is retired by a step of its own")
            .outcome();
    }

    Result<void> operator()(const Battery& record) const {
        return Checks()
            .text("drone_id", record.drone_id)
            .text("model", record.model)
            .text("serial_number", record.serial_number, true)
            .that(!record.cycle_count || (*record.cycle_count >= 0 && *record.cycle_count <= 100'000), "cycle_count",
                  "0 to 100000 is expected")
            .number("capacity_mah", record.capacity_mah, 1e7)
            .number("charge_pct", record.charge_pct, 100, true)
            .that(record.charge_pct.has_value() == record.charge_read.has_value(), "charge_read",
                  "a charge and the time when it was read belong together")
            .outcome();
    }

    Result<void> operator()(const Payload& record) const {
        return Checks()
            .text("name", record.name, true)
            .number("mass_kg", record.mass_kg, 1e4, true)
            .list("capabilities", record.capabilities)
            .list("model_ids", record.model_ids)
            .outcome();
    }

    Result<void> operator()(const Pilot& record) const {
        Checks checks;
        checks.text("user_id", record.user_id).text("certification_number", record.certification_number);
        if (record.ratings) {
            std::vector<std::string> models;
            for (const Rating& rating : *record.ratings)
                models.push_back(rating.model_id);
            checks.list("ratings", models);
        }
        return checks.number("flown_h", record.flown_h, mostHours, true).outcome();
    }

    Result<void> operator()(const MaintenanceRecord& record) const {
        return Checks()
            .text("drone_id", record.drone_id, true)
            .number("flown_h", record.flown_h, mostHours, true)
            .that(!record.closed_at || record.kind == MaintenanceKind::Defect, "closed_at", "only a defect is closed")
            .that(!record.closed_at || *record.closed_at >= record.at, "closed_at", "is before it was found")
            .text("by", record.by, true)
            .that(record.note.size() <= longestNote, "note", "at most 1000 bytes")
            .outcome();
    }
};

} // namespace

bool isGoodRecordId(Kind kind, std::string_view id) {
    const auto plain = [kind](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || (c == '/' && kind == Kind::Model);
    };
    return !id.empty() && id.size() <= longestId && std::ranges::all_of(id, plain);
}

Result<void> check(const Record& record) {
    if (!isGoodRecordId(kindOf(record), idOf(record))) return fail("BAD_ID", "1 to 64 of A-Z a-z 0-9 - _ .", "id");
    return std::visit(Check{}, record);
}

} // namespace haneul::fleet
