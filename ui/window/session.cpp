#include "ui/window/session.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

namespace haneul::window {

namespace {

std::unexpected<Error> unreadable(const QString& path, std::string why) {
    return fail("SESSION_UNREADABLE", std::move(why), path.toStdString());
}

} // namespace

QByteArray sessionToJson(const Session& session) {
    QJsonObject object{
        {QStringLiteral("schema"), sessionSchema},
        {QStringLiteral("clean_end"), session.cleanEnd},
        {QStringLiteral("after_crash"), session.afterCrash},
        {QStringLiteral("settled"), session.settled},
        {QStringLiteral("theme"), session.theme},
        {QStringLiteral("language"), session.language},
        {QStringLiteral("workspace"), session.workspace},
        {QStringLiteral("selection"), session.selection},
        {QStringLiteral("drafts"), session.drafts},
    };
    if (session.textScale) object.insert(QStringLiteral("text_scale"), *session.textScale);
    if (session.layout) object.insert(QStringLiteral("layout"), layoutToJson(*session.layout));
    return QJsonDocument(object).toJson();
}

Result<std::optional<Session>> loadSession(const QString& path) {
    QFile file(path);
    if (path.isEmpty() || !file.exists()) return std::optional<Session>{};
    if (!file.open(QIODevice::ReadOnly)) return unreadable(path, file.errorString().toStdString());
    if (file.size() > maxSessionBytes) return unreadable(path, "it is larger than 4 MiB");
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) return unreadable(path, "it is not a JSON object");
    const QJsonObject object = document.object();
    if (object.value(u"schema").toInt() != sessionSchema) return unreadable(path, "it is of another version");
    Session session{.cleanEnd = object.value(u"clean_end").toBool(),
                    .afterCrash = object.value(u"after_crash").toBool(),
                    .settled = object.value(u"settled").toBool(),
                    .theme = object.value(u"theme").toString(),
                    .language = object.value(u"language").toString(),
                    .textScale = std::nullopt,
                    .workspace = object.value(u"workspace").toString(),
                    .selection = object.value(u"selection").toString(),
                    .layout = std::nullopt,
                    .drafts = object.value(u"drafts").toObject()};
    if (const double scale = object.value(u"text_scale").toDouble(NAN); std::isfinite(scale)) session.textScale = scale;
    if (object.contains(u"layout")) {
        auto layout = layoutFromJson(object.value(u"layout").toObject());
        if (!layout) return unreadable(path, layout.error().where + ": " + layout.error().message);
        session.layout = std::move(*layout);
    }
    return session;
}

Beginning beginningAfter(const std::optional<Session>& last) {
    if (!last) return Beginning::Fresh;
    if (last->cleanEnd) return Beginning::Continued;
    return last->afterCrash && !last->settled ? Beginning::Safe : Beginning::Recovered;
}

QString keepAside(const QString& path) {
    for (int i = 1; i <= 9; ++i) {
        const QString aside = path + QStringLiteral(".unused-%1").arg(i);
        if (!QFile::exists(aside)) return QFile::rename(path, aside) ? aside : QString();
    }
    const QString last = path + QStringLiteral(".unused-9");
    return QFile::remove(last) && QFile::rename(path, last) ? last : QString();
}

} // namespace haneul::window
