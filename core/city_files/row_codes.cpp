#include "core/city_files/row_codes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::city_files {

namespace {

constexpr auto taken = Verdict::Taken;
constexpr auto quarantined = Verdict::Quarantined;
constexpr auto refused = Verdict::Refused;

constexpr std::array codes{
    RowCode{"HEIGHT_UNKNOWN", taken, 0, "the height is not said; it stays unknown"},
    RowCode{"DENSITY_UNKNOWN", taken, 0, "how many people are there is not said; it stays unknown"},
    RowCode{"COUNT_UNKNOWN", taken, 0, "how many vehicles pass is not said; it stays unknown"},
    RowCode{"SHELTERING_UNKNOWN", taken, 1,
            "\"{}\" is no sheltering class; none, trees, low_rise, high_rise, industrial are"},
    RowCode{"RANGE_ASSUMED", taken, 1, "no range is said; {} km is taken"},
    RowCode{"HOURS_ASSUMED", taken, 0,
            "the hours of the weekend, or of all days, are not said; those of the week, or "
            "as many people at every hour, are taken"},
    RowCode{"HOURS_UNKNOWN", taken, 1, "the hours \"{}\" cannot be read; it is taken as always open"},
    RowCode{"VOID", taken, 0, "there is no value"},
    RowCode{"OUTSIDE_AREA", quarantined, 2, "{} {} lies outside the area that was given"},
    RowCode{"SUSPECT_VALUE", quarantined, 4, "{} is {}; from {} to {} is possible"},
    RowCode{"NOT_WHOLE", quarantined, 2, "{} is {}; a whole number is possible"},
    RowCode{"NO_GEOMETRY", refused, 0, "there is no geometry"},
    RowCode{"EMPTY_GEOMETRY", refused, 0, "the geometry is empty"},
    RowCode{"OTHER_GEOMETRY", refused, 1, "the geometry is a {}; points, lines and polygons are taken"},
    RowCode{"BROKEN_GEOMETRY", refused, 0, "the geometry cannot be read"},
    RowCode{"TRAILING_GEOMETRY", refused, 0, "there is something behind the geometry"},
    RowCode{"NOT_TURNED", refused, 0, "the geometry cannot be turned into WGS84"},
    RowCode{"BAD_LON_LAT", refused, 0, "longitude or latitude is no number"},
    RowCode{"FIELD_COUNT", refused, 2, "the line has {} fields, the first one {}"},
    RowCode{"WRONG_GEOMETRY", refused, 1, "another form is wanted: {}"},
    RowCode{"LON_LAT_SWAPPED", refused, 2, "longitude and latitude are swapped: {} {}"},
    RowCode{"NOT_ON_EARTH", refused, 2, "{} {} is no longitude and latitude; in what reference system is the file?"},
    RowCode{"BAD_OUTLINE", refused, 0, "the outline crosses itself or is no area"},
    RowCode{"SHORT_LINE", refused, 0, "a road has at least two points"},
    RowCode{"BAD_NUMBER", refused, 1, "\"{}\" is no number (digits and a point are)"},
    RowCode{"BAD_HOURS", refused, 1, "\"{}\" are no 24 numbers, one for each hour, of which some are above 0"},
    RowCode{"CLASS_WANTED", refused, 0, "what kind of ground it is is not said"},
    RowCode{"DENSITY_WANTED", refused, 0, "how many people are on a km2 of this kind of ground is not said"},
};

} // namespace

std::string_view toString(Verdict verdict) {
    constexpr std::array<std::string_view, 3> names{"taken", "quarantined", "refused"};
    return names[std::to_underlying(verdict)];
}

std::span<const RowCode> rowCodes() {
    return codes;
}

const RowCode* rowCode(std::string_view code) {
    const auto* const found = std::ranges::find(codes, code, &RowCode::code);
    return found == codes.end() ? nullptr : found;
}

std::span<const std::string_view> remarkCodes() {
    static constexpr std::array<std::string_view, 7> remarks{"UNIT_ASSUMED",    "DATUM_UNKNOWN",  "DATUM_BY_HAND",
                                                             "RESAMPLED",       "FLOORS_ASSUMED", "REFERENCE_ASSUMED",
                                                             "DRAWN_INTO_CELLS"};
    return remarks;
}

std::string englishOf(std::string_view code, const std::vector<std::string>& values) {
    const auto* const known = rowCode(code);
    std::string_view rest = known == nullptr ? code : known->english;
    std::string text;
    for (const auto& value : values) {
        const auto at = rest.find("{}");
        if (at == std::string_view::npos) break;
        text.append(rest.substr(0, at)).append(value);
        rest.remove_prefix(at + 2);
    }
    return text.append(rest);
}

std::string troubleOf(std::string_view code, const std::vector<std::string>& values) {
    std::string text(code);
    for (const auto& value : values)
        text.append("\n").append(value);
    return text;
}

} // namespace haneul::city_files
