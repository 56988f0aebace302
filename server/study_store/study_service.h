#pragma once

#include "server/people/principal.h"
#include "server/study_store/study_projection.h"

#include <functional>
#include <string>
#include <vector>

namespace haneul::study_store {

// Called once, on a thread of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

// Studies that are kept: of collision risk, of ground risk, of paths, and the presets and tables they are made with. A
// page of the risk studio saves what was asked (`input`) and what came out (`result`), each as a JSON object of its
// own, and reads both again. Thread-safe; every call returns at once.
// Scopes: study.run to read, study.save to write.
// Codes besides those named: FORBIDDEN (`where` is the scope), and those of EventLog.
class StudyService {
public:
    virtual ~StudyService() = default;

    // Codes: those of accepted(); STALE_REVISION (another revision meanwhile; `where` is it).
    virtual void save(people::Principal by, NewStudy study, Done<StudyHead> done) = 0;
    // Codes: NO_SUCH_STUDY, STUDY_RETIRED (it is so already), BAD_REASON (none, or over 1000 bytes).
    virtual void retire(people::Principal by, std::string id, std::string reason, Done<void> done) = 0;
    virtual void find(people::Principal by, StudyFilter filter, Done<std::vector<StudyHead>> done) = 0;
    virtual void read(people::Principal by, std::string id, Done<SavedStudy> done) = 0; // NO_SUCH_STUDY
};

} // namespace haneul::study_store
