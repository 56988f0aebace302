#pragma once

#include "server/http/api.h"
#include "server/notify/notice_centre.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isNoticeRoute(RouteId route);

// Own notices, the outbox and its channels over HTTP (resources/openapi.json). Returns at once; `reply` is called once,
// on any thread.
void answerNotice(notify::NoticeCentre& centre, ServiceCall call, std::function<void(Response)> reply);

} // namespace haneul::http
