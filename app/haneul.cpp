#include "app/about.h"
#include "app/desk_account.h"
#include "app/first_start.h"
#include "app/start_up.h"
#include "server/maps/map_library.h"
#include "server/support/support_bundle.h"
#include "server/tiles/map_extract.h"
#include "ui/comfort/comfort.h"
#include "ui/logbook/program_log.h"
#include "ui/search/match.h"
#include "ui/settings/settings.h"
#include "ui/window/console.h"
#include "ui/window/desk.h"
#include "ui/window/shots.h"
#include "ui/wizard/answers.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>
#include <format>
#include <memory>
#include <optional>

namespace {

using namespace haneul;

window::ReplayControl replayControlOf(runtime::ServerCore& core, bool replaying) {
    if (!replaying) return {};
    const auto send = [&core](http::ReplayCommand command) { (void)core.control(command); };
    return {.play = [send] { send({.action = http::ReplayAction::Play}); },
            .pause = [send] { send({.action = http::ReplayAction::Pause}); },
            .seek = [send](UtcMs place) { send({.action = http::ReplayAction::Seek, .to = place}); },
            .setSpeed = [send](double speed) { send({.action = http::ReplayAction::Speed, .speed = speed}); }};
}

QString languageOf(const app::Options& options) {
    if (!options.language.empty()) return QString::fromStdString(options.language);
    // LANGUAGE goes before the locale, as for gettext: it also works where the locale itself is not installed.
    const QString wanted = qEnvironmentVariable("LANGUAGE");
    const bool korean =
        wanted.isEmpty() ? QLocale::system().language() == QLocale::Korean : wanted.startsWith(QStringLiteral("ko"));
    return korean ? QStringLiteral("ko") : QStringLiteral("en");
}

// What the tile server of this very program has to do, asked of its metrics over and over.
class TileCounter {
public:
    explicit TileCounter(const QUrl& address)
        : m_url(address) {
        m_url.setPath(QStringLiteral("/metrics"));
    }

    std::optional<window::ShotSettings::Tiles> tiles() {
        if (!m_reply) m_reply.reset(m_network.get(QNetworkRequest(m_url)));
        if (m_reply->isFinished()) {
            static const QRegularExpression line(
                QStringLiteral("^haneul_tile_(cache_hits_total|cache_misses_total|failures_total|queue_length) (\\d+)"),
                QRegularExpression::MultilineOption);
            window::ShotSettings::Tiles tiles;
            const QString page = QString::fromUtf8(m_reply->readAll());
            for (auto match = line.globalMatch(page); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                const bool queue = found.captured(1).startsWith(u'q');
                (queue ? tiles.waiting : tiles.answered) += found.captured(2).toULongLong();
            }
            m_tiles = tiles;
            m_reply.reset();
        }
        return m_tiles;
    }

private:
    QUrl m_url;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    std::optional<window::ShotSettings::Tiles> m_tiles;
};

// The areas of the first questions, which every desk has whatever its map, and behind them what the map names.
std::vector<palette::Place> placesFor(const maps::MapLibrary& map, const QString& typed) {
    constexpr std::size_t most = 20;
    constexpr double placeZoom = 13;
    const search::Query query(typed);
    std::vector<palette::Place> found;
    for (const wizard::Area& area : wizard::areas()) {
        const QStringList names{search::folded(wizard::areaText(area)), search::folded(QString::fromUtf8(area.text))};
        if (query.best(names) > 0) found.push_back({wizard::areaText(area), {}, area.middle, area.zoom});
    }
    for (const maps::Place& place : map.places().find(typed.toStdString(), most)) {
        const QString korean = QString::fromStdString(place.nameKo);
        const QString english = QString::fromStdString(place.nameEn);
        const QString code = QString::fromStdString(place.code);
        found.push_back({korean.isEmpty() ? english : korean,
                         korean.isEmpty() || code.isEmpty() ? (korean.isEmpty() ? code : english)
                                                            : english + QStringLiteral(" · ") + code,
                         place.position, placeZoom});
    }
    return found;
}

int leave(const Result<void>& taken) {
    if (taken) return static_cast<int>(app::ExitCode::Ok);
    std::fputs(
        std::format("haneul: {}: {} [{}]\n", taken.error().code, taken.error().message, taken.error().where).c_str(),
        stderr);
    return static_cast<int>(app::ExitCode::Failed);
}

} // namespace

int main(int argc, char** argv) {
    using namespace app;
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    // Before a display is asked for: a wrong option is answered in any terminal.
    auto options = optionsOrExit(arguments, Program::Console);
    if (!options) return options.error();
    if (const auto done = logCommandExit(*options, Program::Console)) return *done;
    if (const auto done = supportCommandExit(*options, Program::Console)) return *done;

    QTemporaryDir demoFolder;
    const bool shots = options->shotsFolder.has_value();
    if (shots) {
        options->server.dataFolder = demoFolder.path().toStdString();
        options->server.httpPort = 0;
    }

    blockEndingSignals();
    window::applicationSetup();
    QApplication application(argc, argv);
    window::applicationIdentity(application);
    if (options->firstRun) {
        auto answered = askAtFirstStart(*options, languageOf(*options), arguments);
        if (!answered) return answered.error();
        options = std::move(answered);
    }
    const auto core = startOrExit(*options, Program::Console);
    if (!core) return core.error();
    quitOnSignals(application);

    const QUrl address(QString::fromStdString((*core)->httpUrl()));
    const QString mapCredits = QString::fromStdString((*core)->maps()->catalog()->credits);
    logbook::ProgramLog programLog((*core)->clock());
    DeskAccount account((*core)->people(), (*core)->organisations(), (*core)->security(), (*core)->eventLog(),
                        (*core)->clock(), options->server.demo);
    window::Desk desk(
        {.board = (*core)->board(),
         .clock = (*core)->clock(),
         .replay = replayControlOf(**core, options->server.replayFile.has_value()),
         .tileServer = address,
         .mapReader = std::make_shared<tiles::MapReader>(options->server.mapPack),
         .mapCredits = mapCredits,
         .mapCatalog = [maps = (*core)->maps()] { return maps->catalog(); },
         .findPlaces = [maps = (*core)->maps()](std::string_view query,
                                                std::size_t limit) { return maps->places().find(query, limit); },
         .language = languageOf(*options),
         .dataFolder = QString::fromStdString(options->server.dataFolder.string()),
         .about = aboutFactsOf(**core, mapCredits),
         .access = account.control(),
         .decisions = account.decisions(),
         .programLog = &programLog,
         .deliveries = &(*core)->deliveries(),
         .notices = &(*core)->notices(),
         .fleet = &(*core)->fleet(),
         .studies = &(*core)->studies(),
         .airspace = &(*core)->airspace(),
         .city = &(*core)->city(),
         .plans = &(*core)->plans(),
         .groundRisk = &(*core)->groundRisk(),
         .paths = &(*core)->paths(),
         .planRules = {.priority = {}, .surroundings = (*core)->airspace().surroundings()},
         .whoAsks = account.whoAsks()});
    const QString settingsFile = QString::fromStdString((options->server.dataFolder / "settings.json").string());
    settings::Settings settings(shots ? QString() : settingsFile);
    const comfort::Comfort comfort(
        desk, settings,
        {.places = [map = (*core)->maps()](const QString& typed) { return placesFor(*map, typed); },
         .writeSupport =
             [&core, given = options->server](const QString& path) {
                 return support::writeBundle({.version = HANEUL_VERSION,
                                              .program = "haneul",
                                              .now = (*core)->clock().now(),
                                              .settings = given,
                                              .situation = (*core)->board().latest()},
                                             path.toStdString());
             }});
    // The command line wins over what was kept.
    if (!options->language.empty()) desk.setLanguage(QString::fromStdString(options->language));
    if (!options->theme.empty()) desk.setTheme(QString::fromStdString(options->theme));
    if (shots) {
        TileCounter tiles(address);
        return leave(window::takeShots(desk, {.folder = QString::fromStdString(options->shotsFolder->string()),
                                              .build = QCoreApplication::applicationVersion(),
                                              .tiles = [&tiles] { return tiles.tiles(); }}));
    }
    desk.show();
    return QApplication::exec();
}
