#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace haneul::formats {

// A value of a JSON file that is read leniently: what type it has is asked, and where it is can be said.
// simdjson's document must outlive it. Files that strangers wrote; the strict json::Object is for our own wire.
struct JsonValue {
    simdjson::dom::element element;
    std::string path;

    [[nodiscard]] bool isObject() const { return element.is_object(); }

    [[nodiscard]] bool isArray() const { return element.is_array(); }

    // Of an object: present and neither null nor an empty string (authorities write "" for nothing).
    [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const {
        simdjson::dom::element value;
        if (element.at_key(key).get(value) || value.is_null()) return std::nullopt;
        if (std::string_view text; !value.get_string().get(text) && text.empty()) return std::nullopt;
        return JsonValue{value, path.empty() ? std::string(key) : path + '.' + std::string(key)};
    }

    [[nodiscard]] std::optional<std::string_view> string() const {
        std::string_view text;
        if (element.get_string().get(text)) return std::nullopt;
        return text;
    }

    [[nodiscard]] std::optional<double> number() const {
        double value = 0;
        if (element.get_double().get(value)) return std::nullopt;
        return value;
    }

    template <class Use>
    void each(Use use) const { // of an array
        simdjson::dom::array items;
        if (element.get_array().get(items)) return;
        std::size_t index = 0;
        for (const auto item : items)
            use(JsonValue{item, path + '[' + std::to_string(index++) + ']'});
    }
};

} // namespace haneul::formats
