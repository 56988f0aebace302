#include "ui/study_store/study_desk.h"

namespace haneul::study_store {

StudyDesk::StudyDesk(StudyService* service, WhoAsks who, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_who(std::move(who)) {}

bool StudyDesk::may(std::string_view scope) const {
    const auto person = who();
    return person && person->may(scope);
}

QString StudyDesk::personName() const {
    const auto person = who();
    if (!person) return {};
    return QString::fromStdString(person->displayName.empty() ? person->user : person->displayName);
}

} // namespace haneul::study_store
