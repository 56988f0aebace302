#include "server/runtime/decisions.h"

#include "server/people/demo_accounts.h"
#include "server/people/people_projection.h"

#include <sodium.h>

#include <utility>
#include <vector>

namespace haneul::runtime {

Result<std::unique_ptr<Decisions>> Decisions::open(const std::filesystem::path& dataFolder, storage::DataKind kind,
                                                   const clock::Clock& clock, situation::NoticeBoard* notices) {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    std::unique_ptr<Decisions> decisions(new Decisions);
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    auto opened =
        log::EventLog::open({.dataFolder = dataFolder, .kind = kind}, clock, std::move(projections), notices);
    if (!opened) return std::unexpected(opened.error());
    decisions->m_log = *std::move(opened);

    const bool demo = kind == storage::DataKind::Demo;
    if (demo)
        if (const auto seen = people::seeToDemoAccounts(dataFolder, *decisions->m_log, decisions->m_hasher,
                                                        people::systemRandom);
            !seen)
            return std::unexpected(seen.error());
    auto people = people::PeopleService::open(*decisions->m_log, clock, decisions->m_hasher, people::systemRandom,
                                              {.demo = demo}, notices);
    if (!people) return std::unexpected(people.error());
    decisions->m_people = *std::move(people);
    return decisions;
}

} // namespace haneul::runtime
