#pragma once

#include "server/clock/clock.h"
#include "ui/access/record_table.h"
#include "ui/map/network_shapes.h"
#include "ui/map/plan_shapes.h"
#include "ui/plans/route_tool.h"
#include "ui/risk_path/path_desk.h"
#include "ui/study_store/compare_row.h"
#include "ui/study_store/study_desk.h"
#include "ui/theme/theme.h"

#include "core/plan/flight_plan.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTableView;
class QTabWidget;

namespace haneul::study_store {
class StudyKeeper;
}

namespace haneul::profile {
class ChartView;
}

namespace haneul::risk_path {

class PathForm;

// One line of the list: a path that was found, or one that was not.
struct PathRow {
    path::PathKind kind = path::PathKind::Shortest;
    int path = -1; // number in the answer; -1: none
    QString answer, length, time, energy, risk, legs, notes;
};

// The path page of the risk studio: up to three paths between places with their costs beside each other, on the map, as
// heights and against each other; why one is not allowed; the chosen one as the route of a flight plan. Studies are
// kept, opened as they were found, compared and exported (R-UI-10).
class PathPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    PathPanel(PathDesk& desk, study_store::StudyDesk& studies, const clock::Clock& clock, const theme::Theme& theme,
              QWidget* parent);
    ~PathPanel() override;

    void setTheme(const theme::Theme& theme);

    void search(); // once more while it runs: it is stopped
    void pick();   // places on the map
    void check();  // the chosen path, or what is typed
    void usePath();
    void showOnMap();
    void showIn3d();
    void save();                                                 // the answer, with what was asked; asks for a name
    void openStudies();                                          // asks which
    void exportPdf();                                            // asks for a file
    [[nodiscard]] Result<void> write(const QString& path) const; // codes of reportPdf and writeWhole
    void clear(); // the answer goes, from the maps and the 3D views too; what was asked stays

    // By which heights above the ground are turned into those of a 3D view; without it they are assumed.
    void setSurroundings(geo::Surroundings surroundings) { m_surroundings = std::move(surroundings); }

    void tell(const QString& trouble) { say(trouble, true); } // beside the answer

    [[nodiscard]] plans::RouteTool& tool() { return m_tool; }

    [[nodiscard]] const paths::AnswerPtr& answer() const { return m_answer; }

    [[nodiscard]] PathForm& form() { return *m_form; }

    // The chosen path as a draft; nullopt: none is chosen.
    [[nodiscard]] std::optional<plan::FlightPlan> draft() const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    // For the maps, and with heights for the 3D views.
    void shapesChanged(const haneul::map::NetworkShapesPtr& shapes, const std::vector<haneul::map::PathShape>& solids);
    void drawingChanged(bool draws);                                  // with the tool, on the map
    void mapWanted(const std::vector<haneul::geo::LatLon>& places);   // look at all of them
    void sceneWanted(const std::vector<haneul::geo::LatLon>& places); // the same in 3D
    void planWanted(const haneul::plan::FlightPlan& plan);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();
    void take(const paths::AnswerPtr& answer, UtcMs found);
    void showAnswer(const paths::AnswerPtr& answer, UtcMs found);
    void load(const study_store::SavedStudy& study);
    void compareWith(const study_store::SavedStudy& study);
    void showComparison();
    void takeCheck(const CheckAnswerPtr& answer);
    void showRows();
    void showChosen();
    void halfWay();
    void say(const QString& text, bool trouble);
    void follow();                    // which buttons can be used
    [[nodiscard]] int chosen() const; // number in the answer; -1: none
    [[nodiscard]] std::vector<geo::LatLon> chosenPlaces() const;

    PathDesk& m_desk;
    study_store::StudyDesk& m_studies;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    plans::RouteTool m_tool;
    geo::Surroundings m_surroundings;
    paths::AnswerPtr m_answer;
    UtcMs m_found{};     // when the answer was found
    bool m_kept = false; // it is that of a saved study, not of today's data
    CheckAnswerPtr m_checked;
    study_store::StudyKeeper* m_keeper;

    struct Other {
        QString name;
        paths::AnswerPtr answer;
    };

    std::optional<Other> m_other; // that it is compared with

    PathForm* m_form;
    QPushButton* m_search;
    QProgressBar* m_progress;
    QLabel* m_message;
    access::RecordTable<PathRow> m_rows;
    QTableView* m_list;
    QLabel* m_age; // when the answer was found
    QPushButton *m_map, *m_scene, *m_check, *m_clear, *m_use, *m_open, *m_save, *m_export;
    QTabWidget* m_tabs;
    profile::ChartView *m_heights, *m_front;
    access::RecordTable<path::PathFinding> m_findings;
    QTableView* m_findingList;
    QLabel* m_facts;
    access::RecordTable<study_store::CompareRow> m_comparison;
    QTableView* m_comparisonList;
    QSplitter* m_split;
};

} // namespace haneul::risk_path
