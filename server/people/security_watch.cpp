#include "server/people/security_watch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::people {

namespace {

constexpr std::array<std::string_view, alarmKinds> names{"account_log_ins", "address_log_ins", "all_log_ins",
                                                         "refusals",        "no_token",        "rate"};

void forgetBefore(std::deque<UtcMs>& times, UtcMs first) {
    while (!times.empty() && times.front() <= first)
        times.pop_front();
}

} // namespace

std::string_view toString(AlarmKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<AlarmKind> alarmKindFrom(std::string_view text) {
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<AlarmKind>(found - names.begin());
}

const AlarmRule& SecurityRules::of(AlarmKind kind) const {
    switch (kind) {
    case AlarmKind::AccountLogIns:
        return accountLogIns;
    case AlarmKind::AddressLogIns:
        return addressLogIns;
    case AlarmKind::AllLogIns:
        return allLogIns;
    case AlarmKind::Refusals:
        return refusals;
    case AlarmKind::NoToken:
        return noToken;
    case AlarmKind::Rate:
        break;
    }
    return rate;
}

std::vector<Episode> SecurityWatch::note(const Observation& observation, UtcMs now) {
    std::vector<Episode> raised;
    const auto take = [&](AlarmKind kind, const std::string& subject) {
        if (auto episode = count(kind, subject, now)) raised.push_back(*std::move(episode));
    };
    const std::string& whoever = observation.user.empty() ? observation.address : observation.user;
    switch (observation.what) {
    case Observation::What::FailedLogIn:
        if (!observation.user.empty()) take(AlarmKind::AccountLogIns, observation.user);
        if (!observation.address.empty()) take(AlarmKind::AddressLogIns, observation.address);
        take(AlarmKind::AllLogIns, "");
        break;
    case Observation::What::Refused:
        take(AlarmKind::Refusals, whoever);
        break;
    case Observation::What::NoToken:
        take(AlarmKind::NoToken, observation.address);
        break;
    case Observation::What::TooMany:
        take(AlarmKind::Rate, whoever);
        break;
    }
    return raised;
}

std::optional<Episode> SecurityWatch::count(AlarmKind kind, const std::string& subject, UtcMs now) {
    const AlarmRule& rule = m_rules.of(kind);
    Counts& counts = m_counts[static_cast<std::size_t>(kind)];
    if (!counts.contains(subject) && !makeRoom(counts)) return std::nullopt;
    Count& known = counts[subject];
    forgetBefore(known.times, now - rule.window);
    known.times.push_back(now);
    if (known.times.size() > rule.raiseAt) known.times.pop_front();
    if (known.episode) {
        ++known.episode->count;
        return std::nullopt;
    }
    if (known.times.size() < rule.raiseAt) return std::nullopt;
    known.episode = Episode{kind, subject, known.times.front(), now, static_cast<std::int64_t>(known.times.size())};
    return known.episode;
}

std::vector<Episode> SecurityWatch::due(UtcMs now) {
    std::vector<Episode> ended;
    for (std::size_t kind = 0; kind < alarmKinds; ++kind) {
        const AlarmRule& rule = m_rules.of(static_cast<AlarmKind>(kind));
        std::erase_if(m_counts[kind], [&](auto& item) {
            Count& known = item.second;
            forgetBefore(known.times, now - rule.window);
            if (known.episode && known.times.size() <= rule.clearAt && now - known.restored >= rule.window)
                ended.push_back(*std::exchange(known.episode, std::nullopt));
            return known.times.empty() && !known.episode;
        });
    }
    return ended;
}

void SecurityWatch::restore(Episode episode, UtcMs now) {
    Count& known = m_counts[static_cast<std::size_t>(episode.kind)][episode.subject];
    known.restored = now;
    known.episode = std::move(episode);
}

std::vector<Episode> SecurityWatch::standing() const {
    std::vector<Episode> episodes;
    for (const Counts& counts : m_counts)
        for (const auto& [subject, known] : counts)
            if (known.episode) episodes.push_back(*known.episode);
    return episodes;
}

// An alarm that stands is never forgotten, or nobody would end it; when only such are left, no more are counted.
bool SecurityWatch::makeRoom(Counts& counts) const {
    if (counts.size() < m_rules.remembered) return true;
    auto victim = counts.end();
    for (auto each = counts.begin(); each != counts.end(); ++each)
        if (!each->second.episode &&
            (victim == counts.end() || each->second.times.back() < victim->second.times.back()))
            victim = each;
    if (victim == counts.end()) return false;
    counts.erase(victim);
    return true;
}

} // namespace haneul::people
