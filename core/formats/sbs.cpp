#include "core/formats/sbs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <format>

namespace haneul::formats {

namespace {

// Positions in the line, 0-based.
enum Column : std::size_t {
    MessageType,
    TransmissionType,
    SessionId,
    AircraftId,
    HexIdent,
    FlightId,
    DateGenerated,
    TimeGenerated,
    DateLogged,
    TimeLogged,
    Callsign,
    Altitude,
    GroundSpeed,
    TrackColumn,
    Latitude,
    Longitude,
    VerticalRate,
    Squawk,
    Alert,
    Emergency,
    Spi,
    IsOnGround,
    ColumnCount
};

constexpr std::array<std::string_view, ColumnCount> columnNames{
    "message type",   "transmission type", "session",       "aircraft", "hex ident", "flight",       "date generated",
    "time generated", "date logged",       "time logged",   "callsign", "altitude",  "ground speed", "track",
    "latitude",       "longitude",         "vertical rate", "squawk",   "alert",     "emergency",    "spi",
    "on ground"};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

bool printable(char c) {
    return c >= 0x20 && c <= 0x7e;
}

// What came from outside goes into messages and logs only short and without control characters.
std::string quotable(std::string_view text) {
    std::string quoted(text.substr(0, 32));
    std::ranges::replace_if(quoted, [](char c) { return !printable(c); }, '?');
    return quoted;
}

std::unexpected<Error> wrong(const char* code, Column column, std::string_view text) {
    return fail(code, std::format("{}: \"{}\"", columnNames[column], quotable(text)), std::string(columnNames[column]));
}

using Fields = std::array<std::string_view, ColumnCount>;

template <class T>
Result<std::optional<T>> number(const Fields& fields, Column column, double low, double high) {
    const std::string_view text = trimmed(fields[column]);
    if (text.empty()) return std::optional<T>{};
    double value = 0;
    const bool plus = text.size() > 1 && text.front() == '+' && text[1] != '-'; // from_chars takes no plus sign
    const char* const begin = text.data() + (plus ? 1 : 0);
    const auto [end, failed] = std::from_chars(begin, text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return wrong("SBS_NUMBER", column, text);
    if (value < low || value > high) return wrong("SBS_RANGE", column, text);
    return std::optional<T>{static_cast<T>(std::is_integral_v<T> ? std::round(value) : value)};
}

// Receivers write 0 or empty, 1 or -1.
Result<std::optional<bool>> flag(const Fields& fields, Column column) {
    const std::string_view text = trimmed(fields[column]);
    if (text.empty()) return std::optional<bool>{};
    if (text == "0") return std::optional{false};
    if (text == "1" || text == "-1") return std::optional{true};
    return wrong("SBS_NUMBER", column, text);
}

// "2026/11/21" and "04:05:06.789"; an absent or odd stamp is unknown, not a reason to lose the position.
std::optional<UtcMs> instant(std::string_view date, std::string_view time) {
    const auto digits = [](std::string_view text, std::size_t at, std::size_t count) -> int {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    if (date.size() != 10 || date[4] != '/' || date[7] != '/' || (time.size() != 8 && time.size() != 12) ||
        time[2] != ':' || time[5] != ':')
        return std::nullopt;
    if (time.size() == 12 && time[8] != '.') return std::nullopt;
    const int year = digits(date, 0, 4), month = digits(date, 5, 2), day = digits(date, 8, 2);
    const int hour = digits(time, 0, 2), minute = digits(time, 3, 2), second = digits(time, 6, 2);
    const int millis = time.size() == 12 ? digits(time, 9, 3) : 0;
    if (year < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 59 || millis < 0)
        return std::nullopt;
    const std::chrono::year_month_day calendar{std::chrono::year{year},
                                               std::chrono::month(static_cast<unsigned>(month)),
                                               std::chrono::day(static_cast<unsigned>(day))};
    if (!calendar.ok()) return std::nullopt;
    return UtcMs{std::chrono::sys_days{calendar}} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second} + milliseconds{millis};
}

Result<Fields> split(std::string_view line) {
    Fields fields;
    std::size_t count = 0;
    std::size_t from = 0;
    for (;;) {
        const std::size_t comma = line.find(',', from);
        if (count == ColumnCount) return fail("SBS_FIELDS", "more than 22 fields");
        fields[count++] = line.substr(from, comma == std::string_view::npos ? comma : comma - from);
        if (comma == std::string_view::npos) break;
        from = comma + 1;
    }
    // Some receivers leave out the trailing empty fields; up to the stamps all must be there.
    if (count < Callsign) return fail("SBS_FIELDS", std::format("{} fields, at least 10 wanted", count));
    return fields;
}

template <class T, class Format>
std::string shown(const std::optional<T>& value, Format format) {
    return value ? format(*value) : std::string();
}

} // namespace

Result<SbsMessage> parseSbsLine(std::string_view line) {
    if (line.size() > SbsLineSplitter::maxLineLength) return fail("SBS_FIELDS", "the line is too long");
    SbsMessage message;
    const std::string_view type = line.substr(0, line.find(','));
    for (const std::string_view other : {"SEL", "ID", "AIR", "STA", "CLK"})
        if (type == other) {
            message.kind = SbsMessage::Kind::Other;
            return message;
        }
    if (type != "MSG")
        return fail("SBS_TYPE", std::format("not a BaseStation record: \"{}\"", quotable(type)),
                    std::string(columnNames[MessageType]));

    const auto split_ = split(line);
    if (!split_) return std::unexpected(split_.error());
    const Fields& fields = *split_;

    const std::string_view transmission = trimmed(fields[TransmissionType]);
    if (transmission.size() != 1 || transmission[0] < '1' || transmission[0] > '8')
        return wrong("SBS_TYPE", TransmissionType, transmission);
    message.transmissionType = transmission[0] - '0';

    const std::string_view address = trimmed(fields[HexIdent]);
    const auto [end, failed] =
        std::from_chars(address.data(), address.data() + address.size(), message.icaoAddress, 16);
    if (failed != std::errc{} || end != address.data() + address.size() || address.size() > 6 ||
        message.icaoAddress == 0)
        return wrong("SBS_ADDRESS", HexIdent, address);

    message.generated = instant(trimmed(fields[DateGenerated]), trimmed(fields[TimeGenerated]));
    message.logged = instant(trimmed(fields[DateLogged]), trimmed(fields[TimeLogged]));
    if (const auto callsign = trimmed(fields[Callsign]); !callsign.empty()) {
        if (callsign.size() > 16 || !std::ranges::all_of(callsign, printable))
            return wrong("SBS_RANGE", Callsign, callsign);
        message.callsign = std::string(callsign);
    }

    std::optional<Error> problem;
    const auto keep = [&]<class T>(std::optional<T>& target, Result<std::optional<T>> value) {
        if (value)
            target = *value;
        else if (!problem)
            problem = value.error();
    };
    keep(message.altitude_ft, number<std::int32_t>(fields, Altitude, -2000, 150'000));
    keep(message.groundSpeed_kt, number<double>(fields, GroundSpeed, 0, 5000));
    keep(message.track_deg, number<double>(fields, TrackColumn, 0, 360));
    keep(message.latitude_deg, number<double>(fields, Latitude, -90, 90));
    keep(message.longitude_deg, number<double>(fields, Longitude, -180, 180));
    keep(message.verticalRate_fpm, number<std::int32_t>(fields, VerticalRate, -100'000, 100'000));
    keep(message.alert, flag(fields, Alert));
    keep(message.emergency, flag(fields, Emergency));
    keep(message.ident, flag(fields, Spi));
    keep(message.onGround, flag(fields, IsOnGround));
    if (problem) return std::unexpected(*problem);

    if (const auto code = trimmed(fields[Squawk]); !code.empty()) {
        std::uint16_t value = 0;
        const auto [stop, bad] = std::from_chars(code.data(), code.data() + code.size(), value, 8);
        if (bad != std::errc{} || stop != code.data() + code.size() || code.size() > 4)
            return wrong("SBS_NUMBER", Squawk, code);
        message.squawk = value;
    }
    if (message.latitude_deg.has_value() != message.longitude_deg.has_value())
        return wrong("SBS_RANGE", Latitude, "latitude and longitude must come together");
    return message;
}

std::string writeSbsLine(const SbsMessage& message) {
    const auto stamp = [](const std::optional<UtcMs>& time) {
        return time ? std::format("{:%Y/%m/%d},{:%T}", *time, *time) : std::string(",");
    };
    const auto truth = [](bool value) { return std::string(value ? "-1" : "0"); };
    const auto whole = [](auto value) { return std::format("{}", value); };
    return std::format("MSG,{},1,1,{:06X},1,{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", message.transmissionType,
                       message.icaoAddress, stamp(message.generated), stamp(message.logged),
                       message.callsign.value_or(""), shown(message.altitude_ft, whole),
                       shown(message.groundSpeed_kt, [](double v) { return std::format("{:.1f}", v); }),
                       shown(message.track_deg, [](double v) { return std::format("{:.1f}", v); }),
                       shown(message.latitude_deg, [](double v) { return std::format("{:.6f}", v); }),
                       shown(message.longitude_deg, [](double v) { return std::format("{:.6f}", v); }),
                       shown(message.verticalRate_fpm, whole),
                       shown(message.squawk, [](std::uint16_t v) { return std::format("{:04o}", v); }),
                       shown(message.alert, truth), shown(message.emergency, truth), shown(message.ident, truth),
                       shown(message.onGround, truth));
}

void SbsLineSplitter::feed(std::span<const std::byte> bytes, const std::function<void(std::string_view)>& onLine) {
    for (const std::byte byte : bytes) {
        const char c = static_cast<char>(byte);
        if (c == '\n') {
            endLine(onLine);
        } else if (m_bad) {
            ++m_malformedBytes;
        } else if (m_line.size() == maxLineLength || (c != '\r' && !printable(c))) {
            m_bad = true;
            m_malformedBytes += m_line.size() + 1;
        } else {
            m_line += c;
        }
    }
}

void SbsLineSplitter::endLine(const std::function<void(std::string_view)>& onLine) {
    if (!m_bad && m_line.ends_with('\r')) m_line.pop_back();
    if (!m_bad && m_line.contains('\r')) {
        m_bad = true;
        m_malformedBytes += m_line.size();
    }
    if (m_bad)
        ++m_malformed;
    else if (!m_line.empty())
        onLine(m_line);
    reset();
}

void SbsLineSplitter::reset() {
    m_line.clear();
    m_bad = false;
}

} // namespace haneul::formats
