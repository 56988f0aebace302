#include "server/plan_risk/risk_sources.h"

#include "core/geo/geodesic.h"
#include "core/plan/pattern.h"
#include "core/risk/collision/parallel_routes.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/vehicles.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <format>
#include <utility>

namespace haneul::plan_risk {

namespace {

namespace collision = risk::collision;
namespace ground = risk::ground;

constexpr double knots = 3600.0 / 1852; // in 1 m/s
constexpr double leastHeight_m = 0.1;   // on the ground nothing falls
constexpr double onTheSpot_m = 0.01;    // a climb or a stay counts as so much way, for its time
constexpr double side_m = 20'000;       // of the ground that is laid out around a start

// Starts near each other share what is laid out once.
geo::LatLon roundedPlace(geo::LatLon place) {
    constexpr double step_deg = 0.05;
    return {std::round(place.latitude_deg / step_deg) * step_deg,
            std::round(place.longitude_deg / step_deg) * step_deg};
}

std::string presetWords(const CollisionSettings& settings) {
    std::string words = settings.preset.name;
    if (collision::isFitted(settings.preset))
        words += std::format(" (Ey {} fitted to the paper's results)", settings.preset.oppositeOccupancy.value);
    if (!collision::fromMannedAviation(settings.preset).empty()) words += ", constants from manned aviation";
    return std::format("{}, overlap {}, drones of {} x {} x {} m", words, toString(settings.overlap.lookup),
                       settings.size.length_m, settings.size.width_m, settings.size.height_m);
}

std::vector<std::string> provenanceOf(const collision::Preset& preset) {
    std::vector<std::string> lines;
    for (const auto& named : collision::constantsOf(preset))
        lines.push_back(std::format("{} = {}{}{}: {}{}{}", named.symbol, named.value->value,
                                    named.unit.empty() ? "" : " ", named.unit, toString(named.value->provenance),
                                    named.value->source.empty() ? "" : ", ", named.value->source));
    return lines;
}

} // namespace

plan::CollisionModel collisionModel(CollisionSettings settings) {
    plan::RiskBasis basis{.model = "Reich model, N of parallel opposite routes",
                          .preset = presetWords(settings),
                          .provenance = provenanceOf(settings.preset)};
    const auto number = [settings = std::move(settings)](double lateral_m, double own_mps,
                                                         double other_mps) -> Result<double> {
        return collision::parallelRisk(lateral_m, {settings.size, own_mps * knots}, {settings.size, other_mps * knots},
                                       settings.preset, settings.overlap)
            .transform([](const collision::ParallelRisk& found) { return found.collisionsPerHour; });
    };
    return {.collisions_perHour = number, .basis = std::move(basis)};
}

namespace {

// The hour of the day and the kind of day where the flight is.
ground::Moment momentOf(UtcMs start, int ahead_s) {
    using namespace std::chrono;
    const auto local = start + seconds(ahead_s);
    const auto day = floor<days>(local);
    const auto weekday = std::chrono::weekday(day).iso_encoding();
    return {.day = weekday >= 6 ? ground::DayType::Weekend : ground::DayType::Weekday,
            .timeOfDay_s = static_cast<double>((local - day).count()) / 1000};
}

class GroundCheck {
public:
    GroundCheck(ground_risk::Grounds& grounds, const geo::Surroundings& surroundings, const GroundSettings& settings,
                const plan::FlightPlan& plan)
        : m_grounds(grounds)
        , m_surroundings(surroundings)
        , m_settings(settings)
        , m_plan(plan) {}

    Result<plan::GroundRisk> run() {
        const auto* const vehicle = ground::vehicleOf(m_settings.vehicle);
        if (vehicle == nullptr)
            return fail("NO_VEHICLE", "there is no vehicle '" + m_settings.vehicle + "' in the library", "vehicle");
        const auto way = plan::routeOf(m_plan.operation).and_then([&](const plan::WaypointRoute& route) {
            return plan::timed(route, m_plan.parameters, m_plan.start);
        });
        if (!way) return std::unexpected(way.error());
        const auto picture =
            m_grounds.around(roundedPlace(way->points.front().place), side_m, ground_risk::Ground::Imported);
        if (!picture) return std::unexpected(picture.error());
        const ground::LocatedPicture& located = **picture;
        const auto legs = legsOf(*way, located);
        if (!legs) return std::unexpected(legs.error());
        const auto settings = modelFor(*vehicle, located.picture);
        const auto found = ground::pathRisk(located.picture, settings, {0, 0}, m_settings.cell_m, *legs);
        if (!found) return std::unexpected(found.error());
        if (!found->fatalities_perFlight)
            return fail("NO_DATA",
                        std::format("over {:.0f} m of {:.0f} m of way it is not known who is there", found->notJudged_m,
                                    found->length_m),
                        "operation");
        const auto& parts = located.picture.parts();
        return plan::GroundRisk{.fatalities_perFlight = *found->fatalities_perFlight,
                                .length_m = found->length_m,
                                .basis = {.model = modelWords(settings),
                                          .preset = std::format("{}, {:.3g} crashes per flight hour ({}), cells of "
                                                                "{:g} m",
                                                                vehicle->name, vehicle->crashRate_perHour,
                                                                toString(vehicle->crashRate.origin), m_settings.cell_m),
                                          .provenance = parts.provenance,
                                          .version = parts.revision,
                                          .synthetic = parts.synthetic}};
    }

private:
    [[nodiscard]] Result<double> aboveGround(const plan::TimedPoint& point, geo::VerticalReference reference) const {
        if (reference == geo::VerticalReference::Agl) return point.height_m;
        const auto terrain =
            m_surroundings.ground_amsl_m ? m_surroundings.ground_amsl_m(point.place) : std::optional<double>();
        const auto geoid = reference == geo::VerticalReference::Amsl ? std::optional(0.0)
                           : m_surroundings.geoid_m                  ? m_surroundings.geoid_m(point.place)
                                                                     : std::nullopt;
        if (!geoid)
            return fail("NO_GEOID",
                        std::format("how high mean sea level is above the ellipsoid is not known at {:.4f} {:.4f}",
                                    point.place.latitude_deg, point.place.longitude_deg),
                        "operation");
        if (!terrain)
            return fail("NO_TERRAIN",
                        std::format("the height above the ground is not known at {:.4f} {:.4f}",
                                    point.place.latitude_deg, point.place.longitude_deg),
                        "operation");
        return point.height_m - *geoid - *terrain;
    }

    [[nodiscard]] Result<std::vector<ground::Leg>> legsOf(const plan::TimedRoute& way,
                                                          const ground::LocatedPicture& located) const {
        std::vector<ground::Leg> legs;
        for (std::size_t n = 1; n < way.points.size(); ++n) {
            const auto& from = way.points[n - 1];
            const auto& to = way.points[n];
            const auto low = aboveGround(from, way.reference), high = aboveGround(to, way.reference);
            if (!low || !high) return std::unexpected(low ? high.error() : low.error());
            const double length_m = geo::inverse(from.place, to.place).distance_m;
            const double time_s = static_cast<double>((to.at - from.at).count()) / 1000;
            if (time_s <= 0) continue;
            ground::Leg leg{.from = located.toPlace(from.place),
                            .to = located.toPlace(to.place),
                            .fromHeight_m = std::max(*low, leastHeight_m),
                            .toHeight_m = std::max(*high, leastHeight_m),
                            .groundSpeed_mps = std::max(length_m, onTheSpot_m) / time_s};
            if (length_m < onTheSpot_m) leg.to.east += onTheSpot_m; // it stays there for as long
            legs.push_back(leg);
        }
        if (legs.empty()) return fail("NO_ROUTE", "the route goes nowhere", "operation");
        return legs;
    }

    [[nodiscard]] ground::Settings modelFor(const ground::Vehicle& vehicle, const ground::Picture& picture) const {
        const auto& parts = picture.parts();
        ground::Settings settings;
        settings.vehicle = vehicle;
        settings.moment = momentOf(m_plan.start, m_settings.ahead_s);
        const auto people = parts.amenities ? ground::Model::PeopleAmenityArea : ground::Model::PeopleUniform;
        settings.amenityFloor = 1; // amenities only add
        settings.model = people;
        if (!parts.roads) return settings;
        settings.model = ground::Model::Sum;
        settings.sum = {.people = people,
                        .traffic = ground::Model::TrafficRoad,
                        .building = {},
                        .weights = {.people = 1, .traffic = 1, .buildings = {}}};
        return settings;
    }

    [[nodiscard]] static std::string modelWords(const ground::Settings& settings) {
        if (settings.model != ground::Model::Sum) return std::string(toString(settings.model));
        return std::format("{} + {}", toString(*settings.sum.people), toString(*settings.sum.traffic));
    }

    ground_risk::Grounds& m_grounds;
    const geo::Surroundings& m_surroundings;
    const GroundSettings& m_settings;
    const plan::FlightPlan& m_plan;
};

} // namespace

plan::GroundRiskSource groundRiskOf(std::shared_ptr<ground_risk::Grounds> grounds, geo::Surroundings surroundings,
                                    GroundSettings settings) {
    return [grounds = std::move(grounds), surroundings = std::move(surroundings), settings = std::move(settings)](
               const plan::FlightPlan& plan) { return GroundCheck(*grounds, surroundings, settings, plan).run(); };
}

} // namespace haneul::plan_risk
