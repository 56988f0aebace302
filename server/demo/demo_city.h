#pragma once

#include "server/city/city_service.h"

namespace haneul::demo {

// A synthetic city over the middle of Seoul, where no dataset of the ground is known yet. Waits for the service. Codes:
// those of the service.
[[nodiscard]] Result<void> seeToDemoCity(city::CityService& service);

} // namespace haneul::demo
