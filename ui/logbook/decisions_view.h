#pragma once

#include "server/clock/clock.h"
#include "ui/logbook/decision_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace haneul::logbook {

// The signed event log: what was decided, by whom, when; all of the chosen entry beside the list.
class DecisionsView final : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    DecisionsView(const DecisionSource& source, QWidget* parent);

    void readAgain(); // someone else is at the desk
    void focusFilter();

    // The chosen rows, or all that have been read when none is chosen.
    [[nodiscard]] QByteArray selectionAsCsv() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void filter();
    void showChosen();
    void showProgress();
    void showChain(ChainState chain);
    void save();
    void word();
    void size();

    const DecisionSource& m_source;
    DecisionModel m_model;
    QTimer m_typing;
    ChainState m_chain;
    bool m_begun = false;
    QLineEdit* m_text;
    QComboBox* m_kind;
    QLineEdit* m_user;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QTableView* m_table;
    QPlainTextEdit* m_entry;
    QLabel* m_progress;
    QLabel* m_chainText;
    QPushButton* m_verify;
    QPushButton* m_save;
};

// "2026-11-21", "2026-11-21 04:05", "2026-11-21 04:05:06", with or without a Z: UTC. `end`: the last instant of what
// was left out. Nothing for an empty or another text.
[[nodiscard]] std::optional<UtcMs> instantOf(const QString& text, bool end);

} // namespace haneul::logbook
