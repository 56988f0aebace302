#pragma once

#include "core/base/time.h"
#include "core/risk/collision/reich.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::risk::collision {

// Where a number comes from; it stands beside the number wherever that is shown.
enum class Provenance {
    AsPrinted,     // in the paper
    FittedToPaper, // printed nowhere: chosen so that the paper's results come out
    Entered,       // by a person
    OwnData,       // estimated from recorded traffic
};
[[nodiscard]] std::string_view toString(Provenance provenance); // "as printed", "fitted", "entered", "own data"
[[nodiscard]] std::optional<Provenance> provenanceFrom(std::string_view name);

// 95 %, by bootstrap.
struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval&) const = default;
};

struct Value {
    double value = 0;
    Provenance provenance = Provenance::Entered;
    std::string source;               // in words: table, file, person
    std::optional<Interval> interval; // none: not estimated

    bool operator==(const Value&) const = default;
};

struct Preset {
    std::string name;
    Value verticalOverlap;               // Pz(0)
    Value oppositeOccupancy;             // Ey
    Value halfWindow_nm;                 // Sx
    Value crossTrackSpeed_kt;            // ẏ
    Value verticalSpeed_kt;              // ż
    std::optional<Value> groundSpeed_kt; // V, of the traffic it was estimated from
    std::optional<Value> sameOccupancy;  // Ey of the same direction: for information
    std::optional<Value> deviation_m;    // lateral, standard deviation about the routes: for information
    std::optional<UtcMs> made;           // own presets are dated
    std::string note;

    bool operator==(const Preset&) const = default;
    [[nodiscard]] Constants constants() const;
};

inline constexpr std::string_view fittedPresetName = "table4_fit";
inline constexpr std::string_view printedPresetName = "as_printed";

// Ey = 1.386, fitted: it gives all 54 printed cells of Table 4 back.
[[nodiscard]] const Preset& table4Fit();
// Ey = 0.271 as the paper prints it; every result comes out 5.1144 times too low against its tables.
[[nodiscard]] const Preset& asPrinted();
[[nodiscard]] const Preset* builtInPreset(std::string_view name); // null: no such one

// A constant as it is shown: its symbol, unit and value.
struct NamedValue {
    std::string_view symbol; // "Pz(0)", "Ey(opp)", "Sx", "ẏ", "ż"
    std::string_view unit;   // "", "NM", "kt"
    const Value* value;      // never null
};

[[nodiscard]] std::array<NamedValue, 5> constantsOf(const Preset& preset);

// The constants that come from manned aviation by way of the paper: those of a preset that nobody entered or estimated.
// A result that rests on any of them must say so.
[[nodiscard]] std::vector<std::string_view> fromMannedAviation(const Preset& preset);

// Whether a result with this preset rests on a number that is fitted to the paper's results.
[[nodiscard]] bool isFitted(const Preset& preset);

// Codes: BAD_NAME (none, or over 200 bytes, or that of a preset of the program), INVALID_SX, INVALID_ARGUMENT.
[[nodiscard]] Result<void> check(const Preset& preset);

} // namespace haneul::risk::collision
