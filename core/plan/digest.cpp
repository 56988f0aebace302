#include "core/plan/digest.h"

#include <sodium.h>

#include <array>
#include <bit>
#include <cstring>

namespace haneul::plan {

namespace {

constexpr std::size_t digestSize = 32;

std::array<char, 8> bytesOf(std::uint64_t bits) {
    std::array<char, 8> bytes{};
    for (auto& byte : bytes) { // the same on every machine
        byte = static_cast<char>(bits & 0xFFU);
        bits >>= 8U;
    }
    return bytes;
}

} // namespace

struct Digest::State {
    crypto_generichash_state hash;
};

Digest::Digest()
    : m_state(std::make_unique<State>()) {
    crypto_generichash_init(&m_state->hash, nullptr, 0, digestSize);
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::raw(char kind, std::string_view bytes) {
    const auto feed = [&](const char* data, std::size_t size) {
        std::array<unsigned char, 64> block{};
        while (size > 0) {
            const std::size_t part = std::min(size, block.size());
            std::memcpy(block.data(), data, part);
            crypto_generichash_update(&m_state->hash, block.data(), part);
            data += part;
            size -= part;
        }
    };
    const auto length = bytesOf(bytes.size());
    feed(&kind, 1);
    feed(length.data(), length.size());
    feed(bytes.data(), bytes.size());
}

Digest& Digest::add(std::string_view text) {
    raw('t', text);
    return *this;
}

Digest& Digest::add(double number) {
    const auto bytes = bytesOf(std::bit_cast<std::uint64_t>(number));
    raw('d', {bytes.data(), bytes.size()});
    return *this;
}

Digest& Digest::add(std::int64_t number) {
    const auto bytes = bytesOf(static_cast<std::uint64_t>(number));
    raw('i', {bytes.data(), bytes.size()});
    return *this;
}

Digest& Digest::add(UtcMs time) {
    return add(sinceEpoch_ms(time));
}

Digest& Digest::add(geo::LatLon place) {
    return add(place.latitude_deg).add(place.longitude_deg);
}

Digest& Digest::add(const geo::VerticalLimit& limit) {
    return add(limit.metres).add(toString(limit.reference));
}

Digest& Digest::add(const geo::Area& area) {
    if (const auto* circle = std::get_if<geo::Circle>(&area))
        return add("circle").add(circle->centre).add(circle->radius_m);
    const auto& polygon = std::get<geo::Polygon>(area);
    add("polygon").addAll(polygon.outer).add(static_cast<std::int64_t>(polygon.holes.size()));
    for (const auto& hole : polygon.holes)
        addAll(hole);
    return *this;
}

Digest& Digest::add(const geo::Volume4D& volume) {
    return add(volume.area).add(volume.lower).add(volume.upper).add(volume.from).add(volume.to);
}

std::string Digest::hex() && {
    std::array<unsigned char, digestSize> bytes{};
    crypto_generichash_final(&m_state->hash, bytes.data(), bytes.size());
    std::array<char, 2 * digestSize + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

namespace {

void addOperation(Digest& digest, const Operation& operation) {
    digest.add(toString(patternOf(operation)));
    if (const auto* route = std::get_if<WaypointRoute>(&operation)) {
        digest.add(static_cast<std::int64_t>(route->points.size()));
        for (const auto& point : route->points)
            digest.add(point.place).add(point.height).add(std::int64_t{point.hold.count()});
    } else if (const auto* grid = std::get_if<GridPattern>(&operation)) {
        digest.add(geo::Area(grid->area)).add(grid->spacing_m).add(grid->heading_deg).add(grid->height);
    } else if (const auto* corridor = std::get_if<CorridorPattern>(&operation)) {
        digest.addAll(corridor->line).add(corridor->halfWidth_m).add(std::int64_t{corridor->passes});
        digest.add(corridor->height);
    } else if (const auto* area = std::get_if<AreaOperation>(&operation)) {
        digest.add(area->area).add(area->lower).add(area->upper);
    }
}

} // namespace

void addPlan(Digest& digest, const FlightPlan& plan) {
    digest.add(plan.id).add(std::int64_t{plan.version}).add(plan.operator_id).add(plan.drone_id).add(plan.pilot_id);
    digest.add(plan.battery_id).addAll(plan.payload_ids).add(plan.parcels_kg).add(plan.profile).add(plan.missionType);
    digest.add(plan.objective).add(plan.mission_id);
    addOperation(digest, plan.operation);
    digest.add(plan.start).add(plan.end).add(plan.parameters.cruise_mps).add(plan.parameters.climb_mps);
    digest.add(plan.parameters.descent_mps).add(toString(plan.parameters.mode));
    digest.add(plan.contingency.lostLink ? toString(*plan.contingency.lostLink) : std::string_view());
    digest.add(static_cast<std::int64_t>(plan.contingency.landingSites.size()));
    for (const auto& site : plan.contingency.landingSites)
        digest.add(site.name).add(site.place);
    digest.add(static_cast<std::int64_t>(plan.documents.size()));
    for (const auto& document : plan.documents)
        digest.add(toString(document.kind))
            .add(document.number)
            .add(document.authority)
            .addAll(document.zone_ids)
            .add(document.valid_from)
            .add(document.valid_until);
    digest.add(std::int64_t{plan.priority}).addAll(plan.volumes);
}

void addModel(Digest& digest, const fleet::DroneModel& model) {
    digest.add(model.id).add(model.maxSpeed_mps).add(model.maxClimb_mps).add(model.maxDescent_mps);
    digest.add(model.endurance_s).add(model.maxPayload_kg).add(model.minFirmware).add(model.inspectionEvery_h);
    digest.add(model.inspectionEvery_d).add(model.batteryCapacity_mah);
    digest.add(model.batteryCycleLimit ? std::optional<std::int64_t>(*model.batteryCycleLimit) : std::nullopt);
}

void addAssignment(Digest& digest, const fleet::Assignment& assignment) {
    const auto present = [&](bool there) {
        digest.add(std::int64_t{there});
        return there;
    };
    if (present(assignment.drone.has_value())) {
        const auto& drone = *assignment.drone;
        digest.add(drone.id).add(drone.organisation_id).add(drone.model_id).add(drone.firmware_version);
        digest.add(drone.flown_h).add(static_cast<std::int64_t>(drone.status));
    }
    if (present(assignment.model.has_value())) addModel(digest, *assignment.model);
    if (present(assignment.battery.has_value())) {
        const auto& battery = *assignment.battery;
        digest.add(battery.id).add(battery.drone_id).add(battery.capacity_mah).add(battery.charge_pct);
        digest.add(battery.charge_read);
        digest.add(battery.cycle_count ? std::optional<std::int64_t>(*battery.cycle_count) : std::nullopt);
    }
    digest.add(static_cast<std::int64_t>(assignment.payloads.size()));
    for (const auto& payload : assignment.payloads)
        digest.add(payload.id).add(payload.mass_kg).addAll(payload.capabilities).addAll(payload.model_ids);
    if (present(assignment.maintenance.has_value()))
        for (const auto& record : *assignment.maintenance)
            digest.add(record.id)
                .add(record.drone_id)
                .add(static_cast<std::int64_t>(record.kind))
                .add(record.at)
                .add(record.flown_h)
                .add(record.closed_at);
    if (present(assignment.pilot.has_value())) {
        const auto& pilot = *assignment.pilot;
        digest.add(pilot.id).add(pilot.certification_number).add(pilot.certified_until).add(pilot.last_flight);
        digest.add(pilot.flown_h).add(std::int64_t{pilot.suspended});
        if (present(pilot.ratings.has_value()))
            for (const auto& rating : *pilot.ratings)
                digest.add(rating.model_id).add(rating.valid_until).add(std::int64_t{rating.bvlos});
    }
    if (present(assignment.organisation.has_value()))
        digest.add(assignment.organisation->id)
            .add(assignment.organisation->insured_until)
            .add(assignment.organisation->licensed_until);
    digest.add(std::int64_t{assignment.batteryRetired}).add(std::int64_t{assignment.pilotRetired});
    digest.addAll(assignment.retiredPayloads);
}

} // namespace haneul::plan
