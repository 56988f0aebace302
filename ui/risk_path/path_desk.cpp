#include "ui/risk_path/path_desk.h"
#include "ui/models/ui_thread.h"

#include <QPointer>

#include <utility>

namespace haneul::risk_path {

using paths::AnswerPtr;

PathDesk::PathDesk(paths::PathService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who)) {}

PathDesk::~PathDesk() {
    stop();
}

std::optional<std::string> PathDesk::user() {
    if (m_service == nullptr) {
        Q_EMIT failed({"NO_PATHS", "this console has no planner of paths", {}});
        return std::nullopt;
    }
    const auto by = m_who ? m_who() : std::nullopt;
    if (!by || !by->may("study.run")) {
        Q_EMIT failed({"FORBIDDEN", "the role does not hold study.run", "study.run"});
        return std::nullopt;
    }
    return by->user;
}

void PathDesk::search(paths::Question question) {
    stop();
    auto by = user();
    if (!by) return;
    const auto round = ++m_round;
    m_ticket = m_service->start(
        *std::move(by), std::move(question),
        [self = QPointer(this), round](double share) {
            models::hop([self, round, share] {
                if (self && self->m_round == round) Q_EMIT self->progressed(share);
            });
        },
        [self = QPointer(this), round](Result<AnswerPtr> result) {
            models::hop([self, round, result = std::move(result)] {
                if (!self || self->m_round != round) return;
                self->m_ticket = 0;
                if (result)
                    Q_EMIT self->found(*result);
                else
                    Q_EMIT self->failed(result.error());
            });
        });
}

void PathDesk::check(paths::CheckQuestion question) {
    auto by = user();
    if (!by) return;
    m_checks.start([self = QPointer(this), service = m_service, by = *std::move(by), question = std::move(question)] {
        auto answer = service->check(by, question).transform([](paths::CheckAnswer checked) {
            return std::make_shared<const paths::CheckAnswer>(std::move(checked));
        });
        models::hop([self, answer = Result<CheckAnswerPtr>(std::move(answer))] {
            if (!self) return;
            if (answer)
                Q_EMIT self->checked(*answer);
            else
                Q_EMIT self->failed(answer.error());
        });
    });
}

void PathDesk::stop() {
    if (m_service != nullptr && m_ticket != 0) m_service->cancel(std::exchange(m_ticket, 0));
    ++m_round;
}

} // namespace haneul::risk_path
