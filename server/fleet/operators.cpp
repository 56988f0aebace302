#include "server/fleet/operators.h"

#include "server/people/house_events.h"
#include "server/people/house_tables.h"
#include "server/people/user_rules.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <variant>

namespace haneul::fleet {

namespace {

UtcMs endOf(people::Date date, const people::ExpiryRules& rules) {
    return std::chrono::sys_days(date) + std::chrono::days(1) - rules.utcOffset;
}

// By organisation. The revision tells which is later: what the tables said and what the log tells may overtake each
// other.
class Operators {
public:
    void keep(std::uint64_t revision, const people::Organisation& organisation) {
        const std::lock_guard lock(m_mutex);
        auto& [known, kept] = m_kept[organisation.id];
        if (revision < known) return;
        known = revision;
        kept = operatorFrom(organisation);
    }

    [[nodiscard]] std::optional<Organisation> find(std::string_view id) const {
        const std::string folded = people::foldedUserName(id);
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(folded);
        if (found == m_kept.end()) return std::nullopt;
        return found->second.second;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::pair<std::uint64_t, Organisation>, std::less<>> m_kept;
};

} // namespace

Organisation operatorFrom(const people::Organisation& organisation, const people::ExpiryRules& rules) {
    Organisation judged{.id = organisation.id, .name = organisation.name, .insured_until = {}, .licensed_until = {}};
    if (organisation.insurance && organisation.insurance->expires)
        judged.insured_until = endOf(*organisation.insurance->expires, rules);
    const auto& licences = organisation.licences;
    if (!licences.empty() && std::ranges::all_of(licences, [](const auto& one) { return one.expires.has_value(); }))
        judged.licensed_until = endOf(*std::ranges::min(licences, {}, &people::Licence::expires).expires, rules);
    return judged;
}

Result<OrganisationOf> operatorsOf(log::EventLog& log) {
    const auto operators = std::make_shared<Operators>();
    log.subscribe([weak = std::weak_ptr<Operators>(operators)](const log::Entry& entry) {
        const auto alive = weak.lock();
        if (!alive || !people::isHouseEvent(entry.type)) return;
        const auto event = people::houseEventFrom(entry.type, entry.body);
        if (!event) return; // the projection has refused it before
        if (const auto* const saved = std::get_if<people::OrganisationSaved>(&*event))
            alive->keep(saved->revision, saved->organisation);
    });
    std::promise<Result<std::vector<people::OrganisationRecord>>> promise;
    log.read([&promise](const storage::Database& database) { promise.set_value(people::readOrganisations(database)); });
    const auto stored = promise.get_future().get();
    if (!stored) return std::unexpected(stored.error());
    for (const people::OrganisationRecord& record : *stored)
        operators->keep(record.revision, record.organisation);
    return OrganisationOf([operators](std::string_view id) { return operators->find(id); });
}

} // namespace haneul::fleet
