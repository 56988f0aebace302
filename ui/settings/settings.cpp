#include "ui/settings/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QPointer>
#include <QSaveFile>

#include <chrono>
#include <utility>

namespace haneul::settings {

namespace {

constexpr QLatin1StringView schemaKey("schema");
constexpr QLatin1StringView valuesKey("values");
constexpr std::chrono::milliseconds pause{300}; // a slider that is dragged is written once

const SettingInfo& infoOf(QLatin1StringView id) {
    const SettingInfo* info = findSetting(id);
    if (!info) qFatal("no setting of the name %s", id.data());
    return *info;
}

struct Content {
    QJsonObject root;
    bool newer = false;
};

Result<Content> parsed(const QByteArray& bytes) {
    if (bytes.size() > Settings::maxBytes) return fail("SETTINGS_UNREADABLE", "larger than 256 KiB");
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) return fail("SETTINGS_UNREADABLE", error.errorString().toStdString());
    if (!document.isObject()) return fail("SETTINGS_UNREADABLE", "not a JSON object");
    const QJsonObject root = document.object();
    const QJsonValue number = root.value(schemaKey);
    if (!number.isDouble() || number.toInt() < 1) return fail("SETTINGS_UNREADABLE", "no schema number");
    return Content{root, number.toInt() > Settings::schema};
}

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return file.errorString();
}

} // namespace

Settings::Settings(QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path)) {
    m_root.insert(schemaKey, schema);
    m_writer.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &Settings::write);
    load();
}

Settings::~Settings() {
    flush();
}

void Settings::load() {
    if (m_path.isEmpty() || !QFile::exists(m_path)) return;
    QFile file(m_path);
    auto content = file.open(QIODevice::ReadOnly) ? parsed(file.read(maxBytes + 1))
                                                  : fail("SETTINGS_UNREADABLE", file.errorString().toStdString());
    file.close();
    if (!content) {
        const QString aside = m_path + QStringLiteral(".broken");
        QFile::remove(aside);
        // What cannot even be moved is not written over.
        m_keep = QFile::rename(m_path, aside);
        setTrouble(Trouble::Broken, QString::fromStdString(content.error().message));
        return;
    }
    m_root = std::move(content->root);
    m_keep = !content->newer;
    if (content->newer) setTrouble(Trouble::Newer, {});
}

QJsonValue Settings::value(QLatin1StringView id) const {
    const SettingInfo& info = infoOf(id);
    const QJsonValue kept = m_root.value(valuesKey).toObject().value(id);
    return fits(info, kept) ? kept : standardOf(info);
}

bool Settings::setValue(QLatin1StringView id, const QJsonValue& value) {
    const SettingInfo& info = infoOf(id);
    if (!fits(info, value)) return false;
    if (value == this->value(id)) return true;
    QJsonObject values = m_root.value(valuesKey).toObject();
    if (value == standardOf(info))
        values.remove(id);
    else
        values.insert(id, value);
    store(valuesKey, values);
    Q_EMIT changed(id);
    return true;
}

bool Settings::isChanged(QLatin1StringView id) const {
    return value(id) != standardOf(infoOf(id));
}

void Settings::reset(QLatin1StringView id) {
    setValue(id, standardOf(infoOf(id)));
}

void Settings::resetAll() {
    for (const SettingInfo& info : allSettings())
        reset(QLatin1StringView(info.id));
}

QJsonObject Settings::section(const QString& name) const {
    return m_root.value(name).toObject();
}

void Settings::setSection(const QString& name, const QJsonObject& content) {
    if (name == schemaKey || name == valuesKey) qFatal("not a section of a room: %s", qPrintable(name));
    if (section(name) == content) return;
    store(name, content.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(content));
    Q_EMIT sectionChanged(name);
}

void Settings::store(const QString& name, const QJsonValue& value) {
    m_root.insert(name, value); // an undefined value takes the key out
    if (m_keep && !m_path.isEmpty()) m_soon.start();
}

QByteArray Settings::exported() const {
    return QJsonDocument(m_root).toJson();
}

Result<void> Settings::import(const QByteArray& bytes) {
    const auto content = parsed(bytes);
    if (!content) return std::unexpected(content.error());
    if (content->newer) return fail("SETTINGS_UNREADABLE", "made by a newer version");
    const QJsonObject values = content->root.value(valuesKey).toObject();
    for (const SettingInfo& info : allSettings()) {
        const QLatin1StringView id(info.id);
        if (values.contains(id))
            setValue(id, values.value(id));
        else
            reset(id);
    }
    for (auto each = content->root.begin(); each != content->root.end(); ++each)
        if (each.key() != schemaKey && each.key() != valuesKey && each->isObject())
            setSection(each.key(), each->toObject());
    return {};
}

void Settings::write() {
    m_writer.start([this, path = m_path, bytes = exported()] {
        const QString error = writeWhole(path, bytes);
        // The destructor waits for this thread, so `this` is there.
        QMetaObject::invokeMethod(
            this, [this, error] { setTrouble(error.isEmpty() ? Trouble::None : Trouble::Unwritable, error); },
            Qt::QueuedConnection);
    });
}

void Settings::flush() {
    if (m_soon.isActive()) {
        m_soon.stop();
        write();
    }
    m_writer.waitForDone();
}

void Settings::setTrouble(Trouble trouble, const QString& detail) {
    // A file that was put aside stays worth saying until the end of the session, however well the next one is written.
    if (trouble == Trouble::None && m_trouble != Trouble::Unwritable) return;
    if (trouble == m_trouble && detail == m_detail) return;
    m_trouble = trouble;
    m_detail = detail;
    Q_EMIT troubleChanged();
}

QString Settings::trouble() const {
    switch (m_trouble) {
    case Trouble::None:
        return {};
    case Trouble::Broken:
        return tr("The settings could not be read (%1). They were put aside as settings.json.broken; the defaults are "
                  "used.")
            .arg(m_detail);
    case Trouble::Newer:
        return tr("The settings were written by a newer version. What is understood is used; changes are not kept.");
    case Trouble::Unwritable:
        return tr("The settings could not be written: %1").arg(m_detail);
    }
    return {};
}

} // namespace haneul::settings
