#pragma once

#include "server/clock/clock.h"
#include "server/people/house_tables.h"
#include "server/people/log_desk.h"
#include "server/people/security_watch.h"
#include "server/people/worker.h"
#include "server/situation/situation.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace haneul::people {

// Raises an alarm when somebody guesses passwords, tries what he may not, or asks too often (R-SEC-08): an entry of
// the log and a notice, once when it begins and once when it is over; a person acknowledges it. Thread-safe; every call
// returns at once. Codes besides those named: FORBIDDEN (`where` is the scope) and those of EventLog.
class SecurityService {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    // Reads the alarms that stood when the program ended. The log must have been opened with a PeopleProjection; it,
    // the clock and the notices outlive the service. Code DATABASE.
    [[nodiscard]] static Result<std::unique_ptr<SecurityService>> open(log::EventLog& log, const clock::Clock& clock,
                                                                       TellRefusal tellRefusal,
                                                                       situation::NoticeBoard* notices = nullptr,
                                                                       SecurityRules rules = {});
    ~SecurityService();
    SecurityService(const SecurityService&) = delete;
    SecurityService& operator=(const SecurityService&) = delete;

    void observe(const Observation& observation);

    void alarms(const Principal& by, Done<std::vector<AlarmRecord>> done); // scope security.read; the newest first
    // Scope security.acknowledge, by a person. `note`: up to 300 characters. Codes: NOT_A_PERSON, NO_SUCH_ALARM,
    // ALARM_ACKNOWLEDGED (somebody else was quicker), BAD_NAME (the note).
    void acknowledge(const Principal& by, const std::string& alarm, const std::string& note, Done<void> done);

private:
    using Key = std::pair<AlarmKind, std::string>; // kind, subject

    SecurityService(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal,
                    situation::NoticeBoard* notices, SecurityRules rules);
    void restore(const std::vector<AlarmRecord>& standing);
    void everySecond();
    void raise(const Episode& episode);
    void clear(const Episode& episode);
    void write(const HouseEvent& event);
    void post(situation::NoticeSeverity severity, const std::string& code, const std::string& text,
              const Episode& episode);

    const clock::Clock& m_clock;
    std::string m_instance;
    SecurityRules m_rules;
    situation::NoticeBoard* m_notices;
    std::mutex m_mutex; // of the two below
    SecurityWatch m_watch;
    std::map<Key, std::string> m_ids; // of the alarms that stand
    LogDesk m_log;                    // waits for its answers before the rest goes
    std::unique_ptr<Worker> m_worker;
};

} // namespace haneul::people
