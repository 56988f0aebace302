#pragma once

#include "server/log/event_log.h"
#include "server/people/user_records.h"

#include <string>
#include <vector>

namespace haneul::people {

// The tables made from the people.* entries:
//   users         R-DB-01: user_id, name, email, password_hash, role; and state, failed log-ins, a role asked for
//   sessions      the open ones
//   access_tokens all ever issued
// and those of house_tables.h.
class PeopleProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "people"; }

    [[nodiscard]] std::vector<std::string> tables() const override;

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

// What only PeopleService may see.
struct StoredUser {
    UserRecord record;
    std::string passwordHash;
    int failures = 0; // in a row, as far as the log knows
    UtcMs lastFailure{};
};

struct StoredToken {
    TokenRecord record;
    std::string tokenHash;
};

// In the order of their names. Code DATABASE.
[[nodiscard]] Result<std::vector<StoredUser>> readUsers(const storage::Database& database);
[[nodiscard]] Result<std::vector<StoredToken>> readTokens(const storage::Database& database);
[[nodiscard]] Result<std::vector<SessionRecord>> readSessions(const storage::Database& database);

} // namespace haneul::people
