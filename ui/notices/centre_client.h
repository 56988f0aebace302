#pragma once

#include "server/notify/notice_centre.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace haneul::notices {

// The notice centre as the desk asks it: on behalf of whoever sits there, answers on the thread of the windows.
class CentreClient final : public QObject {
    Q_OBJECT

public:
    using WhoAsks = std::function<std::optional<people::Principal>()>; // nullopt: nobody is signed in

    // `centre` must outlive it; null: there are no notices, every question is answered NO_NOTICES.
    CentreClient(notify::NoticeCentre* centre, WhoAsks whoAsks, QObject* parent = nullptr);

    [[nodiscard]] std::string session() const; // of who is signed in; empty: nobody
    [[nodiscard]] bool may(std::string_view scope) const;

    // Calls `call(centre, principal, done)`; `answer` comes once, on this thread, unless `context` is gone by then.
    template <class T>
    void ask(QObject* context,
             const std::function<void(notify::NoticeCentre&, people::Principal, notify::Done<T>)>& call,
             std::function<void(Result<T>)> answer) {
        auto done = [context = QPointer(context), answer = std::move(answer)](Result<T> result) {
            QMetaObject::invokeMethod(
                qApp,
                [context, answer, result = std::move(result)] {
                    if (context) answer(result);
                },
                Qt::QueuedConnection);
        };
        auto who = m_whoAsks ? m_whoAsks() : std::nullopt;
        if (m_centre == nullptr || !who)
            done(fail("NO_NOTICES", "nobody is signed in, or there are no notices here"));
        else
            call(*m_centre, *std::move(who), std::move(done));
    }

Q_SIGNALS:
    void changed(); // something about notices, once for all that happened since the last turn of the event loop

private:
    notify::NoticeCentre* m_centre;
    WhoAsks m_whoAsks;
    notify::NoticeCentre::Subscription m_subscription;
};

} // namespace haneul::notices
