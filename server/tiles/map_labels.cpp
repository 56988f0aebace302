#include "server/tiles/map_labels.h"

#include "server/tiles/label_plan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr int lastLabelZoom = 17;

// One feature of a named layer on its way to a label.
struct Named {
    MapLayer* layer = nullptr;
    MapFeature* feature = nullptr;
    std::string korean, english;
    double importance = 0;
    int rank = 0;
    int fromZoom = 0;
    int fromSign = 0;
    double size_px = 10;
    double belowPoint_px = 0;
};

class Row {
public:
    Row(const MapLayer& layer, const MapFeature& feature)
        : m_layer(layer)
        , m_feature(feature) {}

    [[nodiscard]] std::string text(std::string_view name) const {
        const auto* value = find(name);
        const auto* held = value ? std::get_if<std::string>(value) : nullptr;
        return held ? *held : std::string();
    }

    [[nodiscard]] std::optional<double> number(std::string_view name) const {
        const auto* value = find(name);
        if (!value) return std::nullopt;
        if (const auto* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
        if (const auto* real = std::get_if<double>(value)) return *real;
        return std::nullopt;
    }

private:
    [[nodiscard]] const Attribute* find(std::string_view name) const {
        const auto found = std::ranges::find(m_layer.attributeNames, name);
        if (found == m_layer.attributeNames.end()) return nullptr;
        const auto index = static_cast<std::size_t>(found - m_layer.attributeNames.begin());
        return index < m_feature.attributes.size() ? &m_feature.attributes[index] : nullptr;
    }

    const MapLayer& m_layer;
    const MapFeature& m_feature;
};

int firstPlaceZoom(std::string_view code, double population) {
    if (code == "PPLC" || population >= 1'000'000) return 5;
    if (population >= 250'000) return 7;
    if (population >= 80'000 || code == "PPLA") return 8;
    if (population >= 30'000) return 9;
    return 10;
}

Named place(const Row& row) {
    const auto code = row.text("feature_code");
    const double population = row.number("population").value_or(0);
    const bool never = row.number("label_zoom").value_or(0) >= neverShown;
    Named named{.korean = row.text("name_ko"), .english = row.text("name_en")};
    named.importance = population + (code == "PPLC" ? 1e9 : 0) + (code == "PPLA" ? 300'000 : 0);
    named.fromZoom = never ? neverShown : firstPlaceZoom(code, population);
    named.rank = code == "PPLC" ? 3 : population >= 900'000 ? 2 : named.korean.empty() ? 0 : 1;
    constexpr std::array<double, 4> sizes_px{10, 11, 13, 15};
    named.size_px = sizes_px.at(static_cast<std::size_t>(named.rank));
    return named;
}

Named aerodrome(const Row& row) {
    const auto type = row.text("type");
    const auto icao = row.text("icao");
    Named named{.korean = row.text("name_ko"), .english = shortAerodromeName(row.text("name_en"))};
    if (named.korean.empty()) named.korean = named.english;
    for (auto* name : {&named.korean, &named.english})
        if (!icao.empty()) *name += name->empty() ? icao : ' ' + icao;
    named.rank = type == "large_airport" ? 2 : type == "medium_airport" ? 1 : 0;
    constexpr std::array<int, 3> signs{10, 9, 7}, names{12, 10, 8};
    constexpr std::array<double, 3> importances{1'000, 60'000, 400'000};
    const auto rank = static_cast<std::size_t>(named.rank);
    named.fromSign = signs.at(rank);
    named.fromZoom = names.at(rank);
    named.importance = importances.at(rank);
    named.size_px = 10.5;
    named.belowPoint_px = 12;
    return named;
}

Named heliport(const Row& row) {
    std::string name = row.text("name_en");
    for (const std::string_view ending : {" Heliport", " Helipad"})
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    return {.korean = row.text("name_ko").empty() ? name : row.text("name_ko"),
            .english = name,
            .fromZoom = 14,
            .fromSign = 11,
            .size_px = 9.5,
            .belowPoint_px = 14};
}

Named river(const Row& row) {
    return {.korean = row.text("name_ko") + " (강둑 미측량)",
            .english = row.text("name_en") + " (banks not surveyed)",
            .importance = 50'000,
            .fromZoom = 12,
            .size_px = 10.5};
}

void add(MapLayer& layer, MapFeature& feature, std::string_view name, Attribute value) {
    auto found = std::ranges::find(layer.attributeNames, name);
    if (found == layer.attributeNames.end()) {
        layer.attributeNames.emplace_back(name);
        found = layer.attributeNames.end() - 1;
    }
    const auto index = static_cast<std::size_t>(found - layer.attributeNames.begin());
    if (feature.attributes.size() <= index) feature.attributes.resize(index + 1);
    feature.attributes[index] = std::move(value);
}

PlannedLabel planned(const Named& named, const std::string& text) {
    constexpr double air_px = 6;
    const auto& point = named.feature->shape.lines.front().front();
    const double width_px = textWidth_px(text, named.size_px);
    const bool showable = !text.empty() && width_px <= 2 * labelReach_px;
    return {.x_m = point.x_m,
            .y_m = point.y_m,
            .fromZoom = showable ? named.fromZoom : neverShown,
            .width_px = width_px + air_px,
            .height_px = 1.35 * named.size_px + air_px / 2,
            .belowPoint_px = named.belowPoint_px};
}

std::vector<int> zoomsOf(const std::vector<Named>& all, std::string Named::* name) {
    std::vector<PlannedLabel> labels;
    labels.reserve(all.size());
    for (const auto& named : all)
        labels.push_back(planned(named, named.*name));
    return planLabels(labels, lastLabelZoom);
}

template <class Read>
void collect(MapPack& pack, std::string_view name, Read read, std::vector<Named>& all) {
    const auto layer = pack.layers.find(name);
    if (layer == pack.layers.end()) return;
    for (auto& feature : layer->second.features) {
        if (feature.shape.kind != ShapeKind::Points || feature.shape.lines.empty()) continue;
        Named named = read(Row(layer->second, feature));
        named.layer = &layer->second;
        named.feature = &feature;
        if (named.korean.empty()) named.korean = named.english;
        if (named.english.empty()) named.english = named.korean;
        all.push_back(std::move(named));
    }
}

void giveRunwaysTheirWidth(MapPack& pack) {
    const auto layer = pack.layers.find("runway");
    if (layer == pack.layers.end()) return;
    constexpr double narrowest_m = 15;
    constexpr double widest_m = 90;
    for (auto& feature : layer->second.features) {
        const double width_m = 0.3048 * Row(layer->second, feature).number("width_ft").value_or(0);
        add(layer->second, feature, "width_m", std::clamp(width_m, narrowest_m, widest_m));
    }
}

} // namespace

std::string shortAerodromeName(std::string_view name) {
    std::string text(name.substr(0, std::min(name.find_first_of("/("), name.size())));
    while (text.ends_with(' '))
        text.pop_back();
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings{{
        {" International Airport", " Intl"},
        {" Airport", ""},
        {" Air Force Base", " AB"},
        {" Air Base", " AB"},
        {" Airbase", " AB"},
        {" Airfield", ""},
        {" Airstrip", ""},
    }};
    for (const auto& [ending, instead] : endings)
        if (text.ends_with(ending) && text.size() > ending.size())
            return text.substr(0, text.size() - ending.size()).append(instead);
    return text;
}

void addLabels(MapPack& pack) {
    std::vector<Named> all;
    collect(pack, "place", place, all);
    collect(pack, "aerodrome", aerodrome, all);
    collect(pack, "heliport", heliport, all);
    collect(pack, "river_name", river, all);
    std::ranges::stable_sort(all, std::ranges::greater(), &Named::importance);
    const auto korean = zoomsOf(all, &Named::korean);
    const auto english = zoomsOf(all, &Named::english);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Named& named = all[i];
        const auto give = [&named](std::string_view name, Attribute value) {
            add(*named.layer, *named.feature, name, std::move(value));
        };
        give("label_ko", named.korean);
        give("label_en", named.english);
        give("from_ko", std::int64_t{korean[i]});
        give("from_en", std::int64_t{english[i]});
        give("rank", std::int64_t{named.rank});
        give("from_sign", std::int64_t{named.fromSign});
    }
    giveRunwaysTheirWidth(pack);
}

} // namespace haneul::tiles
