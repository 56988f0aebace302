#include "ui/risk_collision/reich_panel.h"

#include "server/clock/clock.h"
#include "server/studies/reich_json.h"
#include "ui/risk_collision/reich_charts.h"
#include "ui/risk_collision/reich_report.h"
#include "ui/risk_collision/traffic_form.h"
#include "ui/risk_collision/words.h"
#include "ui/study_store/sheet.h"
#include "ui/study_store/study_keeper.h"
#include "ui/study_store/words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace haneul::risk::collision {

using study_store::refusalText;

namespace {

constexpr QLatin1StringView viewKey("view");

constexpr int overviewLines = 32; // of the page, from which on curves stand below the table

enum View { ResultsView, CurvesView, SensitivityView, SpaceView, CompareView };

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

QComboBox* choice(const char* name, QWidget* parent) {
    auto* made = new QComboBox(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    made->setMinimumContentsLength(10);
    return made;
}

QDoubleSpinBox* metres(const char* name, double most, QWidget* parent) {
    auto* made = new QDoubleSpinBox(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setRange(0, most);
    made->setDecimals(0);
    made->setSuffix(QStringLiteral(" m"));
    made->setKeyboardTracking(false);
    return made;
}

QString wrongNumber(int row) {
    return ReichPanel::tr("Row %1: a number is wanted.").arg(row + 1);
}

// The values of a preset that a form shows, in its order.
std::array<Value*, 5> valuesOf(Preset& preset) {
    return {&preset.verticalOverlap, &preset.oppositeOccupancy, &preset.halfWindow_nm, &preset.crossTrackSpeed_kt,
            &preset.verticalSpeed_kt};
}

} // namespace

ReichPanel::ReichPanel(study_store::StudyDesk& desk, const clock::Clock& clock, const theme::Theme& theme,
                       QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_theme(theme)
    , m_results(resultsOf(m_study).value())
    , m_keeper(new study_store::StudyKeeper(desk, studies::reichKind, *this))
    , m_model(theme, this)
    , m_explanation({{[] { return tr("Number"); }, [](const ExplainLine& line) { return line.what; }},
                     {[] { return tr("Value"); }, [](const ExplainLine& line) { return line.value; }},
                     {[] { return tr("Provenance"); }, [](const ExplainLine& line) { return line.source; }}},
                    this)
    , m_separations({{[] { return tr("Lookup"); }, [](const SeparationRow& row) { return lookupText(row.lookup); }},
                     {[] { return tr("Least distance"); },
                      [](const SeparationRow& row) {
                          return row.separation.distance_m
                                     ? QStringLiteral("%1 m").arg(*row.separation.distance_m, 0, 'f', 2)
                                     : metresOrNone({});
                      }},
                     {[] { return tr("Whole metres"); },
                      [](const SeparationRow& row) { return metresOrNone(row.separation.wholeMetres()); }},
                     {[] { return tr("Overlap needed"); },
                      [](const SeparationRow& row) { return riskText(row.separation.overlapNeeded); }}},
                    this)
    , m_sensitivities(
          {{[] { return tr("Parameter"); },
            [](const SensitivityRow& row) { return parameterText(row.raised.parameter); }},
           {[] { return tr("Elasticity"); },
            [](const SensitivityRow& row) { return elasticityText(row.raised.elasticity); }},
           {[] { return tr("Raising it"); },
            [](const SensitivityRow& row) { return raisingText(row.raised.ofRaising); }},
           {[] { return tr("Raised"); }, [](const SensitivityRow& row) { return directionText(row.raised); }},
           {[] { return tr("Lowered"); }, [](const SensitivityRow& row) { return directionText(row.lowered); }}},
          this)
    , m_obstacles({{[] { return tr("Obstacle"); },
                    [](const ObstacleRow& row) { return QString(row.sign % plain(row.obstacle.name)); }},
                   {[] { return tr("From the route"); },
                    [](const ObstacleRow& row) { return metresText(row.obstacle.distance_m); }},
                   {[] { return tr("Height"); },
                    [](const ObstacleRow& row) {
                        return row.obstacle.top_m ? metresText(*row.obstacle.top_m) : tr("not known");
                    }},
                   {[] { return tr("Source"); },
                    [](const ObstacleRow& row) {
                        return row.obstacle.source.empty() ? tr("typed in") : plain(row.obstacle.source);
                    }}},
                  this)
    , m_comparison(study_store::compareColumns(), this)
    , m_preset(choice("reichPreset", this))
    , m_lookup(choice("reichLookup", this))
    , m_tableChoice(choice("reichTable", this))
    , m_scenario(choice("reichScenario", this))
    , m_target(new QLineEdit(this))
    , m_edit(button("reichEdit", this))
    , m_editMenu(new QMenu(this))
    , m_traffic(button("reichTraffic", this))
    , m_save(button("reichSave", this))
    , m_open(button("reichOpen", this))
    , m_export(button("reichExport", this))
    , m_remark(new QLabel(this))
    , m_message(new QLabel(this))
    , m_views(new QTabWidget(this))
    , m_table(list("reichResults", m_model))
    , m_legend(new QLabel(this))
    , m_overview(new profile::ChartView("reichOverview", theme, this))
    , m_explanationList(list("reichExplanation", m_explanation))
    , m_curves(new profile::ChartView("reichCurves", theme, this))
    , m_separationList(list("reichSeparations", m_separations))
    , m_sensitivityChart(new profile::ChartView("reichSensitivityChart", theme, this))
    , m_change(new QDoubleSpinBox(this))
    , m_sensitivityList(list("reichSensitivity", m_sensitivities))
    , m_space(new SpacePicture(theme, this))
    , m_strip(metres("stripWidth", 1e6, this))
    , m_ceiling(metres("stripCeiling", 10'000, this))
    , m_layers(new QSpinBox(this))
    , m_level(metres("routeLevel", 10'000, this))
    , m_clearance(metres("routeClearance", 1000, this))
    , m_obstacleList(list("reichObstacles", m_obstacles))
    , m_editObstacles(button("editObstacles", this))
    , m_cityObstacles(button("cityObstacles", this))
    , m_verdict(new QLabel(this))
    , m_compareText(new QLabel(this))
    , m_comparisonList(list("reichComparison", m_comparison)) {
    setObjectName(QStringLiteral("reichPanel"));
    build();
    word();
    connectAll();
    showAll();
}

// ---------------------------------------------------------------- layout

QTableView* ReichPanel::list(const char* name, QAbstractItemModel& model) {
    auto* view = new QTableView(this);
    view->setObjectName(QLatin1StringView(name));
    view->setModel(&model);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    view->horizontalHeader()->setHighlightSections(false);
    if (&model == &m_model) return view;
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    return view;
}

QWidget* ReichPanel::bar() {
    auto* all = new QWidget(this);
    auto* line = new QHBoxLayout(all);
    line->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* text, QWidget* field, int stretch) {
        auto* label = new QLabel(all);
        label->setBuddy(field);
        m_labels.emplace_back(label, text);
        line->addWidget(label);
        line->addWidget(field, stretch);
    };
    add(QT_TR_NOOP("&Preset"), m_preset, 2);
    add(QT_TR_NOOP("&Lookup"), m_lookup, 1);
    add(QT_TR_NOOP("O&verlap"), m_tableChoice, 2);
    add(QT_TR_NOOP("S&cenario"), m_scenario, 2);
    add(QT_TR_NOOP("Ta&rget"), m_target, 0);
    return all;
}

QWidget* ReichPanel::buttons() {
    auto* all = new QWidget(this);
    auto* line = new QHBoxLayout(all);
    line->setContentsMargins(0, 0, 0, fontMetrics().height() / 5);
    for (QPushButton* each : {m_edit, m_traffic, m_open, m_save, m_export})
        line->addWidget(each);
    return all;
}

// The table with what its signs mean, and below it the curves where there is room for them.
QWidget* ReichPanel::resultsView() {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_table, 1);
    column->addWidget(m_legend);
    column->addWidget(m_overview, 1);
    return halves(left, m_explanationList);
}

QWidget* ReichPanel::halves(QWidget* left, QWidget* right, int leftShare, int rightShare) {
    auto* both = new QSplitter(this);
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(right);
    constexpr int whole = 1000; // pixels of no meaning: the splitter keeps their proportion
    both->setSizes({whole * leftShare, whole * rightShare});
    m_splitters.push_back(both);
    return both;
}

QWidget* ReichPanel::sensitivityView() {
    m_change->setObjectName(QStringLiteral("sensitivityChange"));
    m_change->setRange(0.1, 99);
    m_change->setDecimals(1);
    m_change->setSuffix(QStringLiteral(" %"));
    m_change->setKeyboardTracking(false);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(right);
    label->setBuddy(m_change);
    m_labels.emplace_back(label, QT_TR_NOOP("C&hange by"));
    line->addWidget(label);
    line->addWidget(m_change);
    line->addStretch();
    column->addLayout(line);
    column->addWidget(m_sensitivityList, 1);
    return halves(m_sensitivityChart, right, 2, 3);
}

QWidget* ReichPanel::spaceView() {
    m_layers->setObjectName(QStringLiteral("stripLayers"));
    m_layers->setRange(1, 100);
    m_layers->setKeyboardTracking(false);
    m_verdict->setObjectName(QStringLiteral("corridorVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new QGridLayout;
    int at = 0;
    const auto add = [&](const char* text, QWidget* field) {
        auto* label = new QLabel(right);
        label->setBuddy(field);
        m_labels.emplace_back(label, text);
        fields->addWidget(label, at / 3, at % 3 * 2);
        fields->addWidget(field, at / 3, at % 3 * 2 + 1);
        ++at;
    };
    add(QT_TR_NOOP("Strip &width"), m_strip);
    add(QT_TR_NOOP("Cei&ling"), m_ceiling);
    add(QT_TR_NOOP("La&yers"), m_layers);
    add(QT_TR_NOOP("Le&vel of the routes"), m_level);
    add(QT_TR_NOOP("Clea&rance below"), m_clearance);
    fields->addWidget(m_editObstacles, 1, 4, 1, 2);
    fields->addWidget(m_cityObstacles, 2, 4, 1, 2);
    column->addLayout(fields);
    column->addWidget(m_verdict);
    column->addWidget(m_obstacleList, 1);
    return halves(m_space, right);
}

void ReichPanel::build() {
    m_target->setObjectName(QStringLiteral("reichTarget"));
    m_target->setMaximumWidth(fontMetrics().averageCharWidth() * 12);
    m_remark->setObjectName(QStringLiteral("reichRemark"));
    m_message->setObjectName(QStringLiteral("reichMessage"));
    for (QLabel* label : {m_remark, m_message, m_compareText}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_message->hide();
    m_compareText->setObjectName(QStringLiteral("compareText"));
    m_views->setObjectName(QStringLiteral("reichViews"));
    m_views->setDocumentMode(true);
    m_edit->setMenu(m_editMenu);

    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setShowGrid(true);
    measure();
    m_legend->setObjectName(QStringLiteral("reichLegend"));
    m_legend->setTextFormat(Qt::PlainText);

    auto* compare = new QWidget(this);
    auto* column = new QVBoxLayout(compare);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_compareText);
    column->addWidget(m_comparisonList, 1);
    m_views->addTab(resultsView(), QString());
    m_views->addTab(halves(m_curves, m_separationList), QString());
    m_views->addTab(sensitivityView(), QString());
    m_views->addTab(spaceView(), QString());
    m_views->addTab(compare, QString());
    m_views->setCornerWidget(buttons(), Qt::TopRightCorner);

    const int gap = fontMetrics().height() / 4;
    auto* all = new QWidget(this);
    auto* page = new QVBoxLayout(all);
    page->setContentsMargins(gap, gap, gap, gap);
    page->setSpacing(gap);
    page->addWidget(bar());
    page->addWidget(m_remark);
    page->addWidget(m_message);
    page->addWidget(m_views, 1);
    auto* scroll = new QScrollArea(this); // large texts on a small screen scroll
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(all);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

// What depends on the font: no number of the table is cut short.
void ReichPanel::measure() {
    const int number =
        fontMetrics().horizontalAdvance(QStringLiteral("0.00E-00  ▲")) + fontMetrics().averageCharWidth() * 3;
    m_table->horizontalHeader()->setMinimumSectionSize(number);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->setMinimumHeight(fontMetrics().height() * 5);
    for (QTableView* each : {m_explanationList, m_separationList, m_sensitivityList, m_obstacleList, m_comparisonList})
        each->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    // A text that wraps asks for the height of its narrowest form otherwise.
    for (QLabel* each : {m_remark, m_message, m_compareText, m_verdict, m_legend})
        each->setMinimumHeight(fontMetrics().lineSpacing());
}

void ReichPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() > height() * 3 / 2;
    for (QSplitter* each : m_splitters)
        each->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    // Below the table only where the table keeps all its rows.
    m_overview->setVisible(wide && height() > fontMetrics().height() * overviewLines);
}

QSize ReichPanel::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 160, fontMetrics().height() * 19};
}

void ReichPanel::connectAll() {
    connect(m_preset, &QComboBox::activated, this, &ReichPanel::choosePreset);
    connect(m_tableChoice, &QComboBox::activated, this, &ReichPanel::chooseTable);
    connect(m_lookup, &QComboBox::activated, this, [this](int index) {
        change([index](ReichStudy& study) { study.overlap.lookup = allLookups[static_cast<std::size_t>(index)]; });
    });
    connect(m_scenario, &QComboBox::activated, this, [this](int index) {
        change([index](ReichStudy& study) { study.scenario = static_cast<std::size_t>(index); });
    });
    connect(m_target, &QLineEdit::editingFinished, this, &ReichPanel::takeTarget);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReichPanel::chooseCell);
    const auto follow = [this](QDoubleSpinBox* box, double ReichStudy::* member) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, member](double value) {
            change([member, value](ReichStudy& study) { study.*member = value; });
        });
    };
    follow(m_change, &ReichStudy::change_percent);
    follow(m_strip, &ReichStudy::strip_m);
    follow(m_ceiling, &ReichStudy::ceiling_m);
    follow(m_level, &ReichStudy::level_m);
    follow(m_clearance, &ReichStudy::clearance_m);
    connect(m_layers, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](ReichStudy& study) { study.layers = value; }); });
    connect(m_editObstacles, &QPushButton::clicked, this, &ReichPanel::editObstacles);
    connect(m_cityObstacles, &QPushButton::clicked, this, &ReichPanel::takeObstacles);
    connect(m_traffic, &QPushButton::clicked, this, &ReichPanel::importTraffic);
    connect(m_save, &QPushButton::clicked, this, &ReichPanel::save);
    connect(m_open, &QPushButton::clicked, this, &ReichPanel::openSaved);
    connect(m_export, &QPushButton::clicked, this, &ReichPanel::exportAs);
    connect(&m_desk, &study_store::StudyDesk::saved, this, &ReichPanel::loadKept);
    connect(m_keeper, &study_store::StudyKeeper::said, this, &ReichPanel::say);
    connect(m_keeper, &study_store::StudyKeeper::openWanted, this, [this](const study_store::SavedStudy& saved) {
        const auto study = studyFrom(saved.input);
        if (!study) {
            m_keeper->forget();
            return say(refusalText(study.error()), true);
        }
        setStudy(*study);
        say(study_store::openedText(saved.head), false);
    });
    connect(m_keeper, &study_store::StudyKeeper::compareWanted, this, [this](const study_store::SavedStudy& saved) {
        const auto study = studyFrom(saved.input);
        if (!study) return say(refusalText(study.error()), true);
        compareWith(plain(saved.head.name), *study);
    });
}

void ReichPanel::word() {
    for (const auto& [label, text] : m_labels)
        label->setText(tr(text));
    m_edit->setText(tr("&Edit"));
    m_traffic->setText(tr("&Traffic…"));
    m_save->setText(tr("&Save…"));
    m_open->setText(tr("&Open…"));
    m_export->setText(tr("P&DF…"));
    m_editObstacles->setText(tr("O&bstacles…"));
    m_cityObstacles->setText(tr("From the cit&y…"));
    m_editMenu->clear();
    m_editMenu->addAction(tr("Scenarios…"), this, &ReichPanel::editScenarios);
    m_editMenu->addAction(tr("Distances…"), this, &ReichPanel::editDistances);
    m_editMenu->addAction(tr("Own preset…"), this, &ReichPanel::editPreset);
    m_editMenu->addAction(tr("Own overlap table…"), this, &ReichPanel::editOverlap);
    m_editMenu->addAction(tr("Obstacles…"), this, &ReichPanel::editObstacles);
    m_editMenu->addAction(tr("Obstacles from the city…"), this, &ReichPanel::takeObstacles);
    const QString titles[] = {tr("Results"), tr("Curves and separation"), tr("Sensitivity"), tr("Space and obstacles"),
                              tr("Comparison")};
    for (int i = 0; i < m_views->count(); ++i)
        m_views->setTabText(i, titles[i]);
    m_legend->setText(tr("▲ Reject: above the target   ✓ Accept: at most the target   ·   collisions per flight hour"));
    m_target->setToolTip(tr("Target level of safety: collisions per flight hour"));
    m_table->setAccessibleName(tr("Collisions per flight hour by distance and scenario"));
    m_explanationList->setAccessibleName(tr("The chosen cell, number by number"));
    m_separationList->setAccessibleName(tr("Least distance by lookup"));
    m_sensitivityList->setAccessibleName(tr("Sensitivity"));
    m_obstacleList->setAccessibleName(tr("Obstacles"));
    m_comparisonList->setAccessibleName(tr("Comparison"));
    m_lookup->clear();
    for (const Lookup lookup : allLookups)
        m_lookup->addItem(lookupText(lookup));
    m_explanation.retranslate();
    m_separations.retranslate();
    m_sensitivities.retranslate();
    m_obstacles.retranslate();
    m_comparison.retranslate();
}

void ReichPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) measure();
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_model.retranslate();
    showAll();
}

void ReichPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!std::exchange(m_loaded, true)) loadKept();
}

void ReichPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_model.setTheme(theme);
    m_curves->setTheme(theme);
    m_overview->setTheme(theme);
    m_sensitivityChart->setTheme(theme);
    m_space->setTheme(theme);
}

// ---------------------------------------------------------------- what is shown

void ReichPanel::say(const QString& text, bool trouble) {
    m_message->setText(trouble && !text.isEmpty() ? QString(u"▲  " % text) : text);
    m_message->setVisible(!text.isEmpty());
}

void ReichPanel::change(const std::function<void(ReichStudy&)>& change) {
    if (m_filling) return;
    ReichStudy study = m_study;
    change(study);
    setStudy(study);
}

void ReichPanel::setStudy(const ReichStudy& study) {
    auto results = resultsOf(study);
    if (!results) {
        say(refusalText(results.error()), true);
        return showAll(); // the fields go back to what is calculated
    }
    m_study = study;
    m_results = *std::move(results);
    say({}, false);
    showAll();
}

void ReichPanel::showAll() {
    m_filling = true;
    m_model.setStudy(m_study, m_results);
    m_table->setCurrentIndex(m_model.index(static_cast<int>(m_study.distance), static_cast<int>(m_study.scenario)));
    m_explanation.setRecords(explain(m_study, m_results));
    std::vector<SeparationRow> separations;
    for (std::size_t i = 0; i < allLookups.size(); ++i)
        separations.push_back({allLookups[i], m_results.separations[i]});
    m_separations.setRecords(std::move(separations));
    std::vector<SensitivityRow> sensitivities;
    for (std::size_t i = 0; i < m_results.ranking.size(); ++i)
        sensitivities.push_back({m_results.ranking[i], m_results.lowered[i]});
    m_sensitivities.setRecords(std::move(sensitivities));
    showObstacles();
    m_curves->setData(riskCurves(m_study, m_results));
    m_overview->setData(m_curves->data());
    m_sensitivityChart->setData(sensitivityCurves(m_study));
    m_space->setStudy(m_study, m_results);
    m_verdict->setText(tr("At %1, %2: %3")
                           .arg(metresText(m_study.chosenDistance_m()), plain(m_study.chosen().name),
                                verdictText(m_results.corridor.verdict)));
    const QString remark = remarkText(m_study.preset);
    m_remark->setText(remark.isEmpty() ? tr("All constants are own data or entered.") : QString(u"◆ " % remark));
    m_lookup->setCurrentIndex(static_cast<int>(m_study.overlap.lookup));
    m_target->setText(riskText(m_study.targetPerHour));
    m_change->setValue(m_study.change_percent);
    m_strip->setValue(m_study.strip_m);
    m_ceiling->setValue(m_study.ceiling_m);
    m_layers->setValue(static_cast<int>(m_study.layers));
    m_level->setValue(m_study.level_m);
    m_clearance->setValue(m_study.clearance_m);
    fillChoices();
    m_comparison.setRecords(m_other ? compared(m_study, m_results, m_other->study, m_other->results)
                                    : std::vector<CompareRow>());
    m_compareText->setText(m_other ? tr("Compared with %1. ≠ marks what differs.").arg(m_other->name)
                                   : tr("Open the saved studies and choose the one to compare this with."));
    m_comparisonList->setVisible(m_other.has_value());
    for (QTableView* each : {m_explanationList, m_separationList, m_sensitivityList, m_obstacleList, m_comparisonList})
        for (int i = 0; i + 1 < each->model()->columnCount(); ++i)
            each->resizeColumnToContents(i);
    m_filling = false;
}

// What makes the corridor unacceptable first: of a city there may be thousands.
void ReichPanel::showObstacles() {
    std::vector<ObstacleRow> first, rest;
    const CorridorCheck& check = m_results.corridor;
    for (const std::size_t i : check.inTheWay)
        first.push_back({m_study.obstacles[i], QStringLiteral("▲ ")});
    for (const std::size_t i : check.unknown)
        first.push_back({m_study.obstacles[i], QStringLiteral("◆ ")});
    for (std::size_t i = 0; i < m_study.obstacles.size(); ++i)
        if (!std::ranges::binary_search(check.inTheWay, i) && !std::ranges::binary_search(check.unknown, i))
            rest.push_back({m_study.obstacles[i], QString()});
    first.insert(first.end(), rest.begin(), rest.end());
    m_obstacles.setRecords(std::move(first));
}

void ReichPanel::fillChoices() {
    m_scenario->clear();
    for (const Scenario& scenario : m_study.scenarios)
        m_scenario->addItem(QStringLiteral("%1 · %2×%3×%4 m · %5 kt")
                                .arg(plain(scenario.name), numberText(scenario.size.length_m),
                                     numberText(scenario.size.width_m), numberText(scenario.size.height_m),
                                     numberText(scenario.speed_kt)));
    m_scenario->setCurrentIndex(static_cast<int>(m_study.scenario));

    // Those of the program, those that are kept, and the present one where it is neither.
    const auto fill = [](QComboBox& box, const QStringList& fixed, const std::vector<Kept>& kept, const QString& now) {
        box.clear();
        box.addItems(fixed);
        for (const Kept& each : kept)
            box.addItem(each.name, QString::fromStdString(each.id));
        int at = box.findText(now);
        if (at < 0) {
            box.addItem(now, QStringLiteral("."));
            at = box.count() - 1;
        }
        box.setCurrentIndex(at);
    };
    fill(*m_preset, {presetText(table4Fit()), presetText(asPrinted())}, m_presets, presetText(m_study.preset));
    const QString paper = tr("Table 1 of the paper");
    fill(*m_tableChoice, {paper}, m_tables, m_study.tableName.empty() ? paper : plain(m_study.tableName));
}

void ReichPanel::loadKept() {
    if (!m_desk.available() || !m_desk.may("study.run")) return;
    const auto load = [this](std::string_view kind, std::vector<Kept> ReichPanel::* kept) {
        m_desk.ask<std::vector<study_store::StudyHead>>(
            this,
            [this, kept](const Result<std::vector<study_store::StudyHead>>& heads) {
                if (!heads) return say(refusalText(heads.error()), true);
                (this->*kept).clear();
                for (const auto& head : *heads)
                    (this->*kept).push_back({head.id, QString::fromStdString(head.name)});
                fillChoices();
            },
            [kind](study_store::StudyService& service, people::Principal by,
                   study_store::Done<std::vector<study_store::StudyHead>> done) {
                service.find(std::move(by), {.kind = std::string(kind)}, std::move(done));
            });
    };
    load(studies::reichPresetKind, &ReichPanel::m_presets);
    load(studies::reichOverlapKind, &ReichPanel::m_tables);
}

// ---------------------------------------------------------------- what is chosen

void ReichPanel::chooseCell() {
    const QModelIndex at = m_table->currentIndex();
    if (m_filling || !at.isValid()) return;
    const auto row = static_cast<std::size_t>(at.row());
    change([&](ReichStudy& study) {
        study.scenario = static_cast<std::size_t>(at.column());
        if (row < study.distances_m.size()) study.distance = row;
    });
}

void ReichPanel::read(const std::string& id, const std::function<QString(const std::string&)>& use) {
    m_desk.ask<study_store::SavedStudy>(
        this,
        [this, use](const Result<study_store::SavedStudy>& study) {
            const QString problem = study ? use(study->input) : refusalText(study.error());
            if (problem.isEmpty()) return;
            showAll();
            say(problem, true);
        },
        [id](study_store::StudyService& service, people::Principal by,
             study_store::Done<study_store::SavedStudy> done) { service.read(std::move(by), id, std::move(done)); });
}

void ReichPanel::choosePreset(int index) {
    const std::string id = m_preset->itemData(index).toString().toStdString();
    if (id == ".") return;
    if (id.empty())
        return change([index](ReichStudy& study) { study.preset = index == 0 ? table4Fit() : asPrinted(); });
    read(id, [this](const std::string& input) {
        const auto preset = studies::presetFrom(input);
        if (!preset) return refusalText(preset.error());
        change([&](ReichStudy& study) { study.preset = *preset; });
        return QString();
    });
}

void ReichPanel::chooseTable(int index) {
    const std::string id = m_tableChoice->itemData(index).toString().toStdString();
    if (id == ".") return;
    if (id.empty())
        return change([](ReichStudy& study) {
            study.overlap.table = paperTable();
            study.tableName.clear();
        });
    read(id, [this, name = m_tableChoice->itemText(index).toStdString()](const std::string& input) {
        const auto table = studies::overlapTableFrom(input);
        if (!table) return refusalText(table.error());
        change([&](ReichStudy& study) {
            study.overlap.table = *table;
            study.tableName = name;
            if (study.overlap.lookup == Lookup::Ramp) study.overlap.lookup = Lookup::LogLinear; // a ramp reads no table
        });
        return QString();
    });
}

void ReichPanel::takeTarget() {
    if (m_filling || m_target->text() == riskText(m_study.targetPerHour)) return;
    const auto target = typedNumber(m_target->text());
    if (!target) {
        showAll();
        return say(tr("A target is a number such as 2.5E-09."), true);
    }
    change([&](ReichStudy& study) { study.targetPerHour = *target; });
}

// ---------------------------------------------------------------- what is typed

void ReichPanel::editScenarios() {
    RowsForm::Contents contents{.title = [] { return tr("Scenarios"); },
                                .text = [] { return tr("Sizes in metres, mean ground speed in knots."); },
                                .columns = {[] { return tr("Name"); }, [] { return tr("Length λx (m)"); },
                                            [] { return tr("Width λy (m)"); }, [] { return tr("Height λz (m)"); },
                                            [] { return tr("Speed V (kt)"); }},
                                .rows = {}};
    for (const Scenario& one : m_study.scenarios)
        contents.rows.push_back({plain(one.name), numberText(one.size.length_m), numberText(one.size.width_m),
                                 numberText(one.size.height_m), numberText(one.speed_kt)});
    (new RowsForm(
         "scenariosForm", std::move(contents),
         [this](const RowsForm::Rows& rows, const QString&) -> QString {
             ReichStudy study = m_study;
             study.scenarios.clear();
             for (const QStringList& row : rows) {
                 Scenario scenario{.name = row[0].isEmpty() ? std::format("#{}", study.scenarios.size() + 1)
                                                            : row[0].toStdString()};
                 double* const values[] = {&scenario.size.length_m, &scenario.size.width_m, &scenario.size.height_m,
                                           &scenario.speed_kt};
                 for (int i = 0; i < 4; ++i) {
                     const auto number = typedNumber(row[i + 1]);
                     if (!number) return wrongNumber(static_cast<int>(study.scenarios.size()));
                     *values[i] = *number;
                 }
                 study.scenarios.push_back(std::move(scenario));
             }
             study.scenario = std::min(study.scenario, std::max<std::size_t>(study.scenarios.size(), 1) - 1);
             if (const auto works = resultsOf(study); !works) return refusalText(works.error());
             setStudy(study);
             return {};
         },
         this))
        ->open();
}

void ReichPanel::editDistances() {
    RowsForm::Contents contents{.title = [] { return tr("Distances"); },
                                .text = [] { return tr("Distances of the routes that the table shows."); },
                                .columns = {[] { return tr("Distance (m)"); }},
                                .rows = {}};
    for (const double distance_m : m_study.distances_m)
        contents.rows.push_back({numberText(distance_m)});
    (new RowsForm(
         "distancesForm", std::move(contents),
         [this](const RowsForm::Rows& rows, const QString&) -> QString {
             ReichStudy study = m_study;
             study.distances_m.clear();
             for (const QStringList& row : rows) {
                 const auto number = typedNumber(row[0]);
                 if (!number) return wrongNumber(static_cast<int>(study.distances_m.size()));
                 study.distances_m.push_back(*number);
             }
             std::ranges::sort(study.distances_m);
             study.distance = std::min(study.distance, std::max<std::size_t>(study.distances_m.size(), 1) - 1);
             if (const auto works = resultsOf(study); !works) return refusalText(works.error());
             setStudy(study);
             return {};
         },
         this))
        ->open();
}

void ReichPanel::editPreset() {
    RowsForm::Contents contents{
        .title = [] { return tr("Own preset"); },
        .text =
            [] {
                return tr("What is changed counts as entered; say where it comes from. The rest keeps its provenance.");
            },
        .columns = {[] { return tr("Constant"); }, [] { return tr("Value"); }, [] { return tr("Unit"); },
                    [] { return tr("Source"); }},
        .rows = {},
        .grows = false,
        .firstIsFixed = true,
        .name = builtInPreset(m_study.preset.name) ? tr("My preset") : plain(m_study.preset.name)};
    for (const NamedValue& one : constantsOf(m_study.preset))
        contents.rows.push_back(
            {plain(one.symbol), QString::number(one.value->value, 'g', 10), plain(one.unit), plain(one.value->source)});
    (new RowsForm(
         "presetForm", std::move(contents),
         [this](const RowsForm::Rows& rows, const QString& name) -> QString {
             Preset preset = m_study.preset;
             preset.name = name.toStdString();
             preset.made = m_clock.now();
             const auto values = valuesOf(preset);
             for (std::size_t i = 0; i < values.size(); ++i) {
                 const auto number = typedNumber(rows[i][1]);
                 if (!number) return wrongNumber(static_cast<int>(i));
                 const std::string source = rows[i][3].toStdString();
                 if (*number != values[i]->value) *values[i] = {*number, Provenance::Entered, source, {}};
             }
             if (const auto good = check(preset); !good) return refusalText(good.error());
             ReichStudy study = m_study;
             study.preset = preset;
             if (const auto works = resultsOf(study); !works) return refusalText(works.error());
             setStudy(study);
             keep(std::string(studies::reichPresetKind), name, studies::presetJson(preset), preset.note);
             return {};
         },
         this))
        ->open();
}

void ReichPanel::editOverlap() {
    RowsForm::Contents contents{
        .title = [] { return tr("Own overlap table"); },
        .text =
            [] {
                return tr("The overlap falls strictly with the distance. The ramp reads no table: another lookup is "
                          "taken with an own one.");
            },
        .columns = {[] { return tr("Distance (m)"); }, [] { return tr("Overlap Py"); }, [] { return tr("Source"); }},
        .rows = {},
        .name = m_study.tableName.empty() ? tr("My table") : plain(m_study.tableName)};
    for (const OverlapRow& row : m_study.overlap.table.rows())
        contents.rows.push_back(
            {numberText(row.distance_m), QString::number(row.probability, 'g', 10), plain(row.source)});
    (new RowsForm(
         "overlapForm", std::move(contents),
         [this](const RowsForm::Rows& rows, const QString& name) -> QString {
             std::vector<OverlapRow> typed;
             for (const QStringList& row : rows) {
                 const auto distance_m = typedNumber(row[0]), probability = typedNumber(row[1]);
                 if (!distance_m || !probability) return wrongNumber(static_cast<int>(typed.size()));
                 typed.push_back({*distance_m, *probability, row[2].toStdString()});
             }
             auto table = OverlapTable::of(std::move(typed));
             if (!table) return refusalText(table.error());
             if (name.isEmpty()) return tr("The table needs a name.");
             ReichStudy study = m_study;
             study.overlap.table = *std::move(table);
             study.tableName = name.toStdString();
             if (study.overlap.lookup == Lookup::Ramp) study.overlap.lookup = Lookup::LogLinear;
             if (const auto works = resultsOf(study); !works) return refusalText(works.error());
             setStudy(study);
             keep(std::string(studies::reichOverlapKind), name, studies::overlapTableJson(study.overlap.table), {});
             return {};
         },
         this))
        ->open();
}

void ReichPanel::editObstacles() {
    RowsForm::Contents contents{
        .title = [] { return tr("Obstacles"); },
        .text =
            [] {
                return tr("Distance of the nearest part from the nearest route, and height above the ground. A height "
                          "that is left empty is not known, and then the corridor is not judged. What is changed here "
                          "counts as typed in.");
            },
        .columns = {[] { return tr("Name"); }, [] { return tr("From the route (m)"); },
                    [] { return tr("Height (m)"); }},
        .rows = {}};
    const auto rowOf = [](const Obstacle& one) {
        return QStringList{plain(one.name), numberText(one.distance_m), one.top_m ? numberText(*one.top_m) : QString()};
    };
    for (const Obstacle& one : m_study.obstacles)
        contents.rows.push_back(rowOf(one));
    if (contents.rows.empty()) contents.rows.push_back({});
    (new RowsForm(
         "obstaclesForm", std::move(contents),
         [this, rowOf](const RowsForm::Rows& rows, const QString&) -> QString {
             ReichStudy study = m_study;
             study.obstacles.clear();
             for (const QStringList& row : rows) {
                 const auto same = std::ranges::find(m_study.obstacles, row, rowOf);
                 if (same != m_study.obstacles.end()) {
                     study.obstacles.push_back(*same); // with its source, and to the last digit
                     continue;
                 }
                 Obstacle obstacle{.name = row[0].toStdString(), .distance_m = 0, .top_m = {}};
                 const auto distance_m = typedNumber(row[1]);
                 if (!row[2].isEmpty()) obstacle.top_m = typedNumber(row[2]);
                 if (!distance_m || (!row[2].isEmpty() && !obstacle.top_m))
                     return wrongNumber(static_cast<int>(study.obstacles.size()));
                 obstacle.distance_m = *distance_m;
                 study.obstacles.push_back(std::move(obstacle));
             }
             if (const auto works = resultsOf(study); !works) return refusalText(works.error());
             setStudy(study);
             return {};
         },
         this))
        ->open();
}

void ReichPanel::setCity(city::CityDesk& city, std::function<std::vector<KnownRoute>()> routes) {
    m_city = &city;
    m_routes = std::move(routes);
}

void ReichPanel::takeObstacles() {
    m_views->setCurrentIndex(SpaceView);
    if (m_city == nullptr || !m_city->available()) return say(tr("This console keeps no ground data."), true);
    auto* form = new CityObstaclesForm(*m_city, m_routes ? m_routes() : std::vector<KnownRoute>(),
                                       m_study.chosenDistance_m(), this);
    connect(form, &CityObstaclesForm::found, this, qOverload<const CityObstacles&, double, bool>(&ReichPanel::take));
    form->open();
}

void ReichPanel::take(const CityObstacles& along, double halfWidth_m, bool keepTyped) {
    change([&](ReichStudy& study) {
        std::erase_if(study.obstacles, [&](const Obstacle& one) { return !keepTyped || !one.source.empty(); });
        study.obstacles.insert(study.obstacles.end(), along.obstacles.begin(), along.obstacles.end());
    });
    QStringList layers;
    for (const auto& layer : along.from)
        layers << plain(layerText(layer));
    QStringList lines{tr("%n building(s) within %1 of the centre line. Looked through: %2.", nullptr,
                         static_cast<int>(along.obstacles.size()))
                          .arg(metresText(halfWidth_m), layers.join(QStringLiteral("; ")))};
    if (along.unknownHeight > 0)
        lines << tr("%n of them of unknown height, which is not low.", nullptr, static_cast<int>(along.unknownHeight));
    if (along.obstacles.empty()) lines << tr("What these data do not cover is not known to be free.");
    const bool narrow = halfWidth_m < m_study.chosenDistance_m();
    if (narrow)
        lines << tr("Farther out, up to the chosen distance of %1, nothing was looked at.")
                     .arg(metresText(m_study.chosenDistance_m()));
    if (along.synthetic) lines << tr("SYNTHETIC: a made-up city, not a real one.");
    say(lines.join(u' '), along.synthetic || along.obstacles.empty() || narrow);
}

void ReichPanel::importTraffic() {
    auto* form = new TrafficForm(m_desk, m_clock, this);
    connect(form, &TrafficForm::estimated, this, qOverload<const studies::TrafficAnswer&, bool>(&ReichPanel::take));
    form->open();
}

void ReichPanel::take(const studies::TrafficAnswer& answer, bool kept) {
    change([&](ReichStudy& study) { study.preset = answer.preset; });
    m_views->setCurrentIndex(ResultsView);
    const QString text = kept ? tr("Preset %1 is kept: %2.") : tr("Preset %1 is not kept: %2.");
    say(text.arg(plain(answer.preset.name), plain(answer.preset.note)), false);
}

// ---------------------------------------------------------------- what is kept

void ReichPanel::keep(std::string kind, const QString& name, std::string input, std::string provenance) {
    if (!m_desk.available() || !m_desk.may("study.save"))
        return say(tr("%1 is used here and not kept.").arg(name), false);
    m_desk.ask<study_store::StudyHead>(
        this,
        [this, name](const Result<study_store::StudyHead>& head) {
            if (!head) return say(refusalText(head.error()), true);
            say(tr("%1 is kept.").arg(name), false);
            Q_EMIT m_desk.saved();
        },
        [study = study_store::NewStudy{.kind = std::move(kind),
                                       .name = name.toStdString(),
                                       .preset = name.toStdString(),
                                       .provenance = std::move(provenance),
                                       .input = std::move(input)}](
            study_store::StudyService& service, people::Principal by, study_store::Done<study_store::StudyHead> done) {
            service.save(std::move(by), study, std::move(done));
        });
}

void ReichPanel::save() {
    const Value& occupancy = m_study.preset.oppositeOccupancy;
    m_keeper->save({.preset = m_study.preset.name,
                    .provenance = std::format("Ey {}: {}", toString(occupancy.provenance), occupancy.source),
                    .input = inputJson(m_study),
                    .result = resultJson(m_study, m_results)});
}

void ReichPanel::openSaved() {
    m_keeper->open();
}

void ReichPanel::compareWith(const QString& name, const ReichStudy& other) {
    auto results = resultsOf(other);
    if (!results) return say(refusalText(results.error()), true);
    m_other = Other{name, other, *std::move(results)};
    m_views->setCurrentIndex(CompareView);
    showAll();
}

void ReichPanel::nextView() {
    m_views->setCurrentIndex((m_views->currentIndex() + 1) % m_views->count());
}

Result<void> ReichPanel::writePdf(const QString& path) const {
    const ReportJob job{.name = m_keeper->name(),
                        .study = m_study,
                        .results = m_results,
                        .comparedWith = m_other ? m_other->name : QString(),
                        .comparison = m_other ? compared(m_study, m_results, m_other->study, m_other->results)
                                              : std::vector<CompareRow>(),
                        .made = m_clock.now(),
                        .madeBy = m_desk.personName(),
                        .family = font().family()};
    return study_store::writeWhole(path, reportPdf(job));
}

void ReichPanel::exportAs() {
    m_keeper->exportAs(QStringLiteral("collision-risk.pdf"), [this](const QString& path) { return writePdf(path); });
}

QJsonObject ReichPanel::state() const {
    return {{viewKey, m_views->currentIndex()}};
}

void ReichPanel::restore(const QJsonObject& state) {
    const int view = state[viewKey].toInt(-1);
    if (view >= 0 && view < m_views->count()) m_views->setCurrentIndex(view);
}

} // namespace haneul::risk::collision
