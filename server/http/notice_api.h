#pragma once

#include "server/http/api.h"
#include "server/notify/notice_centre.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct NoticeCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isNoticeRoute(RouteId route);

// Own notices, the outbox and its channels over HTTP (resources/openapi.json). Returns at once; `reply` is called once,
// on any thread.
void answerNotice(notify::NoticeCentre& centre, NoticeCall call, std::function<void(Response)> reply);

} // namespace haneul::http
