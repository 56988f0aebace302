#include "server/http/path_api.h"

#include "server/http/reading.h"
#include "server/paths/path_json.h"

namespace haneul::http {

using json::Object;

namespace {

template <class Question, class From>
Result<Question> questionIn(std::string_view contentType, std::string_view body, UtcMs now, From from) {
    BodyReader reader(contentType, body);
    auto question = reader.take<Question>([&](Object& object) { return from(object, now); });
    if (auto error = reader.error()) return std::unexpected(*std::move(error));
    return question;
}

} // namespace

bool isPathRoute(RouteId route) {
    return route == RouteId::PlanPaths || route == RouteId::CheckPath;
}

Response answerPaths(paths::PathService& service, RouteId route, const std::string& user, UtcMs now,
                     std::string_view contentType, std::string_view body) {
    if (route == RouteId::CheckPath) {
        auto question = questionIn<paths::CheckQuestion>(contentType, body, now, paths::checkQuestionFrom);
        if (!question) return errorResponse(question.error());
        const auto answer = service.check(user, *std::move(question));
        return answer ? jsonResponse(paths::toJson(*answer)) : refusalOfRule(answer.error());
    }
    auto question = questionIn<paths::Question>(contentType, body, now, paths::questionFrom);
    if (!question)
        return question.error().code == "BAD_LAYERS" ? refusalOfRule(question.error())
                                                     : errorResponse(question.error());
    const auto answer = service.paths(user, *std::move(question));
    return answer ? jsonResponse(paths::toJson(**answer, now)) : refusalOfRule(answer.error());
}

} // namespace haneul::http
