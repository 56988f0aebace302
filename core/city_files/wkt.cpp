#include "core/city_files/wkt.h"

#include <array>
#include <cctype>
#include <charconv>

namespace haneul::city_files {

namespace {

struct Broken {}; // thrown and caught in this file only

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text) {}

    bool take(char wanted) {
        skipBlanks();
        if (m_rest.empty() || m_rest.front() != wanted) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void expect(char wanted) {
        if (!take(wanted)) throw Broken{};
    }

    std::string word() {
        skipBlanks();
        std::string found;
        while (!m_rest.empty() && std::isalpha(static_cast<unsigned char>(m_rest.front()))) {
            found += static_cast<char>(std::toupper(static_cast<unsigned char>(m_rest.front())));
            m_rest.remove_prefix(1);
        }
        return found;
    }

    std::optional<double> number() {
        skipBlanks();
        double value = 0;
        const auto [end, problem] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (problem != std::errc()) return std::nullopt;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }

    [[nodiscard]] bool atEnd() {
        skipBlanks();
        return m_rest.empty();
    }

private:
    void skipBlanks() {
        while (!m_rest.empty() && std::isspace(static_cast<unsigned char>(m_rest.front())))
            m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
};

geo::LatLon place(Scanner& in) {
    const auto longitude = in.number();
    const auto latitude = in.number();
    if (!longitude || !latitude) throw Broken{};
    while (in.number()) // heights and measures
        ;
    return {*latitude, *longitude};
}

template <class Item>
auto list(Scanner& in, Item item) {
    std::vector<decltype(item(in))> found;
    in.expect('(');
    do
        found.push_back(item(in));
    while (in.take(','));
    in.expect(')');
    return found;
}

std::vector<geo::LatLon> line(Scanner& in) {
    return list(in, place);
}

geo::Polygon polygon(Scanner& in) {
    auto rings = list(in, line);
    for (auto& ring : rings)
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    geo::Polygon found;
    found.outer = std::move(rings.front());
    found.holes.assign(std::make_move_iterator(rings.begin() + 1), std::make_move_iterator(rings.end()));
    return found;
}

// A point of MULTIPOINT stands in brackets of its own, or not.
geo::LatLon bracketed(Scanner& in) {
    if (!in.take('(')) return place(in);
    const geo::LatLon found = place(in);
    in.expect(')');
    return found;
}

Shape none(const char* trouble) {
    Shape shape;
    shape.trouble = trouble;
    return shape;
}

Shape shapeOf(Scanner& in) {
    std::string type = in.word();
    if (type.ends_with("ZM"))
        type.resize(type.size() - 2);
    else if (type.ends_with('Z') || (type.ends_with('M')))
        type.pop_back();
    else if (const Scanner before = in; true) {
        const std::string dimension = in.word();
        if (dimension == "EMPTY") return none("EMPTY_GEOMETRY");
        if (dimension != "Z" && dimension != "M" && dimension != "ZM") in = before;
    }
    Shape shape;
    if (type == "POINT" || type == "MULTIPOINT") {
        shape.kind = Shape::Kind::Points;
        shape.points = list(in, bracketed);
    } else if (type == "LINESTRING") {
        shape.kind = Shape::Kind::Lines;
        shape.lines = {line(in)};
    } else if (type == "MULTILINESTRING") {
        shape.kind = Shape::Kind::Lines;
        shape.lines = list(in, line);
    } else if (type == "POLYGON") {
        shape.kind = Shape::Kind::Polygons;
        shape.polygons = {polygon(in)};
    } else if (type == "MULTIPOLYGON") {
        shape.kind = Shape::Kind::Polygons;
        shape.polygons = list(in, polygon);
    } else {
        return none("BROKEN_GEOMETRY");
    }
    return in.atEnd() ? shape : none("TRAILING_GEOMETRY");
}

} // namespace

Shape shapeFromWkt(std::string_view text) {
    constexpr std::string_view wgs84 = "SRID=4326;";
    if (text.starts_with(wgs84)) text.remove_prefix(wgs84.size());
    Scanner in(text);
    if (in.atEnd()) return none("NO_GEOMETRY");
    try {
        return shapeOf(in);
    } catch (const Broken&) {
        return none("BROKEN_GEOMETRY");
    }
}

} // namespace haneul::city_files
