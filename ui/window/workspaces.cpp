#include "ui/window/workspaces.h"

#include "ui/window/file_writer.h"
#include "ui/window/session.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace haneul::window {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;
constexpr QLatin1StringView suffix(".json");

// One file name per name, on any file system, whatever its letters are.
QString fileNameOf(const QString& name) {
    return QString::fromLatin1(name.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)) +
           suffix;
}

Result<std::pair<QString, Layout>> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail("WORKSPACE_UNREADABLE", file.errorString().toStdString());
    if (file.size() > maxFileBytes) return fail("WORKSPACE_UNREADABLE", "it is larger than 1 MiB");
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) return fail("WORKSPACE_UNREADABLE", "it is not a JSON object");
    auto layout = layoutFromJson(document.object());
    if (!layout) return fail(layout.error().code, layout.error().where + ": " + layout.error().message);
    const QString name = document.object().value(u"name").toString();
    if (name.isEmpty() || name.size() > Workspaces::maxNameLength)
        return fail("WORKSPACE_UNREADABLE", "name: expected 1 to 60 characters");
    return std::pair{name, std::move(*layout)};
}

} // namespace

Workspaces::Workspaces(QString folder, FileWriter& writer, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_writer(writer) {
    if (!m_folder.isEmpty()) readAll();
}

Workspaces::~Workspaces() {
    m_writer.flush(); // its last answers come here
}

void Workspaces::readAll() {
    const QDir folder(m_folder);
    for (const QString& file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto workspace = read(folder.filePath(file));
        if (workspace)
            m_layouts.insert_or_assign(std::move(workspace->first), std::move(workspace->second));
        else
            m_troubles.push_back(
                {file, QString::fromStdString(workspace.error().message), keepAside(folder.filePath(file))});
    }
}

QString Workspaces::pathOf(const QString& name) const {
    return m_folder + u'/' + fileNameOf(name);
}

QStringList Workspaces::names() const {
    QStringList names;
    for (const auto& [name, layout] : m_layouts)
        names << name;
    return names;
}

const Layout* Workspaces::find(const QString& name) const {
    const auto found = m_layouts.find(name);
    return found == m_layouts.end() ? nullptr : &found->second;
}

Result<QString> Workspaces::save(const QString& wanted, Layout layout) {
    const QString name = wanted.trimmed().normalized(QString::NormalizationForm_C);
    const bool control = std::ranges::any_of(name, [](QChar c) { return !c.isPrint(); });
    if (name.isEmpty() || name.size() > maxNameLength || control)
        return fail("WORKSPACE_NAME", "a workspace needs a name of 1 to 60 characters");
    QJsonObject object = layoutToJson(layout);
    object.insert(QStringLiteral("name"), name);
    m_layouts.insert_or_assign(name, std::move(layout));
    if (!m_folder.isEmpty())
        m_writer.write(pathOf(name), QJsonDocument(object).toJson(), [this, name](const QString& trouble) {
            if (!trouble.isEmpty())
                QMetaObject::invokeMethod(this, [this, name, trouble] { Q_EMIT writeFailed(name, trouble); });
        });
    Q_EMIT changed();
    return name;
}

void Workspaces::remove(const QString& name) {
    if (m_layouts.erase(name) == 0) return;
    if (!m_folder.isEmpty()) m_writer.remove(pathOf(name));
    Q_EMIT changed();
}

} // namespace haneul::window
