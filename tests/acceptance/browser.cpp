#include "browser.h"

#include "program.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

namespace haneul::tests {

namespace {

const QString elementKey = QStringLiteral("element-6066-11e4-a52e-4f735466cecf"); // WebDriver 11.1

QJsonObject capabilities(const Browser::Look& look, const QString& profile) {
    const QJsonArray arguments{QStringLiteral("--headless=new"),
                               QStringLiteral("--no-sandbox"), // tests may run as root
                               QStringLiteral("--disable-gpu"),
                               QStringLiteral("--disable-dev-shm-usage"),
                               QStringLiteral("--no-first-run"),
                               QStringLiteral("--disable-background-networking"),
                               QString(u"--accept-lang=" + look.languages),
                               QString(u"--lang=" + look.languages.section(u',', 0, 0)),
                               QString(u"--user-data-dir=" + profile)};
    const QJsonObject metrics{{QStringLiteral("width"), look.width},
                              {QStringLiteral("height"), look.height},
                              {QStringLiteral("pixelRatio"), 1.5},
                              {QStringLiteral("touch"), true}};
    const QJsonObject options{
        {QStringLiteral("args"), arguments},
        {QStringLiteral("prefs"), QJsonObject{{QStringLiteral("intl.accept_languages"), look.languages}}},
        {QStringLiteral("mobileEmulation"), QJsonObject{{QStringLiteral("deviceMetrics"), metrics}}}};
    const QJsonObject wanted{
        {QStringLiteral("browserName"), QStringLiteral("chrome")},
        {QStringLiteral("goog:chromeOptions"), options},
        {QStringLiteral("goog:loggingPrefs"), QJsonObject{{QStringLiteral("browser"), QStringLiteral("ALL")}}},
        {QStringLiteral("unhandledPromptBehavior"), QStringLiteral("ignore")}};
    return {{QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"), wanted}}}};
}

} // namespace

bool Browser::isThere() {
    return !QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty() &&
           !QStandardPaths::findExecutable(QStringLiteral("chromedriver")).isEmpty();
}

bool Browser::start(const Look& look) {
    m_port = freePort();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), look.timeZone);
    environment.insert(QStringLiteral("HOME"), m_profile.path()); // leaves nothing in the home of whoever tests
    m_driver.setProcessEnvironment(environment);
    m_driver.setStandardOutputFile(QProcess::nullDevice());
    m_driver.setStandardErrorFile(QProcess::nullDevice());
    m_driver.start(QStringLiteral("chromedriver"), {QStringLiteral("--port=%1").arg(m_port)});
    const bool ready = QTest::qWaitFor(
        [&] { return request("GET", QStringLiteral("/status"), {})[QStringLiteral("ready")].toBool(); }, 15'000);
    if (!ready) {
        m_error = QStringLiteral("chromedriver does not answer");
        return false;
    }
    const auto made =
        request("POST", QStringLiteral("/session"), capabilities(look, m_profile.filePath(QStringLiteral("profile"))));
    m_session = made[QStringLiteral("sessionId")].toString();
    return !m_session.isEmpty();
}

void Browser::stop() {
    if (!m_session.isEmpty()) request("DELETE", QString(u"/session/" + m_session), {});
    m_session.clear();
    if (m_driver.state() == QProcess::NotRunning) return;
    m_driver.terminate();
    if (m_driver.waitForFinished(5'000)) return;
    m_driver.kill();
    m_driver.waitForFinished(5'000);
}

QJsonValue Browser::request(const char* method, const QString& path, const QJsonObject& body) {
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(60'000);
    const QByteArray text = qstrcmp(method, "POST") == 0 ? QJsonDocument(body).toJson() : QByteArray();
    QNetworkReply* const reply = m_network.sendCustomRequest(request, method, text);
    (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 61'000);
    const QJsonValue answer = QJsonDocument::fromJson(reply->readAll()).object()[QStringLiteral("value")];
    reply->deleteLater();
    if (answer[QStringLiteral("error")].isString())
        m_error = QString(path + u": " + answer[QStringLiteral("error")].toString() + u": " +
                          answer[QStringLiteral("message")].toString().section(u'\n', 0, 0));
    return answer;
}

QJsonValue Browser::command(const char* method, const QString& path, const QJsonObject& body) {
    return request(method, QString(u"/session/" + m_session + u'/' + path), body);
}

void Browser::open(const QString& url) {
    command("POST", QStringLiteral("url"), {{QStringLiteral("url"), url}});
}

QJsonValue Browser::value(const QString& expression, const QJsonArray& arguments) {
    return command("POST", QStringLiteral("execute/sync"),
                   {{QStringLiteral("script"), QString(u"return " + expression)}, {QStringLiteral("args"), arguments}});
}

QJsonValue Browser::awaited(const QString& expression) {
    const QString script =
        u"const done = arguments[arguments.length - 1]; (" + expression + u").then(done, (e) => done(String(e)))";
    return command("POST", QStringLiteral("execute/async"),
                   {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
}

bool Browser::waitFor(const QString& expression, const QJsonArray& arguments, int timeout_ms) {
    return QTest::qWaitFor([&] { return value(expression, arguments).toBool(); }, timeout_ms);
}

QString Browser::element(const QString& selector) {
    const QJsonObject how{{QStringLiteral("using"), QStringLiteral("css selector")},
                          {QStringLiteral("value"), selector}};
    QString id;
    (void)QTest::qWaitFor(
        [&] {
            id = command("POST", QStringLiteral("element"), how)[elementKey].toString();
            return !id.isEmpty();
        },
        5'000);
    return id;
}

bool Browser::clickElement(const QString& id) {
    if (id.isEmpty()) return false;
    value(QStringLiteral("arguments[0].scrollIntoView({block: 'center'})"),
          {QJsonObject{{elementKey, id}}}); // not below a bar at the edge
    return command("POST", QString(u"element/" + id + u"/click")).isNull();
}

// The page may draw itself anew between the look and the click.
bool Browser::click(const QString& selector) {
    return QTest::qWaitFor([&] { return clickElement(element(selector)); }, 10'000);
}

bool Browser::clickText(const QString& selector, const QString& text) {
    const QString found = QStringLiteral("[...document.querySelectorAll(arguments[0])].find((e) => "
                                         "e.textContent.includes(arguments[1]))");
    return QTest::qWaitFor([&] { return clickElement(value(found, {selector, text})[elementKey].toString()); }, 10'000);
}

bool Browser::type(const QString& selector, const QString& text) {
    const QString id = element(selector);
    if (id.isEmpty()) return false;
    command("POST", QString(u"element/" + id + u"/clear"));
    return text.isEmpty() ||
           command("POST", QString(u"element/" + id + u"/value"), {{QStringLiteral("text"), text}}).isNull();
}

bool Browser::choose(const QString& selector, const QString& optionValue) {
    return click(QString(selector + u" option[value='" + optionValue + u"']"));
}

bool Browser::give(const QString& selector, const QString& path) {
    const QString id = element(selector);
    return !id.isEmpty() &&
           command("POST", QString(u"element/" + id + u"/value"), {{QStringLiteral("text"), path}}).isNull();
}

bool Browser::connect(bool works) {
    const QJsonObject conditions{{QStringLiteral("offline"), !works},
                                 {QStringLiteral("latency"), 0},
                                 {QStringLiteral("throughput"), 100'000'000}};
    return command("POST", QStringLiteral("chromium/network_conditions"),
                   {{QStringLiteral("network_conditions"), conditions}})
        .isNull();
}

bool Browser::press(const QString& key) {
    const auto move = [&](const char* what) {
        return QJsonObject{{QStringLiteral("type"), QLatin1StringView(what)}, {QStringLiteral("value"), key}};
    };
    const QJsonObject keyboard{{QStringLiteral("type"), QStringLiteral("key")},
                               {QStringLiteral("id"), QStringLiteral("keyboard")},
                               {QStringLiteral("actions"), QJsonArray{move("keyDown"), move("keyUp")}}};
    return command("POST", QStringLiteral("actions"), {{QStringLiteral("actions"), QJsonArray{keyboard}}}).isNull();
}

QString Browser::text(const QString& selector) {
    return value(QStringLiteral("document.querySelector(arguments[0])?.innerText ?? ''"), {selector}).toString();
}

bool Browser::has(const QString& selector) {
    return value(QStringLiteral("document.querySelector(arguments[0]) !== null"), {selector}).toBool();
}

bool Browser::picture(const QString& file) {
    const auto encoded = command("GET", QStringLiteral("screenshot")).toString().toLatin1();
    QFile to(file);
    return to.open(QIODevice::WriteOnly) && to.write(QByteArray::fromBase64(encoded)) > 0;
}

QStringList Browser::complaints() {
    QStringList found;
    const auto entries =
        command("POST", QStringLiteral("se/log"), {{QStringLiteral("type"), QStringLiteral("browser")}}).toArray();
    for (const QJsonValue& entry : entries)
        found += QString(entry[QStringLiteral("level")].toString() + u' ' + entry[QStringLiteral("source")].toString() +
                         u": " + entry[QStringLiteral("message")].toString());
    return found;
}

} // namespace haneul::tests
