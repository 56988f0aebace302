// What the approval desk is made of, and how it uses its room.

#include "ui/plans/plans_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace haneul::plans {

namespace {

constexpr int stackedLines = 38;   // of text, from which height on queue, views and charts stand below each other
constexpr int widePage = 240;      // characters, from which width on they stand beside each other all the same
constexpr int sideBySide = 90;     // in a low dock
constexpr int widestFinding = 56;  // characters, before others of its columns go
constexpr int queueShare_pct = 27; // of the height
constexpr int queueWidthShare_pct = 40;

} // namespace

void PlansPanel::build() {
    m_words->setObjectName(QStringLiteral("planFilter"));
    m_words->setClearButtonEnabled(true);
    m_which->setObjectName(QStringLiteral("whichPlans"));
    for (int i = 0; i < WhichCount; ++i)
        m_which->addItem(QString());
    m_which->setCurrentIndex(Waiting);
    m_summary->setObjectName(QStringLiteral("planSummary"));
    m_halves->setObjectName(QStringLiteral("planHalves"));
    m_halves->setChildrenCollapsible(false);
    m_message->setObjectName(QStringLiteral("planMessage"));
    m_message->setWordWrap(true);
    m_message->hide();

    buildQueue();
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    auto* all = new QWidget(page);
    auto* column = new QVBoxLayout(all);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_halves, 1);
    page->setWidget(all);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(page);
    connectAll();
}

void PlansPanel::buildQueue() {
    m_list->setSamples({QStringLiteral("▲ in 1 h 00 min"), QStringLiteral("FP-000000"), QStringLiteral("100"),
                        QStringLiteral("▲ 10 checks failed"), QStringLiteral("HN-0000"),
                        QStringLiteral("Airspace: RKP73 – prohibited"), QStringLiteral("OPERATOR"),
                        QStringLiteral("10 h 00 min"), QStringLiteral("Waits for approval"), QStringLiteral("1 of 2"),
                        QStringLiteral("2026-00-00 00:00:00Z")});
    m_list->horizontalHeader()->setSortIndicator(QueueModel::Deadline, Qt::AscendingOrder);
    m_list->setSortingEnabled(true);
    // What goes first where there is little room stands in the heading of the chosen plan, or in one of its views.
    m_list->setSpare(QueueModel::Problem,
                     {QueueModel::Start, QueueModel::Approvals, QueueModel::State, QueueModel::Waiting,
                      QueueModel::Operator, QueueModel::Drone, QueueModel::Priority});
    m_list->installEventFilter(this);
    m_filter.setDynamicSortFilter(true);

    const int gap = fontMetrics().height() / 4;
    auto* head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(m_which);
    auto* queue = new QWidget(this);
    auto* left = new QVBoxLayout(queue);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(gap);
    left->addLayout(head);
    left->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_new);
    foot->addWidget(m_edit);
    foot->addWidget(m_begin);
    left->addLayout(foot);
    m_halves->addWidget(queue);
    m_halves->addWidget(details());
    m_halves->setStretchFactor(0, 2);
    m_halves->setStretchFactor(1, 3);
}

void PlansPanel::connectAll() {
    connect(m_words, &QLineEdit::textChanged, this, &PlansPanel::narrow);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PlansPanel::follow);
    // "My own" of the person before would be an empty list to this one.
    connect(&m_desk, &PlanDesk::anotherPerson, this, [this] { m_which->setCurrentIndex(Waiting); });
    connect(m_list, &orders::ListView::chosen, this, &PlansPanel::choose);
    connect(m_list, &QAbstractItemView::activated, this, &PlansPanel::approve);
    connect(m_onlyOpen, &QCheckBox::toggled, this, [this](bool only) { m_evidence.setOnlyOpen(only); });
    connect(m_conflicts, &ConflictsView::said, this, &PlansPanel::say);
    connect(m_conflicts, &ConflictsView::actionWanted, this, &PlansPanel::actionWanted);
    connect(m_conflicts, &ConflictsView::returnWanted, this,
            [this](const QString& reason) { refuse(Refusal::Return, reason); });
    connect(m_conflicts, &ConflictsView::otherWanted, this, [this](const QString& plan) {
        if (const auto other = m_desk.state()->plan(plan.toStdString()); other && !belongs(*other))
            m_which->setCurrentIndex(Everything);
        m_desk.choose(plan.toStdString());
    });
    connect(m_approve, &QPushButton::clicked, this, &PlansPanel::approve);
    connect(m_return, &QPushButton::clicked, this, &PlansPanel::giveBack);
    connect(m_reject, &QPushButton::clicked, this, &PlansPanel::reject);
    connect(m_revoke, &QPushButton::clicked, this, &PlansPanel::revoke);
    connect(m_sheet, &QPushButton::clicked, this, &PlansPanel::makeSheet);
    connect(m_map, &QPushButton::clicked, this, &PlansPanel::showOnMap);
    connect(m_scene, &QPushButton::clicked, this, &PlansPanel::showIn3d);
    connect(m_diagram, &QPushButton::clicked, this, &PlansPanel::showInDiagram);
    connect(m_new, &QPushButton::clicked, this, &PlansPanel::newPlan);
    connect(m_edit, &QPushButton::clicked, this, &PlansPanel::editPlan);
    connect(m_begin, &QPushButton::clicked, this,
            [this] { m_shown&& plan::inFlight(m_shown->plan.state) ? endFlight() : activateFlight(); });
    connect(&m_tool, &RouteTool::ended, this, &PlansPanel::endDrawing);
}

QWidget* PlansPanel::details() {
    m_heading->setObjectName(QStringLiteral("planHeading"));
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_views->setObjectName(QStringLiteral("planViews"));
    m_views->setDocumentMode(true);
    m_onlyOpen->setObjectName(QStringLiteral("onlyOpen"));
    m_changeText->setObjectName(QStringLiteral("changeText"));
    m_changeText->setWordWrap(true);
    m_causes->setObjectName(QStringLiteral("planCauses"));
    m_causes->setWordWrap(true);
    m_causes->setTextFormat(Qt::PlainText);
    m_causes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QFont strong = m_causesTitle->font();
    strong.setBold(true);
    m_causesTitle->setFont(strong);
    m_heading->setFont(strong);

    buildLists();
    const int gap = fontMetrics().height() / 4;
    auto* evidence = new QWidget(this);
    auto* evidenceColumn = new QVBoxLayout(evidence);
    evidenceColumn->setContentsMargins(0, gap, 0, 0);
    evidenceColumn->addWidget(m_evidenceList, 1);
    evidenceColumn->addWidget(m_onlyOpen);
    auto* changes = new QWidget(this);
    auto* changeColumn = new QVBoxLayout(changes);
    changeColumn->setContentsMargins(0, gap, 0, 0);
    changeColumn->addWidget(m_changeText);
    changeColumn->addWidget(m_changeList, 1);
    for (QWidget* view :
         std::initializer_list<QWidget*>{evidence, m_conflicts, m_side, changes, m_fieldList, m_stepList})
        m_views->addTab(view, QString());

    auto* causes = new QScrollArea(this);
    causes->setFrameShape(QFrame::NoFrame);
    causes->setWidgetResizable(true);
    causes->setFocusPolicy(Qt::NoFocus);
    causes->setWidget(m_causes);
    causes->setMinimumHeight(fontMetrics().lineSpacing() * 5 + gap);
    causes->setMaximumHeight(fontMetrics().lineSpacing() * 7 + gap);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_heading);
    column->addWidget(m_views, 2);
    column->addWidget(m_causesTitle);
    column->addWidget(causes);
    column->addWidget(m_message);
    column->addLayout(buttons());
    m_detailColumn = column;
    return page;
}

void PlansPanel::buildLists() {
    m_evidenceList->setSamples({QStringLiteral("◆ Not judged"),
                                QStringLiteral("      There is no source for this check here: it is not judged."),
                                QStringLiteral("Landing sites"), QStringLiteral("1234.5 m/s"),
                                QStringLiteral("1234.5 m/s"), QStringLiteral("00:00:00Z–00:00:00Z"),
                                QStringLiteral("000–000 m AMSL"), QStringLiteral("haneul.performance v1")});
    m_evidenceList->setSpare(EvidenceModel::Check, {EvidenceModel::Rule, EvidenceModel::Heights, EvidenceModel::When},
                             widestFinding);
    m_changeList->setSamples({QStringLiteral("When something goes wrong"),
                              QStringLiteral("37.56650N 126.97800E 120 m AMSL"),
                              QStringLiteral("37.56650N 126.97800E 120 m AMSL")});
    m_changeList->horizontalHeader()->setStretchLastSection(true);
    m_fieldList->setSamples({QStringLiteral("When something goes wrong"), QStringLiteral("as it is")});
    m_fieldList->horizontalHeader()->setStretchLastSection(true);
    m_stepList->setSamples({QStringLiteral("2026-00-00 00:00:00Z"), QStringLiteral("Returned for changes"),
                            QStringLiteral("supervisor (supervisor)"), QStringLiteral("10"),
                            QStringLiteral("Waits for approval → Approved"), QStringLiteral("why")});
    m_stepList->horizontalHeader()->setStretchLastSection(true);
}

QLayout* PlansPanel::buttons() {
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_approve, m_return, m_reject, m_revoke})
        row->addWidget(each);
    row->addStretch();
    for (QPushButton* each : {m_map, m_scene, m_diagram, m_sheet})
        row->addWidget(each);
    return row;
}

// Where the desk has the height for it, queue, evidence, charts and decision are all seen at once, one below the other;
// in a low and wide dock the queue stands beside the rest, and the charts behind a tab.
void PlansPanel::arrange() {
    const int line = fontMetrics().lineSpacing();
    const int character = fontMetrics().averageCharWidth();
    const bool tall = height() >= line * stackedLines;
    const bool beside = tall ? width() > character * widePage : width() > std::max(height(), character * sideBySide);
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    pinSide(tall);
    if (std::exchange(m_arranged, true) && m_halves->orientation() == wanted) return;
    m_halves->setOrientation(wanted);
    const int length = beside ? width() : height();
    const int queue = length * (beside ? queueWidthShare_pct : tall ? queueShare_pct : queueWidthShare_pct) / 100;
    m_halves->setSizes({queue, length - queue});
}

void PlansPanel::pinSide(bool pinned) {
    if (pinned == m_pinned) return;
    m_pinned = pinned;
    if (pinned) {
        m_views->removeTab(m_views->indexOf(m_side));
        m_detailColumn->insertWidget(m_detailColumn->indexOf(m_views) + 1, m_side, 1);
        m_side->show();
    } else {
        m_detailColumn->removeWidget(m_side);
        m_views->insertTab(2, m_side, QString());
    }
    word();
}

void PlansPanel::word() {
    m_words->setPlaceholderText(tr("Filter: plan, operator, drone, state, what is in the way"));
    m_words->setAccessibleName(tr("Filter of the plans"));
    m_which->setAccessibleName(tr("Which plans"));
    m_which->setItemText(ForMe, tr("Waits for my decision"));
    m_which->setItemText(Waiting, tr("Waits for approval"));
    m_which->setItemText(Standing, tr("Approved and flying"));
    m_which->setItemText(Own, tr("My own"));
    m_which->setItemText(Everything, tr("All plans"));
    m_list->setAccessibleName(tr("Flight plans"));
    m_evidenceList->setAccessibleName(tr("Evidence of the chosen plan"));
    m_changeList->setAccessibleName(tr("Changes since the version before"));
    m_fieldList->setAccessibleName(tr("All fields of the plan"));
    m_stepList->setAccessibleName(tr("History of the plan"));
    m_onlyOpen->setText(tr("Only what failed or is not judged"));
    m_causesTitle->setText(tr("What an approval would cause"));
    QStringList titles{tr("Evidence"), tr("Conflicts"), tr("Heights and times"),
                       tr("Changes"),  tr("Plan"),      tr("History")};
    if (m_pinned) titles.removeAt(2);
    for (int i = 0; i < m_views->count(); ++i)
        m_views->setTabText(i, titles.value(i));
    m_approve->setText(tr("Approve…"));
    m_return->setText(tr("Return…"));
    m_reject->setText(tr("Reject…"));
    m_revoke->setText(tr("Revoke…"));
    m_sheet->setText(tr("Decision sheet…"));
    m_map->setText(tr("On the map"));
    m_scene->setText(tr("In 3D"));
    m_diagram->setText(tr("In the diagram"));
    m_new->setText(tr("New…"));
    m_edit->setText(tr("Edit…"));
}

} // namespace haneul::plans
