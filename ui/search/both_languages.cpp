#include "ui/search/both_languages.h"

#include "ui/search/match.h"

namespace haneul::search {

BothLanguages::BothLanguages() {
    const QString names[] = {QStringLiteral(":/haneul/i18n/haneul_ko.qm"),
                             QStringLiteral(":/haneul/i18n/haneul_en.qm")};
    for (std::size_t i = 0; i < m_translators.size(); ++i) {
        m_translators[i] = std::make_unique<QTranslator>();
        if (!m_translators[i]->load(names[i])) m_translators[i].reset();
    }
}

QStringList BothLanguages::of(const char* context, const char* source) const {
    QStringList texts{folded(QString::fromUtf8(source))};
    for (const auto& translator : m_translators) {
        if (!translator) continue;
        const QString text = translator->translate(context, source);
        if (!text.isEmpty()) texts << folded(text);
    }
    texts.removeDuplicates();
    return texts;
}

} // namespace haneul::search
