#pragma once

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace haneul::test {

// Serves /tiles/<style>/<z>/<x>/<y> on a loopback port: a flat colour for each style with a thin rim. HTTP/1.1 with
// keep-alive, enough for Qt's client.
class TileServer : public QTcpServer {
public:
    explicit TileServer(quint16 port = 0) { start(port); }

    bool start(quint16 port) { return listen(QHostAddress::LocalHost, port); }

    void stop() {
        close();
        for (QTcpSocket* socket : findChildren<QTcpSocket*>())
            delete socket;
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    static QColor colorOf(const QString& style) {
        return style == QLatin1String("light") ? QColor(0xe4, 0xe6, 0xe9) : QColor(0x26, 0x2c, 0x34);
    }

    QStringList asked; // paths, in order

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void answer(QTcpSocket& socket) {
        QByteArray& pending = m_pending[&socket];
        pending += socket.readAll();
        for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            const QString path = QString::fromLatin1(pending.first(pending.indexOf("\r\n")).split(' ').value(1));
            pending.remove(0, end + 4);
            asked << path;
            const QByteArray body = tile(path.section(u'/', 2, 2));
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
    }

    const QByteArray& tile(const QString& style) {
        QByteArray& bytes = m_tiles[style];
        if (bytes.isEmpty()) {
            QImage image(256, 256, QImage::Format_RGB32);
            image.fill(colorOf(style));
            QPainter painter(&image);
            painter.setPen(colorOf(style).lightness() < 128 ? colorOf(style).lighter(120) : colorOf(style).darker(108));
            painter.drawRect(-1, -1, 256, 256);
            painter.end();
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
        }
        return bytes;
    }

    QHash<QTcpSocket*, QByteArray> m_pending;
    QHash<QString, QByteArray> m_tiles;
};

} // namespace haneul::test
