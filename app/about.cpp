#include "app/about.h"

#include "core/log/entry.h"
#include "server/log/event_log.h"
#include "server/maps/map_library.h"

#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <osg/Version>
#include <sodium.h>
#include <sqlite3.h>

#include <memory>

namespace haneul::app {

namespace {

QString compilerText() {
#if defined(__clang__)
    return QStringLiteral("Clang " __clang_version__);
#else
    return QStringLiteral("GCC " __VERSION__);
#endif
}

// The broker is a program of its own: it is asked once, in the background.
std::function<QString()> askBroker() {
    QString program = QStandardPaths::findExecutable(QStringLiteral("mosquitto"));
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(QStringLiteral("mosquitto"), {QStringLiteral("/usr/sbin")});
    auto version = std::make_shared<QString>();
    if (program.isEmpty()) return [version] { return *version; };
    auto asked = std::make_shared<QProcess>();
    QObject::connect(asked.get(), &QProcess::finished, asked.get(), [version, process = asked.get()] {
        static const QRegularExpression form(QStringLiteral("version ([0-9.]+)"));
        *version = form.match(QString::fromUtf8(process->readAll())).captured(1);
    });
    asked->start(program, {QStringLiteral("-h")});
    return [version, asked] { return *version; };
}

} // namespace

window::AboutFacts aboutFactsOf(const runtime::ServerCore& core, const QString& mapCredits) {
    window::AboutFacts facts;
    facts.version = QStringLiteral(HANEUL_VERSION);
    facts.buildType = QStringLiteral(HANEUL_BUILD_TYPE);
    facts.compiler = compilerText();
    const auto library = [&facts](const QString& name, std::function<QString()> version) {
        facts.libraries.push_back({name, std::move(version)});
    };
    library(QStringLiteral("Qt"), [] { return QString::fromLatin1(qVersion()); });
    library(QStringLiteral("OpenSceneGraph"), [] { return QString::fromLatin1(osgGetVersion()); });
    library(QStringLiteral("SQLite"), [] { return QString::fromLatin1(sqlite3_libversion()); });
    library(QStringLiteral("libsodium"), [] { return QString::fromLatin1(sodium_version_string()); });
    library(QStringLiteral("mosquitto"), askBroker());
    facts.instance = QString::fromStdString(core.instanceId());
    facts.logHead = [&core] {
        const log::Head head = core.eventLog().head();
        return window::AboutFacts::LogHead{head.sequence, QString::fromStdString(log::toHex(head.digest))};
    };
    facts.mapCredits = mapCredits;
    for (const maps::MapLayerInfo& layer : core.maps()->catalog()->layers)
        facts.mapSources.push_back({QString::fromStdString(layer.id), QString::fromStdString(layer.facts.attribution),
                                    QString::fromStdString(layer.facts.licence),
                                    QString::fromStdString(layer.facts.date)});
    return facts;
}

} // namespace haneul::app
