#include "core/geo/volume4d.h"

#include <cmath>
#include <format>

namespace haneul::geo {

std::string_view toString(VerticalReference reference) {
    switch (reference) {
    case VerticalReference::Agl:
        return "AGL";
    case VerticalReference::Amsl:
        return "AMSL";
    case VerticalReference::W84:
        return "W84";
    }
    return "";
}

std::optional<VerticalReference> verticalReferenceFromString(std::string_view name) {
    for (const auto reference : {VerticalReference::Agl, VerticalReference::Amsl, VerticalReference::W84})
        if (name == toString(reference)) return reference;
    return std::nullopt;
}

Result<void> check(const Volume4D& volume) {
    if (auto sound = check(volume.area); !sound) return sound;
    if (volume.lower && !std::isfinite(volume.lower->metres))
        return fail("BAD_LIMITS", "the lower limit is not a number", "lower");
    if (volume.upper && !std::isfinite(volume.upper->metres))
        return fail("BAD_LIMITS", "the upper limit is not a number", "upper");
    if (volume.lower && volume.upper && volume.lower->reference == volume.upper->reference &&
        volume.upper->metres <= volume.lower->metres)
        return fail("BAD_LIMITS",
                    std::format("the upper limit {} m is not above the lower limit {} m {}", volume.upper->metres,
                                volume.lower->metres, toString(volume.lower->reference)),
                    "upper");
    if (volume.from && volume.to && *volume.to <= *volume.from)
        return fail(
            "BAD_TIMES",
            std::format("the end {} is not after the beginning {}", toRfc3339(*volume.to), toRfc3339(*volume.from)),
            "to");
    return {};
}

bool timesOverlap(const Volume4D& one, const Volume4D& other) {
    return !(one.to && other.from && *one.to <= *other.from) && !(other.to && one.from && *other.to <= *one.from);
}

Judged overlap(const Volume4D& one, const Volume4D& other, const Surroundings& surroundings) {
    if (!timesOverlap(one, other) || !overlap(one.area, other.area)) return {Judgement::No, {}};
    return heightsOverlap(one, other, surroundings);
}

} // namespace haneul::geo
