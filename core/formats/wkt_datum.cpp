#include "core/formats/wkt_datum.h"

#include "core/formats/notam_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <optional>
#include <vector>

namespace haneul::formats {

namespace {

constexpr std::size_t longestWkt_bytes = 16 * 1024;
constexpr int deepest = 16;
constexpr double radiansPerDegree = 0.0174532925199433;

struct Node {
    std::string keyword; // upper case
    std::vector<std::string> texts;
    std::vector<double> numbers;
    std::vector<Node> nodes;

    [[nodiscard]] const Node* find(std::initializer_list<std::string_view> keywords) const {
        const auto found = std::ranges::find_if(
            nodes, [&](const Node& node) { return std::ranges::contains(keywords, node.keyword); });
        return found == nodes.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string name() const { return texts.empty() ? std::string() : texts.front(); }
};

class WktReader {
public:
    explicit WktReader(std::string_view text)
        : m_rest(text) {}

    std::optional<Node> read() {
        auto node = readNode(0);
        skipBlanks();
        return m_rest.empty() ? node : std::nullopt;
    }

private:
    void skipBlanks() {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    bool take(std::string_view any) {
        skipBlanks();
        if (m_rest.empty() || !any.contains(m_rest.front())) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::string word() {
        skipBlanks();
        std::string result;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            const bool lower = c >= 'a' && c <= 'z';
            if (!lower && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') break;
            result += lower ? static_cast<char>(c - 'a' + 'A') : c;
            m_rest.remove_prefix(1);
        }
        return result;
    }

    std::optional<Node> readNode(int depth) {
        Node node{word(), {}, {}, {}};
        if (depth > deepest || node.keyword.empty()) return std::nullopt;
        if (!take("[(")) return depth > 0 ? std::optional(node) : std::nullopt; // a bare word: EAST
        do {
            if (!readMember(node, depth)) return std::nullopt;
        } while (take(","));
        return take("])") ? std::optional(std::move(node)) : std::nullopt;
    }

    bool readMember(Node& node, int depth) {
        skipBlanks();
        if (take("\"")) {
            const std::size_t end = m_rest.find('"');
            if (end == std::string_view::npos) return false;
            node.texts.emplace_back(m_rest.substr(0, end));
            m_rest.remove_prefix(end + 1);
            return true;
        }
        double number = 0;
        const auto [end, failed] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
        if (failed == std::errc{}) {
            node.numbers.push_back(number);
            m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
            return true;
        }
        auto inner = readNode(depth + 1);
        if (inner) node.nodes.push_back(*std::move(inner));
        return inner.has_value();
    }

    std::string_view m_rest;
};

// "D_WGS_1984" and "WGS 1984" are one name.
std::string letters(std::string_view name) {
    std::string result;
    for (const char c : name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            result += c;
        else if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
    return result;
}

bool near(double value, double wanted, double slack) {
    return std::abs(value - wanted) <= slack;
}

std::unexpected<Error> unknown(std::string_view what) {
    return fail("UNKNOWN_DATUM",
                std::format("{}; only longitude and latitude in degrees on WGS84 (EPSG:4326) or Korea 2000 (EPSG:4737) "
                            "are read: convert the file first",
                            what),
                ".prj");
}

} // namespace

Result<std::string> datumOfWkt(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (trimmedBlanks(text).empty()) return unknown("the file does not say what its coordinates are measured from");
    const auto root = text.size() > longestWkt_bytes ? std::nullopt : WktReader(text).read();
    if (!root) return unknown("the coordinate system is not written as WKT");
    const std::string name = root->name().substr(0, 60);
    constexpr std::array geographic{"GEOGCS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS"};
    if (root->keyword.starts_with("PROJ"))
        return unknown(std::format("the coordinates are metres of a map projection (\"{}\")", name));
    if (!std::ranges::contains(geographic, root->keyword))
        return unknown(std::format("the coordinate system \"{}\" is a {}", name, root->keyword.substr(0, 20)));

    const Node* const datum = root->find({"DATUM", "ENSEMBLE", "GEODETICDATUM", "TRF"});
    if (datum == nullptr) return unknown(std::format("the coordinate system \"{}\" names no datum", name));
    const std::string key = letters(datum->name());
    constexpr std::array wgs84{"dwgs1984", "wgs1984", "wgs84", "worldgeodeticsystem1984",
                               "worldgeodeticsystem1984ensemble"};
    constexpr std::array korea2000{"dkorea2000",
                                   "korea2000",
                                   "geocentricdatumofkorea",
                                   "geocentricdatumofkorea2000",
                                   "dkoreageodeticdatum2002",
                                   "koreageodeticdatum2002",
                                   "koreangeodeticdatum2002"};
    const bool world = std::ranges::contains(wgs84, key);
    if (!world && !std::ranges::contains(korea2000, key))
        return unknown(std::format("the datum is \"{}\"", datum->name().substr(0, 60)));
    const Node* const ellipsoid = datum->find({"SPHEROID", "ELLIPSOID"});
    const bool sized = ellipsoid != nullptr && ellipsoid->numbers.size() >= 2 &&
                       near(ellipsoid->numbers[0], 6'378'137, 0.001) &&
                       near(ellipsoid->numbers[1], world ? 298.257223563 : 298.257222101, 1e-6);
    if (!sized) return unknown(std::format("the ellipsoid of \"{}\" is another one", datum->name().substr(0, 60)));
    const Node* const shift = datum->find({"TOWGS84"});
    if (shift != nullptr && std::ranges::any_of(shift->numbers, [](double value) { return value != 0; }))
        return unknown("the datum is shifted against WGS84");
    const Node* meridian = root->find({"PRIMEM", "PRIMEMERIDIAN"});
    if (meridian != nullptr && (meridian->numbers.empty() || meridian->numbers[0] != 0))
        return unknown("longitude is not counted from Greenwich");
    const Node* unit = root->find({"UNIT", "ANGLEUNIT"});
    if (unit == nullptr)
        if (const Node* const axis = root->find({"AXIS"})) unit = axis->find({"UNIT", "ANGLEUNIT"});
    if (unit == nullptr || unit->numbers.empty() || !near(unit->numbers[0], radiansPerDegree, 1e-9))
        return unknown("the unit is not degrees");
    return world ? std::string() : datum->name();
}

} // namespace haneul::formats
