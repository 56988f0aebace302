#pragma once

#include "ui/fleet/fleet_desk.h"

#include <QDialog>

#include <string>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace haneul::fleet {

// All payloads, with what they weigh, can do and fit; to add, change, retire, and to see their history.
class PayloadsDialog final : public QDialog {
    Q_OBJECT

public:
    PayloadsDialog(FleetDesk& desk, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void fill();
    void allow();
    void change();
    void retire();
    [[nodiscard]] std::string chosen() const; // empty: none

    FleetDesk& m_desk;
    QLabel* m_said;
    QTreeWidget* m_list;
    QPushButton* m_new;
    QPushButton* m_change;
    QPushButton* m_retire;
    QPushButton* m_history;
    QPushButton* m_close;
};

} // namespace haneul::fleet
