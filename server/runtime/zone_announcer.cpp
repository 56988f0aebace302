#include "server/runtime/zone_announcer.h"

#include "core/json/json_writer.h"
#include "server/airspace/events.h"

#include <mutex>
#include <optional>
#include <utility>

namespace haneul::runtime {

namespace {

// "KOR:RKP73"
std::pair<std::string_view, std::string_view> partsOf(std::string_view key) {
    const std::size_t colon = key.find(':');
    if (colon == std::string_view::npos) return {"", key};
    return {key.substr(0, colon), key.substr(colon + 1)};
}

json::JsonWriter begun(const log::Entry& entry, std::string_view event, std::string_view key) {
    const auto [country, identifier] = partsOf(key);
    json::JsonWriter json;
    json.beginObject().key("schema").string("haneul.zone.1").key("event").string(event);
    json.key("country").string(country).key("identifier").string(identifier);
    json.key("time").time(utcMs(entry.time.wall_ms)).key("by").string(entry.user);
    return json;
}

std::string messageOf(const log::Entry& entry, const airspace::ZonePublished& event) {
    auto json = begun(entry, event.revision > 1 ? "zone.changed" : "zone.published", event.key);
    json.key("revision").count(event.revision).key("reason").null().key("zone");
    event.body.size() <= mostZoneBytes ? json.raw(event.body) : json.null();
    json.endObject();
    return json.take();
}

std::string messageOf(const log::Entry& entry, const airspace::ZoneWithdrawn& event) {
    auto json = begun(entry, "zone.withdrawn", event.key);
    json.key("revision").null().key("reason").string(event.reason).key("zone").null().endObject();
    return json.take();
}

} // namespace

std::string zoneMessage(const log::Entry& entry) {
    if (!entry.type.starts_with(airspace::airspacePrefix)) return {};
    const auto event = airspace::eventFrom(entry.type, entry.body);
    if (!event) return {}; // the projection has refused it already
    if (const auto* const published = std::get_if<airspace::ZonePublished>(&*event))
        return messageOf(entry, *published);
    if (const auto* const withdrawn = std::get_if<airspace::ZoneWithdrawn>(&*event))
        return messageOf(entry, *withdrawn);
    return {};
}

struct ZoneAnnouncer::Impl {
    mutable std::mutex mutex;
    std::optional<EventTeller> teller; // none: it has ended
};

ZoneAnnouncer::ZoneAnnouncer(log::EventLog& log, const clock::Clock& clock, situation::NoticeBoard& notices,
                             std::function<broker::BrokerEndpoint()> endpoint, std::size_t mostWaiting)
    : m_impl(std::make_shared<Impl>()) {
    m_impl->teller.emplace(
        std::string(zoneTopic), clock, notices, std::move(endpoint),
        EventTeller::Untold{"ZONES_UNTOLD",
                            "the MQTT broker is away: messages about zones are dropped, the oldest first"},
        mostWaiting);
    log.subscribe([weak = std::weak_ptr<Impl>(m_impl)](const log::Entry& entry) {
        const auto alive = weak.lock();
        if (!alive) return;
        std::string message = zoneMessage(entry);
        if (message.empty()) return;
        const std::lock_guard lock(alive->mutex);
        if (alive->teller) alive->teller->tell(std::move(message));
    });
}

ZoneAnnouncer::~ZoneAnnouncer() {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->teller.reset();
}

std::size_t ZoneAnnouncer::waiting() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->teller->waiting();
}

std::uint64_t ZoneAnnouncer::dropped() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->teller->dropped();
}

} // namespace haneul::runtime
