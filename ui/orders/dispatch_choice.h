#pragma once

#include "server/delivery/delivery_service.h"

#include <QComboBox>

namespace haneul::orders {

// How stops and missions are put in order: each way with a line that says what it does.
class DispatchChoice final : public QComboBox {
    Q_OBJECT

public:
    DispatchChoice(const char* name, QWidget* parent);

    [[nodiscard]] delivery::Dispatch how() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
};

} // namespace haneul::orders
