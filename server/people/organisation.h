#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::people {

// A day of the calendar: "2027-03-31".
using Date = std::chrono::year_month_day;
[[nodiscard]] std::string toIsoDate(Date date);
[[nodiscard]] std::optional<Date> dateFromIso(std::string_view text); // years 1900 to 9999, a day that exists

struct Licence {
    std::string kind;            // "air business", "초경량비행장치사용사업"
    std::string number;          // as it stands on the paper
    std::optional<Date> expires; // the last day on which it is good; none: not known

    bool operator==(const Licence&) const = default;
};

struct Insurance {
    std::string insurer;
    std::string policy;      // its number
    std::int64_t amount = 0; // insured, in whole units of the currency
    std::string currency;    // ISO 4217: "KRW"
    std::optional<Date> expires;

    bool operator==(const Insurance&) const = default;
};

struct Contact {
    std::string name, email, phone; // each may be empty

    bool operator==(const Contact&) const = default;
};

// Who operates: R-DB-02 (org_id, name, address) and R-GEN-08.
struct Organisation {
    std::string id; // made like a log-in name
    std::string name;
    std::string address; // may be empty
    Contact contact;
    std::vector<Licence> licences;
    std::optional<Insurance> insurance;
    std::string region; // where its data must stay: "KR", "EU"; empty: not said

    bool operator==(const Organisation&) const = default;
};

// As it is kept: blanks at the ends taken off, names folded. Codes: BAD_USER_NAME (the id), BAD_NAME, BAD_EMAIL,
// BAD_ORGANISATION (all else); `where` is the field, "licences.2.number".
[[nodiscard]] Result<Organisation> acceptedOrganisation(const Organisation& organisation);

// -- what expires

enum class ExpiryState {
    Valid,
    ExpiresSoon,
    Unknown, // nothing, or no date, is recorded: not the same as valid
    Expired,
};
[[nodiscard]] std::string_view toString(ExpiryState state); // "valid", "expires_soon", "unknown", "expired"

struct ExpiryRules {
    std::chrono::days warnBefore{30};
    // A date on a paper is a day of the place where it was issued; this one ends at 15:00 UTC (Korean standard time).
    std::chrono::hours utcOffset{9};
};

struct JudgedExpiry {
    std::string what; // "insurance", or "licence" with kind and number: "licence air business 2021-7"
    ExpiryState state = ExpiryState::Unknown;
    std::optional<Date> expires;
    std::optional<int> days_left; // whole days after today; 0: today is the last one; negative: so long ago
    std::string reason;

    bool operator==(const JudgedExpiry&) const = default;
};

inline constexpr std::string_view insuranceWhat = "insurance";
inline constexpr std::string_view licenceWhat = "licence";

[[nodiscard]] JudgedExpiry judgeExpiry(std::string what, std::optional<Date> expires, UtcMs now,
                                       const ExpiryRules& rules = {});
// Each licence, then the insurance; what is missing is judged too.
[[nodiscard]] std::vector<JudgedExpiry> judgeExpiries(const Organisation& organisation, UtcMs now,
                                                      const ExpiryRules& rules = {});
[[nodiscard]] ExpiryState worstOf(const std::vector<JudgedExpiry>& judged); // Valid without any

// -- what changed

struct FieldChange {
    std::string field;                        // "insurance.expires", "licences.1.number"
    std::optional<std::string> before, after; // none: was (is) not there

    bool operator==(const FieldChange&) const = default;
};

// In the order of the fields; `before` none: everything is new.
[[nodiscard]] std::vector<FieldChange> changesBetween(const std::optional<Organisation>& before,
                                                      const Organisation& after);

// -- as JSON: of the log's entries, the tables and the wire

[[nodiscard]] std::string toJson(const Organisation& organisation);
// Codes: those of json::Object; BAD_ORGANISATION (no such date).
[[nodiscard]] Result<Organisation> organisationFromJson(std::string_view json);

} // namespace haneul::people
