#include "ui/diagram/retimer.h"

#include "ui/delivery/words.h"
#include "ui/diagram/diagram_words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace haneul::diagram {

namespace {

constexpr std::string_view right = "mission.write";
constexpr std::size_t mostReasons = 2;

} // namespace

Retimer::Retimer(delivery::DeliveryDesk& desk, TimedNetworks& networks, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_networks(networks) {
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &Retimer::look);
}

void Retimer::refuse(const std::string& mission, const QString& why, std::optional<UtcMs> offer) {
    Q_EMIT refused({mission, why, offer});
}

bool Retimer::begin(const std::string& mission, const TimeRange& within) {
    m_check.reset();
    if (!m_desk.may(right)) {
        refuse({}, tr("Moving a mission needs the right %1.").arg(QLatin1StringView(right)));
        return false;
    }
    const delivery::DeliveryState& state = *m_desk.state();
    const delivery::MissionPtr found = state.mission(mission);
    const delivery::SavedNetwork* saved = found ? state.network(found->network) : nullptr;
    if (!saved) {
        refuse({}, tr("The mission or its network is no longer there."));
        return false;
    }
    const auto timed = m_networks.of(*saved);
    if (!timed) {
        refuse({}, tr("Free starts cannot be judged: %1").arg(delivery::refusalText(timed.error())));
        return false;
    }
    auto check = RetimeCheck::of(state, mission, **timed, within);
    if (!check) {
        refuse({}, check.error().code == "MISSION_UNDER_WAY"
                       ? tr("%1 has left the ground or is over: its start cannot be moved.")
                             .arg(QString::fromStdString(mission))
                       : delivery::refusalText(check.error()));
        return false;
    }
    m_check = std::move(*check);
    m_within = within;
    m_booked = m_tried = found->start;
    Q_EMIT changed();
    return true;
}

void Retimer::cancel() {
    if (!m_check) return;
    m_check.reset();
    Q_EMIT changed();
}

void Retimer::tryAt(UtcMs start) {
    if (!m_check || start == m_tried) return;
    m_tried = start;
    Q_EMIT changed();
}

void Retimer::snap() {
    if (!m_check) return;
    if (const auto nearest = m_check->nearestFree(m_tried)) tryAt(*nearest);
}

QString Retimer::judgement() const {
    if (!m_check) return {};
    if (m_check->free(m_tried)) return tr("free");
    if (m_tried < m_within.from) return tr("before now");
    if (m_tried > m_within.to) return tr("later than can be judged here");
    QStringList reasons;
    for (const RetimeCheck::Forbidden& each : m_check->inTheWay(m_tried)) {
        const QString reason = delivery::ruleText(each.rule, each.place, each.against);
        if (!reasons.contains(reason)) reasons += reason;
    }
    const qsizetype more = reasons.size() - static_cast<qsizetype>(mostReasons);
    if (more > 0) {
        reasons.resize(mostReasons);
        reasons += tr("and %n more", nullptr, static_cast<int>(more));
    }
    return reasons.join(QStringLiteral("; "));
}

void Retimer::set() {
    if (!m_check) return;
    const std::string mission = m_check->mission();
    const UtcMs start = m_tried;
    if (start == m_booked) {
        cancel();
        return;
    }
    if (m_check->free(start)) {
        cancel();
        move(mission, start);
        return;
    }
    const QString why =
        tr("%1 cannot start at %2: %3.").arg(QString::fromStdString(mission), exactTime(start), judgement());
    const auto offer = m_check->nextFree(std::max(start, m_within.from));
    cancel();
    refuse(mission, why, offer);
}

void Retimer::move(const std::string& mission, UtcMs start) {
    const Pending pending{mission, start};
    std::erase_if(m_pending, [&](const Pending& each) { return each.mission == mission; });
    m_pending.push_back(pending);
    Q_EMIT asked(QString::fromStdString(mission), start);
    Q_EMIT changed();
    m_desk.ask<void>(
        this,
        [this, pending](Result<void> done) {
            if (done) {
                look(); // the state may have come before the answer
                return;
            }
            forget(pending);
            refuse({}, tr("%1 was not moved: %2")
                           .arg(QString::fromStdString(pending.mission), delivery::refusalText(done.error())));
        },
        [pending](delivery::DeliveryService& service, people::Principal by, delivery::Done<void> done) {
            service.retimeMission(std::move(by), pending.mission, pending.start, std::move(done));
        });
}

void Retimer::forget(const Pending& pending) {
    if (std::erase(m_pending, pending) > 0) Q_EMIT changed();
}

void Retimer::look() {
    const delivery::DeliveryState& state = *m_desk.state();
    const auto before = m_pending.size();
    std::erase_if(m_pending, [&](const Pending& each) {
        const delivery::MissionPtr mission = state.mission(each.mission);
        return !mission || !mission->standing() || mission->start == each.start;
    });
    if (m_check) {
        const UtcMs tried = m_tried;
        if (begin(m_check->mission(), m_within)) m_tried = tried;
        Q_EMIT changed();
    } else if (before != m_pending.size()) {
        Q_EMIT changed();
    }
}

std::optional<UtcMs> startFrom(const QString& text, UtcMs near) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{2}):?(\d{2})(?::?(\d{2}))?Z?$)"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    const QString date = match.captured(1).isEmpty() ? dateText(near) : match.captured(1);
    const QString seconds = match.captured(4).isEmpty() ? QStringLiteral("00") : match.captured(4);
    return fromRfc3339(
        QStringLiteral("%1T%2:%3:%4Z").arg(date, match.captured(2), match.captured(3), seconds).toStdString());
}

} // namespace haneul::diagram
