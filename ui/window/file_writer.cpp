#include "ui/window/file_writer.h"

#include "ui/models/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace haneul::window {

namespace {

QString writeWithFolder(const QString& path, const QByteArray& content) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    return models::writeWhole(path, content);
}

QString removeFile(const QString& path) {
    QFile file(path);
    return !file.exists() || file.remove() ? QString() : file.errorString();
}

} // namespace

FileWriter::FileWriter()
    : m_thread([this] { run(); }) {}

FileWriter::~FileWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void FileWriter::write(const QString& path, QByteArray content, Done done) {
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_jobs, [&](const Job& job) { return job.path == path && job.content && !job.done; });
        m_jobs.push_back({path, std::move(content), std::move(done)});
    }
    m_changed.notify_all();
}

void FileWriter::remove(const QString& path, Done done) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({path, std::nullopt, std::move(done)});
    }
    m_changed.notify_all();
}

void FileWriter::flush() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && !m_busy; });
}

void FileWriter::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return !m_jobs.empty() || m_ending; });
        if (m_jobs.empty()) return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_busy = true;
        lock.unlock();
        const QString trouble = job.content ? writeWithFolder(job.path, *job.content) : removeFile(job.path);
        if (job.done) job.done(trouble);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace haneul::window
