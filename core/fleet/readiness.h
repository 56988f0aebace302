#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/fleet/inventory.h"
#include "core/fleet/readiness_rules.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Whether a drone, its battery and payloads and its pilot are ready for a flight (R-FLT-01..05, R-FLT-07).
namespace haneul::fleet {

enum class Question {
    Airframe,
    Battery,
    Maintenance,
    Pilot,
    Firmware,
    Operator, // insurance and licence of the organisation (R-GEN-08)
};
inline constexpr std::array allQuestions{Question::Airframe, Question::Battery,  Question::Maintenance,
                                         Question::Pilot,    Question::Firmware, Question::Operator};
[[nodiscard]] std::string_view toString(Question question); // "AIRFRAME", ...
[[nodiscard]] std::optional<Question> questionFromString(std::string_view name);

enum class Verdict {
    Ready,
    NotJudged, // something that it needs is not known; never taken for ready
    NotReady,
};
[[nodiscard]] std::string_view toString(Verdict verdict); // "READY", "NOT_JUDGED", "NOT_READY"

// One limit held against one number.
struct Item {
    Question question = Question::Airframe;
    std::string code; // stable: "BATTERY_CYCLES"
    Verdict verdict = Verdict::NotJudged;
    bool warning = false;        // ready, but not for long
    std::optional<double> value; // in `unit`
    std::optional<double> limit; // in `unit`; on which side of it is said by `words`
    std::string unit;            // "s", "kg", "m/s", "%", "h", "d", "1", or empty where nothing is measured
    std::string words;           // what was compared, or what is lacking

    bool operator==(const Item&) const = default;
};

// What is put together for a flight. None: nobody was assigned, or it is not known here.
struct Assignment {
    std::optional<Drone> drone;
    std::optional<DroneModel> model;
    std::optional<Battery> battery;
    std::vector<Payload> payloads;
    std::optional<std::vector<MaintenanceRecord>> maintenance; // of the drone, in any order
    std::optional<Pilot> pilot;
    std::optional<Organisation> organisation;
    // What was taken out of use since it was assigned (a drone says so in its status).
    bool batteryRetired = false, pilotRetired = false;
    std::vector<std::string> retiredPayloads; // ids
};

// What the flight asks of them.
struct Need {
    UtcMs start{};
    UtcMs end{};
    double flight_s = 0;                   // in the air
    double parcels_kg = 0;                 // beside the payloads
    std::vector<std::string> capabilities; // that the payloads together must have
    double speed_mps = 0, climb_mps = 0, descent_mps = 0;
    bool bvlos = false;
};

struct Readiness {
    std::string rules_id;
    int rules_version = 0;
    std::vector<Item> items; // all of all questions, in their order

    // The worst of its items.
    [[nodiscard]] Verdict verdict(Question question) const;
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] std::vector<const Item*> failed() const; // those not ready, then those not judged

    bool operator==(const Readiness&) const = default;
};

// Every item is answered whatever the others say. Codes: BAD_RULES (readiness_rules.h), BAD_NEED (the end not after the
// start, a number not finite or below zero, no flight time).
[[nodiscard]] Result<Readiness> judge(const Assignment& assignment, const Need& need, const ReadinessRules& rules);

} // namespace haneul::fleet
