#include "ui/study_store/save_form.h"

#include "ui/study_store/words.h"

#include <QCheckBox>
#include <QLineEdit>

namespace haneul::study_store {

namespace {

// A box whose words follow the language.
class NewBox final : public QCheckBox {
public:
    using QCheckBox::QCheckBox;

protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange)
            setText(SaveForm::tr("Keep the study that was opened, and save a new one"));
        QCheckBox::changeEvent(event);
    }
};

} // namespace

SaveForm::SaveForm(StudyDesk& desk, NewStudy study, QWidget* parent)
    : AdminForm(QStringLiteral("saveStudy"), parent)
    , m_desk(desk)
    , m_study(std::move(study))
    , m_name(new QLineEdit(QString::fromStdString(m_study.name), this))
    , m_new(new NewBox(tr("Keep the study that was opened, and save a new one"), this)) {
    m_name->setObjectName(QStringLiteral("studyName"));
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_new->setObjectName(QStringLiteral("asNewStudy"));
    m_new->setVisible(m_study.basedOn > 0);
    addText([this] { return kindText(m_study.kind); });
    addRow([] { return tr("&Name"); }, m_name);
    addField(m_new);
    finish([] { return tr("Save the study"); }, [] { return tr("&Save"); });
    connect(m_name, &QLineEdit::textChanged, this, [this] { setComplete(!m_name->text().trimmed().isEmpty()); });
    setComplete(!m_name->text().trimmed().isEmpty());
    m_name->selectAll();
    m_name->setFocus();
}

void SaveForm::send() {
    NewStudy study = m_study;
    study.name = m_name->text().trimmed().toStdString();
    if (m_new->isChecked()) {
        study.id.clear();
        study.basedOn = 0;
    }
    m_desk.ask<StudyHead>(
        this,
        [this](const Result<StudyHead>& head) {
            if (!head) return failed(refusalText(head.error()));
            Q_EMIT saved(*head);
            Q_EMIT m_desk.saved();
            accept();
        },
        [study = std::move(study)](StudyService& service, people::Principal by, Done<StudyHead> done) {
            service.save(std::move(by), study, std::move(done));
        });
}

} // namespace haneul::study_store
