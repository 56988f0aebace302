#include "core/plan/form.h"

#include "core/plan/pattern.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::plan {

namespace {

class FormCheck {
public:
    FormCheck(const FlightPlan& plan, const Containment& containment, UtcMs now)
        : m_plan(plan)
        , m_containment(containment)
        , m_now(now) {}

    std::vector<Finding> run() {
        who();
        kind();
        times();
        numbers();
        contingency();
        documents();
        volumes();
        return std::move(m_found);
    }

private:
    void add(const char* code, std::string where, std::string words) {
        m_found.push_back({.code = code, .where = std::move(where), .words = std::move(words)});
    }

    void who() {
        if (m_plan.id.empty()) add("NO_ID", "id", "the plan has no id");
        if (m_plan.operator_id.empty()) add("NO_OPERATOR", "operator_id", "no operator is named");
        if (m_plan.drone_id.empty()) add("NO_DRONE", "drone_id", "no drone is named");
        if (m_plan.pilot_id.empty()) add("NO_PILOT", "pilot_id", "no pilot is named");
    }

    void kind() {
        const auto* of = profile(m_plan.profile);
        if (of == nullptr) return add("UNKNOWN_PROFILE", "profile", "there is no profile '" + m_plan.profile + "'");
        if (!std::ranges::contains(of->missionTypes, m_plan.missionType))
            add("BAD_MISSION_TYPE", "missionType", std::format("'{}' is no mission of {}", m_plan.missionType, of->id));
        if (!std::ranges::contains(of->patterns, patternOf(m_plan.operation)))
            add("BAD_PATTERN_FOR_PROFILE", "operation",
                std::format("{} is no pattern of {}", toString(patternOf(m_plan.operation)), of->id));
        for (const auto field : of->required)
            if (!given(m_plan, field))
                add("FIELD_REQUIRED", std::string(toString(field)),
                    std::format("{} needs {}", of->id, toString(field)));
    }

    void times() {
        if (m_plan.end <= m_plan.start) add("BAD_TIMES", "end", "the end is not after the start");
        if (m_plan.start < m_now)
            add("IN_THE_PAST", "start", std::format("the start {} has passed", toRfc3339(m_plan.start)));
        if (m_plan.end > m_now + longestHorizon) add("TOO_FAR_AHEAD", "end", "the end is more than 30 days ahead");
    }

    void numbers() {
        if (m_plan.priority < 0 || m_plan.priority > 100)
            add("BAD_PRIORITY", "priority", std::format("a priority of {}: 0 to 100 is expected", m_plan.priority));
        if (!std::isfinite(m_plan.parcels_kg) || m_plan.parcels_kg < 0)
            add("BAD_PARCELS", "parcels_kg", "the mass of the parcels is not a number from 0 on");
        for (const auto& [name, value] : {std::pair("cruise_mps", m_plan.parameters.cruise_mps),
                                          std::pair("climb_mps", m_plan.parameters.climb_mps),
                                          std::pair("descent_mps", m_plan.parameters.descent_mps)})
            if (!std::isfinite(value) || value <= 0)
                add("BAD_SPEED", std::string("parameters.") + name,
                    std::format("{} is {}: a number above 0 is expected", name, value));
    }

    void contingency() {
        const auto& [lostLink, sites] = m_plan.contingency;
        if (m_plan.parameters.mode == SightMode::Bvlos) {
            if (!lostLink)
                add("LOST_LINK_REQUIRED", "contingency.lostLink",
                    "a flight beyond visual line of sight says what the drone does without its link");
            if (sites.empty())
                add("LANDING_SITE_REQUIRED", "contingency.landingSites",
                    "a flight beyond visual line of sight names where to land in an emergency");
        }
        for (std::size_t i = 0; i < sites.size(); ++i)
            if (!sites[i].place.valid())
                add("BAD_LANDING_SITE", std::format("contingency.landingSites[{}]", i), "no place on Earth");
    }

    void documents() {
        for (std::size_t i = 0; i < m_plan.documents.size(); ++i) {
            const auto& document = m_plan.documents[i];
            const std::string where = std::format("documents[{}]", i);
            if (document.number.empty()) add("BAD_DOCUMENT", where, "the document has no number");
            if (document.valid_from && document.valid_until && *document.valid_until <= *document.valid_from)
                add("BAD_DOCUMENT", where, "the document ends before it begins");
        }
    }

    void volumes() {
        if (m_plan.volumes.empty()) add("NO_VOLUMES", "volumes", "the plan has no volumes");
        if (m_plan.end <= m_plan.start) return;
        const auto expected = volumesOf(m_plan, m_containment);
        if (!expected) {
            // Speeds were named above already.
            if (expected.error().code != "BAD_SPEED")
                add(expected.error().code.c_str(), "operation." + expected.error().where, expected.error().message);
            return;
        }
        vertices();
        if (!m_plan.volumes.empty() && m_plan.volumes != *expected) outside();
        const double flight_s = flightTime_s(m_plan);
        const double window_s = static_cast<double>((m_plan.end - m_plan.start).count()) / 1000;
        if (flight_s > window_s)
            m_found.push_back(
                {"END_BEFORE_LANDING", "end", "the flight takes longer than the plan's time", flight_s, window_s, "s"});
    }

    // Volumes that somebody else made may be others, but hold the flight.
    void outside() {
        if (const auto* area = std::get_if<AreaOperation>(&m_plan.operation)) {
            if (!std::ranges::any_of(m_plan.volumes, [&](const geo::Volume4D& volume) { return holds(volume, *area); }))
                add("VOLUMES_DO_NOT_CONTAIN", "volumes", "no volume holds the area for all of the time");
            return;
        }
        const auto route = routeOf(m_plan.operation);
        const auto way = timed(*route, m_plan.parameters, m_plan.start);
        for (UtcMs at = way->start(); at <= way->end(); at += milliseconds(1000)) {
            const auto here = way->at(at);
            const auto inside = [&](const geo::Volume4D& volume) {
                return contains(volume, here.place, {here.height_m, way->reference}, at);
            };
            if (std::ranges::any_of(m_plan.volumes, inside)) continue;
            add("VOLUMES_DO_NOT_CONTAIN", "volumes",
                std::format("the flight is in no volume at {} ({:.5f} {:.5f}, {:.0f} m {})", toRfc3339(at),
                            here.place.latitude_deg, here.place.longitude_deg, here.height_m,
                            toString(way->reference)));
            return;
        }
    }

    [[nodiscard]] bool holds(const geo::Volume4D& volume, const AreaOperation& area) const {
        return volume.area == area.area && volume.lower == area.lower && volume.upper == area.upper &&
               (!volume.from || *volume.from <= m_plan.start) && (!volume.to || *volume.to >= m_plan.end);
    }

    void vertices() {
        std::size_t count = 0;
        for (const auto& volume : m_plan.volumes) {
            const auto* polygon = std::get_if<geo::Polygon>(&volume.area);
            if (polygon == nullptr) continue;
            count += polygon->outer.size();
            for (const auto& hole : polygon->holes)
                count += hole.size();
        }
        if (count > mostVertices)
            m_found.push_back({"TOO_MANY_VERTICES", "volumes", "the volumes have too many corners",
                               static_cast<double>(count), static_cast<double>(mostVertices), "1"});
    }

    const FlightPlan& m_plan;
    const Containment& m_containment;
    UtcMs m_now;
    std::vector<Finding> m_found;
};

} // namespace

std::vector<Finding> checkForm(const FlightPlan& plan, const Containment& containment, UtcMs now) {
    return FormCheck(plan, containment, now).run();
}

Performance checkPerformance(const OperatingParameters& parameters, double flight_s,
                             const std::optional<fleet::DroneModel>& model) {
    Performance found;
    const auto compare = [&](const char* code, const char* where, const char* unit, double value,
                             std::optional<double> fleet::DroneModel::* member) {
        const auto limit = model ? (*model).*member : std::nullopt;
        if (!limit || !std::isfinite(*limit) || *limit <= 0 || !std::isfinite(value)) {
            found.notJudged.push_back(
                {"MODEL_UNKNOWN", where, std::format("the limit of the model for {} is not known", where)});
            return;
        }
        auto& list = value <= *limit ? found.kept : found.broken;
        list.push_back(
            {code, where, std::format("{:g} {}, the model allows {:g}", value, unit, *limit), value, *limit, unit});
    };
    using Model = fleet::DroneModel;
    compare("SPEED_ABOVE_MODEL", "parameters.cruise_mps", "m/s", parameters.cruise_mps, &Model::maxSpeed_mps);
    compare("CLIMB_ABOVE_MODEL", "parameters.climb_mps", "m/s", parameters.climb_mps, &Model::maxClimb_mps);
    compare("DESCENT_ABOVE_MODEL", "parameters.descent_mps", "m/s", parameters.descent_mps, &Model::maxDescent_mps);
    compare("TIME_ABOVE_ENDURANCE", "operation", "s", flight_s, &Model::endurance_s);
    return found;
}

double flightTime_s(const FlightPlan& plan) {
    if (std::holds_alternative<AreaOperation>(plan.operation))
        return std::max(static_cast<double>((plan.end - plan.start).count()) / 1000, 0.0);
    const auto route = routeOf(plan.operation);
    if (!route) return 0;
    const auto way = timed(*route, plan.parameters, plan.start);
    return way ? static_cast<double>((way->end() - way->start()).count()) / 1000 : 0;
}

} // namespace haneul::plan
