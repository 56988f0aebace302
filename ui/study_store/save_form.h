#pragma once

#include "ui/access/admin_forms.h"
#include "ui/study_store/study_desk.h"

class QLineEdit;
class QCheckBox;

namespace haneul::study_store {

// Asks for a name and saves. A study that was opened is changed, unless it is to be a new one.
class SaveForm final : public access::AdminForm {
    Q_OBJECT

public:
    // `study` without a name, or with the one it has; `basedOn` 0: it is new.
    SaveForm(StudyDesk& desk, NewStudy study, QWidget* parent);

Q_SIGNALS:
    void saved(const StudyHead& head);

protected:
    void send() override;

private:
    StudyDesk& m_desk;
    NewStudy m_study;
    QLineEdit* m_name;
    QCheckBox* m_new;
};

} // namespace haneul::study_store
