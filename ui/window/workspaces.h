#pragma once

#include "core/base/error.h"
#include "ui/window/layout.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <vector>

namespace haneul::window {

class FileWriter;

// The saved arrangements of windows, one JSON file each in a folder. Read once at the start; later nothing waits for
// the disk: files are written by the writer.
class Workspaces final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxNameLength = 60; // characters

    // Files that cannot be used are put aside; what and why is in `troubles()`. Empty folder: nothing is kept.
    Workspaces(QString folder, FileWriter& writer, QObject* parent = nullptr);
    ~Workspaces() override;

    [[nodiscard]] QStringList names() const;                     // sorted
    [[nodiscard]] const Layout* find(const QString& name) const; // null: no such
    // Codes: WORKSPACE_NAME (empty, too long, or with control characters). The name is trimmed first.
    [[nodiscard]] Result<QString> save(const QString& name, Layout layout);
    void remove(const QString& name);

    struct Trouble {
        QString file;
        QString why;
        QString aside; // where it is now; empty: still where it was
    };

    [[nodiscard]] const std::vector<Trouble>& troubles() const { return m_troubles; }

Q_SIGNALS:
    void changed();
    void writeFailed(const QString& name, const QString& why);

private:
    void readAll();
    [[nodiscard]] QString pathOf(const QString& name) const;

    QString m_folder;
    FileWriter& m_writer;
    std::map<QString, Layout> m_layouts;
    std::vector<Trouble> m_troubles;
};

} // namespace haneul::window
