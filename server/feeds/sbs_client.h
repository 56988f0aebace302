#pragma once

#include "server/clock/clock.h"
#include "server/feeds/decoder.h"
#include "server/situation/situation.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <cstdint>
#include <string>

namespace haneul::feeds {

// Reads one receiver's BaseStation port and keeps trying: after a break it connects again with growing pauses of 1 to
// 15 s. A connection that brings nothing for 30 s is shown as silent; it stays open, because a sky can be empty.
// Lives on the thread of its event loop.
class SbsClient : public QObject {
    Q_OBJECT

public:
    SbsClient(std::string name, std::string host, std::uint16_t port, const clock::Clock& clock, UpdateSink sink);

    void start();
    [[nodiscard]] situation::FeedHealth health() const;

private:
    void connectNow();
    void connectionEnded(const QString& why);
    void readAll();

    std::string m_id;
    QString m_host;
    std::uint16_t m_port;
    const clock::Clock& m_clock;
    UpdateSink m_sink;
    std::unique_ptr<Decoder> m_decoder;
    QTcpSocket m_socket;
    QTimer m_retry;
    milliseconds m_pause;
    bool m_wasConnected = false;
    std::string m_detail;
    std::optional<UtcMs> m_connectedAt;
    std::optional<UtcMs> m_lastMessage;
};

} // namespace haneul::feeds
