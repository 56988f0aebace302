#pragma once

#include "server/clock/clock.h"
#include "ui/access/access_control.h"

#include <QObject>
#include <QTimer>

namespace haneul::access {

// Whether the desk may be worked at, and by whom. Only `Open` lets anybody act; in every other state the picture is
// shown and nothing can be changed.
//
//   SetUp --first administrator--> Open <--unlock-- Locked <--lock, 30 min idle-- Open
//   SignedOut --log in--> Open --log out, session ended--> SignedOut;  Locked --log in as someone else--> Open
class DeskSession final : public QObject {
    Q_OBJECT

public:
    enum class State { SetUp, SignedOut, Locked, Open };

    static constexpr milliseconds idleLimit{30 * 60 * 1000}; // NIST SP 800-63B-4, AAL2
    static constexpr milliseconds tick{1000};

    // `control` and `clock` must outlive the answers that are under way.
    DeskSession(const AccessControl& control, const clock::Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }

    // Who is signed in: with `Open` and `Locked`.
    [[nodiscard]] const std::optional<Person>& person() const { return m_person; }

    [[nodiscard]] std::optional<UtcMs> lockedSince() const { return m_lockedSince; }

    [[nodiscard]] bool lockedByIdleness() const { return m_idle; }

    // True while an answer is awaited: one question at a time.
    [[nodiscard]] bool isAsking() const { return m_asking; }

    // The desk of a demonstration logs in by itself: nobody is to be asked for a password meanwhile.
    [[nodiscard]] bool isStarting() const { return m_starting; }

    void setUp(const QString& code, const NewPerson& first);
    void logIn(const QString& user, const QString& password);
    void unlock(const QString& password);
    void lock();
    void logOut();

    // Somebody pressed a key or moved the mouse.
    void noteActivity();
    // Once every `tick`: idle for too long, or the session ended elsewhere.
    void look();

Q_SIGNALS:
    void changed(); // state, person or isAsking()
    void personChanged();
    void firstAdministratorMade();
    void refused(const haneul::access::Refusal& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter(State state, std::optional<Person> person);
    void lockFor(bool idle);
    template <class T, class Then>
    Answer<T> asking(Then then);

    const AccessControl& m_control;
    const clock::Clock& m_clock;
    QTimer m_timer;
    State m_state;
    std::optional<Person> m_person;
    std::optional<UtcMs> m_lockedSince;
    UtcMs m_lastActivity;
    bool m_idle = false;
    bool m_asking = false;
    bool m_starting = false;
};

} // namespace haneul::access
