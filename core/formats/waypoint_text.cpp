#include "core/formats/waypoint_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace haneul::formats {

namespace {

constexpr std::string_view header = "QGC WPL 110";
constexpr std::string_view headerStart = "QGC WPL ";
constexpr std::size_t maxLineLength = 512;

enum Field : std::size_t { Index, Current, FrameField, CommandField, FirstParameter, AutoContinue = 11, FieldCount };

using Fields = std::array<std::string_view, FieldCount>;

std::string quotable(std::string_view text) {
    std::string quoted(text.substr(0, 32));
    std::ranges::replace_if(quoted, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return quoted;
}

std::string whereOfParameter(const MissionCommand& item, std::size_t index) {
    return std::format("{}, field {}", item.where, FirstParameter + index + 1);
}

// One line after the other, without its end; empty lines at the end of the file are none.
class Lines {
public:
    explicit Lines(std::string_view text)
        : m_rest(text) {
        while (!m_rest.empty() && (m_rest.back() == '\n' || m_rest.back() == '\r'))
            m_rest.remove_suffix(1);
    }

    std::optional<std::string_view> next() {
        if (m_done) return std::nullopt;
        const std::size_t end = m_rest.find('\n');
        std::string_view line = m_rest.substr(0, end);
        m_done = end == std::string_view::npos;
        if (!m_done) m_rest.remove_prefix(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++m_number;
        return line;
    }

    [[nodiscard]] std::string where() const { return std::format("line {}", m_number); }

private:
    std::string_view m_rest;
    std::size_t m_number = 0;
    bool m_done = false;
};

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || std::isinf(value)) return std::nullopt;
    return value;
}

std::optional<int> integerIn(std::string_view text, int highest) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < 0 || value > highest) return std::nullopt;
    return value;
}

// Two numbers and nothing else: ArduPilot's fence files.
bool isFencePoint(std::string_view line) {
    const std::size_t gap = line.find_first_of("\t ");
    if (gap == std::string_view::npos) return false;
    const std::size_t second = line.find_first_not_of("\t ", gap);
    return second != std::string_view::npos && numberIn(line.substr(0, gap)) && numberIn(line.substr(second));
}

Result<void> wantHeader(std::string_view line) {
    if (line == header) return {};
    if (line.starts_with(headerStart))
        return fail("BAD_VERSION",
                    std::format("version \"{}\"; only 110 is read", quotable(line.substr(headerStart.size()))),
                    "line 1");
    if (line.starts_with("RALLY"))
        return fail("NOT_A_MISSION", "a file of rally points; a mission is wanted", "line 1");
    if (isFencePoint(line)) return fail("NOT_A_MISSION", "a file of fence points; a mission is wanted", "line 1");
    return fail("NOT_A_MISSION", std::format("begins with \"{}\"; \"{}\" is wanted", quotable(line), header), "line 1");
}

Result<Fields> fieldsOf(std::string_view line, const std::string& where) {
    if (line.size() > maxLineLength)
        return fail("BAD_LINE", std::format("{} characters; at most {} are read", line.size(), maxLineLength), where);
    if (static_cast<std::size_t>(std::ranges::count(line, '\t')) + 1 != FieldCount)
        return fail("BAD_LINE",
                    std::format("{} fields between tabs; 12 are wanted", std::ranges::count(line, '\t') + 1), where);
    Fields fields;
    std::size_t from = 0;
    for (std::string_view& field : fields) {
        const std::size_t end = std::min(line.find('\t', from), line.size());
        field = line.substr(from, end - from);
        from = end + 1;
    }
    return fields;
}

Result<MissionCommand> commandIn(std::string_view line, std::size_t index, const std::string& where) {
    const auto fields = fieldsOf(line, where);
    if (!fields) return std::unexpected(fields.error());
    const auto wrong = [&](std::size_t field, std::string_view wanted) {
        return fail("BAD_LINE", std::format("\"{}\" must be {}", quotable((*fields)[field]), wanted),
                    std::format("{}, field {}", where, field + 1));
    };
    if (integerIn((*fields)[Index], 1'000'000) != static_cast<int>(index))
        return fail("BAD_INDEX", std::format("index \"{}\"; {} is wanted", quotable((*fields)[Index]), index),
                    std::format("{}, field 1", where));
    if (!integerIn((*fields)[Current], 1)) return wrong(Current, "0 or 1");
    if (!integerIn((*fields)[AutoContinue], 1)) return wrong(AutoContinue, "0 or 1");
    const auto frame = integerIn((*fields)[FrameField], 255);
    if (!frame) return wrong(FrameField, "a MAV_FRAME, 0 to 255");
    const auto command = integerIn((*fields)[CommandField], 65'535);
    if (!command) return wrong(CommandField, "a MAV_CMD, 0 to 65535");
    MissionCommand item;
    item.where = where;
    item.frame = *frame;
    item.command = *command;
    for (std::size_t i = 0; i < item.params.size(); ++i) {
        const auto value = numberIn((*fields)[FirstParameter + i]);
        if (!value) return wrong(FirstParameter + i, "a number");
        if (!std::isnan(*value)) item.params[i] = *value;
    }
    return item;
}

// Takes home from the commands, where it is.
Result<void> takeHome(std::vector<MissionCommand>& commands, MissionFile& file) {
    const auto unknown = [&] {
        file.notes.push_back({"HOME_UNKNOWN", "the file does not say where home is", "line 2"});
    };
    if (commands.empty() || commands.front().command != 16 || commands.front().frame != 0) {
        unknown();
        return {};
    }
    MissionFile first;
    if (auto read = readCommands(std::span(commands).first(1), whereOfParameter, first); !read) return read;
    const PathItem& item = first.items.front();
    if (item.place && item.heightReference == HeightReference::Amsl) {
        file.home = MissionHome{*item.place, item.height_m};
        file.notes.push_back({"HOME_LINE", "the first item is taken as home", item.where});
    } else {
        unknown();
    }
    commands.erase(commands.begin());
    return {};
}

void appendLine(std::string& text, std::size_t index, const MissionCommand& command) {
    text += std::format("{}\t{}\t{}\t{}", index, index == 0 ? 1 : 0, command.frame, command.command);
    for (const auto& parameter : command.params)
        text += std::format("\t{}", parameter.value_or(0)); // shortest text that reads back the same
    text += "\t1\n";
}

} // namespace

Result<MissionFile> readWaypointText(std::string_view text) {
    if (text.size() > maxMissionFileBytes)
        return fail("TOO_LARGE", std::format("{} bytes; at most {} are read", text.size(), maxMissionFileBytes));
    Lines lines(text);
    if (auto right = wantHeader(lines.next().value_or("")); !right) return std::unexpected(right.error());
    std::vector<MissionCommand> commands;
    while (const auto line = lines.next()) {
        if (commands.size() == maxMissionCommands)
            return fail("TOO_LARGE", std::format("more than {} items", maxMissionCommands), lines.where());
        auto command = commandIn(*line, commands.size(), lines.where());
        if (!command) return std::unexpected(command.error());
        commands.push_back(std::move(*command));
    }
    MissionFile file;
    if (auto taken = takeHome(commands, file); !taken) return std::unexpected(taken.error());
    if (auto read = readCommands(commands, whereOfParameter, file); !read) return std::unexpected(read.error());
    return file;
}

Result<std::string> writeWaypointText(const MissionItems& mission) {
    if (auto good = checkMissionItems(mission); !good) return std::unexpected(good.error());
    const geo::LatLon home = mission.home.place;
    std::string text = std::string(header) + "\n";
    appendLine(text, 0, {16, 0, {0, 0, 0, 0, home.latitude_deg, home.longitude_deg, mission.home.height_m}, false, {}});
    std::size_t index = 0;
    for (const MissionCommand& command : commandsOf(mission))
        appendLine(text, ++index, command);
    return text;
}

} // namespace haneul::formats
