#pragma once

#include "server/fleet/fleet_service.h"
#include "ui/fleet/fleet_desk.h"

#include <QDialog>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QTreeWidget;

namespace haneul::fleet {

// The life of a record: who changed it, when and why, and under each step what was before and what after (R-DB-14).
// The rules have one too.
class HistoryDialog final : public QDialog {
    Q_OBJECT

public:
    HistoryDialog(FleetDesk& desk, Kind kind, const std::string& id, QWidget* parent);
    HistoryDialog(FleetDesk& desk, QWidget* parent); // of the rules

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void fill();

    void build();
    void take(const Result<std::vector<Change>>& changes);

    std::optional<Kind> m_kind; // none: the rules
    QString m_id;
    Result<std::vector<Change>> m_changes;
    QLabel* m_said;
    QTreeWidget* m_tree;
};

} // namespace haneul::fleet
