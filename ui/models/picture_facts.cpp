#include "ui/models/picture_facts.h"

#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace haneul::models {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(haneul::models::Facts)
};

using situation::FeedHealth;
using situation::FeedState;

std::optional<Fact> factOf(const FeedHealth& feed) {
    if (feed.state == FeedState::Connected) return std::nullopt;
    const QString name = QString::fromStdString(feed.id);
    const QString state = stateText(feed.state);
    const QString since =
        feed.lastMessage ? Facts::tr("last data %1").arg(utcTime(*feed.lastMessage)) : Facts::tr("no data yet");
    const FactGravity gravity = feed.state == FeedState::Failed         ? FactGravity::Danger
                                : feed.state == FeedState::Disconnected ? FactGravity::Warning
                                                                        : FactGravity::Caution;
    return Fact{gravity, QStringLiteral("%1: %2, %3").arg(name, state, since)};
}

} // namespace

TrackCounts countTracks(const situation::Situation& situation) {
    TrackCounts counts;
    for (const traffic::TrackPtr& track : situation.tracks) {
        counts.live += track->state == traffic::TrackState::Live;
        counts.stale += track->state == traffic::TrackState::Stale;
        counts.lost += track->state == traffic::TrackState::Lost;
        counts.withoutPosition += !track->position;
    }
    return counts;
}

std::vector<Fact> knownGaps(const situation::Situation& situation, UtcMs now) {
    std::vector<Fact> facts;
    if (situation.number == 0) {
        facts.push_back({FactGravity::Danger, Facts::tr("No picture yet")});
        return facts;
    }
    const bool live = situation.mode == situation::TimeMode::Live;
    if (live && now - situation.time > pictureStandsStillAfter)
        facts.push_back({FactGravity::Danger, Facts::tr("Picture stands still since %1").arg(utcTime(situation.time))});
    if (live && situation.feeds.empty()) facts.push_back({FactGravity::Warning, Facts::tr("No feed is set up")});
    for (const FeedHealth& feed : situation.feeds)
        if (auto fact = factOf(feed)) facts.push_back(std::move(*fact));

    const TrackCounts counts = countTracks(situation);
    if (counts.withoutPosition > 0)
        facts.push_back({FactGravity::Caution, Facts::tr("No position: %n track(s)", nullptr, counts.withoutPosition)});
    if (counts.stale > 0)
        facts.push_back({FactGravity::Caution, Facts::tr("Stale: %n track(s)", nullptr, counts.stale)});
    if (counts.lost > 0) facts.push_back({FactGravity::Caution, Facts::tr("Lost: %n track(s)", nullptr, counts.lost)});
    if (situation.counters.refusedFull > 0)
        facts.push_back(
            {FactGravity::Danger, Facts::tr("Picture full: %1 reports refused").arg(situation.counters.refusedFull)});
    std::ranges::stable_sort(facts, std::greater{}, &Fact::gravity);
    return facts;
}

} // namespace haneul::models
