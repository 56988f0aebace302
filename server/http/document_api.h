#pragma once

#include "server/documents/document_service.h"
#include "server/http/api.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct DocumentCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isDocumentRoute(RouteId route);

// Documents of payloads and sensors over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerDocument(documents::DocumentService& service, DocumentCall call, std::function<void(Response)> reply);

} // namespace haneul::http
