#include "server/demo/sbs_server.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace haneul::demo {

SbsServer::SbsServer(QObject* parent)
    : QObject(parent)
    , m_server(std::make_unique<QTcpServer>()) {
    connect(m_server.get(), &QTcpServer::newConnection, this, &SbsServer::acceptAll);
}

SbsServer::~SbsServer() {
    for (QTcpSocket* client : m_clients) {
        client->disconnect(this);
        client->abort();
    }
}

Result<void> SbsServer::listen(std::uint16_t port) {
    if (m_server->listen(QHostAddress::LocalHost, port)) return {};
    return fail("DEMO_SBS_PORT", "The demo cannot offer SBS-1 lines: " + m_server->errorString().toStdString() + ".",
                "127.0.0.1:" + std::to_string(port));
}

std::uint16_t SbsServer::port() const {
    return m_server->serverPort();
}

void SbsServer::acceptAll() {
    while (QTcpSocket* client = m_server->nextPendingConnection()) {
        if (m_clients.size() >= maxClients) {
            client->abort();
            client->deleteLater();
            continue;
        }
        client->setReadBufferSize(4096); // nothing is read: a client that talks fills its own buffers
        m_clients.push_back(client);
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            std::erase(m_clients, client);
            client->deleteLater();
        });
    }
}

void SbsServer::send(std::string_view line) {
    ++m_lines;
    const std::vector<QTcpSocket*> clients = m_clients; // abort() takes the client out of the list
    for (QTcpSocket* client : clients) {
        client->write(line.data(), static_cast<qint64>(line.size()));
        if (client->bytesToWrite() <= maxWaitingBytes) continue;
        ++m_dropped;
        client->abort();
    }
}

} // namespace haneul::demo
