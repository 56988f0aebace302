#pragma once

#include "server/clock/clock.h"
#include "ui/orders/list_filter.h"
#include "ui/orders/list_view.h"
#include "ui/plans/capacity_model.h"
#include "ui/plans/plan_desk.h"
#include "ui/profile/chart_view.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace haneul::plans {

// The panel "Capacity": how many flights may be in which place at once, and how many are there now and in the next
// hours. Without the scope zone.write it only shows.
class CapacityPanel final : public QWidget {
    Q_OBJECT

public:
    static constexpr milliseconds ahead{std::int64_t{12} * 3600 * 1000};

    // All must outlive it.
    CapacityPanel(PlanDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setMiddle(std::function<geo::LatLon()> middle); // of the map: where a new place is put

    // What the actions do.
    void focusList();
    void add();
    void change();
    void retire();

    void read(); // the limits, again

Q_SIGNALS:
    void placesWanted(const std::vector<geo::LatLon>& places); // look at them on a map

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void word();
    void take(const Result<std::vector<deconflict::CapacityLimit>>& limits);
    void judge(); // the use, as of now
    void showChosen();
    void showOnMap();
    void open(std::optional<deconflict::CapacityLimit> before);
    void say(const QString& text);
    [[nodiscard]] const CapacityRow* chosen() const;
    [[nodiscard]] bool mayWrite() const;

    PlanDesk& m_desk;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    std::function<geo::LatLon()> m_middle;
    std::optional<std::vector<deconflict::CapacityLimit>> m_limits; // none: not known
    CapacityModel m_model;
    orders::ListFilter m_filter;
    std::string m_chosen;
    bool m_saysNone = false; // the message says that there is no limit
    QTimer m_again;

    QPushButton* m_add = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_retire = nullptr;
    QPushButton* m_map = nullptr;
    QLabel* m_message = nullptr;
    QSplitter* m_halves = nullptr;
    orders::ListView* m_list = nullptr;
    profile::ChartView* m_chart = nullptr;
    QLabel* m_lines = nullptr;
};

} // namespace haneul::plans
