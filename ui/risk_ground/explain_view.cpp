#include "ui/risk_ground/explain_view.h"

#include "ui/risk_ground/flow_chart.h"
#include "ui/risk_ground/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::risk_ground {

using risk::ground::Step;

ExplainView::ExplainView(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_chartPage(nullptr)
    , m_chart(new FlowChart(theme))
    , m_steps({{[] { return tr("Value"); }, [](const Step& step) { return stepName(step); }},
               {[] { return tr("Symbol"); }, [](const Step& step) { return QString::fromStdString(step.symbol); }},
               {[] { return tr("Amount"); },
                [](const Step& step) { return step.value ? QString::number(*step.value, 'g', 7) : notJudgedText(); }},
               {[] { return tr("Unit"); }, [](const Step& step) { return QString::fromStdString(step.unit); }},
               {[] { return tr("Equation or source"); },
                [](const Step& step) { return QString::fromStdString(step.formula); }}},
              this)
    , m_list(new QTableView(this)) {
    setObjectName(QStringLiteral("explainView"));
    m_head->setObjectName(QStringLiteral("explainHead"));
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("flowScroll"));
    scroll->setWidget(m_chart);
    scroll->setFrameShape(QFrame::NoFrame);
    m_list->setObjectName(QStringLiteral("stepList"));
    m_list->setModel(&m_steps);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_chartPage = scroll;
    m_tabs->addTab(scroll, QString());
    m_tabs->addTab(m_list, QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_tabs, 1);
    word();
}

void ExplainView::setTheme(const theme::Theme& theme) {
    m_chart->setTheme(theme);
}

void ExplainView::setSummary(QWidget* summary) {
    m_tabs->insertTab(0, summary, QString());
    m_tabs->setCurrentIndex(0);
    word();
}

void ExplainView::setCell(const QString& model, std::shared_ptr<const ground_risk::CellAnswer> answer) {
    m_model = model;
    m_answer = std::move(answer);
    std::vector<Step> steps;
    if (m_answer) steps = m_answer->cell.explanation.steps();
    m_chart->setSteps(steps);
    m_steps.setRecords(std::move(steps));
    m_list->resizeColumnsToContents();
    if (m_answer && m_tabs->currentWidget() != m_list) m_tabs->setCurrentWidget(m_chartPage);
    word();
}

void ExplainView::setProblem(const QString& text) {
    setCell({}, nullptr);
    m_head->setText(QString(QStringLiteral("▲ ") % text));
}

const std::vector<Step>& ExplainView::steps() const {
    static const std::vector<Step> none;
    return m_answer ? m_answer->cell.explanation.steps() : none;
}

void ExplainView::word() {
    if (m_tabs->count() > 2) m_tabs->setTabText(0, tr("Summary"));
    m_tabs->setTabText(m_tabs->indexOf(m_chartPage), tr("Flow chart"));
    m_tabs->setTabText(m_tabs->indexOf(m_list), tr("All values"));
    m_list->setAccessibleName(tr("All values of the cell"));
    if (!m_answer) {
        m_head->setText(tr("Choose a cell of a map to see every value behind it."));
        return;
    }
    QString text = tr("%1 at %2, %3: %4")
                       .arg(m_model)
                       .arg(m_answer->centre.latitude_deg, 0, 'f', 5)
                       .arg(m_answer->centre.longitude_deg, 0, 'f', 5)
                       .arg(numberText(m_answer->cell.value));
    if (m_answer->cell.value) text += QString(u' ' % unitText(m_answer->unit));
    if (m_answer->synthetic) text += QString(QStringLiteral(" · ") % tr("SYNTHETIC data"));
    m_head->setText(text);
}

void ExplainView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_steps.retranslate();
        word();
    }
    QWidget::changeEvent(event);
}

} // namespace haneul::risk_ground
