#include "ui/window/session_keeper.h"

#include "ui/window/file_writer.h"

namespace haneul::window {

SessionKeeper::SessionKeeper(QString path, FileWriter& writer, bool afterCrash, std::function<Session()> capture,
                             QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_writer(writer)
    , m_afterCrash(afterCrash)
    , m_capture(std::move(capture)) {
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_last.reset(); // still here: nobody ended
        keepNow();
    });
}

void SessionKeeper::start() {
    if (m_path.isEmpty()) return;
    keepNow();
    m_timer.start(every);
    QTimer::singleShot(settlesAfter, this, [this] {
        m_settled = true;
        keepNow();
    });
}

Session SessionKeeper::captured() const {
    Session session = m_capture();
    session.afterCrash = m_afterCrash;
    session.settled = m_settled;
    return session;
}

void SessionKeeper::write(const Session& session) {
    QByteArray content = sessionToJson(session);
    if (m_path.isEmpty() || content == m_written) return;
    m_written = content;
    m_writer.write(m_path, std::move(content));
}

void SessionKeeper::keepNow() {
    if (!m_path.isEmpty()) write(captured());
}

void SessionKeeper::prepareEnd() {
    if (!m_last) m_last = captured();
}

void SessionKeeper::end() {
    m_timer.stop();
    if (m_path.isEmpty()) return;
    Session session = m_last ? *m_last : captured();
    session.cleanEnd = true;
    write(session);
    m_writer.flush();
}

} // namespace haneul::window
