#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::json {

// Valid UTF-8, whatever came in: each byte that is not part of a well-formed sequence (Unicode 15, table 3-7) becomes
// U+FFFD.
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

// Writes JSON (RFC 8259) into one string; commas are its own business. The caller keeps objects and arrays balanced.
class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& null();
    JsonWriter& boolean(bool value);            // named, so that a pointer never becomes true
    JsonWriter& string(std::string_view value); // any bytes; see toValidUtf8
    JsonWriter& integer(std::int64_t value);
    JsonWriter& count(std::uint64_t value);
    // Rounded to so many decimals, without trailing zeros; null when not finite.
    JsonWriter& number(double value, int decimals);
    // Shortest text that reads back as the same double; null when not finite.
    JsonWriter& exact(double value);
    JsonWriter& time(UtcMs value);
    JsonWriter& raw(std::string_view json); // one value that is JSON already

    JsonWriter& stringOrNull(const std::optional<std::string>& value) { return value ? string(*value) : null(); }

    JsonWriter& timeOrNull(const std::optional<UtcMs>& value) { return value ? time(*value) : null(); }

    JsonWriter& numberOrNull(const std::optional<double>& value, int decimals) {
        return value ? number(*value, decimals) : null();
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

    [[nodiscard]] const std::string& text() const { return m_text; }

    void reserve(std::size_t bytes) { m_text.reserve(bytes); }

private:
    void separate();

    std::string m_text;
};

} // namespace haneul::json
