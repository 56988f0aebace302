#include "server/threads/event_loop_thread.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <thread>
#include <vector>

using haneul::threads::EventLoopThread;

class EventLoopThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInOrderOnOneOtherThread();
    void jobsFromManyThreadsAllRun();
    void whatWasPostedBeforeTheEndStillRuns();
    void socketsAndTimersLiveOnIt();
    void aJobMayPostAnother();
};

void EventLoopThreadTest::jobsRunInOrderOnOneOtherThread() {
    EventLoopThread thread("test");
    std::vector<int> order;
    for (int i = 0; i < 1000; ++i)
        thread.post([&order, i] { order.push_back(i); });
    const auto where = thread.call([] { return std::this_thread::get_id(); });
    QVERIFY(where != std::this_thread::get_id());
    QCOMPARE(order.size(), 1000U);
    QVERIFY(std::ranges::is_sorted(order));
}

void EventLoopThreadTest::jobsFromManyThreadsAllRun() {
    int sum = 0;
    {
        EventLoopThread thread("test");
        std::vector<std::jthread> senders;
        for (int s = 0; s < 4; ++s)
            senders.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    thread.post([&sum] { ++sum; });
            });
        senders.clear();
    }
    QCOMPARE(sum, 2000);
}

void EventLoopThreadTest::whatWasPostedBeforeTheEndStillRuns() {
    bool ran = false;
    {
        EventLoopThread thread("test");
        thread.post([&ran] { ran = true; });
    }
    QVERIFY(ran);
}

void EventLoopThreadTest::socketsAndTimersLiveOnIt() {
    EventLoopThread thread("test");
    std::unique_ptr<QTcpServer> server;
    std::unique_ptr<QTimer> timer;
    std::promise<void> ticked;
    const quint16 port = thread.call([&] {
        server = std::make_unique<QTcpServer>();
        QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                         [&server] { server->nextPendingConnection()->write("here"); });
        timer = std::make_unique<QTimer>();
        timer->setSingleShot(true);
        QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [&ticked] { ticked.set_value(); });
        timer->start(1);
        return server->listen(QHostAddress::LocalHost) ? server->serverPort() : quint16(0);
    });
    QVERIFY(port != 0);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(socket.waitForReadyRead(5000));
    QCOMPARE(socket.readAll(), QByteArray("here"));
    QVERIFY(ticked.get_future().wait_for(std::chrono::seconds(5)) == std::future_status::ready);
    thread.call([&] {
        server.reset();
        timer.reset();
    });
}

void EventLoopThreadTest::aJobMayPostAnother() {
    EventLoopThread thread("test");
    std::promise<void> second;
    thread.post([&] { thread.post([&] { second.set_value(); }); });
    QVERIFY(second.get_future().wait_for(std::chrono::seconds(5)) == std::future_status::ready);
}

QTEST_GUILESS_MAIN(EventLoopThreadTest)
#include "event_loop_thread_test.moc"
