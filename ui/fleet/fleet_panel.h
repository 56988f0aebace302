#pragma once

#include "server/situation/situation.h"
#include "ui/fleet/fleet_desk.h"
#include "ui/fleet/item_model.h"
#include "ui/fleet/readiness_model.h"
#include "ui/orders/list_filter.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QSplitter;

namespace haneul::clock {
class Clock;
}

namespace haneul::orders {
class ListView;
}

namespace haneul::fleet {

// The dock of the fleet: all drones with the answers to all questions for a flight from now on, and beside them the
// numbers, limits and reasons of the one that is chosen, with its records to edit.
class FleetPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    FleetPanel(FleetDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSituation(const situation::SituationPtr& situation, UtcMs time); // judges again once a minute

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    // What the keys do. Without a chosen drone, or a right: nothing.
    void focusFilter();
    void newDrone();
    void newBattery();
    void newPilot();
    void newType();
    void editDrone();
    void editBattery();
    void editPilot();
    void editType();
    void recordWork();
    void answerForIt();
    void showHistory();
    void retire();
    void showRules();
    void showPayloads();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* details();
    void word();
    void narrow();
    void judgeAll();
    void take(const FleetDesk::Overview& overview);
    void arrange(QSize room);
    void choose(const QString& drone);
    void judgeChosen();
    void fillChoices();
    void showChosen();
    void showItem();
    void allow();
    [[nodiscard]] Need need() const;
    [[nodiscard]] std::string chosenName(const QComboBox& box) const;
    template <class T>
    void edit(const std::string& id);
    void openNew(Record record);

    FleetDesk& m_desk;
    const clock::Clock& m_clock;
    ReadinessModel m_model;
    orders::ListFilter m_filter;
    ItemModel m_items;
    orders::ListFilter m_itemOrder;
    QLineEdit* m_words;
    QCheckBox* m_onlyStaying;
    QLabel* m_flight;
    QSpinBox* m_minutes;
    QDoubleSpinBox* m_parcels;
    QCheckBox* m_bvlos;
    QLabel* m_summary;
    QSplitter* m_halves;
    QGridLayout* m_buttons = nullptr;
    orders::ListView* m_list;
    QLabel* m_heading;
    QLabel* m_batteryLabel;
    QComboBox* m_battery;
    QLabel* m_pilotLabel;
    QComboBox* m_pilot;
    orders::ListView* m_itemList;
    QLabel* m_itemText; // all of the check that is chosen there
    QLabel* m_overrides;
    QPushButton* m_editDrone;
    QPushButton* m_editBattery;
    QPushButton* m_editPilot;
    QPushButton* m_work;
    QPushButton* m_answer;
    QPushButton* m_history;
    QPushButton* m_rules;
    QPushButton* m_payloads;

    std::string m_chosen; // drone; empty: none
    std::optional<Assessment> m_assessment;
    std::optional<Error> m_trouble;
    std::int64_t m_judgedMinute = 0;
    bool m_behind = true; // there is something newer than is shown
    bool m_judging = false;
    bool m_placed = false; // somebody has given the halves their sizes
};

} // namespace haneul::fleet
