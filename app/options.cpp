#include "app/options.h"

#include "core/formats/telemetry_record.h"
#include "server/geoid/geoid_model.h"
#include "server/http/access_policy.h"

#include <QCommandLineParser>

#include <cstdlib>
#include <format>
#include <initializer_list>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.hpp>

namespace haneul::app {

namespace {

std::unexpected<Error> usage(std::string message, std::string where) {
    return fail("USAGE", std::move(message), std::move(where));
}

// "HOST:PORT" or "[IPv6]:PORT"; port 0 means any free one.
Result<std::pair<std::string, std::uint16_t>> hostAndPort(const std::string& text, const std::string& where) {
    const auto colon = text.rfind(':');
    const auto bad = [&] {
        return usage("expected HOST:PORT with a port from 0 to 65535, got \"" + text + "\"", where);
    };
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) return bad();
    std::string host = text.substr(0, colon);
    if (host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string::npos)
        return bad();
    const std::string digits = text.substr(colon + 1);
    if (digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) return bad();
    const int port = std::stoi(digits);
    if (port > 65535 || host.empty()) return bad();
    return std::pair{host, static_cast<std::uint16_t>(port)};
}

Result<void> setMqtt(runtime::Settings& settings, const std::string& text, const std::string& where) {
    if (text == "embedded") {
        settings.mqtt = runtime::MqttMode::Embedded;
        settings.externalBroker.reset();
        return {};
    }
    auto endpoint = broker::endpointFromUrl(text);
    if (!endpoint) return usage(endpoint.error().message, where);
    settings.mqtt = runtime::MqttMode::External;
    settings.externalBroker = std::move(*endpoint);
    return {};
}

// "off", or a file.
void setRequestLog(runtime::Settings& settings, const std::string& text, const std::filesystem::path& file) {
    settings.logRequests = text != "off";
    if (settings.logRequests) settings.requestLog.file = file;
}

// What is offered to whom must be said together.
Result<void> setGateway(runtime::Settings& settings, const std::string& text, const std::string& where) {
    auto address = hostAndPort(text, where);
    if (!address) return std::unexpected(address.error());
    std::tie(settings.offer.gatewayHost, settings.offer.gatewayPort) = *address;
    if (settings.offer.gatewayHost == "localhost") settings.offer.gatewayHost = "127.0.0.1";
    if (settings.offer.gatewayPort == 0) return usage("the gateway has a port", where);
    return {};
}

std::optional<std::string> wrongWithOffer(const runtime::Settings& settings) {
    const auto& offer = settings.offer;
    const bool whole = !offer.services.empty() && !offer.gatewayHost.empty() && !settings.gatewayTokenFile.empty();
    const bool none = offer.services.empty() && offer.gatewayHost.empty() && settings.gatewayTokenFile.empty();
    if (none) return std::nullopt;
    if (!whole) return "an offer needs the service, the gateway and the file with the gateway's token";
    const auto good = http::checkOffer(offer.services, offer.gatewayHost);
    return good ? std::nullopt : std::optional(good.error().message + ": " + good.error().where);
}

constexpr std::size_t mostOrigins = 32;

// What is wrong with a list of origins; nullopt: nothing.
std::optional<std::string> wrongWithOrigins(const std::vector<std::string>& origins) {
    if (origins.size() > mostOrigins) return std::format("at most {} origins", mostOrigins);
    for (const std::string& origin : origins) {
        if (const auto good = http::checkOrigin(origin); !good) return good.error().message;
        if (std::ranges::count(origins, origin) > 1) return "named twice: " + origin;
    }
    return std::nullopt;
}

// A strict reader of one TOML table: each key is asked for once, what nobody asked for is an error.
class Table {
public:
    Table(const toml::table& table, std::string file, std::string path)
        : m_table(table)
        , m_file(std::move(file))
        , m_path(std::move(path)) {}

    [[nodiscard]] Error error(const std::string& key, const std::string& message) const {
        const toml::node* node = m_table.get(key);
        const auto place = node ? node->source().begin : m_table.source().begin;
        return {"CONFIG", (m_path.empty() ? key : m_path + "." + key) + ": " + message,
                std::format("{}:{}:{}", m_file, place.line, place.column)};
    }

    Result<void> onlyKeys(std::initializer_list<std::string_view> known) const {
        for (const auto& [key, node] : m_table)
            if (std::ranges::find(known, key.str()) == known.end()) {
                std::string list;
                for (const auto& name : known)
                    list += (list.empty() ? "" : ", ") + std::string(name);
                return std::unexpected(error(std::string(key.str()), "unknown key; known here: " + list));
            }
        return {};
    }

    template <class T>
    Result<std::optional<T>> get(const std::string& key, const char* kind) const {
        const toml::node* node = m_table.get(key);
        if (!node) return std::optional<T>{};
        const auto value = node->value_exact<T>();
        if (!value) return std::unexpected(error(key, std::string("expected ") + kind));
        return value;
    }

    Result<std::optional<std::string>> text(const std::string& key) const {
        return get<std::string>(key, "a text in quotes");
    }

    Result<std::optional<std::int64_t>> number(const std::string& key, std::int64_t low, std::int64_t high) const {
        auto value = get<std::int64_t>(key, "a whole number");
        if (value && *value && (**value < low || **value > high))
            return std::unexpected(error(key, std::format("expected a number from {} to {}", low, high)));
        return value;
    }

    // The tables of [[key]].
    Result<std::vector<Table>> tables(const std::string& key) const {
        std::vector<Table> all;
        const toml::node* node = m_table.get(key);
        if (!node) return all;
        const toml::array* list = node->as_array();
        const std::string path = m_path.empty() ? key : m_path + "." + key;
        if (!list) return std::unexpected(error(key, "expected [[" + path + "]] tables"));
        for (const toml::node& item : *list) {
            if (!item.is_table()) return std::unexpected(error(key, "expected [[" + path + "]] tables"));
            all.emplace_back(*item.as_table(), m_file, path);
        }
        return all;
    }

    Result<std::optional<Table>> table(const std::string& key) const {
        const toml::node* node = m_table.get(key);
        if (!node) return std::optional<Table>{};
        if (!node->is_table()) return std::unexpected(error(key, "expected a table"));
        return Table(*node->as_table(), m_file, m_path.empty() ? key : m_path + "." + key);
    }

    Result<std::vector<std::string>> texts(const std::string& key) const {
        std::vector<std::string> all;
        const toml::node* node = m_table.get(key);
        if (!node) return all;
        if (!node->is_array()) return std::unexpected(error(key, "expected a list of texts"));
        for (const toml::node& item : *node->as_array()) {
            const auto value = item.value_exact<std::string>();
            if (!value) return std::unexpected(error(key, "expected a list of texts"));
            all.push_back(*value);
        }
        return all;
    }

private:
    const toml::table& m_table;
    std::string m_file;
    std::string m_path;
};

// Keeps the reading code below in one line per key; leaves the function with the first error.
#define HANEUL_TRY(variable, expression)                                                                               \
    auto variable##Result = (expression);                                                                              \
    if (!variable##Result) return std::unexpected(variable##Result.error());                                           \
    [[maybe_unused]] auto& variable = *variable##Result
#define HANEUL_CHECK(expression)                                                                                       \
    if (auto checked = (expression); !checked) return std::unexpected(checked.error())

bool validName(const std::string& name) {
    return formats::validId(name);
}

Result<void> readFeeds(const Table& feeds, runtime::Settings& settings) {
    HANEUL_CHECK(feeds.onlyKeys({"sbs", "mavlink"}));
    HANEUL_TRY(sbsTables, feeds.tables("sbs"));
    for (const Table& table : sbsTables) {
        HANEUL_CHECK(table.onlyKeys({"name", "host", "port"}));
        HANEUL_TRY(name, table.text("name"));
        HANEUL_TRY(host, table.text("host"));
        HANEUL_TRY(port, table.number("port", 1, 65535));
        if (!name || !validName(*name))
            return std::unexpected(table.error("name", "a name of letters, digits, '.', '_' and '-' is needed"));
        settings.sbs.push_back({*name, host.value_or("127.0.0.1"), static_cast<std::uint16_t>(port.value_or(30003))});
    }
    HANEUL_TRY(mavlinkTables, feeds.tables("mavlink"));
    for (const Table& table : mavlinkTables) {
        HANEUL_CHECK(table.onlyKeys({"name", "host", "port"}));
        HANEUL_TRY(name, table.text("name"));
        HANEUL_TRY(host, table.text("host"));
        HANEUL_TRY(port, table.number("port", 1, 65535));
        if (!name || !validName(*name))
            return std::unexpected(table.error("name", "a name of letters, digits, '.', '_' and '-' is needed"));
        settings.mavlink.push_back(
            {*name, host.value_or("127.0.0.1"), static_cast<std::uint16_t>(port.value_or(14550))});
    }
    return {};
}

Result<void> readMqtt(const Table& mqtt, runtime::Settings& settings) {
    HANEUL_CHECK(mqtt.onlyKeys({"broker", "port", "account"}));
    HANEUL_TRY(url, mqtt.text("broker"));
    if (url)
        if (auto set = setMqtt(settings, *url, ""); !set)
            return std::unexpected(mqtt.error("broker", set.error().message));
    HANEUL_TRY(port, mqtt.number("port", 0, 65535));
    if (port) settings.embeddedMqttPort = static_cast<std::uint16_t>(*port);
    HANEUL_TRY(accounts, mqtt.tables("account"));
    for (const Table& table : accounts) {
        HANEUL_CHECK(table.onlyKeys({"name", "password_hash", "drones"}));
        HANEUL_TRY(name, table.text("name"));
        HANEUL_TRY(hash, table.text("password_hash"));
        HANEUL_TRY(drones, table.texts("drones"));
        if (!name || !validName(*name))
            return std::unexpected(table.error("name", "a name of letters, digits, '.', '_' and '-' is needed"));
        if (!hash || !hash->starts_with("$7$") || hash->find_first_of("\r\n:") != std::string::npos)
            return std::unexpected(
                table.error("password_hash", "a hash as mosquitto_passwd writes it ($7$...) is needed"));
        for (const std::string& drone : drones)
            if (!validName(drone)) return std::unexpected(table.error("drones", "not a drone id: " + drone));
        for (const auto& other : settings.mqttAccounts)
            if (other.name == *name) return std::unexpected(table.error("name", "named twice: " + *name));
        settings.mqttAccounts.push_back({*name, *hash, drones});
    }
    return {};
}

Result<void> readOffer(const Table& offer, runtime::Settings& settings, const std::filesystem::path& folder) {
    HANEUL_CHECK(offer.onlyKeys({"services", "gateway", "token_file"}));
    HANEUL_TRY(services, offer.texts("services"));
    settings.offer.services = services;
    HANEUL_TRY(gateway, offer.text("gateway"));
    if (gateway)
        if (const auto set = setGateway(settings, *gateway, ""); !set)
            return std::unexpected(offer.error("gateway", set.error().message));
    HANEUL_TRY(tokenFile, offer.text("token_file"));
    if (tokenFile) settings.gatewayTokenFile = folder / *tokenFile;
    if (const auto wrong = wrongWithOffer(settings)) return std::unexpected(offer.error("services", *wrong));
    return {};
}

Result<void> readTracks(const Table& tracks, traffic::TrackPolicy& policy) {
    HANEUL_CHECK(tracks.onlyKeys({"stale_after_s", "lost_after_s", "forget_after_s"}));
    HANEUL_TRY(stale, tracks.number("stale_after_s", 1, 3600));
    HANEUL_TRY(lost, tracks.number("lost_after_s", 1, 3600));
    HANEUL_TRY(forget, tracks.number("forget_after_s", 1, 86'400));
    if (stale) policy.staleAfter = std::chrono::seconds(*stale);
    if (lost) policy.lostAfter = std::chrono::seconds(*lost);
    if (forget) policy.forgetAfter = std::chrono::seconds(*forget);
    if (!(policy.staleAfter < policy.lostAfter && policy.lostAfter < policy.forgetAfter))
        return std::unexpected(
            tracks.error("stale_after_s", "stale_after_s < lost_after_s < forget_after_s must hold"));
    return {};
}

// The passphrase of the instance's key as systemd hands it over (LoadCredential=); empty: there is none.
std::filesystem::path credentialIn(const std::filesystem::path& folder) {
    const auto file = folder / "haneul-key-passphrase";
    std::error_code ignored;
    return !folder.empty() && std::filesystem::exists(file, ignored) ? file : std::filesystem::path();
}

Result<void> readFile(const std::filesystem::path& file, Options& options) {
    const toml::parse_result parsed = toml::parse_file(file.string());
    if (!parsed) {
        const auto& place = parsed.error().source().begin;
        return fail("CONFIG", std::string(parsed.error().description()),
                    std::format("{}:{}:{}", file.string(), place.line, place.column));
    }
    const Table root(parsed.table(), file.string(), "");
    HANEUL_CHECK(root.onlyKeys({"data", "http", "http_origins", "request_log", "request_log_mb", "request_log_files",
                                "lang", "demo", "replay", "map", "maps", "key_passphrase_file", "mqtt", "feeds",
                                "tracks", "planner", "planner_policy", "geoid", "offer"}));
    runtime::Settings& settings = options.server;
    const auto besideFile = [&](const std::string& path) { return file.parent_path() / path; };

    HANEUL_TRY(data, root.text("data"));
    if (data) settings.dataFolder = besideFile(*data);
    HANEUL_TRY(http, root.text("http"));
    if (http) {
        const auto address = hostAndPort(*http, "");
        if (!address) return std::unexpected(root.error("http", address.error().message));
        std::tie(settings.httpHost, settings.httpPort) = *address;
    }
    HANEUL_TRY(origins, root.texts("http_origins"));
    if (const auto wrong = wrongWithOrigins(origins)) return std::unexpected(root.error("http_origins", *wrong));
    settings.httpOrigins = origins;
    HANEUL_TRY(language, root.text("lang"));
    if (language) {
        if (*language != "ko" && *language != "en")
            return std::unexpected(root.error("lang", "expected \"ko\" or \"en\""));
        options.language = *language;
    }
    HANEUL_TRY(requestLog, root.text("request_log"));
    if (requestLog) setRequestLog(settings, *requestLog, besideFile(*requestLog));
    constexpr std::int64_t mostLog_mb = 1024, mostLogFiles = 100, mega = 1024 * 1024;
    HANEUL_TRY(log_mb, root.number("request_log_mb", 1, mostLog_mb));
    if (log_mb) settings.requestLog.fileBytes = static_cast<std::size_t>(*log_mb * mega);
    HANEUL_TRY(logFiles, root.number("request_log_files", 1, mostLogFiles));
    if (logFiles) settings.requestLog.files = static_cast<unsigned>(*logFiles);
    HANEUL_TRY(demo, root.get<bool>("demo", "true or false"));
    if (demo) settings.demo = *demo;
    HANEUL_TRY(replay, root.text("replay"));
    if (replay) settings.replayFile = besideFile(*replay);
    HANEUL_TRY(map, root.text("map"));
    if (map) settings.mapPack = besideFile(*map);
    HANEUL_TRY(passphrase, root.text("key_passphrase_file"));
    if (passphrase) settings.keyPassphraseFile = besideFile(*passphrase);
    HANEUL_TRY(maps, root.text("maps"));
    if (maps) settings.mapFolder = besideFile(*maps);
    HANEUL_TRY(plannerChoice, root.text("planner"));
    if (plannerChoice) {
        if (*plannerChoice != "learned" && *plannerChoice != "rules")
            return std::unexpected(root.error("planner", "expected \"learned\" or \"rules\""));
        settings.planner.choice = *plannerChoice == "learned" ? planner::Choice::Learned : planner::Choice::Rules;
    }
    HANEUL_TRY(policy, root.text("planner_policy"));
    if (policy) settings.planner.policy = besideFile(*policy);
    HANEUL_TRY(geoid, root.text("geoid"));
    if (geoid) settings.geoid = besideFile(*geoid);
    HANEUL_TRY(mqtt, root.table("mqtt"));
    if (mqtt) HANEUL_CHECK(readMqtt(*mqtt, settings));
    HANEUL_TRY(feeds, root.table("feeds"));
    if (feeds) HANEUL_CHECK(readFeeds(*feeds, settings));
    HANEUL_TRY(offer, root.table("offer"));
    if (offer) HANEUL_CHECK(readOffer(*offer, settings, file.parent_path()));
    HANEUL_TRY(tracks, root.table("tracks"));
    if (tracks) HANEUL_CHECK(readTracks(*tracks, settings.tracks));
    return {};
}

constexpr const char* peopleCommandsHelp = R"(
Commands, while no instance runs on the data folder: user add|list|disable|enable|password, token issue|list|revoke.
Try: haneul-server user --help
)";

std::string helpText(const QCommandLineParser& parser, Program program) {
    return parser.helpText().toStdString() + (program == Program::Server ? peopleCommandsHelp : "") + R"(
Exit codes: 0 ended as asked, 1 failed, 2 bad option or configuration, 3 data folder in use by another instance,
4 data folder unusable or damaged (also: its event log was changed or cut), 5 HTTP address not available, 6 recording not readable.
)";
}

} // namespace

std::string wrongWithBroker(const std::string& url) {
    const auto endpoint = broker::endpointFromUrl(url);
    return endpoint ? std::string() : endpoint.error().message;
}

ExitCode exitCodeFor(const Error& error) {
    static const std::initializer_list<std::pair<std::string_view, ExitCode>> codes{
        {"USAGE", ExitCode::Usage},
        {"CONFIG", ExitCode::Usage},
        {"DATA_FOLDER_IN_USE", ExitCode::DataFolderInUse},
        {"DATA_FOLDER_UNUSABLE", ExitCode::DataUnusable},
        {"DATABASE_OPEN", ExitCode::DataUnusable},
        {"DATABASE_DAMAGED", ExitCode::DataUnusable},
        {"DATABASE_NEWER", ExitCode::DataUnusable},
        {"DATA_KIND_MISMATCH", ExitCode::DataUnusable},
        {"LOG_CUT", ExitCode::DataUnusable},
        {"LOG_HEAD_UNREADABLE", ExitCode::DataUnusable},
        {"LOG_READ", ExitCode::DataUnusable},
        {"LOG_WRITE", ExitCode::DataUnusable},
        {"OTHER_HISTORY", ExitCode::DataUnusable},
        {"BROKEN_CHAIN", ExitCode::DataUnusable},
        {"BAD_ENTRY", ExitCode::DataUnusable},
        {"BAD_SIGNATURE", ExitCode::DataUnusable},
        {"KEY_MISSING", ExitCode::DataUnusable},
        {"KEY_DIFFERS", ExitCode::DataUnusable},
        {"KEY_UNREADABLE", ExitCode::DataUnusable},
        {"KEY_EXPOSED", ExitCode::DataUnusable},
        {"KEY_SEALED", ExitCode::DataUnusable},
        {"KEY_PASSPHRASE", ExitCode::DataUnusable},
        {"FILE_UNWRITABLE", ExitCode::DataUnusable},
        {"CONFIG_UNWRITABLE", ExitCode::DataUnusable},
        {"PORT_IN_USE", ExitCode::AddressInUse},
        {"BAD_ADDRESS", ExitCode::AddressInUse},
        {"PORT_NOT_ALLOWED", ExitCode::AddressInUse},
        {"LISTEN_FAILED", ExitCode::AddressInUse},
        {"REPLAY_UNREADABLE", ExitCode::ReplayUnreadable},
    };
    for (const auto& [code, exit] : codes)
        if (error.code == code) return exit;
    return ExitCode::Failed;
}

Places systemPlaces(const std::filesystem::path& executable) {
    Places places;
    const char* const dataHome = std::getenv("XDG_DATA_HOME");
    const char* const home = std::getenv("HOME");
    places.dataHome = dataHome && *dataHome ? std::filesystem::path(dataHome)
                      : home && *home       ? std::filesystem::path(home) / ".local" / "share"
                                            : std::filesystem::current_path();
    if (const char* const credentials = std::getenv("CREDENTIALS_DIRECTORY")) places.credentials = credentials;
    places.mapWorker = executable.parent_path() / "haneul-map-worker";
    places.geoid = geoid::installedFile();
    // Installed: <prefix>/bin/haneul beside <prefix>/share/haneul. In a build tree: up to the folder that holds maps/.
    std::error_code ignored;
    const auto installed = executable.parent_path().parent_path() / "share" / "haneul";
    places.resources = installed;
    if (std::filesystem::exists(installed / "maps", ignored)) return places;
    for (auto folder = executable.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
        if (std::filesystem::exists(folder / "maps" / "korea.gpkg", ignored)) {
            places.resources = folder;
            break;
        }
    return places;
}

Result<std::variant<Options, Message>> readOptions(const QStringList& arguments, Program program,
                                                   const Places& places) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        program == Program::Console
            ? QStringLiteral("Haneul: UAS traffic management console with its server core inside.")
            : QStringLiteral("Haneul server: the same core as the console, without a window."));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder of this instance's data."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption http(
        QStringLiteral("http"),
        QStringLiteral("Address of the HTTP server (default 127.0.0.1:8480; port 0: any free)."),
        QStringLiteral("HOST:PORT"));
    const QCommandLineOption mqtt(
        QStringLiteral("mqtt"),
        QStringLiteral("\"embedded\" (default) or the URL of a broker: mqtt[s]://[user:password@]host[:port]."),
        QStringLiteral("URL|embedded"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QStringLiteral("Simulated traffic over Seoul through the real feeds, in a data folder of its own."));
    const QCommandLineOption replay(
        QStringLiteral("replay"),
        QStringLiteral("Play a recording (SBS-1 text or MAVLink .tlog) instead of the live feeds."),
        QStringLiteral("FILE"));
    const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("Language of the window and messages."),
                                      QStringLiteral("ko|en"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("Colours of the windows."),
                                   QStringLiteral("dark|light|contrast"));
    const QCommandLineOption shots(
        QStringLiteral("shots"),
        QStringLiteral("Opens every view on the demo, saves pictures and shots.json there, and ends."),
        QStringLiteral("DIR"));
    const QCommandLineOption maps(
        QStringLiteral("maps"),
        QStringLiteral(
            "Folder of your own map files: raster MBTiles, PMTiles, GeoTIFF (default: maps in the data folder)."),
        QStringLiteral("DIR"));
    const QCommandLineOption config(QStringLiteral("config"),
                                    QStringLiteral("Configuration file (TOML); the command line wins over it."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption origin(
        QStringLiteral("http-origin"),
        QStringLiteral("What pages of this server are called behind a proxy with TLS; may be given more than once."),
        QStringLiteral("https://NAME"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this text."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("Shows the version."));
    const QCommandLineOption passphrase(
        QStringLiteral("key-passphrase-file"),
        QStringLiteral("File with the passphrase that opens the instance's key, and seals it at first."),
        QStringLiteral("FILE"));
    const QCommandLineOption verify(
        QStringLiteral("verify-log"),
        QStringLiteral("Checks every entry of the event log, names the first bad one, and ends."));
    const QCommandLineOption rebuild(
        QStringLiteral("rebuild"),
        QStringLiteral("Makes all tables again from the event log, says whether they are equal, and ends."));
    const QCommandLineOption exportLog(QStringLiteral("export-log"),
                                       QStringLiteral("Writes the event log into a file for haneul-verify, and ends."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption support(
        QStringLiteral("support-bundle"),
        QStringLiteral("Writes versions, configuration, counts and settings without secrets into a .tar.gz, and ends."),
        QStringLiteral("FILE"));
    const QCommandLineOption noWizard(QStringLiteral("no-wizard"),
                                      QStringLiteral("Asks nothing on a new data folder."));
    parser.addOptions({passphrase, verify, rebuild, exportLog, support});
    const QCommandLineOption requestLog(
        QStringLiteral("request-log"),
        QStringLiteral("File with a line for each HTTP request (default: requests.log in the data folder), or off."),
        QStringLiteral("FILE|off"));
    const QCommandLineOption offer(
        QStringLiteral("offer"),
        QStringLiteral("Answers for a service (studies) of the gateway; may be given more than once."),
        QStringLiteral("SERVICE"));
    const QCommandLineOption gateway(QStringLiteral("gateway"),
                                     QStringLiteral("The instance to which services are offered."),
                                     QStringLiteral("HOST:PORT"));
    const QCommandLineOption gatewayToken(QStringLiteral("gateway-token-file"),
                                          QStringLiteral("File with a token of the gateway that holds service.offer."),
                                          QStringLiteral("FILE"));
    parser.addOptions({offer, gateway, gatewayToken});
    parser.addOptions({data, http, origin, requestLog, mqtt, demo, replay, maps, language, config, help, version});

    if (program == Program::Console) parser.addOptions({theme, shots, noWizard});

    if (!parser.parse(arguments)) return usage(parser.errorText().toStdString(), "command line");
    if (parser.isSet(help)) return Message{helpText(parser, program)};
    if (parser.isSet(version))
        return Message{std::string(program == Program::Console ? "haneul " : "haneul-server ") + HANEUL_VERSION + "\n"};
    if (!parser.positionalArguments().isEmpty())
        return usage("unexpected argument \"" + parser.positionalArguments().first().toStdString() + "\"",
                     "command line");

    Options options;
    options.server.geoid = places.geoid;
    options.server.mapPack = places.resources / "maps" / "korea.gpkg";
    options.server.mapWorker = places.mapWorker;
    options.server.planner.policy = places.resources / "resources" / "planner" / "planner.policy";
    const auto folder = parser.isSet(data)   ? std::filesystem::path(parser.value(data).toStdString())
                        : parser.isSet(demo) ? places.dataHome / "haneul" / "demo"
                                             : places.dataHome / "haneul" / "default";
    std::error_code ignored;
    const auto there = [&](const char* name) { return std::filesystem::exists(folder / name, ignored); };
    std::filesystem::path file = parser.value(config).toStdString();
    if (!parser.isSet(config) && !parser.isSet(demo) && there("haneul.toml")) file = folder / "haneul.toml";
    if (!file.empty())
        if (auto read = readFile(file, options); !read) return std::unexpected(read.error());

    runtime::Settings& settings = options.server;
    if (parser.isSet(data)) settings.dataFolder = parser.value(data).toStdString();
    if (parser.isSet(demo)) settings.demo = true;
    if (parser.isSet(replay)) settings.replayFile = parser.value(replay).toStdString();
    if (parser.isSet(maps)) settings.mapFolder = parser.value(maps).toStdString();
    if (parser.isSet(http)) {
        auto address = hostAndPort(parser.value(http).toStdString(), "--http");
        if (!address) return std::unexpected(address.error());
        std::tie(settings.httpHost, settings.httpPort) = *address;
    }
    if (parser.isSet(origin)) {
        settings.httpOrigins.clear();
        for (const QString& one : parser.values(origin))
            settings.httpOrigins.push_back(one.toStdString());
        if (const auto wrong = wrongWithOrigins(settings.httpOrigins)) return usage(*wrong, "--http-origin");
    }
    if (parser.isSet(requestLog)) {
        const auto text = parser.value(requestLog).toStdString();
        setRequestLog(settings, text, text);
    }
    if (parser.isSet(offer)) {
        settings.offer.services.clear();
        for (const QString& one : parser.values(offer))
            settings.offer.services.push_back(one.toStdString());
    }
    if (parser.isSet(gateway))
        if (const auto set = setGateway(settings, parser.value(gateway).toStdString(), "--gateway"); !set)
            return std::unexpected(set.error());
    if (parser.isSet(gatewayToken)) settings.gatewayTokenFile = parser.value(gatewayToken).toStdString();
    if (const auto wrong = wrongWithOffer(settings)) return usage(*wrong, "--offer");
    if (parser.isSet(mqtt))
        if (auto set = setMqtt(settings, parser.value(mqtt).toStdString(), "--mqtt"); !set)
            return std::unexpected(set.error());
    if (parser.isSet(language)) {
        options.language = parser.value(language).toStdString();
        if (options.language != "ko" && options.language != "en") return usage("expected ko or en", "--lang");
    }
    if (program == Program::Console && parser.isSet(theme)) {
        options.theme = parser.value(theme).toStdString();
        if (options.theme != "dark" && options.theme != "light" && options.theme != "contrast")
            return usage("expected dark, light or contrast", "--theme");
    }
    if (program == Program::Console && parser.isSet(shots)) {
        if (parser.isSet(data)) return usage("--shots shows the demo in a temporary folder: no --data", "--shots");
        options.shotsFolder = parser.value(shots).toStdString();
        settings.demo = true;
    }
    if (parser.isSet(passphrase)) settings.keyPassphraseFile = parser.value(passphrase).toStdString();
    if (settings.keyPassphraseFile.empty()) settings.keyPassphraseFile = credentialIn(places.credentials);
    if (parser.isSet(verify) + parser.isSet(rebuild) + parser.isSet(exportLog) > 1)
        return usage("one of --verify-log, --rebuild and --export-log at a time", "command line");
    if (parser.isSet(verify)) options.logCommand = LogCommand{LogCommand::What::Verify, {}};
    if (parser.isSet(rebuild)) options.logCommand = LogCommand{LogCommand::What::Rebuild, {}};
    if (parser.isSet(exportLog))
        options.logCommand = LogCommand{LogCommand::What::Export, parser.value(exportLog).toStdString()};
    if (parser.isSet(support)) options.supportBundle = parser.value(support).toStdString();
    options.firstRun = program == Program::Console && !parser.isSet(noWizard) && file.empty() && !settings.demo &&
                       !settings.replayFile && !options.logCommand && !parser.isSet(support) &&
                       !there("haneul.sqlite") && !there("settings.json");
    if (settings.demo && settings.replayFile)
        return usage("--demo and --replay exclude each other: one shows simulated traffic, the other a recording",
                     "command line");
    if (settings.demo && settings.mqtt == runtime::MqttMode::External)
        return usage("--demo makes its own accounts and so needs the embedded broker", "--mqtt");
    if (settings.dataFolder.empty())
        settings.dataFolder = places.dataHome / "haneul" / (settings.demo ? "demo" : "default");
    return options;
}

} // namespace haneul::app
