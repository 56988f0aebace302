#include "core/json/object.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::json {

namespace {

constexpr std::size_t deepest = 32;

// A parsed document; the elements point into it.
struct Document {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
};

std::string below(std::string_view path, std::string_view key) {
    return path.empty() ? std::string(key) : std::format("{}.{}", path, key);
}

// simdjson keeps the first of two equal keys and says nothing.
Result<void> refuseDuplicates(const simdjson::dom::object& object, const std::string& path) {
    std::set<std::string_view> seen;
    for (const auto field : object)
        if (!seen.insert(field.key).second)
            return fail("DUPLICATE_FIELD", "the field is there twice", below(path, field.key));
    return {};
}

bool takeScalar(simdjson::dom::element value, Scalar& result) {
    double number = 0;
    bool truth = false;
    std::string_view text;
    if (value.is_null())
        result = nullptr;
    else if (!value.get_bool().get(truth))
        result = truth;
    else if (!value.get_double().get(number) && std::isfinite(number))
        result = number;
    else if (!value.get_string().get(text))
        result = std::string(text);
    else
        return false;
    return true;
}

bool takeNumbers(simdjson::dom::element value, std::vector<double>& result) {
    simdjson::dom::array items;
    if (value.get_array().get(items)) return false;
    for (const auto item : items) {
        double number = 0;
        if (item.get_double().get(number) || !std::isfinite(number)) return false;
        result.push_back(number);
    }
    return true;
}

bool takeNumberRows(simdjson::dom::element value, std::vector<std::vector<double>>& result) {
    simdjson::dom::array rows;
    if (value.get_array().get(rows)) return false;
    return std::ranges::all_of(rows,
                               [&](simdjson::dom::element row) { return takeNumbers(row, result.emplace_back()); });
}

bool takeRowWithList(simdjson::dom::element value, RowWithList& result) {
    simdjson::dom::array items;
    if (value.get_array().get(items) || items.size() == 0) return false;
    std::size_t left = items.size();
    for (const auto item : items) {
        double number = 0;
        if (--left == 0) return takeNumbers(item, result.list);
        if (item.get_double().get(number) || !std::isfinite(number)) return false;
        result.numbers.push_back(number);
    }
    return false;
}

} // namespace

struct Object::Node {
    std::shared_ptr<const Document> document;
    simdjson::dom::object object;
};

Object::Object(std::shared_ptr<const Node> node, std::string path)
    : m_node(std::move(node))
    , m_path(std::move(path)) {}

Result<Object> Object::parse(std::string_view text) {
    auto document = std::make_shared<Document>();
    simdjson::dom::object root;
    const simdjson::padded_string padded(text);
    if (document->parser.allocate(text.size() + 1, deepest) || document->parser.parse(padded).get(document->root) ||
        document->root.get_object().get(root))
        return fail("BAD_JSON", "not one well-formed JSON object");
    if (auto once = refuseDuplicates(root, {}); !once) return std::unexpected(once.error());
    return Object(std::make_shared<const Node>(std::move(document), root), {});
}

std::string Object::pathOf(std::string_view key) const {
    return below(m_path, key);
}

bool Object::has(std::string_view key) const {
    simdjson::dom::element value;
    return !m_node->object.at_key(key).get(value) && !value.is_null();
}

template <class T, class Read>
Result<T> Object::read(std::string_view key, std::string_view wanted, Read take) {
    m_asked.emplace(key);
    simdjson::dom::element value;
    if (m_node->object.at_key(key).get(value))
        return fail("MISSING_FIELD", std::format("missing; it must be {}", wanted), pathOf(key));
    T result{};
    if (!take(value, result)) return fail("BAD_FIELD", std::format("must be {}", wanted), pathOf(key));
    return result;
}

template <class T>
Result<std::optional<T>> Object::optional(std::string_view key, Result<T> (Object::*take)(std::string_view)) {
    m_asked.emplace(key);
    if (!has(key)) return std::nullopt;
    return (this->*take)(key).transform([](T value) { return std::optional<T>(std::move(value)); });
}

Result<std::string> Object::string(std::string_view key) {
    return read<std::string>(key, "a string", [](simdjson::dom::element value, std::string& result) {
        std::string_view text;
        if (value.get_string().get(text)) return false;
        result = text;
        return true;
    });
}

Result<std::int64_t> Object::integer(std::string_view key) {
    return read<std::int64_t>(key, "an integer", [](simdjson::dom::element value, std::int64_t& result) {
        return !value.get_int64().get(result);
    });
}

Result<double> Object::number(std::string_view key) {
    return read<double>(key, "a number", [](simdjson::dom::element value, double& result) {
        return !value.get_double().get(result) && std::isfinite(result);
    });
}

Result<bool> Object::boolean(std::string_view key) {
    return read<bool>(key, "true or false",
                      [](simdjson::dom::element value, bool& result) { return !value.get_bool().get(result); });
}

Result<Object> Object::object(std::string_view key) {
    auto found =
        read<simdjson::dom::object>(key, "an object", [](simdjson::dom::element value, simdjson::dom::object& result) {
            return !value.get_object().get(result);
        });
    if (!found) return std::unexpected(found.error());
    if (auto once = refuseDuplicates(*found, pathOf(key)); !once) return std::unexpected(once.error());
    return Object(std::make_shared<const Node>(m_node->document, *found), pathOf(key));
}

Result<std::string> Object::raw(std::string_view key) {
    return read<std::string>(key, "an object", [](simdjson::dom::element value, std::string& result) {
        simdjson::dom::object object;
        if (value.get_object().get(object)) return false;
        result = simdjson::minify(object);
        return true;
    });
}

Result<std::vector<std::string>> Object::strings(std::string_view key) {
    return read<std::vector<std::string>>(key, "an array of strings",
                                          [](simdjson::dom::element value, std::vector<std::string>& result) {
                                              simdjson::dom::array array;
                                              if (value.get_array().get(array)) return false;
                                              for (const auto item : array) {
                                                  std::string_view text;
                                                  if (item.get_string().get(text)) return false;
                                                  result.emplace_back(text);
                                              }
                                              return true;
                                          });
}

Result<std::vector<double>> Object::numbers(std::string_view key) {
    return read<std::vector<double>>(key, "an array of numbers",
                                     [](simdjson::dom::element value, std::vector<double>& result) {
                                         simdjson::dom::array array;
                                         if (value.get_array().get(array)) return false;
                                         for (const auto item : array) {
                                             double number = 0;
                                             if (item.get_double().get(number) || !std::isfinite(number)) return false;
                                             result.push_back(number);
                                         }
                                         return true;
                                     });
}

Result<std::vector<bool>> Object::booleans(std::string_view key) {
    return read<std::vector<bool>>(key, "an array of true and false",
                                   [](simdjson::dom::element value, std::vector<bool>& result) {
                                       simdjson::dom::array array;
                                       if (value.get_array().get(array)) return false;
                                       for (const auto item : array) {
                                           bool truth = false;
                                           if (item.get_bool().get(truth)) return false;
                                           result.push_back(truth);
                                       }
                                       return true;
                                   });
}

Result<std::vector<Scalar>> Object::scalars(std::string_view key) {
    return read<std::vector<Scalar>>(key, "an array of numbers, texts, true, false and null",
                                     [](simdjson::dom::element value, std::vector<Scalar>& result) {
                                         simdjson::dom::array array;
                                         if (value.get_array().get(array)) return false;
                                         for (const auto item : array)
                                             if (!takeScalar(item, result.emplace_back())) return false;
                                         return true;
                                     });
}

Result<std::vector<std::vector<Scalar>>> Object::rows(std::string_view key) {
    return read<std::vector<std::vector<Scalar>>>(
        key, "an array of arrays", [](simdjson::dom::element value, std::vector<std::vector<Scalar>>& result) {
            simdjson::dom::array array;
            if (value.get_array().get(array)) return false;
            for (const auto row : array) {
                simdjson::dom::array items;
                if (row.get_array().get(items)) return false;
                auto& taken = result.emplace_back();
                for (const auto item : items)
                    if (!takeScalar(item, taken.emplace_back())) return false;
            }
            return true;
        });
}

Result<std::vector<std::vector<double>>> Object::numberRows(std::string_view key) {
    const auto mixed = rows(key);
    if (!mixed) return std::unexpected(mixed.error());
    std::vector<std::vector<double>> result;
    for (const auto& row : *mixed) {
        auto& numbers = result.emplace_back();
        for (const Scalar& item : row) {
            const double* const number = std::get_if<double>(&item);
            if (!number) return fail("BAD_FIELD", "must be an array of arrays of numbers", pathOf(key));
            numbers.push_back(*number);
        }
    }
    return result;
}

Result<std::vector<std::vector<std::vector<double>>>> Object::numberTables(std::string_view key) {
    using Table = std::vector<std::vector<double>>;
    return read<std::vector<Table>>(key, "an array of arrays of arrays of numbers",
                                    [](simdjson::dom::element value, std::vector<Table>& result) {
                                        simdjson::dom::array tables;
                                        if (value.get_array().get(tables)) return false;
                                        return std::ranges::all_of(tables, [&](simdjson::dom::element table) {
                                            return takeNumberRows(table, result.emplace_back());
                                        });
                                    });
}

Result<std::vector<RowWithList>> Object::rowsWithList(std::string_view key) {
    return read<std::vector<RowWithList>>(key, "an array of arrays of numbers, each with a list of numbers at its end",
                                          [](simdjson::dom::element value, std::vector<RowWithList>& result) {
                                              simdjson::dom::array rows;
                                              if (value.get_array().get(rows)) return false;
                                              return std::ranges::all_of(rows, [&](simdjson::dom::element row) {
                                                  return takeRowWithList(row, result.emplace_back());
                                              });
                                          });
}

std::vector<std::string> Object::keys() const {
    std::vector<std::string> names;
    for (const auto field : m_node->object)
        names.emplace_back(field.key);
    return names;
}

Result<std::vector<Object>> Object::objects(std::string_view key) {
    auto found = read<simdjson::dom::array>(
        key, "an array of objects",
        [](simdjson::dom::element value, simdjson::dom::array& result) { return !value.get_array().get(result); });
    if (!found) return std::unexpected(found.error());
    std::vector<Object> result;
    for (const auto item : *found) {
        const std::string path = std::format("{}[{}]", pathOf(key), result.size());
        simdjson::dom::object object;
        if (item.get_object().get(object)) return fail("BAD_FIELD", "must be an object", path);
        if (auto once = refuseDuplicates(object, path); !once) return std::unexpected(once.error());
        result.push_back(Object(std::make_shared<const Node>(m_node->document, object), path));
    }
    return result;
}

Result<std::optional<std::string>> Object::optionalString(std::string_view key) {
    return optional(key, &Object::string);
}

Result<std::optional<std::int64_t>> Object::optionalInteger(std::string_view key) {
    return optional(key, &Object::integer);
}

Result<std::optional<double>> Object::optionalNumber(std::string_view key) {
    return optional(key, &Object::number);
}

Result<std::optional<bool>> Object::optionalBoolean(std::string_view key) {
    return optional(key, &Object::boolean);
}

Result<void> Object::finish() const {
    for (const auto field : m_node->object)
        if (!m_asked.contains(field.key)) return fail("UNKNOWN_FIELD", "this field is not known", pathOf(field.key));
    return {};
}

} // namespace haneul::json
