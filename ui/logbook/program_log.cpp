#include "ui/logbook/program_log.h"

#include <algorithm>

namespace haneul::logbook {

namespace {

// Qt calls a plain function, so the one log that takes the messages is known to this file alone.
struct Receiver {
    std::mutex mutex;
    ProgramLog* log = nullptr;
    QtMessageHandler before = nullptr;
};

Receiver& receiver() {
    static Receiver one;
    return one;
}

MessageSeverity severityOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return MessageSeverity::Debug;
    case QtInfoMsg:
        return MessageSeverity::Info;
    case QtWarningMsg:
        return MessageSeverity::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return MessageSeverity::Error;
    }
    return MessageSeverity::Info;
}

void take(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    QtMessageHandler before = nullptr;
    {
        const std::scoped_lock lock(receiver().mutex);
        before = receiver().before;
        if (receiver().log)
            receiver().log->add(severityOf(type), QString::fromUtf8(context.category ? context.category : ""), text);
    }
    if (before) before(type, context, text);
}

MessageSeverity severityOf(situation::NoticeSeverity severity) {
    switch (severity) {
    case situation::NoticeSeverity::Info:
        return MessageSeverity::Info;
    case situation::NoticeSeverity::Warning:
        return MessageSeverity::Warning;
    case situation::NoticeSeverity::Error:
        return MessageSeverity::Error;
    }
    return MessageSeverity::Info;
}

} // namespace

ProgramLog::ProgramLog(const clock::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock) {
    const QtMessageHandler before = qInstallMessageHandler(&take);
    const std::scoped_lock lock(receiver().mutex);
    receiver().log = this;
    receiver().before = before;
}

ProgramLog::~ProgramLog() {
    const std::scoped_lock lock(receiver().mutex);
    receiver().log = nullptr;
    qInstallMessageHandler(receiver().before);
}

void ProgramLog::add(MessageSeverity severity, const QString& source, const QString& text) {
    append({.time = m_clock.now(), .severity = severity, .source = source, .text = text});
}

void ProgramLog::addNotice(const situation::Notice& notice) {
    append({.time = notice.time,
            .severity = severityOf(notice.severity),
            .source = QString::fromStdString(notice.code),
            .text = {},
            .notice = notice});
}

void ProgramLog::append(ProgramMessage message) {
    const std::scoped_lock lock(m_mutex);
    message.number = ++m_number;
    m_messages.push_back(std::move(message));
    if (m_messages.size() > capacity) m_messages.pop_front();
    if (std::exchange(m_told, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const std::scoped_lock again(m_mutex);
                m_told = false;
            }
            Q_EMIT added();
        },
        Qt::QueuedConnection);
}

std::vector<ProgramMessage> ProgramLog::after(std::uint64_t number) const {
    const std::scoped_lock lock(m_mutex);
    const auto first = std::ranges::upper_bound(m_messages, number, {}, &ProgramMessage::number);
    return {first, m_messages.end()};
}

std::uint64_t ProgramLog::oldest() const {
    const std::scoped_lock lock(m_mutex);
    return m_messages.empty() ? 0 : m_messages.front().number;
}

} // namespace haneul::logbook
