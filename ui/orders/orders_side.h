#pragma once

#include "ui/orders/dispatch_choice.h"
#include "ui/orders/list_filter.h"
#include "ui/orders/list_view.h"
#include "ui/orders/order_entry.h"
#include "ui/orders/order_model.h"

#include <set>

class QBoxLayout;
class QCheckBox;

namespace haneul::orders {

// Orders: to enter them, the list of all, and the dispatch that makes missions of them.
class OrdersSide final : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    OrdersSide(delivery::DeliveryDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setState();
    void allow(); // what the person at the desk may
    void begin();
    void cancelOrder();
    void dispatch();
    void forgetReport(); // something else is said now
    void setRoom(QSize room);

    [[nodiscard]] std::string network() const { return m_entry->network(); }

Q_SIGNALS:
    void missionWanted(const QString& id); // of the chosen order
    void said(const QString& text, bool trouble);

protected:
    void changeEvent(QEvent* event) override;

private:
    // What a dispatch is waiting to tell: the orders it was given, and the missions it made of them.
    struct Report {
        std::set<std::string> orders;
        std::vector<std::string> missions;
    };

    void build();
    void word();
    void narrow();
    void choose(const QString& id);
    void showReport();
    [[nodiscard]] QString bookedText(const Report& report) const;
    [[nodiscard]] QString refusedText(const Report& report) const;

    delivery::DeliveryDesk& m_desk;
    const clock::Clock& m_clock;
    OrderModel m_model;
    ListFilter m_filter;
    OrderEntry* m_entry;
    QLineEdit* m_words;
    QCheckBox* m_open;
    ListView* m_list;
    DispatchChoice* m_how;
    QCheckBox* m_atOnce;
    QPushButton* m_dispatch;
    QPushButton* m_cancel;
    QBoxLayout* m_tools = nullptr; // filter and dispatch
    std::optional<Report> m_report;
};

} // namespace haneul::orders
