#include "server/http/study_api.h"

#include "server/http/reading.h"
#include "server/studies/reich_studies.h"
#include "server/studies/studies.h"

#include <span>

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

Response answerTrafficEstimate(std::string_view query, std::string_view body, UtcMs now) {
    QueryReader asked(query);
    studies::TrafficQuestion question;
    question.made = now;
    const auto format = asked.word("format", formats::trafficFormatFrom);
    if (!format) asked.bad("format", "sbs, tlog or csv is wanted");
    question.format = format.value_or(question.format);
    question.name = asked.text("name").value_or("");
    if (question.name.empty()) asked.bad("name", "the preset needs a name");
    question.source = asked.text("source").value_or("recorded traffic");
    question.base = asked.text("base").value_or(question.base);
    const auto number = [&](const char* name, double& value) {
        if (const auto given = asked.numbers(name, 1)) value = given->front();
    };
    number("sx_nm", question.estimate.halfWindow_nm);
    number("route_gap_m", question.tracks.routeGap_m);
    number("shortest_leg_nm", question.tracks.shortestLeg_nm);
    number("longest_gap_s", question.tracks.longestGap_s);
    if (const auto axis = asked.numbers("axis", 3))
        question.tracks.axis = risk::collision::Axis{{(*axis)[0], (*axis)[1]}, (*axis)[2]};
    constexpr std::size_t mostSeeds = 1'000'000'000, usualReplicates = 500, mostReplicates = 10'000;
    question.seed = asked.count("seed", 1, mostSeeds);
    question.estimate.replicates = static_cast<int>(asked.count("replicates", usualReplicates, mostReplicates));
    if (const auto error = asked.error()) return errorResponse(*error);
    const auto answer = studies::estimatePreset(question, std::as_bytes(std::span(body.data(), body.size())));
    return answer ? jsonResponse(studies::trafficAnswerJson(*answer)) : refusalOfRule(answer.error());
}

} // namespace haneul::http
