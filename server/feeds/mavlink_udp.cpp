#include "server/feeds/mavlink_udp.h"

#include <QNetworkDatagram>
#include <QVariant>

#include <algorithm>

namespace haneul::feeds {

namespace {

constexpr milliseconds retryPause{5000};
constexpr milliseconds silentAfter{10'000};
constexpr std::size_t maxSenders = 64;
constexpr int maxDatagramsPerTurn = 1000; // the event loop must turn, whatever is sent

void add(DecodeCounters& sum, const DecodeCounters& part) {
    sum.bytes += part.bytes;
    sum.messages += part.messages;
    sum.updates += part.updates;
    sum.malformed += part.malformed;
    sum.refused += part.refused;
    sum.ignored += part.ignored;
}

} // namespace

MavlinkUdp::MavlinkUdp(std::string name, std::string host, std::uint16_t port, const clock::Clock& clock,
                       UpdateSink sink)
    : m_id("mavlink:" + std::move(name))
    , m_host(QString::fromStdString(host))
    , m_port(port)
    , m_clock(clock)
    , m_sink(std::move(sink)) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &MavlinkUdp::bindNow);
    connect(&m_socket, &QUdpSocket::readyRead, this, &MavlinkUdp::readAll);
}

void MavlinkUdp::start() {
    bindNow();
}

void MavlinkUdp::bindNow() {
    m_boundAt.reset();
    m_socket.abort();
    if (!m_socket.bind(m_host, m_port, QAbstractSocket::DontShareAddress)) {
        m_detail = m_socket.errorString().toStdString();
        m_retry.start(retryPause);
        return;
    }
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 1024 * 1024);
    m_detail.clear();
    m_boundAt = m_clock.now();
}

std::uint16_t MavlinkUdp::port() const {
    return m_boundAt ? m_socket.localPort() : std::uint16_t{0};
}

void MavlinkUdp::readAll() {
    for (int i = 0; i < maxDatagramsPerTurn && m_socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = m_socket.receiveDatagram();
        const QByteArray bytes = datagram.data();
        const std::pair sender{datagram.senderAddress().toString(), static_cast<std::uint16_t>(datagram.senderPort())};
        auto known = m_senders.find(sender);
        if (known == m_senders.end()) {
            if (m_senders.size() >= maxSenders) {
                add(m_forgotten, m_senders.begin()->second->counters());
                m_senders.erase(m_senders.begin());
            }
            known = m_senders.emplace(sender, makeMavlinkDecoder(m_id)).first;
        }
        Decoder& decoder = *known->second;
        const auto messagesBefore = decoder.counters().messages;
        const UtcMs received = m_clock.now();
        decoder.decode(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))), received,
                       m_sink);
        if (decoder.counters().messages > messagesBefore) m_lastMessage = received;
    }
    if (m_socket.hasPendingDatagrams()) QMetaObject::invokeMethod(this, &MavlinkUdp::readAll, Qt::QueuedConnection);
}

situation::FeedHealth MavlinkUdp::health() const {
    using situation::FeedState;
    DecodeCounters counts = m_forgotten;
    for (const auto& [sender, decoder] : m_senders)
        add(counts, decoder->counters());
    situation::FeedHealth health;
    health.id = m_id;
    health.kind = traffic::SourceKind::Mavlink;
    health.endpoint =
        "udp " + m_host.toString().toStdString() + ":" + std::to_string(m_boundAt ? m_socket.localPort() : m_port);
    if (!m_boundAt) {
        health.state = m_detail.empty() ? FeedState::Starting : FeedState::Failed;
    } else if (!m_lastMessage) {
        health.state = m_clock.now() - *m_boundAt > silentAfter ? FeedState::Silent : FeedState::Starting;
    } else {
        health.state = m_clock.now() - *m_lastMessage > silentAfter ? FeedState::Silent : FeedState::Connected;
    }
    health.detail = m_detail;
    health.lastMessage = m_lastMessage;
    setCounts(health, counts);
    return health;
}

} // namespace haneul::feeds
