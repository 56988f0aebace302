#include "app/about.h"
#include "app/desk_account.h"
#include "app/start_up.h"
#include "ui/logbook/program_log.h"
#include "ui/window/console.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QLocale>

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

} // namespace

int main(int argc, char** argv) {
    using namespace app;
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    // Before a display is asked for: a wrong option is answered in any terminal.
    const auto options = optionsOrExit(arguments, Program::Console);
    if (!options) return options.error();

    blockEndingSignals();
    window::applicationSetup();
    QApplication application(argc, argv);
    window::applicationIdentity(application);
    const auto core = startOrExit(*options, Program::Console);
    if (!core) return core.error();
    quitOnSignals(application);

    const QString mapCredits = QStringLiteral("© OpenStreetMap contributors · GeoNames · GSHHG");
    logbook::ProgramLog programLog((*core)->clock());
    DeskAccount account((*core)->people(), (*core)->log(), (*core)->clock(), options->server.demo);
    window::Desk desk({.board = (*core)->board(),
                       .clock = (*core)->clock(),
                       .replay = replayControlOf(**core, options->server.replayFile.has_value()),
                       .tileServer = QUrl(QString::fromStdString((*core)->httpUrl())),
                       .mapCredits = mapCredits,
                       .language = languageOf(*options),
                       .dataFolder = QString::fromStdString(options->server.dataFolder.string()),
                       .about = aboutFactsOf(**core, mapCredits),
                       .access = account.control(),
                       .decisions = account.decisions(),
                       .programLog = &programLog});
    if (!options->language.empty())
        desk.setLanguage(QString::fromStdString(options->language)); // the command line wins
    desk.mainWindow().show();
    return QApplication::exec();
}
