#include "server/feeds/sbs_client.h"

#include <algorithm>
#include <array>

namespace haneul::feeds {

namespace {
constexpr milliseconds firstPause{1000};
constexpr milliseconds longestPause{15'000};
constexpr milliseconds silentAfter{30'000};
constexpr qint64 readBuffer_bytes = 256 * 1024;
} // namespace

SbsClient::SbsClient(std::string name, std::string host, std::uint16_t port, const clock::Clock& clock, UpdateSink sink)
    : m_id("sbs:" + std::move(name))
    , m_host(QString::fromStdString(host))
    , m_port(port)
    , m_clock(clock)
    , m_sink(std::move(sink))
    , m_decoder(makeSbsDecoder(m_id))
    , m_pause(firstPause) {
    m_socket.setReadBufferSize(readBuffer_bytes);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SbsClient::connectNow);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_wasConnected = true;
        m_pause = firstPause;
        m_detail.clear();
        m_connectedAt = m_clock.now();
        m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &SbsClient::readAll);
    connect(&m_socket, &QTcpSocket::disconnected, this,
            [this] { connectionEnded(QStringLiteral("the receiver closed the connection")); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket.state() != QAbstractSocket::ConnectedState) connectionEnded(m_socket.errorString());
    });
}

void SbsClient::start() {
    connectNow();
}

void SbsClient::connectNow() {
    m_socket.abort();
    m_socket.connectToHost(m_host, m_port);
}

void SbsClient::connectionEnded(const QString& why) {
    if (m_retry.isActive()) return;
    m_detail = why.toStdString();
    m_connectedAt.reset();
    m_decoder->connectionLost();
    m_retry.start(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
}

void SbsClient::readAll() {
    std::array<char, 64 * 1024> buffer;
    for (qint64 length = 0; (length = m_socket.read(buffer.data(), buffer.size())) > 0;) {
        const auto messagesBefore = m_decoder->counters().messages;
        const UtcMs received = m_clock.now();
        m_decoder->decode(std::as_bytes(std::span(buffer.data(), static_cast<std::size_t>(length))), received, m_sink);
        if (m_decoder->counters().messages > messagesBefore) m_lastMessage = received;
    }
}

situation::FeedHealth SbsClient::health() const {
    using situation::FeedState;
    const auto& counts = m_decoder->counters();
    situation::FeedHealth health;
    health.id = m_id;
    health.kind = traffic::SourceKind::Sbs;
    health.endpoint = m_host.toStdString() + ":" + std::to_string(m_port);
    if (m_connectedAt) {
        const UtcMs since = std::max(*m_connectedAt, m_lastMessage.value_or(*m_connectedAt));
        health.state = m_clock.now() - since > silentAfter ? FeedState::Silent : FeedState::Connected;
    } else {
        health.state = m_wasConnected || !m_detail.empty() ? FeedState::Disconnected : FeedState::Starting;
    }
    health.detail = m_detail;
    health.lastMessage = m_lastMessage;
    setCounts(health, counts);
    return health;
}

} // namespace haneul::feeds
