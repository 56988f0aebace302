#include "ui/risk_ground/ground_form.h"

#include "ui/risk_ground/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::risk_ground {

using ground_risk::Comparison;
using ground_risk::Ground;
using ground_risk::Question;
using risk::ground::HeightReading;
using risk::ground::Model;

namespace {

constexpr double dayHour = 14, nightHour = 3;
constexpr double cellsAcross = 60; // the paper's
constexpr double notStated = -1;   // of a weight: the lowest value of its field, shown in words

QDoubleSpinBox* spin(QWidget* parent, const char* name, double least, double most, int decimals) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1StringView(name));
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

QComboBox* choice(QWidget* parent, const char* name) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    return box;
}

// Words anew, the choice as it was.
void fill(QComboBox& box, const std::vector<std::pair<QString, QVariant>>& items) {
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    for (const auto& [text, data] : items)
        box.addItem(text, data);
    const int at = box.findData(chosen);
    box.setCurrentIndex(std::max(0, at));
}

void choose(QComboBox& box, const QVariant& data) {
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

std::optional<Model> optionalModel(const QComboBox& box) {
    const int chosen = box.currentData().toInt();
    return chosen < 0 ? std::nullopt : std::optional(static_cast<Model>(chosen));
}

std::optional<double> weightOf(const QDoubleSpinBox& box) {
    return box.value() < 0 ? std::nullopt : std::optional(box.value());
}

int numberOf(const std::optional<Model>& model) {
    return model ? static_cast<int>(*model) : -1;
}

QString originText(risk::ground::Origin origin) {
    switch (origin) {
    case risk::ground::Origin::AsPrinted:
        return GroundForm::tr("as printed");
    case risk::ground::Origin::Literature:
        return GroundForm::tr("literature");
    case risk::ground::Origin::DataSheet:
        return GroundForm::tr("data sheet");
    case risk::ground::Origin::Assumption:
        return GroundForm::tr("assumption");
    case risk::ground::Origin::OwnData:
        return GroundForm::tr("own data");
    }
    return {};
}

// Every number with where it comes from.
QString sourceText(const risk::ground::Vehicle& vehicle) {
    const auto line = [](const QString& what, const risk::ground::Sourced& source) {
        return QString(what % QStringLiteral(" – ") % originText(source.origin) % QStringLiteral(": ") %
                       QString::fromStdString(source.words));
    };
    return QStringList{
        line(GroundForm::tr("Mass %1 kg").arg(vehicle.body.mass_kg), vehicle.mass),
        line(GroundForm::tr("Hit area %1 m²").arg(vehicle.body.hitArea_m2), vehicle.hitArea),
        line(GroundForm::tr("Drag %1").arg(vehicle.body.dragCoefficient), vehicle.drag),
        line(GroundForm::tr("Crash rate %1 per hour").arg(vehicle.crashRate_perHour, 0, 'E', 2), vehicle.crashRate)}
        .join(u'\n');
}

enum class Heights {
    LogSd,
    Moments,
    MeanLog,
    OfData,
};

} // namespace

GroundForm::GroundForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_ofMap(new QPushButton(this))
    , m_latitude(spin(this, "riskLatitude", -90, 90, 5))
    , m_longitude(spin(this, "riskLongitude", -180, 180, 5))
    , m_width(spin(this, "riskWidth", 10, ground_risk::greatestSide_m, 0))
    , m_height(spin(this, "riskHeight", 10, ground_risk::greatestSide_m, 0))
    , m_cell(spin(this, "riskCell", risk::ground::leastCell_m, 10'000, 0))
    , m_ground(choice(this, "riskGround"))
    , m_vehicle(choice(this, "riskVehicle"))
    , m_vehicleSource(new QLabel(this))
    , m_flightHeight(spin(this, "riskFlightHeight", 0, 1000, 0))
    , m_dayType(choice(this, "riskDayType"))
    , m_hour(spin(this, "riskHour", 0, 24, 2))
    , m_day(new QPushButton(this))
    , m_night(new QPushButton(this))
    , m_conserve(new QCheckBox(this))
    , m_shelter(choice(this, "riskShelter"))
    , m_heights(choice(this, "riskHeights"))
    , m_modelA(choice(this, "riskModelA"))
    , m_modelB(choice(this, "riskModelB"))
    , m_sum(new QGroupBox(this))
    , m_sumRows(new QFormLayout(m_sum))
    , m_sumPeople(choice(m_sum, "sumPeople"))
    , m_sumTraffic(choice(m_sum, "sumTraffic"))
    , m_sumBuilding(choice(m_sum, "sumBuilding"))
    , m_weightPeople(spin(m_sum, "weightPeople", notStated, 1e6, 9))
    , m_weightTraffic(spin(m_sum, "weightTraffic", notStated, 1e6, 9))
    , m_weightBuildings(spin(m_sum, "weightBuildings", notStated, 1e6, 9)) {
    m_asked.a.settings = risk::ground::printedSettings(Model::PeopleUniform);
    m_asked.b.settings = risk::ground::printedSettings(Model::PeopleAmenityArea);
    m_asked.a.area.centre = m_asked.b.area.centre = {37.5665, 126.978};
    build();
    word();
    setAsked(m_asked);
}

void GroundForm::build() {
    setObjectName(QStringLiteral("groundForm"));
    m_ofMap->setObjectName(QStringLiteral("riskAreaOfMap"));
    m_day->setObjectName(QStringLiteral("riskDay"));
    m_night->setObjectName(QStringLiteral("riskNight"));
    m_conserve->setObjectName(QStringLiteral("riskConserve"));
    m_vehicleSource->setObjectName(QStringLiteral("riskVehicleSource"));
    m_vehicleSource->setWordWrap(true);
    m_vehicleSource->setTextFormat(Qt::PlainText);
    m_sum->setObjectName(QStringLiteral("riskSum"));
    for (QDoubleSpinBox* weight : {m_weightPeople, m_weightTraffic, m_weightBuildings})
        weight->setValue(notStated);
    for (QDoubleSpinBox* metres : {m_width, m_height, m_cell, m_flightHeight})
        metres->setSuffix(QStringLiteral(" m"));
    auto* hours = new QWidget(this);
    auto* row = new QHBoxLayout(hours);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_hour, 1);
    row->addWidget(m_day);
    row->addWidget(m_night);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    const auto add = [](QFormLayout& rows, std::initializer_list<QWidget*> fields) {
        for (QWidget* field : fields) {
            auto* label = new QLabel(rows.parentWidget());
            label->setBuddy(field);
            rows.addRow(label, field);
        }
    };
    add(*m_rows, {m_modelA, m_modelB});
    m_rows->addRow(m_sum);
    m_rows->addRow(m_ofMap);
    add(*m_rows, {m_latitude, m_longitude, m_width, m_height, m_cell, m_ground, m_vehicle});
    m_rows->addRow(m_vehicleSource);
    add(*m_rows, {m_flightHeight, m_dayType, hours});
    m_rows->addRow(m_conserve);
    add(*m_rows, {m_shelter, m_heights});
    add(*m_sumRows, {m_sumPeople, m_weightPeople, m_sumTraffic, m_weightTraffic, m_sumBuilding, m_weightBuildings});
    connect(m_ofMap, &QPushButton::clicked, this, &GroundForm::areaOfMapWanted);
    connect(m_day, &QPushButton::clicked, this, [this] { setHour(dayHour); });
    connect(m_night, &QPushButton::clicked, this, [this] { setHour(nightHour); });
    for (QComboBox* box : {m_modelA, m_modelB, m_vehicle})
        connect(box, &QComboBox::currentIndexChanged, this, &GroundForm::follow);
}

void GroundForm::setHour(double hour) {
    m_hour->setValue(hour);
}

void GroundForm::fillModels(QComboBox& box) const {
    std::vector<std::pair<QString, QVariant>> items;
    for (const Model model : risk::ground::allModels)
        items.emplace_back(modelName(model), static_cast<int>(model));
    fill(box, items);
}

void GroundForm::word() {
    const auto label = [this](QWidget* field, const QString& text) {
        if (auto* before = qobject_cast<QLabel*>(m_rows->labelForField(field))) before->setText(text);
        field->setAccessibleName(text);
    };
    label(m_modelA, tr("Model A"));
    label(m_modelB, tr("Model B"));
    m_ofMap->setText(tr("Area of the map view"));
    label(m_latitude, tr("Centre, latitude"));
    label(m_longitude, tr("Centre, longitude"));
    label(m_width, tr("Width"));
    label(m_height, tr("Height"));
    label(m_cell, tr("Cell"));
    label(m_ground, tr("Ground data"));
    label(m_vehicle, tr("Drone"));
    label(m_flightHeight, tr("Flight height AGL"));
    label(m_dayType, tr("Day"));
    label(m_hour->parentWidget(), tr("Local hour"));
    m_hour->setAccessibleName(tr("Local hour"));
    m_day->setText(tr("Day"));
    m_night->setText(tr("Night"));
    m_conserve->setText(tr("Keep the number of people"));
    m_conserve->setToolTip(tr("Scales the densities so that as many people are in the area as at noon of a weekday."));
    label(m_shelter, tr("Shelter where unknown"));
    label(m_heights, tr("Building heights"));
    m_sum->setTitle(tr("Weighted sum"));
    const auto sumLabel = [this](QWidget* field, const QString& text) {
        if (auto* before = qobject_cast<QLabel*>(m_sumRows->labelForField(field))) before->setText(text);
        field->setAccessibleName(text);
    };
    sumLabel(m_sumPeople, tr("People"));
    sumLabel(m_sumTraffic, tr("Traffic"));
    sumLabel(m_sumBuilding, tr("Buildings"));
    for (QDoubleSpinBox* weight : {m_weightPeople, m_weightTraffic, m_weightBuildings}) {
        sumLabel(weight, tr("Weight"));
        weight->setSpecialValueText(tr("not stated"));
    }
    fillModels(*m_modelA);
    fillModels(*m_modelB);
    const auto none = std::pair{tr("none"), QVariant(-1)};
    const auto models = [&](QComboBox& box, std::initializer_list<Model> list) {
        std::vector<std::pair<QString, QVariant>> items{none};
        for (const Model model : list)
            items.emplace_back(modelName(model), static_cast<int>(model));
        fill(box, items);
    };
    models(*m_sumPeople, {Model::PeopleUniform, Model::PeopleAmenity, Model::PeopleAmenityArea});
    models(*m_sumTraffic, {Model::TrafficRoad, Model::TrafficAmenity});
    models(*m_sumBuilding, {Model::BuildingArea, Model::BuildingHeight, Model::BuildingCombined, Model::BuildingCover});
    fill(*m_ground, {{tr("Imported layers"), static_cast<int>(Ground::Imported)},
                     {tr("Synthetic city (made up)"), static_cast<int>(Ground::Synthetic)}});
    std::vector<std::pair<QString, QVariant>> vehicles;
    for (const auto& vehicle : risk::ground::vehicles())
        vehicles.emplace_back(QString::fromStdString(vehicle.name), QString::fromStdString(vehicle.id));
    fill(*m_vehicle, vehicles);
    fill(*m_dayType, {{tr("Monday to Friday"), 0}, {tr("Weekend"), 1}});
    fill(*m_shelter, {{tr("not judged"), -1.0},
                      {tr("none (0)"), 0.0},
                      {tr("trees (0.25)"), 0.25},
                      {tr("low-rise (0.5)"), 0.5},
                      {tr("high-rise (0.75)"), 0.75},
                      {tr("industrial (1)"), 1.0}});
    fill(*m_heights, {{tr("8.42 m, 1.347 as log_sd"), static_cast<int>(Heights::LogSd)},
                      {tr("8.42 m, 1.347 as moments"), static_cast<int>(Heights::Moments)},
                      {tr("8.42 m, 1.347 as mean_log"), static_cast<int>(Heights::MeanLog)},
                      {tr("from the building layer"), static_cast<int>(Heights::OfData)}});
    follow();
}

void GroundForm::follow() {
    const int sum = static_cast<int>(Model::Sum);
    m_sum->setVisible(m_modelA->currentData().toInt() == sum || m_modelB->currentData().toInt() == sum);
    const auto* vehicle = risk::ground::vehicleOf(m_vehicle->currentData().toString().toStdString());
    m_vehicleSource->setText(vehicle != nullptr ? sourceText(*vehicle) : QString());
}

Comparison GroundForm::asked() const {
    Comparison asked = m_asked;
    for (auto [question, model] : {std::pair{&asked.a, m_modelA}, {&asked.b, m_modelB}}) {
        question->area = {
            {m_latitude->value(), m_longitude->value()}, m_width->value(), m_height->value(), m_cell->value()};
        question->ground = static_cast<Ground>(m_ground->currentData().toInt());
        question->conservePeople = m_conserve->isChecked();
        auto& settings = question->settings;
        settings.model = static_cast<Model>(model->currentData().toInt());
        const auto* vehicle = risk::ground::vehicleOf(m_vehicle->currentData().toString().toStdString());
        if (vehicle != nullptr) settings.vehicle = *vehicle;
        settings.height_m = m_flightHeight->value();
        settings.moment = {m_dayType->currentData().toInt() == 0 ? risk::ground::DayType::Weekday
                                                                 : risk::ground::DayType::Weekend,
                           m_hour->value() * 3600};
        settings.peopleScale = 1;
        const double shelter = m_shelter->currentData().toDouble();
        settings.shelterWhereUnknown = shelter < 0 ? std::nullopt : std::optional(shelter);
        const auto heights = static_cast<Heights>(m_heights->currentData().toInt());
        question->heightsOfData = heights == Heights::OfData;
        const auto reading = heights == Heights::Moments   ? HeightReading::Moments
                             : heights == Heights::MeanLog ? HeightReading::MeanLog
                                                           : HeightReading::LogSd;
        if (const auto spread = risk::ground::heightSpread(risk::ground::printedMeanHeight_m,
                                                           risk::ground::printedHeightDeviation, reading)) {
            settings.heights = *spread;
            settings.heightsSource =
                "as_printed: mean 8.42 m, deviation 1.347, read as " + std::string(risk::ground::toString(reading));
        }
        settings.sum = {optionalModel(*m_sumPeople),
                        optionalModel(*m_sumTraffic),
                        optionalModel(*m_sumBuilding),
                        {weightOf(*m_weightPeople), weightOf(*m_weightTraffic), weightOf(*m_weightBuildings)}};
    }
    return asked;
}

void GroundForm::setAsked(const Comparison& asked) {
    m_asked = asked;
    const Question& a = asked.a;
    m_latitude->setValue(a.area.centre.latitude_deg);
    m_longitude->setValue(a.area.centre.longitude_deg);
    m_width->setValue(a.area.width_m);
    m_height->setValue(a.area.height_m);
    m_cell->setValue(a.area.cell_m);
    choose(*m_ground, static_cast<int>(a.ground));
    choose(*m_vehicle, QString::fromStdString(a.settings.vehicle.id));
    m_flightHeight->setValue(a.settings.height_m);
    choose(*m_dayType, a.settings.moment.day == risk::ground::DayType::Weekday ? 0 : 1);
    m_hour->setValue(a.settings.moment.timeOfDay_s / 3600);
    m_conserve->setChecked(a.conservePeople);
    choose(*m_shelter, a.settings.shelterWhereUnknown.value_or(-1));
    const auto is = [&](HeightReading reading) {
        const auto spread = risk::ground::heightSpread(risk::ground::printedMeanHeight_m,
                                                       risk::ground::printedHeightDeviation, reading);
        return spread && *spread == a.settings.heights;
    };
    choose(*m_heights, static_cast<int>(a.heightsOfData              ? Heights::OfData
                                        : is(HeightReading::Moments) ? Heights::Moments
                                        : is(HeightReading::MeanLog) ? Heights::MeanLog
                                                                     : Heights::LogSd));
    choose(*m_modelA, static_cast<int>(a.settings.model));
    choose(*m_modelB, static_cast<int>(asked.b.settings.model));
    const auto& sum = a.settings.sum;
    choose(*m_sumPeople, numberOf(sum.people));
    choose(*m_sumTraffic, numberOf(sum.traffic));
    choose(*m_sumBuilding, numberOf(sum.building));
    m_weightPeople->setValue(sum.weights.people.value_or(notStated));
    m_weightTraffic->setValue(sum.weights.traffic.value_or(notStated));
    m_weightBuildings->setValue(sum.weights.buildings.value_or(notStated));
    follow();
}

void GroundForm::setArea(geo::LatLon centre, double width_m, double height_m) {
    m_latitude->setValue(centre.latitude_deg);
    m_longitude->setValue(centre.longitude_deg);
    m_width->setValue(width_m);
    m_height->setValue(height_m);
    m_cell->setValue(std::max(1.0, std::round(std::max(width_m, height_m) / cellsAcross)));
}

void GroundForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) word();
    QWidget::changeEvent(event);
}

} // namespace haneul::risk_ground
