#include "ui/risk_path/path_panel.h"

#include "core/plan/profile.h"
#include "server/paths/path_json.h"
#include "server/paths/path_study.h"
#include "ui/profile/chart_view.h"
#include "ui/risk_path/path_charts.h"
#include "ui/risk_path/path_facts.h"
#include "ui/risk_path/path_form.h"
#include "ui/risk_path/path_report.h"
#include "ui/risk_path/path_shapes.h"
#include "ui/risk_path/words.h"
#include "ui/study_store/sheet.h"
#include "ui/study_store/study_keeper.h"
#include "ui/study_store/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <ranges>

namespace haneul::risk_path {

using path::PathFinding;
using paths::AnswerPtr;

namespace {

constexpr QLatin1StringView splitKey("split");
constexpr QLatin1StringView formKey("form");
constexpr int formLetters = 44;
constexpr int rowsSeen = 3;

// A form that scrolls up and down only: never narrower than the form needs it in the language of the moment.
class FormColumn final : public QScrollArea {
public:
    FormColumn(QWidget* form, int least, QWidget* parent)
        : QScrollArea(parent)
        , m_least(least) {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(form);
    }

    [[nodiscard]] QSize minimumSizeHint() const override {
        const int wide = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() +
                         fontMetrics().height(); // beside it
        return {std::max(m_least, wide), QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    int m_least;
};

QTableView* list(QWidget* parent, const char* name, QAbstractItemModel& model) {
    auto* view = new QTableView(parent);
    view->setObjectName(QLatin1StringView(name));
    view->setModel(&model);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() * 3 / 2);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(true);
    return view;
}

std::vector<paths::Place> placesOf(const paths::Answer& answer, const path::PlannedPath& path) {
    std::vector<paths::Place> places;
    for (const auto& point : path.points)
        places.push_back(answer.space.placeOf(point));
    return places;
}

study_store::Facts studyFacts(const paths::Answer& answer) {
    auto facts = resultFacts(answer);
    for (auto more : {inputFacts(answer.question), sourceFacts(answer)})
        std::ranges::move(more, std::back_inserter(facts));
    return facts;
}

QString findingKind(const PathFinding& finding) {
    return QString::fromStdString(finding.name.empty() ? finding.code : finding.code + " " + finding.name);
}

} // namespace

PathPanel::PathPanel(PathDesk& desk, study_store::StudyDesk& studies, const clock::Clock& clock,
                     const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_studies(studies)
    , m_clock(clock)
    , m_theme(theme)
    , m_keeper(new study_store::StudyKeeper(studies, paths::studyKind, *this))
    , m_form(new PathForm(this))
    , m_search(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_rows({{[] { return tr("Path"); }, [](const PathRow& row) { return kindText(row.kind); }},
              {[] { return tr("Answer"); }, [](const PathRow& row) { return row.answer; }},
              {[] { return tr("Length"); }, [](const PathRow& row) { return row.length; }},
              {[] { return tr("Time (min)"); }, [](const PathRow& row) { return row.time; }},
              {[] { return tr("Energy (Wh)"); }, [](const PathRow& row) { return row.energy; }},
              {[] { return tr("Risk (fatalities per flight)"); }, [](const PathRow& row) { return row.risk; }},
              {[] { return tr("Legs"); }, [](const PathRow& row) { return row.legs; }},
              {[] { return tr("Remarks"); }, [](const PathRow& row) { return row.notes; }}},
             this)
    , m_list(list(this, "pathList", m_rows))
    , m_age(new QLabel(this))
    , m_map(new QPushButton(this))
    , m_scene(new QPushButton(this))
    , m_check(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_heights(new profile::ChartView("pathHeights", theme, this))
    , m_front(new profile::ChartView("pathFront", theme, this))
    , m_findings({{[] { return tr("Why"); }, findingKind},
                  {[] { return tr("Leg"); }, [](const PathFinding& f) { return QString::number(f.leg + 1); }},
                  {[] { return tr("From start"); }, [](const PathFinding& f) { return lengthText(f.distance_m); }},
                  {[] { return tr("In words"); },
                   [this](const PathFinding& f) {
                       return m_checked ? findingText(f, *m_checked) : QString::fromStdString(f.message);
                   }}},
                 this)
    , m_findingList(list(this, "pathFindings", m_findings))
    , m_facts(new QLabel(this))
    , m_comparison(study_store::compareColumns(), this)
    , m_comparisonList(list(this, "pathComparison", m_comparison))
    , m_split(new QSplitter(Qt::Horizontal, this)) {
    build();
    word();
    follow();
}

PathPanel::~PathPanel() = default;

void PathPanel::build() {
    setObjectName(QStringLiteral("pathPanel"));
    m_search->setObjectName(QStringLiteral("pathSearch"));
    m_progress->setObjectName(QStringLiteral("pathProgress"));
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_message->setObjectName(QStringLiteral("pathMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_map->setObjectName(QStringLiteral("pathOnMap"));
    m_scene->setObjectName(QStringLiteral("pathIn3d"));
    m_check->setObjectName(QStringLiteral("pathCheck"));
    m_clear->setObjectName(QStringLiteral("pathClear"));
    m_use->setObjectName(QStringLiteral("pathUse"));
    m_open->setObjectName(QStringLiteral("openStudies"));
    m_save->setObjectName(QStringLiteral("saveStudy"));
    m_export->setObjectName(QStringLiteral("exportStudy"));
    m_age->setObjectName(QStringLiteral("pathAge"));
    m_age->setTextFormat(Qt::PlainText);
    m_age->setWordWrap(true);
    m_facts->setObjectName(QStringLiteral("pathFacts"));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->setFixedHeight(m_list->verticalHeader()->defaultSectionSize() * rowsSeen + fontMetrics().height() * 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    const int gap = fontMetrics().height() / 4;
    auto* asking = new QWidget(m_split);
    auto* left = new QVBoxLayout(asking);
    left->setContentsMargins(gap, gap, gap, gap);
    auto* page = new FormColumn(m_form, fontMetrics().averageCharWidth() * formLetters, asking);
    left->addWidget(page, 1);
    auto* run = new QHBoxLayout;
    run->addWidget(m_search);
    run->addWidget(m_progress, 1);
    left->addLayout(run);
    left->addWidget(m_message);

    auto* shown = new QWidget(m_split);
    auto* right = new QVBoxLayout(shown);
    right->setContentsMargins(gap, gap, gap, gap);
    right->addWidget(m_age);
    right->addWidget(m_list);
    auto* tools = new QHBoxLayout;
    for (QPushButton* each : {m_map, m_scene, m_check, m_clear})
        tools->addWidget(each);
    tools->addWidget(m_use);
    tools->addStretch();
    for (QPushButton* each : {m_open, m_save, m_export})
        tools->addWidget(each);
    right->addLayout(tools);
    m_tabs->setObjectName(QStringLiteral("pathTabs"));
    m_tabs->addTab(m_heights, QString());
    m_tabs->addTab(m_front, QString());
    m_tabs->addTab(m_findingList, QString());
    auto* facts = new QScrollArea(m_tabs);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setWidgetResizable(true);
    facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    facts->setWidget(m_facts);
    m_tabs->addTab(facts, QString());
    m_tabs->addTab(m_comparisonList, QString());
    m_comparisonList->setWordWrap(true);
    m_comparisonList->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_comparisonList->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    right->addWidget(m_tabs, 1);
    m_split->setObjectName(QStringLiteral("pathSplit"));
    m_split->addWidget(asking);
    m_split->addWidget(shown);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    const int asked = fontMetrics().averageCharWidth() * formLetters;
    m_split->setSizes({asked, asked * 4});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this); // large texts on a small screen scroll
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_split);
    all->addWidget(scroll);

    connect(m_search, &QPushButton::clicked, this, &PathPanel::search);
    connect(m_map, &QPushButton::clicked, this, &PathPanel::showOnMap);
    connect(m_scene, &QPushButton::clicked, this, &PathPanel::showIn3d);
    connect(m_check, &QPushButton::clicked, this, &PathPanel::check);
    connect(m_clear, &QPushButton::clicked, this, &PathPanel::clear);
    connect(m_use, &QPushButton::clicked, this, &PathPanel::usePath);
    connect(m_open, &QPushButton::clicked, this, &PathPanel::openStudies);
    connect(m_save, &QPushButton::clicked, this, &PathPanel::save);
    connect(m_export, &QPushButton::clicked, this, &PathPanel::exportPdf);
    connect(m_keeper, &study_store::StudyKeeper::openWanted, this, &PathPanel::load);
    connect(m_keeper, &study_store::StudyKeeper::compareWanted, this, &PathPanel::compareWith);
    connect(m_keeper, &study_store::StudyKeeper::said, this, &PathPanel::say);
    connect(m_form, &PathForm::pickWanted, this, &PathPanel::pick);
    connect(m_form, &PathForm::halfWayWanted, this, &PathPanel::halfWay);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PathPanel::showChosen);
    connect(&m_desk, &PathDesk::progressed, m_progress,
            [this](double share) { m_progress->setValue(static_cast<int>(share * 100)); });
    connect(&m_desk, &PathDesk::found, this, [this](const AnswerPtr& answer) { take(answer, m_clock.now()); });
    connect(&m_desk, &PathDesk::checked, this, &PathPanel::takeCheck);
    connect(&m_desk, &PathDesk::failed, this, [this](const Error& error) {
        say(refusalText(error), true);
        follow();
    });
    connect(&m_tool, &plans::RouteTool::ended, this, [this](bool taken) {
        if (taken) m_form->setPlaces(m_tool.places());
        m_tool.begin({});
        Q_EMIT drawingChanged(false);
    });
}

void PathPanel::word() {
    m_map->setText(tr("Show on map"));
    m_scene->setText(tr("Show in 3D"));
    m_check->setText(tr("Check"));
    m_check->setToolTip(tr("Why the chosen path, or the places typed as a path, would not be allowed"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Takes the paths off this page, the maps and the 3D views"));
    m_use->setText(tr("Use as plan route"));
    m_tabs->setTabText(0, tr("Heights"));
    m_tabs->setTabText(1, tr("Risk and length"));
    m_tabs->setTabText(2, tr("Check"));
    m_tabs->setTabText(3, tr("Inputs and sources"));
    m_tabs->setTabText(4, tr("Comparison"));
    m_open->setText(tr("Open study…"));
    m_save->setText(tr("Save study…"));
    m_export->setText(tr("Export PDF…"));
    m_comparisonList->setAccessibleName(tr("This study and another one"));
    m_list->setAccessibleName(tr("Paths"));
    m_findingList->setAccessibleName(tr("Findings of the check"));
    m_heights->setEmptyText(tr("No path is chosen"));
    m_front->setEmptyText(tr("The risk is not known, or no path was asked for"));
    m_rows.retranslate();
    m_findings.retranslate();
    showComparison();
    follow();
}

void PathPanel::follow() {
    m_search->setText(m_desk.busy() ? tr("Stop") : tr("Find paths"));
    m_progress->setVisible(m_desk.busy());
    const bool any = chosen() >= 0;
    m_map->setEnabled(any);
    m_scene->setEnabled(any);
    m_use->setEnabled(any);
    m_clear->setEnabled(m_answer != nullptr);
    m_check->setEnabled(m_desk.available());
    m_search->setEnabled(m_desk.available());
    m_open->setEnabled(m_studies.available());
    m_save->setEnabled(m_answer && m_studies.available());
    m_export->setEnabled(m_answer != nullptr);
}

int PathPanel::chosen() const {
    const auto* row = m_rows.at(m_list->currentIndex());
    return row == nullptr ? -1 : row->path;
}

void PathPanel::say(const QString& text, bool trouble) {
    m_message->setText(text);
    m_message->setProperty("trouble", trouble);
}

void PathPanel::search() {
    if (m_desk.busy()) {
        m_desk.stop();
        say(tr("Stopped."), false);
        return follow();
    }
    auto question = m_form->asked(m_clock.now());
    if (!question) return say(m_form->trouble(), true);
    m_progress->setValue(0);
    say(QString(), false);
    m_desk.search(*std::move(question));
    follow();
}

void PathPanel::take(const AnswerPtr& answer, UtcMs found) {
    m_kept = false;
    showAnswer(answer, found);
    const auto& paths = answer->planned.paths;
    if (paths.empty() && !answer->planned.none.empty())
        say(refusalText(answer->planned.none.front().error), true);
    else if (answer->space.synthetic)
        say(tr("%n path(s) found, over a SYNTHETIC city: made up, not a real one.", nullptr,
               static_cast<int>(paths.size())),
            true);
    else
        say(tr("%n path(s) found.", nullptr, static_cast<int>(paths.size())), false);
}

void PathPanel::showAnswer(const AnswerPtr& answer, UtcMs found) {
    m_answer = answer;
    m_found = found;
    m_checked.reset();
    m_findings.setRecords({});
    showRows();
    const auto& paths = answer->planned.paths;
    if (!paths.empty()) m_list->selectRow(static_cast<int>(paths.size()) - 1);
    showChosen();
    showComparison();
    if (!paths.empty()) showOnMap();
}

void PathPanel::save() {
    if (!m_answer) return;
    study_store::NewStudy study{.preset = presetName(),
                                .input = paths::inputJson(m_answer->question),
                                .result = paths::resultJson(*m_answer, m_found)};
    constexpr std::size_t mostBytes = 2000;
    for (const std::string& line : m_answer->space.provenance) // in full in the result
        if (study.provenance.size() + line.size() + 2 < mostBytes)
            study.provenance += (study.provenance.empty() ? "" : "; ") + line;
    m_keeper->save(std::move(study));
}

void PathPanel::openStudies() {
    m_keeper->open();
}

// As it was kept: searched again only when somebody asks.
void PathPanel::load(const study_store::SavedStudy& study) {
    auto question = paths::questionOfStudy(study.input);
    const auto kept = question ? paths::answerOfStudy(*question, study.result)
                               : Result<paths::KeptAnswer>(std::unexpected(question.error()));
    if (!question) {
        m_keeper->forget();
        return say(refusalText(question.error()), true);
    }
    m_desk.stop();
    m_form->setAsked(*question);
    const QString opened = study_store::openedText(study.head);
    m_kept = true;
    m_answer.reset();
    if (kept && kept->answer) {
        showAnswer(kept->answer, kept->found.value_or(study.head.at));
        return say(opened, false);
    }
    m_rows.setRecords({});
    showChosen();
    say(kept ? QString(opened % u' ' % tr("It has no results: find paths.")) : refusalText(kept.error()), !kept);
}

void PathPanel::compareWith(const study_store::SavedStudy& study) {
    auto question = paths::questionOfStudy(study.input);
    if (!question) return say(refusalText(question.error()), true);
    const auto kept = paths::answerOfStudy(*std::move(question), study.result);
    if (!kept) return say(refusalText(kept.error()), true);
    if (!m_answer || !kept->answer)
        return say(!m_answer ? tr("Find paths first, or open a study.") : tr("That study has no results."), true);
    m_other = Other{QString::fromStdString(study.head.name), kept->answer};
    showComparison();
    m_tabs->setCurrentWidget(m_comparisonList);
    say(tr("Compared with %1.").arg(m_other->name), false);
}

void PathPanel::showComparison() {
    std::vector<study_store::CompareRow> rows;
    if (m_other && m_answer) rows = study_store::sideBySide(studyFacts(*m_answer), studyFacts(*m_other->answer));
    m_comparison.setRecords(std::move(rows));
}

void PathPanel::exportPdf() {
    m_keeper->exportAs(QStringLiteral("paths.pdf"), [this](const QString& path) { return write(path); });
}

Result<void> PathPanel::write(const QString& path) const {
    PathReport report{.name = m_keeper->name(),
                      .answer = m_answer,
                      .chosen = static_cast<std::size_t>(std::max(chosen(), 0)),
                      .found = m_found,
                      .comparedWith = {},
                      .comparison = {},
                      .made = m_clock.now(),
                      .madeBy = m_studies.personName(),
                      .family = font().family()};
    if (m_other && m_answer) {
        report.comparedWith = m_other->name;
        report.comparison = study_store::sideBySide(studyFacts(*m_answer), studyFacts(*m_other->answer));
    }
    return study_store::writeWhole(path, reportPdf(report));
}

void PathPanel::showRows() {
    std::vector<PathRow> rows;
    const bool anyRisk = m_answer->space.anyRisk;
    const auto& found = m_answer->planned.paths;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& path = found[i];
        QStringList notes;
        if (path.totals.unknown_m > 0)
            notes << tr("%1 where nobody knows what stands").arg(lengthText(path.totals.unknown_m));
        if (anyRisk && path.totals.riskUnknown_m > 0)
            notes << tr("%1 without a known risk").arg(lengthText(path.totals.riskUnknown_m));
        double slowest = path.smoothed.turns.empty() ? 0 : 1e9;
        for (const auto& turn : path.smoothed.turns)
            slowest = std::min(slowest, turn.speed_mps);
        if (!path.smoothed.turns.empty() && slowest < m_answer->question.task.vehicle.speed_mps - 0.05)
            notes << (slowest < 0.5 ? tr("stops to turn") : tr("slowest turn %1 m/s").arg(slowest, 0, 'f', 1));
        for (const auto& note : path.notes)
            notes << QString::fromStdString(note);
        rows.push_back({path.kind, static_cast<int>(i), answerText(path), lengthText(path.totals.length_m),
                        timeText(path.totals.time_s), QString::number(path.totals.energy_j / 3600, 'f', 1),
                        riskText(path.totals, anyRisk), QString::number(path.points.size() - 1),
                        notes.join(QStringLiteral("; "))});
    }
    for (const auto& none : m_answer->planned.none)
        rows.push_back({none.kind,
                        -1,
                        none.proven ? tr("none, proven") : tr("none found"),
                        {},
                        {},
                        {},
                        {},
                        {},
                        refusalText(none.error)});
    m_rows.setRecords(std::move(rows));
}

void PathPanel::showChosen() {
    follow();
    m_age->setVisible(m_answer != nullptr);
    if (!m_answer) {
        m_heights->setData({});
        m_front->setData({});
        m_facts->clear();
        return Q_EMIT shapesChanged(std::make_shared<const map::NetworkShapes>(), {});
    }
    const QString found = study_store::whenText(m_found);
    m_age->setText(m_kept ? QString(QStringLiteral("◆ ") %
                                    tr("Results as they were kept, found %1; not searched again since.").arg(found))
                          : tr("Found %1").arg(found));
    const int at = chosen();
    const auto number = at < 0 ? m_answer->planned.paths.size() : static_cast<std::size_t>(at);
    m_heights->setData(heightChart(*m_answer, number));
    m_front->setData(frontChart(*m_answer));
    QStringList facts;
    for (const auto& part : {sourceFacts(*m_answer), inputFacts(m_answer->question)})
        for (const auto& [what, value] : part)
            facts << QString(what % QStringLiteral(": ") % value);
    m_facts->setText(facts.join(u'\n'));
    Q_EMIT shapesChanged(shapesOf(*m_answer, number), solidsOf(*m_answer, number, m_surroundings));
}

void PathPanel::clear() {
    m_answer.reset();
    m_checked.reset();
    m_keeper->forget();
    m_rows.setRecords({});
    m_findings.setRecords({});
    say(QString(), false);
    showComparison();
    showChosen();
}

void PathPanel::pick() {
    m_tool.begin({});
    say(tr("Click start, places on the way and goal on the map; Return ends, Escape leaves all as it was."), false);
    Q_EMIT drawingChanged(true);
}

void PathPanel::check() {
    auto question = m_form->asked(m_clock.now());
    if (!question) return say(m_form->trouble(), true);
    paths::CheckQuestion asked{.path = question->places, .question = *question, .budgets = question->task.budgets};
    asked.question.places.clear();
    if (const int at = chosen(); at >= 0) {
        // In the space of the answer, so that the same cells are looked at.
        asked.path = placesOf(*m_answer, m_answer->planned.paths[static_cast<std::size_t>(at)]);
        asked.question = m_answer->question;
        asked.question.task.departure = question->task.departure;
        asked.question.task.legs = question->task.legs;
    }
    m_tabs->setCurrentWidget(m_findingList);
    say(tr("Checking …"), false);
    m_desk.check(std::move(asked));
}

void PathPanel::takeCheck(const CheckAnswerPtr& answer) {
    m_checked = answer;
    const auto& checked = answer->checked;
    m_findings.setRecords(checked.findings);
    if (checked.findings.empty())
        return say(tr("The path is allowed: nothing is in its way at the time it is there."), false);
    QString text = tr("%n finding(s): the path is not allowed.", nullptr, static_cast<int>(checked.findings.size()));
    if (!checked.legs.empty()) {
        constexpr std::size_t named = 12;
        QStringList legs;
        for (const auto leg : checked.legs | std::views::take(named))
            legs << QString::number(leg + 1);
        if (checked.legs.size() > named) legs << QStringLiteral("…");
        text += QString(u' ' % tr("First at leg %1 of %2; legs with findings: %3.")
                                   .arg(checked.legs.front() + 1)
                                   .arg(answer->question.path.size() - 1)
                                   .arg(legs.join(QStringLiteral(", "))));
    }
    say(text, true);
}

void PathPanel::halfWay() {
    if (!m_answer || m_answer->planned.paths.empty() || !m_answer->space.anyRisk)
        return say(tr("Find paths first, where the risk is known."), true);
    double least = m_answer->planned.paths.front().totals.risk;
    const double most = least;
    for (const auto& path : m_answer->planned.paths)
        least = std::min(least, path.totals.risk);
    for (const auto& point : m_answer->planned.front)
        least = std::min(least, point.totals.risk);
    m_form->setRiskBudget((least + most) / 2);
    say(tr("The budget lies half way between the shortest path and the least risk; find paths again."), false);
}

std::vector<geo::LatLon> PathPanel::chosenPlaces() const {
    std::vector<geo::LatLon> places;
    if (const int at = chosen(); at >= 0)
        for (const auto& place : placesOf(*m_answer, m_answer->planned.paths[static_cast<std::size_t>(at)]))
            places.push_back(place.place);
    return places;
}

void PathPanel::showOnMap() {
    if (const auto places = chosenPlaces(); !places.empty()) Q_EMIT mapWanted(places);
}

void PathPanel::showIn3d() {
    const auto places = chosenPlaces();
    if (places.empty()) return say(tr("Choose a path first."), true);
    Q_EMIT sceneWanted(places);
}

std::optional<plan::FlightPlan> PathPanel::draft() const {
    const int at = chosen();
    if (at < 0) return std::nullopt;
    const auto& path = m_answer->planned.paths[static_cast<std::size_t>(at)];
    auto plan = plan::presetPlan(plan::profiles().front());
    plan.operation = paths::routeOf(*m_answer, path);
    const auto& task = m_answer->question.task;
    plan.parameters.cruise_mps = task.vehicle.speed_mps;
    plan.parameters.climb_mps = task.vehicle.climb_mps;
    plan.parameters.descent_mps = task.vehicle.descent_mps;
    plan.start = task.departure;
    constexpr double spare = 1.2; // of the flight's time
    plan.end = plan.start + std::chrono::minutes(static_cast<int>(std::ceil(path.totals.time_s * spare / 60)) + 1);
    return plan;
}

void PathPanel::usePath() {
    const auto plan = draft();
    if (!plan) return say(tr("Choose a path first."), true);
    Q_EMIT planWanted(*plan);
}

void PathPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_heights->setTheme(theme);
    m_front->setTheme(theme);
}

QJsonObject PathPanel::state() const {
    return {{splitKey, QString::fromLatin1(m_split->saveState().toBase64())}, {formKey, m_form->state()}};
}

void PathPanel::restore(const QJsonObject& state) {
    m_split->restoreState(QByteArray::fromBase64(state[splitKey].toString().toLatin1()));
    m_form->restore(state[formKey].toObject());
}

void PathPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    if (!m_answer) return;
    const auto row = m_list->currentIndex().row();
    showRows();
    if (row >= 0) m_list->selectRow(row);
    showChosen();
}

} // namespace haneul::risk_path
