#pragma once

#include "server/paths/path_service.h"
#include "server/people/principal.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace haneul::risk_path {

using CheckAnswerPtr = std::shared_ptr<const paths::CheckAnswer>;

// Paths as one desk asks for them: searches whose answers come back to the thread of the user interface.
class PathDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none) must outlive it.
    PathDesk(paths::PathService* service, WhoAsks who, QObject* parent = nullptr);
    ~PathDesk() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    void search(paths::Question question); // what runs is stopped first. Scope study.run
    void check(paths::CheckQuestion question);
    void stop();

    [[nodiscard]] bool busy() const { return m_ticket != 0; }

Q_SIGNALS:
    void progressed(double share); // 0 to 1
    void found(const haneul::paths::AnswerPtr& answer);
    void checked(const haneul::risk_path::CheckAnswerPtr& answer);
    void failed(const haneul::Error& error);

private:
    [[nodiscard]] std::optional<std::string> user(); // nullopt: it was said why not

    paths::PathService* m_service;
    WhoAsks m_who;
    paths::PathService::Ticket m_ticket = 0;
    quint64 m_round = 0;  // answers of earlier ones are of no use
    QThreadPool m_checks; // last: it waits for those that ask the service
};

} // namespace haneul::risk_path
