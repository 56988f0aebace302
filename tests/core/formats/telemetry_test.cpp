#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QtTest>

#include <format>

#include <random>

using namespace haneul;
using namespace haneul::formats;

namespace {

const std::string valid =
    R"({"schema":1,"drone_id":"D-1","seq":7,"t_ms":1800000000123,"lat_e7":375665000,"lon_e7":1269780000,"alt_mm":120500,)"
    R"("alt_datum":"AMSL","vn_mms":5000,"ve_mms":-250,"vd_mms":0,"battery_pct":88,"battery_mv":22800,"rssi_dbm":-61})";

std::string with(std::string from, const std::string& what, const std::string& by) {
    const auto at = from.find(what);
    return from.replace(at, what.size(), by);
}

TelemetryRecord randomRecord(std::mt19937_64& random) {
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    TelemetryRecord record;
    record.droneId = "HN-" + std::to_string(between(0, 99999));
    record.sequence = static_cast<std::uint32_t>(between(0, UINT32_MAX));
    record.time_ms = between(0, maxTime_ms);
    record.latitude_e7 = static_cast<std::int32_t>(between(-maxLatitude_e7, maxLatitude_e7));
    record.longitude_e7 = static_cast<std::int32_t>(between(-maxLongitude_e7, maxLongitude_e7));
    record.altitude_mm = static_cast<std::int32_t>(between(-maxAltitude_mm, maxAltitude_mm));
    record.altitudeDatum = between(0, 1) ? geo::HeightDatum::Amsl : geo::HeightDatum::W84;
    record.velocityNorth_mms = static_cast<std::int32_t>(between(-maxVelocity_mms, maxVelocity_mms));
    record.velocityEast_mms = static_cast<std::int32_t>(between(-maxVelocity_mms, maxVelocity_mms));
    record.velocityDown_mms = static_cast<std::int32_t>(between(-maxVelocity_mms, maxVelocity_mms));
    record.battery_pct = static_cast<std::uint8_t>(between(0, 100));
    record.battery_mv = static_cast<std::uint16_t>(between(0, UINT16_MAX));
    record.rssi_dbm = static_cast<std::int16_t>(between(minRssi_dbm, maxRssi_dbm));
    if (between(0, 1)) record.missionId = "m" + std::to_string(between(0, 99));
    if (between(0, 1)) record.pilotId = "p." + std::to_string(between(0, 99));
    return record;
}

} // namespace

class TelemetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField(); // R-PIPE-01
    void refusesWhatIsNotTheContract_data();
    void refusesWhatIsNotTheContract(); // G8
    void escapesAndWhiteSpaceChangeNothing();
    void oneBadRecordRefusesThePayload();
    void bothFormsRoundTrip();       // R-PIPE-01
    void everyTruncationIsRefused(); // G8
    void recordsAreNotMixedUpByReuse();
    void samePayloadGetsTheSameRefusal();
    void limitsOfTheBatch();
    void binaryRefusals_data();
    void binaryRefusals();          // G8
    void noTortureFileIsAPayload(); // F13
    void anEarlierPayloadDoesNotChangeARefusal();
    void unknownSchemaIsRefused(); // R-SCH-02

private:
    std::expected<std::size_t, TelemetryRefusal> read(std::string_view payload) {
        return m_reader.read(payload, m_records);
    }

    TelemetryJsonReader m_reader;
    std::vector<TelemetryRecord> m_records;
};

void TelemetryTest::readsEveryField() {
    QCOMPARE(read(valid), std::size_t{1});
    const TelemetryRecord& r = m_records[0];
    QCOMPARE(r.droneId, "D-1");
    QCOMPARE(r.sequence, 7u);
    QCOMPARE(r.time_ms, 1'800'000'000'123);
    QCOMPARE(r.latitude_e7, 375'665'000);
    QCOMPARE(r.longitude_e7, 1'269'780'000);
    QCOMPARE(r.altitude_mm, 120'500);
    QVERIFY(r.altitudeDatum == geo::HeightDatum::Amsl);
    QCOMPARE(r.velocityNorth_mms, 5000);
    QCOMPARE(r.velocityEast_mms, -250);
    QCOMPARE(r.velocityDown_mms, 0);
    QCOMPARE(int(r.battery_pct), 88);
    QCOMPARE(r.battery_mv, 22'800);
    QCOMPARE(r.rssi_dbm, -61);
    QVERIFY(!r.missionId && !r.pilotId);
    // Any order of the fields, escapes in names, white space around.
    QCOMPARE(read(with(" \n\t" + valid + "\r\n ", R"("drone_id")", R"("dr\u006fne_id")")), std::size_t{1});
    QCOMPARE(read(with(valid, R"("rssi_dbm":-61)", R"("pilot_id":"p","rssi_dbm":-61,"mission_id":"m-1")")),
             std::size_t{1});
    QCOMPARE(m_records[0].missionId, "m-1");
    QCOMPARE(m_records[0].pilotId, "p");
}

void TelemetryTest::refusesWhatIsNotTheContract_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, const std::string& payload, TelemetryError error) {
        QTest::newRow(name) << QByteArray::fromStdString(payload) << int(error);
    };
    using enum TelemetryError;
    row("empty", "", Empty);
    row("empty array", "[]", Empty);
    row("white space", " \n", Syntax);
    row("number", "7", WrongType);
    row("text", R"("x")", WrongType);
    row("array of numbers", "[1]", WrongType);
    row("array in array", "[[" + valid + "]]", WrongType);
    row("unknown field", with(valid, R"("seq")", R"("sequence":1,"seq")"), UnknownField);
    row("duplicate field", with(valid, R"("seq":7)", R"("seq":7,"seq":7)"), DuplicateField);
    row("duplicate under escape", with(valid, R"("seq":7)", R"("seq":7,"\u0073eq":8)"), DuplicateField);
    row("missing field", with(valid, R"("seq":7,)", ""), MissingField);
    row("missing schema", with(valid, R"("schema":1,)", ""), MissingField);
    row("number as text", with(valid, R"("seq":7)", R"("seq":"7")"), WrongType);
    row("null", with(valid, R"("seq":7)", R"("seq":null)"), WrongType);
    row("object as value", with(valid, R"("seq":7)", R"("seq":{})"), WrongType);
    row("id as number", with(valid, R"("D-1")", "1"), WrongType);
    row("fraction", with(valid, ":375665000", ":375665000.5"), WrongType);
    row("exponent", with(valid, ":375665000", ":3756650e2"), WrongType);
    row("latitude", with(valid, ":375665000", ":900000001"), OutOfRange);
    row("longitude", with(valid, ":1269780000", ":-1800000001"), OutOfRange);
    row("sequence too large", with(valid, R"("seq":7)", R"("seq":4294967296)"), OutOfRange);
    row("sequence negative", with(valid, R"("seq":7)", R"("seq":-1)"), OutOfRange);
    row("number of 30 digits", with(valid, R"("seq":7)", R"("seq":123456789012345678901234567890)"), WrongType);
    row("time before 1970", with(valid, ":1800000000123", ":-1"), OutOfRange);
    row("battery 101 %", with(valid, ":88", ":101"), OutOfRange);
    row("rssi", with(valid, ":-61", ":51"), OutOfRange);
    row("datum AGL", with(valid, R"("AMSL")", R"("AGL")"), OutOfRange);
    row("datum in lower case", with(valid, R"("AMSL")", R"("amsl")"), OutOfRange);
    row("empty id", with(valid, R"("D-1")", R"("")"), OutOfRange);
    row("id with slash", with(valid, R"("D-1")", R"("a/b")"), OutOfRange);
    row("id with NUL", with(valid, R"("D-1")", R"("a\u0000")"), OutOfRange);
    row("id of 65", with(valid, R"("D-1")", std::format("\"{}\"", std::string(65, 'a'))), OutOfRange);
    row("trailing object", valid + valid, TrailingBytes);
    row("trailing comma", valid + ",", TrailingBytes);
    row("trailing NUL", valid + std::string(1, '\0'), TrailingBytes);
    row("byte order mark", "\xEF\xBB\xBF" + valid, Syntax);
    row("leading zero", with(valid, R"("seq":7)", R"("seq":07)"), WrongType);
    row("plus sign", with(valid, R"("seq":7)", R"("seq":+7)"), WrongType);
    row("name cut short", with(valid, R"("seq")", R"("se")"), UnknownField);
    row("name drawn out", with(valid, R"("seq")", R"("seq ")"), UnknownField);
    row("escaped slash in id", with(valid, R"("D-1")", R"("D\/1")"), OutOfRange);
    row("escaped id of 65", with(valid, R"("D-1")", std::format(R"("{}\u0061")", std::string(64, 'a'))), OutOfRange);
    row("id with byte of UTF-8", with(valid, R"("D-1")", "\"D\xC3\xA4\""), OutOfRange);
    row("id with broken UTF-8", with(valid, R"("D-1")", "\"D\xC3\""), Syntax);
    row("id with raw line feed", with(valid, R"("D-1")", "\"D\n1\""), Syntax);
    row("datum as number", with(valid, R"("AMSL")", "1"), WrongType);
    row("datum drawn out", with(valid, R"("AMSL")", R"("AMSL ")"), OutOfRange);
    row("number and more", with(valid, R"("seq":7)", R"("seq":7x)"), WrongType);
    row("text and more", with(valid, R"("D-1")", R"("D-1"x)"), Syntax);
    row("no comma", with(valid, R"("seq":7,)", R"("seq":7 )"), Syntax);
    row("two commas", with(valid, R"("seq":7,)", R"("seq":7,,)"), Syntax);
    row("comma at the end", with(valid, "-61}", "-61,}"), Syntax);
    row("wrong bracket", with(valid, "-61}", "-61]"), Syntax);
    row("more than 1 MiB", valid + std::string(maxTelemetryPayload, ' '), TooMany);
    row("deep", std::string(100'000, '['), Syntax);
}

void TelemetryTest::refusesWhatIsNotTheContract() {
    QFETCH(QByteArray, payload);
    QFETCH(int, error);
    const auto result = read(payload.toStdString());
    QVERIFY(!result);
    const auto got = result.error().error;
    // Which of the two words broken JSON gets depends on where the reader stands when it notices.
    const bool brokenJson = error == int(TelemetryError::Syntax) || error == int(TelemetryError::TrailingBytes);
    if (brokenJson)
        QVERIFY2(got != TelemetryError::MissingField && got != TelemetryError::UnknownField, toString(got).data());
    else
        QVERIFY2(got == TelemetryError(error), toString(got).data());
}

void TelemetryTest::escapesAndWhiteSpaceChangeNothing() {
    QVERIFY(read(valid));
    const auto plain = m_records;
    QVERIFY(read(with(valid, R"("D-1")", R"("D\u002d1")")));
    QVERIFY(m_records == plain);
    QVERIFY(read(with(valid, R"("AMSL")", R"("\u0041MSL")")));
    QVERIFY(m_records == plain);
    QVERIFY(read(with(valid, R"("seq":7,)", "\"seq\" :\t7\n, ")));
    QVERIFY(m_records == plain);
    QVERIFY(read(with(valid, R"("alt_datum":"AMSL")", R"("alt_datum" : "W84" )")));
    QVERIFY(m_records[0].altitudeDatum == geo::HeightDatum::W84);
    const std::string longest(maxIdLength, 'z');
    QVERIFY(read(with(valid, "D-1", longest)));
    QCOMPARE(m_records[0].droneId, longest);
}

void TelemetryTest::oneBadRecordRefusesThePayload() {
    const std::string good = "[" + valid + "," + with(valid, "D-1", "D-2") + "]";
    QCOMPARE(read(good), std::size_t{2});
    QCOMPARE(m_records[1].droneId, "D-2");
    const auto bad = read("[" + valid + "," + with(valid, ":88", ":188") + "]");
    QVERIFY(!bad);
    QCOMPARE(bad.error().record, 1u);
    QVERIFY(bad.error().field == "battery_pct");
}

void TelemetryTest::bothFormsRoundTrip() {
    std::mt19937_64 random(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<TelemetryRecord> sent(1 + random() % 20);
        for (auto& record : sent)
            record = randomRecord(random);
        QCOMPARE(read(writeTelemetryJson(sent)), sent.size());
        QVERIFY(m_records == sent);
        const std::string binary = writeTelemetryBinary(sent);
        QVERIFY(looksBinary(binary));
        QCOMPARE(readTelemetryBinary(binary, m_records), sent.size());
        QVERIFY(m_records == sent);
    }
}

void TelemetryTest::everyTruncationIsRefused() {
    std::mt19937_64 random(12);
    const std::vector sent{randomRecord(random), randomRecord(random)};
    const std::string json = writeTelemetryJson(sent), binary = writeTelemetryBinary(sent);
    for (std::size_t size = 0; size < json.size(); ++size)
        QVERIFY(!read(std::string_view(json).substr(0, size)));
    for (std::size_t size = 0; size < binary.size(); ++size)
        QVERIFY(!readTelemetryBinary(std::string_view(binary).substr(0, size), m_records));
    QVERIFY(!readTelemetryBinary(binary + '\0', m_records));
}

void TelemetryTest::recordsAreNotMixedUpByReuse() {
    const std::string mission = with(valid, R"("rssi_dbm":-61)", R"("rssi_dbm":-61,"mission_id":"m","pilot_id":"p")");
    QVERIFY(read(mission));
    QVERIFY(read(valid));
    QVERIFY(!m_records[0].missionId && !m_records[0].pilotId);
    std::vector<TelemetryRecord> sent = m_records;
    sent[0].missionId = "m";
    QVERIFY(readTelemetryBinary(writeTelemetryBinary(sent), m_records));
    sent[0].missionId.reset();
    QVERIFY(readTelemetryBinary(writeTelemetryBinary(sent), m_records));
    QVERIFY(!m_records[0].missionId);
}

void TelemetryTest::samePayloadGetsTheSameRefusal() {
    // Whatever was in the buffer before, down to the byte behind this payload.
    const std::string bad = R"([{"schema":1,"drone_id":5},{"schema":])";
    const auto fresh = TelemetryJsonReader().read(bad, m_records);
    QVERIFY(!fresh);
    for (const char before : {']', '}', '[', '"', ' ', '\0'}) {
        TelemetryJsonReader reader;
        QVERIFY(!reader.read("[" + std::string(500, before), m_records));
        QVERIFY(reader.read(bad, m_records) == fresh);
    }
}

void TelemetryTest::limitsOfTheBatch() {
    QVERIFY(read(valid));
    std::vector<TelemetryRecord> many(maxRecordsPerPayload, m_records[0]);
    QCOMPARE(read(writeTelemetryJson(many)), maxRecordsPerPayload);
    QCOMPARE(readTelemetryBinary(writeTelemetryBinary(many), m_records), maxRecordsPerPayload);
    many.push_back(many[0]);
    QVERIFY(read(writeTelemetryJson(many)).error().error == TelemetryError::TooMany);
    QVERIFY(readTelemetryBinary(writeTelemetryBinary(many), m_records).error().error == TelemetryError::TooMany);
}

void TelemetryTest::binaryRefusals_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("byte");
    QTest::addColumn<int>("error");
    using enum TelemetryError;
    QTest::newRow("magic") << 1 << 0x55 << int(Syntax);
    QTest::newRow("schema") << 2 << 2 << int(UnknownSchema);
    QTest::newRow("no records") << 4 << 0 << int(Empty);
    QTest::newRow("more records than bytes") << 4 << 2 << int(Truncated);
    QTest::newRow("latitude") << 6 + 4 + 8 + 3 << 0x7f << int(OutOfRange);
    QTest::newRow("datum") << 6 + 41 << 2 << int(OutOfRange);
    QTest::newRow("battery") << 6 + 40 << 101 << int(OutOfRange);
    QTest::newRow("no drone id") << 6 + 42 << 0 << int(OutOfRange);
    QTest::newRow("long drone id") << 6 + 42 << 200 << int(Truncated);
    QTest::newRow("character") << 6 + 45 << int('/') << int(OutOfRange);
}

void TelemetryTest::binaryRefusals() {
    QFETCH(int, at);
    QFETCH(int, byte);
    QFETCH(int, error);
    QVERIFY(read(valid));
    std::string payload = writeTelemetryBinary(m_records);
    QVERIFY(readTelemetryBinary(payload, m_records));
    payload[static_cast<std::size_t>(at)] = static_cast<char>(byte);
    const auto result = readTelemetryBinary(payload, m_records);
    QVERIFY(!result);
    QVERIFY2(result.error().error == TelemetryError(error), toString(result.error().error).data());
}

void TelemetryTest::noTortureFileIsAPayload() {
    HANEUL_NEEDS_SHARED(folder, "data/json-torture");
    int files = 0;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")})) {
        const auto bytes = tests::readFile(folder + u'/' + name);
        QVERIFY(bytes);
        QVERIFY2(!read(bytes->toStdString()), qPrintable(name));
        // Inside a valid payload an invalid document stays invalid: as the value of an additional field.
        if (name.startsWith(u"n_"))
            QVERIFY2(!read(with(valid, R"("rssi_dbm":-61)", R"("rssi_dbm":)" + bytes->toStdString())),
                     qPrintable(name));
        ++files;
    }
    QCOMPARE(files, 318);
}

void TelemetryTest::anEarlierPayloadDoesNotChangeARefusal() {
    const std::string unbalanced = R"(["a",{"b"])";
    const auto fresh = TelemetryJsonReader().read(unbalanced, m_records);
    QVERIFY(!fresh);
    for (const char left : {']', '}', '"', '1'}) {
        QVERIFY(!read(std::string(unbalanced.size(), '[') + left)); // leaves `left` just behind the end of the next one
        QVERIFY(read(unbalanced) == fresh);
    }
}

void TelemetryTest::unknownSchemaIsRefused() {
    const auto result = read(with(valid, R"("schema":1)", R"("schema":2)"));
    QVERIFY(!result);
    QVERIFY(result.error().error == TelemetryError::UnknownSchema);
}

QTEST_GUILESS_MAIN(TelemetryTest)
#include "telemetry_test.moc"
