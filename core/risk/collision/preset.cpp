#include "core/risk/collision/preset.h"

#include <algorithm>
#include <cmath>

namespace haneul::risk::collision {

namespace {

constexpr std::array provenances{Provenance::AsPrinted, Provenance::FittedToPaper, Provenance::Entered,
                                 Provenance::OwnData};
constexpr std::array<std::string_view, provenances.size()> provenanceNames{"as printed", "fitted", "entered",
                                                                           "own data"};

Value printed(double value, std::string source) {
    return {value, Provenance::AsPrinted, std::move(source), {}};
}

Preset paperPreset(std::string_view name, Value occupancy) {
    const std::string table = "Reich drone separation study, Table 1 (manned aviation)";
    return {.name = std::string(name),
            .verticalOverlap = printed(0.538, table),
            .oppositeOccupancy = std::move(occupancy),
            .halfWindow_nm = printed(80, table),
            .crossTrackSpeed_kt = printed(75, table),
            .verticalSpeed_kt = printed(1.5, table),
            .groundSpeed_kt = {},
            .sameOccupancy = {},
            .deviation_m = {},
            .made = {},
            .note = {}};
}

} // namespace

std::string_view toString(Provenance provenance) {
    return provenanceNames[static_cast<std::size_t>(provenance)];
}

std::optional<Provenance> provenanceFrom(std::string_view name) {
    const auto found = std::ranges::find(provenanceNames, name);
    if (found == provenanceNames.end()) return std::nullopt;
    return provenances[static_cast<std::size_t>(found - provenanceNames.begin())];
}

Constants Preset::constants() const {
    return {.verticalOverlap = verticalOverlap.value,
            .oppositeOccupancy = oppositeOccupancy.value,
            .halfWindow_nm = halfWindow_nm.value,
            .crossTrackSpeed_kt = crossTrackSpeed_kt.value,
            .verticalSpeed_kt = verticalSpeed_kt.value};
}

const Preset& table4Fit() {
    static const Preset preset = paperPreset(
        fittedPresetName,
        {1.386,
         Provenance::FittedToPaper,
         "fitted to the paper's Table 4: values in 1.38598..1.38689 give all its 54 cells; it is printed nowhere",
         {}});
    return preset;
}

const Preset& asPrinted() {
    static const Preset preset =
        paperPreset(printedPresetName,
                    printed(0.271, "Reich drone separation study, Table 1, printed there as 0271 (manned aviation); it "
                                   "does not give the paper's own Table 4"));
    return preset;
}

const Preset* builtInPreset(std::string_view name) {
    for (const Preset* preset : {&table4Fit(), &asPrinted()})
        if (preset->name == name) return preset;
    return nullptr;
}

std::array<NamedValue, 5> constantsOf(const Preset& preset) {
    return {NamedValue{"Pz(0)", "", &preset.verticalOverlap}, NamedValue{"Ey(opp)", "", &preset.oppositeOccupancy},
            NamedValue{"Sx", "NM", &preset.halfWindow_nm}, NamedValue{"ẏ", "kt", &preset.crossTrackSpeed_kt},
            NamedValue{"ż", "kt", &preset.verticalSpeed_kt}};
}

std::vector<std::string_view> fromMannedAviation(const Preset& preset) {
    std::vector<std::string_view> symbols;
    for (const NamedValue& constant : constantsOf(preset))
        if (constant.value->provenance == Provenance::AsPrinted ||
            constant.value->provenance == Provenance::FittedToPaper)
            symbols.push_back(constant.symbol);
    return symbols;
}

bool isFitted(const Preset& preset) {
    return std::ranges::any_of(constantsOf(preset), [](const NamedValue& constant) {
        return constant.value->provenance == Provenance::FittedToPaper;
    });
}

Result<void> check(const Preset& preset) {
    constexpr std::size_t longestName = 200;
    if (preset.name.empty() || preset.name.size() > longestName)
        return fail("BAD_NAME", "a preset's name has 1 to 200 bytes", "name");
    if (builtInPreset(preset.name) != nullptr)
        return fail("BAD_NAME", "that is the name of a preset of the program, which does not change", "name");
    // The size and speed do not matter here.
    if (const auto terms = termsOf({1, 1, 1}, 0, preset.constants()); !terms) return std::unexpected(terms.error());
    for (const auto* extra : {&preset.groundSpeed_kt, &preset.sameOccupancy, &preset.deviation_m})
        if (*extra && !(std::isfinite((*extra)->value) && (*extra)->value >= 0))
            return fail("INVALID_ARGUMENT", "a finite number that is not below 0 is wanted", preset.name);
    return {};
}

} // namespace haneul::risk::collision
