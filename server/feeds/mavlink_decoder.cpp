#include "core/formats/mavlink.h"
#include "server/feeds/decoder.h"

#include <format>
#include <map>

namespace haneul::feeds {

namespace {

using namespace formats;

// What one system id on the link has said of itself.
struct System {
    bool isVehicle = false;
    std::optional<std::uint8_t> remaining_pct;
    // UTC of the vehicle's own zero, once it has told the time.
    std::optional<std::int64_t> bootUtc_ms;
};

class MavlinkDecoder final : public Decoder {
public:
    explicit MavlinkDecoder(std::string feed)
        : m_feed(std::move(feed)) {
        m_name = m_feed.starts_with("mavlink:") ? m_feed.substr(8) : m_feed;
    }

    void decode(std::span<const std::byte> bytes, UtcMs received, const UpdateSink& sink) override {
        m_counters.bytes += bytes.size();
        const MavlinkCounters before = m_parser.counters();
        m_parser.feed(bytes, [&](const MavlinkFrame& frame) { takeFrame(frame, received, sink); });
        const MavlinkCounters& after = m_parser.counters();
        m_counters.messages = after.frames + after.unknown;
        m_counters.ignored += after.unknown - before.unknown;
        // A run of damaged bytes is one fault, however many bytes it has; a failed checksum is another kind of the
        // same.
        if (after.garbageBytes > before.garbageBytes || after.badChecksum > before.badChecksum) ++m_counters.malformed;
        m_counters.refused = after.refused + m_refusedValues;
    }

    void connectionLost() override { m_parser.reset(); }

    [[nodiscard]] const DecodeCounters& counters() const override { return m_counters; }

private:
    void takeFrame(const MavlinkFrame& frame, UtcMs received, const UpdateSink& sink) {
        System& system = m_systems[frame.systemId];
        const bool fromAutopilot = frame.componentId == mavlinkAutopilotComponent;
        if (const auto heartbeat = decodeHeartbeat(frame)) {
            // Only the autopilot speaks for the airframe; a gimbal or camera of the same system has its own heartbeat.
            if (fromAutopilot) system.isVehicle = heartbeat->isVehicle();
            ++m_counters.ignored;
        } else if (!system.isVehicle || !fromAutopilot) {
            ++m_counters.ignored;
        } else if (const auto status = decodeSysStatus(frame)) {
            system.remaining_pct = status->remaining_pct;
            ++m_counters.ignored;
        } else if (const auto time = decodeSystemTime(frame)) {
            if (time->unix_us > 0)
                system.bootUtc_ms = static_cast<std::int64_t>(time->unix_us / 1000) - time->sinceBoot_ms;
            ++m_counters.ignored;
        } else if (const auto position = decodeGlobalPosition(frame)) {
            takePosition(frame.systemId, system, *position, received, sink);
        } else {
            ++m_counters.ignored;
        }
    }

    void takePosition(std::uint8_t systemId, const System& system, const MavlinkGlobalPosition& position,
                      UtcMs received, const UpdateSink& sink) {
        traffic::TrackUpdate update;
        update.id = std::format("mav:{}:{}", m_name, systemId);
        update.feed = m_feed;
        update.source = traffic::SourceKind::Mavlink;
        update.received = received;
        if (system.bootUtc_ms) update.sourceTime = utcMs(*system.bootUtc_ms + position.sinceBoot_ms);
        const geo::LatLon point{position.latitude_e7 * 1e-7, position.longitude_e7 * 1e-7};
        if (!point.valid()) {
            ++m_refusedValues;
            return;
        }
        // Autopilots send zeros until they have a fix; that is "not known", not a place in the Gulf of Guinea.
        const bool hasFix = position.latitude_e7 != 0 || position.longitude_e7 != 0;
        if (hasFix) {
            update.position = point;
            update.height = geo::Height{position.altitude_mm / 1000.0, geo::HeightDatum::Amsl};
        }
        update.velocity = traffic::Velocity_mps{position.velocityNorth_cms / 100.0, position.velocityEast_cms / 100.0};
        update.verticalRate_mps = -position.velocityDown_cms / 100.0;
        if (system.remaining_pct) update.battery_pct = *system.remaining_pct;
        ++m_counters.updates;
        sink(update);
    }

    std::string m_feed;
    std::string m_name;
    MavlinkParser m_parser;
    std::map<std::uint8_t, System> m_systems;
    std::uint64_t m_refusedValues = 0;
    DecodeCounters m_counters;
};

} // namespace

std::unique_ptr<Decoder> makeMavlinkDecoder(std::string feed) {
    return std::make_unique<MavlinkDecoder>(std::move(feed));
}

} // namespace haneul::feeds
