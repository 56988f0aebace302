#pragma once

#include "core/base/error.h"
#include "server/clock/clock.h"
#include "server/feeds/decoder.h"
#include "server/situation/situation.h"

#include <QObject>
#include <QTimer>
#include <QUdpSocket>

#include <cstdint>
#include <map>
#include <string>

namespace haneul::feeds {

// Listens for MAVLink on a UDP port; it never answers, so it cannot command a vehicle. Each sender is decoded apart, so
// that a damaged or hostile sender does not break the frames of another. When the port is taken it keeps trying.
// Lives on the thread of its event loop.
class MavlinkUdp : public QObject {
    Q_OBJECT

public:
    MavlinkUdp(std::string name, std::string host, std::uint16_t port, const clock::Clock& clock, UpdateSink sink);

    void start();
    // The port listened on (useful when 0 was asked for); 0 while there is none.
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] situation::FeedHealth health() const;

private:
    void bindNow();
    void readAll();

    std::string m_id;
    QHostAddress m_host;
    std::uint16_t m_port;
    const clock::Clock& m_clock;
    UpdateSink m_sink;
    QUdpSocket m_socket;
    QTimer m_retry;
    std::map<std::pair<QString, std::uint16_t>, std::unique_ptr<Decoder>> m_senders;
    DecodeCounters m_forgotten; // of senders that made room for others
    std::string m_detail;
    std::optional<UtcMs> m_boundAt;
    std::optional<UtcMs> m_lastMessage;
};

} // namespace haneul::feeds
