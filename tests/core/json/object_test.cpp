#include "core/json/object.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using json::Object;

class JsonObjectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsComeByTheirType();
    void refusals_data();
    void refusals();
    void malformedTextIsRefused_data();
    void malformedTextIsRefused();
    void absentAndNullAreTheSame();
    void aCopyOutlivesTheWhole();
    void tablesOfNumbers();
};

void JsonObjectTest::fieldsComeByTheirType() {
    auto object = Object::parse(
        R"({"s":"\ud558\ub298","i":-7,"d":2.5,"b":true,"o":{"x":1},"l":["a","b"],"n":[1,2.5],"v":[{"x":2}]})");
    QVERIFY_RESULT(object);
    QVERIFY(object->string("s").value() == "하늘");
    QCOMPARE(object->integer("i").value(), -7);
    QCOMPARE(object->number("d").value(), 2.5);
    QCOMPARE(object->number("i").value(), -7.0);
    QVERIFY(object->boolean("b").value());
    QCOMPARE(object->object("o")->integer("x").value(), 1);
    QVERIFY((object->strings("l").value() == std::vector<std::string>{"a", "b"}));
    QVERIFY((object->numbers("n").value() == std::vector<double>{1, 2.5}));
    auto inner = object->objects("v").value();
    QCOMPARE(inner.size(), 1U);
    QCOMPARE(inner[0].integer("x").value(), 2);
    QVERIFY_RESULT(object->finish());
}

void JsonObjectTest::refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("missing") << QByteArray(R"({"a":{}})") << "MISSING_FIELD" << "a.x";
    QTest::newRow("wrong type") << QByteArray(R"({"a":{"x":"1"}})") << "BAD_FIELD" << "a.x";
    QTest::newRow("fraction for an integer") << QByteArray(R"({"a":{"x":1.5}})") << "BAD_FIELD" << "a.x";
    QTest::newRow("beyond 64 bits") << QByteArray(R"({"a":{"x":9223372036854775808}})") << "BAD_FIELD" << "a.x";
    QTest::newRow("left over") << QByteArray(R"({"a":{"x":1,"y":2}})") << "UNKNOWN_FIELD" << "a.y";
    QTest::newRow("twice") << QByteArray(R"({"a":{"x":1,"x":1}})") << "DUPLICATE_FIELD" << "a.x";
    QTest::newRow("not an object") << QByteArray(R"({"a":[]})") << "BAD_FIELD" << "a";
}

void JsonObjectTest::refusals() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, where);
    auto object = Object::parse(text.toStdString());
    QVERIFY_RESULT(object);
    const Result<void> result = object->object("a").and_then(
        [](Object inner) { return inner.integer("x").and_then([&](std::int64_t) { return inner.finish(); }); });
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().code), code);
    QCOMPARE(QString::fromStdString(result.error().where), where);
}

void JsonObjectTest::malformedTextIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "[]", "1", "{", "{}x", "{} {}", R"({"a":01})", R"({"a":1,})", R"({"a":"\x"})",
                             "{\"a\":\"\xff\"}", "{\"a\":\"\n\"}"})
        QTest::addRow("%s", text) << QByteArray(text);
    QTest::newRow("deep") << QByteArray(R"({"a":)").repeated(40) + "1" + QByteArray("}").repeated(40);
}

void JsonObjectTest::malformedTextIsRefused() {
    QFETCH(QByteArray, text);
    const auto object = Object::parse(text.toStdString());
    QVERIFY(!object);
    QCOMPARE(object.error().code, std::string("BAD_JSON"));
}

void JsonObjectTest::absentAndNullAreTheSame() {
    auto object = Object::parse(R"({"a":null})");
    QVERIFY_RESULT(object);
    QVERIFY(!object->optionalString("a").value());
    QVERIFY(!object->optionalString("b").value());
    QVERIFY(!object->has("a"));
    QVERIFY_RESULT(object->finish());
}

void JsonObjectTest::aCopyOutlivesTheWhole() {
    std::vector<Object> inner;
    {
        auto whole = Object::parse(R"({"a":[{"x":"kept"}]})");
        QVERIFY_RESULT(whole);
        inner = whole->objects("a").value();
    }
    QCOMPARE(inner.at(0).string("x").value(), std::string("kept"));
}

void JsonObjectTest::tablesOfNumbers() {
    auto object = Object::parse(R"({"good":[[[1,2.5],[3]],[]],"text":[[["1"]]],"flat":[[1]]})");
    QVERIFY_RESULT(object);
    const auto tables = object->numberTables("good");
    QVERIFY_RESULT(tables);
    QVERIFY((*tables == std::vector<std::vector<std::vector<double>>>{{{1, 2.5}, {3}}, {}}));
    QCOMPARE(object->numberTables("text").error().code, std::string("BAD_FIELD"));
    QCOMPARE(object->numberTables("flat").error().code, std::string("BAD_FIELD"));
    QCOMPARE(object->numberTables("none").error().code, std::string("MISSING_FIELD"));
}

QTEST_GUILESS_MAIN(JsonObjectTest)
#include "object_test.moc"
