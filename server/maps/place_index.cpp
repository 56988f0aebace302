#include "server/maps/place_index.h"

#include "core/geo/mercator.h"
#include "core/json/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::maps {

namespace {

constexpr char32_t firstSyllable = 0xAC00; // Unicode 15, chapter 3.12: 19 initials x 21 vowels x 28 finals
constexpr char32_t lastSyllable = 0xD7A3;
constexpr std::size_t syllablesPerInitial = 21 * 28;
constexpr std::array<char32_t, 19> initialLetters{U'ㄱ', U'ㄲ', U'ㄴ', U'ㄷ', U'ㄸ', U'ㄹ', U'ㅁ', U'ㅂ', U'ㅃ', U'ㅅ',
                                                  U'ㅆ', U'ㅇ', U'ㅈ', U'ㅉ', U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};

bool isSyllable(char32_t c) {
    return c >= firstSyllable && c <= lastSyllable;
}

// How well a name fits; smaller is better.
enum Fit { Whole, Begin, WordBegin, Initials, Inside, None };

// Of valid UTF-8.
std::u32string decoded(std::string_view text) {
    std::u32string characters;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i++]);
        const unsigned more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        char32_t c = more == 0 ? first : first & (0x3FU >> more);
        for (unsigned k = 0; k < more && i < text.size(); ++k)
            c = (c << 6U) | (static_cast<unsigned char>(text[i++]) & 0x3FU);
        characters += c;
    }
    return characters;
}

bool separates(char32_t c) {
    return c == U' ' || c == U'-' || c == U'\'' || c == U'/' || c == U'(' || c == U')' || c == U'.' || c == U',';
}

char32_t lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

std::u32string folded(std::u32string_view text) {
    std::u32string result;
    for (const char32_t c : text)
        if (!separates(c)) result += lower(c);
    return result;
}

std::vector<std::u32string> wordsOf(std::u32string_view text) {
    std::vector<std::u32string> words(1);
    for (const char32_t c : text) {
        if (!separates(c))
            words.back() += lower(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::u32string initialsOf(std::u32string_view text) {
    std::u32string initials;
    for (const char32_t c : text)
        if (isSyllable(c)) initials += initialLetters.at((c - firstSyllable) / syllablesPerInitial);
    return initials;
}

bool isInitials(std::u32string_view query) {
    return std::ranges::all_of(query, [](char32_t c) { return std::ranges::contains(initialLetters, c); });
}

std::string text(const tiles::MapLayer& layer, const tiles::MapFeature& feature, std::string_view name) {
    const auto found = std::ranges::find(layer.attributeNames, name);
    const auto index = static_cast<std::size_t>(found - layer.attributeNames.begin());
    if (index >= feature.attributes.size()) return {};
    if (const auto* held = std::get_if<std::string>(&feature.attributes[index])) return json::toValidUtf8(*held);
    if (const auto* number = std::get_if<std::int64_t>(&feature.attributes[index])) return std::to_string(*number);
    return {};
}

std::int64_t number(const tiles::MapLayer& layer, const tiles::MapFeature& feature, std::string_view name) {
    const auto found = std::ranges::find(layer.attributeNames, name);
    const auto index = static_cast<std::size_t>(found - layer.attributeNames.begin());
    if (index >= feature.attributes.size()) return 0;
    const auto* held = std::get_if<std::int64_t>(&feature.attributes[index]);
    return held ? *held : 0;
}

geo::LatLon position(const tiles::MapPoint& point) {
    const double halfWorld_m = geo::tileBounds_m(0, 0, 0).east;
    return geo::fromMercator({.x = point.x_m / halfWorld_m / 2 + 0.5, .y = 0.5 - point.y_m / halfWorld_m / 2});
}

std::int64_t weightOf(PlaceKind kind, const tiles::MapLayer& layer, const tiles::MapFeature& feature) {
    if (kind == PlaceKind::Heliport) return 0;
    if (kind == PlaceKind::Place) {
        const bool capital = text(layer, feature, "feature_code") == "PPLC";
        return number(layer, feature, "population") + (capital ? 1'000'000'000 : 0);
    }
    const auto type = text(layer, feature, "type");
    return type == "large_airport" ? 500'000 : type == "medium_airport" ? 100'000 : 1'000;
}

} // namespace

std::string_view nameOf(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::Place:
        return "place";
    case PlaceKind::Aerodrome:
        return "aerodrome";
    case PlaceKind::Heliport:
        return "heliport";
    }
    std::unreachable();
}

PlaceIndex::PlaceIndex(const tiles::MapPack& pack) {
    for (const auto kind : {PlaceKind::Place, PlaceKind::Aerodrome, PlaceKind::Heliport}) {
        const auto layer = pack.layers.find(nameOf(kind));
        if (layer == pack.layers.end()) continue;
        for (const auto& feature : layer->second.features)
            if (feature.shape.kind == tiles::ShapeKind::Points && !feature.shape.lines.empty())
                add(kind, layer->second, feature);
    }
    std::ranges::stable_sort(m_entries, std::ranges::greater(), [](const Entry& entry) { return entry.place.weight; });
}

void PlaceIndex::add(PlaceKind kind, const tiles::MapLayer& layer, const tiles::MapFeature& feature) {
    Entry entry;
    Place& place = entry.place;
    place.kind = kind;
    place.nameKo = text(layer, feature, "name_ko");
    place.nameEn = text(layer, feature, "name_en");
    place.code = text(layer, feature, kind == PlaceKind::Place ? "code" : "ident");
    place.id =
        std::string(nameOf(kind)) + ':' + (kind == PlaceKind::Place ? text(layer, feature, "geonames_id") : place.code);
    place.position = position(feature.shape.lines.front().front());
    place.weight = weightOf(kind, layer, feature);
    for (const auto& name : {place.nameKo, place.nameEn, place.code, text(layer, feature, "iata")}) {
        if (name.empty()) continue;
        const auto characters = decoded(name);
        entry.names.push_back(folded(characters));
        for (auto& word : wordsOf(characters))
            entry.words.push_back(std::move(word));
    }
    entry.initials = initialsOf(decoded(place.nameKo));
    if (!entry.names.empty()) m_entries.push_back(std::move(entry));
}

std::vector<Place> PlaceIndex::find(std::string_view query, std::size_t limit) const {
    const auto wanted = folded(decoded(json::toValidUtf8(query.substr(0, maxQuery_bytes))));
    if (wanted.empty()) return {};
    const bool byInitials = isInitials(wanted);
    const auto fitOf = [&](const Entry& entry) {
        Fit best = None;
        for (const auto& name : entry.names) {
            const auto at = name.find(wanted);
            if (at == std::u32string::npos) continue;
            best = std::min(best, at > 0 ? Inside : name.size() == wanted.size() ? Whole : Begin);
        }
        if (best == Inside || best == None)
            for (const auto& word : entry.words)
                if (word.starts_with(wanted)) best = WordBegin;
        if (byInitials && best == None && entry.initials.starts_with(wanted)) best = Initials;
        if (byInitials && best == None && entry.initials.contains(wanted)) best = Inside;
        return best;
    };
    std::array<std::vector<const Entry*>, None> found;
    for (const auto& entry : m_entries)
        if (const Fit fit = fitOf(entry); fit != None) found.at(static_cast<std::size_t>(fit)).push_back(&entry);
    std::vector<Place> places;
    for (const auto& group : found)
        for (const auto* entry : group)
            if (places.size() < std::min(limit, maxResults)) places.push_back(entry->place);
    return places;
}

} // namespace haneul::maps
