#pragma once

#include "server/fleet/fleet_service.h"
#include "ui/fleet/fleet_desk.h"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QTreeWidget;

namespace haneul::fleet {

// The life of a record: who changed it, when and why, and under each step what was before and what after (R-DB-14).
class HistoryDialog final : public QDialog {
    Q_OBJECT

public:
    HistoryDialog(FleetDesk& desk, Kind kind, const std::string& id, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void fill();

    Kind m_kind;
    QString m_id;
    Result<std::vector<Change>> m_changes;
    QLabel* m_said;
    QTreeWidget* m_tree;
};

} // namespace haneul::fleet
