#include "ui/map/tile_server_watch.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace haneul::map {

namespace {
constexpr int answerWithin_ms = 5'000;
}

TileServerWatch::TileServerWatch(QObject* parent)
    : QObject(parent) {
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TileServerWatch::ask);
}

void TileServerWatch::setIntervals(int wellEvery_ms, int illEvery_ms) {
    m_wellEvery_ms = wellEvery_ms;
    m_illEvery_ms = illEvery_ms;
}

void TileServerWatch::watch(const QUrl& tile) {
    m_tile = tile;
    if (m_pending) {
        m_pending->disconnect(this);
        m_pending->abort();
        m_pending->deleteLater();
        m_pending.clear();
    }
    m_timer.stop();
    if (!tile.isEmpty()) ask();
}

void TileServerWatch::ask() {
    QNetworkRequest request(m_tile);
    request.setTransferTimeout(answerWithin_ms);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply* reply = m_network.get(request);
    m_pending = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        onFinished(*reply);
        reply->deleteLater();
    });
}

void TileServerWatch::onFinished(QNetworkReply& reply) {
    m_pending.clear();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool well = reply.error() == QNetworkReply::NoError && status == 200;
    m_timer.start(well ? m_wellEvery_ms : m_illEvery_ms);
    if (well)
        Q_EMIT answered();
    else if (status != 0)
        Q_EMIT failed(QStringLiteral("HTTP %1").arg(status));
    else
        Q_EMIT failed(reply.errorString());
}

} // namespace haneul::map
