#pragma once

#include "core/geo/position.h"
#include "core/json/object.h"

#include <cstdint>
#include <format>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::paths {

// Reads fields and keeps the first error; what is absent stays as it was.
class Fields {
public:
    explicit Fields(json::Object& object)
        : m_object(object) {}

    void number(const char* key, double& value, double least, double most) {
        if (const auto read = take(m_object.optionalNumber(key))) {
            if (*read >= least && *read <= most)
                value = *read;
            else
                refuse({"BAD_FIELD", std::format("must be {} to {}", least, most), key});
        }
    }

    std::optional<double> number(const char* key, double least, double most) {
        const auto read = take(m_object.optionalNumber(key));
        if (read && !(*read >= least && *read <= most)) {
            refuse({"BAD_FIELD", std::format("must be {} to {}", least, most), key});
            return std::nullopt;
        }
        return read;
    }

    void count(const char* key, std::size_t& value, std::int64_t most) {
        if (const auto read = take(m_object.optionalInteger(key))) {
            if (*read >= 0 && *read <= most)
                value = static_cast<std::size_t>(*read);
            else
                refuse({"BAD_FIELD", std::format("must be 0 to {}", most), key});
        }
    }

    // Of what must be there.
    double wanted(const char* key, double least, double most) {
        const auto read = number(key, least, most);
        if (!read) refuse({"MISSING_FIELD", "is missing", key});
        return read.value_or(least);
    }

    void flag(const char* key, bool& value) {
        if (const auto read = take(m_object.optionalBoolean(key))) value = *read;
    }

    std::optional<std::string> text(const char* key) { return take(m_object.optionalString(key)); }

    template <class Value, class From>
    void word(const char* key, Value& value, From from, const char* accepted) {
        const auto read = text(key);
        if (!read) return;
        if (const auto found = from(*read))
            value = *found;
        else
            refuse({"BAD_FIELD", std::format("must be {}", accepted), key});
    }

    [[nodiscard]] bool has(const char* key) {
        if (m_object.has(key)) return true;
        take(m_object.optionalString(key)); // asked for; null is as absent
        return false;
    }

    template <class Read>
    void object(const char* key, Read read) {
        if (!has(key)) return;
        auto found = m_object.object(key);
        if (!found) return refuse(found.error());
        Fields fields(*found);
        read(fields);
        fields.finishInto(*this);
    }

    template <class Read>
    void list(const char* key, std::size_t most, Read read) {
        auto found = m_object.objects(key);
        if (!found) return refuse(found.error());
        if (found->size() > most) return refuse({"BAD_FIELD", std::format("has at most {} items", most), key});
        for (auto& item : *found) {
            Fields fields(item);
            read(fields);
            fields.finishInto(*this);
        }
    }

    void place(const char* key, geo::LatLon& value) {
        const auto numbers = m_object.numbers(key);
        if (!numbers) return refuse(numbers.error());
        if (numbers->size() != 2) return refuse({"BAD_FIELD", "must be [longitude, latitude]", key});
        value = {(*numbers)[1], (*numbers)[0]};
        if (!value.valid()) refuse({"BAD_FIELD", "must be [longitude, latitude] in degrees", key});
    }

    void texts(const char* key, std::vector<std::string>& values) {
        if (!has(key)) return;
        auto read = m_object.strings(key);
        if (read)
            values = *std::move(read);
        else
            refuse(read.error());
    }

    void ignore(const char* key) { // an object that is not read
        if (!has(key)) return;
        if (auto read = m_object.raw(key); !read) refuse(read.error());
    }

    void refuse(Error error) {
        if (!m_refusal) m_refusal = std::move(error);
    }

    [[nodiscard]] Result<void> refusal() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return {};
    }

    // Nothing else stands there.
    [[nodiscard]] Result<void> finish() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return m_object.finish();
    }

private:
    void finishInto(Fields& outer) {
        if (m_refusal) return outer.refuse(*m_refusal);
        if (auto done = m_object.finish(); !done) outer.refuse(done.error());
    }

    template <class Value>
    std::optional<Value> take(Result<std::optional<Value>> read) {
        if (read) return *std::move(read);
        refuse(read.error());
        return std::nullopt;
    }

    json::Object& m_object;
    std::optional<Error> m_refusal;
};

} // namespace haneul::paths
