#include "server/http/zone_api.h"

#include "core/formats/ed318_writer.h"
#include "core/formats/zone_json.h"
#include "core/json/object.h"
#include "server/http/api_json.h"
#include "server/http/zone_answers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <numeric>
#include <utility>

namespace haneul::http {

namespace {

using airspace::AirspaceStatePtr;
using airspace::Zone;
using json::Object;
using Reply = std::function<void(Response)>;

constexpr std::array zoneRoutes{RouteId::Zones,        RouteId::Zone,        RouteId::PublishZone,
                                RouteId::WithdrawZone, RouteId::ZoneImpact,  RouteId::ZoneExport,
                                RouteId::ZoneImports,  RouteId::ImportZones, RouteId::GeoAwareness};
constexpr std::size_t usualLimit = 200;
constexpr std::size_t largestLimit = 1000;

// A rule of zones that was broken is 422; what failed in here stays 500.
Response refusal(const Error& error) {
    constexpr std::array inside{"INTERNAL", "DATABASE", "PROJECTION", "LOG_BAD_EVENT", "LOG_GUARD", "BAD_ENTRY"};
    auto response = errorResponse(error);
    if (response.status == 500 && !std::ranges::contains(inside, std::string_view(error.code))) response.status = 422;
    return response;
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// The query of one route: every name is asked for, whatever is left over is refused.
class Query {
public:
    explicit Query(std::string_view text) {
        auto items = parseQuery(text);
        if (!items) {
            m_error = items.error();
            return;
        }
        for (QueryItem& item : *items)
            m_items.emplace(std::move(item.name), std::move(item.value));
    }

    std::optional<std::string> text(const std::string& name) {
        const auto found = m_items.extract(name);
        if (!found) return std::nullopt;
        return found.mapped();
    }

    // "126.9,37.4,127.2,37.7": west, south, east, north.
    std::optional<geo::Box> box(const std::string& name) {
        const auto written = text(name);
        if (!written) return std::nullopt;
        std::array<double, 4> numbers{};
        std::string_view rest = *written;
        for (double& number : numbers) {
            const std::size_t end = rest.find(',');
            const auto value = numberIn(rest.substr(0, end));
            number = value.value_or(1000);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        const geo::Box box{numbers[1], numbers[0], numbers[3], numbers[2]};
        const bool sound = geo::LatLon{box.south_deg, box.west_deg}.valid() &&
                           geo::LatLon{box.north_deg, box.east_deg}.valid() && box.south_deg <= box.north_deg &&
                           rest.empty();
        if (!sound) bad(name, "expected west,south,east,north in degrees");
        return sound ? std::optional(box) : std::nullopt;
    }

    std::size_t limit() {
        const auto value = text("limit");
        if (!value) return usualLimit;
        const auto number = numberIn(*value);
        if (!number || *number < 1 || *number > largestLimit ||
            *number != static_cast<double>(static_cast<int>(*number))) {
            bad("limit", "expected a number from 1 to 1000");
            return usualLimit;
        }
        return static_cast<std::size_t>(*number);
    }

    void bad(const std::string& name, std::string message) {
        if (!m_error) m_error = Error{"BAD_QUERY", std::move(message), name};
    }

    std::optional<Error> error() {
        if (!m_error && !m_items.empty()) bad(m_items.begin()->first, "there is no such parameter");
        return m_error;
    }

private:
    std::map<std::string, std::string> m_items;
    std::optional<Error> m_error;
};

Result<Object> bodyOf(const ServiceCall& call) {
    const std::string_view type(call.contentType);
    if (type.substr(0, type.find_first_of("; ")) != "application/json")
        return fail("UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type");
    return Object::parse(call.body);
}

Result<UtcMs> timeFrom(Object& object, std::string_view key) {
    const auto text = object.string(key);
    if (!text) return std::unexpected(text.error());
    const auto time = fromRfc3339(*text);
    if (!time) return fail("BAD_FIELD", "must be a time like 2026-11-21T04:05:06Z", std::string(key));
    return *time;
}

Result<std::optional<UtcMs>> optionalTimeFrom(Object& object, std::string_view key) {
    if (object.has(key)) return timeFrom(object, key).transform([](UtcMs time) { return std::optional(time); });
    return object.optionalString(key).transform([](auto&&) { return std::optional<UtcMs>(); });
}

Result<airspace::Question> pointFrom(Object& object) {
    const auto place = object.numbers("point");
    if (!place) return std::unexpected(place.error());
    if (place->size() != 2) return fail("BAD_FIELD", "must be [longitude, latitude]", "point");
    const auto height = formats::limitFrom(object, "height");
    if (!height) return std::unexpected(height.error());
    const auto time = timeFrom(object, "time");
    if (!time) return std::unexpected(time.error());
    return airspace::PointQuestion{{(*place)[1], (*place)[0]}, *height, *time};
}

Result<airspace::Question> volumeFrom(Object& object) {
    auto inner = object.object("volume");
    if (!inner) return std::unexpected(inner.error());
    auto layer = formats::layerFrom(*inner);
    if (!layer) return std::unexpected(layer.error());
    if (const auto done = inner->finish(); !done) return std::unexpected(done.error());
    const auto from = optionalTimeFrom(object, "from");
    if (!from) return std::unexpected(from.error());
    const auto to = optionalTimeFrom(object, "to");
    if (!to) return std::unexpected(to.error());
    return geo::Volume4D{std::move(layer->area), layer->lower, layer->upper, *from, *to};
}

struct Answering {
    airspace::AirspaceService& service;
    ServiceCall& call;
    UtcMs now;
    Reply reply;

    [[nodiscard]] std::string key() const {
        return airspace::zoneKey(call.match.parameters[0], call.match.parameters[1]);
    }

    bool refused(Query& query) const {
        const auto error = query.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    // Nothing: there is none, and that was answered.
    [[nodiscard]] std::optional<std::size_t> numberOf(const airspace::AirspaceState& state) const {
        const airspace::ZoneRecord* const record = state.record(key());
        if (record != nullptr) return static_cast<std::size_t>(record - state.records.data());
        reply(errorResponse({"NO_SUCH_ZONE", "there is no zone of that name", key()}));
        return std::nullopt;
    }

    // The numbers of the zones that a list or an export is about.
    static std::vector<std::size_t> chosen(const airspace::AirspaceState& state, const std::optional<geo::Box>& box,
                                           const std::optional<airspace::ZoneType>& type) {
        std::vector<std::size_t> numbers;
        if (box) {
            numbers = state.index.zonesNear(*box);
        } else {
            numbers.resize(state.records.size());
            std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        }
        if (type) std::erase_if(numbers, [&](std::size_t number) { return state.index.zones()[number].type != *type; });
        return numbers;
    }

    static std::optional<airspace::ZoneType> typeIn(Query& query) {
        const auto name = query.text("type");
        const auto type = name ? airspace::zoneTypeFromString(*name) : std::nullopt;
        if (name && !type) query.bad("type", "PROHIBITED, REQ_AUTHORIZATION, CONDITIONAL, NO_RESTRICTION or USPACE");
        return type;
    }

    void zones() const {
        Query query(call.query);
        const auto box = query.box("bbox");
        const auto type = typeIn(query);
        const auto limit = query.limit();
        if (refused(query)) return;
        const AirspaceStatePtr state = service.state();
        auto numbers = chosen(*state, box, type);
        const std::size_t total = numbers.size();
        if (total > limit) numbers.resize(limit);
        reply(jsonResponse(zonesJson(*state, numbers, total, now)));
    }

    void oneZone() const {
        const AirspaceStatePtr state = service.state();
        if (const auto number = numberOf(*state)) reply(jsonResponse(zoneJson(*state, *number, now)));
    }

    void exported() const {
        Query query(call.query);
        const auto box = query.box("bbox");
        const auto type = typeIn(query);
        if (refused(query)) return;
        const AirspaceStatePtr state = service.state();
        std::vector<Zone> zones;
        for (const std::size_t number : chosen(*state, box, type))
            zones.push_back(state->index.zones()[number]);
        auto response =
            jsonResponse(formats::writeEd318(zones, {"Zones of this instance", {{"Haneul", "en"}}, now}).text);
        response.contentType = "application/geo+json";
        reply(std::move(response));
    }

    void publish() const {
        auto body = bodyOf(call);
        if (!body) return reply(errorResponse(body.error()));
        const auto basedOn = body->integer("based_on");
        if (!basedOn || *basedOn < 0)
            return reply(
                errorResponse(basedOn ? Error{"BAD_FIELD", "must not be negative", "based_on"} : basedOn.error()));
        auto zone = zoneOf(*body);
        if (!zone) return reply(errorResponse(zone.error()));
        if (airspace::zoneKey(*zone) != key())
            return reply(errorResponse({"BAD_FIELD", "the zone is another one than the path says", "zone.identifier"}));
        service.publishZone(call.who, *std::move(zone), static_cast<std::uint64_t>(*basedOn),
                            [reply = reply, fresh = *basedOn == 0](const Result<std::uint64_t>& revision) {
                                if (!revision) return reply(refusal(revision.error()));
                                json::JsonWriter json;
                                json.beginObject().key("revision").count(*revision).endObject();
                                auto response = jsonResponse(json.take());
                                response.status = fresh ? 201 : 200;
                                reply(std::move(response));
                            });
    }

    static Result<Zone> zoneOf(Object& body) {
        auto inner = body.object("zone");
        if (!inner) return std::unexpected(inner.error());
        auto zone = formats::zoneFrom(*std::move(inner));
        if (!zone) return zone;
        if (const auto done = body.finish(); !done) return std::unexpected(done.error());
        return zone;
    }

    void withdraw() const {
        auto body = bodyOf(call);
        if (!body) return reply(errorResponse(body.error()));
        auto reason = body->string("reason");
        if (!reason) return reply(errorResponse(reason.error()));
        if (const auto done = body->finish(); !done) return reply(errorResponse(done.error()));
        service.withdrawZone(call.who, key(), *std::move(reason), [reply = reply](const Result<void>& done) {
            reply(done ? jsonResponse(R"({"status":"ok"})") : refusal(done.error()));
        });
    }

    void impact() const {
        auto body = bodyOf(call);
        if (!body) return reply(errorResponse(body.error()));
        auto zone = zoneOf(*body);
        if (!zone) return reply(errorResponse(zone.error()));
        service.impactOf(call.who, *zone,
                         [reply = reply, zone = *zone](const Result<std::vector<airspace::Impact>>& impacts) {
                             reply(impacts ? jsonResponse(impactJson(zone, *impacts)) : refusal(impacts.error()));
                         });
    }

    static formats::ZoneFileOptions optionsIn(Query& query) {
        formats::ZoneFileOptions options;
        options.country = query.text("country").value_or("");
        const auto prefix = query.text("prefix");
        const auto type = typeIn(query);
        const auto upper = query.text("upper_agl_m");
        const auto upper_m = upper ? numberIn(*upper) : std::nullopt;
        if (upper && !upper_m) query.bad("upper_agl_m", "expected metres above the ground");
        if (!prefix) {
            if (type || upper) query.bad("prefix", "type and upper_agl_m need a prefix for the identifiers");
            return options;
        }
        options.defaults = formats::ZoneDefaults{.country = options.country, .identifierPrefix = *prefix};
        if (type) options.defaults->type = *type;
        if (upper_m) options.defaults->upper = geo::VerticalLimit{*upper_m, geo::VerticalReference::Agl};
        return options;
    }

    void import() const {
        Query query(call.query);
        airspace::ZoneFile file{query.text("file").value_or("upload"), std::move(call.body), optionsIn(query), {}};
        const auto choice = airspace::importChoiceFrom(query.text("choice").value_or("all_or_nothing"));
        if (!choice) query.bad("choice", "all_or_nothing, sound or with_quarantined");
        const std::string dryRun = query.text("dry_run").value_or("false");
        if (dryRun != "true" && dryRun != "false") query.bad("dry_run", "true or false");
        if (refused(query)) return;
        const std::string name = file.name;
        service.readFile(call.who, std::move(file),
                         [service = &service, who = call.who, name, choice = *choice, dryRun = dryRun == "true",
                          reply = reply](const Result<airspace::ZoneImport>& import) {
                             if (!import) return reply(refusal(import.error()));
                             if (dryRun) return reply(jsonResponse(importJson(*import, nullptr)));
                             take(*service, who, *import, name, choice, reply);
                         });
    }

    // 422 with the whole report where nothing was taken: each problem with its path.
    static void take(airspace::AirspaceService& service, const people::Principal& who,
                     const airspace::ZoneImport& import, const std::string& name, airspace::ImportChoice choice,
                     const Reply& reply) {
        service.importZones(who, import, name, choice, [import, reply](const Result<airspace::ImportRecord>& record) {
            if (record) {
                auto response = jsonResponse(importJson(import, &*record));
                response.status = 201;
                return reply(std::move(response));
            }
            auto response = refusal(record.error());
            if (record.error().code == "IMPORT_NOT_SOUND" || record.error().code == "NOTHING_TAKEN")
                response.body = std::make_shared<const std::string>(
                    errorJson(record.error()).substr(0, errorJson(record.error()).size() - 1) + R"(,"report":)" +
                    importJson(import, nullptr) + '}');
            reply(std::move(response));
        });
    }

    void ask() const {
        auto body = bodyOf(call);
        if (!body) return reply(errorResponse(body.error()));
        auto question = body->has("point") ? pointFrom(*body) : volumeFrom(*body);
        if (!question) return reply(errorResponse(question.error()));
        if (const auto done = body->finish(); !done) return reply(errorResponse(done.error()));
        service.ask(call.who, *std::move(question), [reply = reply](const Result<airspace::Awareness>& awareness) {
            reply(awareness ? jsonResponse(awarenessJson(*awareness)) : refusal(awareness.error()));
        });
    }
};

bool takesQuery(RouteId route) {
    constexpr std::array routes{RouteId::Zones, RouteId::ZoneExport, RouteId::ImportZones};
    return std::ranges::contains(routes, route);
}

} // namespace

bool isZoneRoute(RouteId route) {
    return std::ranges::contains(zoneRoutes, route);
}

void answerZones(airspace::AirspaceService& service, ServiceCall call, UtcMs now, Reply reply) {
    const RouteId route = call.match.route->id;
    if (!takesQuery(route) && !call.query.empty())
        return reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    const Answering answering{service, call, now, reply};
    switch (route) {
    case RouteId::Zones:
        return answering.zones();
    case RouteId::Zone:
        return answering.oneZone();
    case RouteId::PublishZone:
        return answering.publish();
    case RouteId::WithdrawZone:
        return answering.withdraw();
    case RouteId::ZoneImpact:
        return answering.impact();
    case RouteId::ZoneExport:
        return answering.exported();
    case RouteId::ZoneImports:
        return reply(jsonResponse(importsJson(*service.state())));
    case RouteId::ImportZones:
        return answering.import();
    case RouteId::GeoAwareness:
        return answering.ask();
    default:
        return reply(errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
