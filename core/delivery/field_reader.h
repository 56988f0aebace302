#pragma once

#include "core/base/time.h"
#include "core/json/object.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <format>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::delivery {

// The two values of a choice and their names on the wire.
template <class Value>
using Names = std::array<std::pair<Value, std::string_view>, 2>;

template <class Value>
std::string_view nameOf(const Names<Value>& names, Value value) {
    return names[names[0].first == value ? 0 : 1].second;
}

// Takes the fields of an object one after the other. After the first refusal it does nothing more, so that it need be
// asked for only at the end.
class FieldReader {
public:
    FieldReader(json::Object object, std::optional<Error>& refusal)
        : m_object(std::move(object))
        , m_refusal(refusal) {}

    // Absent or null: `value` stays as it is.
    FieldReader& may(std::string_view key, std::string& value) {
        return take(m_object, key, &json::Object::optionalString, value);
    }

    FieldReader& may(std::string_view key, std::integral auto& value) {
        return take(m_object, key, &json::Object::optionalInteger, value);
    }

    FieldReader& may(std::string_view key, double& value) {
        return take(m_object, key, &json::Object::optionalNumber, value);
    }

    FieldReader& may(std::string_view key, std::optional<std::int64_t>& value) {
        return take(m_object, key, &json::Object::optionalInteger, value);
    }

    FieldReader& may(std::string_view key, std::optional<double>& value) {
        return take(m_object, key, &json::Object::optionalNumber, value);
    }

    template <class Value>
    FieldReader& may(std::string_view key, const Names<Value>& names, Value& value) {
        std::optional<std::string> name;
        take(m_object, key, &json::Object::optionalString, name);
        if (name) choose(key, *name, names, value);
        return *this;
    }

    FieldReader& must(std::string_view key, std::string& value) {
        return take(m_object, key, &json::Object::string, value);
    }

    FieldReader& must(std::string_view key, double& value) { return take(m_object, key, &json::Object::number, value); }

    FieldReader& must(std::string_view key, UtcMs& value) {
        std::string text;
        must(key, text);
        if (m_refusal) return *this;
        if (const auto time = fromRfc3339(text))
            value = *time;
        else
            refuse(key, "must be a time like 2026-11-21T04:05:06.789Z");
        return *this;
    }

    template <class Value>
    FieldReader& must(std::string_view key, const Names<Value>& names, Value& value) {
        std::string name;
        must(key, name);
        if (!m_refusal) choose(key, name, names, value);
        return *this;
    }

    template <class Value, class Read>
    FieldReader& list(std::string_view key, bool required, std::vector<Value>& values, Read read) {
        if (m_refusal || (!required && skip(key))) return *this;
        auto objects = m_object.objects(key);
        if (!objects) {
            m_refusal = objects.error();
            return *this;
        }
        values.clear();
        for (json::Object& each : *objects) {
            FieldReader reader(std::move(each), m_refusal);
            read(reader, values.emplace_back());
            reader.finish();
        }
        return *this;
    }

    template <class Value, class Read>
    FieldReader& may(std::string_view key, std::optional<Value>& value, Read read) {
        if (m_refusal || skip(key)) return *this;
        auto object = m_object.object(key);
        if (!object) {
            m_refusal = object.error();
            return *this;
        }
        FieldReader reader(*std::move(object), m_refusal);
        read(reader, value.emplace());
        reader.finish();
        return *this;
    }

    template <class Read>
    FieldReader& must(std::string_view key, Read read)
        requires std::invocable<Read, FieldReader&>
    {
        if (m_refusal) return *this;
        auto object = m_object.object(key);
        if (!object) {
            m_refusal = object.error();
            return *this;
        }
        FieldReader reader(*std::move(object), m_refusal);
        read(reader);
        reader.finish();
        return *this;
    }

    FieldReader& must(std::string_view key, std::vector<double>& value) {
        return take(m_object, key, &json::Object::numbers, value);
    }

    FieldReader& must(std::string_view key, std::vector<std::vector<double>>& value) {
        return take(m_object, key, &json::Object::numberRows, value);
    }

    // One certain text.
    FieldReader& must(std::string_view key, const char* wanted) {
        std::string text;
        must(key, text);
        if (!m_refusal && text != wanted) refuse(key, std::format("must be \"{}\"", wanted));
        return *this;
    }

    // Of a value that was read: another one was needed.
    void refuse(std::string_view key, std::string message) {
        if (m_refusal) return;
        // The object knows its own path: ask it for what is not there.
        const auto located = m_object.boolean(key);
        m_refusal = Error{"BAD_FIELD", std::move(message), located ? std::string(key) : located.error().where};
    }

    [[nodiscard]] bool refused() const { return m_refusal.has_value(); }

    // Nothing may be left over.
    void finish() {
        if (m_refusal) return;
        if (auto finished = m_object.finish(); !finished) m_refusal = finished.error();
    }

private:
    // Absent or null; marks the field as known.
    bool skip(std::string_view key) {
        if (m_object.has(key)) return false;
        (void)m_object.optionalString(key);
        return true;
    }

    template <class Value>
    void choose(std::string_view key, std::string_view name, const Names<Value>& names, Value& value) {
        for (const auto& [each, itsName] : names)
            if (itsName == name) {
                value = each;
                return;
            }
        refuse(key, std::format("must be \"{}\" or \"{}\"", names[0].second, names[1].second));
    }

    template <class Found, class Value>
    FieldReader& take(json::Object& object, std::string_view key, Result<Found> (json::Object::*read)(std::string_view),
                      Value& value) {
        if (m_refusal) return *this;
        auto found = (object.*read)(key);
        if (!found)
            m_refusal = found.error();
        else
            put(key, *std::move(found), value);
        return *this;
    }

    template <class Value>
    void put(std::string_view, Value found, Value& value) {
        value = std::move(found);
    }

    template <class Value>
    void put(std::string_view, std::optional<Value> found, Value& value) {
        if (found) value = *std::move(found);
    }

    // Out of range of the smaller type: the field is refused, not cut off.
    template <std::integral Value>
        requires(!std::same_as<Value, std::int64_t>)
    void put(std::string_view key, std::optional<std::int64_t> found, Value& value) {
        if (!found) return;
        if (!std::in_range<Value>(*found))
            refuse(key, "out of range");
        else
            value = static_cast<Value>(*found);
    }

    json::Object m_object;
    std::optional<Error>& m_refusal;
};

} // namespace haneul::delivery
