#pragma once

#include "core/base/time.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::people {

// What is counted, and of whom.
enum class AlarmKind {
    AccountLogIns, // failed log-ins to one account
    AddressLogIns, // failed log-ins from one address
    AllLogIns,     // failed log-ins from everywhere: many accounts or addresses, a few tries each
    Refusals,      // calls of one user or machine that lacked a scope
    NoToken,       // calls from one address without a good token
    Rate,          // calls of one user, machine or address that came too often
};
[[nodiscard]] std::string_view toString(AlarmKind kind); // "account_log_ins", …
[[nodiscard]] std::optional<AlarmKind> alarmKindFrom(std::string_view text);
inline constexpr std::size_t alarmKinds = 6;

// Something that was refused.
struct Observation {
    enum class What { FailedLogIn, Refused, NoToken, TooMany } what = What::FailedLogIn;
    std::string user;    // who, or to whose account; empty: not known
    std::string address; // from where; may be empty
};

struct AlarmRule {
    std::size_t raiseAt = 0; // so many within the window raise the alarm
    std::size_t clearAt = 0; // and it ends when no more than so many are left in the window
    milliseconds window{0};
};

struct SecurityRules {
    AlarmRule accountLogIns{5, 1, std::chrono::minutes(5)};
    AlarmRule addressLogIns{10, 2, std::chrono::minutes(5)};
    AlarmRule allLogIns{30, 10, std::chrono::minutes(5)};
    AlarmRule refusals{20, 5, std::chrono::minutes(1)};
    AlarmRule noToken{120, 30, std::chrono::minutes(1)}; // a page that asks once a second with a token that has ended
                                                         // is not meant
    AlarmRule rate{50, 5, std::chrono::minutes(1)};
    std::size_t remembered = 10'000; // subjects of each kind; who was quiet longest goes, unless in alarm

    [[nodiscard]] const AlarmRule& of(AlarmKind kind) const;
};

// One alarm, from its raising to its end.
struct Episode {
    AlarmKind kind = AlarmKind::AllLogIns;
    std::string subject; // account, address, user; empty with AllLogIns
    UtcMs since{};       // the first of those that raised it
    UtcMs raised{};
    std::int64_t count = 0; // so far, those that raised it included

    bool operator==(const Episode&) const = default;
};

// Counts refusals in sliding windows and says once when there are too many, and once when it is over; between the two
// limits nothing changes. A value: time is an argument. An account that does not exist is never a subject, because
// what was typed may be a password. Not thread-safe.
class SecurityWatch {
public:
    explicit SecurityWatch(SecurityRules rules = {})
        : m_rules(rules) {}

    // The alarms that this raises.
    [[nodiscard]] std::vector<Episode> note(const Observation& observation, UtcMs now);
    // The alarms that have ended by now.
    [[nodiscard]] std::vector<Episode> due(UtcMs now);
    // An alarm that stood before this watch began: it ends when one more window was quiet.
    void restore(Episode episode, UtcMs now);

    [[nodiscard]] std::vector<Episode> standing() const;

    [[nodiscard]] std::size_t subjects(AlarmKind kind) const { return m_counts[static_cast<std::size_t>(kind)].size(); }

private:
    struct Count {
        std::deque<UtcMs> times; // of the last `raiseAt`, the oldest first
        std::optional<Episode> episode;
        UtcMs restored{};
    };

    using Counts = std::map<std::string, Count>; // by subject

    std::optional<Episode> count(AlarmKind kind, const std::string& subject, UtcMs now);
    [[nodiscard]] bool makeRoom(Counts& counts) const;

    SecurityRules m_rules;
    std::array<Counts, alarmKinds> m_counts; // by kind
};

} // namespace haneul::people
