#pragma once

#include <QStringList>
#include <QTranslator>

#include <array>
#include <memory>

namespace haneul::search {

// A text in every language of the program, whichever is shown: who works in Korean also finds by the English word, and
// the reverse. Uses the translations compiled into the program; without them there is only the source text.
class BothLanguages {
public:
    BothLanguages();

    // Folded, without doubles; the source text is always among them.
    [[nodiscard]] QStringList of(const char* context, const char* source) const;

private:
    std::array<std::unique_ptr<QTranslator>, 2> m_translators;
};

} // namespace haneul::search
