#include "core/formats/sbs.h"
#include "server/feeds/decoder.h"

#include <cmath>
#include <format>
#include <numbers>

namespace haneul::feeds {

namespace {

using formats::SbsMessage;

traffic::TrackUpdate updateFrom(const SbsMessage& message, const std::string& feed, UtcMs received) {
    traffic::TrackUpdate update;
    update.id = std::format("icao:{:06X}", message.icaoAddress);
    update.feed = feed;
    update.source = traffic::SourceKind::Sbs;
    update.sourceTime = message.generated;
    update.received = received;
    update.label = message.callsign;
    if (message.latitude_deg && message.longitude_deg)
        update.position = geo::LatLon{*message.latitude_deg, *message.longitude_deg};
    if (message.altitude_ft)
        update.height = geo::Height{*message.altitude_ft * geo::metresPerFoot, geo::HeightDatum::Std};
    if (message.groundSpeed_kt && message.track_deg) {
        const double speed_mps = *message.groundSpeed_kt * geo::metresPerSecondPerKnot;
        const double track_rad = *message.track_deg * std::numbers::pi / 180.0;
        update.velocity = traffic::Velocity_mps{speed_mps * std::cos(track_rad), speed_mps * std::sin(track_rad)};
    }
    if (message.verticalRate_fpm) update.verticalRate_mps = *message.verticalRate_fpm * geo::metresPerFoot / 60.0;
    update.onGround = message.onGround;
    update.squawk = message.squawk;
    return update;
}

class SbsDecoder final : public Decoder {
public:
    explicit SbsDecoder(std::string feed)
        : m_feed(std::move(feed)) {}

    void decode(std::span<const std::byte> bytes, UtcMs received, const UpdateSink& sink) override {
        m_counters.bytes += bytes.size();
        m_lines.feed(bytes, [&](std::string_view line) { takeLine(line, received, sink); });
        m_counters.malformed = m_badLines + m_lines.malformedLines();
    }

    void connectionLost() override { m_lines.reset(); }

    [[nodiscard]] const DecodeCounters& counters() const override { return m_counters; }

private:
    void takeLine(std::string_view line, UtcMs received, const UpdateSink& sink) {
        const auto message = formats::parseSbsLine(line);
        if (!message) {
            if (message.error().code == "SBS_RANGE")
                ++m_counters.refused;
            else
                ++m_badLines;
            return;
        }
        ++m_counters.messages;
        if (message->kind == SbsMessage::Kind::Other) {
            ++m_counters.ignored;
            return;
        }
        ++m_counters.updates;
        sink(updateFrom(*message, m_feed, received));
    }

    std::string m_feed;
    formats::SbsLineSplitter m_lines;
    std::uint64_t m_badLines = 0;
    DecodeCounters m_counters;
};

} // namespace

std::unique_ptr<Decoder> makeSbsDecoder(std::string feed) {
    return std::make_unique<SbsDecoder>(std::move(feed));
}

} // namespace haneul::feeds
