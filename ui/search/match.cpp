#include "ui/search/match.h"

#include <algorithm>

namespace haneul::search {

namespace {

constexpr Score whole = 10'000;
constexpr Score start = 8'000;
constexpr Score wordStart = 6'000;
constexpr Score inside = 4'000;
constexpr Score scattered = 2'000;
constexpr Score initialsOff = 500; // found by initial consonants only: behind what was spelt
constexpr Score longest = 400;     // among equals the shorter text is meant

// Hangul syllables, Unicode 15 section 3.12: 0xAC00 + (initial * 21 + medial) * 28 + final.
constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;
constexpr int finals = 28;
constexpr int syllablesPerInitial = 21 * finals;
constexpr std::u16string_view initials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

bool isSyllable(char16_t unit) {
    return unit >= firstSyllable && unit <= lastSyllable;
}

bool answers(char16_t typed, char16_t unit) {
    if (typed == unit) return true;
    if (!isSyllable(unit) || typed < initials.front()) return false;
    const int index = unit - firstSyllable;
    if (isSyllable(typed)) {
        const int wanted = typed - firstSyllable;
        return wanted % finals == 0 && wanted / finals == index / finals;
    }
    const auto initial = initials.find(typed);
    return initial != std::u16string_view::npos && static_cast<int>(initial) == index / syllablesPerInitial;
}

bool beginsWord(QStringView text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

Score lengthOff(QStringView text) {
    return static_cast<Score>(std::min<qsizetype>(text.size(), longest));
}

Score scatteredScore(QStringView word, QStringView text) {
    qsizetype at = 0;
    Score found = scattered;
    qsizetype before = -1;
    for (const QChar typed : word) {
        while (at < text.size() && !answers(typed.unicode(), text[at].unicode()))
            ++at;
        if (at == text.size()) return 0;
        if (beginsWord(text, at)) found += 100;
        if (before >= 0) found -= static_cast<Score>(std::min<qsizetype>(at - before - 1, 30));
        before = at++;
    }
    return std::min(found, inOnePiece);
}

// Where the word stands in one piece from `from` on; -1: nowhere.
qsizetype findPiece(QStringView word, QStringView text, qsizetype from, bool& spelt) {
    for (qsizetype at = from; at + word.size() <= text.size(); ++at) {
        if (!answers(word[0].unicode(), text[at].unicode())) continue;
        const QStringView piece = text.sliced(at, word.size());
        if (!std::ranges::equal(word, piece, [](QChar a, QChar b) { return answers(a.unicode(), b.unicode()); }))
            continue;
        spelt = word == piece;
        return at;
    }
    return -1;
}

Score wordScore(QStringView word, QStringView text) {
    Score found = 0;
    bool spelt = false;
    for (qsizetype at = findPiece(word, text, 0, spelt); at >= 0; at = findPiece(word, text, at + 1, spelt)) {
        Score here = inside;
        if (at == 0)
            here = word.size() == text.size() ? whole : start;
        else if (beginsWord(text, at))
            here = wordStart;
        found = std::max(found, here - (spelt ? 0 : initialsOff));
        if (at == 0 && spelt) break;
    }
    if (found == 0 && word.size() > 1) found = scatteredScore(word, text);
    return found == 0 ? 0 : found - lengthOff(text);
}

} // namespace

QString folded(const QString& text) {
    // Canonical composition only: the compatibility forms would turn a lone ㅎ of the keyboard into another character.
    return text.normalized(QString::NormalizationForm_C).toLower().simplified();
}

Query::Query(const QString& typed) {
    m_words = folded(typed).split(u' ', Qt::SkipEmptyParts);
}

Score Query::score(QStringView text) const {
    Score sum = 0;
    for (const QString& word : m_words) {
        const Score found = wordScore(word, text);
        if (found <= 0) return 0;
        sum += found;
    }
    return m_words.isEmpty() ? 0 : std::max<Score>(1, sum / static_cast<Score>(m_words.size()));
}

Score Query::best(const QStringList& texts) const {
    Score found = 0;
    for (const QString& text : texts)
        found = std::max(found, score(text));
    return found;
}

} // namespace haneul::search
