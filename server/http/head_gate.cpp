#include "server/http/head_gate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace haneul::http {

namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 145> statusOfCode{{
    {"BAD_REQUEST_LINE", 400},
    {"BAD_TARGET", 400},
    {"BAD_FIELD", 400},
    {"BAD_HOST", 400},
    {"BAD_CONTENT_LENGTH", 400},
    {"AMBIGUOUS_LENGTH", 400},
    {"BAD_REQUEST", 400},
    {"BAD_QUERY", 400},
    {"BAD_TILE", 400},
    {"BAD_STYLE", 400},
    {"BAD_JSON", 400},
    {"BAD_REPLAY_COMMAND", 400},
    {"BAD_UPGRADE", 400},
    {"MISSING_FIELD", 400},
    {"UNKNOWN_FIELD", 400},
    {"DUPLICATE_FIELD", 400},
    {"NOT_LOGGED_IN", 401},
    {"LOG_IN_REFUSED", 401},
    {"SESSION_ENDED", 401},
    {"ORIGIN_NOT_ALLOWED", 403},
    {"FORBIDDEN", 403},
    {"SET_UP_REFUSED", 403},
    {"NOT_A_PERSON", 403},
    {"ADMINISTRATOR_MAY_NOT_APPROVE", 403},
    {"OWN_PLAN", 403},
    {"LAST_EDITOR", 403},
    {"SAME_APPROVER", 403},
    {"NOT_FOUND", 404},
    {"NO_SUCH_TRACK", 404},
    {"NO_SUCH_TILE", 404},
    {"NO_SUCH_USER", 404},
    {"NO_SUCH_SESSION", 404},
    {"NO_SUCH_TOKEN", 404},
    {"NO_SUCH_LAYER", 404},
    {"UNKNOWN_STUDY", 404},
    {"NO_SUCH_NETWORK", 404},
    {"NO_SUCH_ORDER", 404},
    {"NO_SUCH_MISSION", 404},
    {"NO_SUCH_ORGANISATION", 404},
    {"NO_SUCH_ALARM", 404},
    {"NO_SUCH_ZONE", 404},
    {"NO_SUCH_NOTICE", 404},
    {"NO_SUCH_DELIVERY", 404},
    {"NO_SUCH_CHANNEL", 404},
    {"NO_SUCH_RECORD", 404},
    {"NO_SUCH_OVERRIDE", 404},
    {"NO_SUCH_DOCUMENT", 404},
    {"NO_SUCH_STUDY", 404},
    {"NO_SUCH_DATASET", 404},
    {"NO_SUCH_SERVICE", 404},
    {"NO_SUCH_INSTANCE", 404},
    {"METHOD_NOT_ALLOWED", 405},
    {"REQUEST_TIMEOUT", 408},
    {"NOT_REPLAYING", 409},
    {"USER_EXISTS", 409},
    {"SET_UP_DONE", 409},
    {"OWN_ROLE", 409},
    {"OWN_PASSWORD", 409},
    {"LAST_ADMINISTRATOR", 409},
    {"STALE_REVISION", 409},
    {"SLOT_TAKEN", 409},
    {"SAME_ID", 409},
    {"MISSIONS_STAND", 409},
    {"MISSION_UNDER_WAY", 409},
    {"NOT_NOW", 409},
    {"NOT_WAITING", 409},
    {"DRONE_BUSY", 409},
    {"DRONE_NOT_READY", 409},
    {"AUTHOR_UNKNOWN", 409},
    {"ALARM_ACKNOWLEDGED", 409},
    {"ALREADY_DELIVERED", 409},
    {"OTHER_INSTANCE", 409},
    {"SAME_SERIAL_NUMBER", 409},
    {"SAME_REGISTRATION", 409},
    {"SAME_CERTIFICATE", 409},
    {"SAME_USER", 409},
    {"INSTANCE_TAKEN", 409},
    {"TOO_MANY_INSTANCES", 409},
    {"RETIRED", 409},
    {"IN_USE", 409},
    {"NO_SUCH_PLAN", 404},
    {"NO_SUCH_LIMIT", 404},
    {"NOT_YOURS", 403},
    {"OTHER_OPERATOR", 403},
    {"STALE_EVIDENCE", 409},
    {"ILLEGAL_STATE", 409},
    {"CHECKS_FAILED", 409},
    {"TOO_EARLY", 409},
    {"TOO_LATE", 409},
    {"MISSION_OVER", 409},
    {"DOCUMENT_WITHDRAWN", 409},
    {"STUDY_RETIRED", 409},
    {"LENGTH_REQUIRED", 411},
    {"CONTENT_TOO_LARGE", 413},
    {"DOCUMENT_TOO_LARGE", 413},
    {"STUDY_TOO_LARGE", 413},
    {"FILE_TOO_LARGE", 413},
    {"TARGET_TOO_LONG", 414},
    {"UNSUPPORTED_MEDIA_TYPE", 415},
    {"EXPECT_REFUSED", 417},
    {"HOST_NOT_ALLOWED", 421},
    {"REPLAY_REFUSED", 422},
    {"BAD_USER_NAME", 422},
    {"BAD_NAME", 422},
    {"BAD_EMAIL", 422},
    {"BAD_DAYS", 422},
    {"NO_SUCH_ROLE", 422},
    {"NO_SUCH_SCOPE", 422},
    {"PASSWORD_NOT_TEXT", 422},
    {"PASSWORD_TOO_SHORT", 422},
    {"PASSWORD_TOO_LONG", 422},
    {"PASSWORD_COMMON", 422},
    {"BAD_ORGANISATION", 422},
    {"BAD_POLICY", 422},
    {"NOT_PRIVATE", 422},
    {"UPGRADE_REQUIRED", 426},
    {"LOCKED_OUT", 429},
    {"TOO_MANY_REQUESTS", 429},
    {"TOO_MANY_FIELDS", 431},
    {"HEAD_TOO_LARGE", 431},
    {"INTERNAL", 500},
    {"METHOD_UNKNOWN", 501},
    {"NO_TILES", 503},
    {"BUSY", 503},
    {"STOPPING", 503},
    {"LOG_BUSY", 503},
    {"LOG_WRITE", 503},
    {"LOG_STOPPED", 503},
    {"NO_LOG", 503},
    {"NO_REQUEST_LOG", 503},
    {"NO_PLANNER", 503},
    {"NO_PEOPLE", 503},
    {"NO_DELIVERIES", 503},
    {"NO_PLANS", 503},
    {"NO_SECURITY", 503},
    {"NO_ORGANISATIONS", 503},
    {"NO_AIRSPACE", 503},
    {"NO_NOTICES", 503},
    {"NO_FLEET", 503},
    {"NO_DOCUMENTS", 503},
    {"NO_STUDIES", 503},
    {"NO_GROUND_RISK", 503},
    {"NO_CITY", 503},
    {"NO_PATHS", 503},
    {"HTTP_VERSION", 505},
}};

constexpr std::string_view endOfLine = "\r\n";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9110 5.6.2
bool isTokenCharacter(char c) {
    return isDigit(c) || isLetter(c) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isHostCharacter(char c) {
    return isDigit(c) || isLetter(c) || std::string_view(".:[]-").contains(c);
}

bool isVisible(char c) {
    return c > 0x20 && c < 0x7f;
}

bool isValueCharacter(char c) {
    return isVisible(c) || c == ' ' || c == '\t';
}

int hexValue(char c) {
    if (isDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// RFC 9110 5.6.1: tokens between commas; empty members are tolerated by the RFC but not needed by anybody.
bool isTokenList(std::string_view value) {
    while (true) {
        const auto comma = value.find(',');
        if (!isToken(trimmed(value.substr(0, comma)))) return false;
        if (comma == std::string_view::npos) return true;
        value.remove_prefix(comma + 1);
    }
}

std::optional<Method> methodFrom(std::string_view name) {
    for (const Method method :
         {Method::Get, Method::Head, Method::Post, Method::Put, Method::Delete, Method::Patch, Method::Options})
        if (toString(method) == name) return method;
    return std::nullopt;
}

Result<std::string> decodedPath(std::string_view path) {
    std::string decoded;
    decoded.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '%') {
            decoded += path[i];
            continue;
        }
        const int high = i + 2 < path.size() ? hexValue(path[i + 1]) : -1;
        const int low = i + 2 < path.size() ? hexValue(path[i + 2]) : -1;
        if (high < 0 || low < 0) return fail("BAD_TARGET", "a '%' is not followed by two hexadecimal digits", "target");
        const char byte = static_cast<char>(high * 16 + low);
        if (byte == 0) return fail("BAD_TARGET", "the target holds a NUL", "target");
        decoded += byte;
        i += 2;
    }
    return decoded;
}

// A backslash separates too: some file systems and proxies take it for a slash.
bool hasParentSegment(std::string_view path) {
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const auto end = std::min(path.find_first_of("/\\", begin), path.size());
        if (path.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

Result<void> checkTarget(std::string_view target, const HeadLimits& limits) {
    if (target.size() > limits.maxTargetBytes)
        return fail("TARGET_TOO_LONG", "the target is longer than " + std::to_string(limits.maxTargetBytes) + " bytes",
                    "target");
    if (!target.starts_with('/')) return fail("BAD_TARGET", "the target does not start with '/'", "target");
    if (!std::ranges::all_of(target, [](char c) { return isVisible(c) && c != '#'; }))
        return fail("BAD_TARGET", "the target holds a character that must be percent-encoded", "target");
    const auto path = decodedPath(target.substr(0, target.find('?')));
    if (!path) return std::unexpected(path.error());
    if (hasParentSegment(*path)) return fail("BAD_TARGET", "the target holds a '..' segment", "target");
    return {};
}

// "HTTP/1.1"; another version of the right form is told apart from nonsense.
Result<void> checkVersion(std::string_view version) {
    if (version == "HTTP/1.1") return {};
    const bool wellFormed = version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) &&
                            version[6] == '.' && isDigit(version[7]);
    if (wellFormed) return fail("HTTP_VERSION", "only HTTP/1.1 is spoken here", "request line");
    return fail("BAD_REQUEST_LINE", "the request line does not end in an HTTP version", "request line");
}

Result<void> readRequestLine(std::string_view line, const HeadLimits& limits, RequestHead& head) {
    const auto firstBlank = line.find(' ');
    const auto lastBlank = line.rfind(' ');
    if (firstBlank == std::string_view::npos || firstBlank == lastBlank)
        return fail("BAD_REQUEST_LINE", "the request line is not 'METHOD target HTTP/1.1'", "request line");
    const auto method = line.substr(0, firstBlank);
    const auto target = line.substr(firstBlank + 1, lastBlank - firstBlank - 1);
    if (!isToken(method)) return fail("BAD_REQUEST_LINE", "the method is not a token", "request line");
    if (const auto checked = checkVersion(line.substr(lastBlank + 1)); !checked) return checked;
    const auto known = methodFrom(method);
    if (!known) return fail("METHOD_UNKNOWN", "the method is not known here", "request line");
    if (const auto checked = checkTarget(target, limits); !checked) return checked;
    head.method = *known;
    head.target = target;
    const auto mark = target.find('?');
    head.path = target.substr(0, mark);
    if (mark != std::string_view::npos) head.query = target.substr(mark + 1);
    return {};
}

Result<HeaderField> readField(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t'))
        return fail("BAD_FIELD", "a header field goes on over a second line (obs-fold)", "header");
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return fail("BAD_FIELD", "a header line has no ':'", "header");
    const auto name = line.substr(0, colon);
    if (!isToken(name)) return fail("BAD_FIELD", "a header name is not a token", "header");
    const auto value = line.substr(colon + 1);
    HeaderField field{lowerCase(name), std::string(trimmed(value))};
    if (!std::ranges::all_of(value, isValueCharacter))
        return fail("BAD_FIELD", "a header value holds a byte outside printable ASCII", field.name);
    return field;
}

Result<void> checkHost(RequestHead& head) {
    if (head.count("host") != 1) return fail("BAD_HOST", "there must be exactly one Host field", "host");
    head.host = head.field("host");
    if (head.host.empty() || !std::ranges::all_of(head.host, isHostCharacter))
        return fail("BAD_HOST", "the Host field is not a host name or address", "host");
    return {};
}

Result<void> checkLength(RequestHead& head) {
    const auto lengths = head.count("content-length");
    const bool transferEncoding = head.count("transfer-encoding") > 0;
    if (lengths > 1 || (lengths > 0 && transferEncoding))
        return fail("AMBIGUOUS_LENGTH", "the length of the body is said twice", "content-length");
    if (transferEncoding)
        return fail("LENGTH_REQUIRED", "Transfer-Encoding is not taken; send Content-Length", "transfer-encoding");
    if (lengths == 0) {
        if (head.method == Method::Post || head.method == Method::Put || head.method == Method::Patch)
            return fail("LENGTH_REQUIRED", "a request with a body needs Content-Length", "content-length");
        return {};
    }
    const auto text = head.field("content-length");
    if (text.empty() || !std::ranges::all_of(text, isDigit))
        return fail("BAD_CONTENT_LENGTH", "Content-Length is not a number", "content-length");
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return fail("CONTENT_TOO_LARGE", "Content-Length is beyond all limits", "content-length");
    head.contentLength = value;
    return {};
}

Result<void> checkFields(RequestHead& head) {
    if (const auto checked = checkHost(head); !checked) return checked;
    if (const auto checked = checkLength(head); !checked) return checked;
    if (head.count("expect") > 0) return fail("EXPECT_REFUSED", "Expect is not taken; just send the body", "expect");
    for (const auto& field : head.fields)
        if ((field.name == "connection" || field.name == "proxy-connection") && !isTokenList(field.value))
            return fail("BAD_FIELD", "the field is not a list of tokens", field.name);
    return {};
}

} // namespace

std::string_view toString(Method method) {
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    case Method::Patch:
        return "PATCH";
    case Method::Options:
        return "OPTIONS";
    }
    return "";
}

std::string_view RequestHead::field(std::string_view lowerName) const {
    const auto found = std::ranges::find(fields, lowerName, &HeaderField::name);
    return found == fields.end() ? std::string_view{} : std::string_view(found->value);
}

std::size_t RequestHead::count(std::string_view lowerName) const {
    return static_cast<std::size_t>(std::ranges::count(fields, lowerName, &HeaderField::name));
}

Result<RequestHead> checkHead(std::string_view rawHead, const HeadLimits& limits) {
    if (rawHead.size() > limits.maxBytes) return std::unexpected(oversizedHead(rawHead));
    if (!rawHead.ends_with("\r\n\r\n")) return fail("BAD_REQUEST_LINE", "the head does not end in an empty line", "");
    RequestHead head;
    bool requestLine = true;
    auto rest = rawHead.substr(0, rawHead.size() - endOfLine.size());
    while (!rest.empty()) {
        const auto end = rest.find(endOfLine); // there is one: the last line ends in it
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end + endOfLine.size());
        if (line.find_first_of("\r\n") != std::string_view::npos)
            return fail(requestLine ? "BAD_REQUEST_LINE" : "BAD_FIELD", "a line ends in CR or LF alone", "header");
        if (requestLine) {
            if (const auto read = readRequestLine(line, limits, head); !read) return std::unexpected(read.error());
            requestLine = false;
            continue;
        }
        if (head.fields.size() == limits.maxFields)
            return fail("TOO_MANY_FIELDS", "more than " + std::to_string(limits.maxFields) + " header fields",
                        "header");
        auto field = readField(line);
        if (!field) return std::unexpected(field.error());
        head.fields.push_back(*std::move(field));
    }
    if (requestLine) return fail("BAD_REQUEST_LINE", "the request line is missing", "request line");
    if (const auto checked = checkFields(head); !checked) return std::unexpected(checked.error());
    return head;
}

Error oversizedHead(std::string_view rawBytes) {
    if (!rawBytes.contains(endOfLine)) return {"TARGET_TOO_LONG", "the request line does not end", "request line"};
    return {"HEAD_TOO_LARGE", "the request head is too large", "header"};
}

unsigned httpStatus(std::string_view errorCode) {
    const auto found = std::ranges::find(statusOfCode, errorCode, &std::pair<std::string_view, unsigned>::first);
    return found == statusOfCode.end() ? 500 : found->second;
}

} // namespace haneul::http
