#pragma once

#include "server/clock/clock.h"
#include "ui/delivery/delivery_desk.h"

#include <QWidget>

#include <optional>

class QCompleter;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;

namespace haneul::orders {

// One line of fields for an order: Enter in any of them places it, and the line is ready for the next one.
class OrderEntry final : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    OrderEntry(delivery::DeliveryDesk& desk, const clock::Clock& clock, QWidget* parent);

    [[nodiscard]] std::string network() const; // chosen; empty: there is none
    void begin();                              // the keyboard is in the first field to fill
    void setState();                           // of the desk: networks and their points
    void setWidth(int width);                  // as many fields beside each other as there is room for
    void place();

Q_SIGNALS:
    void networkChosen();
    void said(const QString& text, bool trouble); // what came of it

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void word();
    void fillPoints();
    void fillNetworks();
    void chooseNetwork();
    void arrange();
    [[nodiscard]] std::optional<std::string> pointOf(const QString& typed) const;
    [[nodiscard]] std::optional<delivery::NewOrder> order();
    void placeNext(const delivery::NewOrder& order, int left, QStringList placed);
    void refuse(QWidget* field, const QString& why);

    delivery::DeliveryDesk& m_desk;
    const clock::Clock& m_clock;
    QComboBox* m_network;
    QLineEdit* m_point;
    QStringListModel* m_points;
    QCompleter* m_completer;
    QComboBox* m_handOver;
    QDoubleSpinBox* m_payload;
    QLineEdit* m_deadline;
    QSpinBox* m_count;
    QPushButton* m_place;
    std::vector<std::pair<QLabel*, QWidget*>> m_labels;
    int m_width = 0;
    int m_columns = 0;     // fields beside each other
    bool m_picked = false; // a person has chosen the network
    bool m_asking = false;
};

} // namespace haneul::orders
