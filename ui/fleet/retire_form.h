#pragma once

#include "server/fleet/records.h"
#include "ui/access/admin_forms.h"
#include "ui/fleet/fleet_desk.h"

#include <cstdint>
#include <string>

class QLineEdit;

namespace haneul::fleet {

// Takes a record out of use, or back into it, with a reason.
class RetireForm final : public access::AdminForm {
    Q_OBJECT

public:
    RetireForm(FleetDesk& desk, Kind kind, std::string id, std::uint64_t basedOn, bool retired, QWidget* parent);

protected:
    void send() override;

private:
    FleetDesk& m_desk;
    Kind m_kind;
    std::string m_id;
    std::uint64_t m_basedOn;
    bool m_retired;
    QLineEdit* m_reason;
};

} // namespace haneul::fleet
