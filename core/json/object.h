#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace haneul::json {

// One item of a list of mixed kinds.
using Scalar = std::variant<std::nullptr_t, bool, double, std::string>;

// A row that ends with a list: [0.3, 30000, [1, 2, 3]].
struct RowWithList {
    std::vector<double> numbers;
    std::vector<double> list;
};

// Reads a JSON object field by field, strictly: RFC 8259 with nothing behind it, each field asked for by its type, no
// field twice, none left over (`finish`). Keeps what it reads from alive; copies are cheap and share it.
// Errors: BAD_JSON (not one well-formed object, or nested deeper than 32), MISSING_FIELD, BAD_FIELD (another type or
// out of range), UNKNOWN_FIELD, DUPLICATE_FIELD; `where` is the path of the field, "limits.upper_m".
class Object {
public:
    [[nodiscard]] static Result<Object> parse(std::string_view text);

    [[nodiscard]] bool has(std::string_view key) const; // present and not null

    [[nodiscard]] Result<std::string> string(std::string_view key);
    [[nodiscard]] Result<std::int64_t> integer(std::string_view key);
    [[nodiscard]] Result<double> number(std::string_view key); // finite; an integer is a number
    [[nodiscard]] Result<bool> boolean(std::string_view key);
    [[nodiscard]] Result<Object> object(std::string_view key);
    [[nodiscard]] Result<std::string> raw(std::string_view key); // an object, as JSON without blanks
    [[nodiscard]] Result<std::vector<std::string>> strings(std::string_view key);
    [[nodiscard]] Result<std::vector<double>> numbers(std::string_view key);
    [[nodiscard]] Result<std::vector<Object>> objects(std::string_view key);

    [[nodiscard]] Result<std::vector<bool>> booleans(std::string_view key);
    [[nodiscard]] Result<std::vector<Scalar>> scalars(std::string_view key);                 // a list of mixed kinds
    [[nodiscard]] Result<std::vector<std::vector<Scalar>>> rows(std::string_view key);       // lists of scalars
    [[nodiscard]] Result<std::vector<std::vector<double>>> numberRows(std::string_view key); // lists of numbers
    [[nodiscard]] Result<std::vector<std::vector<std::vector<double>>>> numberTables(std::string_view key); // of those
    [[nodiscard]] Result<std::vector<RowWithList>> rowsWithList(std::string_view key);

    // The names of the fields, in the order of the text: for objects that are maps.
    [[nodiscard]] std::vector<std::string> keys() const;

    // nullopt when the field is absent or null.
    [[nodiscard]] Result<std::optional<std::string>> optionalString(std::string_view key);
    [[nodiscard]] Result<std::optional<std::int64_t>> optionalInteger(std::string_view key);
    [[nodiscard]] Result<std::optional<double>> optionalNumber(std::string_view key);
    [[nodiscard]] Result<std::optional<bool>> optionalBoolean(std::string_view key);

    // UNKNOWN_FIELD when this object has a field that was never asked for.
    [[nodiscard]] Result<void> finish() const;

private:
    struct Node;
    Object(std::shared_ptr<const Node> node, std::string path);
    template <class T, class Read>
    Result<T> read(std::string_view key, std::string_view wanted, Read take);
    template <class T>
    Result<std::optional<T>> optional(std::string_view key, Result<T> (Object::*take)(std::string_view));
    [[nodiscard]] std::string pathOf(std::string_view key) const;

    std::shared_ptr<const Node> m_node;
    std::string m_path;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace haneul::json
