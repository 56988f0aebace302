#pragma once

#include "server/clock/clock.h"
#include "ui/access/record_table.h"
#include "ui/map/map_view.h"
#include "ui/risk_ground/ground_desk.h"
#include "ui/risk_ground/report.h"
#include "ui/study_store/study_desk.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTableView;

namespace haneul::study_store {
class StudyKeeper;
}

namespace haneul::risk_ground {

class ExplainView;
class GroundForm;
class HeatMapView;

// The ground-risk page of the risk studio: model A and B of one area beside each other, their summary, one cell with
// every value, advice; kept, opened and exported (R-UI-08, R-UI-10).
class GroundPanel final : public QWidget {
    Q_OBJECT

public:
    // The desks and the clock must outlive it.
    GroundPanel(GroundDesk& desk, study_store::StudyDesk& studies, const clock::Clock& clock, const theme::Theme& theme,
                QWidget* parent);
    ~GroundPanel() override;

    void setTheme(const theme::Theme& theme);
    void setMapArea(std::function<map::Outline()> area); // what the map shows

    void compute(); // once more while it runs: it is stopped
    void takeAreaOfMap();
    void showOnMap(int which);                                   // 0 A, 1 B; shown already: taken away
    void save();                                                 // asks for a name
    void openStudies();                                          // asks which
    void exportPdf();                                            // asks for a file
    [[nodiscard]] Result<void> write(const QString& path) const; // codes of writePdf

    [[nodiscard]] const ground_risk::MapAnswerPtr& mapOf(int which) const;

    // What lies on the map now; no answer: nothing.
    struct OnMap {
        ground_risk::MapAnswerPtr answer;
        HeatScale scale;
    };

    [[nodiscard]] OnMap onMap() const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void heatWanted(const haneul::map::HeatOverlayPtr& heat); // null: none

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();
    void take(const ground_risk::MapAnswerPtr& a, const ground_risk::MapAnswerPtr& b);
    void showMaps(); // with their scales
    void showSummary();
    void explain(int which, std::size_t column, std::size_t row);
    void load(const study_store::SavedStudy& study);
    void compareWith(const study_store::SavedStudy& study); // what was kept beside what is here
    [[nodiscard]] study_store::NewStudy study() const;
    void say(const QString& text, bool trouble);
    void follow(); // which buttons can be used
    [[nodiscard]] HeatMapView& view(int which) const;

    GroundDesk& m_desk;
    study_store::StudyDesk& m_studies;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    std::function<map::Outline()> m_mapArea;
    ground_risk::MapAnswerPtr m_a, m_b;
    CellAnswerPtr m_cell;
    QString m_cellModel;
    quint64 m_explaining = 0;
    int m_onMap = -1;
    study_store::StudyKeeper* m_keeper;

    GroundForm* m_form;
    QPushButton* m_compute;
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton *m_showA, *m_showB, *m_save, *m_open, *m_export;
    QCheckBox* m_oneScale;
    HeatMapView *m_viewA, *m_viewB;
    access::RecordTable<SummaryRow> m_rows;
    QTableView* m_summary;
    QLabel* m_facts; // advice, settings, provenance
    ExplainView* m_explain;
    QSplitter* m_split;
};

} // namespace haneul::risk_ground
