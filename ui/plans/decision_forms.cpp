#include "ui/plans/decision_forms.h"

#include "ui/models/words.h"
#include "ui/plans/evidence_difference.h"
#include "ui/plans/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

#include <utility>

namespace haneul::plans {

namespace {

constexpr int mostCharacters = 600; // 2000 bytes in UTF-8, as the service takes them, also in Hangul
constexpr qsizetype mostNamed = 5;

QString affectedLine(const Affected& one) {
    const QString plan = QString::fromStdString(one.plan);
    const QString when = windowText(one.from, one.to);
    if (one.answer == geo::Judgement::Unknown)
        return ApproveForm::tr("◆ %1 (%2) may meet it, %3: their heights cannot be compared.")
            .arg(plan, stateText(one.state), when);
    if (one.standing == deconflict::Standing::Blocks)
        return ApproveForm::tr("▲ %1 (%2) could not be approved any more as it is: both would be there, %3.")
            .arg(plan, stateText(one.state), when);
    return ApproveForm::tr("◆ %1 (%2) has a higher priority: once approved, this plan must give way, %3.")
        .arg(plan, stateText(one.state), when);
}

QString named(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.isEmpty() ? models::unknownText() : list.join(QStringLiteral(", "));
}

} // namespace

TextField::TextField(const char* name, int lines, QWidget* parent)
    : QPlainTextEdit(parent) {
    setObjectName(QLatin1StringView(name));
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * lines + fontMetrics().height());
}

QStringList consequenceLines(const Consequences& all) {
    QStringList lines;
    if (all.hindrance) lines << ApproveForm::tr("▲ You cannot approve it: %1").arg(refusalText(*all.hindrance));
    if (all.after == plan::State::PendingApproval)
        lines << ApproveForm::tr("◆ It would still wait: %1 of %2 approvals. A supervisor must approve too (%3).")
                     .arg(all.given)
                     .arg(all.needed)
                     .arg(named(all.whyMore));
    else
        lines << ApproveForm::tr("It would be approved (%1 of %2 approvals).").arg(all.given).arg(all.needed);
    if (all.notJudged > 0)
        lines << ApproveForm::tr("◆ %n check(s) are not judged: you take them upon yourself.", nullptr, all.notJudged);
    if (all.toldSupervisors) lines << ApproveForm::tr("Told: all supervisors.");
    if (!all.toldUsers.empty()) lines << ApproveForm::tr("Told: %1.").arg(named(all.toldUsers));
    if (all.intents > 0)
        lines << ApproveForm::tr("%n volume(s) count for others from then on.", nullptr, static_cast<int>(all.intents));
    for (std::size_t i = 0; i < all.affected.size() && std::cmp_less(i, mostNamed); ++i)
        lines << affectedLine(all.affected[i]);
    if (std::cmp_greater(all.affected.size(), mostNamed))
        lines << ApproveForm::tr("… and %n more plan(s).", nullptr,
                                 static_cast<int>(std::ssize(all.affected) - mostNamed));
    if (all.intents > 0 && all.affected.empty()) lines << ApproveForm::tr("No other plan would be in its way.");
    return lines;
}

// ---------------------------------------------------------------- the form

DecisionForm::DecisionForm(const char* name, PlanDesk& desk, plan::PlanPtr seen, QWidget* parent)
    : AdminForm(QString::fromLatin1(name), parent)
    , m_desk(desk)
    , m_seen(std::move(seen)) {
    connect(&desk, &PlanDesk::stateChanged, this, &DecisionForm::follow);
}

void DecisionForm::addWords(Words label, const QString& group, const QStringList& given, const QStringList& own) {
    m_group = group;
    m_templates = new QComboBox(this);
    m_templates->setObjectName(QStringLiteral("templates"));
    m_templates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_templates->addItem(tr("Choose a sentence…"));
    m_templates->addItems(own);
    m_templates->addItems(given);
    m_text = new TextField("words", 4, this);
    m_keep = new QCheckBox(tr("&Keep it among the sentences"), this);
    m_keep->setObjectName(QStringLiteral("keepTemplate"));
    addRow(std::move(label), m_text);
    addRow([] { return tr("&Sentences"); }, m_templates);
    addField(m_keep);
    connect(m_templates, &QComboBox::activated, this, [this](int index) {
        if (index <= 0) return;
        const QString before = m_text->toPlainText().trimmed();
        m_text->setPlainText(before.isEmpty() ? m_templates->itemText(index)
                                              : QString(before % u'\n' % m_templates->itemText(index)));
        m_templates->setCurrentIndex(0);
        m_text->setFocus(Qt::OtherFocusReason);
        m_text->moveCursor(QTextCursor::End);
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_stale) {
            const bool tooLong = m_text->toPlainText().size() > mostCharacters;
            hint(tooLong ? tr("At most %1 characters.").arg(mostCharacters) : QString());
            judge();
            if (tooLong) setComplete(false);
        }
    });
    m_text->setFocus(Qt::OtherFocusReason);
}

std::string DecisionForm::words() const {
    return m_text == nullptr ? std::string() : m_text->toPlainText().trimmed().toStdString();
}

void DecisionForm::sending() {
    m_sending = true;
}

// As a code; empty: it is as it was seen.
std::string_view DecisionForm::changedMeanwhile() const {
    const plan::PlanPtr now = m_desk.state()->plan(m_seen->plan.id);
    const bool sameEvidence =
        now && (now->evidence == m_seen->evidence ||
                (now->evidence && m_seen->evidence && now->evidence->digest == m_seen->evidence->digest));
    if (!now) return "NO_SUCH_PLAN";
    if (now->revision != m_seen->revision) return "STALE_REVISION";
    if (now->plan.state != m_seen->plan.state) return "ILLEGAL_STATE";
    if (!sameEvidence) return "STALE_EVIDENCE";
    return now->approvals.size() == m_seen->approvals.size() ? "" : "STALE_REVISION";
}

void DecisionForm::follow() {
    if (m_sending) return;
    const std::string_view code = changedMeanwhile();
    if (code.empty()) return;
    m_stale = true;
    setComplete(false);
    failed(withDifferences(refusalText({std::string(code), {}, {}})));
}

// Of other evidence it is said what is different in it.
QString DecisionForm::withDifferences(const QString& refusal) const {
    constexpr qsizetype most = 4;
    const plan::PlanPtr now = m_desk.state()->plan(m_seen->plan.id);
    if (!now || !now->evidence || !m_seen->evidence || now->evidence->digest == m_seen->evidence->digest)
        return refusal;
    const QStringList all = differencesOf(*m_seen->evidence, *now->evidence);
    QStringList lines{refusal};
    lines << all.first(std::min(most, all.size()));
    if (all.size() > most) lines << tr("and %n more", nullptr, static_cast<int>(all.size() - most));
    return lines.join(u'\n');
}

void DecisionForm::refused(const Error& why) {
    m_sending = false;
    failed(withDifferences(refusalText(why)));
    if (why.code != "STALE_EVIDENCE" && changedMeanwhile().empty()) return;
    m_stale = true; // what is seen here is not what stands there
    setComplete(false);
}

void DecisionForm::done(const QString& text) {
    if (m_keep != nullptr && m_keep->isChecked() && !words().empty())
        Q_EMIT templateKept(m_group, QString::fromStdString(words()));
    Q_EMIT decided(text);
    accept();
}

// ---------------------------------------------------------------- approving

ApproveForm::ApproveForm(PlanDesk& desk, plan::PlanPtr plan, const QStringList& own, QWidget* parent)
    : DecisionForm("approveForm", desk, std::move(plan), parent)
    , m_consequences(
          consequencesOf(seen(), *desk.state(), desk.who(), desk.rules().priority, desk.rules().surroundings)) {
    addText([this] {
        return tr("Plan %1, revision %2. What this approval causes:").arg(idOf(seen())).arg(seen().revision);
    });
    auto* causes = new QLabel(consequenceLines(m_consequences).join(u'\n'), this);
    causes->setObjectName(QStringLiteral("consequences"));
    causes->setWordWrap(true);
    causes->setTextFormat(Qt::PlainText);
    addField(causes);
    addWords([] { return tr("&Conditions that the flight must keep to (may be empty)"); }, QStringLiteral("conditions"),
             conditionTemplates(), own);
    addText([this] {
        return tr("Seen: evidence %1… of %2")
            .arg(QString::fromStdString(seen().evidence ? seen().evidence->digest.substr(0, 12) : ""),
                 seen().evidence ? dayAndTimeText(seen().evidence->at) : models::unknownText());
    });
    finish([] { return tr("Approve a flight plan"); }, [] { return tr("I &approve it"); });
    judge();
}

void ApproveForm::judge() {
    setComplete(!stale() && !m_consequences.hindrance);
}

void ApproveForm::send() {
    sending();
    desk().ask<plan::ApprovalOutcome>(
        this,
        [this](const Result<plan::ApprovalOutcome>& outcome) {
            if (!outcome) return refused(outcome.error());
            done(outcome->state == plan::State::Approved
                     ? tr("Plan %1 is approved. Its pilot has been told.").arg(idOf(seen()))
                     : tr("Plan %1 has %2 of %3 approvals: it waits for a supervisor.")
                           .arg(idOf(seen()))
                           .arg(outcome->given)
                           .arg(outcome->needed));
        },
        [wanted = plan::ApprovePlan{seen().plan.id, seen().revision, seen().evidence ? seen().evidence->digest : "",
                                    words()}](plan::PlanService& service, people::Principal by,
                                              plan::Done<plan::ApprovalOutcome> answer) {
            service.approveFlightPlan(std::move(by), wanted, std::move(answer));
        });
}

// ---------------------------------------------------------------- refusing

QString RefuseForm::groupOf(Refusal how) {
    switch (how) {
    case Refusal::Return:
        return QStringLiteral("return");
    case Refusal::Reject:
        return QStringLiteral("reject");
    case Refusal::Revoke:
        return QStringLiteral("revoke");
    case Refusal::Withdraw:
        break;
    }
    return QStringLiteral("withdraw");
}

RefuseForm::RefuseForm(PlanDesk& desk, plan::PlanPtr plan, Refusal how, const QStringList& own, const QString& begun,
                       QWidget* parent)
    : DecisionForm("refuseForm", desk, std::move(plan), parent)
    , m_how(how) {
    addText([this] {
        const QString told = [this] {
            QStringList names;
            for (const std::string& user : concerned(seen()))
                names << QString::fromStdString(user);
            return names.join(QStringLiteral(", "));
        }();
        switch (m_how) {
        case Refusal::Return:
            return tr("Plan %1, revision %2, goes back for changes. Told, with the reason: %3.")
                .arg(idOf(seen()))
                .arg(seen().revision)
                .arg(told);
        case Refusal::Reject:
            return tr("Plan %1, revision %2, is rejected for good: nothing can be done with it any more. Told, with "
                      "the "
                      "reason: %3.")
                .arg(idOf(seen()))
                .arg(seen().revision)
                .arg(told);
        case Refusal::Revoke:
            return tr("The approval of plan %1 is taken back: it must not be flown, and its airspace is free again. "
                      "Told, with the reason: %2.")
                .arg(idOf(seen()), told);
        case Refusal::Withdraw:
            break;
        }
        return tr("Plan %1 is withdrawn: it will not be flown, and its airspace is free again.").arg(idOf(seen()));
    });
    const QStringList given = how == Refusal::Return   ? returnTemplates()
                              : how == Refusal::Reject ? rejectTemplates()
                              : how == Refusal::Revoke ? revokeTemplates()
                                                       : QStringList();
    addWords([how] { return how == Refusal::Withdraw ? tr("&Reason (may be empty)") : tr("&Reason"); }, groupOf(how),
             given, own);
    if (!begun.isEmpty()) findChild<TextField*>(QStringLiteral("words"))->setPlainText(begun);
    finish(
        [how] {
            switch (how) {
            case Refusal::Return:
                return tr("Return a flight plan");
            case Refusal::Reject:
                return tr("Reject a flight plan");
            case Refusal::Revoke:
                return tr("Revoke an approval");
            case Refusal::Withdraw:
                break;
            }
            return tr("Withdraw a flight plan");
        },
        [how] {
            switch (how) {
            case Refusal::Return:
                return tr("Re&turn it");
            case Refusal::Reject:
                return tr("Re&ject it");
            case Refusal::Revoke:
                return tr("Re&voke it");
            case Refusal::Withdraw:
                break;
            }
            return tr("&Withdraw it");
        });
    judge();
}

void RefuseForm::judge() {
    setComplete(!stale() && (m_how == Refusal::Withdraw || !words().empty()));
}

void RefuseForm::send() {
    sending();
    desk().ask<void>(
        this,
        [this](const Result<void>& answer) {
            if (!answer) return refused(answer.error());
            const QString plan = idOf(seen());
            done(m_how == Refusal::Return   ? tr("Plan %1 has been returned; those concerned have been told.").arg(plan)
                 : m_how == Refusal::Reject ? tr("Plan %1 has been rejected; those concerned have been told.").arg(plan)
                 : m_how == Refusal::Revoke ? tr("The approval of plan %1 has been revoked.").arg(plan)
                                            : tr("Plan %1 has been withdrawn.").arg(plan));
        },
        [how = m_how, wanted = plan::RefusePlan{seen().plan.id, seen().revision, words()}](
            plan::PlanService& service, people::Principal by, plan::Done<void> answer) {
            switch (how) {
            case Refusal::Return:
                return service.returnFlightPlan(std::move(by), wanted, std::move(answer));
            case Refusal::Reject:
                return service.rejectFlightPlan(std::move(by), wanted, std::move(answer));
            case Refusal::Revoke:
                return service.revoke(std::move(by), wanted.plan, wanted.reason, std::move(answer));
            case Refusal::Withdraw:
                return service.withdraw(std::move(by), wanted.plan, wanted.reason, std::move(answer));
            }
        });
}

} // namespace haneul::plans
