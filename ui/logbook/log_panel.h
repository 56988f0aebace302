#pragma once

#include "server/situation/situation.h"
#include "ui/logbook/decision_source.h"
#include "ui/logbook/program_log.h"

#include <QWidget>

class QTabWidget;

namespace haneul::logbook {

class DecisionsView;
class ProgramView;

// Hands the notices of the picture to the program's log, each once.
class NoticeFeed {
public:
    explicit NoticeFeed(ProgramLog& log)
        : m_log(log) {}

    void setSituation(const situation::Situation& situation);

private:
    ProgramLog& m_log;
    std::uint64_t m_newest = 0;
};

// The log dock: "Decisions", the signed event log; "Program", what the program says of itself.
class LogPanel final : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    LogPanel(const DecisionSource& source, ProgramLog& log, QWidget* parent);

    void readAgain(); // someone else is at the desk, who may see more or less
    void focusFilter();
    void setSituation(const situation::SituationPtr& situation); // its notices

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    NoticeFeed m_notices;
    QTabWidget* m_tabs;
    DecisionsView* m_decisions;
    ProgramView* m_program;
};

} // namespace haneul::logbook
