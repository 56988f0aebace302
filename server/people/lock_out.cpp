#include "server/people/lock_out.h"

#include <algorithm>

namespace haneul::people {

milliseconds waitAfter(const LockOutRules& rules, int failures, bool mild) {
    if (failures < rules.delayFrom) return milliseconds{0};
    if (failures >= rules.lockFrom && !mild) return rules.lockTime;
    const int doublings = std::min(failures, rules.lockFrom - 1) - rules.delayFrom;
    return rules.firstDelay * (std::int64_t{1} << doublings);
}

bool LockOut::mild(const Attempt& attempt) const {
    return attempt.lastAdministrator && attempt.address == "desk";
}

int LockOut::addressFailures(const std::string& address, UtcMs now) const {
    const auto found = m_addresses.find(address);
    if (found == m_addresses.end() || now - found->second.last >= m_rules.addressMemory) return 0;
    return found->second.failures;
}

LockOut::Verdict LockOut::judge(const Attempt& attempt, UtcMs now) const {
    const bool gentle = mild(attempt);
    UtcMs until = now;
    if (const auto account = m_accounts.find(attempt.account); account != m_accounts.end()) {
        if (account->second.failures >= m_rules.reviewAt && !gentle) return {Verdict::Kind::Review, {}};
        until = std::max(until, account->second.last + waitAfter(m_rules, account->second.failures, gentle));
    }
    if (const int failures = addressFailures(attempt.address, now); failures > 0)
        until = std::max(until, m_addresses.at(attempt.address).last + waitAfter(m_rules, failures, gentle));
    if (until > now) return {Verdict::Kind::Wait, until};
    return {};
}

int LockOut::count(Counts& counts, const std::string& key, int before, UtcMs now) {
    if (!counts.contains(key) && counts.size() >= m_rules.remembered)
        counts.erase(std::ranges::min_element(counts, {}, [](const auto& item) { return item.second.last; }));
    counts[key] = {before + 1, now};
    return before + 1;
}

LockOut::Consequence LockOut::failed(const Attempt& attempt, UtcMs now) {
    const bool gentle = mild(attempt);
    Consequence consequence;
    consequence.accountFailures = count(m_accounts, attempt.account, failuresOf(attempt.account), now);
    consequence.addressFailures = count(m_addresses, attempt.address, addressFailures(attempt.address, now), now);
    const auto wait = std::max(waitAfter(m_rules, consequence.accountFailures, gentle),
                               waitAfter(m_rules, consequence.addressFailures, gentle));
    if (wait > milliseconds{0}) consequence.waitUntil = now + wait;
    consequence.locked = wait >= m_rules.lockTime;
    consequence.review = consequence.accountFailures == m_rules.reviewAt && !gentle;
    return consequence;
}

void LockOut::succeeded(const Attempt& attempt) {
    m_accounts.erase(attempt.account);
}

void LockOut::forgive(std::string_view account) {
    if (const auto found = m_accounts.find(account); found != m_accounts.end()) m_accounts.erase(found);
}

void LockOut::restore(std::string account, int failures, UtcMs last) {
    if (failures > 0) m_accounts[std::move(account)] = {failures, last};
}

int LockOut::failuresOf(std::string_view account) const {
    const auto found = m_accounts.find(account);
    return found == m_accounts.end() ? 0 : found->second.failures;
}

} // namespace haneul::people
