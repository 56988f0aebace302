#pragma once

#include "server/ground_risk/ground_risk_service.h"
#include "server/ground_risk/question_json.h"
#include "server/people/principal.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace haneul::risk_ground {

using CellAnswerPtr = std::shared_ptr<const ground_risk::CellAnswer>;

// Ground-risk studies as one desk asks for them: calls whose answers come back to the thread of the user interface.
class GroundDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none) must outlive it.
    GroundDesk(ground_risk::GroundRiskService* service, WhoAsks who, QObject* parent = nullptr);
    ~GroundDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // Both maps, one after the other; what runs is stopped first. FORBIDDEN without scope study.run.
    void compute(ground_risk::Comparison asked);
    void stop();

    [[nodiscard]] bool busy() const { return m_ticketA != 0 || m_ticketB != 0; }

    void explain(ground_risk::Question question, geo::LatLon place, std::function<void(Result<CellAnswerPtr>)> take);

Q_SIGNALS:
    void progressed(double share); // 0 to 1, of both maps
    void mapsComputed(const haneul::ground_risk::MapAnswerPtr& a, const haneul::ground_risk::MapAnswerPtr& b);
    void failed(const haneul::Error& error);

private:
    ground_risk::GroundRiskService::Ticket start(ground_risk::Question question, int which, quint64 round);
    void take(int which, quint64 round, const Result<ground_risk::MapAnswerPtr>& result);

    ground_risk::GroundRiskService* m_service;
    WhoAsks m_who;
    ground_risk::GroundRiskService::Ticket m_ticketA = 0, m_ticketB = 0;
    ground_risk::MapAnswerPtr m_a, m_b;
    quint64 m_round = 0; // answers of earlier ones are of no use
    QThreadPool m_cells; // last: it waits for those that ask the service
};

} // namespace haneul::risk_ground
