#pragma once

#include "core/geo/position.h"
#include "server/tiles/map_pack.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::maps {

enum class PlaceKind : std::uint8_t { Place, Aerodrome, Heliport };
[[nodiscard]] std::string_view nameOf(PlaceKind kind); // "place", "aerodrome", "heliport"

struct Place {
    std::string id; // stable in one pack: "place:1835848", "aerodrome:RKSI"
    PlaceKind kind = PlaceKind::Place;
    std::string nameKo; // empty: the source has none
    std::string nameEn;
    std::string code; // ICAO or the source's own identifier; empty for places
    geo::LatLon position;
    std::int64_t weight = 0; // what is more important comes first among equals
};

// Search of everything in the pack that has a name. Immutable after the construction, thread-safe.
class PlaceIndex {
public:
    static constexpr std::size_t maxResults = 100;
    static constexpr std::size_t maxQuery_bytes = 256;

    PlaceIndex() = default; // knows nothing
    explicit PlaceIndex(const tiles::MapPack& pack);

    // Names that are the query, then those that begin with it, then those with a word that begins with it, then those
    // that hold it; capitals and blanks do not matter. Initial consonants find Hangul names: "ㅅㅇ" is 서울.
    [[nodiscard]] std::vector<Place> find(std::string_view query, std::size_t limit) const;

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        Place place;
        std::vector<std::u32string> names; // folded: lower case, blanks and hyphens removed
        std::vector<std::u32string> words;
        std::u32string initials; // of the Korean name
    };

    void add(PlaceKind kind, const tiles::MapLayer& layer, const tiles::MapFeature& feature);

    std::vector<Entry> m_entries; // by weight, heaviest first
};

} // namespace haneul::maps
