#pragma once

#include "core/base/error.h"
#include "ui/settings/setting_list.h"

#include <QJsonObject>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace haneul::settings {

// What a person has set, kept in settings.json of the data folder. Only what differs from its default is written, so a
// better default of a later version reaches everybody who never chose. Keys that this version does not know stay in the
// file. Written whole or not at all, on a thread of its own, a moment after the last change and at the end.
// A file that cannot be read is put aside as settings.json.broken; the defaults are used, and `trouble()` says so.
class Settings final : public QObject {
    Q_OBJECT

public:
    static constexpr int schema = 1;
    static constexpr qint64 maxBytes = 256 * 1024;

    // Reads the file at once: make it before a window is shown. An empty path keeps nothing.
    explicit Settings(QString path, QObject* parent = nullptr);
    ~Settings() override; // writes what is not written yet

    // An id that is not in the list is a mistake in the program and ends it.
    [[nodiscard]] QJsonValue value(QLatin1StringView id) const;

    [[nodiscard]] QString text(QLatin1StringView id) const { return value(id).toString(); }

    [[nodiscard]] double number(QLatin1StringView id) const { return value(id).toDouble(); }

    [[nodiscard]] bool isOn(QLatin1StringView id) const { return value(id).toBool(); }

    // False, and nothing changes, when the value does not fit (type, choices, range).
    bool setValue(QLatin1StringView id, const QJsonValue& value);
    [[nodiscard]] bool isChanged(QLatin1StringView id) const; // differs from the default
    void reset(QLatin1StringView id);
    void resetAll(); // the list above; sections stay

    // Small things of other rooms in the same file ("keys", "palette"), each a JSON object that its room understands.
    [[nodiscard]] QJsonObject section(const QString& name) const;
    void setSection(const QString& name, const QJsonObject& content);

    // The whole as a file's content, and back. Codes: SETTINGS_UNREADABLE (not our JSON, too large, another schema).
    // Values that do not fit are left as they were.
    [[nodiscard]] QByteArray exported() const;
    [[nodiscard]] Result<void> import(const QByteArray& content);

    void flush(); // returns when everything is on the disk; blocks: for the end of the program and tests

    // What went wrong with the file, in the language of the moment; empty: nothing.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    void changed(const QString& id); // a setting has another value
    void sectionChanged(const QString& name);
    void troubleChanged();

private:
    enum class Trouble { None, Broken, Newer, Unwritable };

    void load();
    void write();
    void store(const QString& name, const QJsonValue& value); // undefined: leaves the file
    void setTrouble(Trouble trouble, const QString& detail);

    QString m_path;
    QJsonObject m_root; // as in the file: "schema", "values", sections, what we do not know
    QTimer m_soon;
    QThreadPool m_writer; // one thread
    Trouble m_trouble = Trouble::None;
    QString m_detail;
    bool m_keep = true; // false: the file is of a newer version and stays as it is
};

} // namespace haneul::settings
