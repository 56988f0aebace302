#include "server/studies/studies.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace haneul;

namespace {

struct Tolerance {
    bool exact = true;
    double relative = 0;
    double absolute = 0;
};

// Empty: `got` is what was expected; else the path of the first difference.
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

} // namespace

// Every case of tests/cases, and of shared/cases where that is, whose study is there: dropping a file in adds its
// cases.
class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data();
    void
    everyCase(); // R-RTE-03 R-RTE-04 R-RTE-05 R-RTE-06 R-RTE-09 R-RTE-10 R-RTE-11 R-RTE-12 R-RTE-13 R-SLT-01 R-SLT-07
    void malformedBodiesAreRefused_data();
    void malformedBodiesAreRefused();
    void anUnknownStudyIsRefused();
};

void CasesTest::everyCase_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QJsonValue>("expected");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<double>("relative");
    QTest::addColumn<double>("absolute");
    int count = 0;
    for (const QString& folder :
         {QStringLiteral(HANEUL_SOURCE_DIR "/tests/cases"), tests::sharedPath(QStringLiteral("cases"))}) {
        if (folder.isEmpty()) continue; // nothing is shared beside this checkout
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")})) {
            const auto text = tests::readFile(folder + u'/' + name);
            QVERIFY2(text, qPrintable(name));
            const QJsonObject whole = QJsonDocument::fromJson(*text).object();
            const QJsonObject allowed = whole[QStringLiteral("tolerance")].toObject();
            for (const QJsonValue& one : whole[QStringLiteral("cases")].toArray()) {
                const QString op = one[QStringLiteral("op")].toString();
                const auto known = std::ranges::any_of(
                    studies::all(), [&](const auto& study) { return op == QLatin1StringView(study.op); });
                if (!known) continue;
                QTest::addRow("%d %s", ++count, qPrintable(one[QStringLiteral("id")].toString()))
                    << op << QJsonDocument(one[QStringLiteral("input")].toObject()).toJson()
                    << one[QStringLiteral("expected")] << allowed[QStringLiteral("exact")].toBool()
                    << allowed[QStringLiteral("rel")].toDouble() << allowed[QStringLiteral("abs")].toDouble();
            }
        }
    }
    QVERIFY(count > 0);
}

void CasesTest::everyCase() {
    QFETCH(QString, op);
    QFETCH(QByteArray, input);
    QFETCH(QJsonValue, expected);
    QFETCH(bool, exact);
    QFETCH(double, relative);
    QFETCH(double, absolute);
    const auto answer = studies::answer(op.toStdString(), input.toStdString());
    const QJsonValue refusal = expected[QStringLiteral("error")];
    if (refusal.isString()) {
        QVERIFY(!answer);
        QCOMPARE(QString::fromStdString(answer.error().code), refusal.toString());
        return;
    }
    QVERIFY_RESULT(answer);
    QCOMPARE(difference(expected, parsed(*answer), {exact, relative, absolute}, op), QString());
}

void CasesTest::malformedBodiesAreRefused_data() {
    QTest::addColumn<QByteArray>("body");
    for (const char* body : {"", "[]", "{}", "{\"distance\":\"far\"}", "{\"P\":[[1,2],3]}", "{\"network\":{}}"})
        QTest::addRow("%s", body) << QByteArray(body);
}

void CasesTest::malformedBodiesAreRefused() {
    QFETCH(QByteArray, body);
    for (const auto& study : studies::all()) {
        const auto answer = study.answer(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
        QVERIFY2(!answer, study.op.data());
        QVERIFY(!answer.error().message.empty());
    }
}

void CasesTest::anUnknownStudyIsRefused() {
    const auto answer = studies::answer("nonsense", "{}");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, std::string("UNKNOWN_STUDY"));
}

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
