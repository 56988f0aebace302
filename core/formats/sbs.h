#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace haneul::formats {

// One line of BaseStation ("SBS-1") text, as ADS-B receivers serve it on TCP port 30003: 22 fields between commas.
// Most lines carry only a few of them; absent is absent, not zero. Times are the receiver's, written without a zone;
// they are taken as UTC.
struct SbsMessage {
    enum class Kind {
        Transmission, // MSG: something an aircraft sent
        Other,        // SEL, ID, AIR, STA, CLK: about the receiver's own screen
    };
    Kind kind = Kind::Transmission;
    int transmissionType = 0;      // 1..8 of MSG: 1 identity, 2 surface, 3 airborne position, 4 velocity, 5 and 6
                                   // surveillance, 7 air to air, 8 all call
    std::uint32_t icaoAddress = 0; // 24 bits
    std::optional<UtcMs> generated;
    std::optional<UtcMs> logged;
    std::optional<std::string> callsign;     // without the padding
    std::optional<std::int32_t> altitude_ft; // pressure altitude, 1013.25 hPa
    std::optional<double> groundSpeed_kt;
    std::optional<double> track_deg; // true
    std::optional<double> latitude_deg;
    std::optional<double> longitude_deg;
    std::optional<std::int32_t> verticalRate_fpm;
    std::optional<std::uint16_t> squawk; // four octal digits as a number: 07700
    std::optional<bool> alert;
    std::optional<bool> emergency;
    std::optional<bool> ident; // special position identification
    std::optional<bool> onGround;

    bool operator==(const SbsMessage&) const = default;
};

// `line` without its end, at most SbsLineSplitter::maxLineLength. Codes: SBS_FIELDS, SBS_TYPE, SBS_ADDRESS, SBS_NUMBER
// (`where` names the field), SBS_RANGE (readable, but not possible: latitude 91, a callsign with a control character).
// Messages quote the field in printable ASCII, cut short.
[[nodiscard]] Result<SbsMessage> parseSbsLine(std::string_view line);

// With CR LF, as a receiver sends it, for simulated receivers. Of Kind::Transmission only; a callsign has no comma.
// Speed and track are written to 0.1, positions to 1e-6 degrees.
[[nodiscard]] std::string writeSbsLine(const SbsMessage& message);

// Cuts a stream into lines, however the bytes arrive. A line longer than maxLineLength, or with a byte that is no
// printable ASCII, is not handed on; it is counted, and the next line is read as if nothing had been.
class SbsLineSplitter {
public:
    static constexpr std::size_t maxLineLength = 1024;

    void feed(std::span<const std::byte> bytes, const std::function<void(std::string_view line)>& onLine);
    // The connection broke: forget the half line.
    void reset();

    [[nodiscard]] std::uint64_t malformedLines() const { return m_malformed; } // ended ones

    // Bytes of lines that were not handed on; grows at once, also while garbage without an end comes in.
    [[nodiscard]] std::uint64_t malformedBytes() const { return m_malformedBytes; }

private:
    void endLine(const std::function<void(std::string_view line)>& onLine);

    std::string m_line;
    bool m_bad = false;
    std::uint64_t m_malformed = 0;
    std::uint64_t m_malformedBytes = 0;
};

} // namespace haneul::formats
