#pragma once

#include <QObject>

class QTcpSocket;
class QUdpSocket;

namespace haneul::wizard {

// Whether anything comes from where data is said to come. Nothing is decoded, nothing is kept, nothing is sent.
class LiveTest final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Trying, Open, Bytes, Failed };

    explicit LiveTest(QObject* parent = nullptr);

    void connectTo(const QString& host, quint16 port); // SBS-1 receivers, brokers
    void listenOn(quint16 port);                       // MAVLink, UDP on loopback
    void stop();

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    [[nodiscard]] const QString& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void set(State state, const QString& error = {});
    void count(qint64 bytes);

    QTcpSocket* m_tcp = nullptr;
    QUdpSocket* m_udp = nullptr;
    State m_state = State::Idle;
    qint64 m_bytes = 0;
    QString m_error;
};

} // namespace haneul::wizard
