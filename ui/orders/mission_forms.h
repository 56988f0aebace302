#pragma once

#include "server/clock/clock.h"
#include "ui/orders/desk_form.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace haneul::orders {

// "Why?": what is cancelled, and the reason that is kept with it.
class CancelForm final : public DeskForm {
    Q_OBJECT

public:
    using Cancel = std::function<void(delivery::DeliveryService&, people::Principal by, std::string reason,
                                      delivery::Done<void> done)>;

    CancelForm(delivery::DeliveryDesk& desk, Words title, Words what, Cancel cancel, QWidget* parent);

protected:
    void send() override;

private:
    Cancel m_cancel;
    QLineEdit* m_reason;
};

// Which drone flies it.
class AssignForm final : public DeskForm {
    Q_OBJECT

public:
    AssignForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, const QStringList& known,
               QWidget* parent);

protected:
    void send() override;

private:
    std::string m_mission;
    QLineEdit* m_drone;
};

// Another start, typed. What is not free is said before it is asked for, with the next start that is, to be taken by
// one click or key.
class RetimeForm final : public DeskForm {
    Q_OBJECT

public:
    // `clock` must outlive it.
    RetimeForm(delivery::DeliveryDesk& desk, const clock::Clock& clock, const delivery::Mission& mission,
               std::optional<UtcMs> proposed, QWidget* parent);

protected:
    void send() override;
    void refused(const Error& why) override;
    void changeEvent(QEvent* event) override;

private:
    void askSlots();
    void judge();
    [[nodiscard]] std::optional<UtcMs> start() const;
    [[nodiscard]] std::optional<UtcMs> nextFree(UtcMs from) const;

    const clock::Clock& m_clock;
    delivery::SlotQuery m_query;
    std::string m_mission;
    std::optional<delivery::SlotAnswer> m_slots;
    std::optional<Error> m_trouble;
    QLineEdit* m_time;
    QLabel* m_verdict;
    QPushButton* m_take;
    std::optional<UtcMs> m_free; // what the button takes
};

// The next step of the delivery process, with its place or a note.
class AdvanceForm final : public DeskForm {
    Q_OBJECT

public:
    AdvanceForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, QWidget* parent);

    // Steps that may follow now by hand; none: the process is over.
    [[nodiscard]] static std::vector<delivery::MissionStep> next(const delivery::Mission& mission);

protected:
    void send() override;

private:
    void showPlaces();

    std::string m_mission;
    QStringList m_places; // stops not yet served
    QComboBox* m_step;
    QComboBox* m_note;
};

// The mission for the drone or its ground station: a file, or the message that other systems get.
class HandOverForm final : public QDialog {
    Q_OBJECT

public:
    HandOverForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void save();
    void word();

    delivery::DeliveryDesk& m_desk;
    QString m_mission;
    QComboBox* m_form;
    QLabel* m_formLabel;
    QPlainTextEdit* m_text;
    QLabel* m_message;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_close;
};

} // namespace haneul::orders
