#include "ui/orders/dispatch_choice.h"

#include <QEvent>

namespace haneul::orders {

using delivery::Dispatch;

namespace {

constexpr Dispatch ways[] = {Dispatch::Given, Dispatch::Best, Dispatch::Optimised};

} // namespace

DispatchChoice::DispatchChoice(const char* name, QWidget* parent)
    : QComboBox(parent) {
    setObjectName(QLatin1StringView(name));
    for (const Dispatch way : ways)
        addItem(QString(), static_cast<int>(way));
    connect(this, &QComboBox::currentIndexChanged, this,
            [this](int row) { setToolTip(itemData(row, Qt::ToolTipRole).toString()); });
    word();
}

Dispatch DispatchChoice::how() const {
    return static_cast<Dispatch>(currentData().toInt());
}

void DispatchChoice::word() {
    const QString names[] = {tr("Stops as ordered"), tr("Best order of stops"), tr("Optimised")};
    const QString helps[] = {
        tr("Stops are flown in the order in which they were asked for; missions are booked first come, first served."),
        tr("Of all orders of up to three stops the one that ends first is flown; missions are booked first come, first "
           "served."),
        tr("Orders dispatched together are planned together, with missions booked shortly before that have not "
           "started: these may get another start. Never later in all than first come, first served. A single mission "
           "gets its best order of stops.")};
    for (int row = 0; row < count(); ++row) {
        setItemText(row, names[row]);
        setItemData(row, helps[row], Qt::ToolTipRole);
    }
    setToolTip(currentData(Qt::ToolTipRole).toString());
    setAccessibleName(tr("Order of the stops"));
}

void DispatchChoice::changeEvent(QEvent* event) {
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::orders
