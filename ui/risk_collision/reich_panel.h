#pragma once

#include "ui/access/record_table.h"
#include "ui/profile/chart_view.h"
#include "ui/risk_collision/city_obstacles_form.h"
#include "ui/risk_collision/comparison.h"
#include "ui/risk_collision/explanation.h"
#include "ui/risk_collision/result_model.h"
#include "ui/risk_collision/rows_form.h"
#include "ui/risk_collision/space_picture.h"
#include "ui/study_store/study_keeper.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QSplitter;
class QTableView;
class QTabWidget;

namespace haneul::clock {
class Clock;
}

namespace haneul::studies {
struct TrafficAnswer;
}

namespace haneul::risk::collision {

// The dock of collision risk: N by distance and scenario with the decision, every number behind the chosen one, curves
// and least distances by all lookups, sensitivity in words, space division with obstacles, and two studies side by side
// (R-UI-09, R-UI-10). As it opens it is the paper's Table 4.
class ReichPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    ReichPanel(study_store::StudyDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);

    // Where obstacles can be taken from, and the centre lines that are known then. `city` must outlive the panel.
    void setCity(city::CityDesk& city, std::function<std::vector<KnownRoute>()> routes);

    [[nodiscard]] const ReichStudy& study() const { return m_study; }

    [[nodiscard]] const ReichResults& results() const { return m_results; }

    // Another study; what cannot be calculated is said, and nothing changes.
    void setStudy(const ReichStudy& study);
    void compareWith(const QString& name, const ReichStudy& other);

    // What the keys do.
    void save();
    void openSaved();
    void importTraffic();
    void exportAs(); // asks for a file
    void nextView();
    void editScenarios();
    void editDistances();
    void editPreset();
    void editOverlap();
    void editObstacles();
    void takeObstacles(); // from the city

    [[nodiscard]] Result<void> writePdf(const QString& path) const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Kept { // a preset or a table of one's own
        std::string id;
        QString name;
    };

    void build();
    [[nodiscard]] QWidget* bar();
    [[nodiscard]] QWidget* buttons();
    [[nodiscard]] QWidget* resultsView();
    [[nodiscard]] QWidget* halves(QWidget* left, QWidget* right, int leftShare = 3, int rightShare = 2);
    [[nodiscard]] QWidget* sensitivityView();
    [[nodiscard]] QWidget* spaceView();
    QTableView* list(const char* name, QAbstractItemModel& model);
    void measure();
    void connectAll();
    void word();
    void showAll(); // the study and its results
    void showObstacles();
    void fillChoices();
    void loadKept();
    void chooseCell();
    void choosePreset(int index);
    void chooseTable(int index);
    void takeTarget();
    void change(const std::function<void(ReichStudy& study)>& change);
    void take(const studies::TrafficAnswer& answer, bool kept);
    void take(const CityObstacles& along, double halfWidth_m, bool keepTyped);
    void keep(std::string kind, const QString& name, std::string input, std::string provenance);
    void read(const std::string& id, const std::function<QString(const std::string& input)>& use);
    void say(const QString& text, bool trouble);

    study_store::StudyDesk& m_desk;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    city::CityDesk* m_city = nullptr; // null: no ground data
    std::function<std::vector<KnownRoute>()> m_routes;
    ReichStudy m_study;
    ReichResults m_results;
    study_store::StudyKeeper* m_keeper;
    std::vector<Kept> m_presets, m_tables;

    struct Other {
        QString name;
        ReichStudy study;
        ReichResults results;
    };

    std::optional<Other> m_other;

    struct SeparationRow {
        Lookup lookup = Lookup::Ramp;
        Separation separation;
    };

    struct SensitivityRow {
        Sensitivity raised, lowered;
    };

    struct ObstacleRow {
        Obstacle obstacle;
        QString sign; // "▲ " in the way, "◆ " not judged
    };

    ResultModel m_model;
    access::RecordTable<ExplainLine> m_explanation;
    access::RecordTable<SeparationRow> m_separations;
    access::RecordTable<SensitivityRow> m_sensitivities;
    access::RecordTable<ObstacleRow> m_obstacles;
    access::RecordTable<CompareRow> m_comparison;

    QComboBox* m_preset;
    QComboBox* m_lookup;
    QComboBox* m_tableChoice;
    QComboBox* m_scenario;
    QLineEdit* m_target;
    std::vector<std::pair<QLabel*, const char*>> m_labels; // with their English texts
    QPushButton* m_edit;
    QMenu* m_editMenu;
    QPushButton* m_traffic;
    QPushButton* m_save;
    QPushButton* m_open;
    QPushButton* m_export;
    QLabel* m_remark;
    QLabel* m_message;
    QTabWidget* m_views;
    std::vector<QSplitter*> m_splitters;
    QTableView* m_table;
    QLabel* m_legend;
    profile::ChartView* m_overview;
    QTableView* m_explanationList;
    profile::ChartView* m_curves;
    QTableView* m_separationList;
    profile::ChartView* m_sensitivityChart;
    QDoubleSpinBox* m_change;
    QTableView* m_sensitivityList;
    SpacePicture* m_space;
    QDoubleSpinBox* m_strip;
    QDoubleSpinBox* m_ceiling;
    QSpinBox* m_layers;
    QDoubleSpinBox* m_level;
    QDoubleSpinBox* m_clearance;
    QTableView* m_obstacleList;
    QPushButton* m_editObstacles;
    QPushButton* m_cityObstacles;
    QLabel* m_verdict;
    QLabel* m_compareText;
    QTableView* m_comparisonList;
    bool m_filling = false;
    bool m_loaded = false;
};

} // namespace haneul::risk::collision
