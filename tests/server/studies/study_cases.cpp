#include "study_cases.h"

#include "server/studies/studies.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace haneul::studies::tests {

QString difference(const QJsonValue& expected, const QJsonValue& got, const Tolerance& allowed, const QString& path) {
    if (expected.isDouble() && got.isDouble()) {
        const double off = std::abs(expected.toDouble() - got.toDouble());
        const bool fine = allowed.exact
                              ? off == 0.0
                              : off <= std::max(allowed.absolute, allowed.relative * std::abs(expected.toDouble()));
        return fine ? QString()
                    : QStringLiteral("%1: %2, expected %3")
                          .arg(path)
                          .arg(got.toDouble(), 0, 'g', 17)
                          .arg(expected.toDouble(), 0, 'g', 17);
    }
    if (expected.isArray() && got.isArray()) {
        const QJsonArray wanted = expected.toArray(), have = got.toArray();
        if (wanted.size() != have.size()) return path + QStringLiteral(": another length");
        for (qsizetype i = 0; i < wanted.size(); ++i)
            if (const QString found = difference(wanted[i], have[i], allowed, path + QStringLiteral("[%1]").arg(i));
                !found.isEmpty())
                return found;
        return {};
    }
    if (expected.isObject() && got.isObject()) { // extra keys in an answer are allowed
        const QJsonObject wanted = expected.toObject();
        for (auto field = wanted.begin(); field != wanted.end(); ++field)
            if (const QString found = difference(field.value(), got.toObject().value(field.key()), allowed,
                                                 path + QLatin1Char('.') + field.key());
                !found.isEmpty())
                return found;
        return {};
    }
    return expected == got ? QString() : path + QStringLiteral(": another value");
}

QJsonValue parsed(const std::string& text) {
    // Wrapped, because a document of Qt's is an object or an array only.
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(text) + "]").array().at(0);
}

bool forEachCase(const std::function<void(const StudyCase&)>& take) {
    int count = 0;
    for (const QString& folder :
         {QStringLiteral(HANEUL_SOURCE_DIR "/tests/cases"), haneul::tests::sharedPath(QStringLiteral("cases"))}) {
        if (folder.isEmpty()) continue; // nothing is shared beside this checkout
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")})) {
            const auto text = haneul::tests::readFile(folder + u'/' + name);
            if (!text) return false;
            const QJsonObject whole = QJsonDocument::fromJson(*text).object();
            const QJsonObject allowed = whole[QStringLiteral("tolerance")].toObject();
            for (const QJsonValue& one : whole[QStringLiteral("cases")].toArray()) {
                const QString op = one[QStringLiteral("op")].toString();
                if (!std::ranges::any_of(all(), [&](const Study& study) { return op == QLatin1StringView(study.op); }))
                    continue;
                take({.id = QStringLiteral("%1 %2").arg(++count).arg(one[QStringLiteral("id")].toString()),
                      .op = op,
                      .input = QJsonDocument(one[QStringLiteral("input")].toObject()).toJson(),
                      .expected = one[QStringLiteral("expected")],
                      .allowed = {allowed[QStringLiteral("exact")].toBool(), allowed[QStringLiteral("rel")].toDouble(),
                                  allowed[QStringLiteral("abs")].toDouble()}});
            }
        }
    }
    return count > 0;
}

} // namespace haneul::studies::tests
