#include "core/traffic/picture.h"
#include "server/mqtt/telemetry_intake.h"
#include "telemetry_samples.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace haneul;
using namespace haneul::mqtt;
using namespace haneul::tests;

class TstTelemetryIntake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();

    void recordBecomesUpdate_data();
    void recordBecomesUpdate(); // R-PIPE-01
    void absentIdsStayAbsent();
    void badTopics_data();
    void badTopics();
    void unknownClient();               // G9
    void lieInThePayload();             // F14 G9
    void gatewaySpeaksForItsListOnly(); // F14 G9
    void gatewayDoesNotSpeakForItself();
    void oneBadRecordRefusesThePayload();
    void sizeLimits();
    void cells_data();
    void cells();
    void gatewayCellIsOnlyForm();
    void rateIsHeldPerDrone();
    void rateRefillsWithTime();
    void spooferDoesNotSpendAnothersRate(); // F14
    void gapsAreCounted();
    void clockOffIsCountedNotRefused();
    void shuffledArrivalGivesTheSameTracks(); // R-PIPE-15
    void noticesAreRare();
    void noticeIsPrintable();
    void accountsChange();
    void selfSpeakersAreBounded();
    void garbageChangesNothing(); // G8
    void healthAddsUp();

private:
    void process(const std::string& topic, const std::string& payload, std::int64_t afterStart_ms = 0) {
        m_intake->process(topic, payload, utcMs(sampleTime_ms + afterStart_ms),
                          [this](const traffic::TrackUpdate& update) { m_updates.push_back(update); });
    }

    [[nodiscard]] std::uint64_t count(Refusal reason) const {
        return m_intake->counters().byReason[static_cast<std::size_t>(reason)];
    }

    static std::string topicOf(const std::string& client) { return "haneul/v1/tele/" + sampleCell() + "/" + client; }

    std::unique_ptr<situation::NoticeBoard> m_notices;
    std::unique_ptr<TelemetryIntake> m_intake;
    std::vector<traffic::TrackUpdate> m_updates;
    const std::vector<broker::MqttAccount> m_accounts{{"D1", {}, {}}, {"D2", {}, {}}, {"gw1", {}, {"G1", "G2"}}};
};

void TstTelemetryIntake::init() {
    m_notices = std::make_unique<situation::NoticeBoard>();
    m_intake = std::make_unique<TelemetryIntake>(TelemetrySettings{}, *m_notices);
    m_intake->setAccounts(m_accounts);
    m_updates.clear();
}

void TstTelemetryIntake::recordBecomesUpdate_data() {
    QTest::addColumn<bool>("binary");
    QTest::newRow("json") << false;
    QTest::newRow("binary") << true;
}

void TstTelemetryIntake::recordBecomesUpdate() {
    QFETCH(bool, binary);
    const std::vector<formats::TelemetryRecord> records{sampleRecord("D1", 5)};
    process(topicOf("D1"), binary ? formats::writeTelemetryBinary(records) : json(records), 5050);
    QCOMPARE(m_updates.size(), std::size_t(1));
    const auto& update = m_updates.front();
    QCOMPARE(update.id, std::string("uas:D1"));
    QCOMPARE(update.feed, std::string("mqtt"));
    QVERIFY(update.source == traffic::SourceKind::Telemetry);
    QCOMPARE(*update.sourceTime, utcMs(sampleTime_ms + 5000));
    QCOMPARE(update.received, utcMs(sampleTime_ms + 5050));
    QCOMPARE(*update.sequence, 5u);
    QCOMPARE(update.label, std::optional<std::string>("D1"));
    QVERIFY(std::abs(update.position->latitude_deg - 37.5665) < 1e-9);
    QVERIFY(std::abs(update.position->longitude_deg - 126.978) < 1e-9);
    QVERIFY(std::abs(update.height->metres - 120.5) < 1e-9);
    QVERIFY(update.height->datum == geo::HeightDatum::W84);
    QVERIFY(std::abs(update.velocity->north - 3.0) < 1e-9);
    QVERIFY(std::abs(update.velocity->east + 4.0) < 1e-9);
    QVERIFY(std::abs(*update.verticalRate_mps + 0.25) < 1e-9); // the wire says down, the picture says up
    QCOMPARE(*update.battery_pct, 87.0);
    QCOMPARE(update.missionId, std::optional<std::string>("M-7"));
    QCOMPARE(update.pilotId, std::optional<std::string>("kim"));
    QVERIFY(!update.onGround && !update.squawk);
    QCOMPARE(m_intake->counters().messages, std::uint64_t(1));
    QCOMPARE(m_intake->counters().updates, std::uint64_t(1));
    QVERIFY(m_notices->latest().empty());
}

void TstTelemetryIntake::absentIdsStayAbsent() {
    process(topicOf("D1"), json({sampleRecord("D1", 1)}));
    auto bare = sampleRecord("D2", 1);
    bare.missionId.reset();
    bare.pilotId.reset();
    process(topicOf("D2"), json({bare}));
    QCOMPARE(m_updates.size(), std::size_t(2));
    QVERIFY(!m_updates.back().missionId); // not D1's, whose update was there before
    QVERIFY(!m_updates.back().pilotId);
}

void TstTelemetryIntake::badTopics_data() {
    QTest::addColumn<QString>("topic");
    for (const char* topic :
         {"", "haneul/v1/tele/", "haneul/v1/tele/wydm9", "haneul/v1/tele/wydm9/", "haneul/v1/tele//D1",
          "haneul/v1/tele/wydm/D1", "haneul/v1/tele/wydm9q/D1", "haneul/v1/tele/wyam9/D1", "haneul/v1/tele/WYDM9/D1",
          "haneul/v1/tele/wydm9/D1/x", "haneul/v1/tele/wydm9/D 1", "haneul/v2/tele/wydm9/D1",
          "haneul/v1/events/wydm9/D1", "/haneul/v1/tele/wydm9/D1"})
        QTest::newRow(topic) << QString::fromUtf8(topic);
    QTest::newRow("long") << QStringLiteral("haneul/v1/tele/wydm9/%1").arg(QString(65, u'D'));
}

void TstTelemetryIntake::badTopics() {
    QFETCH(QString, topic);
    process(topic.toStdString(), json({sampleRecord("D1")}));
    QVERIFY(m_updates.empty());
    QCOMPARE(count(Refusal::Topic), std::uint64_t(1));
    QCOMPARE(m_intake->counters().refused, std::uint64_t(1));
}

void TstTelemetryIntake::unknownClient() {
    process(topicOf("D9"), json({sampleRecord("D9")}));
    QVERIFY(m_updates.empty());
    QCOMPARE(count(Refusal::UnknownClient), std::uint64_t(1));
    process(topicOf("haneul-console"), json({sampleRecord("haneul-console")}));
    QCOMPARE(count(Refusal::UnknownClient), std::uint64_t(2));
}

void TstTelemetryIntake::lieInThePayload() {
    process(topicOf("D1"), json({sampleRecord("D2")}));
    QVERIFY(m_updates.empty());
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(1));
    process(topicOf("D1"), json({sampleRecord("d1")})); // ids are what they are, letter by letter
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(2));
    process(topicOf("D1"), json({sampleRecord("D1")}));
    QCOMPARE(m_updates.size(), std::size_t(1));
    const auto notices = m_notices->latest();
    QCOMPARE(notices.size(), std::size_t(1));
    QCOMPARE(notices.front().code, std::string("TELEMETRY_REFUSED"));
    QVERIFY2(notices.front().text.contains("\"D1\" spoke for \"D2\""), notices.front().text.c_str());
}

void TstTelemetryIntake::gatewaySpeaksForItsListOnly() {
    process(topicOf("gw1"), json({sampleRecord("G1"), sampleRecord("G2")}));
    QCOMPARE(m_updates.size(), std::size_t(2));
    process(topicOf("gw1"), json({sampleRecord("G1", 2), sampleRecord("D1")}));
    QCOMPARE(m_updates.size(), std::size_t(2)); // the whole payload is out, G1's record too
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(1));
    process(topicOf("G1"), json({sampleRecord("G1", 3)})); // listed for a gateway, has no account of its own
    QCOMPARE(count(Refusal::UnknownClient), std::uint64_t(1));
}

void TstTelemetryIntake::gatewayDoesNotSpeakForItself() {
    process(topicOf("gw1"), json({sampleRecord("gw1")}));
    QVERIFY(m_updates.empty());
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(1));
}

void TstTelemetryIntake::oneBadRecordRefusesThePayload() {
    auto broken = sampleRecord("G2");
    broken.latitude_e7 = 900'000'001;
    process(topicOf("gw1"), json({sampleRecord("G1"), broken}));
    QVERIFY(m_updates.empty());
    QCOMPARE(m_intake->counters().malformed, std::uint64_t(1));
    QCOMPARE(m_intake->counters().messages, std::uint64_t(0));
    QVERIFY2(m_notices->latest().front().text.contains("record 1, field lat_e7"),
             m_notices->latest().front().text.c_str());
}

void TstTelemetryIntake::sizeLimits() {
    const std::string record = json({sampleRecord("D1")});
    process(topicOf("D1"), record + std::string(4096 - record.size(), ' '));
    QCOMPARE(m_updates.size(), std::size_t(1));
    process(topicOf("D1"), record + std::string(4097 - record.size(), ' '));
    QCOMPARE(m_updates.size(), std::size_t(1));
    QCOMPARE(count(Refusal::TooLarge), std::uint64_t(1));

    const std::string batch = json({sampleRecord("G1"), sampleRecord("G2")});
    process(topicOf("gw1"), batch + std::string(65'536 - batch.size(), ' '));
    QCOMPARE(m_updates.size(), std::size_t(3));
    process(topicOf("gw1"), batch + std::string(65'537 - batch.size(), ' '));
    QCOMPARE(m_updates.size(), std::size_t(3));
    QCOMPARE(count(Refusal::TooLarge), std::uint64_t(2));
}

void TstTelemetryIntake::cells_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<double>("latitude_deg");
    QTest::addColumn<double>("longitude_deg");
    QTest::addColumn<bool>("let");
    const auto seoul = *formats::geohashDecode("wydm9");
    const double width_deg = seoul.northEast.longitude_deg - seoul.southWest.longitude_deg;
    const double height_deg = seoul.northEast.latitude_deg - seoul.southWest.latitude_deg;
    const geo::LatLon centre = seoul.centre();
    const auto row = [](const char* name, const char* cell, double lat, double lon, bool let) {
        QTest::newRow(name) << QString::fromUtf8(cell) << lat << lon << let;
    };
    row("inside", "wydm9", centre.latitude_deg, centre.longitude_deg, true);
    row("next east", "wydm9", centre.latitude_deg, centre.longitude_deg + width_deg, true);
    row("corner", "wydm9", centre.latitude_deg - 1.49 * height_deg, centre.longitude_deg - 1.49 * width_deg, true);
    row("two east", "wydm9", centre.latitude_deg, centre.longitude_deg + 1.51 * width_deg, false);
    row("two south", "wydm9", centre.latitude_deg - 1.51 * height_deg, centre.longitude_deg, false);
    row("Busan", "wydm9", 35.18, 129.08, false);
    row("antipode", "wydm9", -centre.latitude_deg, centre.longitude_deg - 180, false);
    row("date line, across", "xbpbp", 0.01, -179.99, true); // the cell ends at +180
    row("date line, far", "xbpbp", 0.01, -179.8, false);
}

void TstTelemetryIntake::cells() {
    QFETCH(QString, cell);
    QFETCH(double, latitude_deg);
    QFETCH(double, longitude_deg);
    QFETCH(bool, let);
    auto record = sampleRecord("D1");
    record.latitude_e7 = static_cast<std::int32_t>(std::lround(latitude_deg * 1e7));
    record.longitude_e7 = static_cast<std::int32_t>(std::lround(longitude_deg * 1e7));
    process("haneul/v1/tele/" + cell.toStdString() + "/D1", json({record}));
    QCOMPARE(m_updates.size(), std::size_t(let));
    QCOMPARE(count(Refusal::WrongCell), std::uint64_t(!let));
}

void TstTelemetryIntake::gatewayCellIsOnlyForm() {
    process("haneul/v1/tele/u33db/gw1", json({sampleRecord("G1")})); // Berlin
    QCOMPARE(m_updates.size(), std::size_t(1));
}

void TstTelemetryIntake::rateIsHeldPerDrone() {
    for (std::uint32_t i = 1; i <= 60; ++i) {
        process(topicOf("D1"), json({sampleRecord("D1", i)}));
        if (i <= 10) process(topicOf("D2"), json({sampleRecord("D2", i)}));
    }
    QCOMPARE(m_updates.size(), std::size_t(40 + 10));
    QCOMPARE(count(Refusal::TooFast), std::uint64_t(20));
    QCOMPARE(m_intake->counters().refused, std::uint64_t(20));
}

void TstTelemetryIntake::rateRefillsWithTime() {
    for (std::uint32_t i = 1; i <= 41; ++i)
        process(topicOf("D1"), json({sampleRecord("D1", i)}));
    QCOMPARE(m_updates.size(), std::size_t(40));
    for (std::uint32_t i = 0; i < 21; ++i) // one second later: twenty more
        process(topicOf("D1"), json({sampleRecord("D1", 50 + i)}), 1000);
    QCOMPARE(m_updates.size(), std::size_t(60));
    for (std::uint32_t i = 0; i < 50; ++i) // a long pause earns one burst, not more
        process(topicOf("D1"), json({sampleRecord("D1", 100 + i)}), 3'600'000);
    QCOMPARE(m_updates.size(), std::size_t(100));
}

void TstTelemetryIntake::spooferDoesNotSpendAnothersRate() {
    for (std::uint32_t i = 1; i <= 100; ++i)
        process(topicOf("D2"), json({sampleRecord("D1", i)}));
    process(topicOf("D1"), json({sampleRecord("D1", 1)}));
    QCOMPARE(m_updates.size(), std::size_t(1));
}

void TstTelemetryIntake::gapsAreCounted() {
    for (const std::uint32_t sequence : {1u, 2u, 5u, 5u, 4u, 6u})
        process(topicOf("D1"), json({sampleRecord("D1", sequence)}));
    QCOMPARE(m_intake->counters().gaps, std::uint64_t(2)); // 3 and 4; that 4 came late after all does not undo the gap
    process(topicOf("D1"), json({sampleRecord("D1", 4'000'000)})); // restarted or wrong, not millions lost
    process(topicOf("D1"), json({sampleRecord("D1", 4'000'002)}));
    QCOMPARE(m_intake->counters().gaps, std::uint64_t(3));
    process(topicOf("D2"), json({sampleRecord("D2", 0xffff'ffffu)}));
    process(topicOf("D2"), json({sampleRecord("D2", 0)})); // the counter went round
    QCOMPARE(m_intake->counters().gaps, std::uint64_t(3));
}

void TstTelemetryIntake::clockOffIsCountedNotRefused() {
    process(topicOf("D1"), json({sampleRecord("D1", 1)}), 301'001 + 1000);
    process(topicOf("D2"), json({sampleRecord("D2", 1)}), 300'000 + 1000);
    QCOMPARE(m_updates.size(), std::size_t(2));
    QCOMPARE(m_intake->counters().clockOff, std::uint64_t(1));
}

void TstTelemetryIntake::shuffledArrivalGivesTheSameTracks() {
    std::vector<std::uint32_t> order(20);
    std::iota(order.begin(), order.end(), 1);
    const auto fly = [&](const std::vector<std::uint32_t>& sequences) {
        init();
        traffic::Picture picture;
        for (const std::uint32_t sequence : sequences) {
            auto record = sampleRecord("D1", sequence);
            record.latitude_e7 += static_cast<std::int32_t>(sequence) * 100;
            const UtcMs received = utcMs(sampleTime_ms + 30'000);
            m_intake->process(topicOf("D1"), json({record}), received,
                              [&](const traffic::TrackUpdate& update) { picture.apply(update, received); });
        }
        return *picture.find("uas:D1");
    };
    const auto straight = fly(order);
    std::mt19937 random(42);
    for (int i = 0; i < 20; ++i) {
        std::ranges::shuffle(order, random);
        auto repeated = order;
        repeated.insert(repeated.end(), order.begin(), order.begin() + 10); // and some of them twice
        auto shuffled = fly(repeated);
        shuffled.revision = straight.revision; // how many of them were news differs
        shuffled.trail = straight.trail;       // what came too late to move the track leaves no dot
        QVERIFY(shuffled == straight);
    }
}

void TstTelemetryIntake::noticesAreRare() {
    for (int i = 0; i < 1000; ++i)
        process(topicOf("D9"), "x", i * 10); // ten seconds of it
    QCOMPARE(m_notices->latest().size(), std::size_t(1));
    process("bad topic", "x", 10'000);
    QCOMPARE(m_notices->latest().size(), std::size_t(2));
    const std::string text = m_notices->latest().back().text;
    QVERIFY2(text.contains("unknown_client 999") && text.contains("topic 1"),
             text.c_str()); // nothing is kept back for ever
}

void TstTelemetryIntake::noticeIsPrintable() {
    process("haneul/v1/tele/wydm9/\x1b[31m\n\"" + std::string(500, 'x'), "x");
    const std::string text = m_notices->latest().front().text;
    QVERIFY(text.size() < 300);
    QVERIFY(std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; }));
}

void TstTelemetryIntake::accountsChange() {
    process(topicOf("D1"), json({sampleRecord("D1", 1)}));
    m_intake->setAccounts(std::vector<broker::MqttAccount>{{"D2", {}, {}}, {"gw1", {}, {"G2", "D1"}}});
    process(topicOf("D1"), json({sampleRecord("D1", 2)}));
    QCOMPARE(count(Refusal::UnknownClient), std::uint64_t(1));
    process(topicOf("gw1"), json({sampleRecord("G1", 1)}));
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(1));
    process(topicOf("gw1"), json({sampleRecord("D1", 4)})); // handed over to the gateway: its numbers go on
    QCOMPARE(m_updates.size(), std::size_t(2));
    QCOMPARE(m_intake->counters().gaps, std::uint64_t(2));
}

void TstTelemetryIntake::selfSpeakersAreBounded() {
    TelemetrySettings settings;
    settings.unknownClients = UnknownClients::SpeakForThemselves;
    settings.maxDrones = 3;
    m_intake = std::make_unique<TelemetryIntake>(settings, *m_notices);
    m_intake->setAccounts(m_accounts);
    for (const char* id : {"X1", "X2", "X3", "X4", "X1"})
        process(topicOf(id), json({sampleRecord(id)}));
    QCOMPARE(m_updates.size(), std::size_t(4));
    QCOMPARE(count(Refusal::TooManyDrones), std::uint64_t(1));
    process(topicOf("X1"), json({sampleRecord("X2")})); // still nobody else's voice
    QCOMPARE(count(Refusal::WrongDrone), std::uint64_t(1));
    process(topicOf("X5"), json({sampleRecord("X5")}), 600'000); // the first ones have long gone
    QCOMPARE(m_updates.size(), std::size_t(5));
}

void TstTelemetryIntake::garbageChangesNothing() {
    const std::string good = json({sampleRecord("D1", 1)});
    const std::string binary = formats::writeTelemetryBinary(std::vector{sampleRecord("D1", 1)});
    formats::TelemetryJsonReader reader;
    std::vector<formats::TelemetryRecord> scratch;
    std::mt19937 random(42);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    std::uint64_t tried = 0;
    std::uint64_t harmless = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string payload;
        switch (i % 4) {
        case 0: // noise
            payload.resize(below(300));
            std::ranges::generate(payload, [&] { return static_cast<char>(below(256)); });
            break;
        case 1: // cut short
            payload = (i % 8 == 1 ? good : binary).substr(0, below((i % 8 == 1 ? good : binary).size()));
            break;
        case 2: // some bytes changed
            payload = i % 8 == 2 ? good : binary;
            for (int k = 0; k < 3; ++k)
                payload[below(payload.size())] = static_cast<char>(below(256));
            break;
        default: // deep or long
            payload = std::string(below(2000), i % 8 == 3 ? '[' : '{');
        }
        // A changed digit may still be a record of the contract: that is then no garbage.
        const auto asJson = reader.read(payload, scratch);
        if (asJson || formats::readTelemetryBinary(payload, scratch)) {
            ++harmless;
            continue;
        }
        ++tried;
        process(topicOf("D1"), payload);
    }
    qInfo("%llu payloads that are none of ours", static_cast<unsigned long long>(tried));
    QVERIFY(tried > 4000);
    QVERIFY(m_updates.empty());
    QCOMPARE(m_intake->counters().malformed, tried);
    QCOMPARE(m_intake->counters().messages, std::uint64_t(0));
    process(topicOf("D1"), good); // and the door still opens
    QCOMPARE(m_updates.size(), std::size_t(1));
}

void TstTelemetryIntake::healthAddsUp() {
    process(topicOf("D1"), json({sampleRecord("D1", 1)}));
    process(topicOf("D1"), "{");
    process(topicOf("D9"), "{}");
    IntakeStatus line;
    line.state = situation::FeedState::Connected;
    line.endpoint = "127.0.0.1:1883";
    line.bytes = 700;
    line.dropped = 4;
    line.retained = 2;
    const auto health = feedHealth("mqtt", line, m_intake->counters());
    QCOMPARE(health.id, std::string("mqtt"));
    QVERIFY(health.state == situation::FeedState::Connected);
    QCOMPARE(health.bytes, std::uint64_t(700));
    QCOMPARE(health.messages, std::uint64_t(1));
    QCOMPARE(health.updates, std::uint64_t(1));
    QCOMPARE(health.malformed, std::uint64_t(1));
    QCOMPARE(health.refused, std::uint64_t(1 + 2));
    QCOMPARE(health.dropped, std::uint64_t(4));
}

QTEST_GUILESS_MAIN(TstTelemetryIntake)
#include "tst_telemetry_intake.moc"
