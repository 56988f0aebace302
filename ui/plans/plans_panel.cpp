#include "ui/plans/plans_panel.h"

#include "server/clock/clock.h"
#include "ui/models/words.h"
#include "ui/orders/synced_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>
#include <chrono>
#include <utility>

namespace haneul::plans {

namespace {

constexpr QLatin1StringView halvesKey("halves");
constexpr QLatin1StringView whichKey("which");
constexpr QLatin1StringView viewKey("view");
constexpr QLatin1StringView templatesKey("templates");

std::int64_t minuteOf(UtcMs time) {
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

QString whoText(const plan::PlanStep& step) {
    return step.role.empty()
               ? QString::fromStdString(step.user)
               : QStringLiteral("%1 (%2)").arg(QString::fromStdString(step.user), QString::fromStdString(step.role));
}

QString statesText(const plan::PlanStep& step) {
    if (step.before && *step.before != step.after)
        return QStringLiteral("%1 → %2").arg(stateText(*step.before), stateText(step.after));
    return stateText(step.after);
}

QString changedFields(const plan::PlanStep& step) {
    if (step.step == "CREATED") return {};
    QStringList fields;
    for (const plan::FieldChange& change : step.changes)
        fields << memberText(change.field);
    return fields.join(QStringLiteral(", "));
}

} // namespace

PlansPanel::PlansPanel(PlanDesk& desk, const clock::Clock& clock, logbook::DecisionSource log,
                       const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_log(std::move(log))
    , m_theme(theme)
    , m_filter(m_model, this)
    , m_changes({{[] { return tr("Field"); }, [](const Difference& row) { return row.field; }},
                 {[] { return tr("Before"); }, [](const Difference& row) { return row.before; }},
                 {[] { return tr("After"); }, [](const Difference& row) { return row.after; }}},
                this)
    , m_fields({{[] { return tr("Field"); }, [](const FieldText& row) { return row.field; }},
                {[] { return tr("As it is"); }, [](const FieldText& row) { return row.text; }}},
               this)
    , m_steps({{[] { return tr("When (UTC)"); }, [](const plan::PlanStep& row) { return dayAndTimeText(row.at); }},
               {[] { return tr("Step"); }, [](const plan::PlanStep& row) { return stepText(row.step); }},
               {[] { return tr("Who"); }, whoText},
               {[] { return tr("Revision"); }, [](const plan::PlanStep& row) { return QString::number(row.revision); }},
               {[] { return tr("State"); }, statesText},
               {[] { return tr("Note"); },
                [](const plan::PlanStep& row) {
                    const QString note = QString::fromStdString(row.note).simplified();
                    return note.isEmpty() ? changedFields(row) : note;
                }}},
              this)
    , m_words(new QLineEdit(this))
    , m_which(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_list(new orders::ListView("planQueue", m_filter, theme, this))
    , m_halves(new QSplitter(this))
    , m_heading(new QLabel(this))
    , m_views(new QTabWidget(this))
    , m_onlyOpen(new QCheckBox(this))
    , m_evidenceList(new orders::ListView("planEvidence", m_evidence, theme, this))
    , m_conflicts(new ConflictsView(desk, theme, this))
    , m_changeList(new orders::ListView("planChanges", m_changes, theme, this))
    , m_changeText(new QLabel(this))
    , m_side(new SideView(theme, this))
    , m_fieldList(new orders::ListView("planFields", m_fields, theme, this))
    , m_stepList(new orders::ListView("planSteps", m_steps, theme, this))
    , m_causesTitle(new QLabel(this))
    , m_causes(new QLabel(this))
    , m_message(new QLabel(this))
    , m_approve(button("approvePlan", this))
    , m_return(button("returnPlan", this))
    , m_reject(button("rejectPlan", this))
    , m_revoke(button("revokePlan", this))
    , m_sheet(button("decisionSheet", this))
    , m_map(button("planOnMap", this))
    , m_scene(button("planIn3d", this))
    , m_diagram(button("planInDiagram", this))
    , m_new(button("newPlan", this))
    , m_edit(button("editPlan", this))
    , m_begin(button("beginOrEnd", this)) {
    setObjectName(QStringLiteral("plansPanel"));
    build();
    word();
    follow();
    connect(&desk, &PlanDesk::stateChanged, this, &PlansPanel::follow);
    connect(&desk, &PlanDesk::planChosen, this, [this] {
        say({}, false);
        showChosen();
        lookAgain();
    });
}

// ---------------------------------------------------------------- the queue

bool PlansPanel::isOwn(const plan::PlanRecord& plan) const {
    const auto who = m_desk.who();
    return who && (plan.authors.contains(who->user) || (!plan.pilotUser.empty() && plan.pilotUser == who->user));
}

bool PlansPanel::belongs(const plan::PlanRecord& plan) const {
    const bool waits = plan.plan.state == plan::State::PendingApproval;
    switch (m_which->currentIndex()) {
    case ForMe:
        return waits && mayDecide(plan, m_desk.who(), true).has_value();
    case Waiting:
        return waits;
    case Standing:
        return plan::holdsAirspace(plan.plan.state);
    case Own:
        return isOwn(plan);
    default:
        return true;
    }
}

void PlansPanel::follow() {
    m_shownMinute = minuteOf(m_clock.now());
    std::vector<plan::PlanPtr> listed;
    for (const plan::PlanPtr& plan : m_desk.state()->plans)
        if (belongs(*plan)) listed.push_back(plan);
    m_list->whileChanging([&] { m_model.setPlans(listed, m_clock.now()); });
    narrow();
    showChosen();
}

void PlansPanel::narrow() {
    m_list->whileChanging([this] { m_filter.setWords(m_words->text()); });
    const int row = m_model.rowOf(m_desk.chosen());
    m_list->choose(QString::fromStdString(m_desk.chosen()),
                   row < 0 ? -1 : m_filter.mapFromSource(m_model.index(row, 0)).row());
    const auto waiting = std::ranges::count_if(
        m_desk.state()->plans, [](const auto& plan) { return plan->plan.state == plan::State::PendingApproval; });
    m_summary->setText(m_desk.available() ? tr("%1 shown, %n waiting for approval. J and K: next and previous.",
                                               nullptr, static_cast<int>(waiting))
                                                .arg(m_filter.rowCount())
                                          : refusalText({"NO_PLANS", {}, {}}));
}

void PlansPanel::choose(const QString& plan) {
    if (!plan.isEmpty()) m_desk.choose(plan.toStdString());
}

void PlansPanel::step(int by) {
    const int rows = m_filter.rowCount();
    if (rows == 0) return;
    const QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    const int row = chosen.isEmpty() ? (by > 0 ? 0 : rows - 1) : std::clamp(chosen.front().row() + by, 0, rows - 1);
    m_list->selectRow(row);
}

void PlansPanel::nextPlan() {
    step(1);
}

void PlansPanel::previousPlan() {
    step(-1);
}

bool PlansPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_J || key->key() == Qt::Key_K)) {
            step(key->key() == Qt::Key_J ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------- the chosen plan

plan::PlanPtr PlansPanel::chosen() const {
    return m_desk.state()->plan(m_desk.chosen());
}

plan::PlanPtr PlansPanel::chosenOrSay() {
    plan::PlanPtr plan = chosen();
    if (!plan) say(tr("Choose a plan in the list or on the map."), true);
    return plan;
}

void PlansPanel::showChosen() {
    const int row = m_model.rowOf(m_desk.chosen());
    m_list->choose(QString::fromStdString(m_desk.chosen()),
                   row < 0 ? -1 : m_filter.mapFromSource(m_model.index(row, 0)).row());
    const plan::PlanPtr plan = chosen();
    const bool same = plan == m_shown && plan;
    const bool otherWay = !plan || !m_shown || plan->sequence != m_shown->sequence || plan->plan.id != m_shown->plan.id;
    m_shown = plan;
    const Consequences causes = plan ? consequencesOf(*plan, *m_desk.state(), m_desk.who(), m_desk.rules().priority,
                                                      m_desk.rules().surroundings)
                                     : Consequences{};
    if (!plan) {
        m_heading->setText(m_desk.available() ? tr("Choose a plan.") : refusalText({"NO_PLANS", {}, {}}));
        m_causes->clear();
    } else {
        QString heading =
            tr("%1 · %2 · revision %3 · %4 · drone %5 · %6–%7")
                .arg(idOf(*plan), stateText(plan->plan.state))
                .arg(plan->revision)
                .arg(QString::fromStdString(plan->plan.operator_id), QString::fromStdString(plan->plan.drone_id),
                     dayAndTimeText(plan->plan.start), models::utcTime(plan->plan.end));
        if (!plan->reason.empty()) heading += tr("\nReason: %1").arg(QString::fromStdString(plan->reason));
        if (!plan->conditions().empty())
            heading += tr("\nConditions: %1")
                           .arg(QString::fromStdString(plan->conditions()).replace(u'\n', QStringLiteral("; ")));
        m_heading->setText(heading);
        const bool waits = plan->plan.state == plan::State::PendingApproval;
        m_causes->setText(waits ? consequenceLines(causes).join(u'\n')
                                : tr("It does not wait for approval: %1.").arg(stateText(plan->plan.state)));
    }
    if (!same) {
        m_evidence.setEvidence(plan ? plan->evidence : nullptr);
        m_fields.setRecords(plan ? fieldsOf(plan->plan) : std::vector<FieldText>{});
    }
    m_conflicts->setPlan(plan, causes);
    m_side->setPlan(plan, *m_desk.state(), m_clock.now());
    if (otherWay) showHistory();
    allow();
}

// The hours of a drone grow and zones change while a plan waits: without this the approver would be told only when he
// has decided. Nobody waits for it; what is another one then is shown as any other change.
void PlansPanel::lookAgain() {
    if (!isVisible() || !m_shown || m_shown->plan.state != plan::State::PendingApproval) return;
    if (!mayDecide(*m_shown, m_desk.who(), true)) return;
    m_desk.ask<void>(
        this, [](const Result<void>&) {},
        [id = m_shown->plan.id](plan::PlanService& service, people::Principal by, plan::Done<void> done) {
            service.lookAgain(std::move(by), id, std::move(done));
        });
}

void PlansPanel::showHistory() {
    m_history.clear();
    m_steps.setRecords({});
    m_changes.setRecords({});
    m_changeText->clear();
    ++m_question;
    if (!m_shown) return;
    m_desk.ask<std::vector<plan::PlanStep>>(
        this,
        [this, question = m_question](const Result<std::vector<plan::PlanStep>>& steps) {
            if (question == m_question) take(steps);
        },
        [id = m_shown->plan.id](plan::PlanService& service, people::Principal by,
                                plan::Done<std::vector<plan::PlanStep>> done) {
            service.history(std::move(by), id, std::move(done));
        });
}

void PlansPanel::take(const Result<std::vector<plan::PlanStep>>& steps) {
    if (!steps) {
        m_changeText->setText(refusalText(steps.error()));
        return;
    }
    m_history = *steps;
    m_steps.setRecords(m_history);
    std::vector<Difference> differences;
    if (m_shown->revision > 1)
        for (const plan::PlanStep& step : m_history)
            if (step.revision == m_shown->revision && step.step == "CHANGED") {
                for (const plan::FieldChange& change : step.changes)
                    std::ranges::move(differencesOf(change), std::back_inserter(differences));
                m_changeText->setText(tr("Revision %1 against revision %2, changed by %3 at %4:")
                                          .arg(step.revision)
                                          .arg(step.revision - 1)
                                          .arg(QString::fromStdString(step.user), dayAndTimeText(step.at)));
            }
    if (m_shown->revision <= 1)
        m_changeText->setText(tr("This is the first version: there is nothing to compare with."));
    m_changes.setRecords(std::move(differences));
}

void PlansPanel::allow() {
    const plan::PlanPtr plan = m_shown;
    const bool waits = plan && plan->plan.state == plan::State::PendingApproval;
    const auto mayRefuse = plan ? mayDecide(*plan, m_desk.who(), false) : Result<void>(fail("NO_SUCH_PLAN", ""));
    const auto set = [](QPushButton* each, bool enabled, const QString& why) {
        if (each->isEnabled() != enabled) each->setEnabled(enabled);
        if (each->toolTip() != why) each->setToolTip(why);
    };
    const QString why = mayRefuse ? QString() : refusalText(mayRefuse.error());
    const auto mayApprove = plan ? mayDecide(*plan, m_desk.who(), true) : mayRefuse;
    set(m_approve, waits && mayApprove.has_value(), mayApprove ? QString() : refusalText(mayApprove.error()));
    set(m_return, waits && mayRefuse.has_value(), why);
    set(m_reject, waits && mayRefuse.has_value(), why);
    set(m_revoke, plan && plan::after(plan->plan.state, plan::Action::Revoke) && m_desk.may("plan.approve"), {});
    set(m_new, m_desk.available() && m_desk.may("plan.submit"), {});
    set(m_edit, plan && m_desk.may("plan.submit") && plan::after(plan->plan.state, plan::Action::Edit), {});
    const bool flies = plan && plan::inFlight(plan->plan.state);
    const QString begin = flies ? tr("End the flight") : tr("Begin the flight");
    if (m_begin->text() != begin) m_begin->setText(begin);
    set(m_begin, plan && m_desk.may("plan.operate") && (flies || plan->plan.state == plan::State::Approved), {});
    set(m_sheet, plan != nullptr, {});
    for (QPushButton* look : {m_map, m_scene, m_diagram})
        set(look, plan != nullptr, {});
}

void PlansPanel::say(const QString& text, bool trouble) {
    m_message->setText(trouble ? QString(QStringLiteral("▲ ") % text) : text);
    m_message->setVisible(!text.isEmpty());
}

// ---------------------------------------------------------------- the dock

void PlansPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    for (orders::ListView* list : {m_list, m_evidenceList, m_changeList, m_fieldList, m_stepList})
        list->setTheme(theme);
    m_conflicts->setTheme(theme);
    m_side->setTheme(theme);
}

void PlansPanel::setSituation(const situation::SituationPtr&, UtcMs) {
    if (!isVisible()) return;
    if (minuteOf(m_clock.now()) != m_shownMinute)
        follow();
    else
        allow(); // somebody else may sit here now
}

QJsonObject PlansPanel::state() const {
    return {{halvesKey, QString::fromLatin1(m_halves->saveState().toBase64())},
            {whichKey, m_which->currentIndex()},
            {viewKey, m_views->currentIndex()},
            {templatesKey, QJsonArray::fromStringList(m_templates)}};
}

void PlansPanel::restore(const QJsonObject& state) {
    (void)m_halves->restoreState(QByteArray::fromBase64(state.value(halvesKey).toString().toLatin1()));
    m_which->setCurrentIndex(std::clamp(state.value(whichKey).toInt(m_which->currentIndex()), 0, WhichCount - 1));
    m_views->setCurrentIndex(std::clamp(state.value(viewKey).toInt(m_views->currentIndex()), 0, m_views->count() - 1));
    if (state.contains(templatesKey)) {
        m_templates.clear();
        for (const QJsonValue& kept : state.value(templatesKey).toArray())
            if (kept.toString().contains(u'\t') && m_templates.size() < mostTemplates) m_templates << kept.toString();
    }
}

void PlansPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_model.retranslate();
    m_evidence.retranslate();
    m_changes.retranslate();
    m_steps.retranslate();
    m_shown.reset();
    narrow();
    showChosen();
}

void PlansPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PlansPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
    lookAgain();
}

} // namespace haneul::plans
