#include "core/formats/xml_gate.h"

#include "core/json/json_writer.h"

#include <algorithm>
#include <format>

namespace haneul::formats {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// Walks the marks of the text; everything between them is of no interest here.
class Gate {
public:
    Gate(std::string_view text, const XmlLimits& limits)
        : m_text(text)
        , m_limits(limits) {}

    Result<void> pass();

private:
    Result<void> passMark();
    Result<void> passElement();
    Result<void> skipBehind(std::string_view end, std::string_view what);

    [[nodiscard]] bool at(std::string_view start) const { return m_text.substr(m_at).starts_with(start); }

    [[nodiscard]] std::unexpected<Error> wrong(const char* code, std::string message) const {
        return fail(code, std::move(message), lineOf(m_text, m_at));
    }

    std::string_view m_text;
    const XmlLimits& m_limits;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    std::size_t m_elements = 0;
};

Result<void> Gate::skipBehind(std::string_view end, std::string_view what) {
    const std::size_t found = m_text.find(end, m_at);
    if (found == std::string_view::npos) return wrong("NOT_WELL_FORMED", std::format("{} that never ends", what));
    m_at = found + end.size();
    return {};
}

Result<void> Gate::passElement() {
    if (++m_elements > m_limits.elements)
        return wrong("TOO_LARGE", std::format("more than {} elements", m_limits.elements));
    char quote = 0;
    for (std::size_t i = m_at + 1; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '<') {
            break;
        } else if (c == '>') {
            if (m_text[i - 1] != '/' && ++m_depth > m_limits.depth)
                return wrong("TOO_DEEP", std::format("elements nested deeper than {}", m_limits.depth));
            m_at = i + 1;
            return {};
        }
    }
    return wrong("NOT_WELL_FORMED", "an element that never ends");
}

Result<void> Gate::passMark() {
    if (at("<!--")) {
        m_at += 4;
        return skipBehind("-->", "a comment");
    }
    if (at("<![CDATA[")) return skipBehind("]]>", "a CDATA section");
    if (at("<!")) return wrong("HAS_DOCTYPE", "a document type or entities are declared; such files are not read");
    if (at("<?")) return skipBehind("?>", "a processing instruction");
    if (at("</")) {
        if (m_depth == 0) return wrong("NOT_WELL_FORMED", "the end of an element that has not begun");
        --m_depth;
        return skipBehind(">", "the end of an element");
    }
    return passElement();
}

Result<void> Gate::pass() {
    while ((m_at = m_text.find('<', m_at)) != std::string_view::npos)
        if (auto passed = passMark(); !passed) return passed;
    if (m_depth > 0) return fail("NOT_WELL_FORMED", "the file ends inside an element", lineOf(m_text, m_text.size()));
    return {};
}

// Of <?xml version="1.0" encoding="..."?>; empty: not said.
std::string declaredEncoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t name = declaration.find("encoding");
    if (name == std::string_view::npos) return {};
    const std::size_t open = declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    std::string encoding(declaration.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
    std::ranges::transform(encoding, encoding.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return encoding;
}

Result<void> wantUtf8(std::string_view text) {
    const std::string encoding = declaredEncoding(text);
    if (!encoding.empty() && encoding != "utf-8" && encoding != "us-ascii")
        return fail("BAD_ENCODING",
                    std::format("encoding \"{}\"; UTF-8 is wanted", json::toValidUtf8(encoding.substr(0, 32))),
                    "line 1");
    if (text.contains('\0'))
        return fail("BAD_ENCODING", "a byte of zero; UTF-8 is wanted", lineOf(text, text.find('\0')));
    const std::string valid = json::toValidUtf8(text);
    if (valid == text) return {};
    const auto differs = std::ranges::mismatch(valid, text).in2 - text.begin();
    return fail("BAD_ENCODING", "not UTF-8", lineOf(text, static_cast<std::size_t>(differs)));
}

} // namespace

Result<void> xmlGate(std::string_view text, const XmlLimits& limits) {
    if (text.size() > limits.bytes)
        return fail("TOO_LARGE", std::format("{} bytes; at most {} are read", text.size(), limits.bytes));
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    if (auto right = wantUtf8(text); !right) return right;
    return Gate(text, limits).pass();
}

std::string lineOf(std::string_view text, std::size_t offset) {
    return std::format("line {}", 1 + std::ranges::count(text.substr(0, offset), '\n'));
}

} // namespace haneul::formats
