#pragma once

#include "ui/orders/desk_form.h"

class QListWidget;

namespace haneul::orders {

// All starts proposed after a delay, taken in one step or not at all: each mission with its old and new start, and
// those for which none is in sight.
class ProposalsForm final : public DeskForm {
    Q_OBJECT

public:
    ProposalsForm(delivery::DeliveryDesk& desk, QWidget* parent);

    // Is there a start to take?
    [[nodiscard]] static bool any(const delivery::DeliveryState& state);

Q_SIGNALS:
    void taken(int missions);

protected:
    void send() override;
    void refused(const Error& why) override;
    void changeEvent(QEvent* event) override;

private:
    void read(); // the proposals of the present state

    std::vector<std::pair<std::string, UtcMs>> m_starts; // as shown: nothing else is asked for
    QListWidget* m_list;
    QLabel* m_without;
};

} // namespace haneul::orders
