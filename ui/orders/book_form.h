#pragma once

#include "server/clock/clock.h"
#include "ui/orders/desk_form.h"
#include "ui/orders/dispatch_choice.h"

#include <QTimer>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace haneul::orders {

// A mission put together by hand. Before it is booked, the form shows the free windows, the earliest start (st1) and
// why it is not earlier.
class BookForm final : public DeskForm {
    Q_OBJECT

public:
    // `clock` must outlive it. `network`: the one to begin with.
    BookForm(delivery::DeliveryDesk& desk, const clock::Clock& clock, const std::string& network, QWidget* parent);

Q_SIGNALS:
    void booked(const QString& mission);

protected:
    void send() override;
    void refused(const Error& why) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void word();
    void fillNetwork();
    void addStop();
    void removeStop();
    void moveStop(int by);
    void showStops();
    void changed(); // something that the free windows depend on
    void askSlots();
    void show(const delivery::SlotAnswer& answer);
    [[nodiscard]] const delivery::Network* network() const;
    [[nodiscard]] delivery::MissionRequest request() const;
    [[nodiscard]] std::optional<UtcMs> ready() const; // nullopt: not a time

    const clock::Clock& m_clock;
    std::vector<delivery::Stop> m_stops;
    std::optional<delivery::SlotAnswer> m_slots;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
    QTimer m_typing;
    std::vector<std::pair<QLabel*, QWidget*>> m_labels;
    QComboBox* m_network;
    QComboBox* m_from;
    QComboBox* m_to;
    QComboBox* m_drone;
    QDoubleSpinBox* m_payload;
    QListWidget* m_list;
    QComboBox* m_point;
    QComboBox* m_handOver;
    QSpinBox* m_stay;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    DispatchChoice* m_how;
    QLineEdit* m_ready;
    QLabel* m_verdict;
    QListWidget* m_windows;
};

} // namespace haneul::orders
