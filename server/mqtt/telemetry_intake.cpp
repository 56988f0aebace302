#include "server/mqtt/telemetry_intake.h"

#include "core/formats/geohash.h"
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace haneul::mqtt {

namespace {

using formats::TelemetryRecord;
using situation::NoticeSeverity;

struct TextHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

constexpr milliseconds forgetDroneAfter{600'000};

constexpr std::size_t topicPrecision = 5;

// In the cell or one of the eight around it; longitudes go round the date line.
bool near(const formats::GeohashCell& cell, const TelemetryRecord& record) {
    const geo::LatLon centre = cell.centre();
    const double width_deg = cell.northEast.longitude_deg - cell.southWest.longitude_deg;
    const double height_deg = cell.northEast.latitude_deg - cell.southWest.latitude_deg;
    const double across_deg = std::remainder(record.longitude_e7 * 1e-7 - centre.longitude_deg, 360.0);
    return std::abs(across_deg) <= 1.5 * width_deg &&
           std::abs(record.latitude_e7 * 1e-7 - centre.latitude_deg) <= 1.5 * height_deg;
}

struct Drone {
    double tokens = 0;
    std::optional<UtcMs> refilled; // nothing: not heard of yet
    std::optional<std::uint32_t> sequence;
};

struct Client {
    bool gateway = false;
    TextMap<Drone*> drones; // whom it may speak for
};

struct Topic {
    formats::GeohashCell cell;
    std::string_view client;
};

std::optional<Topic> readTopic(std::string_view topic) {
    constexpr std::string_view prefix = "haneul/v1/tele/";
    if (!topic.starts_with(prefix)) return std::nullopt;
    topic.remove_prefix(prefix.size());
    const std::size_t slash = topic.find('/');
    if (slash != topicPrecision) return std::nullopt;
    const auto cell = formats::geohashDecode(topic.substr(0, slash));
    const std::string_view client = topic.substr(slash + 1);
    if (!cell || !formats::validId(client)) return std::nullopt;
    return Topic{*cell, client};
}

// What an error text may show of something a stranger wrote: short and printable.
std::string printable(std::string_view text) {
    std::string shown = "\"";
    for (const char c : text.substr(0, 80))
        shown += c >= 0x20 && c < 0x7f && c != '"' ? c : '?';
    return shown + (text.size() > 80 ? "...\"" : "\"");
}

std::string describe(const formats::TelemetryRefusal& refusal) {
    std::string text = std::string(toString(refusal.error)) + " in record " + std::to_string(refusal.record);
    if (!refusal.field.empty()) text += ", field " + std::string(refusal.field);
    return text;
}

} // namespace

std::string_view toString(Refusal reason) {
    switch (reason) {
    case Refusal::Topic:
        return "topic";
    case Refusal::UnknownClient:
        return "unknown_client";
    case Refusal::TooLarge:
        return "too_large";
    case Refusal::Malformed:
        return "malformed";
    case Refusal::WrongDrone:
        return "wrong_drone";
    case Refusal::WrongCell:
        return "wrong_cell";
    case Refusal::TooFast:
        return "too_fast";
    case Refusal::TooManyDrones:
        return "too_many_drones";
    }
    return "";
}

class TelemetryIntake::Impl {
public:
    Impl(TelemetrySettings settings, situation::NoticeBoard& notices)
        : m_settings(std::move(settings))
        , m_notices(notices) {
        m_update.feed = m_settings.feed;
        m_update.source = traffic::SourceKind::Telemetry;
    }

    void setAccounts(std::span<const broker::MqttAccount> accounts) {
        m_clients.clear();
        TextSet listed;
        const auto allow = [&](Client& client, const std::string& id) {
            client.drones.emplace(id, &m_drones.try_emplace(id).first->second); // map nodes stay where they are
            listed.insert(id);
        };
        for (const auto& account : accounts) {
            Client& client = m_clients[account.name];
            client.gateway = !account.drones.empty();
            if (!client.gateway) allow(client, account.name);
            for (const auto& id : account.drones)
                allow(client, id);
        }
        std::erase_if(m_drones, [&](const auto& drone) { return !listed.contains(drone.first); });
    }

    void process(std::string_view topicText, std::string_view payload, UtcMs received, const Sink& sink) {
        const auto topic = readTopic(topicText);
        if (!topic) return refuse(Refusal::Topic, received, printable(topicText));
        const auto found = m_clients.find(topic->client);
        const Client* const client = found == m_clients.end() ? nullptr : &found->second;
        if (!client && m_settings.unknownClients == UnknownClients::Refuse)
            return refuse(Refusal::UnknownClient, received, printable(topic->client));
        const bool gateway = client && client->gateway;
        if (payload.size() > (gateway ? m_settings.maxGatewayPayload_bytes : m_settings.maxDronePayload_bytes))
            return refuse(Refusal::TooLarge, received,
                          printable(topic->client) + ", " + std::to_string(payload.size()) + " bytes");

        const auto count = formats::looksBinary(payload) ? formats::readTelemetryBinary(payload, m_records)
                                                         : m_json.read(payload, m_records);
        if (!count)
            return refuse(Refusal::Malformed, received, printable(topic->client) + ", " + describe(count.error()));
        ++m_counters.messages;
        const std::span<const TelemetryRecord> records(m_records.data(), *count);

        m_spokenFor.clear();
        for (const TelemetryRecord& record : records) {
            if (!gateway && record.droneId != topic->client) return refuseWrongDrone(*topic, record, received);
            Drone* const drone = client ? listedDrone(*client, record.droneId) : selfSpeaker(record.droneId, received);
            if (!drone && client) return refuseWrongDrone(*topic, record, received);
            if (!drone) return refuse(Refusal::TooManyDrones, received, printable(record.droneId));
            if (!gateway && !near(topic->cell, record))
                return refuse(Refusal::WrongCell, received, printable(topicText));
            m_spokenFor.push_back(drone);
        }
        for (std::size_t i = 0; i < records.size(); ++i)
            admit(records[i], *m_spokenFor[i], received, sink);
    }

    const TelemetryCounters& counters() const { return m_counters; }

private:
    void refuseWrongDrone(const Topic& topic, const TelemetryRecord& record, UtcMs received) {
        refuse(Refusal::WrongDrone, received, printable(topic.client) + " spoke for " + printable(record.droneId));
    }

    void admit(const TelemetryRecord& record, Drone& drone, UtcMs received, const Sink& sink) {
        refill(drone, received);
        if (drone.tokens < 1.0) return refuse(Refusal::TooFast, received, printable(record.droneId));
        drone.tokens -= 1.0;

        countGap(drone, record.sequence);
        const milliseconds off = utcMs(record.time_ms) - received;
        if (off > m_settings.clockTolerance || off < -m_settings.clockTolerance) ++m_counters.clockOff;
        ++m_counters.updates;
        sink(updateFrom(record, received));
    }

    static Drone* listedDrone(const Client& client, const std::string& id) {
        const auto found = client.drones.find(id);
        return found == client.drones.end() ? nullptr : found->second;
    }

    // A drone without an account, at a broker that guards its own.
    Drone* selfSpeaker(const std::string& id, UtcMs received) {
        if (const auto found = m_selfSpeakers.find(id); found != m_selfSpeakers.end()) return &found->second;
        if (m_selfSpeakers.size() >= m_settings.maxDrones && !makeRoom(received)) return nullptr;
        return &m_selfSpeakers[id];
    }

    bool makeRoom(UtcMs now) {
        if (m_lastPurge && now - *m_lastPurge < milliseconds(60'000)) return false;
        m_lastPurge = now;
        return std::erase_if(m_selfSpeakers, [&](const auto& drone) {
                   return !drone.second.refilled || now - *drone.second.refilled >= forgetDroneAfter;
               }) > 0;
    }

    void refill(Drone& drone, UtcMs now) const {
        if (!drone.refilled) {
            drone.tokens = m_settings.burst;
            drone.refilled = now;
            return;
        }
        const milliseconds passed = now - *drone.refilled;
        if (passed.count() <= 0) return;
        drone.tokens = std::min(m_settings.burst, drone.tokens + m_settings.rate_perSecond *
                                                                     static_cast<double>(passed.count()) / 1000.0);
        drone.refilled = now;
    }

    // As the picture counts: a counter that leaps was restarted or is wrong, not a loss of thousands.
    void countGap(Drone& drone, std::uint32_t sequence) {
        constexpr std::uint32_t believable = 10'000;
        if (!drone.sequence) {
            drone.sequence = sequence;
            return;
        }
        const std::uint32_t ahead = sequence - *drone.sequence;
        if (ahead >= 0x8000'0000u && 0u - ahead <= believable) return; // late, or again: the newest stays the mark
        if (ahead > 1 && ahead <= believable) m_counters.gaps += ahead - 1;
        drone.sequence = sequence;
    }

    const traffic::TrackUpdate& updateFrom(const TelemetryRecord& record, UtcMs received) {
        m_update.id.assign("uas:").append(record.droneId);
        m_update.label = record.droneId;
        m_update.sourceTime = utcMs(record.time_ms);
        m_update.received = received;
        m_update.sequence = record.sequence;
        m_update.position = geo::LatLon{record.latitude_e7 * 1e-7, record.longitude_e7 * 1e-7};
        m_update.height = geo::Height{record.altitude_mm * 1e-3, record.altitudeDatum};
        m_update.velocity = traffic::Velocity_mps{record.velocityNorth_mms * 1e-3, record.velocityEast_mms * 1e-3};
        m_update.verticalRate_mps = -1e-3 * record.velocityDown_mms;
        m_update.battery_pct = record.battery_pct;
        m_update.missionId = record.missionId;
        m_update.pilotId = record.pilotId;
        return m_update;
    }

    void refuse(Refusal reason, UtcMs now, const std::string& example) {
        ++m_counters.byReason[static_cast<std::size_t>(reason)];
        ++(reason == Refusal::Malformed ? m_counters.malformed : m_counters.refused);
        ++m_unreported[static_cast<std::size_t>(reason)];
        if (m_lastNotice && now - *m_lastNotice < m_settings.noticeEvery && now >= *m_lastNotice) return;
        m_lastNotice = now;
        std::string counts;
        for (std::size_t i = 0; i < refusalKinds; ++i)
            if (m_unreported[i] > 0)
                counts += (counts.empty() ? "" : ", ") + std::string(toString(static_cast<Refusal>(i))) + " " +
                          std::to_string(m_unreported[i]);
        m_unreported.fill(0);
        const std::string last = std::string(toString(reason)) + ", " + example;
        m_notices.post(now, NoticeSeverity::Warning, "TELEMETRY_REFUSED",
                       "Telemetry refused: " + counts + ". The last: " + last + ".", {counts, last});
    }

    const TelemetrySettings m_settings;
    situation::NoticeBoard& m_notices;
    formats::TelemetryJsonReader m_json;
    std::vector<TelemetryRecord> m_records; // reused
    TextMap<Client> m_clients;
    TextMap<Drone> m_drones; // those of the accounts
    TextMap<Drone> m_selfSpeakers;
    std::vector<Drone*> m_spokenFor; // of the payload at hand; reused
    TelemetryCounters m_counters;
    traffic::TrackUpdate m_update; // reused: its strings keep their room
    std::array<std::uint64_t, refusalKinds> m_unreported{};
    std::optional<UtcMs> m_lastNotice;
    std::optional<UtcMs> m_lastPurge;
};

TelemetryIntake::TelemetryIntake(TelemetrySettings settings, situation::NoticeBoard& notices)
    : m_impl(std::make_unique<Impl>(std::move(settings), notices)) {}

TelemetryIntake::~TelemetryIntake() = default;

void TelemetryIntake::setAccounts(std::span<const broker::MqttAccount> accounts) {
    m_impl->setAccounts(accounts);
}

void TelemetryIntake::process(std::string_view topic, std::string_view payload, UtcMs received, const Sink& sink) {
    m_impl->process(topic, payload, received, sink);
}

const TelemetryCounters& TelemetryIntake::counters() const {
    return m_impl->counters();
}

situation::FeedHealth feedHealth(std::string id, const IntakeStatus& intake, const TelemetryCounters& counters) {
    situation::FeedHealth health;
    health.id = std::move(id);
    health.kind = traffic::SourceKind::Telemetry;
    health.endpoint = intake.endpoint;
    health.state = intake.state;
    health.detail = intake.detail;
    health.lastMessage = intake.lastMessage;
    health.bytes = intake.bytes;
    health.messages = counters.messages;
    health.updates = counters.updates;
    health.malformed = counters.malformed;
    health.refused = counters.refused + intake.retained;
    health.gaps = counters.gaps;
    health.dropped = intake.dropped;
    return health;
}

} // namespace haneul::mqtt
