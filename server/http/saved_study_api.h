#pragma once

#include "server/http/api.h"
#include "server/study_store/study_service.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isSavedStudyRoute(RouteId route);

// Saved studies, presets and tables over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerSavedStudy(study_store::StudyService& service, ServiceCall call, std::function<void(Response)> reply);

} // namespace haneul::http
