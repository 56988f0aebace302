#include "core/json/object.h"
#include "server/notify/channel_secrets.h"
#include "server/notify/events.h"
#include "server/notify/message_text.h"
#include "server/notify/retry.h"
#include "server/notify/terms.h"
#include "server/notify/wording.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace haneul;
using namespace haneul::notify;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

Outgoing outgoing(Language language = Language::Korean) {
    return {.key = "0a-email-kim",
            .channel = Channel::Email,
            .to = "kim@example.org",
            .language = language,
            .notice = {.id = "0a",
                       .kind = NoticeKind::PlanStep,
                       .severity = Severity::Warning,
                       .message = "PLAN_REJECTED",
                       .arguments = {"P-17", "바람 \"강함\""},
                       .about = {.plan = "P-17", .zone = "", .mission = ""},
                       .created = noon,
                       .by = "han",
                       .acknowledged = {}},
            .recipients = {"kim", "lee"},
            .instance = "house"};
}

std::string decodedBody(const std::string& mail) {
    const auto body = QByteArray::fromStdString(mail.substr(mail.find("\r\n\r\n") + 4));
    return QByteArray::fromBase64(QByteArray(body).replace("\r\n", "")).toStdString();
}

} // namespace

// Notices, their words, their messages and their secrets as values.
class NotifyValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void wordsInBothLanguages();
    void unknownWords();
    void openEndedZonesInWords_data();
    void openEndedZonesInWords();          // R-SVC-02
    void reasonsOfChecksInBothLanguages(); // R-PLAN-09
    void theFieldPageHasTheSameTerms();
    void eventsReadAsTheyWereWritten_data();
    void eventsReadAsTheyWereWritten();
    void badEventsAreRefused_data();
    void badEventsAreRefused();
    void pauses();
    void preferences_data();
    void preferences();
    void channelSettings_data();
    void channelSettings();
    void notices_data();
    void notices();
    void areas();
    void mail();
    void mailHeadersCannotBeForged();
    void webhook();
    void signature();
    void messageGateway();
    void secretsOpen();
    void secretsSealed(); // R-SEC-04
};

void NotifyValuesTest::wordsInBothLanguages() {
    std::set<std::string_view> codes;
    for (const Message& message : allMessages()) {
        QVERIFY2(codes.insert(message.code).second, message.code.data());
        std::vector<std::string> arguments;
        for (std::size_t i = 0; i < message.arguments; ++i)
            arguments.push_back("arg" + std::to_string(i));
        for (const Language language : {Language::Korean, Language::English}) {
            const Words words = worded(message.code, arguments, language);
            QVERIFY(!words.subject.empty() && !words.text.empty());
            QVERIFY2(!(words.subject + words.text).contains('{'), words.text.c_str());
            // Each argument is said, in the subject or in the text (a code in words: itself, when it is a new one).
            if (message.code != std::string_view("TEXT_KO_EN"))
                for (const std::string& argument : arguments)
                    QVERIFY2((words.subject + words.text).contains(argument), message.code.data());
        }
        QVERIFY(message.arguments == 0 || message.code.starts_with("TEXT") ||
                worded(message.code, arguments, Language::Korean) !=
                    worded(message.code, arguments, Language::English));
    }
    QCOMPARE(worded("PLAN_REJECTED", {"P-1", "{1}"}, Language::English).text,
             std::string("Flight plan P-1 is rejected: {1}")); // what is filled in is not filled again
}

void NotifyValuesTest::openEndedZonesInWords_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("korean");
    const QString a = QStringLiteral("2026-11-26T12:00:00.000Z"), b = QStringLiteral("2026-11-27T12:00:00.000Z");
    const QString open = QStringLiteral("-");
    QTest::newRow("closed") << a << b << QStringLiteral("Zone Z1 applies from %1 to %2.").arg(a, b)
                            << QStringLiteral("공역 Z1 적용 기간: %1 ~ %2.").arg(a, b);
    QTest::newRow("no end") << a << open << QStringLiteral("Zone Z1 applies from %1 until further notice.").arg(a)
                            << QStringLiteral("공역 Z1 적용 기간: %1부터 별도 통보 시까지.").arg(a);
    QTest::newRow("no beginning") << open << b << QStringLiteral("Zone Z1 applies from now until %1.").arg(b)
                                  << QStringLiteral("공역 Z1 적용 기간: 지금부터 %1까지.").arg(b);
    QTest::newRow("open") << open << open << QStringLiteral("Zone Z1 applies from now until further notice.")
                          << QStringLiteral("공역 Z1 적용 기간: 지금부터 별도 통보 시까지.");
}

void NotifyValuesTest::openEndedZonesInWords() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, english);
    QFETCH(const QString, korean);
    const std::vector<std::string> arguments{"Z1", from.toStdString(), to.toStdString()};
    QCOMPARE(QString::fromStdString(worded("ZONE_PUBLISHED", arguments, Language::English).text), english);
    QCOMPARE(QString::fromStdString(worded("ZONE_PUBLISHED", arguments, Language::Korean).text), korean);
}

void NotifyValuesTest::reasonsOfChecksInBothLanguages() {
    const std::vector<std::string> hit{"P1", "AIRSPACE", "ZONE_PROHIBITED", "RKP73"};
    QCOMPARE(
        worded("PLAN_CHECKS_FAILED", hit, Language::English).text,
        std::string("Flight plan P1 does not pass the check \"Airspace\": Goes through a prohibited zone. (RKP73)"));
    QCOMPARE(
        worded("PLAN_CHECKS_FAILED", hit, Language::Korean).text,
        std::string("비행계획 P1 건이 검사를 통과하지 못해 되돌아왔습니다. 공역: 비행 금지 구역을 지납니다. (RKP73)"));
    // Nowhere, and a code of a later version: said as far as it is known.
    QCOMPARE(worded("PLAN_CHECKS_FAILED", {"P1", "FORM", "OF_LATER_TIMES", ""}, Language::Korean).text,
             std::string("비행계획 P1 건이 검사를 통과하지 못해 되돌아왔습니다. 양식: OF_LATER_TIMES"));
}

void NotifyValuesTest::theFieldPageHasTheSameTerms() {
    QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/resources/field/texts.js"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(file.readAll());
    QVERIFY(allTerms().size() > 80);
    std::set<std::string_view> codes;
    for (const Term& term : allTerms()) {
        QVERIFY2(codes.insert(term.code).second, term.code.data());
        const auto text = [](std::string_view part) { return QString::fromUtf8(part.data(), qsizetype(part.size())); };
        const QString finding =
            QStringLiteral("%1: ['%2', '%3']").arg(text(term.code), text(term.korean), text(term.english));
        const QString check = QStringLiteral("'check.%1': '%2'").arg(text(term.code), text(term.korean));
        QVERIFY2(page.contains(finding) || page.contains(check), qPrintable(finding));
    }
}

void NotifyValuesTest::unknownWords() {
    const Words words = worded("OF_LATER_TIMES", {"a", "b"}, Language::Korean);
    QCOMPARE(words.subject, std::string("OF_LATER_TIMES"));
    QCOMPARE(words.text, std::string("a, b"));
}

void NotifyValuesTest::eventsReadAsTheyWereWritten_data() {
    QTest::addColumn<int>("number");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("%d", i) << i;
}

void NotifyValuesTest::eventsReadAsTheyWereWritten() {
    QFETCH(int, number);
    Preferences preferences{.language = Language::English,
                            .email = "a@b.kr",
                            .phone = "+82101234567",
                            .push = "kim-1",
                            .channels = {{NoticeKind::PlanStep, {}}, {NoticeKind::Emergency, {Channel::Sms}}},
                            .areas = {{{37.5, 127.1}, 1500.5}}};
    NewNotice notice{.key = "k",
                     .kind = NoticeKind::Airspace,
                     .severity = Severity::Emergency,
                     .message = "TEXT",
                     .arguments = {"제목", "본문"},
                     .to = {.users = {"kim"}, .roles = {people::Role::Pilot}, .area = Circle{{-37.5, -127.1}, 10}},
                     .about = {.plan = "p", .zone = "z", .mission = "m"}};
    const std::vector<NotifyEvent> events{
        NoticeCreated{"0a", notice, {"kim", "lee"}, {{Channel::Email, "kim"}, {Channel::Webhook, ""}}},
        NoticeCreated{"0a", {.key = "k", .message = "TEXT", .arguments = {"", ""}, .to = {.users = {"x"}}}, {}, {}},
        NoticeAcknowledged{"0a", "kim"},
        DeliveryAttempted{"0a-email-kim", {3, noon, Outcome::Refused, "SMTP_550", "nobody"}, noon},
        DeliveryAttempted{"0a-email-kim", {3, noon, Outcome::Delivered, "", ""}, std::nullopt},
        DeliverySentAgain{"0a-email-kim"},
        PreferencesSet{"kim", preferences},
        ChannelSet{{.channel = Channel::Sms,
                    .enabled = true,
                    .url = "https://a.example",
                    .account = "a",
                    .sender = "b@c",
                    .security = Security::StartTls,
                    .caFile = "/f",
                    .contentType = "application/x-www-form-urlencoded",
                    .bodyTemplate = "to={to}&t={text}",
                    .kinds = {NoticeKind::System},
                    .timeout_ms = 700},
                   true},
    };
    const NotifyEvent& event = events[static_cast<std::size_t>(number)];
    const auto written = toEvent(event);
    QVERIFY(written.type.starts_with(notifyPrefix));
    const auto read = eventFrom(written.type, written.body);
    QVERIFY_RESULT(read);
    QVERIFY(*read == event);
}

void NotifyValuesTest::badEventsAreRefused_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("type") << QByteArray("notice.sung") << QByteArray("{}");
    QTest::newRow("missing") << QByteArray("notice.acknowledged") << QByteArray(R"({"notice":"a"})");
    QTest::newRow("more") << QByteArray("notice.acknowledged") << QByteArray(R"({"notice":"a","user":"b","c":1})");
    QTest::newRow("outcome") << QByteArray("notice.delivery_attempted")
                             << QByteArray(R"({"delivery":"a","attempt":1,"at":"2026-11-26T12:00:00.000Z",)"
                                           R"("outcome":"perhaps","code":"","detail":"","next_try":null})");
    QTest::newRow("time") << QByteArray("notice.delivery_attempted")
                          << QByteArray(R"({"delivery":"a","attempt":1,"at":"noon",)"
                                        R"("outcome":"failed","code":"","detail":"","next_try":null})");
    QTest::newRow("channel") << QByteArray("notice.channel_set")
                             << QByteArray(R"({"channel":"pigeon","enabled":true,"url":"","secret_changed":true})");
    QTest::newRow("area") << QByteArray("notice.preferences_set")
                          << QByteArray(R"({"user":"kim","language":"ko","channels":{},"areas":[{"lat":1,"lon":2}]})");
}

void NotifyValuesTest::badEventsAreRefused() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!eventFrom(type.toStdString(), body.toStdString()));
}

void NotifyValuesTest::pauses() {
    using namespace std::chrono_literals;
    const RetryRules rules{.first = 5s, .longest = 60s, .attempts = 4, .refusals = 2};
    QCOMPARE(pauseAfter(rules, 1, 1), milliseconds(5s));
    QCOMPARE(pauseAfter(rules, 1, 0), milliseconds(2500));
    QCOMPARE(pauseAfter(rules, 2, 1), milliseconds(10s));
    QCOMPARE(pauseAfter(rules, 4, 0.5), milliseconds(30s));
    QCOMPARE(pauseAfter(rules, 5, 1), milliseconds(60s));
    QCOMPARE(pauseAfter(rules, 5000, 1), milliseconds(60s)); // no overflow
    QCOMPARE(nextTryAfter(rules, 3, 0, noon, 1), std::optional(noon + 20s));
    QVERIFY(!nextTryAfter(rules, 4, 0, noon, 1)); // the last
    QVERIFY(nextTryAfter(rules, 2, 1, noon, 1));
    QVERIFY(!nextTryAfter(rules, 2, 2, noon, 1)); // so often "never"
}

void NotifyValuesTest::preferences_data() {
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("push");
    QTest::addColumn<double>("radius_m");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* email, const char* phone, const char* push, double radius_m,
                        const char* code) {
        QTest::newRow(name) << QString::fromUtf8(email) << QString::fromUtf8(phone) << QString::fromUtf8(push)
                            << radius_m << QString::fromUtf8(code);
    };
    row("good", "a@b.kr", "+82 10-1234-5678", "kim_1", 10, "");
    row("nothing", "", "", "", 2'000'000, "");
    row("mail", "a.b.kr", "", "", 10, "BAD_EMAIL");
    row("mail with a line", "a@b.kr\r\nBcc: c@d", "", "", 10, "BAD_EMAIL");
    row("no country", "", "01012345678", "", 10, "BAD_PHONE");
    row("plus alone", "", "+", "", 10, "BAD_PHONE");
    row("letters", "", "+8210x2345678", "", 10, "BAD_PHONE");
    row("too long", "", "+1234567890123456", "", 10, "BAD_PHONE");
    row("topic", "", "", "../kim", 10, "BAD_PUSH_TOPIC");
    row("radius", "", "", "", 0, "BAD_AREA");
    row("radius too large", "", "", "", 2'000'001, "BAD_AREA");
    row("radius unknown", "", "", "", std::numeric_limits<double>::quiet_NaN(), "BAD_AREA");
}

void NotifyValuesTest::preferences() {
    QFETCH(QString, email);
    QFETCH(QString, phone);
    QFETCH(QString, push);
    QFETCH(double, radius_m);
    QFETCH(QString, code);
    const auto good = accepted({.email = email.toStdString(),
                                .phone = phone.toStdString(),
                                .push = push.toStdString(),
                                .channels = {},
                                .areas = {{{37.5, 127}, radius_m}}});
    QCOMPARE(codeOf(good), code.toStdString());
    if (good && !phone.isEmpty()) QCOMPARE(good->phone, std::string("+821012345678"));
    QCOMPARE(codeOf(accepted({.channels = {{NoticeKind::System, {Channel::Webhook}}}})), std::string("BAD_CHANNEL"));
}

void NotifyValuesTest::channelSettings_data() {
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("security");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Channel channel, const char* url, Security security, const char* code) {
        QTest::newRow(name) << static_cast<int>(channel) << QString::fromUtf8(url) << static_cast<int>(security)
                            << QString::fromUtf8(code);
    };
    using enum Channel;
    using enum Security;
    row("tls", Email, "smtps://mail.example.org:465", Tls, "");
    row("starttls", Email, "smtp://mail.example.org:587", StartTls, "");
    row("here", Email, "smtp://127.0.0.1:25", None, "");
    row("here by name", Email, "smtp://localhost", None, "");
    row("open elsewhere", Email, "smtp://mail.example.org", None, "INSECURE_CHANNEL");
    row("looks like here", Email, "smtp://127.0.0.1.example.org", None, "INSECURE_CHANNEL");
    row("looks like here too", Email, "smtp://127.1.example.org", None, "INSECURE_CHANNEL");
    row("wrong pair", Email, "smtp://mail.example.org", Tls, "BAD_URL");
    row("not mail", Email, "https://mail.example.org", Tls, "BAD_URL");
    row("hook", Webhook, "https://hooks.example.org/a?b=c", Tls, "");
    row("hook here", Webhook, "http://127.0.0.1:9/a", None, "");
    row("open hook", Webhook, "http://hooks.example.org/a", None, "INSECURE_CHANNEL");
    row("file", Webhook, "file:///etc/passwd", None, "BAD_URL");
    row("gopher", Push, "gopher://127.0.0.1:25/", None, "BAD_URL");
    row("with password", Push, "https://a:b@push.example.org", Tls, "BAD_URL");
    row("no address", Sms, "", Tls, "BAD_URL");
    row("no host", Sms, "https://", Tls, "BAD_URL");
    row("line in it", Sms, "https://a.example/\r\nX: y", Tls, "BAD_URL");
    row("desk", Desk, "https://a.example/", Tls, "BAD_CHANNEL");
}

void NotifyValuesTest::channelSettings() {
    QFETCH(int, channel);
    QFETCH(QString, url);
    QFETCH(int, security);
    QFETCH(QString, code);
    ChannelConfig config{.channel = static_cast<Channel>(channel),
                         .enabled = true,
                         .url = url.toStdString(),
                         .sender = "haneul@example.org",
                         .security = static_cast<Security>(security)};
    QCOMPARE(codeOf(check(config)), code.toStdString());
    if (!code.isEmpty()) return;
    config.timeout_ms = 10;
    QCOMPARE(codeOf(check(config)), std::string("BAD_TIMEOUT"));
    config.timeout_ms = 1000;
    config.bodyTemplate = R"({"to":"{to}"})";
    config.sender = "nobody";
    if (config.channel == Channel::Sms) QCOMPARE(codeOf(check(config)), std::string("BAD_TEMPLATE"));
    if (config.channel == Channel::Email) QCOMPARE(codeOf(check(config)), std::string("BAD_EMAIL"));
}

void NotifyValuesTest::notices_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("arguments");
    QTest::addColumn<bool>("somebody");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << QStringLiteral("PLAN_APPROVED") << 1 << true << QString();
    QTest::newRow("unknown") << QStringLiteral("PLAN_EATEN") << 1 << true << QStringLiteral("NO_SUCH_MESSAGE");
    QTest::newRow("few") << QStringLiteral("PLAN_REJECTED") << 1 << true << QStringLiteral("BAD_ARGUMENTS");
    QTest::newRow("many") << QStringLiteral("PLAN_APPROVED") << 2 << true << QStringLiteral("BAD_ARGUMENTS");
    QTest::newRow("nobody") << QStringLiteral("PLAN_APPROVED") << 1 << false << QStringLiteral("BAD_NOTICE");
}

void NotifyValuesTest::notices() {
    QFETCH(QString, message);
    QFETCH(int, arguments);
    QFETCH(bool, somebody);
    QFETCH(QString, code);
    NewNotice notice{.message = message.toStdString(),
                     .arguments = std::vector<std::string>(static_cast<std::size_t>(arguments), "x")};
    if (somebody) notice.to.roles = {people::Role::Pilot};
    QCOMPARE(codeOf(check(notice)), code.toStdString());
}

void NotifyValuesTest::areas() {
    const Circle seoul{{37.5665, 126.9780}, 10'000};
    QVERIFY(touch(seoul, {{37.5665, 127.2}, 10'000})); // 19.6 km away
    QVERIFY(!touch(seoul, {{37.5665, 127.2}, 9'000}));
    QVERIFY(touch({{0, 179.99}, 2'000}, {{0, -179.99}, 500})); // across the 180th meridian
    const std::vector<geo::LatLon> outline{{37.5, 126.9}, {37.5, 127.1}, {37.6, 127.1}, {37.6, 126.9}};
    const auto around = circleAround(outline);
    QVERIFY(around);
    for (const geo::LatLon& point : outline)
        QVERIFY(touch(*around, {point, 0.5}));
    QVERIFY(around->radius_m > 10'000 && around->radius_m < 11'000); // half the diagonal: 10.45 km
    const std::vector<geo::LatLon> pacific{{0, 179}, {0, -179}};
    QVERIFY(circleAround(pacific)->radius_m < 112'000);
    QVERIFY(!circleAround({}));
}

void NotifyValuesTest::mail() {
    const std::string text = mailText(outgoing(), "haneul@example.org");
    QVERIFY(text.contains("Message-ID: <0a-email-kim@example.org>\r\n"));
    QVERIFY(text.contains("Date: Thu, 26 Nov 2026 12:00:00 +0000\r\n"));
    QVERIFY(text.contains("To: <kim@example.org>\r\n"));
    QVERIFY(text.contains("Importance: high\r\n"));
    const QByteArray all = QByteArray::fromStdString(text);
    for (const QByteArray& line : all.split('\n')) {
        QVERIFY2(line.size() <= 79, line.constData()); // with its CR
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY(std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    }
    const std::string body = decodedBody(text);
    QVERIFY2(body.contains("비행계획 P-17 건이 반려되었습니다: 바람 \"강함\""), body.c_str());
    QVERIFY(decodedBody(mailText(outgoing(Language::English), "h@e.org")).contains("Flight plan P-17 is rejected"));
    // The subject, put together again.
    QByteArray subject;
    const auto begin = all.indexOf("Subject: ") + 9;
    for (const QByteArray& word : all.mid(begin, all.indexOf("\r\nDate:") - begin).split('\n')) {
        const QByteArray trimmed = word.trimmed();
        QVERIFY(trimmed.startsWith("=?UTF-8?B?") && trimmed.endsWith("?="));
        const QByteArray part = QByteArray::fromBase64(trimmed.mid(10, trimmed.size() - 12));
        QVERIFY(QString::fromUtf8(part).toUtf8() == part); // no character is cut in two
        subject += part;
    }
    QCOMPARE(subject, QByteArray("[경고] 비행계획 P-17 반려됨"));
}

void NotifyValuesTest::mailHeadersCannotBeForged() {
    auto message = outgoing();
    message.notice.message = "TEXT";
    message.notice.arguments = {"hello\r\nBcc: all@example.org", "text"};
    const std::string text = mailText(message, "haneul@example.org");
    QVERIFY(!text.contains("Bcc:"));
    QVERIFY(text.substr(0, text.find("\r\n\r\n")).contains("Subject: =?UTF-8?B?"));
}

void NotifyValuesTest::webhook() {
    const std::string text = webhookBody(outgoing());
    auto body = json::Object::parse(text);
    QVERIFY_RESULT(body);
    QCOMPARE(body->string("id").value_or(""), std::string("0a-email-kim"));
    QCOMPARE(body->string("severity").value_or(""), std::string("warning"));
    QCOMPARE(body->strings("recipients").value_or(std::vector<std::string>()).size(), 2U);
    auto korean = body->object("ko");
    QVERIFY_RESULT(korean);
    QCOMPARE(korean->string("subject").value_or(""), std::string("비행계획 P-17 반려됨"));
    QVERIFY(body->object("en"));
}

void NotifyValuesTest::signature() {
    // echo -n '1764158400.{"a":1}' | openssl dgst -sha256 -hmac key
    const auto signedText = signatureOf("key", utcMs(1'764'158'400'123), R"({"a":1})");
    QVERIFY(signedText.starts_with("t=1764158400,v1="));
    QCOMPARE(signedText.size(), std::string("t=1764158400,v1=").size() + 64);
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-hmac"), QStringLiteral("key")});
    if (!openssl.waitForStarted()) QSKIP("the openssl program is not here");
    openssl.write("1764158400.{\"a\":1}");
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY(QString::fromUtf8(openssl.readAll())
                .trimmed()
                .endsWith(QString::fromStdString(signedText.substr(signedText.size() - 64))));
    QVERIFY(signatureOf("kez", utcMs(1'764'158'400'123), R"({"a":1})") != signedText);
}

void NotifyValuesTest::messageGateway() {
    auto message = outgoing();
    message.to = "+8210";
    ChannelConfig config{.channel = Channel::Sms};
    auto body = json::Object::parse(smsBody(message, config));
    QVERIFY_RESULT(body);
    QCOMPARE(body->string("to").value_or(""), std::string("+8210"));
    QCOMPARE(body->string("text").value_or(""),
             std::string("[경고] 비행계획 P-17 건이 반려되었습니다: 바람 \"강함\"")); // the quotes are escaped
    config.contentType = "application/x-www-form-urlencoded";
    config.bodyTemplate = "to={to}&text={subject}&id={key}";
    message.notice.message = "TEXT";
    message.notice.arguments = {"a&b={to}", "t"};
    QCOMPARE(smsBody(message, config), std::string("to=%2B8210&text=a%26b%3D%7Bto%7D&id=0a-email-kim"));
}

void NotifyValuesTest::secretsOpen() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("channels.secret")).toStdString();
    {
        auto secrets = ChannelSecrets::open(file, {});
        QVERIFY_RESULT(secrets);
        QVERIFY((*secrets)->of(Channel::Email).empty());
        QVERIFY_RESULT((*secrets)->set(Channel::Email, "pa\"ss"));
        QVERIFY_RESULT((*secrets)->set(Channel::Webhook, "key"));
        QCOMPARE(codeOf((*secrets)->set(Channel::Sms, "a\nb")), std::string("BAD_SECRET"));
    }
    struct stat facts{};
    QCOMPARE(::stat(file.c_str(), &facts), 0);
    QCOMPARE(static_cast<int>(facts.st_mode & 0777), 0600);
    {
        auto secrets = ChannelSecrets::open(file, {});
        QVERIFY_RESULT(secrets);
        QCOMPARE((*secrets)->of(Channel::Email), std::string("pa\"ss"));
        QVERIFY_RESULT((*secrets)->set(Channel::Email, ""));
        QVERIFY((*secrets)->of(Channel::Email).empty());
    }
    QCOMPARE(::chmod(file.c_str(), 0644), 0);
    QCOMPARE(codeOf(ChannelSecrets::open(file, {})), std::string("SECRETS_EXPOSED"));
    QCOMPARE(::chmod(file.c_str(), 0600), 0);
    QFile damaged(QString::fromStdString(file.string()));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{");
    damaged.close();
    QCOMPARE(codeOf(ChannelSecrets::open(file, {})), std::string("SECRETS_UNREADABLE"));
}

void NotifyValuesTest::secretsSealed() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("channels.secret")).toStdString();
    {
        auto open = ChannelSecrets::open(file, {});
        QVERIFY_RESULT((*open)->set(Channel::Push, "very-secret-token"));
    }
    const auto bytes = [&] {
        QFile in(QString::fromStdString(file.string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    };
    QVERIFY(bytes().contains("very-secret-token"));               // as the open key file: kept by its rights alone
    QVERIFY_RESULT(ChannelSecrets::open(file, "passphrase one")); // seals it
    QVERIFY(!bytes().contains("very-secret-token"));
    QCOMPARE(codeOf(ChannelSecrets::open(file, {})), std::string("SECRETS_SEALED"));
    QCOMPARE(codeOf(ChannelSecrets::open(file, "passphrase two")), std::string("SECRETS_PASSPHRASE"));
    auto sealed = ChannelSecrets::open(file, "passphrase one");
    QVERIFY_RESULT(sealed);
    QCOMPARE((*sealed)->of(Channel::Push), std::string("very-secret-token"));
    QVERIFY_RESULT((*sealed)->set(Channel::Email, "another"));
    QVERIFY(!bytes().contains("another"));
    QCOMPARE((*ChannelSecrets::open(file, "passphrase one"))->of(Channel::Email), std::string("another"));
}

QTEST_GUILESS_MAIN(NotifyValuesTest)
#include "notify_values_test.moc"
