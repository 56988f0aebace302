#include "core/risk/ground/from_city.h"

#include <algorithm>
#include <format>
#include <map>

namespace haneul::risk::ground {

namespace {

std::string line(const Provenance& provenance) {
    std::string text = provenance.name + ", " + provenance.source;
    if (!provenance.date.empty()) text += ", " + provenance.date;
    return provenance.synthetic ? text + " (SYNTHETIC)" : text;
}

// What the classes of land use say about one place at one moment.
struct UseOfPlace {
    double mean_perKm2 = 0; // over the day
    double now_perKm2 = 0;
    std::optional<double> shelter;
};

UseOfPlace useOf(const city::LandUseHere& here, const Moment& moment, Explanation* out) {
    const auto shares = here.layer->sharesOf(here.cell);
    UseOfPlace use;
    double sheltered = 0;
    bool shelterKnown = true;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] <= 0) continue;
        const city::LandUseClass& one = here.layer->classes[i];
        const auto& weights = moment.day == DayType::Weekday ? one.weights.weekday : one.weights.weekend;
        const double weight = weightAt(weights, moment.timeOfDay_s);
        const double present = shares[i] * one.people_per_km2 * weight;
        use.mean_perKm2 += shares[i] * one.people_per_km2;
        use.now_perKm2 += present;
        if (one.sheltering)
            sheltered += present * city::shelteringFactor(*one.sheltering);
        else if (present > 0)
            shelterKnown = false;
        if (out != nullptr)
            out->input("land_use:" + one.name, "a·σ_c·w(t)", present, "1/km²",
                       std::format("land use: {:.2f} · {:g} /km² · {:.3f}", shares[i], one.people_per_km2, weight));
    }
    if (shelterKnown && use.now_perKm2 > 0) use.shelter = sheltered / use.now_perKm2;
    if (shelterKnown && use.now_perKm2 <= 0) use.shelter = 0; // nobody is there to be sheltered
    return use;
}

void explainDensity(double density, const char* formula, Explanation& out) {
    Step step{"density", "σ(t)", density, "1/km²", formula, {}};
    for (const Step& part : out.steps())
        if (part.id.starts_with("land_use:") || part.id == "population") step.from.push_back(part.id);
    out.add(std::move(step));
}

Residents residentsAt(const city::CityData& city, geo::LatLon point, const Moment& moment, Explanation* out) {
    Residents residents;
    const auto counted = city.densityAt(point);
    if (counted.people_per_km2 && out != nullptr)
        out->input("population", "σ", *counted.people_per_km2, "1/km²",
                   counted.from != nullptr ? "population: " + line(*counted.from) : "population");
    residents.people_perKm2 = counted.people_per_km2;
    const auto landUse = city.landUseAt(point);
    if (!landUse) {
        if (counted.people_per_km2 && out != nullptr)
            explainDensity(*counted.people_per_km2, "no land use here: the mean of the day stands for every hour",
                           *out);
        return residents;
    }
    const UseOfPlace use = useOf(*landUse, moment, out);
    residents.shelter = use.shelter;
    const char* formula = "4.4: σ(t) = Σ a_c·σ_c·w_c(t)";
    if (!counted.people_per_km2) {
        residents.people_perKm2 = use.now_perKm2;
    } else if (use.mean_perKm2 > 0) {
        residents.people_perKm2 = *counted.people_per_km2 * use.now_perKm2 / use.mean_perKm2;
        formula = "4.4: σ(t) = σ · Σ a_c·σ_c·w_c(t) / Σ a_c·σ_c";
    }
    if (out != nullptr) explainDensity(*residents.people_perKm2, formula, *out);
    return residents;
}

class Placer {
public:
    explicit Placer(const geo::LocalFrame& frame)
        : m_frame(frame) {}

    [[nodiscard]] Place_m place(geo::LatLon point) const {
        const auto enu = m_frame.toEnu(point, 0);
        return {enu.east, enu.north};
    }

    [[nodiscard]] std::vector<Place_m> places(const std::vector<geo::LatLon>& points) const {
        std::vector<Place_m> placed;
        placed.reserve(points.size());
        for (const geo::LatLon point : points)
            placed.push_back(place(point));
        return placed;
    }

    [[nodiscard]] PlacedAmenity amenity(const city::Amenity& amenity) const {
        PlacedAmenity placed;
        if (const auto* point = std::get_if<geo::LatLon>(&amenity.shape))
            placed.weekday.polygon = {place(*point)};
        else
            placed.weekday.polygon = places(std::get<geo::Polygon>(amenity.shape).outer);
        placed.weekday.scale_m = amenity.range_km * 1000;
        if (const auto* always = std::get_if<double>(&amenity.activity)) {
            placed.weekday.activity.fill(*always);
            placed.weekendActivity.fill(*always);
        } else {
            placed.weekday.activity = std::get<city::DayWeights>(amenity.activity).weekday;
            placed.weekendActivity = std::get<city::DayWeights>(amenity.activity).weekend;
        }
        return placed;
    }

    [[nodiscard]] PlacedBuilding building(const city::Building& building) const {
        return {place(city::centreOf(building.outline)), city::area_m2(building.outline), building.height_m,
                places(building.outline.outer)};
    }

private:
    const geo::LocalFrame& m_frame;
};

// The pieces of one name are one road; a piece without a name is one by itself.
std::vector<PlacedRoad> roadsOf(const std::vector<city::TrafficCounts>& layers, const Placer& placer) {
    std::vector<PlacedRoad> placed;
    for (const city::TrafficCounts& layer : layers) {
        std::map<std::string, double> lengths_km;
        for (const city::RoadPiece& piece : layer.pieces)
            lengths_km[piece.name] += city::length_m(piece.line) / 1000;
        for (const city::RoadPiece& piece : layer.pieces)
            placed.push_back({placer.places(piece.line),
                              piece.name.empty() ? city::length_m(piece.line) / 1000 : lengths_km[piece.name],
                              city::widthOf_m(piece), piece.vehicles_per_day, piece.speed_kmh});
    }
    return placed;
}

} // namespace

Place_m LocatedPicture::toPlace(geo::LatLon point) const {
    return Placer(frame).place(point);
}

geo::LatLon LocatedPicture::toLatLon(Place_m place) const {
    return frame.toLatLon({place.east, place.north, 0});
}

LocatedPicture pictureOf(const city::CityData& city, geo::LatLon centre, std::string revision) {
    const geo::LocalFrame frame(centre);
    const Placer placer(frame);
    const city::CityLayers& layers = city.layers();
    PictureParts parts{.revision = std::move(revision), .synthetic = city.synthetic()};
    for (const Provenance& provenance : city.provenances()) // layers of one origin are named once
        if (const std::string text = line(provenance); !std::ranges::contains(parts.provenance, text))
            parts.provenance.push_back(text);
    if (!layers.populationGrids.empty() || !layers.populationAreas.empty() || !layers.landUse.empty())
        parts.residents = [city, frame](Place_m place, const Moment& moment, Explanation* out) {
            return residentsAt(city, frame.toLatLon({place.east, place.north, 0}), moment, out);
        };
    if (!layers.amenities.empty()) {
        auto& amenities = parts.amenities.emplace();
        for (const city::Amenities& layer : layers.amenities)
            for (const city::Amenity& amenity : layer.amenities)
                amenities.push_back(placer.amenity(amenity));
    }
    if (!layers.traffic.empty()) parts.roads = roadsOf(layers.traffic, placer);
    if (!layers.buildings.empty()) {
        auto& buildings = parts.buildings.emplace();
        for (const city::Buildings& layer : layers.buildings)
            for (const city::Building& building : layer.buildings)
                buildings.push_back(placer.building(building));
    }
    return {frame, Picture(std::move(parts))};
}

} // namespace haneul::risk::ground
