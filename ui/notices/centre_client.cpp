#include "ui/notices/centre_client.h"

#include <atomic>
#include <memory>

namespace haneul::notices {

CentreClient::CentreClient(notify::NoticeCentre* centre, WhoAsks whoAsks, QObject* parent)
    : QObject(parent)
    , m_centre(centre)
    , m_whoAsks(std::move(whoAsks)) {
    if (centre == nullptr) return;
    const auto told = std::make_shared<std::atomic<bool>>(false);
    m_subscription = centre->subscribe([self = QPointer(this), told] { // on the log's thread
        if (told->exchange(true)) return;
        QMetaObject::invokeMethod(
            qApp,
            [self, told] {
                *told = false;
                if (self) Q_EMIT self->changed();
            },
            Qt::QueuedConnection);
    });
}

std::string CentreClient::session() const {
    const auto who = m_whoAsks ? m_whoAsks() : std::nullopt;
    return who ? who->user + ' ' + who->session : std::string();
}

bool CentreClient::may(std::string_view scope) const {
    const auto who = m_whoAsks ? m_whoAsks() : std::nullopt;
    return m_centre != nullptr && who && who->may(scope);
}

} // namespace haneul::notices
