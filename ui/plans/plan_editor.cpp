#include "ui/plans/plan_editor.h"

#include "core/plan/profile.h"
#include "ui/delivery/words.h"
#include "ui/plans/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace haneul::plans {

namespace {

constexpr milliseconds typingPause{350};
constexpr int longestText = 200;
constexpr int placeDigits = 6; // a tenth of a metre
constexpr double usualHeight_m = 100;
constexpr int usualMinutes = 20;
constexpr std::chrono::minutes usualLead{60}; // from now to the start of a new plan
constexpr const char* unnamed = "NEW";

enum Column { Latitude, Longitude, HeightColumn, Hold, ColumnCount };

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

std::string typedIn(const QComboBox& box) {
    return box.currentText().trimmed().toStdString();
}

QLineEdit* line(QWidget* parent) {
    auto* made = new QLineEdit(parent);
    made->setMaxLength(longestText);
    return made;
}

QComboBox* names(QWidget* parent) {
    auto* made = new QComboBox(parent);
    made->setEditable(true);
    made->setInsertPolicy(QComboBox::NoInsert);
    return made;
}

QDoubleSpinBox* number(QWidget* parent, double least, double most, double value, const QString& suffix) {
    auto* made = new QDoubleSpinBox(parent);
    made->setRange(least, most);
    made->setDecimals(1);
    made->setValue(value);
    made->setSuffix(suffix);
    return made;
}

QString shownIn(int column, double value) {
    constexpr int digits[] = {placeDigits, placeDigits, 1, 0};
    return QString::number(value, 'f', digits[column]);
}

} // namespace

// ---------------------------------------------------------------- the form

template <class W>
W* PlanEditor::field(W* made, const char* name, const char* label) {
    made->setObjectName(QLatin1StringView(name));
    auto* text = new QLabel(this);
    text->setBuddy(made);
    m_form->addRow(text, made);
    m_labels.push_back({text, made, label});
    return made;
}

PlanEditor::PlanEditor(PlanDesk& desk, const clock::Clock& clock, const theme::Theme& theme, KnownNamesSource known,
                       const plan::FlightPlan& plan, std::uint64_t basedOn, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_known(std::move(known))
    , m_plan(plan)
    , m_basedOn(basedOn)
    , m_points(new QTableWidget(0, ColumnCount, this))
    , m_verdict(new QLabel(this))
    , m_checks(new orders::ListView("editorChecks", m_evidence, theme, this))
    , m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("planEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PlanEditor::check);
    m_evidence.setOnlyOpen(true);
    build();
    offerNames();
    word();
    fill(plan);
    changed(); // what the checks say of it as it is
}

void PlanEditor::build() {
    const QString speed = tr(" m/s");
    const QString metres = tr(" m");
    m_form = m_who = new QFormLayout;
    m_id = field(line(this), "planId", QT_TR_NOOP("Plan (empty: it is given one)"));
    m_profile = field(new QComboBox(this), "profile", QT_TR_NOOP("Profile"));
    for (const plan::Profile& profile : plan::profiles())
        m_profile->addItem(profileText(profile.id), plain(profile.id));
    m_type = field(new QComboBox(this), "missionType", QT_TR_NOOP("Kind of mission"));
    m_objective = field(line(this), "objective", QT_TR_NOOP("Objective"));
    m_operator = field(names(this), "operator", QT_TR_NOOP("Operator"));
    m_drone = field(names(this), "drone", QT_TR_NOOP("Drone"));
    m_battery = field(names(this), "battery", QT_TR_NOOP("Battery"));
    m_pilot = field(names(this), "pilot", QT_TR_NOOP("Pilot"));
    m_payloads = field(line(this), "payloads", QT_TR_NOOP("Payloads, with commas"));
    m_parcels = field(number(this, 0, 1000, 0, tr(" kg")), "parcels", QT_TR_NOOP("Parcels"));
    m_mission = field(names(this), "mission", QT_TR_NOOP("Delivery mission"));
    m_priority = field(new QSpinBox(this), "priority", QT_TR_NOOP("Priority, 0 to 100"));
    m_priority->setRange(0, 100);
    m_start = field(line(this), "start", QT_TR_NOOP("Start (UTC)"));
    m_minutes = field(new QSpinBox(this), "minutes", QT_TR_NOOP("Time of the plan"));
    m_minutes->setRange(1, 24 * 60);
    m_minutes->setSuffix(tr(" min"));
    m_cruise = field(number(this, 0, 200, 10, speed), "cruise", QT_TR_NOOP("Cruise"));
    m_climb = field(number(this, 0, 50, 3, speed), "climb", QT_TR_NOOP("Climb"));
    m_descent = field(number(this, 0, 50, 2, speed), "descent", QT_TR_NOOP("Descent"));
    m_sight = field(new QComboBox(this), "sight", QT_TR_NOOP("Sight"));
    for (const auto mode : {plan::SightMode::Vlos, plan::SightMode::Bvlos})
        m_sight->addItem(sightText(mode), static_cast<int>(mode));
    m_lostLink = field(new QComboBox(this), "lostLink", QT_TR_NOOP("When the link is lost"));
    m_lostLink->addItem(tr("not said"), -1);
    for (const auto action : {plan::LostLinkAction::ReturnHome, plan::LostLinkAction::Hover, plan::LostLinkAction::Land,
                              plan::LostLinkAction::ContinueRoute})
        m_lostLink->addItem(lostLinkText(action), static_cast<int>(action));
    m_sites = field(line(this), "sites", QT_TR_NOOP("Landing sites (name latitude longitude; …)"));
    m_documents = field(line(this), "documents", QT_TR_NOOP("Documents (PERMIT number / authority; …)"));

    m_form = m_where = new QFormLayout;
    m_pattern = field(new QComboBox(this), "pattern", QT_TR_NOOP("Way"));
    m_reference = field(new QComboBox(this), "reference", QT_TR_NOOP("Heights from"));
    m_reference->addItem(tr("mean sea level (AMSL)"), static_cast<int>(geo::VerticalReference::Amsl));
    m_reference->addItem(tr("the ground (AGL)"), static_cast<int>(geo::VerticalReference::Agl));
    m_reference->addItem(tr("the ellipsoid (W84)"), static_cast<int>(geo::VerticalReference::W84));
    m_height = field(number(this, -500, 10'000, usualHeight_m, metres), "height", QT_TR_NOOP("Height"));
    m_lower = field(number(this, -500, 10'000, 0, metres), "lower", QT_TR_NOOP("Lower limit"));
    m_ends = field(new QCheckBox(this), "ends", QT_TR_NOOP("Up at the first place and down at the last"));
    m_ground = field(number(this, -500, 10'000, 0, metres), "ground", QT_TR_NOOP("Height of the ground there"));
    m_spacing = field(number(this, 1, 10'000, 30, metres), "spacing", QT_TR_NOOP("From line to line"));
    m_heading = field(number(this, 0, 360, 0, QStringLiteral("°")), "heading", QT_TR_NOOP("Direction of the lines"));
    m_halfWidth = field(number(this, 1, 50'000, 30, metres), "halfWidth", QT_TR_NOOP("To each side, or radius"));
    m_passes = field(new QSpinBox(this), "passes", QT_TR_NOOP("Passes"));
    m_passes->setRange(1, 100);

    m_points->setObjectName(QStringLiteral("planPoints"));
    m_points->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_points->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_points->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_points->setTabKeyNavigation(false);
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        return made;
    };
    m_draw = button("drawPlan");
    m_import = button("importPlan");
    m_add = button("addPoint");
    m_remove = button("removePoint");
    m_save = button("savePlan");
    m_submit = button("submitPlan");
    m_close = button("closeEditor");
    m_verdict->setObjectName(QStringLiteral("editorVerdict"));
    m_verdict->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("editorMessage"));
    m_message->setWordWrap(true);
    m_checks->setSamples({QStringLiteral("◆ Not judged"), QStringLiteral("      The profile asks for this field; more"),
                          QStringLiteral("parameters.cruise"), QStringLiteral("1234 m/s"), QStringLiteral("1234 m/s"),
                          QStringLiteral("00:00:00Z–00:00:00Z"), QStringLiteral("000–000 m"), QStringLiteral("rule")});

    const auto page = [this](QFormLayout* rows) {
        auto* inside = new QWidget(this);
        inside->setLayout(rows);
        auto* scroll = new QScrollArea(this);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setWidget(inside);
        scroll->setFocusPolicy(Qt::NoFocus);
        return scroll;
    };
    auto* tools = new QHBoxLayout;
    for (QPushButton* each : {m_draw, m_import, m_add, m_remove})
        tools->addWidget(each);
    tools->addStretch();
    auto* right = new QVBoxLayout;
    auto* where = new QWidget(this);
    where->setLayout(m_where);
    right->addWidget(where);
    right->addLayout(tools);
    right->addWidget(m_points, 3);
    m_remedies = new RemedyBar(this);
    right->addWidget(m_verdict);
    right->addWidget(m_remedies);
    right->addWidget(m_checks, 4);
    auto* halves = new QHBoxLayout;
    halves->addWidget(page(m_who), 2);
    halves->addLayout(right, 3);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_message, 1);
    for (QPushButton* each : {m_save, m_submit, m_close})
        foot->addWidget(each);
    auto* column = new QVBoxLayout(this);
    column->addLayout(halves, 1);
    column->addLayout(foot);
    const QSize room = screen()->availableSize() * 9 / 10; // large texts
    resize(QSize(fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 46).boundedTo(room));

    for (QComboBox* box : findChildren<QComboBox*>())
        connect(box, &QComboBox::currentTextChanged, this, &PlanEditor::changed);
    for (QLineEdit* text : {m_id, m_objective, m_payloads, m_start, m_sites, m_documents})
        connect(text, &QLineEdit::textChanged, this, &PlanEditor::changed);
    for (QDoubleSpinBox* box : findChildren<QDoubleSpinBox*>())
        connect(box, &QDoubleSpinBox::valueChanged, this, &PlanEditor::changed);
    for (QSpinBox* box : {m_priority, m_minutes, m_passes})
        connect(box, &QSpinBox::valueChanged, this, &PlanEditor::changed);
    connect(m_ends, &QCheckBox::toggled, this, &PlanEditor::arrange);
    connect(m_points, &QTableWidget::cellChanged, this, &PlanEditor::changed);
    connect(m_profile, &QComboBox::activated, this, &PlanEditor::preset);
    connect(m_pattern, &QComboBox::currentIndexChanged, this, &PlanEditor::arrange);
    connect(m_draw, &QPushButton::clicked, this, &PlanEditor::drawWanted);
    connect(m_remedies, &RemedyBar::actionWanted, this, &PlanEditor::actionWanted);
    connect(m_import, &QPushButton::clicked, this, &PlanEditor::chooseFile);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const auto all = points();
        addRow(all.empty() ? plan::RoutePoint{{}, height(m_height->value())} : all.back());
        changed();
    });
    connect(m_remove, &QPushButton::clicked, this, &PlanEditor::removeRow);
    connect(m_save, &QPushButton::clicked, this, [this] { keep(false); });
    connect(m_submit, &QPushButton::clicked, this, [this] { keep(true); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void PlanEditor::word() {
    setWindowTitle(m_basedOn == 0 ? tr("New flight plan")
                                  : tr("Flight plan %1, revision %2").arg(plain(m_plan.id)).arg(m_basedOn));
    for (const Labelled& each : m_labels) {
        each.label->setText(tr(each.text));
        each.field->setAccessibleName(tr(each.text));
    }
    m_points->setHorizontalHeaderLabels({tr("Latitude"), tr("Longitude"), tr("Height (m)"), tr("Stays (s)")});
    m_points->setAccessibleName(tr("Places of the plan"));
    m_checks->setAccessibleName(tr("What the checks say"));
    m_start->setPlaceholderText(tr("such as 2026-11-26 10:05"));
    m_draw->setText(tr("&Draw on the map"));
    m_import->setText(tr("&Import…"));
    m_add->setText(tr("&Add a place"));
    m_remove->setText(tr("&Remove"));
    m_save->setText(tr("&Save the draft"));
    m_submit->setText(tr("S&ubmit"));
    m_close->setText(tr("&Close"));
}

void PlanEditor::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        offerNames(); // somebody may have recorded what was missing
        changed();
    }
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_evidence.retranslate();
}

void PlanEditor::offerNames() {
    const QScopedValueRollback filling(m_filling, true);
    const KnownNames known = m_known ? m_known() : KnownNames{};
    m_payloads->setPlaceholderText(known.payloads.join(QStringLiteral(", ")));
    const std::pair<QComboBox*, const QStringList*> offers[] = {{m_operator, &known.operators},
                                                                {m_drone, &known.drones},
                                                                {m_battery, &known.batteries},
                                                                {m_pilot, &known.pilots},
                                                                {m_mission, &known.missions}};
    for (const auto& [box, list] : offers) {
        const QString typed = box->currentText();
        box->clear();
        box->addItem(QString());
        box->addItems(*list);
        box->setEditText(typed);
    }
}

// ---------------------------------------------------------------- from the plan into the fields

void PlanEditor::fill(const plan::FlightPlan& plan) {
    const QScopedValueRollback filling(m_filling, true);
    const plan::Profile* const profile = plan::profile(plan.profile);
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(plain(plan.profile))));
    m_type->clear();
    m_pattern->clear();
    if (profile != nullptr) {
        for (const std::string& type : profile->missionTypes)
            m_type->addItem(missionTypeText(type), plain(type));
        for (const plan::Pattern each : profile->patterns)
            m_pattern->addItem(patternText(each), static_cast<int>(each));
    }
    const auto choose = [](QComboBox* box, int value) { box->setCurrentIndex(std::max(0, box->findData(value))); };
    choosePattern(plan::patternOf(plan.operation));
    m_type->setCurrentIndex(std::max(0, m_type->findData(plain(plan.missionType))));
    m_id->setText(plain(plan.id));
    m_id->setEnabled(m_basedOn == 0);
    m_objective->setText(plain(plan.objective));
    m_operator->setEditText(plain(plan.operator_id));
    m_drone->setEditText(plain(plan.drone_id));
    m_battery->setEditText(plain(plan.battery_id));
    m_pilot->setEditText(plain(plan.pilot_id));
    m_mission->setEditText(plain(plan.mission_id));
    m_payloads->setText(listText(plan.payload_ids));
    m_parcels->setValue(plan.parcels_kg);
    m_priority->setValue(plan.priority);
    const bool timed = plan.start != UtcMs{};
    const UtcMs start = timed ? plan.start : std::chrono::floor<std::chrono::minutes>(m_clock.now()) + usualLead;
    m_start->setText(dayAndTimeText(start).chopped(1));
    m_minutes->setValue(timed ? static_cast<int>(std::chrono::ceil<std::chrono::minutes>(plan.end - start).count())
                              : usualMinutes);
    if (plan.parameters.cruise_mps > 0) {
        m_cruise->setValue(plan.parameters.cruise_mps);
        m_climb->setValue(plan.parameters.climb_mps);
        m_descent->setValue(plan.parameters.descent_mps);
    }
    choose(m_sight, static_cast<int>(plan.parameters.mode));
    choose(m_lostLink, plan.contingency.lostLink ? static_cast<int>(*plan.contingency.lostLink) : -1);
    m_sites->setText(sitesText(plan.contingency.landingSites));
    m_documents->setText(documentsText(plan.documents));

    m_points->setRowCount(0);
    const auto heights = [&](const geo::VerticalLimit& limit) {
        choose(m_reference, static_cast<int>(limit.reference));
        m_height->setValue(limit.metres);
    };
    const auto ring = [&](const std::vector<geo::LatLon>& places, const geo::VerticalLimit& limit) {
        if (places.empty()) return;
        heights(limit);
        for (const geo::LatLon& place : places)
            addRow({place, limit});
    };
    if (const auto* route = std::get_if<plan::WaypointRoute>(&plan.operation)) {
        m_ends->setChecked(route->points.empty()); // a new one is drawn as places at one height
        for (const plan::RoutePoint& point : route->points) {
            choose(m_reference, static_cast<int>(point.height.reference));
            addRow(point);
        }
    } else if (const auto* grid = std::get_if<plan::GridPattern>(&plan.operation)) {
        if (grid->spacing_m > 0) m_spacing->setValue(grid->spacing_m);
        m_heading->setValue(grid->heading_deg);
        ring(grid->area.outer, grid->height);
    } else if (const auto* corridor = std::get_if<plan::CorridorPattern>(&plan.operation)) {
        if (corridor->halfWidth_m > 0) m_halfWidth->setValue(corridor->halfWidth_m);
        m_passes->setValue(corridor->passes);
        ring(corridor->line, corridor->height);
    } else if (const auto* area = std::get_if<plan::AreaOperation>(&plan.operation)) {
        if (area->lower) m_lower->setValue(area->lower->metres);
        if (const auto* circle = std::get_if<geo::Circle>(&area->area)) {
            m_halfWidth->setValue(circle->radius_m);
            ring({circle->centre}, area->upper);
        } else {
            ring(std::get<geo::Polygon>(area->area).outer, area->upper);
        }
    }
    arrange();
}

// One that the profile does not have too: the checks say so.
void PlanEditor::choosePattern(plan::Pattern pattern) {
    const int value = static_cast<int>(pattern);
    if (m_pattern->findData(value) < 0) m_pattern->addItem(patternText(pattern), value);
    m_pattern->setCurrentIndex(m_pattern->findData(value));
}

// A profile brings its kinds of mission and ways, its sight and priority; what is typed otherwise stays.
void PlanEditor::preset() {
    const plan::Profile* const profile = plan::profile(m_profile->currentData().toString().toStdString());
    if (profile == nullptr) return;
    plan::FlightPlan plan = typed();
    const plan::FlightPlan wanted = plan::presetPlan(*profile);
    plan.profile = wanted.profile;
    plan.missionType = wanted.missionType;
    plan.parameters.mode = wanted.parameters.mode;
    plan.priority = wanted.priority;
    if (!std::ranges::contains(profile->patterns, plan::patternOf(plan.operation))) plan.operation = wanted.operation;
    const auto drawn = points();
    const bool ends = m_ends->isChecked();
    const double metres = m_height->value();
    fill(plan);
    m_ends->setChecked(ends);
    m_height->setValue(metres);
    {
        const QScopedValueRollback filling(m_filling, true);
        m_points->setRowCount(0);
        for (const plan::RoutePoint& point : drawn)
            addRow(point);
    }
    arrange();
}

void PlanEditor::addRow(const plan::RoutePoint& point) {
    const QScopedValueRollback filling(m_filling, true);
    const int row = m_points->rowCount();
    m_points->insertRow(row);
    const double values[] = {point.place.latitude_deg, point.place.longitude_deg, point.height.metres,
                             static_cast<double>(point.hold.count()) / 1000};
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(shownIn(column, values[column]));
        item->setData(Qt::UserRole, values[column]); // all digits of it
        m_points->setItem(row, column, item);
    }
}

void PlanEditor::removeRow() {
    const int row = m_points->currentRow() >= 0 ? m_points->currentRow() : m_points->rowCount() - 1;
    if (row < 0) return;
    m_points->removeRow(row);
    changed();
}

void PlanEditor::arrange() {
    const auto shown = [this](QWidget* field, bool wanted) {
        for (const Labelled& each : m_labels)
            if (each.field == field) each.label->setVisible(wanted);
        field->setVisible(wanted);
    };
    const plan::Pattern now = pattern();
    const bool route = now == plan::Pattern::Waypoints;
    shown(m_height, !route || m_ends->isChecked());
    shown(m_ends, route);
    shown(m_ground, route && m_ends->isChecked());
    shown(m_spacing, now == plan::Pattern::Grid);
    shown(m_heading, now == plan::Pattern::Grid);
    shown(m_halfWidth, now == plan::Pattern::Corridor || now == plan::Pattern::Area);
    shown(m_passes, now == plan::Pattern::Corridor);
    shown(m_lower, now == plan::Pattern::Area);
    m_points->setColumnHidden(HeightColumn, !route || m_ends->isChecked());
    m_points->setColumnHidden(Hold, !route);
    changed();
}

// ---------------------------------------------------------------- from the fields into the plan

plan::Pattern PlanEditor::pattern() const {
    return static_cast<plan::Pattern>(m_pattern->currentData().toInt());
}

geo::VerticalLimit PlanEditor::height(double metres) const {
    return {metres, static_cast<geo::VerticalReference>(m_reference->currentData().toInt())};
}

std::vector<plan::RoutePoint> PlanEditor::points() const {
    std::vector<plan::RoutePoint> all;
    for (int row = 0; row < m_points->rowCount(); ++row) {
        const auto cell = [&](int column) {
            const QTableWidgetItem* const item = m_points->item(row, column);
            bool good = false;
            const double value = item != nullptr ? item->text().trimmed().toDouble(&good) : 0;
            if (!good) return std::nan("");
            const double exact = item->data(Qt::UserRole).toDouble();
            return item->text() == shownIn(column, exact) ? exact : value; // what nobody typed is not rounded
        };
        const double hold_s = cell(Hold);
        all.push_back({{cell(Latitude), cell(Longitude)},
                       height(cell(HeightColumn)),
                       milliseconds{std::isfinite(hold_s) ? std::llround(hold_s * 1000) : 0}});
    }
    return all;
}

std::vector<geo::LatLon> PlanEditor::places() const {
    std::vector<geo::LatLon> all;
    for (const plan::RoutePoint& point : points())
        all.push_back(point.place);
    return all;
}

void PlanEditor::setPlaces(const std::vector<geo::LatLon>& places) {
    const auto before = points();
    {
        const QScopedValueRollback filling(m_filling, true);
        m_points->setRowCount(0);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        plan::RoutePoint point{places[i], height(m_height->value())};
        if (i < before.size()) {
            point.height = before[i].height;
            point.hold = before[i].hold;
        }
        addRow(point);
    }
    changed();
}

plan::Operation PlanEditor::operation() const {
    auto all = points();
    const auto places = this->places();
    const geo::VerticalLimit level = height(m_height->value());
    switch (pattern()) {
    case plan::Pattern::Grid:
        return plan::GridPattern{.area = {.outer = places, .holes = {}},
                                 .spacing_m = m_spacing->value(),
                                 .heading_deg = m_heading->value(),
                                 .height = level};
    case plan::Pattern::Corridor:
        return plan::CorridorPattern{
            .line = places, .halfWidth_m = m_halfWidth->value(), .passes = m_passes->value(), .height = level};
    case plan::Pattern::Area: {
        geo::Area area = geo::Polygon{.outer = places, .holes = {}};
        if (places.size() == 1) area = geo::Circle{places.front(), m_halfWidth->value()};
        return plan::AreaOperation{.area = std::move(area), .lower = height(m_lower->value()), .upper = level};
    }
    case plan::Pattern::Waypoints:
        break;
    }
    if (m_ends->isChecked() && !all.empty()) {
        for (plan::RoutePoint& point : all)
            point.height = level;
        plan::RoutePoint up = all.front(), down = all.back();
        up.height = down.height = height(m_ground->value());
        up.hold = down.hold = milliseconds{0};
        all.insert(all.begin(), up);
        all.push_back(down);
    }
    return plan::WaypointRoute{std::move(all)};
}

plan::FlightPlan PlanEditor::typed() const {
    plan::FlightPlan plan = m_plan;
    plan.id = m_id->text().trimmed().toStdString();
    plan.profile = m_profile->currentData().toString().toStdString();
    plan.missionType = m_type->currentData().toString().toStdString();
    plan.objective = m_objective->text().trimmed().toStdString();
    plan.operator_id = typedIn(*m_operator);
    plan.drone_id = typedIn(*m_drone);
    plan.battery_id = typedIn(*m_battery);
    plan.pilot_id = typedIn(*m_pilot);
    plan.mission_id = typedIn(*m_mission);
    plan.payload_ids = typedList(m_payloads->text());
    plan.parcels_kg = m_parcels->value();
    plan.priority = m_priority->value();
    // Seconds stay: a plan that is only looked at is not another one.
    const auto start = delivery::typedTime(m_start->text(), m_clock.now());
    plan.start = start.value_or(UtcMs{});
    if (dayAndTimeText(m_plan.start) == dayAndTimeText(plan.start)) plan.start = m_plan.start;
    plan.end = plan.start + std::chrono::minutes(m_minutes->value());
    if (plan.start == m_plan.start &&
        std::chrono::ceil<std::chrono::minutes>(m_plan.end - m_plan.start) == std::chrono::minutes(m_minutes->value()))
        plan.end = m_plan.end;
    plan.parameters = {.cruise_mps = m_cruise->value(),
                       .climb_mps = m_climb->value(),
                       .descent_mps = m_descent->value(),
                       .mode = static_cast<plan::SightMode>(m_sight->currentData().toInt())};
    const int lost = m_lostLink->currentData().toInt();
    plan.contingency.lostLink = lost < 0 ? std::nullopt : std::optional(static_cast<plan::LostLinkAction>(lost));
    if (sitesText(m_plan.contingency.landingSites) != m_sites->text())
        plan.contingency.landingSites = typedSites(m_sites->text()).value_or(std::vector<plan::LandingSite>{});
    if (documentsText(m_plan.documents) != m_documents->text())
        plan.documents = typedDocuments(m_documents->text()).value_or(std::vector<plan::RegulatoryDocument>{});
    plan.operation = operation();
    const bool sameWay = plan.operation == m_plan.operation && plan.start == m_plan.start && plan.end == m_plan.end &&
                         plan.parameters == m_plan.parameters;
    if (!sameWay) plan.volumes.clear(); // the service makes those that hold the flight
    return plan;
}

// ---------------------------------------------------------------- live checks

void PlanEditor::changed() {
    if (m_filling) return;
    const bool start = delivery::typedTime(m_start->text(), m_clock.now()).has_value();
    const bool sites = typedSites(m_sites->text()).has_value();
    const bool documents = typedDocuments(m_documents->text()).has_value();
    say(!start       ? tr("The start is a time such as 10:05 or 2026-11-26 10:05 (UTC).")
        : !sites     ? tr("A landing site is a name, a latitude and a longitude; several are parted by semicolons.")
        : !documents ? tr("A document is PERMIT or WAIVER, its number, a stroke and the authority.")
                     : QString(),
        true);
    const bool good = start && sites && documents;
    m_save->setEnabled(good && m_desk.may("plan.submit"));
    m_submit->setEnabled(good && m_desk.may("plan.submit"));
    m_typing.start();
}

void PlanEditor::check() {
    plan::FlightPlan wanted = typed();
    if (wanted.id.empty()) wanted.id = unnamed; // it is given one when it is kept
    m_desk.ask<plan::Evidence>(
        this,
        [this, question = ++m_question](const Result<plan::Evidence>& evidence) {
            if (question == m_question) showChecks(evidence);
        },
        [wanted = std::move(wanted)](plan::PlanService& service, people::Principal by,
                                     plan::Done<plan::Evidence> done) {
            service.check(std::move(by), wanted, std::move(done));
        });
}

void PlanEditor::showChecks(const Result<plan::Evidence>& evidence) {
    if (!evidence) {
        m_verdict->setText(refusalText(evidence.error()));
        m_evidence.setEvidence(nullptr);
        return;
    }
    const auto count = [&](plan::Verdict verdict) {
        return static_cast<int>(std::ranges::count_if(
            evidence->reports, [&](const plan::CheckReport& report) { return report.verdict == verdict; }));
    };
    m_evidence.setEvidence(std::make_shared<const plan::Evidence>(*evidence));
    m_remedies->setRemedies(remediesOf(typed(), evidence->reports));
    const int passed = count(plan::Verdict::Pass), open = count(plan::Verdict::NotJudged);
    m_verdict->setText(
        evidence->acceptable
            ? tr("✓ Submitted now, it would wait for approval: %1 passed, %2 not judged.").arg(passed).arg(open)
            : tr("▲ Submitted now, it would be returned: %1 passed, %2 not judged, %3 failed.")
                  .arg(passed)
                  .arg(open)
                  .arg(count(plan::Verdict::Fail)));
}

void PlanEditor::say(const QString& text, bool trouble) {
    m_message->setText(text.isEmpty() || !trouble ? text : QString(QStringLiteral("▲ ") % text));
}

// ---------------------------------------------------------------- files

void PlanEditor::chooseFile() {
    const QString endings = QStringLiteral("*.plan *.waypoints *.txt *.kml *.kmz *.geojson *.json");
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import a way"), QString(), tr("Ways (%1);;All files (*)").arg(endings));
    if (!path.isEmpty()) importFile(path);
}

void PlanEditor::importFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return say(tr("The file cannot be read: %1").arg(file.errorString()), true);
    const QByteArray content = file.read(static_cast<qint64>(plan::mostPlanFileBytes) + 1); // the reader refuses more
    const auto import =
        plan::readPlanFile(std::string_view(content.constData(), static_cast<std::size_t>(content.size())),
                           {.shape = {}, .height = height(m_height->value())});
    if (!import) return say(tr("Nothing could be taken from it: %1").arg(fileText(import.error())), true);
    take(*import);
}

void PlanEditor::take(const plan::PlanImport& import) {
    if (!import.taken) {
        const auto wrong =
            std::ranges::find_if(import.shapes, [](const auto& shape) { return !shape.findings.empty(); });
        const formats::FileNote why = wrong == import.shapes.end() ? formats::FileNote() : wrong->findings.front();
        return say(tr("Nothing could be taken from it: %1").arg(fileText({why.code, why.message, why.where})), true);
    }
    const plan::PlanShape& shape = import.shapes[*import.taken];
    QStringList notes;
    for (const auto* all : {&import.notes, &shape.findings})
        for (const formats::FileNote& note : *all)
            notes << fileText({note.code, note.message, note.where});
    if (import.shapes.size() > 1)
        notes << tr("%n further line(s) or area(s) of the file", nullptr, static_cast<int>(import.shapes.size() - 1));
    takeWay(*shape.operation, shape.heightGiven);
    if (shape.cruise_mps) m_cruise->setValue(*shape.cruise_mps);
    if (m_objective->text().isEmpty()) m_objective->setText(plain(shape.name));
    arrange();
    const QString taken = tr("%n place(s) taken.", nullptr, m_points->rowCount());
    say(notes.isEmpty() ? taken : tr("%1 Not taken: %2").arg(taken, notes.join(QStringLiteral("; "))), false);
}

// Of a file: waypoints, or an area. A line that is drawn for another pattern is its outline or its middle.
void PlanEditor::takeWay(const plan::Operation& way, bool oneLevel) {
    const QScopedValueRollback filling(m_filling, true);
    const auto datum = [this](const geo::VerticalLimit& limit) {
        m_reference->setCurrentIndex(std::max(0, m_reference->findData(static_cast<int>(limit.reference))));
    };
    m_points->setRowCount(0);
    if (const auto* route = std::get_if<plan::WaypointRoute>(&way)) {
        auto points = route->points;
        const bool outline = pattern() == plan::Pattern::Grid || pattern() == plan::Pattern::Area;
        if (outline && points.size() > 1 && points.front().place == points.back().place) points.pop_back();
        if (pattern() == plan::Pattern::Waypoints) m_ends->setChecked(oneLevel);
        if (!points.empty()) datum(points.front().height);
        for (const plan::RoutePoint& point : points)
            addRow(point);
        return;
    }
    const auto& area = std::get<plan::AreaOperation>(way);
    if (pattern() != plan::Pattern::Grid) choosePattern(plan::Pattern::Area);
    datum(area.upper);
    m_height->setValue(area.upper.metres);
    if (area.lower && area.lower->reference == area.upper.reference) m_lower->setValue(area.lower->metres);
    if (const auto* circle = std::get_if<geo::Circle>(&area.area)) {
        m_halfWidth->setValue(circle->radius_m);
        addRow({circle->centre, area.upper});
    } else {
        for (const geo::LatLon& place : std::get<geo::Polygon>(area.area).outer)
            addRow({place, area.upper});
    }
}

// ---------------------------------------------------------------- keeping it

void PlanEditor::keep(bool submit) {
    m_save->setEnabled(false);
    m_submit->setEnabled(false);
    const auto again = [this](const Error& why) {
        changed();
        say(refusalText(why), true);
    };
    m_desk.ask<plan::SavedPlan>(
        this,
        [this, submit, again](const Result<plan::SavedPlan>& saved) {
            if (!saved) return again(saved.error());
            m_basedOn = saved->revision;
            m_plan = typed();
            m_plan.id = saved->id;
            m_id->setText(plain(saved->id));
            m_id->setEnabled(false);
            word();
            const QString id = plain(saved->id);
            if (!submit) {
                Q_EMIT kept(id, tr("Plan %1 is kept as a draft, revision %2.").arg(id).arg(saved->revision));
                changed();
                return say(tr("Kept as %1, revision %2.").arg(id).arg(saved->revision), false);
            }
            m_desk.ask<plan::Submission>(
                this,
                [this, id, again](const Result<plan::Submission>& done) {
                    if (!done) return again(done.error());
                    const bool waits = done->state == plan::State::PendingApproval;
                    Q_EMIT kept(id, waits ? tr("Plan %1 waits for approval.").arg(id)
                                          : tr("Plan %1 was returned: look at its checks.").arg(id));
                    if (waits) return close(), void();
                    changed();
                    say(tr("It was returned: something in the checks keeps it from its approval."), true);
                },
                [saved = *saved](plan::PlanService& service, people::Principal by, plan::Done<plan::Submission> done) {
                    service.submitFlightPlan(std::move(by), saved.id, saved.revision, std::move(done));
                });
        },
        [wanted = typed(), basedOn = m_basedOn](plan::PlanService& service, people::Principal by,
                                                plan::Done<plan::SavedPlan> done) {
            service.createFlightPlan(std::move(by), wanted, basedOn, std::move(done));
        });
}

} // namespace haneul::plans
