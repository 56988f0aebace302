#include "ui/diagram/start_dialog.h"

#include "ui/diagram/diagram_words.h"
#include "ui/diagram/retimer.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace haneul::diagram {

StartDialog::StartDialog(Retimer& retimer, const QString& typed, QWidget* parent)
    : QDialog(parent)
    , m_retimer(retimer)
    , m_near(retimer.tried())
    , m_caption(new QLabel(this))
    , m_start(new QLineEdit(typed, this))
    , m_judgement(new QLabel(this)) {
    setObjectName(QStringLiteral("startDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_start->setObjectName(QStringLiteral("missionStart"));
    m_judgement->setObjectName(QStringLiteral("startJudgement"));
    m_judgement->setWordWrap(true);
    m_judgement->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_judgement->setMinimumHeight(fontMetrics().height() * 2);
    m_caption->setBuddy(m_start);
    auto* buttons = new QDialogButtonBox(this);
    m_next = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_next->setObjectName(QStringLiteral("nextFreeStart"));
    m_set = buttons->addButton(QDialogButtonBox::Ok);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_next->setAutoDefault(false);
    m_set->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_caption);
    column->addWidget(m_start);
    column->addWidget(m_judgement);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
    connect(m_start, &QLineEdit::textChanged, this, &StartDialog::judge);
    connect(m_next, &QPushButton::clicked, this, &StartDialog::takeNextFree);
    connect(buttons, &QDialogButtonBox::accepted, this, &StartDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &StartDialog::reject);
    connect(this, &QDialog::rejected, &retimer, &Retimer::cancel);
    word();
    if (typed.isEmpty()) {
        m_start->setText(exactTime(retimer.tried()).left(8));
        m_start->selectAll();
    }
    judge();
    m_start->setFocus();
}

void StartDialog::word() {
    const QString mission = m_retimer.active() ? QString::fromStdString(m_retimer.check().mission()) : QString();
    setWindowTitle(tr("Start of %1").arg(mission));
    m_caption->setText(tr("Start, UTC (%1). With another date: 2026-11-21 10:04:22").arg(dateText(m_near)));
    m_next->setText(tr("Next free start"));
    m_set->setText(tr("Set"));
    m_cancel->setText(tr("Cancel"));
}

void StartDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        word();
        judge();
    }
}

void StartDialog::judge() {
    if (!m_retimer.active()) return;
    const auto start = startFrom(m_start->text(), m_near);
    m_set->setEnabled(false);
    m_next->setEnabled(start.has_value());
    if (!start) {
        m_judgement->setText(tr("Hours and minutes, with seconds or without: 10:04:22"));
        return;
    }
    m_retimer.tryAt(*start);
    const QString text =
        tr("%1 %2: %3", "date, time, judgement").arg(dateText(*start), exactTime(*start), m_retimer.judgement());
    m_judgement->setText(m_retimer.fits() ? text : QString(QStringLiteral("▲ ") + text));
    m_set->setEnabled(m_retimer.fits());
}

void StartDialog::takeNextFree() {
    if (!m_retimer.active()) return;
    const auto start = startFrom(m_start->text(), m_near);
    const auto next =
        start ? m_retimer.check().nextFree(std::max(*start, m_retimer.check().within().from)) : std::nullopt;
    if (!next) {
        m_judgement->setText(tr("There is no free start after that."));
        return;
    }
    const UtcMs whole = std::chrono::ceil<std::chrono::seconds>(*next); // typed starts are whole seconds
    m_start->setText(dateText(whole) + u' ' + exactTime(whole).left(8));
}

void StartDialog::accept() {
    if (!m_retimer.fits()) return;
    m_retimer.set();
    QDialog::accept();
}

} // namespace haneul::diagram
