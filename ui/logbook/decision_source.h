#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace haneul::logbook {

// One entry of the signed event log, as it is shown.
struct Decision {
    std::uint64_t sequence = 0; // per origin, from 1
    UtcMs time{};
    QString origin; // instance that wrote it
    QString user, role, session, desk;
    QString type;             // "people.user_added"
    QString body;             // JSON object, exactly as written
    QString digest, previous; // hexadecimal
};

struct DecisionFilter {
    QString text; // anywhere in type, user or body
    QString type; // how it begins
    QString user;
    std::optional<UtcMs> from = {}, to = {};

    bool operator==(const DecisionFilter&) const = default;
};

struct DecisionPage {
    std::vector<Decision> entries; // newest first
    bool last = false;             // nothing older fits the filter
};

// What is known of the chain of hashes and signatures.
struct ChainState {
    enum class Verdict { NotKnown, Checking, Whole, Broken };
    Verdict verdict = Verdict::NotKnown;
    std::uint64_t checked = 0; // entries
    QString detail;            // what is wrong, and where
};

// Where the decisions come from. Calls return at once; answers come on the thread of the user interface.
struct DecisionSource {
    // Entries before the sequence `before` (without it: the newest), at most `limit`.
    std::function<void(DecisionFilter, std::optional<std::uint64_t> before, std::size_t limit,
                       std::function<void(Result<DecisionPage>)>)>
        read;
    std::function<void(std::function<void(ChainState)>)> verify;
    // Told whenever there are new entries, for as long as the program runs.
    std::function<void(std::function<void()>)> subscribe;
};

// Where there is no event log.
[[nodiscard]] DecisionSource noDecisions();

} // namespace haneul::logbook
