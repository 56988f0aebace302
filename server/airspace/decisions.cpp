#include "server/airspace/decisions.h"

#include "core/formats/zone_json.h"
#include "server/airspace/tables.h"

#include <format>
#include <map>

namespace haneul::airspace {

namespace {

constexpr std::size_t largestZone = 1000 * 1024; // what an entry of the log can hold
constexpr std::size_t mostZonesAtOnce = 10'000;
constexpr std::size_t longestReason = 1000;

} // namespace

std::string_view toString(ImportChoice choice) {
    switch (choice) {
    case ImportChoice::AllOrNothing:
        return "all_or_nothing";
    case ImportChoice::Sound:
        return "sound";
    case ImportChoice::WithQuarantined:
        return "with_quarantined";
    }
    return "";
}

std::optional<ImportChoice> importChoiceFrom(std::string_view text) {
    for (const auto choice : {ImportChoice::AllOrNothing, ImportChoice::Sound, ImportChoice::WithQuarantined})
        if (text == toString(choice)) return choice;
    return std::nullopt;
}

Result<PreparedZone> prepared(const Zone& zone) {
    for (const Finding& finding : findingsOf(zone))
        if (finding.severity == Severity::Refuse) return fail(finding.code, finding.message, finding.where);
    PreparedZone ready{zoneKey(zone), formats::zoneToJson(zone)};
    if (ready.body.size() > largestZone)
        return fail("TOO_LARGE", std::format("the zone takes more than {} KiB", largestZone / 1024), ready.key);
    return ready;
}

Result<Decided<std::uint64_t>> decidePublish(const storage::Database& database, const PreparedZone& zone,
                                             std::uint64_t basedOn) {
    const auto known = readZoneRow(database, zone.key);
    if (!known) return std::unexpected(known.error());
    const bool stands = *known && !(*known)->withdrawn;
    const std::uint64_t present = stands ? (*known)->revision : 0;
    if (present != basedOn)
        return fail("STALE_REVISION",
                    stands ? std::format("the zone is at revision {} by now", present) : "there is no such zone now",
                    zone.key);
    // A zone that comes back goes on counting: no two texts have one revision.
    const std::uint64_t next = *known ? (*known)->revision + 1 : 1;
    return Decided<std::uint64_t>{{ZonePublished{zone.key, next, zone.body}}, next};
}

Result<Decided<Nothing>> decideWithdraw(const storage::Database& database, const std::string& key,
                                        const std::string& reason) {
    if (reason.size() > longestReason)
        return fail("BAD_NAME", std::format("at most {} bytes", longestReason), "reason");
    const auto known = readZoneRow(database, key);
    if (!known) return std::unexpected(known.error());
    if (!*known || (*known)->withdrawn) return fail("NO_SUCH_ZONE", "there is no zone of that name", key);
    return Decided<Nothing>{{ZoneWithdrawn{key, reason}}, {}};
}

Result<PreparedImport> prepared(const ZoneImport& import, const std::string& file, ImportChoice choice) {
    if (choice == ImportChoice::AllOrNothing)
        for (const FeatureReport& report : import.features)
            if (report.outcome != Outcome::Taken)
                return fail("IMPORT_NOT_SOUND",
                            std::format("{} features are in quarantine and {} are refused: nothing is taken",
                                        import.count(Outcome::Quarantined), import.count(Outcome::Refused)),
                            report.where);
    PreparedImport ready;
    ready.record.file = file;
    ready.record.format = import.format;
    ready.record.choice = toString(choice);
    ready.record.taken = import.count(Outcome::Taken);
    ready.record.quarantined = import.count(Outcome::Quarantined);
    ready.record.refused = import.count(Outcome::Refused);
    std::map<std::string, std::size_t> places;
    for (const Zone& zone : zonesOf(import, choice == ImportChoice::WithQuarantined)) {
        if (ready.zones.size() == mostZonesAtOnce)
            return fail("TOO_MANY", std::format("more than {} zones at once", mostZonesAtOnce), file);
        auto one = prepared(zone);
        if (!one) return std::unexpected(one.error());
        // A second feature with one name was in quarantine: whoever takes it has it stand for the first.
        const auto [same, fresh] = places.try_emplace(one->key, ready.zones.size());
        if (fresh)
            ready.zones.push_back(*std::move(one));
        else
            ready.zones[same->second] = *std::move(one);
    }
    for (const std::string& identifier : import.withdrawn)
        ready.withdrawn.push_back(zoneKey(import.withdrawnCountry, identifier));
    if (ready.zones.empty() && ready.withdrawn.empty())
        return fail("NOTHING_TAKEN", "no feature of the file is taken", file);
    return ready;
}

Result<Decided<ImportRecord>> decideImport(const storage::Database& database, const PreparedImport& import) {
    Decided<ImportRecord> decided{{}, import.record};
    for (const PreparedZone& zone : import.zones) {
        const auto known = readZoneRow(database, zone.key);
        if (!known) return std::unexpected(known.error());
        if (*known && !(*known)->withdrawn && (*known)->body == zone.body) {
            ++decided.outcome.unchanged;
            continue;
        }
        const bool stands = *known && !(*known)->withdrawn;
        ++(stands ? decided.outcome.changed : decided.outcome.published);
        decided.events.emplace_back(std::in_place_type<ZonePublished>, zone.key, *known ? (*known)->revision + 1 : 1,
                                    zone.body);
    }
    for (const std::string& key : import.withdrawn) {
        const auto known = readZoneRow(database, key);
        if (!known) return std::unexpected(known.error());
        if (!*known || (*known)->withdrawn) continue;
        ++decided.outcome.withdrawn;
        decided.events.emplace_back(std::in_place_type<ZoneWithdrawn>, key,
                                    "replaced or cancelled by " + import.record.file);
    }
    decided.events.emplace_back(std::in_place_type<ZonesImported>, decided.outcome);
    return decided;
}

} // namespace haneul::airspace
