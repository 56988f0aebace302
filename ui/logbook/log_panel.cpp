#include "ui/logbook/log_panel.h"

#include "ui/logbook/decisions_view.h"
#include "ui/logbook/program_view.h"

#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace haneul::logbook {

LogPanel::LogPanel(const DecisionSource& source, ProgramLog& log, QWidget* parent)
    : QWidget(parent)
    , m_notices(log)
    , m_tabs(new QTabWidget(this))
    , m_decisions(new DecisionsView(source, this))
    , m_program(new ProgramView(log, this)) {
    setObjectName(QStringLiteral("logPanel"));
    m_tabs->setObjectName(QStringLiteral("logTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_decisions, QString());
    m_tabs->addTab(m_program, QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    word();
}

void LogPanel::readAgain() {
    m_decisions->readAgain();
}

void LogPanel::focusFilter() {
    m_tabs->setCurrentWidget(m_decisions);
    m_decisions->focusFilter();
}

void LogPanel::setSituation(const situation::SituationPtr& situation) {
    m_notices.setSituation(*situation);
}

void LogPanel::word() {
    m_tabs->setTabText(0, tr("Decisions"));
    m_tabs->setTabText(1, tr("Program"));
    m_tabs->setAccessibleName(tr("Log"));
}

void LogPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void NoticeFeed::setSituation(const situation::Situation& situation) {
    const auto& notices = situation.notices; // oldest first
    if (notices.empty()) return;
    if (notices.back().number < m_newest) m_newest = 0; // another run of the core
    for (const situation::Notice& notice : notices)
        if (notice.number > m_newest) m_log.addNotice(notice);
    m_newest = notices.back().number;
}

} // namespace haneul::logbook
