#include "ui/risk_ground/ground_desk.h"
#include "ui/models/ui_thread.h"

namespace haneul::risk_ground {

using ground_risk::MapAnswerPtr;
using ground_risk::Question;

GroundDesk::GroundDesk(ground_risk::GroundRiskService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who)) {}

GroundDesk::~GroundDesk() {
    stop();
}

bool GroundDesk::may(std::string_view scope) const {
    const auto by = m_who ? m_who() : std::nullopt;
    return by && by->may(scope);
}

void GroundDesk::compute(ground_risk::Comparison asked) {
    stop();
    if (m_service == nullptr) {
        Q_EMIT failed({"NO_GROUND_RISK", "this console has no ground-risk service", {}});
        return;
    }
    if (!may("study.run")) {
        Q_EMIT failed({"FORBIDDEN", "the role does not hold study.run", "study.run"});
        return;
    }
    m_a.reset();
    m_b.reset();
    ++m_round;
    m_ticketA = start(std::move(asked.a), 0, m_round);
    m_ticketB = start(std::move(asked.b), 1, m_round);
}

ground_risk::GroundRiskService::Ticket GroundDesk::start(Question question, int which, quint64 round) {
    return m_service->startMap(
        std::move(question),
        [self = QPointer(this), which, round](double share) {
            models::hop([self, which, round, share] {
                if (self && self->m_round == round) Q_EMIT self->progressed((which + share) / 2);
            });
        },
        [self = QPointer(this), which, round](Result<MapAnswerPtr> result) {
            models::hop([self, which, round, result = std::move(result)] {
                if (self) self->take(which, round, result);
            });
        });
}

void GroundDesk::take(int which, quint64 round, const Result<MapAnswerPtr>& result) {
    if (round != m_round || !busy()) return;
    if (!result) {
        const Error error = result.error();
        stop();
        Q_EMIT failed(error);
        return;
    }
    (which == 0 ? m_a : m_b) = *result;
    (which == 0 ? m_ticketA : m_ticketB) = 0;
    if (m_a && m_b) Q_EMIT mapsComputed(m_a, m_b);
}

void GroundDesk::stop() {
    if (m_service != nullptr)
        for (auto* ticket : {&m_ticketA, &m_ticketB})
            if (*ticket != 0) m_service->cancel(std::exchange(*ticket, 0));
    ++m_round;
}

void GroundDesk::explain(Question question, geo::LatLon place, std::function<void(Result<CellAnswerPtr>)> take) {
    if (m_service == nullptr) return take(fail("NO_GROUND_RISK", "this console has no ground-risk service"));
    if (!may("study.run")) return take(fail("FORBIDDEN", "the role does not hold study.run", "study.run"));
    // Reading one cell takes a millisecond; laying out a city that was forgotten meanwhile up to a second.
    m_cells.start(
        [self = QPointer(this), service = m_service, question = std::move(question), place, take = std::move(take)] {
            auto cell = service->cell(question, place).transform([](ground_risk::CellAnswer answer) {
                return std::make_shared<const ground_risk::CellAnswer>(std::move(answer));
            });
            models::hop([self, take, cell = Result<CellAnswerPtr>(std::move(cell))] {
                if (self) take(cell);
            });
        });
}

} // namespace haneul::risk_ground
