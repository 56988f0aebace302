#pragma once

#include "ui/access/admin_forms.h"
#include "ui/plans/consequences.h"
#include "ui/plans/plan_desk.h"

#include <QPlainTextEdit>

class QCheckBox;
class QComboBox;
class QLabel;

namespace haneul::plans {

// Several lines; Tab leaves it.
class TextField final : public QPlainTextEdit {
    Q_OBJECT

public:
    TextField(const char* name, int lines, QWidget* parent);
};

// What an approval would cause, a line each, the first signs in front of what is abnormal.
[[nodiscard]] QStringList consequenceLines(const Consequences& consequences);

// A decision about one plan as it was seen when the form opened: when the plan or its evidence changes meanwhile, the
// form says so and decides nothing any more.
class DecisionForm : public access::AdminForm {
    Q_OBJECT

public:
    DecisionForm(const char* name, PlanDesk& desk, plan::PlanPtr seen, QWidget* parent);

Q_SIGNALS:
    void decided(const QString& words);                           // what has been done
    void templateKept(const QString& group, const QString& text); // the person wants to have it again

protected:
    [[nodiscard]] PlanDesk& desk() const { return m_desk; }

    [[nodiscard]] const plan::PlanRecord& seen() const { return *m_seen; }

    // A field for several lines with the sentences that can be put into it, and a tick to keep what was typed. `own`:
    // sentences that were kept.
    void addWords(Words label, const QString& group, const QStringList& given, const QStringList& own);
    [[nodiscard]] std::string words() const;

    [[nodiscard]] bool stale() const { return m_stale; }

    virtual void judge() = 0; // whether it can be sent
    void sending();           // the state that this decision makes is not somebody else's
    void refused(const Error& why);
    void done(const QString& text);

private:
    void follow(); // the plan has another state now
    [[nodiscard]] std::string_view changedMeanwhile() const;
    [[nodiscard]] QString withDifferences(const QString& refusal) const;

    PlanDesk& m_desk;
    plan::PlanPtr m_seen;
    bool m_stale = false;
    bool m_sending = false;
    QString m_group;
    TextField* m_text = nullptr;
    QComboBox* m_templates = nullptr;
    QCheckBox* m_keep = nullptr;
};

// What it would cause, the conditions, and the click.
class ApproveForm final : public DecisionForm {
    Q_OBJECT

public:
    ApproveForm(PlanDesk& desk, plan::PlanPtr seen, const QStringList& own, QWidget* parent);

protected:
    void send() override;
    void judge() override;

private:
    Consequences m_consequences;
};

enum class Refusal { Return, Reject, Revoke, Withdraw };

// Return, reject, revoke or withdraw, with the reason that goes to the pilot.
class RefuseForm final : public DecisionForm {
    Q_OBJECT

public:
    // `begun`: what the reason begins with.
    RefuseForm(PlanDesk& desk, plan::PlanPtr seen, Refusal how, const QStringList& own, const QString& begun,
               QWidget* parent);

    [[nodiscard]] static QString groupOf(Refusal how); // of its templates

protected:
    void send() override;
    void judge() override;

private:
    Refusal m_how;
};

} // namespace haneul::plans
