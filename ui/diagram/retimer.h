#pragma once

#include "ui/delivery/delivery_desk.h"
#include "ui/diagram/retime_check.h"
#include "ui/diagram/timed_networks.h"

#include <QObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace haneul::diagram {

// Moving a mission's start by hand: from taking hold of it, over every start that is tried, to the service's answer and
// the state that shows it. Knows no pixels.
class Retimer final : public QObject {
    Q_OBJECT

public:
    struct Pending {
        std::string mission;
        UtcMs start{};

        bool operator==(const Pending&) const = default;
    };

    // Why it was not moved, as a sentence, and where it could start instead.
    struct Refusal {
        std::string mission; // empty: nothing to offer
        QString why;
        std::optional<UtcMs> offer;
    };

    // `networks` must outlive it, and `desk` too.
    Retimer(delivery::DeliveryDesk& desk, TimedNetworks& networks, QObject* parent);

    // Takes hold of a mission; false: `refused` says why (no right, under way, the network cannot be timed).
    bool begin(const std::string& mission, const TimeRange& within);
    void cancel();

    [[nodiscard]] bool active() const { return m_check.has_value(); }

    // While active.
    [[nodiscard]] const RetimeCheck& check() const { return *m_check; }

    [[nodiscard]] UtcMs booked() const { return m_booked; } // where it starts as booked

    [[nodiscard]] UtcMs tried() const { return m_tried; }

    [[nodiscard]] bool fits() const { return m_check && m_check->free(m_tried); }

    // In words: free, or what is in the way.
    [[nodiscard]] QString judgement() const;

    void tryAt(UtcMs start);
    void snap(); // to the nearest free start; stays where there is none

    // Asks the service for the tried start, or refuses; the hold ends either way.
    void set();
    // What a refusal offered.
    void move(const std::string& mission, UtcMs start);

    [[nodiscard]] const std::vector<Pending>& pending() const { return m_pending; }

Q_SIGNALS:
    void changed();
    void refused(const haneul::diagram::Retimer::Refusal& refusal);
    void asked(const QString& mission, haneul::UtcMs start);

private:
    void refuse(const std::string& mission, const QString& why, std::optional<UtcMs> offer = {});
    void look(); // at the state: what has been confirmed, what is in the way now
    void forget(const Pending& pending);

    delivery::DeliveryDesk& m_desk;
    TimedNetworks& m_networks;
    std::optional<RetimeCheck> m_check;
    TimeRange m_within;
    UtcMs m_booked{};
    UtcMs m_tried{};
    std::vector<Pending> m_pending;
};

// "10:04", "10:04:22", "1004", "100422", each with a Z or without, and with a date before it or without: then the day
// of `near`. Nothing for anything else.
[[nodiscard]] std::optional<UtcMs> startFrom(const QString& text, UtcMs near);

} // namespace haneul::diagram
