#pragma once

#include "server/broker/embedded_broker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>

#include <sys/types.h>

// What several tests of the broker and of the MQTT clients need: the field's own command-line clients, and waiting.
namespace haneul::tests {

struct ToolRun {
    int exitCode = -1;
    QString output; // both channels: mosquitto_pub exits with 0 when MQTT 5 answers "Not authorized"
};

struct ToolUser {
    std::string name; // empty: anonymous
    std::string password;
};

inline QStringList brokerArguments(std::uint16_t port, const ToolUser& user) {
    QStringList arguments{QStringLiteral("-V"),        QStringLiteral("5"),  QStringLiteral("-h"),
                          QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port)};
    if (!user.name.empty())
        arguments << QStringLiteral("-u") << QString::fromStdString(user.name) << QStringLiteral("-P")
                  << QString::fromStdString(user.password);
    return arguments;
}

inline ToolRun publishWithTool(std::uint16_t port, const ToolUser& user, const std::string& topic,
                               const std::string& payload, const QStringList& more = {}) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("mosquitto_pub"), brokerArguments(port, user)
                                                    << QStringLiteral("-q") << QStringLiteral("1")
                                                    << QStringLiteral("-t") << QString::fromStdString(topic)
                                                    << QStringLiteral("-m") << QString::fromStdString(payload) << more);
    if (!tool.waitForFinished(10'000)) return {};
    return {tool.exitCode(), QString::fromUtf8(tool.readAll())};
}

// Waits for a condition that another thread or process brings about; returns how long it took, or -1.
inline qint64 waitUntil(const std::function<bool()>& condition, int timeout_ms = 10'000) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > timeout_ms) return -1;
        QTest::qSleep(5);
    }
    return timer.elapsed();
}

// A process that ended but was not yet asked for by its (adoptive) parent is dead.
inline bool processLives(qint64 id) {
    QFile facts(QStringLiteral("/proc/%1/stat").arg(id));
    if (!facts.open(QIODevice::ReadOnly)) return false;
    const QByteArray line = facts.readAll();
    return !line.mid(line.lastIndexOf(')') + 2).startsWith('Z');
}

inline int noticesOf(const situation::NoticeBoard& board, std::string_view code) {
    return static_cast<int>(std::ranges::count(board.latest(), code, &situation::Notice::code));
}

inline broker::MqttAccount account(const std::string& name, const std::string& password,
                                   std::vector<std::string> drones = {}) {
    return {name, broker::hashPassword(password, 101).value_or(std::string()), std::move(drones)};
}

} // namespace haneul::tests
