#pragma once

#include "core/city/city_data.h"
#include "core/geo/local_frame.h"
#include "core/risk/ground/picture.h"

namespace haneul::risk::ground {

// A city in the metres of one local frame.
struct LocatedPicture {
    geo::LocalFrame frame;
    Picture picture;

    [[nodiscard]] Place_m toPlace(geo::LatLon point) const;
    [[nodiscard]] geo::LatLon toLatLon(Place_m place) const;
};

// People of a cell: the population layer where it knows, spread over the day by the land use where that knows; where
// only land use is known its own densities. Without land use the mean of the day stands for every hour. Shelter is the
// mean over those who are there. `revision` tells one state of the data from the next. Good within some 50 km of
// `centre`.
[[nodiscard]] LocatedPicture pictureOf(const city::CityData& city, geo::LatLon centre, std::string revision);

} // namespace haneul::risk::ground
