#include "ui/fleet/override_form.h"

#include "ui/fleet/record_form.h"
#include "ui/fleet/words.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace haneul::fleet {

namespace {

constexpr qsizetype shortestReason = 5;
constexpr int longestReason = 200;

} // namespace

OverrideForm::OverrideForm(FleetDesk& desk, Assessment assessment, QWidget* parent)
    : AdminForm(QStringLiteral("overrideForm"), parent)
    , m_desk(desk)
    , m_assessment(std::move(assessment))
    , m_question(new QComboBox(this))
    , m_items(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_until(new QLineEdit(this)) {
    m_question->setObjectName(QStringLiteral("question"));
    m_items->setObjectName(QStringLiteral("items"));
    m_items->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaxLength(longestReason);
    m_until->setObjectName(QStringLiteral("until"));
    for (const Question question : m_assessment.blocking)
        m_question->addItem(questionText(question), static_cast<int>(question));
    m_until->setText(instantText(m_assessment.ask.need.end));
    addText([drone = QString::fromStdString(m_assessment.ask.drone)] {
        return tr("You answer by name for %1 although this is not ready. The judgement stays as it is; the event log "
                  "keeps both.")
            .arg(drone);
    });
    addRow([] { return tr("&Question"); }, m_question);
    addField(m_items);
    addRow([] { return tr("&Reason, five characters or more"); }, m_reason);
    addRow([] { return tr("&Until (UTC), not before the flight ends"); }, m_until);
    connect(m_question, &QComboBox::currentIndexChanged, this, &OverrideForm::judge);
    connect(m_reason, &QLineEdit::textChanged, this, &OverrideForm::judge);
    connect(m_until, &QLineEdit::textChanged, this, &OverrideForm::judge);
    finish([] { return tr("Answer for what is not ready"); }, [] { return tr("I &answer for it"); });
    judge();
}

Question OverrideForm::question() const {
    return static_cast<Question>(m_question->currentData().toInt());
}

void OverrideForm::judge() {
    QStringList lines;
    for (const Item* item : m_assessment.readiness.failed())
        if (item->question == question())
            lines << QString(QStringLiteral("▲  ") + itemText(item->code) + QStringLiteral(": ") + reasonText(*item) +
                             (item->value ? QString(u' ' + valueText(*item) + QStringLiteral(" / ") + limitText(*item))
                                          : QString()));
    m_items->setText(lines.join(u'\n'));
    const auto until = typedInstant(m_until->text());
    setComplete(m_reason->text().simplified().remove(u' ').size() >= shortestReason && until && *until);
}

void OverrideForm::send() {
    NewOverride wanted{.ask = m_assessment.ask,
                       .question = question(),
                       .reason = m_reason->text().trimmed().toStdString(),
                       .until = **typedInstant(m_until->text())};
    m_desk.ask<std::string>(
        this,
        [this](const Result<std::string>& done) {
            if (done)
                accept();
            else
                failed(refusalText(done.error()));
        },
        [wanted = std::move(wanted)](FleetService& service, people::Principal by, Done<std::string> done) {
            service.giveOverride(std::move(by), wanted, std::move(done));
        });
}

void OverrideForm::changeEvent(QEvent* event) {
    AdminForm::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (int i = 0; i < m_question->count(); ++i)
        m_question->setItemText(i, questionText(static_cast<Question>(m_question->itemData(i).toInt())));
    judge();
}

} // namespace haneul::fleet
