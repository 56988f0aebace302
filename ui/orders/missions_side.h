#pragma once

#include "server/situation/situation.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/models/mission_selection.h"
#include "ui/orders/conflict_model.h"
#include "ui/orders/list_filter.h"
#include "ui/orders/list_view.h"
#include "ui/orders/mission_details.h"
#include "ui/orders/mission_model.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace haneul::clock {
class Clock;
}

namespace haneul::orders {

// Missions: the list of all, those that no longer fit with the starts that are proposed, all of the chosen one, and
// what can be done with it. The chosen row and the shared selection are the same thing.
class MissionsSide final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    MissionsSide(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                 const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setState();
    // How much there is: details beside the list where it is wide, below it where it is tall.
    void setRoom(QSize room);

    [[nodiscard]] int conflicts() const { return m_conflicts.rowCount(); }

    void allow();

    void setSituation(const situation::SituationPtr& situation) { m_situation = situation; } // its drones

    void focusFilter();
    void book(const std::string& network);
    void assignDrone();
    void retime();
    void advance();
    void cancelMission();
    void handOver();
    void takeProposed();    // the proposed start of the chosen conflict, or of the first one
    void takeAllProposed(); // all of them in one step, after a look at them

Q_SIGNALS:
    void said(const QString& text, bool trouble);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();
    void showConflicts();
    void showChosen();
    void narrow(); // what the choice of rows says
    void sayDrone(const std::string& mission);
    [[nodiscard]] QStringList drones() const; // those that are heard
    [[nodiscard]] delivery::MissionPtr chosen() const;
    [[nodiscard]] delivery::MissionPtr chosenOrSay(); // null: said that none is chosen

    delivery::DeliveryDesk& m_desk;
    models::MissionSelection& m_selection;
    const clock::Clock& m_clock;
    situation::SituationPtr m_situation;
    MissionModel m_model;
    ListFilter m_filter;
    ConflictModel m_conflicts;
    QLineEdit* m_words;
    QComboBox* m_which;
    ListView* m_list;
    QWidget* m_conflictBox;
    QLabel* m_conflictTitle;
    ListView* m_conflictList;
    QPushButton* m_take;
    QPushButton* m_takeAll;
    MissionDetails* m_details;
    QSplitter* m_halves;
    QBoxLayout* m_tools = nullptr;        // filter and buttons
    QBoxLayout* m_conflictHead = nullptr; // title and buttons
    bool m_laidOut = false;
    bool m_short = false; // few rows are in sight
    QPushButton* m_book;
    QPushButton* m_assign;
    QPushButton* m_retime;
    QPushButton* m_advance;
    QPushButton* m_handOver;
    QPushButton* m_cancel;
};

} // namespace haneul::orders
