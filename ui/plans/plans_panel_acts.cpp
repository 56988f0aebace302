// What the keys of the approval desk do: decide, look, write and fly.

#include "server/clock/clock.h"
#include "ui/models/whole_file.h"
#include "ui/plans/decision_sheet.h"
#include "ui/plans/mission_plan_form.h"
#include "ui/plans/plans_panel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTabWidget>

#include <utility>

namespace haneul::plans {

// ---------------------------------------------------------------- what the keys do

void PlansPanel::focusFilter() {
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void PlansPanel::focusQueue() {
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!chosen()) step(1);
}

QStringList PlansPanel::ownTemplates(const QString& group) const {
    QStringList own;
    for (const QString& kept : m_templates)
        if (kept.startsWith(QString(group % u'\t'))) own << kept.mid(group.size() + 1);
    return own;
}

void PlansPanel::open(DecisionForm* form) {
    connect(form, &DecisionForm::decided, this, [this](const QString& text) {
        say(text, false);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(form, &DecisionForm::templateKept, this, [this](const QString& group, const QString& text) {
        const QString kept = QString(group % u'\t' % text);
        m_templates.removeAll(kept);
        m_templates.append(kept);
        while (m_templates.size() > mostTemplates)
            m_templates.removeFirst();
    });
    form->open();
}

void PlansPanel::approve() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    if (auto may = mayDecide(*plan, m_desk.who(), true); !may) return say(refusalText(may.error()), true);
    if (auto next = plan::apply(plan->plan.state, plan::Action::Approve); !next)
        return say(tr("%1 does not wait for approval: %2.").arg(idOf(*plan), stateText(plan->plan.state)), true);
    open(new ApproveForm(m_desk, plan, ownTemplates(QStringLiteral("conditions")), this));
}

void PlansPanel::refuse(Refusal how, const QString& begun) {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    const plan::Action action = how == Refusal::Return   ? plan::Action::Return
                                : how == Refusal::Reject ? plan::Action::Reject
                                : how == Refusal::Revoke ? plan::Action::Revoke
                                                         : plan::Action::Withdraw;
    if (how == Refusal::Return || how == Refusal::Reject)
        if (auto may = mayDecide(*plan, m_desk.who(), false); !may) return say(refusalText(may.error()), true);
    if (how == Refusal::Revoke && !m_desk.may("plan.approve"))
        return say(refusalText({"FORBIDDEN", {}, "plan.approve"}), true);
    if (how == Refusal::Withdraw && !m_desk.may("plan.submit"))
        return say(refusalText({"FORBIDDEN", {}, "plan.submit"}), true);
    if (auto next = plan::apply(plan->plan.state, action); !next)
        return say(tr("That cannot be done with %1 now: %2.").arg(idOf(*plan), stateText(plan->plan.state)), true);
    open(new RefuseForm(m_desk, plan, how, ownTemplates(RefuseForm::groupOf(how)), begun, this));
}

void PlansPanel::giveBack() {
    refuse(Refusal::Return);
}

void PlansPanel::reject() {
    refuse(Refusal::Reject);
}

void PlansPanel::revoke() {
    refuse(Refusal::Revoke);
}

void PlansPanel::withdraw() {
    refuse(Refusal::Withdraw);
}

void PlansPanel::searchProposals() {
    if (!chosenOrSay()) return;
    m_views->setCurrentWidget(m_conflicts);
    m_conflicts->search();
}

void PlansPanel::useProposal() {
    if (chosenOrSay()) m_conflicts->useProposal();
}

void PlansPanel::makeSheet() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the decision sheet"),
                                                      tr("decision-%1.pdf").arg(idOf(*plan)), tr("PDF (*.pdf)"));
    if (path.isEmpty()) return;
    writeSheet(path, [this, path](const Result<void>& written) {
        if (written)
            say(tr("The sheet is in %1.").arg(path), false);
        else
            say(tr("The sheet could not be written: %1").arg(QString::fromStdString(written.error().message)), true);
    });
}

// History, then the entry of the log with the decision, then paper: each may have to be waited for.
void PlansPanel::writeSheet(const QString& path, std::function<void(Result<void>)> done) {
    const plan::PlanPtr plan = chosen();
    if (!plan) return done(fail("NO_SUCH_PLAN", "no plan is chosen"));
    auto job = std::make_shared<SheetJob>();
    job->plan = plan;
    job->others = m_desk.state();
    job->made = m_clock.now();
    job->family = font().family();
    if (const auto who = m_desk.who())
        job->madeBy = QString::fromStdString(who->displayName.empty() ? who->user : who->displayName);
    const auto paint = [job, path, done] {
        const auto pdf = sheetPdf(*job);
        if (!pdf) return done(std::unexpected(pdf.error()));
        const QString trouble = models::writeWhole(path, *pdf);
        if (!trouble.isEmpty()) return done(fail("EXPORT_FAILED", trouble.toStdString(), path.toStdString()));
        done({});
    };
    const auto read = [job, paint, log = m_log, context = QPointer(this)](std::uint64_t sequence) {
        log.read({.text = {}, .type = QStringLiteral("plan."), .user = {}}, sequence + 1, 1,
                 [job, paint, sequence, context](const Result<logbook::DecisionPage>& page) {
                     if (!context) return;
                     if (page && !page->entries.empty() && page->entries.front().sequence == sequence)
                         job->entry = page->entries.front();
                     paint();
                 });
    };
    m_desk.ask<std::vector<plan::PlanStep>>(
        this,
        [job, paint, read, done](const Result<std::vector<plan::PlanStep>>& steps) {
            if (!steps) return done(std::unexpected(steps.error()));
            job->steps = *steps;
            const plan::PlanStep* const decision = decisionOf(job->steps);
            decision == nullptr ? paint() : read(decision->sequence);
        },
        [id = plan->plan.id](plan::PlanService& service, people::Principal by,
                             plan::Done<std::vector<plan::PlanStep>> answer) {
            service.history(std::move(by), id, std::move(answer));
        });
}

void PlansPanel::showOnMap() {
    if (const plan::PlanPtr plan = chosenOrSay()) Q_EMIT mapWanted(plan);
}

void PlansPanel::showIn3d() {
    if (const plan::PlanPtr plan = chosenOrSay()) Q_EMIT sceneWanted(plan);
}

void PlansPanel::showInDiagram() {
    if (const plan::PlanPtr plan = chosenOrSay()) Q_EMIT diagramWanted(plan);
}

void PlansPanel::nextView() {
    m_views->setCurrentIndex((m_views->currentIndex() + 1) % m_views->count());
}

// ---------------------------------------------------------------- writing and flying

void PlansPanel::openEditor(const plan::FlightPlan& plan, std::uint64_t basedOn) {
    auto* editor = new PlanEditor(m_desk, m_clock, m_theme, m_known, plan, basedOn, this);
    connect(editor, &PlanEditor::drawWanted, this, [this, editor] { draw(editor); });
    connect(editor, &PlanEditor::kept, this, [this](const QString& id, const QString& words) {
        if (const auto kept = m_desk.state()->plan(id.toStdString()); kept && !belongs(*kept))
            m_which->setCurrentIndex(Own);
        m_desk.choose(id.toStdString());
        say(words, false);
    });
    connect(editor, &PlanEditor::actionWanted, this, &PlansPanel::actionWanted);
    editor->show();
}

void PlansPanel::draw(PlanEditor* editor) {
    m_drawing = editor;
    m_tool.begin(editor->places());
    editor->hide();
    Q_EMIT drawingChanged(true);
}

void PlansPanel::endDrawing(bool taken) {
    const auto places = m_tool.places();
    m_tool.begin({});
    Q_EMIT drawingChanged(false);
    if (!m_drawing) return;
    if (taken) m_drawing->setPlaces(places);
    m_drawing->show();
    m_drawing->activateWindow();
    m_drawing.clear();
}

void PlansPanel::newPlan() {
    if (!m_desk.may("plan.submit")) return say(refusalText({"FORBIDDEN", {}, "plan.submit"}), true);
    openEditor(plan::presetPlan(plan::profiles().front()), 0);
}

void PlansPanel::newPlanFrom(const plan::FlightPlan& plan) {
    if (!m_desk.may("plan.submit")) return say(refusalText({"FORBIDDEN", {}, "plan.submit"}), true);
    openEditor(plan, 0);
}

void PlansPanel::editPlan() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    if (!m_desk.may("plan.submit")) return say(refusalText({"FORBIDDEN", {}, "plan.submit"}), true);
    if (!plan::after(plan->plan.state, plan::Action::Edit))
        return say(tr("That cannot be done with %1 now: %2.").arg(idOf(*plan), stateText(plan->plan.state)), true);
    openEditor(plan->plan, plan->revision);
}

void PlansPanel::planOfMission() {
    if (!m_desk.may("plan.submit")) return say(refusalText({"FORBIDDEN", {}, "plan.submit"}), true);
    auto* form =
        new MissionPlanForm(m_desk, m_known ? m_known() : KnownNames{}, m_mission ? m_mission() : QString(), this);
    connect(form, &MissionPlanForm::made, this, [this](const QString& plan) {
        m_which->setCurrentIndex(Own);
        m_desk.choose(plan.toStdString());
        say(tr("Plan %1 is a draft of the mission. Look at it, then submit it.").arg(plan), false);
    });
    form->open();
}

void PlansPanel::submitPlan() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    m_desk.ask<plan::Submission>(
        this,
        [this, id = idOf(*plan)](const Result<plan::Submission>& done) {
            if (!done) return say(refusalText(done.error()), true);
            const bool waits = done->state == plan::State::PendingApproval;
            say(waits ? tr("Plan %1 waits for approval.").arg(id)
                      : tr("Plan %1 was returned: look at its checks.").arg(id),
                !waits);
        },
        [id = plan->plan.id, revision = plan->revision](plan::PlanService& service, people::Principal by,
                                                        plan::Done<plan::Submission> done) {
            service.submitFlightPlan(std::move(by), id, revision, std::move(done));
        });
}

void PlansPanel::activateFlight() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    m_desk.ask<void>(
        this,
        [this, id = idOf(*plan)](const Result<void>& done) {
            say(done ? tr("The flight of %1 has begun.").arg(id) : refusalText(done.error()), !done);
        },
        [id = plan->plan.id](plan::PlanService& service, people::Principal by, plan::Done<void> done) {
            service.activate(std::move(by), id, std::move(done));
        });
}

void PlansPanel::endFlight() {
    const plan::PlanPtr plan = chosenOrSay();
    if (!plan) return;
    m_desk.ask<void>(
        this,
        [this, id = idOf(*plan)](const Result<void>& done) {
            say(done ? tr("The flight of %1 has ended.").arg(id) : refusalText(done.error()), !done);
        },
        [id = plan->plan.id](plan::PlanService& service, people::Principal by, plan::Done<void> done) {
            service.end(std::move(by), id, {}, std::move(done));
        });
}

} // namespace haneul::plans
