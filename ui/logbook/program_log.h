#pragma once

#include "server/clock/clock.h"
#include "server/situation/situation.h"

#include <QObject>
#include <QString>

#include <deque>
#include <mutex>
#include <optional>

namespace haneul::logbook {

enum class MessageSeverity { Debug, Info, Warning, Error };

// Something the program said of itself: a diagnostic message, or a notice.
struct ProgramMessage {
    std::uint64_t number = 0; // from 1, without gaps
    UtcMs time{};
    MessageSeverity severity = MessageSeverity::Info;
    QString source;                            // logging category, or the code of the notice
    QString text;                              // of a message
    std::optional<situation::Notice> notice{}; // worded when it is shown
};

// Keeps the last messages of the whole program. Thread-safe: whoever logs only appends to a bounded ring.
class ProgramLog final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t capacity = 5000;

    // Takes Qt's diagnostic messages from now on and hands them on to who had them before (standard error). One at a
    // time; `clock` must outlive it.
    explicit ProgramLog(const clock::Clock& clock, QObject* parent = nullptr);
    ~ProgramLog() override;

    void add(MessageSeverity severity, const QString& source, const QString& text);
    void addNotice(const situation::Notice& notice);

    // Those after `number`, oldest first.
    [[nodiscard]] std::vector<ProgramMessage> after(std::uint64_t number) const;
    [[nodiscard]] std::uint64_t oldest() const; // number of the oldest that is kept; 0: none

Q_SIGNALS:
    void added(); // on the thread of this object; once for many

private:
    void append(ProgramMessage message);

    const clock::Clock& m_clock;
    mutable std::mutex m_mutex;
    std::deque<ProgramMessage> m_messages;
    std::uint64_t m_number = 0;
    bool m_told = false; // added() is on its way
};

} // namespace haneul::logbook
