#include "browser.h"
#include "core/plan/profile.h"
#include "program.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>
#include <set>

using namespace haneul;
using namespace haneul::tests;

namespace {

QString u16(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray jsonText(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// All controls that are shown: as large as a finger, with a name, within the page.
const QString faults = QStringLiteral(R"((() => {
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) found.push(`the page is ${wide} wide`);
  for (const e of document.querySelectorAll('button, input, select, textarea, summary, p, h1, h2, h3, dd, span')) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const name = `${e.tagName} ${e.name || e.textContent.slice(0, 30)}`;
    if (box.right > window.innerWidth + 1 || box.left < -1) found.push(`${name} goes over the edge`);
    if (!e.matches('button, input, select, textarea, summary')) continue;
    if (box.height < 43.5) found.push(`${name} is ${box.height} high`);
    if (e.matches('input, select, textarea') && e.labels.length === 0 && !e.ariaLabel) found.push(`${name} has no label`);
    if (e.matches('button') && !e.textContent.trim() && !e.ariaLabel) found.push('a button has no name');
  }
  if (document.querySelector('[style]:not(.tiles img)')) found.push('there is a style within the page');
  return found;
})())");

} // namespace

// The page for pilots in a real browser, against the real program with real accounts.
class FieldPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWayOfAPlan_data();
    void theWayOfAPlan(); // R-UI-02 R-PLAN-06 R-PLAN-12 R-PLAN-20
    void aZoneIsSolvedByAProposal_data();
    void aZoneIsSolvedByAProposal();   // R-UI-02 R-PLAN-08
    void placesArePickedOnTheMap();    // R-UI-02 R-PLAN-02
    void aBookedMissionBecomesAPlan(); // R-UI-02 R-DB-07
    void withoutConnection();          // R-UI-02 G1 G8
    void aForgottenTabletRests();      // R-UI-02
    void byKeyboardAlone();            // R-UI-02
    void everyWordIsThereTwice();      // R-UI-02
    void theFormKnowsTheProfiles();    // R-GEN-06
    void wrongPasswordsLock_data();
    void wrongPasswordsLock(); // R-UI-02 R-SEC-08; the last: the house remembers failures of an address too

private:
    struct Words {
        bool korean;

        [[nodiscard]] QString operator()(const char* ko, const char* en) const {
            return QString::fromUtf8(korean ? ko : en);
        }
    };

    std::pair<int, QJsonObject> as(const char* role, const QString& path, const QJsonObject& body) {
        const auto [status, text] =
            m_program.postAs(m_program.demoToken(QLatin1StringView(role)), path, jsonText(body));
        return {status, QJsonDocument::fromJson(text).object()};
    }

    QJsonObject read(const QString& path, const char* role = "approver") {
        return QJsonDocument::fromJson(m_program.getAs(m_program.demoToken(QLatin1StringView(role)), path).second)
            .object();
    }

    [[nodiscard]] QString password(const QString& user) const {
        QFile accounts(m_program.dataFolder() + QStringLiteral("/demo-accounts.json"));
        if (!accounts.open(QIODevice::ReadOnly)) return {};
        for (const auto& account : QJsonDocument::fromJson(accounts.readAll()).array())
            if (account[QStringLiteral("user")].toString() == user)
                return account[QStringLiteral("password")].toString();
        return {};
    }

    bool begin(Browser& browser, const Browser::Look& look) {
        if (!browser.start(look)) return false;
        browser.open(m_program.url(QStringLiteral("/field")).toString());
        const bool shown =
            browser.waitFor(QStringLiteral("location.pathname === '/field/' && !!document.querySelector('.log-in')"));
        if (!shown) qWarning("%s", qPrintable(browser.complaints().join(u'\n')));
        return shown;
    }

    bool logIn(Browser& browser, const QString& secret) {
        return browser.type(QStringLiteral("[name=user]"), QStringLiteral("pilot")) &&
               browser.type(QStringLiteral("[name=password]"), secret) &&
               browser.click(QStringLiteral(".log-in button.main"));
    }

    bool inside(Browser& browser) {
        return logIn(browser, password(QStringLiteral("pilot"))) &&
               browser.waitFor(QStringLiteral("!!document.querySelector('#tab-plans') && "
                                              "!document.querySelector('.empty')?.textContent.includes('…')"));
    }

    // Looks at the page as it is now; a picture of it where somebody wants pictures.
    void look(Browser& browser, const QString& name) {
        QStringList wrong;
        for (const auto& fault : browser.value(faults).toArray())
            wrong += fault.toString();
        const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            const QString row = QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-');
            const QString tag = row.isEmpty() ? QString::fromUtf8(QTest::currentTestFunction()) : row;
            QVERIFY(browser.picture(folder + u'/' + tag + u'-' + name + QStringLiteral(".png")));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(name + u": " + wrong.join(u'\n'))));
    }

    // Nothing that the console said is about the page itself; refusals of the server are, where they were wanted.
    static QStringList faultsIn(const QStringList& complaints) {
        QStringList found;
        for (const QString& one : complaints)
            if (!one.contains(QStringLiteral(" network: "))) found += one;
        return found;
    }

    bool fill(Browser& browser, const QString& key, const QString& text) {
        return browser.type(QString(u"[name='" + key + u"']"), text);
    }

    // The rest of a form whose places are there already: a drone of the demonstration that is ready, and its people.
    bool fillWho(Browser& browser, const QString& drone) {
        return fill(browser, QStringLiteral("drone_id"), drone) &&
               fill(browser, QStringLiteral("pilot_id"), QStringLiteral("PILOT-01")) &&
               fill(browser, QStringLiteral("operator_id"), QStringLiteral("haneul-air")) &&
               fill(browser, QStringLiteral("battery_id"), QString(u"B-" + drone)) &&
               fill(browser, QStringLiteral("payloads"), QStringLiteral("BOX-S")) &&
               browser.choose(QStringLiteral("[name=lostLink]"), QStringLiteral("RTH")) &&
               browser.click(QStringLiteral("button.add-site")) &&
               fill(browser, QStringLiteral("site0.name"), QStringLiteral("park")) &&
               fill(browser, QStringLiteral("site0.lat"), QStringLiteral("37.567")) &&
               fill(browser, QStringLiteral("site0.lon"), QStringLiteral("126.98"));
    }

    // In the time of the browser, as a picker of dates gives it.
    bool fillTime(Browser& browser, const QString& key, int minutesFromNow) {
        return browser
            .value(QStringLiteral("((e) => { const d = new Date(Date.now() + arguments[1] * 60000); "
                                  "e.value = new Date(d - d.getTimezoneOffset() * 60000).toISOString().slice(0, 16); "
                                  "e.dispatchEvent(new Event('change')); return e.value !== ''; })"
                                  "(document.querySelector(`[name='${arguments[0]}']`))"),
                   {key, minutesFromNow})
            .toBool();
    }

    bool fillPlaces(Browser& browser, double west_deg) {
        const auto number = [](double value) { return QString::number(value, 'f', 4); };
        return browser.choose(QStringLiteral("[name=reference]"), QStringLiteral("AMSL")) &&
               fill(browser, QStringLiteral("place0.lat"), QStringLiteral("37.5663")) &&
               fill(browser, QStringLiteral("place0.lon"), number(west_deg)) &&
               fill(browser, QStringLiteral("place0.height"), QStringLiteral("120")) &&
               fill(browser, QStringLiteral("place1.lat"), QStringLiteral("37.5690")) &&
               fill(browser, QStringLiteral("place1.lon"), number(west_deg + 0.009)) &&
               fill(browser, QStringLiteral("place1.height"), QStringLiteral("120"));
    }

    // The plan that is open, as the page says.
    bool waitForState(Browser& browser, const QString& state) {
        return browser.waitFor(
            QStringLiteral("document.querySelector('.one-plan .state')?.dataset.state === arguments[0]"), {state},
            20'000);
    }

    QString openPlan(Browser& browser) { return browser.text(QStringLiteral(".one-plan h2")); }

    Program m_program;
};

void FieldPageTest::initTestCase() {
    if (!Browser::isThere()) QSKIP("no browser: the packages chromium and chromium-driver are not installed");
    QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
}

void FieldPageTest::theWayOfAPlan_data() {
    QTest::addColumn<bool>("korean");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("west_deg");
    QTest::newRow("ko 360x740") << true << 360 << 740 << 126.90;
    QTest::newRow("en 800x1280") << false << 800 << 1280 << 126.95;
    if (qEnvironmentVariableIsEmpty("HANEUL_SHOTS")) return; // the rest for those who look at the pictures
    QTest::newRow("en 360x740") << false << 360 << 740 << 127.00;
    QTest::newRow("ko 800x1280") << true << 800 << 1280 << 127.05;
}

void FieldPageTest::theWayOfAPlan() {
    QFETCH(bool, korean);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(double, west_deg);
    const Words words{korean};
    Browser browser;
    const QString languages = korean ? QStringLiteral("ko-KR,ko,en") : QStringLiteral("en-US,en");
    QVERIFY2(begin(browser, {width, height, languages, QStringLiteral("Asia/Seoul")}), qPrintable(browser.error()));
    QCOMPARE(browser.value(QStringLiteral("document.documentElement.lang")).toString(), words("ko", "en"));
    look(browser, QStringLiteral("1-log-in"));

    // -- in
    QVERIFY2(inside(browser), qPrintable(browser.error()));
    look(browser, QStringLiteral("3-plans"));

    // -- a plan from the form
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY(browser.has(QStringLiteral(".empty-form")));
    look(browser, QStringLiteral("4-begin"));
    QVERIFY(browser.click(QStringLiteral(".empty-form")));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelectorAll('[aria-invalid=true]').length >= 4")));
    QVERIFY2(fillWho(browser, QStringLiteral("DL-001")), qPrintable(browser.error()));
    QVERIFY2(fillPlaces(browser, west_deg), qPrintable(browser.error()));
    QVERIFY(browser.click(QStringLiteral(".check-plan")));
    QVERIFY2(browser.waitFor(QStringLiteral("!!document.querySelector('.ends .evidence')")),
             qPrintable(browser.text(QStringLiteral(".ends .result"))));
    QCOMPARE(browser.value(QStringLiteral("document.querySelectorAll('.ends .check').length")).toInt(), 10);
    QVERIFY(browser.text(QStringLiteral(".ends .evidence")).contains(words("판단 못 함", "not judged")));
    look(browser, QStringLiteral("5-form-checked"));
    browser.value(QStringLiteral("window.scrollTo(0, 0)"));
    look(browser, QStringLiteral("5-form"));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY2(waitForState(browser, QStringLiteral("PENDING_APPROVAL")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    const QString id = openPlan(browser);
    QVERIFY(id.startsWith(QStringLiteral("FP-")));
    QVERIFY(browser.text(QStringLiteral(".one-plan .state")).contains(words("승인 대기", "Waits for approval")));
    look(browser, QStringLiteral("6-waits"));

    // -- returned, with the reason and a notice
    const QString plan = QStringLiteral("/api/v1/plans/") + id;
    const QString reason = QStringLiteral("<b>낮게</b> fly lower & slower");
    QCOMPARE(as("approver", plan + QStringLiteral("/return"),
                {{QStringLiteral("revision"), 1}, {QStringLiteral("reason"), reason}})
                 .first,
             200);
    QVERIFY(waitForState(browser, QStringLiteral("RETURNED")));
    QVERIFY(browser.text(QStringLiteral(".reason")).endsWith(reason)); // as text, whatever is in it
    browser.value(QStringLiteral("window.scrollTo(0, 0)"));
    look(browser, QStringLiteral("7-returned"));
    QVERIFY(browser.click(QStringLiteral("#tab-notices")));
    look(browser, QStringLiteral("8-notices"));
    QVERIFY(browser.text(QStringLiteral(".notices li:first-child")).contains(reason));
    for (int left = 30; left > 0 && browser.has(QStringLiteral(".notices li[data-open=true]")); --left) {
        const QString open =
            browser.value(QStringLiteral("document.querySelector('.notices li[data-open=true]').dataset.notice"))
                .toString();
        QVERIFY2(
            browser.clickText(QStringLiteral(".notices li[data-open=true] button.main"), words("확인", "Acknowledge")),
            qPrintable(browser.error()));
        QVERIFY(browser.waitFor(
            QStringLiteral("document.querySelector(`[data-notice='${arguments[0]}']`).dataset.open === 'false'"),
            {open}));
    }
    QCOMPARE(read(QStringLiteral("/api/v1/me/notices?unread=true"), "pilot")[QStringLiteral("unread")].toInt(), 0);

    // -- changed, and the session ends in the middle
    QVERIFY(browser.clickText(QStringLiteral(".notices li button"), id));
    QVERIFY(waitForState(browser, QStringLiteral("RETURNED")));
    QVERIFY(browser.click(QStringLiteral(".edit-plan")));
    QVERIFY(fill(browser, QStringLiteral("place1.height"), QStringLiteral("90")));
    QVERIFY(fill(browser, QStringLiteral("objective"), QStringLiteral("typed before the end")));
    QNetworkAccessManager network;
    QNetworkRequest end(m_program.url(QStringLiteral("/api/v1/users/pilot/sessions")));
    end.setRawHeader("Authorization", "Bearer " + m_program.demoToken(QStringLiteral("administrator")));
    QNetworkReply* const ended = network.deleteResource(end);
    QVERIFY(QTest::qWaitFor([&] { return ended->isFinished(); }, 10'000));
    QCOMPARE(ended->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    ended->deleteLater();
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('dialog[open] .log-in')"), {}, 15'000));
    look(browser, QStringLiteral("9-session-ended"));
    QVERIFY(browser.text(QStringLiteral("dialog .note")).contains(words("세션이 끝났습니다", "session has ended")));
    QVERIFY(browser.type(QStringLiteral("dialog [name=password]"), password(QStringLiteral("pilot"))));
    QVERIFY(browser.click(QStringLiteral("dialog button.main")));
    QVERIFY(browser.waitFor(QStringLiteral("!document.querySelector('dialog')")));
    QCOMPARE(browser.value(QStringLiteral("document.querySelector('[name=objective]').value")).toString(),
             QStringLiteral("typed before the end"));
    browser.reload(); // nor does a reload lose it
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelector('[name=objective]')?.value === arguments[0]"),
                            {QStringLiteral("typed before the end")}));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY2(waitForState(browser, QStringLiteral("PENDING_APPROVAL")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    QCOMPARE(openPlan(browser), id);

    // -- approved elsewhere, seen here
    const auto waiting = read(plan);
    QCOMPARE(waiting[QStringLiteral("plan")][QStringLiteral("objective")].toString(),
             QStringLiteral("typed before the end"));
    QCOMPARE(as("approver", plan + QStringLiteral("/approve"),
                {{QStringLiteral("revision"), waiting[QStringLiteral("revision")]},
                 {QStringLiteral("evidence"), waiting[QStringLiteral("evidence")][QStringLiteral("digest")]},
                 {QStringLiteral("conditions"), QStringLiteral("daylight only")}})
                 .first,
             200);
    QVERIFY(waitForState(browser, QStringLiteral("APPROVED")));
    QVERIFY(browser.text(QStringLiteral(".conditions")).contains(QStringLiteral("daylight only")));
    look(browser, QStringLiteral("A-approved"));
    QVERIFY(browser.click(QStringLiteral(".activate-plan"))); // an hour too early
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.spoken .note.bad')")));
    QVERIFY(browser.text(QStringLiteral(".spoken")).contains(words("15분 전", "15 minutes before")));

    // -- another from a file of QGroundControl
    QTemporaryDir folder;
    const auto item = [&](int command, double lon, double height_m) {
        const QJsonArray params{0, 0, 0, QJsonValue(), 37.60, lon, height_m};
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("SimpleItem")},
                           {QStringLiteral("command"), command},
                           {QStringLiteral("frame"), 3},
                           {QStringLiteral("params"), params}};
    };
    const QJsonObject mission{
        {QStringLiteral("version"), 2},
        {QStringLiteral("plannedHomePosition"), QJsonArray{37.60, west_deg, 40}},
        {QStringLiteral("items"),
         QJsonArray{item(22, west_deg, 60), item(16, west_deg + 0.008, 80), item(21, west_deg + 0.01, 0)}}};
    QFile file(folder.filePath(QStringLiteral("route.plan")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(jsonText({{QStringLiteral("fileType"), QStringLiteral("Plan")},
                         {QStringLiteral("version"), 1},
                         {QStringLiteral("mission"), mission}}));
    file.close();
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY2(browser.give(QStringLiteral("input[type=file]"), file.fileName()), qPrintable(browser.error()));
    QVERIFY(browser.click(QStringLiteral(".read-file")));
    QVERIFY2(browser.waitFor(QStringLiteral("document.querySelectorAll('.places .place').length === 5")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    QCOMPARE(browser.value(QStringLiteral("document.querySelector('[name=\"place1.height\"]').value")).toString(),
             QStringLiteral("100")); // 60 m above home, which lies 40 m high
    // Each language its own: after a flight the charge of the battery is to be read anew.
    QVERIFY2(fillWho(browser, korean ? QStringLiteral("DL-008") : QStringLiteral("DL-018")),
             qPrintable(browser.error()));
    QVERIFY(fillTime(browser, QStringLiteral("start"), 2));
    QVERIFY(fillTime(browser, QStringLiteral("end"), 25));
    look(browser, QStringLiteral("B-from-file"));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY2(waitForState(browser, QStringLiteral("PENDING_APPROVAL")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    const QString flown = openPlan(browser);
    QVERIFY(flown != id);
    const auto flying = read(QStringLiteral("/api/v1/plans/") + flown);
    QCOMPARE(as("approver", QStringLiteral("/api/v1/plans/") + flown + QStringLiteral("/approve"),
                {{QStringLiteral("revision"), flying[QStringLiteral("revision")]},
                 {QStringLiteral("evidence"), flying[QStringLiteral("evidence")][QStringLiteral("digest")]}})
                 .first,
             200);
    QVERIFY(waitForState(browser, QStringLiteral("APPROVED")));
    QVERIFY(browser.click(QStringLiteral(".activate-plan")));
    QVERIFY2(waitForState(browser, QStringLiteral("ACTIVATED")), qPrintable(browser.text(QStringLiteral(".spoken"))));
    QVERIFY(browser.click(QStringLiteral(".end-plan")));
    QVERIFY(waitForState(browser, QStringLiteral("ENDED")));
    look(browser, QStringLiteral("C-flown"));

    // -- the first one is not needed any more
    QVERIFY(browser.click(QStringLiteral("#tab-plans")));
    QVERIFY(browser.click(QString(u"[data-plan='" + id + u"']")));
    QVERIFY(waitForState(browser, QStringLiteral("APPROVED")));
    QVERIFY(browser.clickText(QStringLiteral(".one-plan .actions button.withdraw-plan"), words("철회", "Withdraw")));
    browser.acceptQuestion();
    QVERIFY(waitForState(browser, QStringLiteral("WITHDRAWN")));

    // -- the other language at once, and out
    QVERIFY(browser.click(QStringLiteral("#tab-plans")));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.plans')")));
    look(browser, QStringLiteral("D-list"));
    QVERIFY(browser.click(QStringLiteral("button.language")));
    QVERIFY(browser.text(QStringLiteral("#tab-plans")).contains(words("My plans", "내 계획")));
    QVERIFY(browser.click(QStringLiteral("button.log-out")));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.door .log-in')")));
    QVERIFY(browser.click(QStringLiteral("button.theme")));
    look(browser, QStringLiteral("E-light"));
    QCOMPARE(browser.value(QStringLiteral("sessionStorage.length")).toInt(), 0);
    QVERIFY(
        !browser.value(QStringLiteral("JSON.stringify(localStorage)")).toString().contains(QStringLiteral("token")));
    const auto wrong = faultsIn(browser.complaints());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void FieldPageTest::wrongPasswordsLock_data() {
    QTest::addColumn<bool>("korean");
    QTest::newRow("lock ko") << true;
    QTest::newRow("lock en") << false;
}

// Of an account of its own: the house remembers failures.
void FieldPageTest::wrongPasswordsLock() {
    QFETCH(bool, korean);
    const Words words{korean};
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, words("ko-KR,ko", "en-US,en"), QStringLiteral("UTC")}),
             qPrintable(browser.error()));
    const QString name = korean ? QStringLiteral("controller") : QStringLiteral("planner");
    const QString locked = words("잠겼습니다", "Locked");
    const QString wrong = words("사용자 또는 비밀번호가 맞지 않습니다.", "User or password is wrong.");
    QString said;
    for (int i = 0; i < 6 && !said.contains(locked); ++i) {
        QVERIFY(browser.type(QStringLiteral("[name=user]"), name));
        QVERIFY(browser.type(QStringLiteral("[name=password]"), QStringLiteral("not the password")));
        QVERIFY(browser.click(QStringLiteral(".log-in button.main")));
        QVERIFY(browser.waitFor(QStringLiteral("!document.querySelector('.log-in button.main').disabled && "
                                               "!!document.querySelector('.log-in .note.bad')")));
        said = browser.text(QStringLiteral(".log-in .note.bad"));
        if (i < 2 && korean) QCOMPARE(said, wrong);
        QVERIFY2(said == wrong || said.contains(locked), qPrintable(said));
        if (i == 0) look(browser, QStringLiteral("1-refused"));
    }
    QVERIFY2(said.contains(locked) && said.contains(words("초", " s")), qPrintable(said));
    QCOMPARE(browser.value(QStringLiteral("document.querySelector('[name=user]').value")).toString(), name);
    look(browser, QStringLiteral("2-locked"));
}

void FieldPageTest::aZoneIsSolvedByAProposal_data() {
    QTest::addColumn<bool>("korean");
    QTest::newRow("zone ko") << true;
    QTest::newRow("zone en") << false;
}

void FieldPageTest::aZoneIsSolvedByAProposal() {
    QFETCH(bool, korean);
    const Words words{korean};
    const double west_deg = korean ? 127.10 : 127.15;
    const QString name = korean ? QStringLiteral("FIELD1") : QStringLiteral("FIELD2");
    const QJsonObject layer{
        {QStringLiteral("centre"), QJsonArray{west_deg + 0.0045, 37.5676}},
        {QStringLiteral("radius_m"), 60},
        {QStringLiteral("lower"), QJsonValue()},
        {QStringLiteral("upper"),
         QJsonObject{{QStringLiteral("metres"), 150}, {QStringLiteral("reference"), QStringLiteral("AMSL")}}}};
    const QJsonObject zone{{QStringLiteral("identifier"), name},
                           {QStringLiteral("country"), QStringLiteral("KOR")},
                           {QStringLiteral("type"), QStringLiteral("PROHIBITED")},
                           {QStringLiteral("layers"), QJsonArray{layer}}};
    QNetworkAccessManager network;
    QNetworkRequest publish(m_program.url(QStringLiteral("/api/v1/zones/KOR/") + name));
    publish.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    publish.setRawHeader("Authorization", "Bearer " + m_program.demoToken(QStringLiteral("supervisor")));
    QNetworkReply* const published =
        network.put(publish, jsonText({{QStringLiteral("based_on"), 0}, {QStringLiteral("zone"), zone}}));
    QVERIFY(QTest::qWaitFor([&] { return published->isFinished(); }, 10'000));
    QVERIFY2(published->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 201, published->readAll());
    published->deleteLater();

    Browser browser;
    QVERIFY2(begin(browser, {360, 740, words("ko-KR,ko", "en-US,en"), QStringLiteral("UTC")}),
             qPrintable(browser.error()));
    QVERIFY(inside(browser));
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY(browser.click(QStringLiteral(".empty-form")));
    QVERIFY(fillWho(browser, QStringLiteral("DL-001")));
    QVERIFY(fillPlaces(browser, west_deg));
    // Either checked before it is submitted, or submitted as it is and returned.
    QVERIFY(browser.click(korean ? QStringLiteral(".check-plan") : QStringLiteral(".submit-plan")));
    if (!korean) QVERIFY(waitForState(browser, QStringLiteral("RETURNED")));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.finding[data-code=ZONE_PROHIBITED]')")));
    const QString hit = browser.text(QStringLiteral(".finding[data-code=ZONE_PROHIBITED]"));
    QVERIFY2(hit.contains(name) && hit.contains(QStringLiteral("150 m AMSL")), qPrintable(hit));
    look(browser, QStringLiteral("1-hit"));
    QVERIFY(browser.click(QStringLiteral("button.propose")));
    QVERIFY2(browser.waitFor(QStringLiteral("!!document.querySelector('.take-proposal')"), {}, 60'000),
             qPrintable(browser.text(QStringLiteral(".ends .result"))));
    look(browser, QStringLiteral("2-proposals"));
    QVERIFY(browser.click(QStringLiteral(".take-proposal")));
    QVERIFY(browser.waitFor(QStringLiteral("!document.querySelector('.take-proposal')")));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY2(waitForState(browser, QStringLiteral("PENDING_APPROVAL")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    const auto wrong = faultsIn(browser.complaints());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void FieldPageTest::placesArePickedOnTheMap() {
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, QStringLiteral("ko-KR"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    QVERIFY(inside(browser));
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY(browser.click(QStringLiteral(".empty-form")));
    QVERIFY(fill(browser, QStringLiteral("place0.height"), QStringLiteral("60")));
    QVERIFY(fill(browser, QStringLiteral("place1.height"), QStringLiteral("70")));
    QVERIFY(browser.click(QStringLiteral("button.pick-map")));
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelectorAll('.tiles img').length > 0 && "
                                           "[...document.querySelectorAll('.tiles img')].every((i) => i.complete && "
                                           "i.naturalWidth > 0)")));
    QVERIFY(browser.click(QStringLiteral(".picker .map"))); // the middle
    QVERIFY(browser.press(QStringLiteral("\uE014")));       // to the east
    QVERIFY(browser.press(QStringLiteral("\uE007")));
    QVERIFY(browser.click(QStringLiteral(".zoom-in")));
    QVERIFY(browser.press(QStringLiteral("\uE004")));
    browser.value(QStringLiteral("document.querySelector('.map').focus()"));
    QVERIFY(browser.press(QStringLiteral("\uE015"))); // to the south
    QVERIFY(browser.click(QStringLiteral(".add-centre")));
    look(browser, QStringLiteral("map"));
    QVERIFY(browser.click(QStringLiteral(".take-places")));
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelectorAll('.places .place').length === 3")));
    const auto number = [&](const char* key) {
        return browser
            .value(QStringLiteral("Number(document.querySelector(`[name='${arguments[0]}']`).value)"),
                   {QLatin1StringView(key)})
            .toDouble();
    };
    QVERIFY(std::abs(number("place0.lat") - 37.5665) < 0.002); // where it opens: in Seoul
    QVERIFY(std::abs(number("place0.lon") - 126.978) < 0.002);
    QVERIFY(number("place1.lon") > number("place0.lon") + 0.01); // 48 pixels at zoom 11
    QVERIFY(number("place2.lat") < number("place1.lat") - 0.005);
    QCOMPARE(number("place1.height"), 70.0); // stays
    QCOMPARE(number("place2.height"), 70.0); // as the one before
    const auto wrong = faultsIn(browser.complaints());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void FieldPageTest::aBookedMissionBecomesAPlan() {
    Browser browser;
    QVERIFY2(begin(browser, {800, 1280, QStringLiteral("ko-KR"), QStringLiteral("Asia/Seoul")}),
             qPrintable(browser.error()));
    QVERIFY(inside(browser));
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('[name=mission] option')")));
    const QString mission = browser.value(QStringLiteral("document.querySelector('[name=mission]').value")).toString();
    QVERIFY(browser.click(QStringLiteral("button.of-mission"))); // without an operator: asked for
    QVERIFY(browser.waitFor(QStringLiteral("document.activeElement.name === 'mission_operator'")));
    QVERIFY(fill(browser, QStringLiteral("mission_operator"), QStringLiteral("haneul-air")));
    QVERIFY(fill(browser, QStringLiteral("mission_pilot"), QStringLiteral("PILOT-01")));
    QVERIFY(browser.click(QStringLiteral("button.of-mission")));
    QVERIFY2(browser.waitFor(QStringLiteral("document.querySelectorAll('.places .place').length >= 2")),
             qPrintable(browser.text(QStringLiteral("#view"))));
    const QString id = browser.text(QStringLiteral(".plan-form h2")).section(u' ', 1).section(u' ', 0, 0);
    const QJsonValue before = read(QStringLiteral("/api/v1/plans/") + id)[QStringLiteral("plan")];
    QCOMPARE(before[QStringLiteral("mission_id")].toString(), mission);
    QVERIFY(!before[QStringLiteral("volumes")].toArray().isEmpty());
    look(browser, QStringLiteral("mission"));
    // What does not move the flight leaves its times to the millisecond and its volumes as they were.
    QVERIFY(fill(browser, QStringLiteral("objective"), QStringLiteral("medicine")));
    QVERIFY(browser.choose(QStringLiteral("[name=lostLink]"), QStringLiteral("RTH")));
    QVERIFY(browser.click(QStringLiteral(".save-plan")));
    QVERIFY(waitForState(browser, QStringLiteral("DRAFT")));
    const QJsonValue after = read(QStringLiteral("/api/v1/plans/") + id)[QStringLiteral("plan")];
    QCOMPARE(after[QStringLiteral("objective")].toString(), QStringLiteral("medicine"));
    for (const char* kept : {"operation", "start", "end", "parameters", "volumes", "mission_id"})
        QVERIFY2(after[QLatin1StringView(kept)] == before[QLatin1StringView(kept)], kept);
    // What moves it does not.
    QVERIFY(browser.click(QStringLiteral(".edit-plan")));
    QVERIFY(fill(browser, QStringLiteral("place0.hold"), QStringLiteral("30")));
    QVERIFY(browser.click(QStringLiteral(".save-plan")));
    QVERIFY(waitForState(browser, QStringLiteral("DRAFT")));
    QVERIFY(read(QStringLiteral("/api/v1/plans/") + id)[QStringLiteral("plan")][QStringLiteral("volumes")] !=
            before[QStringLiteral("volumes")]);
    const auto wrong = faultsIn(browser.complaints());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void FieldPageTest::withoutConnection() {
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, QStringLiteral("en-US"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    QVERIFY(inside(browser));
    QVERIFY(browser.click(QStringLiteral("#tab-form")));
    QVERIFY(browser.click(QStringLiteral(".empty-form")));
    QVERIFY(fillWho(browser, QStringLiteral("DL-001")));
    QVERIFY(fillPlaces(browser, 127.2));
    const int before = read(QStringLiteral("/api/v1/plans"))[QStringLiteral("total")].toInt();
    QVERIFY(browser.connect(false));
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.ends .note.bad')")));
    QVERIFY(browser.text(QStringLiteral(".ends")).contains(QStringLiteral("nothing was saved or queued")));
    QVERIFY(browser.waitFor(
        QStringLiteral("document.querySelector('.link')?.innerText.startsWith('Not connected since ')")));
    look(browser, QStringLiteral("not-connected"));
    QVERIFY(browser.connect(true));
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelector('.link').hidden"), {}, 70'000));
    QCOMPARE(read(QStringLiteral("/api/v1/plans"))[QStringLiteral("total")].toInt(), before); // not sent by itself
    QVERIFY(browser.click(QStringLiteral(".submit-plan")));
    QVERIFY(waitForState(browser, QStringLiteral("PENDING_APPROVAL")));
}

// A page that asks for ever would keep a forgotten session alive.
void FieldPageTest::aForgottenTabletRests() {
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, QStringLiteral("en-US"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    QVERIFY(inside(browser));
    const QString asked = QStringLiteral("performance.getEntriesByType('resource').length");
    const int first = browser.value(asked).toInt();
    QVERIFY(browser.waitFor(QString(asked + u" > arguments[0]"), {first}, 12'000)); // it asks by itself
    browser.value(QStringLiteral("(() => { const now = Date.now; Date.now = () => now() + 21 * 60000; })()"));
    QVERIFY(browser.waitFor(QStringLiteral("document.querySelector('.link').innerText.includes('20 minutes')"), {},
                            12'000));
    const int resting = browser.value(asked).toInt();
    QTest::qWait(7'000); // longer than from one question to the next
    QCOMPARE(browser.value(asked).toInt(), resting);
    look(browser, QStringLiteral("resting"));
    QVERIFY(browser.click(QStringLiteral("main")));
    QVERIFY(browser.waitFor(QString(asked + u" > arguments[0] && document.querySelector('.link').hidden"), {resting}));
}

void FieldPageTest::byKeyboardAlone() {
    Browser browser;
    QVERIFY2(begin(browser, {800, 1280, QStringLiteral("en-US"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    const auto focused = QStringLiteral("document.activeElement.name || document.activeElement.id || "
                                        "document.activeElement.textContent");
    const QString tabulator = QStringLiteral("\uE004");
    const QString enter = QStringLiteral("\uE007");
    const QString right = QStringLiteral("\uE014");
    QCOMPARE(browser.value(focused).toString(), QStringLiteral("user"));
    for (const QChar letter : QStringLiteral("pilot"))
        QVERIFY(browser.press(QString(letter)));
    QVERIFY(browser.press(tabulator));
    QCOMPARE(browser.value(focused).toString(), QStringLiteral("password"));
    for (const QChar letter : password(QStringLiteral("pilot")))
        QVERIFY(browser.press(QString(letter)));
    QVERIFY(browser.press(enter));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('#tab-plans')")));
    browser.value(QStringLiteral("document.querySelector('#tab-plans').focus()"));
    QVERIFY(browser.press(right));
    QCOMPARE(browser.value(focused).toString(), QStringLiteral("tab-form"));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.empty-form')")));
    bool reached = false;
    for (int i = 0; i < 6 && !reached; ++i) {
        QVERIFY(browser.press(tabulator));
        reached = browser.value(QStringLiteral("document.activeElement.matches('.empty-form')")).toBool();
    }
    QVERIFY(reached);
    const auto outline =
        browser.value(QStringLiteral("getComputedStyle(document.activeElement).outlineWidth")).toString();
    QCOMPARE(outline, QStringLiteral("3px"));
    QVERIFY(browser.press(enter));
    QVERIFY(browser.waitFor(QStringLiteral("!!document.querySelector('.plan-form')")));
}

void FieldPageTest::everyWordIsThereTwice() {
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, QStringLiteral("en-US"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    const auto texts = browser.awaited(QStringLiteral("import('/field/texts.js').then((m) => m.texts)")).toObject();
    const auto korean = texts[QStringLiteral("ko")].toObject();
    const auto english = texts[QStringLiteral("en")].toObject();
    QVERIFY(korean.size() > 300);
    QCOMPARE(korean.keys(), english.keys());
    const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    const std::set<QString> alike{QStringLiteral("otherLanguage")};
    for (const QString& key : english.keys()) {
        QVERIFY2(!english[key].toString().isEmpty() && !korean[key].toString().isEmpty(), qPrintable(key));
        if (alike.contains(key)) continue;
        QVERIFY2(!english[key].toString().contains(hangul), qPrintable(key));
        QVERIFY2(korean[key].toString().contains(hangul) || key == QStringLiteral("north"), qPrintable(key));
        for (const QString& hole : {QStringLiteral("{0}"), QStringLiteral("{1}")})
            QVERIFY2(korean[key].toString().contains(hole) == english[key].toString().contains(hole), qPrintable(key));
    }

    // All that the interface may name.
    const auto schemas = QJsonDocument::fromJson(m_program.getAs({}, QStringLiteral("/api/v1/openapi.json")).second)
                             .object()[QStringLiteral("components")][QStringLiteral("schemas")];
    const auto named = [&](const char* schema, const char* group) {
        for (const auto& name : schemas[QLatin1StringView(schema)][QStringLiteral("enum")].toArray())
            QVERIFY2(english.contains(QString(QLatin1StringView(group) + u'.' + name.toString())),
                     qPrintable(name.toString()));
    };
    named("PlanState", "state");
    named("PlanState", "stateHint");
    named("CheckKind", "check");
    named("CheckVerdict", "verdict");
    named("NoticeLevel", "severity");

    // Every code with which a check or a question of readiness can answer: whatever is written like one and is not
    // something else that the interface names.
    const QRegularExpression code(QStringLiteral(R"re("([A-Z]+(?:_[A-Z]+)+)")re"));
    const std::set<QString> others{QStringLiteral("NOT_JUDGED"), QStringLiteral("NOT_READY")};
    int found = 0;
    for (const char* folder : {"core/plan", "core/fleet"}) {
        const QDir sources(QStringLiteral(HANEUL_SOURCE_DIR "/") + QLatin1StringView(folder));
        for (const QString& name : sources.entryList({QStringLiteral("*.cpp")})) {
            if (name == QStringLiteral("state.cpp") || name == QStringLiteral("profile.cpp")) continue;
            QFile source(sources.filePath(name));
            QVERIFY(source.open(QIODevice::ReadOnly));
            for (auto matches = code.globalMatch(QString::fromUtf8(source.readAll())); matches.hasNext(); ++found) {
                const QString one = matches.next().captured(1);
                if (others.contains(one) || one.startsWith(QStringLiteral("OVERRIDE_"))) continue;
                QVERIFY2(english.contains(QString(u"code." + one)) || english.contains(QString(u"nothing." + one)),
                         qPrintable(QString(name + u": " + one)));
            }
        }
    }
    QVERIFY(found > 60);
}

void FieldPageTest::theFormKnowsTheProfiles() {
    Browser browser;
    QVERIFY2(begin(browser, {360, 740, QStringLiteral("en-US"), QStringLiteral("UTC")}), qPrintable(browser.error()));
    const auto known =
        browser.awaited(QStringLiteral("import('/field/plan_form.js').then((m) => m.profiles)")).toObject();
    const auto texts = browser.awaited(QStringLiteral("import('/field/texts.js').then((m) => m.texts.ko)")).toObject();
    QJsonObject real;
    for (const plan::Profile& profile : plan::profiles()) {
        QJsonArray types, patterns, required;
        for (const auto& type : profile.missionTypes) {
            types.append(u16(type));
            QVERIFY2(texts.contains(QString(u"type." + u16(type))), type.c_str());
        }
        for (const auto pattern : profile.patterns)
            patterns.append(u16(toString(pattern)));
        for (const auto field : profile.required)
            required.append(u16(toString(field)));
        QVERIFY2(texts.contains(QString(u"profile." + u16(profile.id))), profile.id.c_str());
        real[u16(profile.id)] = QJsonObject{{QStringLiteral("types"), types},
                                            {QStringLiteral("patterns"), patterns},
                                            {QStringLiteral("mode"), u16(toString(profile.mode))},
                                            {QStringLiteral("priority"), profile.priority},
                                            {QStringLiteral("required"), required}};
    }
    QCOMPARE(known, real);
}

QTEST_GUILESS_MAIN(FieldPageTest)
#include "field_page_test.moc"
