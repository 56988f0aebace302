#pragma once

#include "core/plan/check_report.h"

#include <QString>
#include <QWidget>

#include <span>
#include <vector>

namespace haneul::plans {

// Something that must be put on record before a plan can pass, and the action that opens the form for it.
struct Remedy {
    QString action; // of the action registry
    QString text;   // "Record the drone D-1…"

    bool operator==(const Remedy&) const = default;
};

// For what readiness and performance do not know, or refuse, of this plan; each action once.
[[nodiscard]] std::vector<Remedy> remediesOf(const plan::FlightPlan& plan, std::span<const plan::CheckReport> reports);

// A button for each; nothing while there is nothing to be done.
class RemedyBar final : public QWidget {
    Q_OBJECT

public:
    explicit RemedyBar(QWidget* parent);

    void setRemedies(const std::vector<Remedy>& remedies);

Q_SIGNALS:
    void actionWanted(const QString& action);

private:
    std::vector<Remedy> m_remedies;
};

} // namespace haneul::plans
