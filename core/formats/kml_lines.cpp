#include "core/formats/kml_lines.h"

#include "core/formats/xml_gate.h"
#include "core/json/json_writer.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace haneul::formats {

namespace {

constexpr std::size_t longestName = 200;
constexpr std::size_t mostNotes = 100;
constexpr std::string_view spaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// The name without its namespace's prefix: files use "", "kml:" and "gx:" as they like.
std::string_view nameOf(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

// A list of words between spaces, or of numbers between commas.
std::string_view takeUntil(std::string_view& rest, std::string_view separators) {
    const std::size_t end = rest.find_first_of(separators);
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return word;
}

std::optional<double> numberIn(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1); // from_chars takes no plus sign
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

class KmlReader {
public:
    explicit KmlReader(std::string_view text)
        : m_text(text) {}

    Result<void> readContainer(const pugi::xml_node& node);

    [[nodiscard]] KmlFile take();

private:
    Result<void> readPlacemark(const pugi::xml_node& node);
    Result<void> readGeometry(const pugi::xml_node& node, const std::string& name);
    Result<void> readLine(const pugi::xml_node& node, const std::string& name, KmlLineKind kind);
    Result<void> readPoint(const pugi::xml_node& node, const std::string& name);
    Result<void> readTrack(const pugi::xml_node& node, const std::string& name);
    Result<std::vector<KmlPoint>> coordinates(const pugi::xml_node& node);
    Result<std::optional<KmlPoint>> pointIn(std::string_view words, std::string_view separators,
                                            const pugi::xml_node& node);
    Result<std::vector<KmlPoint>> trackPoints(const pugi::xml_node& node);
    std::optional<UtcMs> timeIn(const pugi::xml_node& node);
    KmlHeight heightsOf(const pugi::xml_node& node);

    [[nodiscard]] std::string where(const pugi::xml_node& node) const {
        return lineOf(m_text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)));
    }

    // Only so many: each looks for its line from the beginning of the file.
    void note(const char* code, std::string message, const pugi::xml_node& node) {
        if (m_file.notes.size() < mostNotes)
            m_file.notes.push_back({code, std::move(message), where(node)});
        else
            ++m_moreNotes;
    }

    std::string_view m_text;
    KmlFile m_file;
    std::size_t m_points = 0;
    std::size_t m_areas = 0;
    std::size_t m_moreNotes = 0;
    std::string m_firstArea;
    bool m_timeNoted = false;
};

KmlFile KmlReader::take() {
    if (m_areas > 0)
        m_file.notes.push_back(
            {"AREA", std::format("{} areas are in the file and are not read", m_areas), m_firstArea});
    if (m_moreNotes > 0)
        m_file.notes.push_back({"MORE_NOTES", std::format("{} more things are not read", m_moreNotes), {}});
    return std::move(m_file);
}

Result<void> KmlReader::readContainer(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = nameOf(child);
        Result<void> read;
        if (name == "Document" || name == "Folder")
            read = readContainer(child);
        else if (name == "Placemark")
            read = readPlacemark(child);
        else if (name == "NetworkLink" || name == "GroundOverlay" || name == "PhotoOverlay" || name == "Tour")
            note("NOT_READ", std::format("a {} is not read", name), child);
        if (!read) return read;
    }
    return {};
}

Result<void> KmlReader::readPlacemark(const pugi::xml_node& node) {
    std::string placeName;
    for (const pugi::xml_node child : node.children())
        if (nameOf(child) == "name") placeName = kmlName(child.child_value());
    for (const pugi::xml_node child : node.children())
        if (auto read = readGeometry(child, placeName); !read) return read;
    return {};
}

Result<void> KmlReader::readGeometry(const pugi::xml_node& node, const std::string& name) {
    const std::string_view kind = nameOf(node);
    if (kind == "LineString") return readLine(node, name, KmlLineKind::LineString);
    if (kind == "LinearRing") return readLine(node, name, KmlLineKind::LinearRing);
    if (kind == "Track") return readTrack(node, name);
    if (kind == "Point") return readPoint(node, name);
    if (kind == "MultiGeometry" || kind == "MultiTrack") {
        for (const pugi::xml_node child : node.children())
            if (auto read = readGeometry(child, name); !read) return read;
        return {};
    }
    if (kind == "Polygon" && m_areas++ == 0) m_firstArea = where(node);
    if (kind == "Model") note("NOT_READ", "a Model is not read", node);
    return {};
}

KmlHeight KmlReader::heightsOf(const pugi::xml_node& node) {
    std::string_view mode;
    for (const pugi::xml_node child : node.children()) // gx:altitudeMode, behind or before, says more than altitudeMode
        if (nameOf(child) == "altitudeMode" && (mode.empty() || std::string_view(child.name()).starts_with("gx:")))
            mode = trimmed(child.child_value());
    if (mode == "absolute") return KmlHeight::Amsl;
    if (mode == "relativeToGround") return KmlHeight::AboveGround;
    if (mode.empty() || mode == "clampToGround") return KmlHeight::OnGround;
    note("HEIGHT_NOT_JUDGED", std::format("altitudeMode \"{}\"", kmlName(mode.substr(0, 32))), node);
    return KmlHeight::NotJudged;
}

// Longitude, latitude and perhaps height; nothing where there are no words at all.
Result<std::optional<KmlPoint>> KmlReader::pointIn(std::string_view words, std::string_view separators,
                                                   const pugi::xml_node& node) {
    if (words.empty()) return std::optional<KmlPoint>();
    std::array<double, 3> numbers{};
    std::size_t count = 0;
    std::string_view rest = words;
    do {
        const auto number = numberIn(takeUntil(rest, separators));
        if (!number || count == numbers.size())
            return fail(
                "BAD_COORDINATES",
                std::format("\"{}\" is not longitude, latitude and perhaps height", kmlName(words.substr(0, 60))),
                where(node));
        numbers[count++] = *number;
    } while (!rest.empty());
    if (count < 2 || words.find_last_of(separators) == words.size() - 1)
        return fail("BAD_COORDINATES",
                    std::format("\"{}\" is not longitude, latitude and perhaps height", kmlName(words.substr(0, 60))),
                    where(node));
    KmlPoint point;
    point.place = {numbers[1], numbers[0]};
    if (!point.place.valid())
        return fail("BAD_PLACE", std::format("longitude {}, latitude {} is not on Earth", numbers[0], numbers[1]),
                    where(node));
    if (count == 3) {
        if (std::abs(numbers[2]) > 100'000)
            return fail("BAD_NUMBER", std::format("height {} m is not within 100 km", numbers[2]), where(node));
        point.height_m = numbers[2];
    }
    if (++m_points > maxKmlPoints)
        return fail("TOO_MANY_POINTS", std::format("more than {} points", maxKmlPoints), where(node));
    return std::optional(point);
}

Result<std::vector<KmlPoint>> KmlReader::coordinates(const pugi::xml_node& node) {
    std::vector<KmlPoint> points;
    for (const pugi::xml_node child : node.children()) {
        if (nameOf(child) != "coordinates") continue;
        std::string_view rest = child.child_value();
        while (!rest.empty()) {
            const auto point = pointIn(takeUntil(rest, spaces), ",", child);
            if (!point) return std::unexpected(point.error());
            if (*point) points.push_back(**point);
        }
    }
    return points;
}

Result<void> KmlReader::readLine(const pugi::xml_node& node, const std::string& name, KmlLineKind kind) {
    auto points = coordinates(node);
    if (!points) return std::unexpected(points.error());
    if (points->size() < 2) {
        note("TOO_SHORT", std::format("a line of {} points is not read", points->size()), node);
        return {};
    }
    m_file.lines.push_back({name, kind, heightsOf(node), std::move(*points)});
    return {};
}

Result<void> KmlReader::readPoint(const pugi::xml_node& node, const std::string& name) {
    const auto points = coordinates(node);
    if (!points) return std::unexpected(points.error());
    if (points->size() != 1)
        return fail("BAD_COORDINATES", std::format("a point with {} places", points->size()), where(node));
    m_file.places.push_back({name, heightsOf(node), points->front()});
    return {};
}

std::optional<UtcMs> KmlReader::timeIn(const pugi::xml_node& node) {
    const std::string_view text = trimmed(node.child_value());
    const auto time = fromRfc3339(text);
    if (!time && !text.empty() && !m_timeNoted) {
        note("TIME_NOT_JUDGED", std::format("\"{}\" is not an instant in UTC", kmlName(text.substr(0, 40))), node);
        m_timeNoted = true;
    }
    return time;
}

// Times and places are two lists of one length; an empty place is one that was not known.
Result<std::vector<KmlPoint>> KmlReader::trackPoints(const pugi::xml_node& node) {
    std::vector<std::optional<UtcMs>> times;
    std::vector<std::optional<KmlPoint>> places;
    for (const pugi::xml_node child : node.children()) {
        if (nameOf(child) == "when") times.push_back(timeIn(child));
        if (nameOf(child) != "coord") continue;
        auto place = pointIn(trimmed(child.child_value()), " ", child);
        if (!place) return std::unexpected(place.error());
        places.push_back(std::move(*place));
    }
    if (times.size() != places.size())
        return fail("BAD_TRACK", std::format("{} times and {} places", times.size(), places.size()), where(node));
    std::vector<KmlPoint> points;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i]) continue;
        places[i]->time = times[i];
        points.push_back(*places[i]);
    }
    return points;
}

Result<void> KmlReader::readTrack(const pugi::xml_node& node, const std::string& name) {
    auto points = trackPoints(node);
    if (!points) return std::unexpected(points.error());
    if (points->size() < 2) {
        note("TOO_SHORT", std::format("a track of {} points is not read", points->size()), node);
        return {};
    }
    m_file.lines.push_back({name, KmlLineKind::Track, heightsOf(node), std::move(*points)});
    return {};
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

std::string_view modeOf(KmlHeight heights) {
    switch (heights) {
    case KmlHeight::Amsl:
        return "<altitudeMode>absolute</altitudeMode>";
    case KmlHeight::AboveGround:
        return "<altitudeMode>relativeToGround</altitudeMode>";
    case KmlHeight::NotJudged:
        return "<gx:altitudeMode>relativeToSeaFloor</gx:altitudeMode>";
    case KmlHeight::OnGround:
        break;
    }
    return "<altitudeMode>clampToGround</altitudeMode>";
}

// Numbers as the shortest text that reads back the same.
std::string placeText(const KmlPoint& point, char separator) {
    std::string text = std::format("{}{}{}", point.place.longitude_deg, separator, point.place.latitude_deg);
    if (point.height_m) text += std::format("{}{}", separator, *point.height_m);
    return text;
}

std::string geometryText(const KmlLine& line) {
    std::string text;
    if (line.kind == KmlLineKind::Track) {
        text = std::format("<gx:Track>{}", modeOf(line.heights));
        for (const KmlPoint& point : line.points)
            text += std::format("<when>{}</when>", point.time ? toRfc3339(*point.time) : "");
        for (const KmlPoint& point : line.points)
            text += std::format("<gx:coord>{}</gx:coord>", placeText(point, ' '));
        return text + "</gx:Track>";
    }
    const char* const element = line.kind == KmlLineKind::LinearRing ? "LinearRing" : "LineString";
    text = std::format("<{}>{}<coordinates>", element, modeOf(line.heights));
    for (const KmlPoint& point : line.points)
        text += placeText(point, ',') + ' ';
    return text + std::format("</coordinates></{}>", element);
}

std::string placemarkText(std::string_view name, std::string_view geometry) {
    return std::format("<Placemark><name>{}</name>{}</Placemark>\n", escaped(kmlName(name)), geometry);
}

} // namespace

std::string kmlName(std::string_view text) {
    std::string name = json::toValidUtf8(text);
    std::ranges::replace_if(name, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, ' ');
    name = trimmed(name);
    if (name.size() > longestName) {
        std::size_t end = longestName;
        while ((static_cast<unsigned char>(name[end]) & 0xc0u) == 0x80u) // not inside a character
            --end;
        name.resize(end);
        name = trimmed(name);
    }
    return name;
}

Result<KmlFile> readKml(std::string_view text) {
    if (auto passed = xmlGate(text, {maxKmlBytes, maxKmlDepth, maxKmlElements}); !passed)
        return std::unexpected(passed.error());
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return fail("NOT_WELL_FORMED", parsed.description(), lineOf(text, static_cast<std::size_t>(parsed.offset)));
    const pugi::xml_node root = document.document_element();
    if (nameOf(root) != "kml")
        return fail("NOT_KML", std::format("the file is \"{}\"; \"kml\" is wanted", kmlName(root.name())), "line 1");
    KmlReader reader(text);
    if (auto read = reader.readContainer(root); !read) return std::unexpected(read.error());
    return reader.take();
}

std::string writeKml(std::string_view title, const KmlFile& file) {
    std::string text = std::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                   "<kml xmlns=\"http://www.opengis.net/kml/2.2\" "
                                   "xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n<Document><name>{}</name>\n",
                                   escaped(kmlName(title)));
    for (const KmlLine& line : file.lines)
        text += placemarkText(line.name, geometryText(line));
    for (const KmlPlace& place : file.places)
        text += placemarkText(place.name, std::format("<Point>{}<coordinates>{}</coordinates></Point>",
                                                      modeOf(place.heights), placeText(place.point, ',')));
    return text + "</Document>\n</kml>\n";
}

KmlLine kmlLineOf(const MissionItems& mission) {
    KmlLine line{kmlName(mission.name), KmlLineKind::LineString, KmlHeight::Amsl, {}};
    line.points.push_back({mission.home.place, mission.home.height_m, {}});
    for (const MissionItem& item : mission.items)
        line.points.push_back({item.place, item.height_m, {}});
    return line;
}

} // namespace haneul::formats
