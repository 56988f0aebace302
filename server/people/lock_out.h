#pragma once

#include "core/base/time.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::people {

struct LockOutRules {
    int delayFrom = 3;                                 // the failure that brings the first delay
    milliseconds firstDelay = std::chrono::seconds(1); // doubled by each further one
    int lockFrom = 10;                                 // each failure from here on locks for lockTime
    milliseconds lockTime = std::chrono::minutes(15);
    int reviewAt = 100; // of an account: until an administrator has looked (SP 800-63B 5.2.2)
    milliseconds addressMemory = std::chrono::hours(1); // an address that failed no more for so long starts anew
    std::size_t remembered = 10'000; // accounts and addresses, each; the one that failed longest ago goes
};

// How long the n-th failure in a row makes wait: 0, 0, 1 s, 2 s, … 64 s, then 15 min. `mild`: never more than the
// longest delay before the lock, for the last administrator at the local desk.
[[nodiscard]] milliseconds waitAfter(const LockOutRules& rules, int failures, bool mild);

// Counts failed log-ins, per account (whether it exists or not) and per address. Not thread-safe.
class LockOut {
public:
    explicit LockOut(LockOutRules rules = {})
        : m_rules(rules) {}

    struct Attempt {
        std::string account;            // user_id
        std::string address;            // "desk" is the console that owns this core
        bool lastAdministrator = false; // the account is the only administrator who can still log in
    };

    struct Verdict {
        enum class Kind { Heard, Wait, Review } kind = Kind::Heard;
        UtcMs until{}; // with Wait

        bool operator==(const Verdict&) const = default;
    };

    // Whether the attempt is heard at all. The last administrator is always heard at the local desk after a short wait.
    [[nodiscard]] Verdict judge(const Attempt& attempt, UtcMs now) const;

    struct Consequence {
        int accountFailures = 0;
        int addressFailures = 0;
        std::optional<UtcMs> waitUntil;
        bool locked = false; // by this failure, for lockTime
        bool review = false; // by this failure
    };

    Consequence failed(const Attempt& attempt, UtcMs now);
    // The account starts anew. The address does not: whoever has one account could try all others.
    void succeeded(const Attempt& attempt);
    void forgive(std::string_view account); // an administrator looked
    // What the log knows from before the start.
    void restore(std::string account, int failures, UtcMs last);

    [[nodiscard]] int failuresOf(std::string_view account) const;

private:
    struct Count {
        int failures = 0;
        UtcMs last{};
    };

    using Counts = std::map<std::string, Count, std::less<>>;

    [[nodiscard]] bool mild(const Attempt& attempt) const;
    [[nodiscard]] int addressFailures(const std::string& address, UtcMs now) const;
    int count(Counts& counts, const std::string& key, int before, UtcMs now);

    LockOutRules m_rules;
    Counts m_accounts;
    Counts m_addresses;
};

} // namespace haneul::people
