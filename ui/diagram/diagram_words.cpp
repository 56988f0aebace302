#include "ui/diagram/diagram_words.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdlib>

namespace haneul::diagram {

using delivery::Mission;
using delivery::MissionPtr;
using delivery::MissionStep;
using timing::EventKind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::diagram::Words)
};

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

// Whether that arrival or departure has been reported, on either neighbouring segment.
bool reported(const Mission& mission, std::size_t visit, EventKind kind) {
    if (mission.step() == MissionStep::Completed) return true;
    for (const auto& actual : mission.actuals) {
        if (actual.kind != kind) continue;
        if (actual.segment == visit && actual.waypoint == 0) return true;
        if (visit > 0 && actual.segment == visit - 1 &&
            actual.waypoint + 1 == mission.times.legs[visit - 1].arrivals.size())
            return true;
    }
    return false;
}

QString eventLine(const MissionEvent& event) {
    const bool arrival = event.kind == EventKind::Arrival;
    const QString planned = (arrival ? Words::tr("ETA %1") : Words::tr("ETD %1")).arg(exactTime(event.planned));
    if (event.actual)
        return (arrival ? Words::tr("%1, arrived %2 (%3)") : Words::tr("%1, left %2 (%3)"))
            .arg(planned, exactTime(event.now), delayText(event.now - event.planned));
    if (event.now == event.planned) return planned;
    return Words::tr("%1, expected %2 (%3)").arg(planned, exactTime(event.now), delayText(event.now - event.planned));
}

} // namespace

QString dateText(UtcMs time) {
    return text(toRfc3339(time).substr(0, 10));
}

QString exactTime(UtcMs time) {
    if (sinceEpoch_ms(time) % 1000 == 0) return models::utcTime(time);
    return text(toRfc3339(time).substr(11));
}

QString axisTime(UtcMs time, milliseconds of) {
    if (of < std::chrono::minutes(1)) return models::utcTime(time);
    return text(toRfc3339(time).substr(11, 5)) + u'Z';
}

QString delayText(milliseconds delay) {
    const auto seconds = std::chrono::round<std::chrono::seconds>(delay).count();
    const auto size = std::abs(seconds);
    const QString sign = seconds > 0 ? QStringLiteral("+") : seconds < 0 ? QStringLiteral("−") : QString();
    if (size < 3600) return QStringLiteral("%1%2:%3").arg(sign).arg(size / 60).arg(size % 60, 2, 10, QChar(u'0'));
    return QStringLiteral("%1%2:%3:%4")
        .arg(sign)
        .arg(size / 3600)
        .arg(size / 60 % 60, 2, 10, QChar(u'0'))
        .arg(size % 60, 2, 10, QChar(u'0'));
}

QString rangeText(const TimeRange& range) {
    return QStringLiteral("%1 %2 – %3 %4")
        .arg(dateText(range.from), models::utcTime(range.from), dateText(range.to), models::utcTime(range.to));
}

QString rowsInSight(std::size_t first, std::size_t last, std::size_t all) {
    return Words::tr("%1–%2 of %3", "rows in sight").arg(first).arg(last).arg(all);
}

QString rowText(const DiagramRow& row) {
    if (row.planRow > 0) return row.planRow == 1 ? Words::tr("Flight plans") : QString();
    QString label =
        row.visit ? QStringLiteral("%1  %2").arg(QString::number(*row.visit), text(row.node)) : text(row.node);
    if (row.capacity > 1) label += QStringLiteral(" ×%1").arg(row.capacity);
    if (!row.name.empty()) label += u' ' + text(row.name);
    return label;
}

QString placeText(const Mission& mission, const MissionPlace& place) {
    const QString node = text(mission.route.nodes[place.visit]);
    if (!place.onLink || place.visit + 1 >= mission.route.nodes.size()) return node;
    return QStringLiteral("%1 → %2").arg(node, text(mission.route.nodes[place.visit + 1]));
}

std::vector<MissionEvent> eventsOf(const MissionPtr& mission) {
    std::vector<MissionEvent> events;
    const auto& planned = mission->planned.nodes;
    const auto& now = mission->times.nodes;
    for (std::size_t visit = 0; visit < std::min(planned.size(), now.size()); ++visit) {
        events.push_back({mission, visit, EventKind::Arrival, utcMs(planned[visit].arrival), utcMs(now[visit].arrival),
                          reported(*mission, visit, EventKind::Arrival)});
        events.push_back({mission, visit, EventKind::Departure, utcMs(planned[visit].departure),
                          utcMs(now[visit].departure), reported(*mission, visit, EventKind::Departure)});
    }
    return events;
}

QString tipText(const MissionPtr& mission, const MissionPlace& place) {
    const QString drone = mission->drone.empty() ? Words::tr("no drone yet") : text(mission->drone);
    QStringList lines{QStringLiteral("%1 · %2 · %3").arg(text(mission->id), drone, stepText(mission->step()))};
    const std::vector<MissionEvent> events = eventsOf(mission);
    const auto line = [&](std::size_t visit, EventKind kind) {
        return eventLine(events[visit * 2 + (kind == EventKind::Arrival ? 0 : 1)]);
    };
    lines += placeText(*mission, place);
    if (place.onLink && place.visit + 1 < mission->route.nodes.size()) {
        lines += QStringLiteral("%1: %2").arg(text(mission->route.nodes[place.visit]),
                                              line(place.visit, EventKind::Departure));
        lines += QStringLiteral("%1: %2").arg(text(mission->route.nodes[place.visit + 1]),
                                              line(place.visit + 1, EventKind::Arrival));
    } else {
        lines += line(place.visit, EventKind::Arrival);
        lines += line(place.visit, EventKind::Departure);
    }
    return lines.join(u'\n');
}

QString conflictText(const delivery::MissionConflict& conflict) {
    QString sentence =
        Words::tr("▲ %1 no longer fits: %2")
            .arg(text(conflict.mission), delivery::ruleText(conflict.rule, conflict.place, conflict.against));
    if (conflict.proposedStart) sentence += Words::tr("; it would fit at %1").arg(exactTime(*conflict.proposedStart));
    return sentence;
}

QString crossingText(const CrossingMark& mark) {
    return Words::tr("Crosses the link %1 at %2").arg(text(mark.other), exactTime(utcMs(mark.at.time_ms)));
}

QString planConflictText(const PlanConflict& conflict) {
    const QString when =
        QStringLiteral("%1–%2").arg(models::utcTime(utcMs(conflict.begin_ms)), models::utcTime(utcMs(conflict.end_ms)));
    return conflict.hinders ? Words::tr("▲ conflicts with %1, %2").arg(text(conflict.plan), when)
                            : Words::tr("◆ meets %1, %2").arg(text(conflict.plan), when);
}

QString planTip(const DiagramContents& contents, std::size_t index) {
    const PlanBar& bar = contents.plans[index];
    const plan::FlightPlan& plan = bar.plan->plan;
    QStringList lines{QStringLiteral("%1 · %2").arg(text(plan.id), plans::stateText(plan.state)),
                      QStringLiteral("%1 · %2").arg(text(plan.operator_id), text(plan.drone_id)),
                      plans::windowText(plan.start, plan.end)};
    if (!plan.mission_id.empty()) lines << Words::tr("Mission %1").arg(text(plan.mission_id));
    if (!bar.volumes.empty()) lines << Words::tr("%n volume(s)", nullptr, static_cast<int>(bar.volumes.size()));
    for (const PlanConflict& conflict : contents.planConflicts) {
        if (conflict.bar == index) lines << planConflictText(conflict);
        if (conflict.other == index) {
            PlanConflict seen = conflict;
            seen.plan = contents.plans[conflict.bar].plan->plan.id;
            lines << planConflictText(seen);
        }
    }
    return lines.join(u'\n');
}

} // namespace haneul::diagram
