#pragma once

#include "server/log/event_log.h"

#include <QSqlQuery>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace haneul::log {

// A balance per account, moved by events "account.moved" {"name": …, "by": …}; enough to see half a change.
class Accounts final : public Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "accounts"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"account", "account_move"}; }

    [[nodiscard]] int version() const override { return m_version; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const Entry& entry) override;

    void setVersion(int version) { m_version = version; }

private:
    int m_version = 1;
};

[[nodiscard]] std::vector<std::unique_ptr<Projection>> accountsOnly();

// Moves `by` from nowhere to `name`; refused when the balance would go below zero.
[[nodiscard]] Decide move(std::string name, int by);

[[nodiscard]] EventLogSettings settingsFor(const std::filesystem::path& folder);

// What the log of `folder` says against what its tables say; empty when all is well. Opens it read-only.
[[nodiscard]] std::string complaintAbout(const std::filesystem::path& folder);

} // namespace haneul::log
