#include "ui/risk_ground/ground_panel.h"

#include "server/ground_risk/answer_json.h"
#include "ui/risk_ground/explain_view.h"
#include "ui/risk_ground/ground_form.h"
#include "ui/risk_ground/heat_map_view.h"
#include "ui/risk_ground/words.h"
#include "ui/study_store/study_keeper.h"

#include "core/geo/geodesic.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <format>

namespace haneul::risk_ground {

using ground_risk::MapAnswerPtr;
using study_store::SavedStudy;

namespace {

constexpr QLatin1StringView splitKey("split");
constexpr QLatin1StringView askedKey("asked");
constexpr QLatin1StringView scaleKey("one_scale");
constexpr int formLetters = 34, explainLetters = 30;

} // namespace

GroundPanel::GroundPanel(GroundDesk& desk, study_store::StudyDesk& studies, const clock::Clock& clock,
                         const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_studies(studies)
    , m_clock(clock)
    , m_theme(theme)
    , m_keeper(new study_store::StudyKeeper(studies, ground_risk::studyKind, *this))
    , m_form(new GroundForm(this))
    , m_compute(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_showA(new QPushButton(this))
    , m_showB(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_oneScale(new QCheckBox(this))
    , m_viewA(new HeatMapView("riskMapA", theme, this))
    , m_viewB(new HeatMapView("riskMapB", theme, this))
    , m_rows({{[] { return QString(); }, [](const SummaryRow& row) { return row.what; }},
              {[] { return tr("A"); }, [](const SummaryRow& row) { return row.a; }},
              {[] { return tr("B"); }, [](const SummaryRow& row) { return row.b; }}},
             this)
    , m_summary(new QTableView(this))
    , m_facts(new QLabel(this))
    , m_explain(new ExplainView(theme, this))
    , m_split(new QSplitter(Qt::Horizontal, this)) {
    build();
    word();
    follow();
}

GroundPanel::~GroundPanel() = default;

void GroundPanel::build() {
    setObjectName(QStringLiteral("groundRiskPanel"));
    m_compute->setObjectName(QStringLiteral("computeRisk"));
    m_progress->setObjectName(QStringLiteral("riskProgress"));
    m_progress->hide();
    m_message->setObjectName(QStringLiteral("riskMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_showA->setObjectName(QStringLiteral("showA"));
    m_showB->setObjectName(QStringLiteral("showB"));
    for (QPushButton* show : {m_showA, m_showB})
        show->setCheckable(true);
    m_save->setObjectName(QStringLiteral("saveStudy"));
    m_open->setObjectName(QStringLiteral("openStudies"));
    m_export->setObjectName(QStringLiteral("exportStudy"));
    m_oneScale->setObjectName(QStringLiteral("oneScale"));
    m_oneScale->setChecked(true);
    m_summary->setObjectName(QStringLiteral("riskSummary"));
    m_summary->setModel(&m_rows);
    m_summary->setShowGrid(false);
    m_summary->setFrameShape(QFrame::NoFrame);
    m_summary->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_summary->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_summary->setTabKeyNavigation(false);
    m_summary->verticalHeader()->hide();
    m_summary->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    m_summary->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_summary->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_summary->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_summary->setFixedHeight(fontMetrics().height() * 5 / 4 * 9);
    m_facts->setObjectName(QStringLiteral("riskFacts"));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto* asking = new QWidget(m_split);
    auto* left = new QVBoxLayout(asking);
    const int gap = fontMetrics().height() / 4;
    left->setContentsMargins(gap, gap, gap, gap);
    auto* page = new QScrollArea(asking);
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->setWidget(m_form);
    asking->setMinimumWidth(fontMetrics().averageCharWidth() * formLetters);
    left->addWidget(page, 1);
    auto* run = new QHBoxLayout;
    run->addWidget(m_compute);
    run->addWidget(m_progress, 1);
    left->addLayout(run);
    left->addWidget(m_message);

    auto* shown = new QWidget(m_split);
    auto* middle = new QVBoxLayout(shown);
    middle->setContentsMargins(gap, gap, gap, gap);
    auto* tools = new QHBoxLayout;
    for (QPushButton* each : {m_showA, m_showB})
        tools->addWidget(each);
    tools->addWidget(m_oneScale);
    tools->addStretch();
    for (QPushButton* each : {m_open, m_save, m_export})
        tools->addWidget(each);
    auto* maps = new QHBoxLayout;
    maps->addWidget(m_viewA, 1);
    maps->addWidget(m_viewB, 1);
    auto* summary = new QWidget(m_explain);
    auto* below = new QVBoxLayout(summary);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_summary);
    auto* facts = new QScrollArea(summary);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setWidgetResizable(true);
    facts->setWidget(m_facts);
    below->addWidget(facts, 1);
    m_explain->setSummary(summary);
    middle->addLayout(tools);
    middle->addLayout(maps, 1);

    m_split->setChildrenCollapsible(false);
    m_split->addWidget(asking);
    m_split->addWidget(shown);
    m_split->addWidget(m_explain);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 3);
    m_split->setStretchFactor(2, 3);
    m_explain->setMinimumWidth(fontMetrics().averageCharWidth() * explainLetters);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this); // large texts on a small screen scroll
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_split);
    all->addWidget(scroll);

    connect(m_keeper, &study_store::StudyKeeper::openWanted, this, &GroundPanel::load);
    connect(m_keeper, &study_store::StudyKeeper::compareWanted, this, &GroundPanel::compareWith);
    connect(m_keeper, &study_store::StudyKeeper::said, this, &GroundPanel::say);
    connect(m_form, &GroundForm::areaOfMapWanted, this, &GroundPanel::takeAreaOfMap);
    connect(m_compute, &QPushButton::clicked, this, &GroundPanel::compute);
    connect(m_showA, &QPushButton::clicked, this, [this] { showOnMap(0); });
    connect(m_showB, &QPushButton::clicked, this, [this] { showOnMap(1); });
    connect(m_oneScale, &QCheckBox::toggled, this, &GroundPanel::showMaps);
    connect(m_save, &QPushButton::clicked, this, &GroundPanel::save);
    connect(m_open, &QPushButton::clicked, this, &GroundPanel::openStudies);
    connect(m_export, &QPushButton::clicked, this, &GroundPanel::exportPdf);
    connect(m_viewA, &HeatMapView::cellChosen, this,
            [this](std::size_t column, std::size_t row) { explain(0, column, row); });
    connect(m_viewB, &HeatMapView::cellChosen, this,
            [this](std::size_t column, std::size_t row) { explain(1, column, row); });
    connect(&m_desk, &GroundDesk::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(share * 100)); });
    connect(&m_desk, &GroundDesk::mapsComputed, this, &GroundPanel::take);
    connect(&m_desk, &GroundDesk::failed, this, [this](const Error& error) {
        follow();
        say(refusalText(error), true);
    });
}

void GroundPanel::word() {
    m_compute->setText(m_desk.busy() ? tr("Stop") : tr("Compute"));
    m_showA->setText(tr("A on the map"));
    m_showB->setText(tr("B on the map"));
    m_oneScale->setText(tr("One scale for both"));
    m_save->setText(tr("Save study…"));
    m_open->setText(tr("Open study…"));
    m_export->setText(tr("Export PDF…"));
    m_summary->setAccessibleName(tr("Summary of both maps"));
    m_progress->setAccessibleName(tr("Progress"));
    for (int which : {0, 1}) {
        const auto& answer = mapOf(which);
        const QString letter = which == 0 ? tr("A") : tr("B");
        view(which).setTitle(answer
                                 ? QString(letter % QStringLiteral(" · ") % modelName(answer->question.settings.model) %
                                           QStringLiteral(" · ") % momentText(answer->question.settings.moment))
                                 : letter);
    }
    showSummary();
}

HeatMapView& GroundPanel::view(int which) const {
    return which == 0 ? *m_viewA : *m_viewB;
}

const MapAnswerPtr& GroundPanel::mapOf(int which) const {
    return which == 0 ? m_a : m_b;
}

void GroundPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_viewA->setTheme(theme);
    m_viewB->setTheme(theme);
    m_explain->setTheme(theme);
    if (m_onMap >= 0) Q_EMIT heatWanted(overlayOf(*mapOf(m_onMap), view(m_onMap).scale(), m_theme));
}

void GroundPanel::setMapArea(std::function<map::Outline()> area) {
    m_mapArea = std::move(area);
}

void GroundPanel::takeAreaOfMap() {
    if (!m_mapArea) return;
    const auto [southWest, northEast] = m_mapArea();
    const geo::LatLon centre{(southWest.latitude_deg + northEast.latitude_deg) / 2,
                             (southWest.longitude_deg + northEast.longitude_deg) / 2};
    const auto width =
        geo::inverse({centre.latitude_deg, southWest.longitude_deg}, {centre.latitude_deg, northEast.longitude_deg});
    const auto height =
        geo::inverse({southWest.latitude_deg, centre.longitude_deg}, {northEast.latitude_deg, centre.longitude_deg});
    const auto whole = [](double side_m) { return std::clamp(std::round(side_m), 10.0, ground_risk::greatestSide_m); };
    m_form->setArea(centre, whole(width.distance_m), whole(height.distance_m));
}

void GroundPanel::compute() {
    if (m_desk.busy()) {
        m_desk.stop();
        follow();
        say(tr("Stopped."), false);
        return;
    }
    say(QString(), false);
    m_progress->setValue(0);
    m_desk.compute(m_form->asked());
    follow();
}

void GroundPanel::follow() {
    const bool both = m_a && m_b;
    m_progress->setVisible(m_desk.busy());
    m_compute->setText(m_desk.busy() ? tr("Stop") : tr("Compute"));
    for (QPushButton* each : {m_showA, m_showB, m_export})
        each->setEnabled(both);
    m_save->setEnabled(both && m_studies.available());
    m_open->setEnabled(m_studies.available());
}

void GroundPanel::take(const MapAnswerPtr& a, const MapAnswerPtr& b) {
    m_a = a;
    m_b = b;
    m_cell.reset();
    m_explain->setCell({}, nullptr);
    showMaps();
    word();
    follow();
    if (a->synthetic) say(tr("The data is made up: no decision about a flight rests on it."), false);
}

void GroundPanel::showMaps() {
    if (!m_a || !m_b) return;
    HeatScale a = scaleOf(m_a->map), b = scaleOf(m_b->map);
    const bool alike = m_a->map.unit() == m_b->map.unit();
    m_oneScale->setEnabled(alike);
    if (alike && m_oneScale->isChecked()) a = b = together(a, b);
    m_viewA->setAnswer(m_a, a);
    m_viewB->setAnswer(m_b, b);
    if (m_onMap >= 0) Q_EMIT heatWanted(overlayOf(*mapOf(m_onMap), view(m_onMap).scale(), m_theme));
}

void GroundPanel::showSummary() {
    if (!m_a || !m_b) {
        m_rows.setRecords({});
        m_facts->setText(tr("Two models of one area beside each other. Choose an area and compute."));
        return;
    }
    m_rows.setRecords(summaryRows(*m_a, *m_b));
    QStringList sources;
    for (const std::string& line : m_a->provenance)
        sources += QString::fromStdString(line);
    m_facts->setText(QStringList{adviceText(m_a->advice), settingsText(m_a->question),
                                 tr("Data: %1").arg(sources.join(QStringLiteral("; ")))}
                         .join(QStringLiteral("\n")));
}

void GroundPanel::explain(int which, std::size_t column, std::size_t row) {
    const MapAnswerPtr answer = mapOf(which);
    if (!answer) return;
    for (int other : {0, 1})
        view(other).setCell(HeatMapView::Cell{column, row}); // the same place in both
    const auto& grid = answer->map.grid();
    const auto middle = grid.centreOf(column, row);
    ground_risk::Question question = answer->question; // scale and heights as in the map
    question.conservePeople = false;
    const quint64 round = ++m_explaining;
    m_desk.explain(question, answer->frame.toLatLon({middle.east, middle.north, 0}),
                   [this, round, which](const Result<CellAnswerPtr>& cell) {
                       if (round != m_explaining) return; // another cell meanwhile
                       if (!cell) return m_explain->setProblem(refusalText(cell.error()));
                       m_cell = *cell;
                       m_cellModel = modelName(mapOf(which)->question.settings.model);
                       m_explain->setCell(m_cellModel, m_cell);
                   });
}

void GroundPanel::showOnMap(int which) {
    if (!mapOf(which)) return;
    m_onMap = m_onMap == which ? -1 : which;
    m_showA->setChecked(m_onMap == 0);
    m_showB->setChecked(m_onMap == 1);
    Q_EMIT heatWanted(m_onMap < 0 ? nullptr : overlayOf(*mapOf(m_onMap), view(m_onMap).scale(), m_theme));
}

study_store::NewStudy GroundPanel::study() const {
    study_store::NewStudy study;
    study.preset = std::format("{} / {}", risk::ground::toString(m_a->question.settings.model),
                               risk::ground::toString(m_b->question.settings.model));
    constexpr std::size_t mostBytes = 2000;
    for (const std::string& line : m_a->provenance) // in full in the result
        if (study.provenance.size() + line.size() + 2 < mostBytes)
            study.provenance += (study.provenance.empty() ? "" : "; ") + line;
    study.input = ground_risk::toJson(ground_risk::Comparison{m_a->question, m_b->question});
    study.result = std::format("{{\"a\":{},\"b\":{}}}", ground_risk::summaryJson(*m_a), ground_risk::summaryJson(*m_b));
    return study;
}

GroundPanel::OnMap GroundPanel::onMap() const {
    if (m_onMap < 0) return {};
    return {mapOf(m_onMap), view(m_onMap).scale()};
}

void GroundPanel::save() {
    if (m_a && m_b) m_keeper->save(study());
}

void GroundPanel::openStudies() {
    m_keeper->open();
}

// Computed again with the data of today; what it came to then stands in the study.
void GroundPanel::load(const SavedStudy& study) {
    const auto asked = ground_risk::comparisonFrom(study.input);
    if (!asked) {
        m_keeper->forget();
        return say(refusalText(asked.error()), true);
    }
    m_form->setAsked(*asked);
    if (m_desk.busy()) m_desk.stop();
    compute();
}

void GroundPanel::compareWith(const SavedStudy& study) {
    const auto kept = ground_risk::comparisonFrom(study.input);
    if (!kept) return say(refusalText(kept.error()), true);
    ground_risk::Comparison asked = m_form->asked();
    asked.b = kept->a;
    if (m_desk.busy()) m_desk.stop();
    m_keeper->forget();
    m_desk.compute(std::move(asked));
    follow();
    say(tr("B is model A of “%1”.").arg(QString::fromStdString(study.head.name)), false);
}

void GroundPanel::exportPdf() {
    m_keeper->exportAs(QStringLiteral("ground-risk.pdf"), [this](const QString& path) { return write(path); });
}

Result<void> GroundPanel::write(const QString& path) const {
    return writePdf(path, {.a = m_a,
                           .b = m_b,
                           .scaleA = m_viewA->scale(),
                           .scaleB = m_viewB->scale(),
                           .cell = m_cell,
                           .cellModel = m_cellModel,
                           .name = m_keeper->name(),
                           .made = m_clock.now(),
                           .madeBy = m_studies.personName()});
}

void GroundPanel::say(const QString& text, bool trouble) {
    m_message->setText(trouble ? QString(QStringLiteral("▲ ") % text) : text);
    m_message->setVisible(!text.isEmpty());
}

QJsonObject GroundPanel::state() const {
    return {{splitKey, QString::fromLatin1(m_split->saveState().toBase64())},
            {askedKey, QString::fromStdString(toJson(m_form->asked()))},
            {scaleKey, m_oneScale->isChecked()}};
}

void GroundPanel::restore(const QJsonObject& state) {
    (void)m_split->restoreState(QByteArray::fromBase64(state.value(splitKey).toString().toLatin1()));
    m_oneScale->setChecked(state.value(scaleKey).toBool(true));
    const auto asked = ground_risk::comparisonFrom(state.value(askedKey).toString().toStdString());
    if (asked) m_form->setAsked(*asked);
}

void GroundPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) word();
    QWidget::changeEvent(event);
}

} // namespace haneul::risk_ground
