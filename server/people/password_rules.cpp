#include "server/people/password_rules.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <format>
#include <vector>

namespace haneul::people {

namespace {

// Words and rows of keys that make up the commonest passwords of 15 characters and more (repeated, joined, with a year
// or a number behind), and the words of this house. After the usual substitutions (@ for a, 0 for o) are undone.
constexpr std::array<std::string_view, 110> commonWords{
    "administrator", "qwertyuiop", "controller", "supervisor", "instructor", "asdfghjkl", "passphrase", "approver",
    "baseball",      "computer",   "football",   "password",   "passwort",   "princess",  "sunshine",   "superman",
    "starwars",      "whatever",   "trustnol",   "corporate",  "operator",   "security",  "telemetry",  "airspace",
    "unmanned",      "aircraft",   "qwertyui",   "iloveyou",   "internet",   "samsung",   "michael",    "jessica",
    "charlie",       "freedom",    "welcome",    "letmein",    "mustang",    "passw",     "pilot",      "planner",
    "trainee",       "analyst",    "auditor",    "console",    "control",    "default",   "asdfgh",     "zxcvbn",
    "zxcvbnm",       "qwerty",     "dragon",     "master",     "monkey",     "shadow",    "secret",     "summer",
    "winter",        "spring",     "autumn",     "flower",     "hunter",     "soccer",    "hockey",     "killer",
    "george",        "jordan",     "thomas",     "robert",     "daniel",     "andrew",    "joshua",     "monday",
    "friday",        "sunday",     "haneul",     "change",     "please",     "access",    "server",     "system",
    "family",        "google",     "christ",     "jesus",      "admin",      "drone",     "fleet",      "korea",
    "seoul",         "busan",      "hello",      "world",      "angel",      "lovely",    "lover",      "login",
    "guest",         "super",      "power",      "first",      "happy",      "apple",     "utm",        "uas",
    "love",          "pass",       "user",       "root",       "test",       "demo"};

constexpr std::array<std::string_view, 8> koreanWords{"비밀번호", "관리자", "관제사",   "사용자",
                                                      "사랑해",   "하늘",   "대한민국", "서울"};

constexpr std::u32string_view keyRows = U"1234567890 qwertyuiop asdfghjkl zxcvbnm";
constexpr std::size_t leastEffort = 8; // characters left, a common word counts as one
constexpr std::size_t shortestRun = 3;

QString lowered(std::u32string_view text) {
    return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

std::u32string toUcs4(const QString& text) {
    return text.toStdU32String();
}

std::u32string toUcs4(std::string_view utf8) {
    return toUcs4(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))
                      .normalized(QString::NormalizationForm_KC)
                      .toLower());
}

char32_t plainLetter(char32_t c) {
    switch (c) {
    case U'@':
    case U'4':
        return U'a';
    case U'0':
        return U'o';
    case U'$':
    case U'5':
        return U's';
    case U'3':
        return U'e';
    case U'1':
    case U'!':
        return U'l';
    case U'7':
        return U't';
    default:
        return c;
    }
}

std::u32string withPlainLetters(std::u32string text) {
    std::ranges::transform(text, text.begin(), plainLetter);
    return text;
}

// A password being taken apart: characters that are explained are marked, not removed, so that what stands on either
// side of a word does not join into another.
class Effort {
public:
    explicit Effort(std::u32string text)
        : m_text(std::move(text))
        , m_plain(withPlainLetters(m_text))
        , m_explained(m_text.size(), false) {}

    void explainWord(std::u32string_view word) {
        if (word.size() < shortestRun) return;
        const auto plainWord = withPlainLetters(std::u32string(word));
        for (std::size_t at = 0; (at = m_plain.find(plainWord, at)) != std::u32string::npos; at += word.size())
            if (mark(at, word.size())) ++m_words;
    }

    void explainYears() {
        for (std::size_t at = 0; at + 4 <= m_text.size(); ++at)
            if ((m_text.compare(at, 2, U"19") == 0 || m_text.compare(at, 2, U"20") == 0) && digit(at + 2) &&
                digit(at + 3) && mark(at, 4))
                ++m_words;
    }

    // "abcd", "4321", "qwer", "aaaa"
    void explainRuns() {
        for (std::size_t from = 0; from < m_text.size();) {
            std::size_t end = from + 1;
            for (const int step : {1, -1, 0})
                end = std::max(end, runEnd(from, step));
            for (const bool back : {false, true})
                end = std::max(end, rowEnd(from, back));
            if (end - from >= shortestRun && mark(from, end - from)) ++m_words;
            from = end - from >= shortestRun ? end : from + 1;
        }
    }

    // What is not explained, a repeated piece only once.
    [[nodiscard]] std::size_t left() const {
        std::u32string rest;
        for (std::size_t i = 0; i < m_text.size(); ++i)
            if (!m_explained[i]) rest.push_back(m_text[i]);
        std::size_t period = 1;
        while (period < rest.size() && rest.compare(period, rest.size() - period, rest, 0, rest.size() - period) != 0)
            ++period;
        const std::size_t words = std::min(m_words, std::size_t{4}); // "passwordpasswordpassword" is no better than two
        return std::min(period, rest.size()) + words;
    }

private:
    bool mark(std::size_t at, std::size_t length) {
        const auto begin = m_explained.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = begin + static_cast<std::ptrdiff_t>(length);
        if (std::find(begin, end, true) != end) return false;
        std::fill(begin, end, true);
        return true;
    }

    [[nodiscard]] bool digit(std::size_t at) const { return m_text[at] >= U'0' && m_text[at] <= U'9'; }

    [[nodiscard]] std::size_t runEnd(std::size_t from, int step) const {
        std::size_t end = from + 1;
        while (end < m_text.size() && !m_explained[end] &&
               static_cast<std::int64_t>(m_text[end]) - static_cast<std::int64_t>(m_text[end - 1]) == step)
            ++end;
        return end;
    }

    [[nodiscard]] std::size_t rowEnd(std::size_t from, bool back) const {
        std::size_t end = from + 1;
        for (auto key = keyRows.find(m_text[from]); key != std::u32string_view::npos && m_text[from] != U' '; ++end) {
            key = back ? key - 1 : key + 1; // below zero it is beyond the end
            if (end >= m_text.size() || m_explained[end] || key >= keyRows.size() || keyRows[key] == U' ' ||
                m_text[end] != keyRows[key])
                break;
        }
        return end;
    }

    std::u32string m_text;
    std::u32string m_plain;
    std::vector<bool> m_explained;
    std::size_t m_words = 0;
};

bool isCommon(std::u32string_view password, std::span<const std::string> ownWords) {
    Effort effort(toUcs4(lowered(password)));
    for (const std::string& word : ownWords)
        effort.explainWord(toUcs4(word));
    for (const std::string_view word : koreanWords)
        effort.explainWord(toUcs4(word));
    for (const std::string_view word : commonWords)
        effort.explainWord(toUcs4(word));
    effort.explainYears();
    effort.explainRuns();
    return effort.left() < leastEffort;
}

Result<QString> textOf(std::string_view utf8) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (decoder.hasError() || std::ranges::any_of(text, isControl))
        return fail("PASSWORD_NOT_TEXT", "a password is UTF-8 text without control characters", "password");
    return text.normalized(QString::NormalizationForm_KC);
}

} // namespace

Result<std::string> normalisedPassword(std::string_view utf8) {
    const auto text = textOf(utf8);
    if (!text) return std::unexpected(text.error());
    return text->toStdString();
}

Result<std::string> acceptedPassword(std::string_view utf8, std::span<const std::string> ownWords) {
    const auto text = textOf(utf8);
    if (!text) return std::unexpected(text.error());
    const std::u32string characters = toUcs4(*text);
    if (characters.size() < minPasswordCharacters)
        return fail("PASSWORD_TOO_SHORT", std::format("a password has at least {} characters", minPasswordCharacters),
                    "password");
    if (characters.size() > maxPasswordCharacters)
        return fail("PASSWORD_TOO_LONG", std::format("a password has at most {} characters", maxPasswordCharacters),
                    "password");
    if (isCommon(characters, ownWords))
        return fail("PASSWORD_COMMON",
                    "this is made of common words, names, rows of keys or repetitions; four words that have nothing to "
                    "do with each other make a good one",
                    "password");
    return text->toStdString();
}

} // namespace haneul::people
