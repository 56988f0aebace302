#include "core/airspace/zone_index.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <map>

namespace haneul::airspace {

namespace {

namespace bg = boost::geometry;
using Corner = bg::model::d2::point_xy<double>;
using Rectangle = bg::model::box<Corner>;
using geo::Judgement;

struct LayerKey {
    std::size_t zone = 0;
    std::size_t layer = 0;

    auto operator<=>(const LayerKey&) const = default;
};

using Entry = std::pair<Rectangle, LayerKey>;

constexpr double margin_deg = 1e-6; // 0.1 m: an edge belongs to the area whatever the rounding

// In degrees; one that lies over the antimeridian becomes two.
std::vector<Rectangle> rectanglesOf(const geo::Box& box) {
    const double south = box.south_deg - margin_deg;
    const double north = box.north_deg + margin_deg;
    const double west = box.west_deg - margin_deg;
    const double east = box.east_deg + margin_deg;
    if (box.west_deg > box.east_deg)
        return {Rectangle({west, south}, {180 + margin_deg, north}),
                Rectangle({-180 - margin_deg, south}, {east, north})};
    std::vector<Rectangle> rectangles{Rectangle({west, south}, {east, north})};
    if (west < -180) rectangles.push_back(Rectangle({180 - margin_deg, south}, {180 + margin_deg, north}));
    if (east > 180) rectangles.push_back(Rectangle({-180 - margin_deg, south}, {-180 + margin_deg, north}));
    return rectangles;
}

// The more certain answer of a zone's layers stands.
void keep(std::map<std::size_t, ZoneHit>& hits, ZoneHit hit) {
    const auto [place, fresh] = hits.try_emplace(hit.zone, hit);
    if (!fresh && place->second.answer == Judgement::Unknown && hit.answer == Judgement::Yes)
        place->second = std::move(hit);
}

std::vector<ZoneHit> listOf(std::map<std::size_t, ZoneHit>&& hits) {
    std::vector<ZoneHit> list;
    list.reserve(hits.size());
    for (auto& [zone, hit] : hits)
        list.push_back(std::move(hit));
    return list;
}

} // namespace

struct ZoneIndex::Tree {
    std::vector<Zone> zones;
    bg::index::rtree<Entry, bg::index::rstar<16>> boxes;

    [[nodiscard]] std::vector<LayerKey> layersNear(const geo::Box& box) const {
        std::vector<LayerKey> keys;
        for (const Rectangle& rectangle : rectanglesOf(box))
            for (auto found = boxes.qbegin(bg::index::intersects(rectangle)); found != boxes.qend(); ++found)
                keys.push_back(found->second);
        std::ranges::sort(keys);
        keys.erase(std::ranges::unique(keys).begin(), keys.end());
        return keys;
    }

    // The answer of one layer that is met on the ground: in height, then in time.
    [[nodiscard]] std::optional<ZoneHit> hitOf(LayerKey key, const geo::Volume4D& volume, geo::Judged height) const {
        if (height.answer == Judgement::No) return std::nullopt;
        Activity activity = activityOf(zones[key.zone], volume.from, volume.to);
        if (activity.judged.answer == Judgement::No) return std::nullopt;
        ZoneHit hit{key.zone, key.layer, Judgement::Yes, {}, std::move(activity.windows)};
        for (const geo::Judged* const judged : {&height, &activity.judged})
            if (judged->answer == Judgement::Unknown) {
                hit.answer = Judgement::Unknown;
                hit.why += hit.why.empty() ? judged->why : "; " + judged->why;
            }
        return hit;
    }
};

ZoneIndex::ZoneIndex()
    : m_tree(std::make_shared<const Tree>()) {}

ZoneIndex::ZoneIndex(std::vector<Zone> zones) {
    std::vector<Entry> entries;
    for (std::size_t zone = 0; zone < zones.size(); ++zone)
        for (std::size_t layer = 0; layer < zones[zone].layers.size(); ++layer)
            for (const Rectangle& rectangle : rectanglesOf(geo::boxOf(zones[zone].layers[layer].area)))
                entries.emplace_back(rectangle, LayerKey{zone, layer});
    auto tree = std::make_shared<Tree>();
    tree->zones = std::move(zones);
    tree->boxes = bg::index::rtree<Entry, bg::index::rstar<16>>(entries);
    m_tree = std::move(tree);
}

const std::vector<Zone>& ZoneIndex::zones() const {
    return m_tree->zones;
}

std::vector<ZoneHit> ZoneIndex::zonesAt(geo::LatLon point, std::optional<geo::VerticalLimit> height, UtcMs time,
                                        const geo::Surroundings& surroundings) const {
    if (!point.valid()) return {};
    // Heights over the ground just around the point; a millimetre, so that the limits belong to the zone.
    geo::Volume4D here{geo::Circle{point, 1.0}, {}, {}, time, time + milliseconds(1)};
    if (height) {
        here.lower = geo::VerticalLimit{height->metres - 0.001, height->reference};
        here.upper = geo::VerticalLimit{height->metres + 0.001, height->reference};
    }
    std::map<std::size_t, ZoneHit> hits;
    for (const LayerKey key :
         m_tree->layersNear({point.latitude_deg, point.longitude_deg, point.latitude_deg, point.longitude_deg})) {
        const Layer& layer = m_tree->zones[key.zone].layers[key.layer];
        if (!geo::contains(layer.area, point)) continue;
        // The zone's own ground may end at the point: its limits hold there all the same.
        const geo::Volume4D volume{here.area, layer.lower, layer.upper, {}, {}};
        if (auto hit = m_tree->hitOf(key, here, geo::heightsOverlap(volume, here, surroundings)))
            keep(hits, std::move(*hit));
    }
    return listOf(std::move(hits));
}

std::vector<ZoneHit> ZoneIndex::zonesIn(const geo::Volume4D& volume, const geo::Surroundings& surroundings) const {
    std::map<std::size_t, ZoneHit> hits;
    for (const LayerKey key : m_tree->layersNear(geo::boxOf(volume.area))) {
        const Layer& layer = m_tree->zones[key.zone].layers[key.layer];
        if (!geo::overlap(layer.area, volume.area)) continue;
        const geo::Volume4D own{layer.area, layer.lower, layer.upper, {}, {}};
        if (auto hit = m_tree->hitOf(key, volume, geo::heightsOverlap(own, volume, surroundings)))
            keep(hits, std::move(*hit));
    }
    return listOf(std::move(hits));
}

std::vector<std::size_t> ZoneIndex::zonesNear(const geo::Box& box) const {
    std::vector<std::size_t> numbers;
    for (const LayerKey key : m_tree->layersNear(box))
        if (numbers.empty() || numbers.back() != key.zone) numbers.push_back(key.zone);
    return numbers;
}

} // namespace haneul::airspace
