#pragma once

#include "server/people/log_desk.h"
#include "server/study_store/study_service.h"

namespace haneul::study_store {

using TellRefusal = people::TellRefusal;

// Put through the log, which must have been opened with a StudyProjection and outlive the service.
class EventStudyService final : public StudyService {
public:
    EventStudyService(log::EventLog& log, TellRefusal tellRefusal, StudyChecks checks = {});

    void save(people::Principal by, NewStudy study, Done<StudyHead> done) override;
    void retire(people::Principal by, std::string id, std::string reason, Done<void> done) override;
    void find(people::Principal by, StudyFilter filter, Done<std::vector<StudyHead>> done) override;
    void read(people::Principal by, std::string id, Done<SavedStudy> done) override;

private:
    people::LogDesk m_log; // waits for its answers
    StudyChecks m_checks;
};

} // namespace haneul::study_store
