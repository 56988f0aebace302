#include "core/risk/ground/vehicles.h"

#include <algorithm>
#include <array>

namespace haneul::risk::ground {

namespace {

Sourced printed() {
    return {Origin::AsPrinted, "Kim et al. 2024, reference vehicle"};
}

Sourced sheet(std::string words) {
    return {Origin::DataSheet, std::move(words)};
}

Sourced assumed(std::string words) {
    return {Origin::Assumption, std::move(words)};
}

Sourced sameRate() {
    return assumed("no failure statistics published: the rate of the paper's Phantom 4");
}

// A tumbling body shows about half of the rectangle around it.
Sourced frontal(std::string words) {
    return assumed("half of the rectangle around the unfolded airframe, " + std::move(words));
}

Sourced bluffDrag() {
    return assumed("tumbling bluff body of a multirotor, 0.9");
}

std::array<Vehicle, 6> makeLibrary() {
    return {
        Vehicle{.id = "phantom-4",
                .name = "DJI Phantom 4",
                .body = {1.38, 0.0188, 0.3},
                .crashRate_perHour = 3.42e-4,
                .mass = printed(),
                .hitArea = printed(),
                .drag = printed(),
                .crashRate = printed()},
        Vehicle{.id = "mini-class",
                .name = "DJI Mini 2 class",
                .body = {0.249, 0.016, 0.9},
                .crashRate_perHour = 3.42e-4,
                .mass = sheet("DJI Mini 2: take-off weight below 249 g"),
                .hitArea = frontal("159 x 203 mm"),
                .drag = bluffDrag(),
                .crashRate = sameRate()},
        Vehicle{.id = "matrice-300",
                .name = "DJI Matrice 300 RTK",
                .body = {6.3, 0.271, 0.9},
                .crashRate_perHour = 3.42e-4,
                .mass = sheet("DJI Matrice 300 RTK: 6.3 kg with two batteries, no payload"),
                .hitArea = frontal("810 x 670 mm"),
                .drag = bluffDrag(),
                .crashRate = sameRate()},
        Vehicle{.id = "delivery-hexacopter-25",
                .name = "Delivery hexacopter, 25 kg",
                .body = {25, 0.4, 1.0},
                .crashRate_perHour = 6.04e-5,
                .mass = assumed("the 25 kg limit of the open and specific small classes"),
                .hitArea = assumed("0.4 m2: body and box without arms and propellers"),
                .drag = assumed("flat-sided box, 1.0"),
                .crashRate =
                    assumed("redundant motors: 6.04e-5 per hour, to be replaced by the operator's own figure")},
        Vehicle{.id = "survey-wing-1",
                .name = "Survey wing, 1.4 kg",
                .airframe = Airframe::FixedWing,
                .body = {1.4, 0.09, 0.5},
                .crashRate_perHour = 3.42e-4,
                .mass = assumed("foam wing of the eBee class: 1.1 to 1.6 kg"),
                .hitArea = assumed("quarter of the wing area of 0.36 m2: it tumbles"),
                .drag = assumed("tumbling wing, 0.5"),
                .crashRate = sameRate()},
        Vehicle{.id = "vtol-wing-13",
                .name = "VTOL delivery wing, 13 kg",
                .airframe = Airframe::FixedWing,
                .body = {13, 0.32, 0.5},
                .crashRate_perHour = 3.42e-4,
                .mass = assumed("quad-plane of 2.3 m span with 2 kg of cargo"),
                .hitArea = assumed("fuselage of 1.6 m x 0.2 m"),
                .drag = assumed("tumbling wing, 0.5"),
                .crashRate = sameRate()},
    };
}

} // namespace

std::string_view toString(Origin origin) {
    switch (origin) {
    case Origin::AsPrinted:
        return "as_printed";
    case Origin::Literature:
        return "literature";
    case Origin::DataSheet:
        return "data_sheet";
    case Origin::Assumption:
        return "assumption";
    case Origin::OwnData:
        return "own_data";
    }
    return "";
}

std::span<const Vehicle> vehicles() {
    static const auto library = makeLibrary();
    return library;
}

const Vehicle* vehicleOf(std::string_view id) {
    const auto found = std::ranges::find(vehicles(), id, &Vehicle::id);
    return found == vehicles().end() ? nullptr : &*found;
}

} // namespace haneul::risk::ground
