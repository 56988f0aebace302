#include "server/people/security_service.h"

#include "server/people/secrets.h"
#include "server/people/user_rules.h"

#include <algorithm>
#include <format>
#include <future>

namespace haneul::people {

namespace {

constexpr std::size_t longestNote = 300;
constexpr std::size_t idLength = 24;

// The same cause has the same id, wherever it is computed.
std::string idOf(const std::string& instance, const Episode& episode) {
    return tokenHash(std::format("{} {} {} {}", instance, toString(episode.kind), episode.subject,
                                 sinceEpoch_ms(episode.raised)))
        .substr(0, idLength);
}

std::string words(const Episode& episode) {
    switch (episode.kind) {
    case AlarmKind::AccountLogIns:
        return std::format("{} failed log-ins to the account {}", episode.count, episode.subject);
    case AlarmKind::AddressLogIns:
        return std::format("{} failed log-ins from {}", episode.count, episode.subject);
    case AlarmKind::AllLogIns:
        return std::format("{} failed log-ins in all", episode.count);
    case AlarmKind::Refusals:
        return std::format("{} calls by {} that he may not make", episode.count, episode.subject);
    case AlarmKind::NoToken:
        return std::format("{} calls from {} without a good token", episode.count, episode.subject);
    case AlarmKind::Rate:
        break;
    }
    return std::format("{} calls by {} above the allowed rate", episode.count, episode.subject);
}

// "SECURITY_ACCOUNT_LOG_INS"
std::string noticeCode(AlarmKind kind) {
    std::string code = "SECURITY_" + std::string(toString(kind));
    std::ranges::transform(code, code.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return code;
}

log::Decision refuse(Error error) {
    return {{}, std::move(error)};
}

} // namespace

SecurityService::SecurityService(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal,
                                 situation::NoticeBoard* notices, SecurityRules rules)
    : m_clock(clock)
    , m_instance(log.instance().instanceId)
    , m_rules(rules)
    , m_notices(notices)
    , m_watch(rules)
    , m_log(log, std::move(tellRefusal)) {}

Result<std::unique_ptr<SecurityService>> SecurityService::open(log::EventLog& log, const clock::Clock& clock,
                                                               TellRefusal tellRefusal, situation::NoticeBoard* notices,
                                                               SecurityRules rules) {
    std::promise<Result<std::vector<AlarmRecord>>> promise;
    log.read([&promise](const storage::Database& database) { promise.set_value(readAlarms(database, true)); });
    const auto standing = promise.get_future().get();
    if (!standing) return std::unexpected(standing.error());
    std::unique_ptr<SecurityService> service(new SecurityService(log, clock, std::move(tellRefusal), notices, rules));
    service->restore(*standing);
    service->m_worker = std::make_unique<Worker>(0, [raw = service.get()] { raw->everySecond(); });
    return service;
}

SecurityService::~SecurityService() {
    m_worker.reset();
}

void SecurityService::restore(const std::vector<AlarmRecord>& standing) {
    for (const AlarmRecord& alarm : standing) {
        m_watch.restore({alarm.kind, alarm.subject, alarm.since, alarm.raised, alarm.count}, m_clock.now());
        m_ids[{alarm.kind, alarm.subject}] = alarm.alarm;
    }
}

void SecurityService::observe(const Observation& observation) {
    std::vector<Episode> raised;
    {
        const std::lock_guard lock(m_mutex);
        raised = m_watch.note(observation, m_clock.now());
        for (const Episode& episode : raised)
            m_ids[{episode.kind, episode.subject}] = idOf(m_instance, episode);
    }
    for (const Episode& episode : raised)
        raise(episode);
}

void SecurityService::everySecond() {
    std::vector<Episode> ended;
    {
        const std::lock_guard lock(m_mutex);
        ended = m_watch.due(m_clock.now());
    }
    for (const Episode& episode : ended)
        clear(episode);
}

void SecurityService::write(const HouseEvent& event) {
    m_log.submit(
        log::systemActor(),
        [written = toEvent(event)](const storage::Database&, UtcMs) {
            return log::Decision{.events = {written}, .refusal = {}};
        },
        [](const Result<log::Committed>&) {});
}

void SecurityService::post(situation::NoticeSeverity severity, const std::string& code, const std::string& text,
                           const Episode& episode) {
    if (m_notices == nullptr) return;
    std::vector<std::string> facts{std::to_string(episode.count)};
    if (!episode.subject.empty()) facts.insert(facts.begin(), episode.subject);
    m_notices->post(m_clock.now(), severity, code, text, std::move(facts));
}

void SecurityService::raise(const Episode& episode) {
    write(AlarmRaised{idOf(m_instance, episode), episode.kind, episode.subject, episode.since, episode.count});
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(m_rules.of(episode.kind).window);
    post(situation::NoticeSeverity::Error, noticeCode(episode.kind),
         std::format("{} within {} min", words(episode), minutes.count()), episode);
}

void SecurityService::clear(const Episode& episode) {
    std::string id;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_ids.find({episode.kind, episode.subject});
        if (known == m_ids.end()) return;
        id = known->second;
        m_ids.erase(known);
    }
    write(AlarmCleared{id, episode.count});
    post(situation::NoticeSeverity::Info, noticeCode(episode.kind) + "_OVER", words(episode) + "; it is over", episode);
}

void SecurityService::alarms(const Principal& by, Done<std::vector<AlarmRecord>> done) {
    if (!m_log.allowed(by, "security.read", "list security alarms", done)) return;
    m_log.read([this, done = std::move(done)](const storage::Database& database) {
        auto records = readAlarms(database);
        if (records) { // those that stand go on counting
            const std::lock_guard lock(m_mutex);
            for (const Episode& episode : m_watch.standing())
                for (AlarmRecord& record : *records)
                    if (!record.cleared && record.kind == episode.kind && record.subject == episode.subject)
                        record.count = episode.count;
        }
        done(std::move(records));
    });
}

void SecurityService::acknowledge(const Principal& by, const std::string& alarm, const std::string& note,
                                  Done<void> done) {
    if (!m_log.allowed(by, "security.acknowledge", "acknowledge a security alarm", done)) return;
    if (!by.role) return done(fail("NOT_A_PERSON", "a person acknowledges, logged in by name", by.user));
    auto accepted = acceptedText(note, longestNote, "note");
    if (!accepted) return done(std::unexpected(accepted.error()));
    m_log.submit(
        actorOf(by),
        [alarm, accepted = *std::move(accepted)](const storage::Database& database, UtcMs) -> log::Decision {
            const auto records = readAlarms(database);
            if (!records) return refuse(records.error());
            const auto found = std::ranges::find(*records, alarm, &AlarmRecord::alarm);
            if (found == records->end()) return refuse({"NO_SUCH_ALARM", "there is no such alarm", alarm});
            if (found->acknowledged)
                return refuse({"ALARM_ACKNOWLEDGED",
                               std::format("{} has acknowledged it already", found->acknowledgedBy), alarm});
            return {.events = {toEvent(AlarmAcknowledged{alarm, accepted})}, .refusal = {}};
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

} // namespace haneul::people
