#include "server/study_store/event_study_service.h"

#include "server/people/secrets.h"

#include <optional>
#include <utility>

namespace haneul::study_store {

using people::Principal;

namespace {

// Whether this may follow what is there.
std::optional<Error> refusalOf(const NewStudy& study, const Result<SavedStudy>& present) {
    if (!present && present.error().code != "NO_SUCH_STUDY") return present.error();
    const std::uint64_t last = present ? present->head.revision : 0;
    if (last != study.basedOn)
        return Error{"STALE_REVISION", "the study has another revision by now; read it again", std::to_string(last)};
    return std::nullopt;
}

} // namespace

EventStudyService::EventStudyService(log::EventLog& log, TellRefusal tellRefusal, StudyChecks checks)
    : m_log(log, std::move(tellRefusal))
    , m_checks(std::move(checks)) {}

void EventStudyService::save(Principal by, NewStudy study, Done<StudyHead> done) {
    if (!m_log.allowed(by, "study.save", "save a study", done)) return;
    auto good = accepted(std::move(study), m_checks);
    if (!good) return done(std::unexpected(good.error()));
    if (good->id.empty()) good->id = people::newId(people::systemRandom);
    StudyHead head{.id = good->id,
                   .revision = good->basedOn + 1,
                   .kind = good->kind,
                   .name = good->name,
                   .preset = good->preset,
                   .provenance = good->provenance,
                   .by = by.user,
                   .at = {},
                   .bytes = good->input.size() + good->result.size(),
                   .retired = {}};
    m_log.submit(
        people::actorOf(by),
        [study = *std::move(good)](const storage::Database& database, UtcMs) -> log::Decision {
            if (auto refused = refusalOf(study, readStudy(database, study.id))) return {{}, *std::move(refused)};
            return {{toEvent(study)}, {}};
        },
        [head = std::move(head), done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed& at) {
                StudyHead written = head;
                written.at = at.time;
                return written;
            }));
        });
}

void EventStudyService::retire(Principal by, std::string id, std::string reason, Done<void> done) {
    constexpr std::size_t longestReason = 1000;
    if (!m_log.allowed(by, "study.save", "retire a study", done)) return;
    if (reason.empty() || reason.size() > longestReason)
        return done(fail("BAD_REASON", "a reason of 1 to 1000 bytes is wanted", "reason"));
    m_log.submit(
        people::actorOf(by),
        [retired = RetiredStudy{std::move(id), std::move(reason)}](const storage::Database& database,
                                                                   UtcMs) -> log::Decision {
            const auto present = readStudy(database, retired.id);
            if (!present) return {{}, present.error()};
            if (present->head.retired) return {{}, Error{"STUDY_RETIRED", "the study was retired before", retired.id}};
            return {{toEvent(retired)}, {}};
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

void EventStudyService::find(Principal by, StudyFilter filter, Done<std::vector<StudyHead>> done) {
    if (!m_log.allowed(by, "study.run", "find studies", done)) return;
    m_log.read([filter = std::move(filter), done = std::move(done)](const storage::Database& database) {
        done(findStudies(database, filter));
    });
}

void EventStudyService::read(Principal by, std::string id, Done<SavedStudy> done) {
    if (!m_log.allowed(by, "study.run", "read a study", done)) return;
    m_log.read([id = std::move(id), done = std::move(done)](const storage::Database& database) {
        done(readStudy(database, id));
    });
}

} // namespace haneul::study_store
