#pragma once

#include "server/clock/clock.h"
#include "ui/drafts/draft.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::window {

class FileWriter;

// What a controller writes down during a shift. A draft until it is filed: every step can be undone, nothing is lost in
// a crash. Filing writes it as a text file with the time in its name and begins an empty sheet.
class NotesPanel final : public QWidget {
    Q_OBJECT

public:
    // `folder`: where notes are filed; empty: they cannot be.
    NotesPanel(drafts::Drafts& drafts, const actions::ActionRegistry& registry, const clock::Clock& clock,
               FileWriter& writer, QString folder, QWidget* parent);
    ~NotesPanel() override;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed();
    void show();
    void word();
    void stampTime();
    void file();

    drafts::Drafts& m_drafts;
    drafts::Draft<QString> m_draft;
    const actions::ActionRegistry& m_registry;
    const clock::Clock& m_clock;
    FileWriter& m_writer;
    QString m_folder;
    QPlainTextEdit* m_edit;
    QLabel* m_state;
    QTimer m_pause;  // a pause in typing ends a step
    QString m_filed; // the last file written, or why not
    bool m_following = false;
};

} // namespace haneul::window
