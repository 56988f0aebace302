#pragma once

#include "server/log/event_log.h"
#include "server/notify/notice.h"
#include "server/storage/database.h"

#include <functional>
#include <string>

namespace haneul::notify {

// How other rooms of the server tell people something.
//
//     notifier.createNotice({.key = "plan:P-17:approved:2", .kind = NoticeKind::PlanStep, .severity = Severity::Info,
//                            .message = "PLAN_APPROVED", .arguments = {"P-17"}, .to = {.users = {"kim"}},
//                            .about = {.plan = "P-17"}}, [](Result<std::string> notice) { ... });
class Notifier {
public:
    virtual ~Notifier() = default;

    // In the log when `done` is called with the notice's id. The same key again: the same id, and nothing is sent a
    // second time. Codes: those of check(), and of EventLog. Thread-safe; `done` comes on a thread of the log.
    virtual void createNotice(NewNotice notice, std::function<void(Result<std::string>)> done) = 0;
};

// For a decision that tells of itself: its notice is then in the same transaction, so that there is neither without the
// other. Inside a log::Decide; an empty list: this cause was told already. `notice.key` must be given.
[[nodiscard]] Result<std::vector<log::NewEvent>> noticeEvents(const storage::Database& database,
                                                              const NewNotice& notice);

// The id of the notice with this key.
[[nodiscard]] std::string noticeIdOf(const std::string& key);

} // namespace haneul::notify
