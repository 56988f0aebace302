#include "server/http/study_api.h"

#include "server/studies/studies.h"

namespace haneul::http {

Response answerStudy(std::string_view op, std::string_view contentType, std::string_view body) {
    if (contentType.substr(0, contentType.find_first_of("; ")) != "application/json")
        return errorResponse({"UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type"});
    auto answer = studies::answer(op, body);
    if (answer) return jsonResponse(*std::move(answer));
    auto response = errorResponse(answer.error());
    const std::string& code = answer.error().code;
    if (code != "UNKNOWN_STUDY" && code != "BAD_JSON") response.status = 422; // whatever the code says elsewhere
    return response;
}

} // namespace haneul::http
