#pragma once

#include "server/demo/demo_broadcast.h"

#include <QObject>

#include <cstdint>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace haneul::demo {

// What a receiver's port 30003 does: every line to everyone who is connected, nothing read, nothing kept for later.
// A client that lets more than maxWaitingBytes pile up is disconnected. Lives on the thread that made it.
class SbsServer final : public QObject, public SbsSink {
    Q_OBJECT

public:
    explicit SbsServer(QObject* parent = nullptr);
    ~SbsServer() override;

    [[nodiscard]] Result<void> listen(std::uint16_t port); // on 127.0.0.1; code DEMO_SBS_PORT
    [[nodiscard]] std::uint16_t port() const;

    void send(std::string_view line) override;

    [[nodiscard]] std::size_t clients() const { return m_clients.size(); }

    [[nodiscard]] std::uint64_t lines() const { return m_lines; }

    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

    static constexpr qint64 maxWaitingBytes = 256 * 1024; // about a minute and a half of the demo's lines
    static constexpr std::size_t maxClients = 32;

private:
    void acceptAll();

    std::unique_ptr<QTcpServer> m_server;
    std::vector<QTcpSocket*> m_clients;
    std::uint64_t m_lines = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace haneul::demo
