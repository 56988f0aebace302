#pragma once

#include "server/http/api.h"
#include "server/study_store/study_service.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct SavedStudyCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isSavedStudyRoute(RouteId route);

// Saved studies, presets and tables over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerSavedStudy(study_store::StudyService& service, SavedStudyCall call, std::function<void(Response)> reply);

} // namespace haneul::http
