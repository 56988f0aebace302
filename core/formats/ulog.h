#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// PX4's flight logs (docs.px4.io, "ULog File Format"): self-describing binary records. Only as much as time series of
// single values need: header, flags, formats, subscriptions and data; texts, parameters and arrays are passed over.
namespace haneul::formats {

enum class UlogType { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float, Double, Bool, Char };

// A single value of a topic; arrays and values of other formats are not among them.
struct UlogField {
    std::string name;
    UlogType type = UlogType::UInt8;
    std::size_t offset = 0; // in the data
};

struct UlogTopic {
    std::string name;
    std::uint8_t instance = 0; // "multi id": the second GPS is 1
    std::vector<UlogField> fields;
};

// One data record. Valid as long as the file is.
class UlogRecord {
public:
    UlogRecord(const UlogTopic& topic, std::span<const std::byte> data)
        : m_topic(topic)
        , m_data(data) {}

    [[nodiscard]] const UlogTopic& topic() const { return m_topic; }

    // Nothing: no such field, not a single number, or cut off at the end of the record. NaN comes back as nothing.
    [[nodiscard]] std::optional<double> number(std::string_view field) const;
    [[nodiscard]] std::optional<std::uint64_t> count(std::string_view field) const; // of an integer not below 0
    [[nodiscard]] std::optional<bool> truth(std::string_view field) const;

private:
    [[nodiscard]] const UlogField* find(std::string_view name) const;

    const UlogTopic& m_topic;
    std::span<const std::byte> m_data;
};

struct UlogCounters {
    std::uint64_t records = 0;       // handed on
    std::uint64_t unreadable = 0;    // data of a topic or format that the file has not said
    std::uint64_t dropouts = 0;      // the logger itself lost data
    std::uint64_t damagedPlaces = 0; // passed over up to the next mark of synchronisation, or to the end
    std::uint64_t damagedBytes = 0;

    bool operator==(const UlogCounters&) const = default;
};

// Hands on every data record in the order of the file. Codes: NOT_A_ULOG, BAD_VERSION, INCOMPATIBLE (flags that are
// not understood: nothing behind them can be trusted), BAD_FORMAT (`where` is the name of the format).
[[nodiscard]] Result<UlogCounters> readUlog(std::span<const std::byte> file,
                                            const std::function<void(const UlogRecord&)>& onRecord);

} // namespace haneul::formats
