#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/json/object.h"
#include "server/http/api.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// The query of one route: every name is asked for, whatever is left over is refused. Keeps the first error
// (BAD_QUERY).
class QueryReader {
public:
    explicit QueryReader(std::string_view query);

    std::optional<std::string> text(const std::string& name);
    std::size_t limit(std::size_t usual = 200, std::size_t largest = 1000);             // "limit"
    std::size_t count(const std::string& name, std::size_t usual, std::size_t largest); // from 1 on
    bool flag(const std::string& name);                 // "true", "false"; absent is false
    std::optional<UtcMs> time(const std::string& name); // RFC 3339
    // "126.9,37.4,127.2,37.7"
    std::optional<std::vector<double>> numbers(const std::string& name, std::size_t count);

    // A word of a list.
    template <class From>
    auto word(const std::string& name, From from) -> decltype(from(std::string_view())) {
        const auto value = text(name);
        if (!value) return std::nullopt;
        const auto found = from(*value);
        if (!found) bad(name, "there is no such value");
        return found;
    }

    void bad(const std::string& name, std::string message);
    std::optional<Error> error();

private:
    std::map<std::string, std::string> m_items;
    std::optional<Error> m_error;
};

// The JSON object of a request body, the first error kept.
class BodyReader {
public:
    BodyReader(std::string_view contentType, std::string_view body);

    // What `read` makes of the object, unless something was wrong before.
    template <class T, class Read>
    T take(Read read) {
        if (m_error) return T{};
        Result<T> value = read(*m_object);
        if (value) return *std::move(value);
        m_error = value.error();
        return T{};
    }

    std::string text(std::string_view key);
    std::optional<std::string> optionalText(std::string_view key);
    std::string textOrEmpty(std::string_view key); // empty: not said
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::string> optionalTexts(std::string_view key); // absent or null: none

    template <class From>
    auto word(std::string_view key, From from) {
        const auto value = from(text(key));
        if (!value) bad(key, "there is no such value");
        return value.value_or(typename decltype(value)::value_type{});
    }

    void bad(std::string_view key, std::string message);
    std::optional<Error> error(); // nothing unknown, nothing missing

private:
    Result<json::Object> m_object;
    std::optional<Error> m_error;
};

[[nodiscard]] Response withStatus(unsigned status, std::string body);
[[nodiscard]] Response okay(); // {"status":"ok"}
// A rule that was broken is 422, also one that has no status of its own; what failed in here stays 500.
[[nodiscard]] Response refusalOfRule(const Error& error);

} // namespace haneul::http
