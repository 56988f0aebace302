#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QNetworkReply;

namespace haneul::map {

// Asks for one tile now and then. Qt Location itself never says that tiles fail, and gives up on them for good after
// five tries: somebody has to notice, tell the people, and have the map try again when the server is back.
class TileServerWatch : public QObject {
    Q_OBJECT

public:
    explicit TileServerWatch(QObject* parent = nullptr);

    void watch(const QUrl& tile); // empty: stop
    void setIntervals(int wellEvery_ms, int illEvery_ms);

Q_SIGNALS:
    void answered();
    void failed(const QString& why);

private:
    void ask();
    void onFinished(QNetworkReply& reply);

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_pending;
    QTimer m_timer;
    QUrl m_tile;
    int m_wellEvery_ms = 10'000;
    int m_illEvery_ms = 2'000;
};

} // namespace haneul::map
