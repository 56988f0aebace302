#pragma once

#include "core/fleet/readiness_rules.h"
#include "ui/access/admin_forms.h"
#include "ui/fleet/fleet_desk.h"

#include <functional>
#include <vector>

class QCheckBox;
class QLineEdit;

namespace haneul::fleet {

// The rules of readiness: what an operator asks for beyond the makers' limits. Whoever may (scope fleet.rules) changes
// them, with a reason; everybody else reads them. A change is a new version.
class RulesForm final : public access::AdminForm {
    Q_OBJECT

public:
    RulesForm(FleetDesk& desk, QWidget* parent);

protected:
    void send() override;

private:
    void numbers();
    void roles();
    void judge();

    [[nodiscard]] bool mayChange() const { return m_desk.may("fleet.rules"); }

    FleetDesk& m_desk;
    ReadinessRules m_before;
    ReadinessRules m_rules; // as typed
    std::vector<std::pair<std::string, QCheckBox*>> m_roles;
    QLineEdit* m_reason;
};

} // namespace haneul::fleet
