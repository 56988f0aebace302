#pragma once

#include "server/documents/document_service.h"
#include "server/http/api.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isDocumentRoute(RouteId route);

// Documents of payloads and sensors over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerDocument(documents::DocumentService& service, ServiceCall call, std::function<void(Response)> reply);

} // namespace haneul::http
