#pragma once

#include "server/people/principal.h"
#include "server/study_store/study_service.h"
#include "ui/models/ui_thread.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace haneul::study_store {

// Saved studies as one desk asks for them: calls to the service whose answers come back to the thread of the user
// interface.
class StudyDesk final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `service` (null: there is none) must outlive it.
    StudyDesk(StudyService* service, WhoAsks who, QObject* parent = nullptr);

    [[nodiscard]] bool available() const { return m_service != nullptr; }

    [[nodiscard]] bool may(std::string_view scope) const; // the person at the desk

    [[nodiscard]] std::optional<people::Principal> who() const { return m_who ? m_who() : std::nullopt; }

    [[nodiscard]] QString personName() const; // to show; empty: nobody

    // Calls `call(service, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    // Without a service: NO_STUDIES; with nobody signed in: FORBIDDEN.
    template <class T, class Call>
    void ask(QObject* context, std::function<void(Result<T>)> answer, Call call) {
        if (m_service == nullptr) return answer(fail("NO_STUDIES", "this console keeps no studies"));
        const auto person = who();
        if (!person) return answer(fail("FORBIDDEN", "nobody is signed in"));
        call(*m_service, *person, Done<T>([context = QPointer(context), answer = std::move(answer)](Result<T> result) {
            models::hop([context, answer, result = std::move(result)] {
                if (context) answer(result);
            });
        }));
    }

Q_SIGNALS:
    void saved(); // something was saved or retired from here: lists are behind

private:
    StudyService* m_service;
    WhoAsks m_who;
};

} // namespace haneul::study_store
