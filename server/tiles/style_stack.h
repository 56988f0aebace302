#pragma once

#include "core/base/error.h"
#include "server/tiles/tile_address.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::tiles {

// What the base map is made of, bottom to top. Each can be hidden by its name.
enum class BaseGroup : std::uint8_t { Land, Rivers, Borders, Aerodromes, Heliports, Places };
inline constexpr std::array baseGroups{BaseGroup::Land,       BaseGroup::Rivers,    BaseGroup::Borders,
                                       BaseGroup::Aerodromes, BaseGroup::Heliports, BaseGroup::Places};
[[nodiscard]] std::string_view nameOf(BaseGroup group); // "land", "rivers", ...

enum class LabelLanguage : std::uint8_t { Korean, English };

// A raster layer of the customer's in the stack.
struct StackLayer {
    std::string id;
    int opacity_pct = 100;  // 1..100
    bool overNames = false; // over borders, aerodromes, heliports and places, instead of below them

    bool operator==(const StackLayer&) const = default;
};

// What is drawn, as the style part of a tile's URL names it:
//     stack   = palette [ "-en" ] *( "~" part )
//     palette = "dark" / "light" / "contrast"                 names in Korean; with "-en" in English
//     part    = "!" group                                     hides a group: land rivers borders aerodromes heliports
//                                                             places; without land there is hatching and no river
//             / [ "+" ] id [ "." 1*3DIGIT ]                   a layer, opacity 1..100, 100 unless said; "+": over the
//             names / "@" 1*16( "a"-"z" / "0"-"9" )                 whatever tells two versions of the data apart; not
//             drawn
//     id      = 1*32( "a"-"z" / "0"-"9" / "-" / "_" )
// Layers are listed from the bottom up. At most 8 layers, 256 characters, nothing named twice, "@" at most once.
// Example: "dark~aerial.60~!places".
struct StyleStack {
    Palette palette = Palette::Dark;
    LabelLanguage language = LabelLanguage::Korean;
    std::array<bool, baseGroups.size()> hidden{};
    std::vector<StackLayer> layers;
    std::string version;

    [[nodiscard]] bool hides(BaseGroup group) const { return hidden.at(static_cast<std::size_t>(group)); }

    bool operator==(const StyleStack&) const = default;
};

inline constexpr std::size_t maxStackLayers = 8;
inline constexpr std::size_t maxStackCharacters = 256;
inline constexpr std::size_t maxLayerId = 32;

[[nodiscard]] bool isLayerId(std::string_view text);
// Code BAD_STYLE.
[[nodiscard]] Result<StyleStack> styleStackFrom(std::string_view text);
// The one way of writing it that all equal stacks share; styleStackFrom() reads it back.
[[nodiscard]] std::string toText(const StyleStack& stack);

} // namespace haneul::tiles
