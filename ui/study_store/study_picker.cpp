#include "ui/study_store/study_picker.h"

#include "ui/access/admin_forms.h"
#include "ui/study_store/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::study_store {

namespace {

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

class RetireForm final : public access::AdminForm {
public:
    RetireForm(StudyDesk& desk, const StudyHead& head, QWidget* parent)
        : AdminForm(QStringLiteral("retireStudy"), parent)
        , m_desk(desk)
        , m_id(head.id)
        , m_reason(new QLineEdit(this)) {
        m_reason->setObjectName(QStringLiteral("retireReason"));
        m_reason->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
        addText([name = plain(head.name)] { return StudyPicker::tr("%1 stays readable in the log.").arg(name); });
        addRow([] { return StudyPicker::tr("&Reason"); }, m_reason);
        finish([] { return StudyPicker::tr("Retire the study"); }, [] { return StudyPicker::tr("&Retire"); });
        connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) { setComplete(!text.isEmpty()); });
    }

protected:
    void send() override {
        m_desk.ask<void>(
            this,
            [this](const Result<void>& done) {
                if (!done) return failed(refusalText(done.error()));
                Q_EMIT m_desk.saved();
                accept();
            },
            [id = m_id, reason = m_reason->text().toStdString()](StudyService& service, people::Principal by,
                                                                 Done<void> done) {
                service.retire(std::move(by), id, reason, std::move(done));
            });
    }

private:
    StudyDesk& m_desk;
    std::string m_id;
    QLineEdit* m_reason;
};

} // namespace

StudyPicker::StudyPicker(StudyDesk& desk, std::string kind, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_kind(std::move(kind))
    , m_studies({{[] { return tr("Name"); }, [](const StudyHead& head) { return plain(head.name); }},
                 {[] { return tr("Preset"); }, [](const StudyHead& head) { return plain(head.preset); }},
                 {[] { return tr("By"); }, [](const StudyHead& head) { return plain(head.by); }},
                 {[] { return tr("Saved (UTC)"); }, [](const StudyHead& head) { return whenText(head.at); }},
                 {[] { return tr("Provenance"); }, [](const StudyHead& head) { return plain(head.provenance); }}},
                this)
    , m_list(new QTableView(this))
    , m_said(new QLabel(this))
    , m_open(button("openStudy", this))
    , m_compare(button("compareStudy", this))
    , m_retire(button("retireStudyButton", this))
    , m_close(button("closeStudies", this)) {
    setObjectName(QStringLiteral("studyPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_list->setObjectName(QStringLiteral("savedStudies"));
    m_list->setModel(&m_studies);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    auto* foot = new QHBoxLayout;
    for (QPushButton* each : {m_open, m_compare, m_retire})
        foot->addWidget(each);
    foot->addStretch();
    foot->addWidget(m_close);
    const int gap = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->addWidget(m_said);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 130, gap * 22);
    connect(m_open, &QPushButton::clicked, this, [this] { take(&StudyPicker::openWanted); });
    connect(m_list, &QTableView::activated, this, [this] { take(&StudyPicker::openWanted); });
    connect(m_compare, &QPushButton::clicked, this, [this] { take(&StudyPicker::compareWanted); });
    connect(m_retire, &QPushButton::clicked, this, &StudyPicker::retire);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &StudyDesk::saved, this, &StudyPicker::load);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StudyPicker::allow);
    word();
    allow();
    load();
    m_list->setFocus();
}

void StudyPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        word();
        m_studies.retranslate();
    }
    QDialog::changeEvent(event);
}

void StudyPicker::word() {
    setWindowTitle(tr("Saved studies: %1").arg(kindText(m_kind)));
    m_list->setAccessibleName(windowTitle());
    m_open->setText(tr("&Open"));
    m_compare->setText(tr("&Compare with this"));
    m_retire->setText(tr("&Retire…"));
    m_close->setText(tr("C&lose"));
}

void StudyPicker::say(const QString& text) {
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void StudyPicker::load() {
    m_desk.ask<std::vector<StudyHead>>(
        this,
        [this](const Result<std::vector<StudyHead>>& heads) {
            if (!heads) return say(refusalText(heads.error()));
            m_studies.setRecords(*heads);
            say(heads->empty() ? tr("Nothing has been saved yet.") : QString());
            for (int i = 0; i + 1 < m_studies.columnCount(); ++i)
                m_list->resizeColumnToContents(i);
            if (!heads->empty()) m_list->selectRow(0);
            allow();
        },
        [kind = m_kind](StudyService& service, people::Principal by, Done<std::vector<StudyHead>> done) {
            service.find(std::move(by), {.kind = kind}, std::move(done));
        });
}

void StudyPicker::allow() {
    const bool any = chosen() != nullptr;
    m_open->setEnabled(any);
    m_compare->setEnabled(any);
    m_retire->setEnabled(any && m_desk.may("study.save"));
}

const StudyHead* StudyPicker::chosen() const {
    const auto rows = m_list->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_studies.at(rows.front());
}

void StudyPicker::take(void (StudyPicker::*signal)(const SavedStudy&)) {
    const StudyHead* const head = chosen();
    if (head == nullptr) return;
    m_desk.ask<SavedStudy>(
        this,
        [this, signal](const Result<SavedStudy>& study) {
            if (!study) return say(refusalText(study.error()));
            Q_EMIT(this->*signal)(*study);
            accept();
        },
        [id = head->id](StudyService& service, people::Principal by, Done<SavedStudy> done) {
            service.read(std::move(by), id, std::move(done));
        });
}

void StudyPicker::retire() {
    if (const StudyHead* const head = chosen()) (new RetireForm(m_desk, *head, this))->open();
}

} // namespace haneul::study_store
