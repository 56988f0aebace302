#pragma once

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace haneul::window {

// Writes small files whole or not at all, on a thread of its own and in the order asked, so that no disk ever holds up
// the windows. What is queued is written before it is destroyed.
class FileWriter final {
public:
    // On the writer's thread; empty: written.
    using Done = std::function<void(const QString& trouble)>;

    FileWriter();
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    // Folders that lead there are made. A later content for the same path replaces one that still waits.
    void write(const QString& path, QByteArray content, Done done = {});
    void remove(const QString& path, Done done = {});
    void flush(); // returns when everything asked so far is done

private:
    struct Job {
        QString path;
        std::optional<QByteArray> content; // nothing: remove
        Done done;
    };

    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_busy = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace haneul::window
