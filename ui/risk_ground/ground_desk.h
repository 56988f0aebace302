#pragma once

#include "server/ground_risk/ground_risk_service.h"
#include "server/ground_risk/question_json.h"
#include "server/people/principal.h"
#include "server/study_store/study_service.h"

#include <QObject>
#include <QPointer>

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

    // Both may be null: then there is no such service. They must outlive it.
    GroundDesk(ground_risk::GroundRiskService* service, study_store::StudyService* studies, WhoAsks who,
               QObject* parent = nullptr);
    ~GroundDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] bool keepsStudies() const { return m_studies != nullptr; }

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    // Both maps, one after the other; what runs is stopped first. FORBIDDEN without scope study.run.
    void compute(ground_risk::Comparison asked);
    void stop();
    [[nodiscard]] bool busy() const { return m_ticketA != 0 || m_ticketB != 0; }

    void explain(ground_risk::Question question, geo::LatLon place, std::function<void(Result<CellAnswerPtr>)> take);

    // `call(service, principal, done)`; `take` comes once, on this thread, unless `context` is gone by then.
    template <class T, class Call>
    void askStudies(QObject* context, std::function<void(Result<T>)> take, Call call) {
        if (m_studies == nullptr) return take(fail("NO_STUDIES", "no studies are kept here"));
        auto by = m_who ? m_who() : std::nullopt;
        if (!by) return take(fail("FORBIDDEN", "nobody is signed in"));
        call(*m_studies, *by, study_store::Done<T>([context = QPointer(context), take = std::move(take)](Result<T> result) {
                 hop([context, take, result = std::move(result)] {
                     if (context) take(result);
                 });
             }));
    }

Q_SIGNALS:
    void progressed(double share); // 0 to 1, of both maps
    void mapsComputed(const haneul::ground_risk::MapAnswerPtr& a, const haneul::ground_risk::MapAnswerPtr& b);
    void failed(const haneul::Error& error);

private:
    static void hop(std::function<void()> then);
    ground_risk::GroundRiskService::Ticket start(ground_risk::Question question, int which, quint64 round);
    void take(int which, quint64 round, const Result<ground_risk::MapAnswerPtr>& result);

    ground_risk::GroundRiskService* m_service;
    study_store::StudyService* m_studies;
    WhoAsks m_who;
    ground_risk::GroundRiskService::Ticket m_ticketA = 0, m_ticketB = 0;
    ground_risk::MapAnswerPtr m_a, m_b;
    quint64 m_round = 0; // answers of earlier ones are of no use
};

} // namespace haneul::risk_ground
