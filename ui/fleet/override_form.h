#pragma once

#include "server/fleet/assessor.h"
#include "ui/access/admin_forms.h"
#include "ui/fleet/fleet_desk.h"

#include <cstdint>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace haneul::fleet {

// Somebody answers for one question that is not ready, by name and with a reason (R-FLT-06). What he answers for is
// listed before he does.
class OverrideForm final : public access::AdminForm {
    Q_OBJECT

public:
    OverrideForm(FleetDesk& desk, Assessment assessment, QWidget* parent); // with something that blocks

protected:
    void send() override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] Question question() const;
    void judge();

    FleetDesk& m_desk;
    Assessment m_assessment;
    QComboBox* m_question;
    QLabel* m_items;
    QLineEdit* m_reason;
    QLineEdit* m_until;
};

} // namespace haneul::fleet
