#include "server/notify/sender.h"
#include "tests/support/loopback/http_target.h"
#include "tests/support/loopback/mail_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <format>
#include <thread>

using namespace haneul;
using namespace haneul::notify;
using namespace haneul::loopback;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");
const std::string secret = "open-sesame-42";

Outgoing outgoing(Channel channel, std::string to) {
    return {.key = "0a-x-kim",
            .channel = channel,
            .to = std::move(to),
            .language = Language::Korean,
            .notice = {.id = "0a",
                       .kind = NoticeKind::Emergency,
                       .severity = Severity::Emergency,
                       .message = "EMERGENCY",
                       .arguments = {"HN-1", "연결 끊김"},
                       .about = {},
                       .created = noon,
                       .by = "system",
                       .acknowledged = {}},
            .recipients = {"kim"},
            .instance = "house"};
}

ChannelConfig mailTo(const MailServer& server, Security security = Security::None) {
    return {.channel = Channel::Email,
            .enabled = true,
            .url = std::format("{}://127.0.0.1:{}", security == Security::Tls ? "smtps" : "smtp", server.port()),
            .account = "house",
            .sender = "haneul@example.org",
            .security = security,
            .timeout_ms = 700};
}

ChannelConfig postTo(Channel channel, const HttpTarget& target, const char* scheme = "http") {
    return {.channel = channel,
            .enabled = true,
            .url = std::format("{}://127.0.0.1:{}/in?a=b", scheme, target.port()),
            .timeout_ms = 700};
}

Sent post(const HttpTarget& target, Channel channel = Channel::Webhook, std::stop_token stop = {}) {
    return sendByNetwork(postTo(channel, target), secret, outgoing(channel, "+82101234567"), noon, stop);
}

Sent mail(const MailServer& server) {
    return sendByNetwork(mailTo(server), secret, outgoing(Channel::Email, "kim@example.org"), noon, {});
}

} // namespace

// One attempt each, against servers on this machine that behave and misbehave.
class NotifySenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMailArrives(); // R-MS-16
    void mailByTls_data();
    void mailByTls(); // R-MS-16
    void aStrangersCertificateIsRefused();
    void mailTroubles_data();
    void mailTroubles();
    void nobodyListens();
    void postsArrive_data();
    void postsArrive(); // R-MS-16
    void httpsIsChecked();
    void postTroubles_data();
    void postTroubles();
    void noRedirects();
    void retryAfter();
    void theSecretIsNeverTold();
    void stopping();
};

void NotifySenderTest::aMailArrives() {
    MailServer server;
    const Sent sent = mail(server);
    QCOMPARE(sent, (Sent{Outcome::Delivered, "", "", {}}));
    const auto mails = server.mails();
    QCOMPARE(mails.size(), 1U);
    QCOMPARE(mails[0].from, std::string("haneul@example.org"));
    QCOMPARE(mails[0].to, std::string("kim@example.org"));
    QCOMPARE(mails[0].account, std::string("house"));
    QCOMPARE(mails[0].password, secret);
    QCOMPARE(mails[0].field("Message-ID"), std::string("<0a-x-kim@example.org>"));
    QCOMPARE(mails[0].text, mailText(outgoing(Channel::Email, "kim@example.org"), "haneul@example.org"));
}

void NotifySenderTest::mailByTls_data() {
    QTest::addColumn<bool>("fromTheStart");
    QTest::newRow("starttls") << false;
    QTest::newRow("tls") << true;
}

void NotifySenderTest::mailByTls() {
    QFETCH(bool, fromTheStart);
    const QTemporaryDir folder;
    const auto certificate = makeCertificate(folder.path().toStdString());
    MailServer server(certificate, fromTheStart);
    auto config = mailTo(server, fromTheStart ? Security::Tls : Security::StartTls);
    config.timeout_ms = 5000;
    config.caFile = certificate.certificate.string();
    const Sent sent = sendByNetwork(config, secret, outgoing(Channel::Email, "kim@example.org"), noon, {});
    QVERIFY2(sent.outcome == Outcome::Delivered, (sent.code + ": " + sent.detail).c_str());
    const auto mails = server.mails();
    QCOMPARE(mails.size(), 1U);
    QVERIFY(mails[0].tls);
    if (fromTheStart) return;
    // A server (or somebody between) that does not offer TLS gets neither password nor mail.
    server.mood = MailMood::NoTls;
    const Sent open = sendByNetwork(config, secret, outgoing(Channel::Email, "kim@example.org"), noon, {});
    QVERIFY(open.outcome == Outcome::Refused);
    QCOMPARE(server.mails().size(), 1U);
}

void NotifySenderTest::aStrangersCertificateIsRefused() {
    const QTemporaryDir ours;
    const QTemporaryDir theirs;
    const auto known = makeCertificate(ours.path().toStdString());
    MailServer server(makeCertificate(theirs.path().toStdString()));
    auto config = mailTo(server, Security::StartTls);
    config.timeout_ms = 5000;
    config.caFile = known.certificate.string();
    const Sent sent = sendByNetwork(config, secret, outgoing(Channel::Email, "kim@example.org"), noon, {});
    QCOMPARE(sent.code, std::string("BAD_CERTIFICATE"));
    QCOMPARE(server.mails().size(), 0U);
    config.caFile = "/no/such/file.pem";
    QVERIFY(sendByNetwork(config, secret, outgoing(Channel::Email, "a@b.kr"), noon, {}).outcome != Outcome::Delivered);
}

void NotifySenderTest::mailTroubles_data() {
    QTest::addColumn<int>("mood");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, MailMood mood, Outcome outcome, const char* code) {
        QTest::newRow(name) << static_cast<int>(mood) << static_cast<int>(outcome) << QByteArray(code);
    };
    row("stall at once", MailMood::StallAtOnce, Outcome::Failed, "TIMED_OUT");
    row("stall in data", MailMood::StallInData, Outcome::Failed, "TIMED_OUT");
    row("later", MailMood::Later, Outcome::Failed, "SMTP_451");
    row("never", MailMood::Never, Outcome::Refused, "SMTP_550");
    row("close in data", MailMood::CloseInData, Outcome::Failed, "BROKEN_OFF");
    row("close after data", MailMood::CloseAfterData, Outcome::Failed, "BROKEN_OFF");
    row("wrong log-in", MailMood::WrongLogIn, Outcome::Refused, "SMTP_535");
}

void NotifySenderTest::mailTroubles() {
    QFETCH(int, mood);
    QFETCH(int, outcome);
    QFETCH(QByteArray, code);
    MailServer server;
    server.mood = static_cast<MailMood>(mood);
    QElapsedTimer time;
    time.start();
    const Sent sent = mail(server);
    QVERIFY2(time.elapsed() < 4000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(QByteArray::fromStdString(sent.code + " " + sent.detail).left(code.size()), code);
    QCOMPARE(static_cast<int>(sent.outcome), outcome);
    QVERIFY(sent.detail.size() <= 220);
    server.mood = MailMood::Well;
    QVERIFY(mail(server).outcome == Outcome::Delivered);
}

void NotifySenderTest::nobodyListens() {
    MailServer server;
    HttpTarget target;
    server.stop();
    target.stop();
    QCOMPARE(mail(server).code, std::string("NOT_REACHED"));
    QCOMPARE(post(target).code, std::string("NOT_REACHED"));
    server.start();
    target.start();
    QVERIFY(mail(server).outcome == Outcome::Delivered);
    QVERIFY(post(target).outcome == Outcome::Delivered);
}

void NotifySenderTest::postsArrive_data() {
    QTest::addColumn<int>("channel");
    QTest::newRow("webhook") << static_cast<int>(Channel::Webhook);
    QTest::newRow("sms") << static_cast<int>(Channel::Sms);
    QTest::newRow("push") << static_cast<int>(Channel::Push);
}

void NotifySenderTest::postsArrive() {
    QFETCH(int, channel);
    const auto which = static_cast<Channel>(channel);
    HttpTarget target;
    QVERIFY(post(target, which).outcome == Outcome::Delivered);
    const auto posts = target.posts();
    QCOMPARE(posts.size(), 1U);
    const Post& one = posts[0];
    QCOMPARE(one.method, std::string("POST"));
    QCOMPARE(one.path, std::string("/in?a=b"));
    QCOMPARE(one.fields.at("idempotency-key"), std::string("0a-x-kim"));
    QCOMPARE(one.fields.at("content-type"), std::string("application/json"));
    const auto message = outgoing(which, "+82101234567");
    switch (which) {
    case Channel::Webhook:
        QCOMPARE(one.body, webhookBody(message));
        QCOMPARE(one.fields.at("x-haneul-signature"), signatureOf(secret, noon, one.body));
        QVERIFY(!one.fields.contains("authorization"));
        break;
    case Channel::Sms:
        QCOMPARE(one.body, smsBody(message, postTo(which, target)));
        QCOMPARE(one.fields.at("authorization"), secret);
        break;
    default:
        QCOMPARE(one.body, pushBody(message));
        QCOMPARE(one.fields.at("authorization"), "Bearer " + secret);
    }
}

void NotifySenderTest::httpsIsChecked() {
    const QTemporaryDir folder;
    const auto certificate = makeCertificate(folder.path().toStdString());
    HttpTarget target(certificate);
    auto config = postTo(Channel::Webhook, target, "https");
    config.timeout_ms = 5000;
    const auto message = outgoing(Channel::Webhook, "");
    QCOMPARE(sendByNetwork(config, secret, message, noon, {}).code, std::string("BAD_CERTIFICATE")); // not the system's
    QVERIFY(target.posts().empty());
    config.caFile = certificate.certificate.string();
    const Sent sent = sendByNetwork(config, secret, message, noon, {});
    QVERIFY2(sent.outcome == Outcome::Delivered, (sent.code + ": " + sent.detail).c_str());
}

void NotifySenderTest::postTroubles_data() {
    QTest::addColumn<int>("mood");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, HttpMood mood, int status, Outcome outcome, const char* code) {
        QTest::newRow(name) << static_cast<int>(mood) << status << static_cast<int>(outcome) << QByteArray(code);
    };
    row("stall", HttpMood::Stall, 0, Outcome::Failed, "TIMED_OUT");
    row("400", HttpMood::Answer, 400, Outcome::Refused, "HTTP_400");
    row("401", HttpMood::Answer, 401, Outcome::Refused, "HTTP_401");
    row("404", HttpMood::Answer, 404, Outcome::Refused, "HTTP_404");
    row("408", HttpMood::Answer, 408, Outcome::Failed, "HTTP_408");
    row("429", HttpMood::Answer, 429, Outcome::Failed, "HTTP_429");
    row("500", HttpMood::Answer, 500, Outcome::Failed, "HTTP_500");
    row("503", HttpMood::Answer, 503, Outcome::Failed, "HTTP_503");
    row("200", HttpMood::Answer, 200, Outcome::Delivered, "");
    row("close at once", HttpMood::CloseAtOnce, 0, Outcome::Failed, "BROKEN_OFF");
    row("close in answer", HttpMood::CloseInAnswer, 0, Outcome::Failed, "");
    row("close after body", HttpMood::CloseAfterBody, 0, Outcome::Failed, "BROKEN_OFF");
    row("garbage", HttpMood::Garbage, 0, Outcome::Failed, "");
}

void NotifySenderTest::postTroubles() {
    QFETCH(int, mood);
    QFETCH(int, status);
    QFETCH(int, outcome);
    QFETCH(QByteArray, code);
    HttpTarget target;
    target.mood = static_cast<HttpMood>(mood);
    target.status = status;
    QElapsedTimer time;
    time.start();
    const Sent sent = post(target);
    QVERIFY(time.elapsed() < 4000);
    QCOMPARE(static_cast<int>(sent.outcome), outcome);
    if (!code.isEmpty()) QCOMPARE(QByteArray::fromStdString(sent.code), code);
    if (sent.outcome != Outcome::Delivered) QVERIFY(!sent.code.empty());
    if (sent.code.starts_with("HTTP_")) QCOMPARE(sent.detail, std::string("no, thank you"));
}

void NotifySenderTest::noRedirects() {
    HttpTarget other;
    HttpTarget target;
    target.mood = HttpMood::Answer;
    target.status = 307;
    target.setExtra(std::format("Location: http://127.0.0.1:{}/\r\n", other.port()));
    const Sent sent = post(target);
    QVERIFY(sent.outcome == Outcome::Refused);
    QCOMPARE(sent.code, std::string("HTTP_307"));
    QVERIFY(other.posts().empty());
}

void NotifySenderTest::retryAfter() {
    HttpTarget target;
    target.mood = HttpMood::Answer;
    target.setExtra("Retry-After: 7\r\n");
    QCOMPARE(post(target).notFor, std::optional(milliseconds(7000)));
    target.setExtra("Retry-After: 99999999\r\n"); // nobody shuts us up for years
    QCOMPARE(post(target).notFor, std::optional(milliseconds(3'600'000)));
}

void NotifySenderTest::theSecretIsNeverTold() {
    MailServer server;
    server.mood = MailMood::WrongLogIn; // quotes the password
    const Sent sent = mail(server);
    QVERIFY2(!sent.detail.contains(secret), sent.detail.c_str());
    QCOMPARE(sent.detail, std::string("(hidden)"));
}

void NotifySenderTest::stopping() {
    HttpTarget target;
    target.mood = HttpMood::Stall;
    std::stop_source stop;
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    auto config = postTo(Channel::Webhook, target);
    config.timeout_ms = 60'000;
    QElapsedTimer time;
    time.start();
    const Sent sent = sendByNetwork(config, secret, outgoing(Channel::Webhook, ""), noon, stop.get_token());
    QCOMPARE(sent.code, std::string("STOPPING"));
    QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
}

QTEST_GUILESS_MAIN(NotifySenderTest)
#include "notify_sender_test.moc"
