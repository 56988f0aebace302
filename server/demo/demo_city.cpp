#include "server/demo/demo_city.h"

#include "server/demo/calls.h"

namespace haneul::demo {

Result<void> seeToDemoCity(city::CityService& service) {
    constexpr city::SyntheticCitySpec around{
        .centre = {37.5663, 126.9779}, .width_m = 4500, .height_m = 4500, .cell_m = 100, .seed = 2026};
    if (!service.state()->datasets.empty()) return {};
    Calls calls;
    service.addSynthetic(city::CityService::programItself(), around, calls.next<city::Dataset>());
    return calls.wait();
}

} // namespace haneul::demo
