#include "notify_fixture.h"
#include "tests/support/latency_main.h"
#include "ui/notices/centre_panel.h"
#include "ui/notices/channel_form.h"
#include "ui/notices/message_model.h"
#include "ui/notices/outbox_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace haneul;
using namespace haneul::notices;
using haneul::notify::tests::approved;
using haneul::notify::tests::House;
using haneul::notify::tests::mailTo;
using haneul::notify::tests::person;

namespace {

notify::NoticeRecord notice(const std::string& id, notify::Severity severity = notify::Severity::Info) {
    return {.id = id,
            .kind = notify::NoticeKind::PlanStep,
            .severity = severity,
            .message = "PLAN_APPROVED",
            .arguments = {id},
            .about = {.plan = id, .zone = "", .mission = ""},
            .created = notify::tests::noon,
            .by = "system",
            .acknowledged = {}};
}

QString cell(const QAbstractItemModel& model, int row, auto column) {
    return model.index(row, static_cast<int>(column)).data().toString();
}

QPushButton* button(QWidget& panel, const char* text) {
    for (QPushButton* one : panel.findChildren<QPushButton*>())
        if (one->text().remove(u'&') == QString::fromUtf8(text)) return one;
    return nullptr;
}

bool soon(const std::function<bool()>& holds) {
    return QTest::qWaitFor(holds, 5000);
}

// Not delivered before it is told to.
struct Refusing {
    notify::SendMessage sender() {
        return [this](auto&&...) {
            return well ? notify::Sent{notify::Outcome::Delivered, "", "", {}}
                        : notify::Sent{notify::Outcome::Refused, "SMTP_550", "nobody", {}};
        };
    }

    std::atomic<bool> well = false;
};

} // namespace

// The notice centre at the desk, on the real service.
class NoticesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messages();
    void deliveries();
    void readingAndAcknowledging(); // R-EVT-03 R-UI-04
    void theOutbox();               // R-MS-16
    void theChannels();             // R-MS-16
    void refusalsStandAtTheField();
    void testMessages();
    void nobodyIsThere();
    void onlyThoseWithTheScope();
};

void NoticesTest::messages() {
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNotices({notice("P-2", notify::Severity::Warning), notice("P-1")});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, MessageModel::Column::Subject), QStringLiteral("비행계획 P-2 승인됨"));
    model.setLanguage(notify::Language::English);
    QCOMPARE(cell(model, 0, MessageModel::Column::Subject), QStringLiteral("Flight plan P-2 approved"));
    QVERIFY(cell(model, 0, MessageModel::Column::Severity) != cell(model, 1, MessageModel::Column::Severity));
    QCOMPARE(cell(model, 0, MessageModel::Column::Time), QStringLiteral("12:00:00Z"));
    QVERIFY(model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    // Colour for what is abnormal and not acknowledged, and only there.
    const auto colour = [&](int row) {
        return model.index(row, static_cast<int>(MessageModel::Column::Severity)).data(Qt::ForegroundRole);
    };
    const theme::Theme& dark = theme::themeById(u"dark");
    QVERIFY(!colour(0).isValid());
    model.setTheme(dark);
    QCOMPARE(colour(0).value<QColor>(), dark.color(theme::ColorRole::Warning));
    QVERIFY(!colour(1).isValid());
    auto done = notice("P-2", notify::Severity::Warning);
    done.acknowledged = notify::tests::noon;
    model.setNotices({notice("P-2", notify::Severity::Emergency), notice("P-1")});
    QCOMPARE(colour(0).value<QColor>(), dark.color(theme::ColorRole::Danger));
    model.setNotices({done, notice("P-1")});
    QVERIFY(!colour(0).isValid());
    model.setNotices({notice("P-2", notify::Severity::Warning), notice("P-1")});
    // A new one comes in on top, one is acknowledged: nothing is reset.
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    auto read = notice("P-1");
    read.acknowledged = notify::tests::noon;
    model.setNotices({notice("P-3"), notice("P-2", notify::Severity::Warning), read});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!model.index(2, 0).data(Qt::FontRole).isValid());
    QCOMPARE(cell(model, 2, MessageModel::Column::Acknowledged), QStringLiteral("12:00:00Z"));
    model.setNotices({notice("P-2")});
    QCOMPARE(resets.size(), 1);
    model.setNotices({});
    QCOMPARE(model.rowCount(), 0);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void NoticesTest::deliveries() {
    OutboxModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    notify::DeliveryRecord one{.id = "a-email-kim",
                               .notice = "a",
                               .user = "kim",
                               .channel = notify::Channel::Email,
                               .attempts = 2,
                               .nextTry = notify::tests::noon,
                               .lastCode = "SMTP_451",
                               .lastDetail = "not now",
                               .message = "PLAN_APPROVED",
                               .arguments = {"P-1"}};
    model.setDeliveries({one});
    QCOMPARE(cell(model, 0, OutboxModel::Column::Attempts), QStringLiteral("2"));
    QCOMPARE(cell(model, 0, OutboxModel::Column::NextTry), QStringLiteral("12:00:00Z"));
    QCOMPARE(cell(model, 0, OutboxModel::Column::LastAnswer), QStringLiteral("SMTP_451: not now"));
    const QString waiting = cell(model, 0, OutboxModel::Column::State);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    one.state = notify::DeliveryState::Dead;
    one.nextTry.reset();
    model.setDeliveries({one});
    QCOMPARE(resets.size(), 0);
    QVERIFY(cell(model, 0, OutboxModel::Column::State) != waiting);
    QCOMPARE(cell(model, 0, OutboxModel::Column::NextTry), QStringLiteral("—"));
}

void NoticesTest::readingAndAcknowledging() {
    House house;
    CentrePanel panel(house.service.get(), [] { return std::optional(person("kim", people::Role::Pilot)); }, nullptr);
    panel.setLocale(QLocale(QLocale::English));
    QSignalSpy unread(&panel, &CentrePanel::unreadChanged);
    panel.show();
    QVERIFY(house.create(approved("P-1", "kim")));
    QVERIFY(house.create(approved("P-2", "lee")));
    QVERIFY(soon([&] { return panel.unread() == 1U; })); // told, not polled
    auto* const view = panel.findChild<QTableView*>(QStringLiteral("ownNotices"));
    QVERIFY(soon([&] { return view->model()->rowCount() == 1; }));
    QPushButton* const acknowledge = button(panel, "Acknowledge");
    QVERIFY(acknowledge != nullptr && !acknowledge->isEnabled()); // nothing is chosen
    view->setFocus();
    view->selectRow(0);
    QVERIFY(acknowledge->isEnabled());
    QSignalSpy wanted(&panel, &CentrePanel::referenceWanted);
    button(panel, "Open what it is about")->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("P-1"));
    acknowledge->click();
    QVERIFY(soon([&] { return panel.unread() == 0U; }));
    QVERIFY(!acknowledge->isEnabled());
    QCOMPARE(house.own("kim")->unread, 0U);
    panel.findChild<QCheckBox*>(QStringLiteral("unreadOnly"))->click(); // not acknowledged only
    QVERIFY(soon([&] { return view->model()->rowCount() == 0; }));
}

void NoticesTest::theOutbox() {
    Refusing server;
    House house(server.sender());
    QVERIFY(house.set(mailTo(25)));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    for (int i = 1; i < 3; ++i) {
        QVERIFY(house.becomes(delivery, notify::DeliveryState::Waiting, i));
        house.manual.advance(std::chrono::hours(1));
    }
    QVERIFY(house.becomes(delivery, notify::DeliveryState::Dead, 3));
    CentrePanel panel(
        house.service.get(), [] { return std::optional(person("han", people::Role::Supervisor)); }, nullptr);
    panel.setLocale(QLocale(QLocale::English));
    panel.show();
    auto* const tabs = panel.findChild<QTabWidget*>();
    QVERIFY(tabs->isTabVisible(1));
    tabs->setCurrentIndex(1);
    auto* const view = panel.findChild<QTableView*>(QStringLiteral("outbox"));
    QVERIFY(soon([&] { return view->model()->rowCount() == 2; }));    // desk and mail
    panel.findChild<QCheckBox*>(QStringLiteral("deadOnly"))->click(); // given up only
    QVERIFY(soon([&] { return view->model()->rowCount() == 1; }));
    view->selectRow(0);
    QPushButton* const again = button(panel, "Send again");
    QVERIFY(again->isEnabled());
    server.well = true;
    again->click();
    QVERIFY(house.becomes(delivery, notify::DeliveryState::Delivered, 4));
    QVERIFY(soon([&] { return view->model()->rowCount() == 0; }));
}

namespace {

// The page of the channels as an administrator sees it, who may change them.
struct ChannelsPlace {
    explicit ChannelsPlace(House& house)
        : panel(
              house.service.get(), [] { return std::optional(person("root", people::Role::Administrator)); }, nullptr) {
        panel.setLocale(QLocale(QLocale::English));
        panel.resize(1400, 300);
        panel.show();
        panel.showChannels();
    }

    QTableView& view() { return *panel.findChild<QTableView*>(QStringLiteral("channels")); }

    template <class W>
    W& child(const char* name) {
        auto* found = panel.findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    template <class Form>
    Form* open(const char* button) {
        child<QPushButton>(button).click();
        Form* form = nullptr;
        for (Form* one : panel.findChildren<Form*>())
            if (one->isVisible()) form = one;
        return form;
    }

    static void press(const QDialog& form) {
        form.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    }

    CentrePanel panel;
};

notify::ChannelRecord recordOf(const House& house, notify::Channel channel) {
    const auto records = notify::tests::waitFor<std::vector<notify::ChannelRecord>>(
        [&](auto done) { house.service->channels(person("root", people::Role::Administrator), done); });
    for (const auto& record : records.value_or(std::vector<notify::ChannelRecord>()))
        if (record.config.channel == channel) return record;
    return {};
}

} // namespace

void NoticesTest::theChannels() {
    Refusing server;
    House house(server.sender());
    QVERIFY(house.set(mailTo(25)));
    QVERIFY(house.create(approved("P-1", "kim")));
    ChannelsPlace place(house);
    QVERIFY(soon([&] { return place.view().model()->rowCount() == 4; }));
    const auto& model = *place.view().model();
    QCOMPARE(cell(model, 0, 1), QStringLiteral("On"));
    QCOMPARE(cell(model, 1, 1), QStringLiteral("Not set up"));
    QVERIFY(soon([&] { return cell(model, 0, 7) == QStringLiteral("▲ SMTP_550 nobody"); }));
    QCOMPARE(cell(model, 0, 4), QStringLiteral("1"));

    place.view().setCurrentIndex(model.index(1, 0)); // the webhook
    QVERIFY(!place.child<QPushButton>("testChannel").isEnabled());
    auto* form = place.open<ChannelForm>("changeChannel");
    QVERIFY(form);
    form->findChild<QLineEdit*>(QStringLiteral("url"))->setText(QStringLiteral("https://hooks.example.org/haneul"));
    form->findChild<QCheckBox*>(QStringLiteral("enabled"))->setChecked(true);
    form->findChild<QCheckBox*>(QStringLiteral("kind_system"))->setChecked(false);
    form->findChild<QSpinBox*>(QStringLiteral("timeout_ms"))->setValue(4'000);
    auto* secret = form->findChild<QLineEdit*>(QStringLiteral("secret"));
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->setText(QStringLiteral("a long secret of the house"));
    ChannelsPlace::press(*form);
    QVERIFY(soon([&] { return cell(model, 1, 1) == QStringLiteral("On"); }));
    auto record = recordOf(house, notify::Channel::Webhook);
    QCOMPARE(record.config.timeout_ms, std::int64_t{4'000});
    QVERIFY(record.hasSecret && !record.config.kinds.contains(notify::NoticeKind::System));
    QVERIFY(record.config.kinds.contains(notify::NoticeKind::Emergency));
    QCOMPARE(record.by, std::string("root"));

    // The secret stays unless it is written anew or removed; it is shown nowhere.
    QVERIFY(soon([&] { return cell(model, 1, 3) == QStringLiteral("Set"); }));
    place.view().setCurrentIndex(model.index(1, 0));
    form = place.open<ChannelForm>("changeChannel");
    QVERIFY(form);
    for (QLineEdit* each : form->findChildren<QLineEdit*>())
        QVERIFY(!each->text().contains(QStringLiteral("secret")));
    form->findChild<QCheckBox*>(QStringLiteral("enabled"))->setChecked(false);
    ChannelsPlace::press(*form);
    QVERIFY(soon([&] { return cell(model, 1, 1) == QStringLiteral("Off"); }));
    QVERIFY(recordOf(house, notify::Channel::Webhook).hasSecret);
    form = place.open<ChannelForm>("changeChannel");
    QVERIFY(form);
    form->findChild<QCheckBox*>(QStringLiteral("forgetSecret"))->setChecked(true);
    ChannelsPlace::press(*form);
    QVERIFY(soon([&] { return !recordOf(house, notify::Channel::Webhook).hasSecret; }));
}

void NoticesTest::refusalsStandAtTheField() {
    House house;
    ChannelsPlace place(house);
    QVERIFY(soon([&] { return place.view().model()->rowCount() == 4; }));
    place.view().setCurrentIndex(place.view().model()->index(2, 0)); // text messages
    auto* form = place.open<ChannelForm>("changeChannel");
    QVERIFY(form);
    auto* url = form->findChild<QLineEdit*>(QStringLiteral("url"));
    url->setText(QStringLiteral("http://gateway.example.org/send"));
    form->findChild<QCheckBox*>(QStringLiteral("enabled"))->setChecked(true);
    ChannelsPlace::press(*form);
    auto* problem = form->findChild<QLabel*>(QStringLiteral("problem_url"));
    QVERIFY(soon([&] { return problem->isVisible(); }));
    QVERIFY(problem->text().contains(QStringLiteral("encrypted")));
    url->setText(QStringLiteral("https://gateway.example.org/send"));
    form->findChild<QLineEdit*>(QStringLiteral("template"))->setText(QStringLiteral("hello"));
    ChannelsPlace::press(*form);
    QVERIFY(soon([&] {
        return !problem->isVisible() && form->findChild<QLabel*>(QStringLiteral("problem_template"))->isVisible();
    }));
    QVERIFY(recordOf(house, notify::Channel::Sms).config.url.empty()); // nothing was saved
}

void NoticesTest::testMessages() {
    Refusing server;
    House house(server.sender());
    auto mail = mailTo(25);
    mail.enabled = false;
    QVERIFY(house.set(mail));
    ChannelsPlace place(house);
    QVERIFY(soon([&] { return place.view().model()->rowCount() == 4; }));
    place.view().setCurrentIndex(place.view().model()->index(0, 0));
    QVERIFY(place.child<QPushButton>("testChannel").isEnabled());
    auto* form = place.open<ChannelTestForm>("testChannel");
    QVERIFY(form);
    QVERIFY(!form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    form->findChild<QLineEdit*>(QStringLiteral("testTo"))->setText(QStringLiteral("root@example.org"));
    ChannelsPlace::press(*form);
    auto* message = form->findChild<QLabel*>(QStringLiteral("formMessage"));
    QVERIFY(soon([&] { return message->text().contains(QStringLiteral("SMTP_550 nobody")); }));
    server.well = true;
    ChannelsPlace::press(*form);
    QVERIFY(soon([&] {
        return place.child<QLabel>("channelSaid").text().contains(QStringLiteral("root@example.org was taken"));
    }));
    QVERIFY(house.outbox().empty()); // it is nobody's notice
}

void NoticesTest::nobodyIsThere() {
    CentrePanel none(nullptr, {}, nullptr);
    none.show();
    QVERIFY(soon([&] { return !none.findChildren<QLabel*>().isEmpty(); }));
    QVERIFY(!none.findChild<QTabWidget*>()->isTabVisible(1));
    // Whoever signs off leaves nothing on the screen.
    House house;
    QVERIFY(house.create(approved("P-1", "kim")));
    bool there = true;
    CentrePanel panel(
        house.service.get(), [&] { return there ? std::optional(person("kim", people::Role::Pilot)) : std::nullopt; },
        nullptr);
    auto* const view = panel.findChild<QTableView*>(QStringLiteral("ownNotices"));
    QVERIFY(soon([&] { return view->model()->rowCount() == 1 && panel.unread() == 1U; }));
    there = false;
    panel.setSituation(nullptr);
    QCOMPARE(view->model()->rowCount(), 0); // at once
    QCOMPARE(panel.unread(), 0U);
    there = true;
    panel.setSituation(nullptr);
    QVERIFY(soon([&] { return view->model()->rowCount() == 1; }));
}

void NoticesTest::onlyThoseWithTheScope() {
    House house;
    CentrePanel panel(house.service.get(), [] { return std::optional(person("kim", people::Role::Pilot)); }, nullptr);
    QVERIFY(!panel.findChild<QTabWidget*>()->isTabVisible(1));
    QTest::qWait(50);
    const std::lock_guard lock(house.mutex);
    QVERIFY(house.refusals.empty()); // the desk does not even ask
}

HANEUL_LATENCY_MAIN(NoticesTest)
#include "notices_test.moc"
