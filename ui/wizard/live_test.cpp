#include "ui/wizard/live_test.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUdpSocket>

#include <utility>

namespace haneul::wizard {

LiveTest::LiveTest(QObject* parent)
    : QObject(parent) {}

void LiveTest::connectTo(const QString& host, quint16 port) {
    stop();
    m_tcp = new QTcpSocket(this);
    m_tcp->setProxy(QNetworkProxy::NoProxy);
    connect(m_tcp, &QTcpSocket::connected, this, [this] { set(State::Open); });
    connect(m_tcp, &QTcpSocket::readyRead, this, [this] { count(m_tcp->readAll().size()); });
    connect(m_tcp, &QTcpSocket::errorOccurred, this, [this] { set(State::Failed, m_tcp->errorString()); });
    set(State::Trying);
    m_tcp->connectToHost(host, port);
}

void LiveTest::listenOn(quint16 port) {
    stop();
    m_udp = new QUdpSocket(this);
    m_udp->setProxy(QNetworkProxy::NoProxy);
    if (!m_udp->bind(QHostAddress::LocalHost, port)) {
        set(State::Failed, m_udp->errorString());
        return;
    }
    connect(m_udp, &QUdpSocket::readyRead, this, [this] {
        while (m_udp->hasPendingDatagrams()) {
            const qint64 size = m_udp->pendingDatagramSize();
            m_udp->readDatagram(nullptr, 0);
            count(size);
        }
    });
    set(State::Open);
}

void LiveTest::stop() {
    for (QObject* socket :
         {static_cast<QObject*>(std::exchange(m_tcp, nullptr)), static_cast<QObject*>(std::exchange(m_udp, nullptr))})
        if (socket) {
            socket->disconnect(this);
            socket->deleteLater();
        }
    m_bytes = 0;
    set(State::Idle);
}

void LiveTest::count(qint64 bytes) {
    m_bytes += bytes;
    set(State::Bytes);
}

void LiveTest::set(State state, const QString& error) {
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

} // namespace haneul::wizard
