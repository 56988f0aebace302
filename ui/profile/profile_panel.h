#pragma once

#include "server/clock/clock.h"
#include "ui/access/record_table.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/models/mission_selection.h"
#include "ui/profile/chart_view.h"
#include "ui/profile/profile_charts.h"
#include "ui/profile/recording.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPagedPaintDevice;
class QPushButton;
class QSplitter;
class QTableView;

namespace haneul::profile {

// The dock of the profile: heights over distance of the selected mission or of a link, and below the two speed-time
// graphs of the plan, with a recorded flight over them (R-UI-05, R-UI-06).
class ProfilePanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    ProfilePanel(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                 const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setUnits(const models::Units& units); // of the axes and labels
    // One link instead of the selected mission; another mission that is selected takes its place again.
    void showLink(const QString& network, const QString& a, const QString& b);
    void switchDatum();
    void chooseFlight();                  // asks for a file
    void loadFlight(const QString& path); // in the background
    void forgetFlight();
    void exportAs(); // asks for a file: PNG, SVG or CSV by its ending
    void print();

    // As it is exported: the charts with a heading, on paper colours where `paper`.
    [[nodiscard]] bool write(const QString& path, QString* problem) const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Subject {
        QString network; // of a link; empty: the selected mission
        std::string a, b;

        bool operator==(const Subject&) const = default;
    };

    void build();
    void word();
    void follow();       // the selection or the state of the desk
    void fillSubjects(); // missions and links that can be chosen here
    void work();         // all charts anew
    void workHeights(const delivery::Network* network, const delivery::MissionPtr& mission);
    void workSpeeds(const delivery::Network* network, const delivery::MissionPtr& mission);
    void showStatistics(const delivery::MissionPtr& mission);
    void take(Result<Recording> recording);
    void say(const QString& text, bool trouble);
    void moveReader(std::optional<double> time);
    [[nodiscard]] const RecordedRuns* recorded() const; // the chosen vehicle
    [[nodiscard]] Alignment alignment() const;
    [[nodiscard]] QString heading() const;
    void paintAll(QPainter& painter, const QRectF& area, const theme::Theme& theme) const;

    delivery::DeliveryDesk& m_desk;
    models::MissionSelection& m_selection;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    Subject m_subject;
    delivery::MissionPtr m_shown;
    std::uint64_t m_shownRevision = 0;
    bool m_behind = true;
    std::optional<Recording> m_recording;
    std::uint64_t m_loading = 0; // answers to earlier ones are of no use
    std::vector<delivery::SpeedStretch> m_planned;
    HeightDatum m_datum = HeightDatum::AboveSea;
    models::Units m_units;

    QComboBox* m_what;
    QPushButton* m_datumSwitch;
    QPushButton* m_load;
    QPushButton* m_forget;
    QComboBox* m_vehicle;
    QComboBox* m_align;
    QPushButton* m_export;
    QPushButton* m_print;
    QLabel* m_message;
    QSplitter* m_charts;
    ChartView* m_heights;
    ChartView* m_climb;
    ChartView* m_ground;
    access::RecordTable<PartRow> m_parts;
    QTableView* m_statistics;
    QLabel* m_statisticsText;
};

} // namespace haneul::profile
