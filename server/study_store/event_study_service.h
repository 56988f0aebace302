#pragma once

#include "server/study_store/study_service.h"

namespace haneul::study_store {

using TellRefusal = std::function<void(const people::Principal& who, std::string_view scope, std::string_view what)>;

// Put through the log, which must have been opened with a StudyProjection and outlive the service.
class EventStudyService final : public StudyService {
public:
    EventStudyService(log::EventLog& log, TellRefusal tellRefusal, InputChecks checks = {});

    void save(people::Principal by, NewStudy study, Done<StudyHead> done) override;
    void retire(people::Principal by, std::string id, std::string reason, Done<void> done) override;
    void find(people::Principal by, StudyFilter filter, Done<std::vector<StudyHead>> done) override;
    void read(people::Principal by, std::string id, Done<SavedStudy> done) override;

private:
    template <class T>
    bool allowed(const people::Principal& by, std::string_view scope, std::string_view what, const Done<T>& done) const;

    log::EventLog& m_log;
    TellRefusal m_tellRefusal;
    InputChecks m_checks;
};

} // namespace haneul::study_store
