#include "ui/models/filled.h"

namespace haneul::models {

QString filled(const QString& words, const QStringList& values) {
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int number = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        if (number < 1 || number > values.size()) {
            text += words[i];
            continue;
        }
        text += values[number - 1];
        ++i;
    }
    return text;
}

} // namespace haneul::models
