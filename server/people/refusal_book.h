#pragma once

#include "core/base/time.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace haneul::people {

// One kind of refusal, of one account or address.
struct RefusalKey {
    std::string user; // empty: unknown
    std::string desk;
    std::string role, session; // of who asked, when known
    std::string reason;        // of a log-in; empty: a call was refused
    std::string scope, what;   // of a call

    auto operator<=>(const RefusalKey&) const = default;
};

struct RefusalSum {
    RefusalKey key;
    std::int64_t count = 0;

    bool operator==(const RefusalSum&) const = default;
};

struct RefusalRules {
    milliseconds window = std::chrono::minutes(1);
    std::size_t keysPerWindow = 60; // further ones share one entry without names
};

// Refusals are entries of the log, but nobody may fill the disk with them: the first of a key is written at once,
// what follows within the minute is counted and written as one entry at its end; and so many keys a minute at most.
// Not thread-safe.
class RefusalBook {
public:
    explicit RefusalBook(RefusalRules rules = {})
        : m_rules(rules) {}

    // What to write now: one sum of 1, or nothing.
    [[nodiscard]] std::vector<RefusalSum> note(const RefusalKey& key, UtcMs now);
    // What has been counted in windows that are over.
    [[nodiscard]] std::vector<RefusalSum> due(UtcMs now);
    // All that is counted, at the end of the program.
    [[nodiscard]] std::vector<RefusalSum> rest();

private:
    struct Window {
        UtcMs begun{};
        std::int64_t counted = 0; // not yet written
    };

    RefusalRules m_rules;
    std::map<RefusalKey, Window> m_windows;
};

} // namespace haneul::people
