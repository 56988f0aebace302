#include "ui/risk_path/path_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <utility>

namespace haneul::risk_path {

namespace {

constexpr double wattHour_j = 3600;
constexpr double usualRiskWeight = 5;
constexpr std::size_t frontPoints = 8;

QDoubleSpinBox* spin(QWidget* parent, const char* name, double least, double most, double value, int decimals = 0) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1StringView(name));
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setValue(value);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

QComboBox* choice(QWidget* parent, const char* name, int count) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1StringView(name));
    for (int i = 0; i < count; ++i)
        box->addItem(QString());
    return box;
}

QStringList wordsOf(const QString& line) {
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    return line.split(gaps, Qt::SkipEmptyParts);
}

} // namespace

std::optional<std::vector<paths::Place>> typedPlaces(const QString& text, double height_m) {
    std::vector<paths::Place> places;
    for (const QString& line : text.split(u'\n')) {
        const QStringList words = wordsOf(line);
        if (words.isEmpty()) continue;
        if (words.size() < 2 || words.size() > 3) return std::nullopt;
        bool first = false, second = false, third = true;
        paths::Place place{{words[0].toDouble(&first), words[1].toDouble(&second)}, height_m};
        if (words.size() == 3) place.height_m = words[2].toDouble(&third);
        if (!first || !second || !third || !place.place.valid()) return std::nullopt;
        places.push_back(place);
    }
    return places;
}

QString placesText(const std::vector<paths::Place>& places) {
    QStringList lines;
    for (const auto& [place, height_m] : places)
        lines << QStringLiteral("%1 %2 %3")
                     .arg(place.latitude_deg, 0, 'f', 6)
                     .arg(place.longitude_deg, 0, 'f', 6)
                     .arg(height_m, 0, 'g', 7);
    return lines.join(u'\n');
}

PathForm::PathForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_places(new QPlainTextEdit(this))
    , m_pick(new QPushButton(this))
    , m_height(spin(this, "pathHeight", -1000, 20'000, 65))
    , m_reference(choice(this, "pathReference", 2))
    , m_surroundings(choice(this, "pathSurroundings", 2))
    , m_lower(spin(this, "pathLower", -1000, 20'000, 0))
    , m_upper(spin(this, "pathUpper", -1000, 20'000, 120))
    , m_layer(spin(this, "pathLayer", 1, 500, 10))
    , m_cell(spin(this, "pathCell", 0, 1000, 0))
    , m_clearance(spin(this, "pathClearance", 0, 1000, 10))
    , m_speed(spin(this, "pathSpeed", 1, 100, 12, 1))
    , m_climb(spin(this, "pathClimb", 0.1, 50, 3, 1))
    , m_descent(spin(this, "pathDescent", 0.1, 50, 2, 1))
    , m_mass(spin(this, "pathMass", 0.05, 2000, 6, 2))
    , m_power(spin(this, "pathPower", 1, 1e6, 700))
    , m_windFrom(spin(this, "pathWindFrom", 0, 360, 0))
    , m_wind(spin(this, "pathWind", 0, 100, 0, 1))
    , m_objective(choice(this, "pathObjective", 2))
    , m_weight(spin(this, "pathWeight", 0, 1e6, usualRiskWeight, 1))
    , m_budget(new QLineEdit(this))
    , m_halfWay(new QPushButton(this))
    , m_battery(spin(this, "pathBattery", 0, 1e9, 0, 1))
    , m_legs(new QSpinBox(this))
    , m_longest(spin(this, "pathLongest", 0, paths::greatestSide_m, 0))
    , m_departure(new QLineEdit(this))
    , m_allowed(new QLineEdit(this))
    , m_unknown(new QCheckBox(this))
    , m_unknownRisk(new QCheckBox(this))
    , m_hint(new QLabel(this)) {
    m_set.task.front = frontPoints;
    build();
    word();
}

void PathForm::build() {
    m_places->setObjectName(QStringLiteral("pathPlaces"));
    m_places->setTabChangesFocus(true);
    m_places->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_pick->setObjectName(QStringLiteral("pathPick"));
    m_budget->setObjectName(QStringLiteral("pathBudget"));
    m_halfWay->setObjectName(QStringLiteral("pathHalfWay"));
    m_legs->setObjectName(QStringLiteral("pathLegs"));
    m_legs->setRange(0, 10'000);
    m_departure->setObjectName(QStringLiteral("pathDeparture"));
    m_allowed->setObjectName(QStringLiteral("pathAllowed"));
    m_unknown->setObjectName(QStringLiteral("pathUnknown"));
    m_unknownRisk->setObjectName(QStringLiteral("pathUnknownRisk"));
    m_hint->setWordWrap(true);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    const auto pair = [this](QWidget* one, QWidget* two) {
        auto* row = new QHBoxLayout;
        row->addWidget(one, 1);
        row->addWidget(two, 1);
        return row;
    };
    const auto label = [this](QWidget* field) {
        auto* made = new QLabel(this);
        made->setBuddy(field);
        return made;
    };
    m_rows->addRow(label(m_places), m_places);
    m_rows->addRow(label(m_pick), pair(m_pick, m_height));
    m_rows->addRow(label(m_reference), pair(m_reference, m_surroundings));
    m_rows->addRow(label(m_lower), pair(m_lower, m_upper));
    m_rows->addRow(label(m_cell), pair(m_cell, m_layer));
    m_rows->addRow(label(m_clearance), m_clearance);
    m_rows->addRow(label(m_objective), m_objective);
    m_rows->addRow(label(m_weight), m_weight);
    m_rows->addRow(label(m_budget), pair(m_budget, m_halfWay));
    m_rows->addRow(label(m_battery), m_battery);
    m_rows->addRow(label(m_speed), m_speed);
    m_rows->addRow(label(m_climb), pair(m_climb, m_descent));
    m_rows->addRow(label(m_mass), pair(m_mass, m_power));
    m_rows->addRow(label(m_windFrom), pair(m_windFrom, m_wind));
    m_rows->addRow(label(m_legs), pair(m_legs, m_longest));
    m_rows->addRow(label(m_departure), m_departure);
    m_rows->addRow(label(m_allowed), m_allowed);
    m_rows->addRow(m_unknown);
    m_rows->addRow(m_unknownRisk);
    m_rows->addRow(m_hint);
    connect(m_pick, &QPushButton::clicked, this, &PathForm::pickWanted);
    connect(m_halfWay, &QPushButton::clicked, this, &PathForm::halfWayWanted);
}

void PathForm::word() {
    const auto label = [this](QWidget* field, const QString& text, const QString& tip = {}) {
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            const auto* item = m_rows->itemAt(row, QFormLayout::LabelRole);
            auto* named = item != nullptr ? qobject_cast<QLabel*>(item->widget()) : nullptr;
            if (named == nullptr || named->buddy() != field) continue;
            named->setText(text);
            named->setToolTip(tip);
            field->setToolTip(tip);
        }
        field->setAccessibleName(text);
    };
    label(m_places, tr("Places"), tr("Latitude, longitude and height, a line each: start, places on the way, goal"));
    m_places->setPlaceholderText(tr("37.5600 126.9700 65"));
    label(m_pick, tr("On the map"), tr("Click start, places on the way and goal; Return ends"));
    m_pick->setText(tr("Pick"));
    m_height->setSuffix(tr(" m"));
    m_height->setAccessibleName(tr("Height of picked places"));
    m_height->setToolTip(m_height->accessibleName());
    label(m_reference, tr("Heights, data"));
    m_reference->setItemText(0, tr("above ground"));
    m_reference->setItemText(1, tr("above sea"));
    m_surroundings->setItemText(0, tr("imported data"));
    m_surroundings->setItemText(1, tr("synthetic city"));
    m_surroundings->setAccessibleName(tr("What stands around"));
    label(m_lower, tr("Space from, to"));
    m_lower->setSuffix(tr(" m"));
    m_upper->setSuffix(tr(" m"));
    m_upper->setAccessibleName(tr("Upper end of the space"));
    label(m_cell, tr("Cells, layers"), tr("Width of a cell and thickness of a layer"));
    m_cell->setSpecialValueText(tr("automatic"));
    m_cell->setSuffix(tr(" m"));
    m_layer->setSuffix(tr(" m"));
    m_layer->setAccessibleName(tr("Thickness of a layer"));
    label(m_clearance, tr("From buildings"), tr("Distance kept from buildings, sideways"));
    m_clearance->setSuffix(tr(" m"));
    label(m_objective, tr("Least"));
    m_objective->setItemText(0, tr("length"));
    m_objective->setItemText(1, tr("energy"));
    label(m_weight, tr("Weight of risk"),
          tr("Metres of detour that a metre through the mean risk of the area is worth; 0: no such path"));
    m_weight->setSpecialValueText(tr("none"));
    label(m_budget, tr("Risk budget"), tr("Expected fatalities of the flight, as 2.5E-9; empty: none"));
    m_budget->setPlaceholderText(tr("none"));
    m_halfWay->setText(tr("Half way"));
    m_halfWay->setToolTip(tr("Half way between the risk of the shortest path and the least that was found"));
    label(m_battery, tr("Battery budget"));
    m_battery->setSpecialValueText(tr("none"));
    m_battery->setSuffix(tr(" Wh"));
    label(m_speed, tr("Speed"));
    m_speed->setSuffix(tr(" m/s"));
    label(m_climb, tr("Climb, descent"));
    m_climb->setSuffix(tr(" m/s"));
    m_descent->setSuffix(tr(" m/s"));
    m_descent->setAccessibleName(tr("Descent"));
    label(m_mass, tr("Mass, power"), tr("Take-off mass, and power in level flight"));
    m_mass->setSuffix(tr(" kg"));
    m_power->setSuffix(tr(" W"));
    m_power->setAccessibleName(tr("Power in level flight"));
    label(m_windFrom, tr("Wind"), tr("Where it comes from, and how fast it is"));
    m_windFrom->setSuffix(tr("°"));
    m_wind->setSuffix(tr(" m/s"));
    m_wind->setAccessibleName(tr("Speed of the wind"));
    label(m_legs, tr("Legs"), tr("Most legs, and the longest one"));
    m_legs->setSpecialValueText(tr("any number"));
    m_longest->setSpecialValueText(tr("any length"));
    m_longest->setSuffix(tr(" m"));
    m_longest->setAccessibleName(tr("Longest leg"));
    label(m_departure, tr("Departure"), tr("UTC, as 2026-11-26T09:00:00Z; empty: now"));
    m_departure->setPlaceholderText(tr("now"));
    label(m_allowed, tr("Zones allowed"), tr("Identifiers of zones for which there is a permit"));
    m_allowed->setPlaceholderText(tr("none"));
    m_unknown->setText(tr("Fly where nobody knows what stands"));
    m_unknownRisk->setText(tr("Fly where the risk is not known"));
    m_hint->setText(
        tr("What is not known is not clear: without data on buildings no path is found unless it is allowed."));
}

std::optional<paths::Question> PathForm::asked(UtcMs now) const {
    m_trouble.clear();
    paths::Question question = m_set;
    const QString text = m_places->toPlainText();
    const auto places = text == placesText(m_set.places) ? m_set.places : typedPlaces(text, m_height->value());
    if (!places || places->size() < 2) {
        m_trouble = tr("Type or pick at least a start and a goal: latitude, longitude, height, a line each.");
        return std::nullopt;
    }
    question.places = *places;
    question.reference = m_reference->currentIndex() == 0 ? geo::VerticalReference::Agl : geo::VerticalReference::Amsl;
    question.surroundings =
        m_surroundings->currentIndex() == 0 ? paths::Surroundings::Imported : paths::Surroundings::Synthetic;
    const auto take = [this](double& value, const QDoubleSpinBox* box) { value = valueOf(box, value); };
    take(question.lower_m, m_lower);
    take(question.upper_m, m_upper);
    take(question.layer_m, m_layer);
    take(question.cell_m, m_cell);
    take(question.clearance_m, m_clearance);
    question.allowedZones.clear();
    for (const QString& zone : wordsOf(m_allowed->text()))
        question.allowedZones.push_back(zone.toStdString());
    take(question.windFrom_deg, m_windFrom);
    take(question.wind_mps, m_wind);
    auto& task = question.task;
    take(task.vehicle.speed_mps, m_speed);
    take(task.vehicle.climb_mps, m_climb);
    take(task.vehicle.descent_mps, m_descent);
    take(task.vehicle.mass_kg, m_mass);
    take(task.vehicle.level_w, m_power);
    task.turns.speed_mps = task.vehicle.speed_mps;
    task.objective = m_objective->currentIndex() == 0 ? path::Objective::Length : path::Objective::Energy;
    task.riskWeight =
        m_weight->value() > 0 ? std::optional(valueOf(m_weight, task.riskWeight.value_or(0))) : std::nullopt;
    task.budgets = {};
    if (const QString typed = m_budget->text().trimmed(); !typed.isEmpty()) {
        bool number = false;
        const double budget = typed.toDouble(&number);
        if (!number || budget < 0) {
            m_trouble = tr("The risk budget is a number of expected fatalities, as 2.5E-9.");
            return std::nullopt;
        }
        task.budgets.risk = budget;
    }
    if (m_battery->value() > 0)
        task.budgets.energy_j = valueOf(m_battery, m_set.task.budgets.energy_j.value_or(0) / wattHour_j) * wattHour_j;
    task.legs.most = static_cast<std::size_t>(m_legs->value());
    take(task.legs.longest_m, m_longest);
    task.departure = now;
    if (const QString typed = m_departure->text().trimmed(); !typed.isEmpty()) {
        const auto time = fromRfc3339(typed.toStdString());
        if (!time) {
            m_trouble = tr("The departure is a time in UTC, as 2026-11-26T09:00:00Z.");
            return std::nullopt;
        }
        task.departure = *time;
    }
    task.unknownAllowed = m_unknown->isChecked();
    task.unknownRiskAllowed = m_unknownRisk->isChecked();
    return question;
}

double PathForm::valueOf(const QDoubleSpinBox* box, double set) const {
    const double ten = std::pow(10, box->decimals());
    const double shown = std::clamp(std::round(set * ten) / ten, box->minimum(), box->maximum());
    return std::abs(box->value() - shown) < 0.5 / ten ? set : box->value();
}

void PathForm::setAsked(const paths::Question& question) {
    m_set = question;
    const auto& task = question.task;
    m_places->setPlainText(placesText(question.places));
    m_reference->setCurrentIndex(question.reference == geo::VerticalReference::Agl ? 0 : 1);
    setSurroundings(question.surroundings);
    for (const auto& [box, value] : {std::pair{m_lower, question.lower_m},
                                     {m_upper, question.upper_m},
                                     {m_layer, question.layer_m},
                                     {m_cell, question.cell_m},
                                     {m_clearance, question.clearance_m},
                                     {m_windFrom, question.windFrom_deg},
                                     {m_wind, question.wind_mps},
                                     {m_speed, task.vehicle.speed_mps},
                                     {m_climb, task.vehicle.climb_mps},
                                     {m_descent, task.vehicle.descent_mps},
                                     {m_mass, task.vehicle.mass_kg},
                                     {m_power, task.vehicle.level_w},
                                     {m_weight, task.riskWeight.value_or(0)},
                                     {m_battery, task.budgets.energy_j.value_or(0) / wattHour_j},
                                     {m_longest, task.legs.longest_m}})
        box->setValue(value);
    m_objective->setCurrentIndex(task.objective == path::Objective::Length ? 0 : 1);
    m_budget->setText(task.budgets.risk ? QString::number(*task.budgets.risk, 'E', QLocale::FloatingPointShortest)
                                        : QString());
    m_legs->setValue(static_cast<int>(task.legs.most));
    m_departure->setText(
        QString::fromStdString(toRfc3339(task.departure)).replace(QStringLiteral(".000Z"), QStringLiteral("Z")));
    QStringList zones;
    for (const auto& zone : question.allowedZones)
        zones << QString::fromStdString(zone);
    m_allowed->setText(zones.join(u' '));
    m_unknown->setChecked(task.unknownAllowed);
    m_unknownRisk->setChecked(task.unknownRiskAllowed);
}

void PathForm::setPlaces(const std::vector<geo::LatLon>& places) {
    std::vector<paths::Place> all;
    for (const auto& place : places)
        all.push_back({place, m_height->value()});
    m_places->setPlainText(placesText(all));
}

std::vector<geo::LatLon> PathForm::places() const {
    std::vector<geo::LatLon> all;
    for (const auto& place : typedPlaces(m_places->toPlainText(), 0).value_or(std::vector<paths::Place>{}))
        all.push_back(place.place);
    return all;
}

void PathForm::setRiskBudget(double fatalities) {
    m_budget->setText(QString::number(fatalities, 'E', 3));
}

void PathForm::setSurroundings(paths::Surroundings surroundings) {
    m_surroundings->setCurrentIndex(surroundings == paths::Surroundings::Imported ? 0 : 1);
}

QJsonObject PathForm::state() const {
    QJsonObject state{{QStringLiteral("places"), m_places->toPlainText()},
                      {QStringLiteral("budget"), m_budget->text()},
                      {QStringLiteral("reference"), m_reference->currentIndex()},
                      {QStringLiteral("surroundings"), m_surroundings->currentIndex()},
                      {QStringLiteral("objective"), m_objective->currentIndex()},
                      {QStringLiteral("allowed"), m_allowed->text()}};
    for (const auto* box : findChildren<QDoubleSpinBox*>())
        state[box->objectName()] = box->value();
    return state;
}

void PathForm::restore(const QJsonObject& state) {
    if (state.isEmpty()) return;
    m_places->setPlainText(state[QStringLiteral("places")].toString());
    m_budget->setText(state[QStringLiteral("budget")].toString());
    m_reference->setCurrentIndex(std::clamp(state[QStringLiteral("reference")].toInt(), 0, 1));
    m_surroundings->setCurrentIndex(std::clamp(state[QStringLiteral("surroundings")].toInt(), 0, 1));
    m_objective->setCurrentIndex(std::clamp(state[QStringLiteral("objective")].toInt(), 0, 1));
    m_allowed->setText(state[QStringLiteral("allowed")].toString());
    for (auto* box : findChildren<QDoubleSpinBox*>())
        box->setValue(state[box->objectName()].toDouble(box->value()));
}

void PathForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::risk_path
