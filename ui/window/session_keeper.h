#pragma once

#include "ui/window/session.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace haneul::window {

class FileWriter;

// Writes the session while the desk runs: every few seconds when something has changed, and once more, marked as a
// clean end, when it ends as asked. What a crash takes away is at most `every`.
class SessionKeeper final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds every{3000};
    static constexpr std::chrono::milliseconds settlesAfter{30'000};

    // `capture` gives the session as it is now. Empty path: nothing is kept.
    SessionKeeper(QString path, FileWriter& writer, bool afterCrash, std::function<Session()> capture,
                  QObject* parent = nullptr);

    void start();
    void keepNow(); // if anything has changed
    // The desk is about to end: windows close one after the other from here on, so this is what is kept in the end.
    void prepareEnd();
    void end(); // the last word; returns when it is on the disk

private:
    [[nodiscard]] Session captured() const;
    void write(const Session& session);

    QString m_path;
    FileWriter& m_writer;
    bool m_afterCrash;
    bool m_settled = false;
    std::function<Session()> m_capture;
    std::optional<Session> m_last; // before the windows began to close
    QByteArray m_written;
    QTimer m_timer;
};

} // namespace haneul::window
