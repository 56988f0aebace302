#include "server/clock/clock.h"
#include "tests/support/latency_main.h"
#include "ui/logbook/csv.h"
#include "ui/logbook/decision_model.h"
#include "ui/logbook/decision_words.h"
#include "ui/logbook/decisions_view.h"
#include "ui/logbook/log_panel.h"
#include "ui/logbook/program_log.h"
#include "ui/logbook/program_model.h"
#include "ui/logbook/program_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace haneul;
using logbook::ChainState;
using logbook::Decision;
using logbook::DecisionFilter;
using logbook::DecisionModel;
using logbook::DecisionPage;
using logbook::MessageSeverity;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

// An event log in memory; answers wait until the test lets them go.
struct FakeLog {
    std::vector<Decision> entries; // oldest first
    std::vector<std::function<void()>> pending;
    std::vector<DecisionFilter> asked;
    std::function<void()> told;
    std::optional<Error> failure;

    explicit FakeLog(int count) {
        for (int i = 0; i < count; ++i)
            add();
    }

    void add(const QString& type = QStringLiteral("people.logged_in"), const QString& user = QStringLiteral("kim")) {
        const auto sequence = static_cast<std::uint64_t>(entries.size()) + 1;
        entries.push_back({.sequence = sequence,
                           .time = start + milliseconds{1000 * static_cast<int>(sequence)},
                           .origin = QString(32, u'a'),
                           .user = user,
                           .role = QStringLiteral("controller"),
                           .session = QStringLiteral("s-1"),
                           .desk = QStringLiteral("desk"),
                           .type = type,
                           .body = QStringLiteral(R"({"user":"%1","count":3})").arg(user),
                           .digest = QStringLiteral("3f2a91c0"),
                           .previous = QStringLiteral("00000000")});
    }

    void answerAll() {
        while (!pending.empty()) {
            auto now = std::exchange(pending, {});
            for (const auto& each : now)
                each();
        }
    }

    logbook::DecisionSource source() {
        return {.read =
                    [this](const DecisionFilter& filter, std::optional<std::uint64_t> before, std::size_t limit,
                           const std::function<void(Result<DecisionPage>)>& done) {
                        asked.push_back(filter);
                        pending.emplace_back([this, filter, before, limit, done] {
                            if (failure) return done(std::unexpected(*failure));
                            DecisionPage page;
                            for (auto each = entries.rbegin(); each != entries.rend(); ++each) {
                                if (before && each->sequence >= *before) continue;
                                if (!filter.user.isEmpty() && each->user != filter.user) continue;
                                if (!each->type.startsWith(filter.type)) continue;
                                page.entries.push_back(*each);
                                if (page.entries.size() == limit) return done(page);
                            }
                            page.last = true;
                            done(page);
                        });
                    },
                .verify =
                    [this](const std::function<void(ChainState)>& done) {
                        pending.emplace_back(
                            [this, done] { done({.verdict = ChainState::Verdict::Whole, .checked = entries.size()}); });
                    },
                .subscribe = [this](const std::function<void()>& tell) { told = tell; }};
    }
};

} // namespace

class LogbookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    // The display without windows says of itself what it cannot do.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void pagesAreReadAsTheViewAsks();
    void newEntriesComeInOnTop();
    void newEntriesWhileAPageIsUnderWay();
    void moreNewEntriesThanAPage();
    void answersToAnEarlierFilterAreOfNoUse();
    void refusalIsShownAndEmptiesTheList();
    void filterOfTheViewIsHandedOn();
    void chosenEntryIsShownWhole();
    void chainIsVerified();
    void entriesAreWords_data();
    void entriesAreWords();
    void instantsAreReadAsTyped_data();
    void instantsAreReadAsTyped();
    void csvKeepsFormulasFromRunning_data();
    void csvKeepsFormulasFromRunning();
    void selectionIsExportedAsCsv();
    void fileIsWrittenInTheBackground();
    void programLogTakesMessagesOfEveryThread();
    void programLogIsBounded();
    void programViewFiltersAndCopies();
    void noticesAreTakenOnce();
    void fieldsTakeHangulFromAnInputMethod();
};

void LogbookTest::pagesAreReadAsTheViewAsks() {
    FakeLog log(450);
    const auto source = log.source();
    DecisionModel model(source);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.readAgain();
    QVERIFY(model.isReading());
    QCOMPARE(model.rowCount(), 0);
    log.answerAll();
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.at(model.index(0, 0))->sequence, 450U);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // one page at a time
    log.answerAll();
    model.fetchMore({});
    log.answerAll();
    QCOMPARE(model.rowCount(), 450);
    QCOMPARE(model.at(model.index(449, 0))->sequence, 1U);
    QVERIFY(model.isWhole());
    QVERIFY(!model.canFetchMore({}));
}

void LogbookTest::newEntriesComeInOnTop() {
    FakeLog log(3);
    const auto source = log.source();
    DecisionModel model(source);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.readAgain();
    log.answerAll();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    log.add();
    log.add();
    log.told();
    log.answerAll();
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.at(model.index(0, 0))->sequence, 5U);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0); // what is chosen stays chosen
}

void LogbookTest::newEntriesWhileAPageIsUnderWay() {
    FakeLog log(300);
    const auto source = log.source();
    DecisionModel model(source);
    model.readAgain();
    log.answerAll();
    model.fetchMore({});
    log.add();
    log.told();
    log.answerAll();
    QCOMPARE(model.rowCount(), 301);
    QCOMPARE(model.at(model.index(0, 0))->sequence, 301U);
    QCOMPARE(model.at(model.index(300, 0))->sequence, 1U);
}

void LogbookTest::moreNewEntriesThanAPage() {
    FakeLog log(3);
    const auto source = log.source();
    DecisionModel model(source);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.readAgain();
    log.answerAll();
    for (int i = 0; i < 500; ++i)
        log.add();
    log.told();
    log.answerAll();
    QCOMPARE(model.rowCount(), 200); // begun anew: no hole in the middle
    QCOMPARE(model.at(model.index(0, 0))->sequence, 503U);
    QVERIFY(!model.isWhole());
}

void LogbookTest::answersToAnEarlierFilterAreOfNoUse() {
    FakeLog log(2);
    log.add(QStringLiteral("people.user_added"), QStringLiteral("admin"));
    const auto source = log.source();
    DecisionModel model(source);
    model.readAgain();
    model.setFilter({.text = {}, .type = {}, .user = QStringLiteral("admin")});
    log.answerAll();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(model.index(0, 0))->user, QStringLiteral("admin"));
}

void LogbookTest::refusalIsShownAndEmptiesTheList() {
    FakeLog log(3);
    const auto source = log.source();
    logbook::DecisionsView view(source, nullptr);
    view.show();
    log.answerAll();
    auto* table = view.findChild<QTableView*>(QStringLiteral("decisionTable"));
    QCOMPARE(table->model()->rowCount(), 3);
    log.failure = Error{"FORBIDDEN", "not allowed", "log.read"};
    view.readAgain();
    log.answerAll();
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(view.findChild<QLabel*>(QStringLiteral("logProgress"))->text().contains(QStringLiteral("log.read")));
    log.failure.reset();
    view.readAgain();
    log.answerAll();
    QCOMPARE(table->model()->rowCount(), 3);
}

void LogbookTest::filterOfTheViewIsHandedOn() {
    FakeLog log(3);
    const auto source = log.source();
    logbook::DecisionsView view(source, nullptr);
    view.show();
    log.answerAll();
    const auto field = [&](const char* name) { return view.findChild<QLineEdit*>(QLatin1StringView(name)); };
    field("logText")->setText(QStringLiteral(" gateway "));
    field("logUser")->setText(QStringLiteral("kim"));
    field("logFrom")->setText(QStringLiteral("2026-11-21 04:05"));
    field("logTo")->setText(QStringLiteral("2026-11-21"));
    view.findChild<QComboBox*>(QStringLiteral("logKind"))->setCurrentIndex(1);
    log.answerAll();
    const DecisionFilter wanted{.text = QStringLiteral("gateway"),
                                .type = QStringLiteral("people."),
                                .user = QStringLiteral("kim"),
                                .from = fromRfc3339("2026-11-21T04:05:00Z"),
                                .to = fromRfc3339("2026-11-21T23:59:59.999Z")};
    QVERIFY(log.asked.back() == wanted);
    field("logFrom")->setText(QStringLiteral("yesterday"));
    QVERIFY(QTest::qWaitFor(
        [&] { return view.findChild<QLabel*>(QStringLiteral("logProgress"))->text().startsWith(u'▲'); }));
}

void LogbookTest::chosenEntryIsShownWhole() {
    FakeLog log(3);
    const auto source = log.source();
    logbook::DecisionsView view(source, nullptr);
    view.show();
    log.answerAll();
    view.findChild<QTableView*>(QStringLiteral("decisionTable"))->selectRow(0);
    const QString text = view.findChild<QPlainTextEdit*>(QStringLiteral("decisionEntry"))->toPlainText();
    for (const char* part : {"3f2a 91c0", "Number: 3", R"({"user":"kim","count":3})", "people.logged_in", "Logged in",
                             "2026-11-21T04:05:09.000Z"})
        QVERIFY2(text.contains(QLatin1StringView(part)), part);
}

void LogbookTest::chainIsVerified() {
    FakeLog log(3);
    const auto source = log.source();
    logbook::DecisionsView view(source, nullptr);
    view.show();
    auto* button = view.findChild<QPushButton*>(QStringLiteral("verifyChain"));
    auto* text = view.findChild<QLabel*>(QStringLiteral("chainState"));
    QVERIFY(text->text().contains(QStringLiteral("not checked")));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!button->isEnabled());
    log.answerAll();
    QVERIFY(button->isEnabled());
    QVERIFY(text->text().contains(QStringLiteral("whole: 3")));
    QVERIFY(logbook::chainText({ChainState::Verdict::Broken, 7, QStringLiteral("entry 8")})
                .contains(QStringLiteral("broken after 7 entries: entry 8")));
}

void LogbookTest::entriesAreWords_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("known fields") << QStringLiteral(R"({"role":"pilot","user":"kim","password_hash":"x"})")
                                  << QStringLiteral("User: kim, Role: Pilot");
    QTest::newRow("number and list") << QStringLiteral(R"({"count":12,"scopes":["a.b","c.d"]})")
                                     << QStringLiteral("Times: 12, Scopes: a.b c.d");
    QTest::newRow("nothing to say") << QStringLiteral("{}") << QString();
    QTest::newRow("unknown fields") << QStringLiteral(R"({"blob":1})") << QStringLiteral(R"({"blob":1})");
    QTest::newRow("not JSON") << QStringLiteral("{broken") << QStringLiteral("{broken");
}

void LogbookTest::entriesAreWords() {
    QFETCH(QString, body);
    QTEST(logbook::bodyText(body), "words");
    QCOMPARE(logbook::typeText(QStringLiteral("sky.fell")), QStringLiteral("sky.fell"));
}

void LogbookTest::instantsAreReadAsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::newRow("day") << QStringLiteral("2026-11-21") << QStringLiteral("2026-11-21T00:00:00.000Z")
                         << QStringLiteral("2026-11-21T23:59:59.999Z");
    QTest::newRow("minute") << QStringLiteral(" 2026-11-21 04:05 ") << QStringLiteral("2026-11-21T04:05:00.000Z")
                            << QStringLiteral("2026-11-21T04:05:59.999Z");
    QTest::newRow("second") << QStringLiteral("2026-11-21T04:05:06Z") << QStringLiteral("2026-11-21T04:05:06.000Z")
                            << QStringLiteral("2026-11-21T04:05:06.999Z");
    QTest::newRow("no such day") << QStringLiteral("2026-02-31") << QString() << QString();
    QTest::newRow("words") << QStringLiteral("yesterday") << QString() << QString();
}

void LogbookTest::instantsAreReadAsTyped() {
    QFETCH(QString, text);
    const auto shown = [&](bool end) {
        const auto instant = logbook::instantOf(text, end);
        return instant ? QString::fromStdString(toRfc3339(*instant)) : QString();
    };
    QTEST(shown(false), "begin");
    QTEST(shown(true), "end");
}

void LogbookTest::csvKeepsFormulasFromRunning_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QStringLiteral("kim") << QByteArray("kim");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QStringLiteral("+82") << QByteArray("'+82");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1");
    QTest::newRow("carriage return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("quotes") << QStringLiteral(R"(say "a", b)") << QByteArray(R"("say ""a"", b")");
    QTest::newRow("formula in quotes") << QStringLiteral("=a,b") << QByteArray("\"'=a,b\"");
    QTest::newRow("line") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("Hangul") << QStringLiteral("하늘") << QByteArray("하늘");
    QTest::newRow("nothing") << QString() << QByteArray();
}

void LogbookTest::csvKeepsFormulasFromRunning() {
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(logbook::csvText({{cell, QStringLiteral("x")}}), QByteArray("\xEF\xBB\xBF" + written + ",x\r\n"));
}

void LogbookTest::selectionIsExportedAsCsv() {
    FakeLog log(3);
    log.add(QStringLiteral("people.user_added"), QStringLiteral("=kim"));
    const auto source = log.source();
    logbook::DecisionsView view(source, nullptr);
    view.show();
    log.answerAll();
    QCOMPARE(view.selectionAsCsv().count("\r\n"), 5); // heading and all four
    view.findChild<QTableView*>(QStringLiteral("decisionTable"))->selectRow(0);
    const QByteArray one = view.selectionAsCsv();
    QCOMPARE(one.count("\r\n"), 2);
    QVERIFY(one.contains("'=kim"));
    QVERIFY(one.contains(R"("{""user"":""=kim"",""count"":3}")"));
}

void LogbookTest::fileIsWrittenInTheBackground() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.csv"));
    std::optional<QString> answer;
    logbook::saveInBackground(path, "a,b\r\n", this, [&](const QString& problem) { answer = problem; });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }));
    QVERIFY(answer->isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a,b\r\n"));
    answer.reset();
    logbook::saveInBackground(folder.filePath(QStringLiteral("no such folder/log.csv")), "a", this,
                              [&](const QString& problem) { answer = problem; });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }));
    QVERIFY(!answer->isEmpty());
}

void LogbookTest::programLogTakesMessagesOfEveryThread() {
    clock::ManualClock clock{start};
    logbook::ProgramLog log(clock);
    logbook::ProgramModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int j = 0; j < 25; ++j)
                qInfo("message %d", j);
        });
    threads.clear();
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 100; }));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Information"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("2026-11-21 04:05:06Z"));
}

void LogbookTest::programLogIsBounded() {
    clock::ManualClock clock{start};
    logbook::ProgramLog log(clock);
    logbook::ProgramModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (std::size_t i = 0; i < logbook::ProgramLog::capacity; ++i)
        log.add(MessageSeverity::Info, QStringLiteral("test"), QString::number(i));
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == static_cast<int>(logbook::ProgramLog::capacity); }));
    for (int i = 0; i < 10; ++i)
        log.add(MessageSeverity::Error, QStringLiteral("test"), QStringLiteral("late"));
    QVERIFY(QTest::qWaitFor([&] { return model.index(0, 3).data().toString() == QStringLiteral("late"); }));
    QCOMPARE(model.rowCount(), static_cast<int>(logbook::ProgramLog::capacity));
    QCOMPARE(model.index(model.rowCount() - 1, 3).data().toString(), QStringLiteral("10"));
}

void LogbookTest::programViewFiltersAndCopies() {
    clock::ManualClock clock{start};
    logbook::ProgramLog log(clock);
    logbook::ProgramView view(log, nullptr);
    log.add(MessageSeverity::Debug, QStringLiteral("net"), QStringLiteral("very fine detail"));
    log.add(MessageSeverity::Info, QStringLiteral("net"), QStringLiteral("connected"));
    log.add(MessageSeverity::Error, QStringLiteral("disk"), QStringLiteral("disk full"));
    auto* table = view.findChild<QTableView*>(QStringLiteral("programTable"));
    QVERIFY(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; })); // details only on demand
    auto* least = view.findChild<QComboBox*>(QStringLiteral("programSeverity"));
    least->setCurrentIndex(0);
    QCOMPARE(table->model()->rowCount(), 3);
    least->setCurrentIndex(3);
    QCOMPARE(table->model()->rowCount(), 1);
    least->setCurrentIndex(0);
    view.findChild<QLineEdit*>(QStringLiteral("programText"))->setText(QStringLiteral("CONN"));
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QTest::keySequence(table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("2026-11-21 04:05:06Z\tInformation\tnet\tconnected"));
}

void LogbookTest::noticesAreTakenOnce() {
    clock::ManualClock clock{start};
    logbook::ProgramLog log(clock);
    logbook::NoticeFeed feed(log);
    situation::Situation picture;
    picture.notices = {{1, start, situation::NoticeSeverity::Info, "BROKER_RESTARTED", "mosquitto runs again"},
                       {2, start, situation::NoticeSeverity::Error, "FEED_FAILED", "port is in use"}};
    feed.setSituation(picture);
    feed.setSituation(picture);
    QCOMPARE(log.after(0).size(), 2U);
    picture.notices.push_back({3, start, situation::NoticeSeverity::Warning, "FEED_LOST", "refused"});
    feed.setSituation(picture);
    QCOMPARE(log.after(0).size(), 3U);
    QVERIFY(log.after(2).front().severity == MessageSeverity::Warning);
}

void LogbookTest::fieldsTakeHangulFromAnInputMethod() {
    FakeLog log(1);
    const auto source = log.source();
    clock::ManualClock clock{start};
    logbook::ProgramLog program(clock);
    logbook::LogPanel panel(source, program, nullptr);
    int fields = 0;
    for (QLineEdit* edit : panel.findChildren<QLineEdit*>()) {
        QInputMethodEvent event;
        event.setCommitString(QStringLiteral("관제사"));
        QApplication::sendEvent(edit, &event);
        QVERIFY2(edit->text() == QStringLiteral("관제사"), qPrintable(edit->objectName()));
        QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
        ++fields;
    }
    QCOMPARE(fields, 5);
}

HANEUL_LATENCY_MAIN(LogbookTest)
#include "logbook_test.moc"
