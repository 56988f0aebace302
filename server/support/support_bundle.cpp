#include "server/support/support_bundle.h"

#include "core/json/json_writer.h"
#include "server/storage/database.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QVariant>

#include <map>
#include <thread>

#include <sys/utsname.h>
#include <unistd.h>

namespace haneul::support {

namespace {

using json::JsonWriter;

constexpr auto readMe =
    "Haneul support bundle\n"
    "\n"
    "In it: versions, facts of the machine, configuration, settings, state and counters of feeds, notices by their\n"
    "codes, counts of the event log. Not in it: passwords, hashes, tokens, names of people, hosts, drones and "
    "folders,\n"
    "addresses, positions, texts. Every file is readable text; look through them before you send them.\n";

std::string versions(const BundleContext& context) {
    JsonWriter json;
    json.beginObject();
    json.key("program").string(context.program);
    json.key("version").string(context.version);
    json.key("made").time(context.now);
    json.key("qt").string(qVersion());
#if defined(__clang__)
    json.key("compiler").string("clang " __clang_version__);
#else
    json.key("compiler").string("gcc " __VERSION__);
#endif
#ifdef NDEBUG
    json.key("build").string("release");
#else
    json.key("build").string("debug");
#endif
    json.endObject();
    return json.take();
}

std::string machine(const BundleContext& context) {
    JsonWriter json;
    json.beginObject();
    utsname names{};
    if (::uname(&names) == 0) { // without `nodename`
        json.key("system").string(names.sysname);
        json.key("kernel").string(names.release);
        json.key("architecture").string(names.machine);
    }
    json.key("processors").count(std::thread::hardware_concurrency());
    const auto pages = ::sysconf(_SC_PHYS_PAGES);
    const auto pageSize = ::sysconf(_SC_PAGESIZE);
    if (pages > 0 && pageSize > 0)
        json.key("memory_bytes").count(static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageSize));
    std::error_code error;
    const auto space = std::filesystem::space(context.settings.dataFolder, error);
    if (!error) json.key("data_disk_free_bytes").count(space.available);
    const auto size = std::filesystem::file_size(context.settings.dataFolder / "haneul.sqlite", error);
    if (!error) json.key("database_bytes").count(size);
    json.endObject();
    return json.take();
}

bool isLoopback(std::string_view host) {
    return host.starts_with("127.") || host == "::1" || host == "localhost";
}

std::string configuration(const runtime::Settings& settings) {
    JsonWriter json;
    json.beginObject();
    const auto place = [](std::string_view host) { return isLoopback(host) ? "this machine" : "elsewhere"; };
    json.key("http").beginObject();
    json.key("listens_on").string(isLoopback(settings.httpHost) ? "this machine only" : "the network");
    json.key("port").count(settings.httpPort);
    json.endObject();
    json.key("mqtt").beginObject();
    const bool embedded = settings.mqtt == runtime::MqttMode::Embedded;
    json.key("broker").string(embedded ? "embedded" : "external");
    if (settings.externalBroker) {
        json.key("at").string(place(settings.externalBroker->host));
        json.key("port").count(settings.externalBroker->port);
    }
    json.key("accounts").count(settings.mqttAccounts.size());
    json.endObject();
    json.key("sbs").beginArray();
    for (const auto& feed : settings.sbs) {
        json.beginObject();
        json.key("at").string(place(feed.host));
        json.key("port").count(feed.port);
        json.endObject();
    }
    json.endArray();
    json.key("mavlink").beginArray();
    for (const auto& feed : settings.mavlink) {
        json.beginObject();
        json.key("at").string(place(feed.host));
        json.key("port").count(feed.port);
        json.endObject();
    }
    json.endArray();
    json.key("demo").boolean(settings.demo);
    json.key("replay").boolean(settings.replayFile.has_value());
    std::error_code ignored;
    json.key("map_pack_there").boolean(std::filesystem::exists(settings.mapPack, ignored));
    json.key("stale_after_ms").integer(settings.tracks.staleAfter.count());
    json.key("lost_after_ms").integer(settings.tracks.lostAfter.count());
    json.key("forget_after_ms").integer(settings.tracks.forgetAfter.count());
    json.endObject();
    return json.take();
}

// Values of the groups that say nothing about people or places, and of these only words of a list and numbers.
std::string settingsOf(const std::filesystem::path& folder) {
    JsonWriter json;
    json.beginObject();
    QFile file(QString::fromStdString((folder / "settings.json").string()));
    constexpr qint64 most = 256 * 1024;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonObject root = QJsonDocument::fromJson(file.read(most)).object();
        const QJsonObject values = root.value(QLatin1StringView("values")).toObject();
        for (const char* id : {"appearance.theme", "appearance.language", "appearance.text_scale", "units.height",
                               "units.speed", "units.distance", "map.label_detail", "map.vector_s", "map.trail_s",
                               "scene3d.exaggeration", "start.map"}) {
            const QJsonValue value = values.value(QLatin1StringView(id));
            if (value.isDouble()) json.key(id).number(value.toDouble(), 3);
            if (value.isString() && value.toString().size() <= 8) json.key(id).string(value.toString().toStdString());
        }
        json.key("changed_keys").integer(root.value(QLatin1StringView("keys")).toObject().size());
    } else {
        json.key("file").string("none");
    }
    json.endObject();
    return json.take();
}

std::string feeds(const situation::Situation& situation) {
    JsonWriter json;
    json.beginArray();
    for (const situation::FeedHealth& feed : situation.feeds) {
        json.beginObject();
        json.key("kind").string(traffic::toString(feed.kind));
        json.key("state").string(situation::toString(feed.state));
        json.key("last_message").timeOrNull(feed.lastMessage);
        const std::pair<const char*, std::uint64_t> counts[] = {
            {"bytes", feed.bytes},           {"messages", feed.messages}, {"updates", feed.updates},
            {"malformed", feed.malformed},   {"refused", feed.refused},   {"ignored", feed.ignored},
            {"duplicates", feed.duplicates}, {"late", feed.late},         {"gaps", feed.gaps},
            {"dropped", feed.dropped}};
        for (const auto& [name, count] : counts)
            json.key(name).count(count);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

std::string notices(const situation::Situation& situation) {
    JsonWriter json;
    json.beginArray();
    for (const situation::Notice& notice : situation.notices) {
        json.beginObject();
        json.key("number").count(notice.number);
        json.key("time").time(notice.time);
        json.key("severity").string(situation::toString(notice.severity));
        json.key("code").string(notice.code);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

std::string metrics(const situation::Situation& situation) {
    std::map<traffic::TrackState, std::uint64_t> states;
    for (const traffic::TrackPtr& track : situation.tracks)
        ++states[track->state];
    JsonWriter json;
    json.beginObject();
    json.key("publication").count(situation.number);
    json.key("time").time(situation.time);
    json.key("mode").string(situation::toString(situation.mode));
    for (const auto state : {traffic::TrackState::Live, traffic::TrackState::Stale, traffic::TrackState::Lost})
        json.key("tracks_" + std::string(traffic::toString(state))).count(states[state]);
    json.key("updates").count(situation.counters.updates);
    json.key("duplicates").count(situation.counters.duplicates);
    json.key("late").count(situation.counters.late);
    json.key("refused_full").count(situation.counters.refusedFull);
    json.key("gaps").count(situation.counters.gaps);
    json.endObject();
    return json.take();
}

// How long the event log is, never what is in it.
std::string log(const std::filesystem::path& folder) {
    JsonWriter json;
    json.beginObject();
    std::error_code ignored;
    const auto path = folder / "haneul.sqlite";
    if (!std::filesystem::exists(path, ignored)) {
        json.key("database").string("none");
        json.endObject();
        return json.take();
    }
    const auto database = storage::Database::open(path, storage::Database::Role::Reader);
    if (!database) {
        json.key("database").string(database.error().code);
        json.endObject();
        return json.take();
    }
    json.key("database").string("readable");
    const std::pair<const char*, QString> questions[] = {
        {"schema", QStringLiteral("PRAGMA user_version")},
        {"pages", QStringLiteral("PRAGMA page_count")},
        {"log_entries", QStringLiteral("SELECT count(*) FROM log_entry")},
        {"log_origins", QStringLiteral("SELECT count(DISTINCT origin) FROM log_entry")},
        {"log_head", QStringLiteral("SELECT coalesce(max(sequence), 0) FROM log_entry")},
    };
    for (const auto& [name, question] : questions)
        if (const auto answer = database->value(question)) json.key(name).integer(answer->toLongLong());
    json.endObject();
    return json.take();
}

} // namespace

std::vector<ArchiveFile> bundleFiles(const BundleContext& context) {
    const auto& folder = context.settings.dataFolder;
    std::vector<ArchiveFile> files{
        {"haneul-support/README.txt", readMe},
        {"haneul-support/versions.json", versions(context)},
        {"haneul-support/machine.json", machine(context)},
        {"haneul-support/configuration.json", configuration(context.settings)},
        {"haneul-support/settings.json", settingsOf(folder)},
        {"haneul-support/log.json", log(folder)},
    };
    if (context.situation) {
        files.push_back({"haneul-support/feeds.json", feeds(*context.situation)});
        files.push_back({"haneul-support/notices.json", notices(*context.situation)});
        files.push_back({"haneul-support/metrics.json", metrics(*context.situation)});
    }
    return files;
}

Result<void> writeBundle(const BundleContext& context, const std::filesystem::path& path) {
    return writeWhole(path, tarGz(bundleFiles(context), context.now));
}

} // namespace haneul::support
