#include "server/ground_risk/grounds.h"

#include "core/city/synthetic_city.h"

#include <cmath>
#include <format>
#include <utility>

namespace haneul::ground_risk {

namespace {

constexpr std::size_t mostKept = 4;
constexpr double frameStep_deg = 0.2; // a frame is good for some 50 km
constexpr double cityStep_deg = 0.02; // neighbouring places stand in the same made-up city
constexpr double smallCity_m = 10'000;

geo::LatLon rounded(geo::LatLon point, double step_deg) {
    return {std::clamp(std::round(point.latitude_deg / step_deg) * step_deg, -89.9, 89.9),
            std::clamp(std::round(point.longitude_deg / step_deg) * step_deg, -179.9, 179.9)};
}

} // namespace

std::string_view toString(Ground ground) {
    return ground == Ground::Imported ? "imported" : "synthetic";
}

std::optional<Ground> groundFromString(std::string_view name) {
    if (name == "imported") return Ground::Imported;
    if (name == "synthetic") return Ground::Synthetic;
    return std::nullopt;
}

Grounds::Grounds(ImportedCity imported)
    : m_imported(std::move(imported)) {}

Result<PicturePtr> Grounds::around(geo::LatLon centre, double longerSide_m, Ground ground) {
    if (ground == Ground::Imported) {
        const CityState state = m_imported ? m_imported() : CityState{};
        if (state.city.empty())
            return fail("NO_GROUND_DATA",
                        "no layer of population, traffic, buildings or amenities was imported; import one, or ask for "
                        "the synthetic city",
                        "ground");
        const geo::LatLon origin = rounded(centre, frameStep_deg);
        const std::string key =
            std::format("imported {} {} {}", state.revision, origin.latitude_deg, origin.longitude_deg);
        if (auto picture = kept(key)) return picture;
        return keep(key, risk::ground::pictureOf(state.city, origin, key));
    }
    const geo::LatLon middle = rounded(centre, cityStep_deg);
    const double side_m = longerSide_m > 0.7 * smallCity_m ? city::greatestSyntheticSide_m : smallCity_m;
    const std::string key = std::format("synthetic {} {} {}", middle.latitude_deg, middle.longitude_deg, side_m);
    if (auto picture = kept(key)) return picture;
    auto layers = city::syntheticCity({.centre = middle, .width_m = side_m, .height_m = side_m});
    if (!layers) return std::unexpected(layers.error());
    return keep(key, risk::ground::pictureOf(city::CityData(*std::move(layers)), middle, key));
}

PicturePtr Grounds::kept(const std::string& key) {
    const std::scoped_lock lock(m_mutex);
    for (auto one = m_kept.begin(); one != m_kept.end(); ++one) {
        if (one->first != key) continue;
        m_kept.splice(m_kept.begin(), m_kept, one);
        return m_kept.front().second;
    }
    return nullptr;
}

PicturePtr Grounds::keep(const std::string& key, risk::ground::LocatedPicture picture) {
    auto made = std::make_shared<const risk::ground::LocatedPicture>(std::move(picture));
    const std::scoped_lock lock(m_mutex);
    m_kept.emplace_front(key, made);
    if (m_kept.size() > mostKept) m_kept.pop_back();
    return made;
}

} // namespace haneul::ground_risk
