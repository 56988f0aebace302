#include "ui/study_store/study_keeper.h"

#include "ui/study_store/save_form.h"
#include "ui/study_store/study_picker.h"
#include "ui/study_store/words.h"

#include <QFileDialog>

#include <utility>

namespace haneul::study_store {

StudyKeeper::StudyKeeper(StudyDesk& desk, std::string_view kind, QWidget& page)
    : QObject(&page)
    , m_desk(desk)
    , m_kind(kind)
    , m_page(page) {}

QString StudyKeeper::name() const {
    return m_opened ? QString::fromStdString(m_opened->name) : QString();
}

void StudyKeeper::save(NewStudy study) {
    study.kind = m_kind;
    if (m_opened) {
        study.id = m_opened->id;
        study.basedOn = m_opened->revision;
        study.name = m_opened->name;
    }
    auto* form = new SaveForm(m_desk, std::move(study), &m_page);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &SaveForm::saved, this, [this](const StudyHead& head) {
        m_opened = head;
        Q_EMIT said(tr("Saved as “%1”, revision %2.").arg(QString::fromStdString(head.name)).arg(head.revision), false);
    });
    form->open();
}

void StudyKeeper::open() {
    auto* picker = new StudyPicker(m_desk, m_kind, &m_page);
    connect(picker, &StudyPicker::openWanted, this, [this](const SavedStudy& study) {
        m_opened = study.head;
        Q_EMIT openWanted(study);
    });
    connect(picker, &StudyPicker::compareWanted, this, &StudyKeeper::compareWanted);
    picker->open();
}

void StudyKeeper::exportAs(const QString& proposed, std::function<Result<void>(const QString& path)> write) {
    auto* dialog = new QFileDialog(&m_page, tr("Study as PDF"), proposed, tr("PDF (*.pdf)"));
    dialog->setObjectName(QStringLiteral("exportStudyTo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString& path) {
        const auto written = write(path);
        Q_EMIT said(written ? tr("Written to %1.").arg(path) : refusalText(written.error()), !written);
    });
    dialog->open();
}

QString openedText(const StudyHead& head) {
    return StudyKeeper::tr("Opened: %1, saved %2 by %3.")
        .arg(QString::fromStdString(head.name), whenText(head.at), QString::fromStdString(head.by));
}

} // namespace haneul::study_store
