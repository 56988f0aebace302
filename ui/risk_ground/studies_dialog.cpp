#include "ui/risk_ground/studies_dialog.h"

#include "ui/models/words.h"
#include "ui/risk_ground/words.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::risk_ground {

using study_store::SavedStudy;
using study_store::StudyHead;

StudiesDialog::StudiesDialog(GroundDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_studies({{[] { return tr("Name"); }, [](const StudyHead& head) { return QString::fromStdString(head.name); }},
                 {[] { return tr("Model and preset"); },
                  [](const StudyHead& head) { return QString::fromStdString(head.preset); }},
                 {[] { return tr("By"); }, [](const StudyHead& head) { return QString::fromStdString(head.by); }},
                 {[] { return tr("Saved"); },
                  [](const StudyHead& head) { return QString::fromStdString(toRfc3339(head.at)); }},
                 {[] { return tr("Revision"); }, [](const StudyHead& head) { return QString::number(head.revision); }}},
                this)
    , m_list(new QTableView(this))
    , m_message(new QLabel(this))
    , m_open(nullptr) {
    setObjectName(QStringLiteral("groundStudies"));
    setWindowTitle(tr("Ground-risk studies"));
    m_message->setObjectName(QStringLiteral("groundStudiesMessage"));
    m_message->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("groundStudiesList"));
    m_list->setAccessibleName(tr("Ground-risk studies"));
    m_list->setModel(&m_studies);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("openStudy"));
    m_open->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 20);
    connect(buttons, &QDialogButtonBox::accepted, this, &StudiesDialog::open);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTableView::doubleClicked, this, &StudiesDialog::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_open->setEnabled(m_list->selectionModel()->hasSelection()); });
    m_desk.askStudies<std::vector<StudyHead>>(
        this, [this](const Result<std::vector<StudyHead>>& found) { take(found); },
        [](study_store::StudyService& service, people::Principal by, study_store::Done<std::vector<StudyHead>> done) {
            service.find(std::move(by), {.kind = std::string(ground_risk::studyKind)}, std::move(done));
        });
}

void StudiesDialog::take(const Result<std::vector<StudyHead>>& found) {
    if (!found) return m_message->setText(QString(QStringLiteral("▲ ") % refusalText(found.error())));
    m_message->setText(found->empty() ? tr("No study was saved yet.") : QString());
    m_studies.setRecords(*found);
    m_list->resizeColumnsToContents();
    if (!found->empty()) m_list->selectRow(0);
    m_list->setFocus();
}

void StudiesDialog::open() {
    const StudyHead* head = m_studies.at(m_list->currentIndex());
    if (head == nullptr) return;
    m_desk.askStudies<SavedStudy>(
        this,
        [this](const Result<SavedStudy>& study) {
            if (!study) return m_message->setText(QString(QStringLiteral("▲ ") % refusalText(study.error())));
            Q_EMIT chosen(*study);
            accept();
        },
        [id = head->id](study_store::StudyService& service, people::Principal by, study_store::Done<SavedStudy> done) {
            service.read(std::move(by), id, std::move(done));
        });
}

} // namespace haneul::risk_ground
