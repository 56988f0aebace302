#include "server/planner/local_planner.h"

#include "core/avoid/policy_file.h"
#include "core/json/object.h"

#include <fstream>
#include <iterator>

namespace haneul::planner {

namespace {

constexpr std::size_t largestFile = 1024 * 1024;

Result<std::string> contentOf(const std::filesystem::path& file, const char* missing) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(missing, "the file cannot be opened", file.string());
    std::string content(largestFile + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (content.size() > largestFile) return fail("POLICY_DAMAGED", "the file is far too large", file.string());
    return content;
}

Result<avoid::StoredPolicy> readPolicy(const std::filesystem::path& file) {
    const auto content = contentOf(file, "POLICY_MISSING");
    if (!content) return std::unexpected(content.error());
    auto stored = avoid::decodePolicy({reinterpret_cast<const std::uint8_t*>(content->data()), content->size()});
    if (!stored) return fail(stored.error().code, stored.error().message, file.string());
    return stored;
}

// The record only informs: one that is missing, or belongs to another policy, is not shown.
std::optional<Training> readTraining(const std::filesystem::path& file, const std::string& version) {
    const auto content = contentOf(file, "RECORD_MISSING");
    if (!content) return std::nullopt;
    auto record = json::Object::parse(*content);
    if (!record || record->string("policy").value_or("") != version) return std::nullopt;
    auto rewards = record->objects("rewards");
    if (!rewards || rewards->empty()) return std::nullopt;
    return Training{.seed = record->integer("seed").value_or(0),
                    .generations = record->integer("generations").value_or(0),
                    .encounters = record->integer("encounters_flown").value_or(0),
                    .firstReward = rewards->front().number("reward").value_or(0),
                    .lastReward = rewards->back().number("reward").value_or(0),
                    .ruleReward = rewards->back().number("rule_reward").value_or(0)};
}

avoid::Planner open(const LocalPlannerSettings& settings, Status& status) {
    status.wanted = settings.choice;
    const auto stored = readPolicy(settings.policy);
    if (stored) {
        status.version = stored->version;
        auto record = settings.policy;
        record += ".json";
        status.training = readTraining(record, stored->version);
    }
    if (settings.choice == Choice::Rules) return avoid::Planner(avoid::Mode::RulesShield);
    if (stored) return avoid::Planner(avoid::Mode::LearnedShield, stored->policy);
    status.refused = stored.error();
    return avoid::Planner(avoid::Mode::RulesShield);
}

} // namespace

LocalPlanner::LocalPlanner(const LocalPlannerSettings& settings)
    : m_planner(open(settings, m_status)) {
    m_status.mode = m_planner.mode();
}

void LocalPlanner::record(FlownDecision flown) {
    const avoid::Decision& decision = flown.decision;
    const bool asks = decision.replan != avoid::Replan::None;
    const std::lock_guard lock(m_mutex);
    ++m_counters.decisions;
    m_counters.alerts += decision.alert ? 1 : 0;
    m_counters.overrides += decision.overridden ? 1 : 0;
    m_counters.unsafe += decision.safe ? 0 : 1;
    m_counters.replans += asks ? 1 : 0;
    if (!decision.alert && !decision.overridden && decision.safe && !asks) return;
    m_recent.push_front(std::move(flown));
    if (m_recent.size() > kept) m_recent.pop_back();
}

std::vector<FlownDecision> LocalPlanner::recent() const {
    const std::lock_guard lock(m_mutex);
    return {m_recent.begin(), m_recent.end()};
}

Counters LocalPlanner::counters() const {
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

} // namespace haneul::planner
