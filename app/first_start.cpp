#include "app/first_start.h"

#include "server/tiles/map_pack.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/language.h"
#include "ui/wizard/first_run.h"

#include <QApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>
#include <filesystem>

#include <sys/stat.h>

namespace haneul::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::app::FirstStart)
};

// The verdict, then what is not in the pack, in words.
QStringList inspect(const QString& path) {
    const auto pack = tiles::readMapPack(path.toStdString());
    if (!pack) return {Words::tr("Cannot be used: %1").arg(QString::fromStdString(pack.error().message))};
    const std::pair<const char*, QString> wanted[] = {
        {"sea_overview", Words::tr("sea, zoom 0 to 4")},
        {"sea_world", Words::tr("sea, zoom 5 to 7")},
        {"sea", Words::tr("sea, zoom 8 and up")},
        {"border", Words::tr("borders")},
        {"place", Words::tr("towns")},
        {"river", Words::tr("rivers")},
        {"aerodrome", Words::tr("aerodromes")},
        {"heliport", Words::tr("heliports")},
    };
    QStringList missing;
    for (const auto& [layer, name] : wanted)
        if (!pack->layers.contains(layer)) missing << name;
    QStringList report{Words::tr("Can be used.")};
    if (!missing.isEmpty()) report << Words::tr("Not in it: %1.").arg(missing.join(QStringLiteral(", ")));
    report << Words::tr("No map here shows roads, buildings, terrain or power lines.");
    return report;
}

bool write(const std::filesystem::path& folder, const wizard::Answers& answers) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return false;
    // The address of a broker may hold a password.
    QSaveFile file(QString::fromStdString((folder / "haneul.toml").string()));
    const QByteArray text = wizard::configurationOf(answers).toUtf8();
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(text) == text.size() && file.commit();
}

void keepSettings(const std::filesystem::path& folder, const wizard::Answers& answers) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    settings::Settings settings(QString::fromStdString((folder / "settings.json").string()));
    wizard::putInto(settings, answers);
}

} // namespace

std::expected<Options, int> askAtFirstStart(const Options& options, const QString& language,
                                            const QStringList& arguments) {
    window::Language shown;
    shown.set(language);
    theme::apply(*qApp, theme::themeById(u"dark"));
    wizard::FirstRun questions(
        {.language = language,
         .setLanguage = [&shown](const QString& id) { shown.set(id); },
         .inspectMap = inspect,
         .wrongWithBroker =
             [](const QString& url) { return QString::fromStdString(wrongWithBroker(url.toStdString())); }});
    constexpr int ended = -1;
    onEndingSignals(questions, [&questions] { questions.done(ended); });
    const int result = questions.exec();
    if (result == ended) return std::unexpected(static_cast<int>(ExitCode::Ok));
    const bool answered = result == QDialog::Accepted;
    wizard::Answers answers = questions.answers();
    if (!answered) // what stands on a page that was not left may be half an answer
        answers = {.language = answers.language, .aviationUnits = answers.aviationUnits, .area = answers.area};

    Options chosen = options;
    if (answers.source == wizard::Source::Demo) {
        chosen.server.demo = true;
        if (chosen.server.dataFolder.filename() == "default")
            chosen.server.dataFolder = chosen.server.dataFolder.parent_path() / "demo";
        if (!answers.mapPack.isEmpty()) chosen.server.mapPack = answers.mapPack.toStdString();
        keepSettings(chosen.server.dataFolder, answers);
        return chosen;
    }
    ::umask(077); // data folders hold credentials and positions
    if (!write(chosen.server.dataFolder, answers)) {
        std::fputs(("haneul: CONFIG_UNWRITABLE: " + (chosen.server.dataFolder / "haneul.toml").string() + "\n").c_str(),
                   stderr);
        return std::unexpected(static_cast<int>(ExitCode::DataUnusable));
    }
    keepSettings(chosen.server.dataFolder, answers);
    return optionsOrExit(arguments, Program::Console);
}

} // namespace haneul::app
