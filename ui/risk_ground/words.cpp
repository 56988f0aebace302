#include "ui/risk_ground/words.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <utility>

namespace haneul::risk_ground {

using risk::ground::BuildingAdvice;
using risk::ground::Model;
using risk::ground::Unit;

namespace {

constexpr auto context = "haneul::risk_ground::Words";

QString translated(const char* text) {
    return QCoreApplication::translate(context, text);
}

struct Named {
    const char* id;
    const char* text;
};

constexpr std::array steps{
    Named{"density", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Population density now")},
    Named{"population", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Population density, mean of the day")},
    Named{"people_scale", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Scale that keeps the number of people")},
    Named{"shelter", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Sheltering factor")},
    Named{"amenity_distance", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Distance to the amenity")},
    Named{"amenity_scale", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Length over which it draws")},
    Named{"amenity_activity", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Activity of the amenity")},
    Named{"amenity_floor", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Least amenity factor")},
    Named{"amenity_factor", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Amenity factor")},
    Named{"mass", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Mass")},
    Named{"hit_area", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Hit area of the drone")},
    Named{"drag", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Drag coefficient")},
    Named{"air_density", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Air density")},
    Named{"height", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Flight height above ground")},
    Named{"drag_constant", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Drag constant")},
    Named{"impact_speed", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Impact speed")},
    Named{"impact_energy", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Impact energy")},
    Named{"half_energy", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Energy that kills every second")},
    Named{"threshold_energy", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Threshold energy")},
    Named{"fatality_rate", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Fatality rate")},
    Named{"people_hit", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "People hit per crash")},
    Named{"crash_rate", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Crash rate")},
    Named{"people_risk", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Risk to people")},
    Named{"vehicles", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Vehicles on the road")},
    Named{"road_length", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Road length in the cell")},
    Named{"road_area", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Road area")},
    Named{"car_area", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Area of a vehicle")},
    Named{"vehicle_density", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Vehicle density")},
    Named{"vehicles_hit", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Vehicles hit per crash")},
    Named{"deaths", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Deaths per accident")},
    Named{"traffic_risk", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Risk to traffic")},
    Named{"building_distance", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Distance to the nearest centre")},
    Named{"area_sigma", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Deviation of position")},
    Named{"building_cost", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Building cost")},
    Named{"height_mu", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Mean of ln(height)")},
    Named{"height_sigma", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Deviation of ln(height)")},
    Named{"median_height", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Median building height")},
    Named{"height_density", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Density of heights")},
    Named{"horizontal_error", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Horizontal navigation error")},
    Named{"vertical_error", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Vertical navigation error")},
    Named{"buildings_near", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Buildings within reach")},
    Named{"building_height",
          QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Height of the building that counts most")},
    Named{"building_footprint",
          QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Footprint of the building that counts most")},
    Named{"greatest_chance", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Chance to meet that building")},
    Named{"cover", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Share built over")},
    Named{"weight_people", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Weight of people")},
    Named{"weight_traffic", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Weight of traffic")},
    Named{"weight_buildings", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Weight of buildings")},
    Named{"weighted_sum", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Weighted sum")},
};

constexpr std::array refusals{
    Named{"NO_GROUND_DATA", QT_TRANSLATE_NOOP("haneul::risk_ground::Words",
                                              "Nothing is known of the ground: import layers of population, traffic, "
                                              "buildings or amenities, or choose the synthetic city.")},
    Named{"BAD_AREA", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "The area cannot be used.")},
    Named{"BAD_GRID", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "The cells cannot be used.")},
    Named{"INVALID_ARGUMENT", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "A value is out of its range.")},
    Named{"WEIGHT_NOT_STATED",
          QT_TRANSLATE_NOOP("haneul::risk_ground::Words",
                            "Costs of different kinds are added only with a stated weight for each.")},
    Named{"NO_MODEL", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "The sum names no model to add.")},
    Named{"NO_HEIGHTS",
          QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "The heights of fewer than two buildings are known.")},
    Named{"CANCELLED", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Stopped.")},
    Named{"FORBIDDEN", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Your role does not allow this.")},
    Named{"NO_STUDIES", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "No studies are kept here.")},
    Named{"BAD_NAME", QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Give the study a name of at most 200 bytes.")},
    Named{"STALE_REVISION",
          QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Somebody else has saved this study meanwhile.")},
};

} // namespace

QString modelName(Model model) {
    switch (model) {
    case Model::PeopleUniform:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "People, uniform (eq. 2)"));
    case Model::PeopleAmenity:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "People, nearest amenity (eq. 3)"));
    case Model::PeopleAmenityArea:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "People, amenity areas with hours"));
    case Model::TrafficRoad:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Traffic, road area (eq. 8)"));
    case Model::TrafficAmenity:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Traffic, nearest amenity (eq. 9)"));
    case Model::BuildingArea:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Buildings, area type (eq. 10)"));
    case Model::BuildingHeight:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Buildings, height type (eq. 12)"));
    case Model::BuildingCombined:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Buildings, area and height"));
    case Model::BuildingCover:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Buildings, cover and heights"));
    case Model::Sum:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Weighted sum"));
    }
    return {};
}

QString unitText(Unit unit) {
    switch (unit) {
    case Unit::FatalitiesPerFlightHour:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "fatalities per flight hour"));
    case Unit::PerMetre:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "density per metre"));
    case Unit::Chance:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "chance to meet a building"));
    case Unit::Weighted:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "weighted sum"));
    }
    return {};
}

QString stepName(const risk::ground::Step& step) {
    constexpr std::string_view landUse = "land_use:";
    if (step.id.starts_with(landUse))
        return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "Land use: %1"))
            .arg(QString::fromStdString(step.id.substr(landUse.size())));
    for (const Named& named : steps)
        if (step.id == named.id) return translated(named.text);
    return QString::fromStdString(step.id);
}

QString adviceText(BuildingAdvice advice) {
    switch (advice) {
    case BuildingAdvice::AreaType:
        return translated(QT_TRANSLATE_NOOP(
            "haneul::risk_ground::Words",
            "Buildings: a small area with known centres, for which the area type fits. Heights are not known: flying "
            "over a building counts as flying into it."));
    case BuildingAdvice::AreaAndHeight:
        return translated(
            QT_TRANSLATE_NOOP("haneul::risk_ground::Words",
                              "Buildings: a small area with known centres, for which the area type fits. Footprints "
                              "and heights are known "
                              "too: area and height together tell wide low buildings from narrow tall ones."));
    case BuildingAdvice::HeightType:
        return translated(QT_TRANSLATE_NOOP(
            "haneul::risk_ground::Words",
            "Buildings: a large area, for which the height type fits. It needs only the spread of heights; single "
            "buildings are smaller than what this map shows."));
    case BuildingAdvice::HeightTypeOnly:
        return translated(QT_TRANSLATE_NOOP(
            "haneul::risk_ground::Words",
            "Buildings: a small area, for which the area type would fit, but no centres are known. The height type "
            "with the spread of the surroundings is what can be said."));
    }
    return {};
}

QString refusalText(const Error& error) {
    const QString detail = QString::fromStdString(error.message);
    for (const Named& named : refusals)
        if (error.code == named.id) {
            const bool plain = error.code == "INVALID_ARGUMENT" || error.code == "BAD_AREA" || error.code == "BAD_GRID";
            return plain ? QString(translated(named.text) % u' ' % detail) : translated(named.text);
        }
    return QString(QString::fromStdString(error.code) % QStringLiteral(": ") % detail);
}

QString notJudgedText() {
    return translated(QT_TRANSLATE_NOOP("haneul::risk_ground::Words", "not judged"));
}

QString numberText(std::optional<double> value) {
    if (!value) return notJudgedText();
    if (*value == 0) return QStringLiteral("0");
    const double size = std::abs(*value);
    if (size >= 1e-3 && size < 1e6) return QString::number(*value, 'g', size >= 1e3 ? 6 : 4);
    return QString::number(*value, 'E', 2);
}

} // namespace haneul::risk_ground
