#pragma once

#include "core/city/city_data.h"
#include "core/risk/ground/from_city.h"

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace haneul::ground_risk {

// What a study stands on.
enum class Ground {
    Imported,  // the layers that were imported
    Synthetic, // a made-up city around the place, marked so wherever it shows
};
[[nodiscard]] std::string_view toString(Ground ground); // "imported", "synthetic"
[[nodiscard]] std::optional<Ground> groundFromString(std::string_view name);

// One state of the imported layers.
struct CityState {
    city::CityData city;
    std::string revision; // another one after every change
};

// Called on any thread.
using ImportedCity = std::function<CityState()>;

using PicturePtr = std::shared_ptr<const risk::ground::LocatedPicture>;

// Cities in local metres, the last few kept: laying one out takes up to a second. Thread-safe.
class Grounds {
public:
    explicit Grounds(ImportedCity imported);

    // Good for places within some 20 km of `centre`. Codes: NO_GROUND_DATA (nothing was imported), and those of
    // city::syntheticCity.
    [[nodiscard]] Result<PicturePtr> around(geo::LatLon centre, double longerSide_m, Ground ground);

private:
    [[nodiscard]] PicturePtr kept(const std::string& key);
    PicturePtr keep(const std::string& key, risk::ground::LocatedPicture picture);

    ImportedCity m_imported;
    std::mutex m_mutex;
    std::list<std::pair<std::string, PicturePtr>> m_kept; // latest first
};

} // namespace haneul::ground_risk
