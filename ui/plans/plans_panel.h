#pragma once

#include "server/situation/situation.h"
#include "ui/access/record_table.h"
#include "ui/logbook/decision_source.h"
#include "ui/orders/list_filter.h"
#include "ui/orders/list_view.h"
#include "ui/plans/conflicts_view.h"
#include "ui/plans/consequences.h"
#include "ui/plans/decision_forms.h"
#include "ui/plans/evidence_model.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/queue_model.h"
#include "ui/plans/route_tool.h"
#include "ui/plans/side_view.h"
#include "ui/plans/words.h"

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace haneul::clock {
class Clock;
}

namespace haneul::plans {

// The approval desk: what waits, by its deadline, priority or checks; of the chosen plan all evidence, what it meets,
// what has changed since the version before, its way through heights and time, its history; what an approval would
// cause, said before the click; and the decisions.
class PlansPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    PlansPanel(PlanDesk& desk, const clock::Clock& clock, logbook::DecisionSource log, const theme::Theme& theme,
               QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSituation(const situation::SituationPtr& situation, UtcMs time); // counts down once a minute

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    // What the keys do. Without a chosen plan, or a right: it is said why not.
    void focusFilter();
    void focusQueue();
    void nextPlan();
    void previousPlan();
    void approve();
    void giveBack();
    void reject();
    void revoke();
    void withdraw();
    void searchProposals();
    void useProposal();
    void makeSheet(); // asks for a file
    void showOnMap();
    void showIn3d();
    void showInDiagram();
    void nextView(); // evidence, conflicts, changes, ...
    void newPlan();
    void newPlanFrom(const plan::FlightPlan& plan); // a form that is filled in so
    void editPlan();
    void planOfMission();
    void submitPlan();
    void activateFlight();
    void endFlight();

    // What the form of plans offers.
    void setKnownNames(KnownNamesSource source) { m_known = std::move(source); }

    // The mission that people point at, for its plan.
    void setMission(std::function<QString()> source) { m_mission = std::move(source); }

    [[nodiscard]] RouteTool& tool() { return m_tool; }

    // Writes the sheet of the chosen plan; `done` on this thread.
    void writeSheet(const QString& path, std::function<void(Result<void>)> done);

Q_SIGNALS:
    void mapWanted(const haneul::plan::PlanPtr& plan); // look at all of it
    void sceneWanted(const haneul::plan::PlanPtr& plan);
    void diagramWanted(const haneul::plan::PlanPtr& plan);
    void drawingChanged(bool draws); // with the tool, on the map
    void actionWanted(const QString& action);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Which { ForMe, Waiting, Standing, Own, Everything, WhichCount };

    static constexpr qsizetype mostTemplates = 20; // of all groups, the oldest go

    // plans_panel_widgets.cpp
    void build();
    void buildQueue();
    void connectAll();
    [[nodiscard]] QWidget* details();
    void buildLists();
    [[nodiscard]] QLayout* buttons();
    void word();
    void arrange(); // to the room that there is
    void pinSide(bool pinned);

    void follow(); // the state
    void narrow();
    void choose(const QString& plan);
    void showChosen();
    void lookAgain(); // what the approver sees is what the checks say now
    void showHistory();
    void take(const Result<std::vector<plan::PlanStep>>& steps);
    void allow();
    void say(const QString& text, bool trouble);
    void step(int by);
    [[nodiscard]] bool belongs(const plan::PlanRecord& plan) const; // to what is listed
    [[nodiscard]] plan::PlanPtr chosen() const;                     // null: none
    [[nodiscard]] plan::PlanPtr chosenOrSay();
    [[nodiscard]] bool isOwn(const plan::PlanRecord& plan) const;
    void refuse(Refusal how, const QString& begun = {});
    void open(DecisionForm* form);
    void openEditor(const plan::FlightPlan& plan, std::uint64_t basedOn);
    void draw(PlanEditor* editor);
    void endDrawing(bool taken);
    [[nodiscard]] QStringList ownTemplates(const QString& group) const;

    PlanDesk& m_desk;
    const clock::Clock& m_clock;
    logbook::DecisionSource m_log;
    theme::Theme m_theme;
    QueueModel m_model;
    orders::ListFilter m_filter;
    EvidenceModel m_evidence;
    access::RecordTable<Difference> m_changes;
    access::RecordTable<FieldText> m_fields;
    access::RecordTable<plan::PlanStep> m_steps;
    QLineEdit* m_words;
    QComboBox* m_which;
    QLabel* m_summary;
    orders::ListView* m_list;
    QSplitter* m_halves;
    QLabel* m_heading;
    QTabWidget* m_views;
    QCheckBox* m_onlyOpen;
    orders::ListView* m_evidenceList;
    ConflictsView* m_conflicts;
    orders::ListView* m_changeList;
    QLabel* m_changeText;
    SideView* m_side;
    orders::ListView* m_fieldList;
    orders::ListView* m_stepList;
    QVBoxLayout* m_detailColumn = nullptr;
    QLabel* m_causesTitle;
    QLabel* m_causes;
    QLabel* m_message;
    QPushButton* m_approve;
    QPushButton* m_return;
    QPushButton* m_reject;
    QPushButton* m_revoke;
    QPushButton* m_sheet;
    QPushButton* m_map;
    QPushButton* m_scene;
    QPushButton* m_diagram;
    QPushButton* m_new;
    QPushButton* m_edit;
    QPushButton* m_begin;

    plan::PlanPtr m_shown; // null: none
    std::vector<plan::PlanStep> m_history;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
    std::int64_t m_shownMinute = -1;
    KnownNamesSource m_known;
    std::function<QString()> m_mission;
    RouteTool m_tool;
    QPointer<PlanEditor> m_drawing; // hidden while the way is drawn
    QStringList m_templates;        // "group\ttext"
    bool m_arranged = false;
    bool m_pinned = false; // heights and times stand below the views, not behind one of their tabs
};

} // namespace haneul::plans
