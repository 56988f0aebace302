#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace haneul::search {

// How well a text answers what was typed. Higher is better; 0 is not at all.
using Score = std::int32_t;

// Better than this: the words stand there in one piece. In long texts scattered letters are found everywhere.
inline constexpr Score inOnePiece = 3'000;

// What a text looks like to the search: one form of Unicode, no case. Fold once, match often.
[[nodiscard]] QString folded(const QString& text);

// What was typed, ready to be looked for. Words may stand in any order, and every one must be found.
// A word is found, best first: as the whole text; at its beginning; at the beginning of a word; inside; as letters in
// this order with others between ("zin": zoom in).
// Hangul is found as it is typed: an initial consonant stands for every syllable that begins with it (ㅎㄴ: 하늘), and
// a syllable that has no final consonant yet for those that have one (하느: 하늘).
class Query {
public:
    explicit Query(const QString& typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }

    // `text` is folded.
    [[nodiscard]] Score score(QStringView text) const;
    // The best of several names of one thing; all words must be found in one of them.
    [[nodiscard]] Score best(const QStringList& texts) const;

private:
    QStringList m_words;
};

} // namespace haneul::search
