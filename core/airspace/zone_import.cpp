#include "core/airspace/zone_import.h"

#include <algorithm>
#include <format>
#include <map>

namespace haneul::airspace {

std::string_view toString(Outcome outcome) {
    switch (outcome) {
    case Outcome::Taken:
        return "TAKEN";
    case Outcome::Quarantined:
        return "QUARANTINED";
    case Outcome::Refused:
        return "REFUSED";
    }
    return "";
}

std::size_t ZoneImport::count(Outcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(features, outcome, &FeatureReport::outcome));
}

FeatureReport reportOf(std::string where, Zone zone, std::vector<Finding> findings) {
    FeatureReport report{std::move(where), zone.identifier, Outcome::Taken, std::move(findings), {}};
    // What a reader refused is not there to be looked at again.
    if (!anyOf(report.findings, Severity::Refuse))
        for (Finding& finding : findingsOf(zone)) {
            finding.where = std::format("{}: {}", report.where, finding.where);
            report.findings.push_back(std::move(finding));
        }
    if (anyOf(report.findings, Severity::Refuse)) {
        report.outcome = Outcome::Refused;
        return report;
    }
    if (anyOf(report.findings, Severity::Quarantine)) report.outcome = Outcome::Quarantined;
    report.zone = std::move(zone);
    return report;
}

void findDuplicates(ZoneImport& import) {
    std::map<std::pair<std::string, std::string>, std::string> first;
    for (FeatureReport& report : import.features) {
        if (!report.zone) continue;
        const auto [place, fresh] =
            first.try_emplace(std::pair(report.zone->country, report.zone->identifier), report.where);
        if (fresh) continue;
        report.findings.push_back({Severity::Quarantine, "DUPLICATE_IDENTIFIER",
                                   std::format("{} has the same country and identifier", place->second), report.where});
        report.outcome = Outcome::Quarantined;
    }
}

std::vector<Zone> zonesOf(const ZoneImport& import, bool withQuarantined) {
    std::vector<Zone> zones;
    for (const FeatureReport& report : import.features)
        if (report.zone && (report.outcome == Outcome::Taken || withQuarantined)) zones.push_back(*report.zone);
    return zones;
}

} // namespace haneul::airspace
