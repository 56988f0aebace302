#include "server/tiles/style_stack.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr std::array<std::string_view, baseGroups.size()> groupNames{"land",       "rivers",    "borders",
                                                                     "aerodromes", "heliports", "places"};
constexpr std::string_view english = "-en";

std::unexpected<Error> bad(std::string what, std::string_view part) {
    return fail("BAD_STYLE", std::move(what), std::string(part.substr(0, maxStackCharacters)));
}

bool isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string_view nameOf(Palette palette) {
    switch (palette) {
    case Palette::Dark:
        return "dark";
    case Palette::Light:
        return "light";
    case Palette::Contrast:
        return "contrast";
    }
    std::unreachable();
}

std::optional<Palette> paletteOf(std::string_view name) {
    for (const auto palette : {Palette::Dark, Palette::Light, Palette::Contrast})
        if (name == nameOf(palette)) return palette;
    return std::nullopt;
}

std::optional<BaseGroup> groupOf(std::string_view name) {
    const auto found = std::ranges::find(groupNames, name);
    if (found == groupNames.end()) return std::nullopt;
    return baseGroups.at(static_cast<std::size_t>(found - groupNames.begin()));
}

// 1..100 without leading zeros.
std::optional<int> opacityFrom(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || text.size() > 3 || text.starts_with('0') || text.starts_with('-') || value < 1 || value > 100)
        return std::nullopt;
    return value;
}

Result<void> takePalette(std::string_view part, StyleStack& stack) {
    if (part.ends_with(english)) {
        stack.language = LabelLanguage::English;
        part.remove_suffix(english.size());
    }
    const auto palette = paletteOf(part);
    if (!palette) return bad("a style begins with dark, light or contrast", part);
    stack.palette = *palette;
    return {};
}

Result<void> takeVersion(std::string_view text, StyleStack& stack) {
    constexpr std::size_t longest = 16;
    if (!stack.version.empty()) return bad("a style has one version", text);
    if (text.empty() || text.size() > longest || !std::ranges::all_of(text, isLowerOrDigit))
        return bad("a version is 1 to 16 lower-case letters or digits", text);
    stack.version = text;
    return {};
}

Result<void> hide(std::string_view name, StyleStack& stack) {
    const auto group = groupOf(name);
    if (!group) return bad("there is no group of this name in the base map", name);
    auto& hidden = stack.hidden.at(static_cast<std::size_t>(*group));
    if (hidden) return bad("a group is hidden twice", name);
    hidden = true;
    return {};
}

Result<void> takeLayer(std::string_view part, StyleStack& stack) {
    StackLayer layer;
    std::string_view id = part;
    if (id.starts_with('+')) {
        layer.overNames = true;
        id.remove_prefix(1);
    }
    if (const auto dot = id.find('.'); dot != std::string_view::npos) {
        const auto opacity = opacityFrom(id.substr(dot + 1));
        if (!opacity) return bad("an opacity is 1 to 100", part);
        layer.opacity_pct = *opacity;
        id = id.substr(0, dot);
    }
    if (!isLayerId(id)) return bad("not the id of a layer", part);
    layer.id = id;
    if (std::ranges::contains(stack.layers, layer.id, &StackLayer::id)) return bad("a layer is named twice", part);
    if (stack.layers.size() >= maxStackLayers) return bad("a style has at most 8 layers", part);
    stack.layers.push_back(std::move(layer));
    return {};
}

Result<void> takePart(std::string_view part, StyleStack& stack) {
    if (part.starts_with('!')) return hide(part.substr(1), stack);
    if (part.starts_with('@')) return takeVersion(part.substr(1), stack);
    return takeLayer(part, stack);
}

} // namespace

std::string_view nameOf(BaseGroup group) {
    return groupNames.at(static_cast<std::size_t>(group));
}

bool isLayerId(std::string_view text) {
    return !text.empty() && text.size() <= maxLayerId &&
           std::ranges::all_of(text, [](char c) { return isLowerOrDigit(c) || c == '-' || c == '_'; });
}

Result<StyleStack> styleStackFrom(std::string_view text) {
    if (text.size() > maxStackCharacters) return bad("a style has at most 256 characters", {});
    StyleStack stack;
    bool first = true;
    while (true) {
        const auto end = std::min(text.find('~'), text.size());
        const auto part = text.substr(0, end);
        if (const auto taken = first ? takePalette(part, stack) : takePart(part, stack); !taken)
            return std::unexpected(taken.error());
        first = false;
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
    }
    // Which of two layers is the upper one matters only on the same side of the names.
    std::ranges::stable_partition(stack.layers, [](const StackLayer& layer) { return !layer.overNames; });
    return stack;
}

std::string toText(const StyleStack& stack) {
    std::string text(nameOf(stack.palette));
    if (stack.language == LabelLanguage::English) text += english;
    for (const auto& layer : stack.layers) {
        text += layer.overNames ? "~+" : "~";
        text += layer.id;
        if (layer.opacity_pct != 100) text += '.' + std::to_string(layer.opacity_pct);
    }
    for (const auto group : baseGroups)
        if (stack.hides(group)) text += "~!" + std::string(nameOf(group));
    if (!stack.version.empty()) text += "~@" + stack.version;
    return text;
}

} // namespace haneul::tiles
