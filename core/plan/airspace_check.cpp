#include "core/plan/report_maker.h"

#include <format>
#include <map>

// Zones that the volumes of a plan touch: checkAirspace and checkDocuments of checks.h.
namespace haneul::plan {

namespace {

using airspace::ZoneType;

constexpr milliseconds lookAhead{std::int64_t{24} * 3600 * 1000};

// A zone and what of the plan is in it.
struct ZoneTouch {
    const airspace::Zone* zone = nullptr;
    geo::Judged judged{geo::Judgement::No, {}}; // Yes when any volume surely is
    std::optional<UtcMs> from, to;
    std::optional<geo::LatLon> place;
    std::optional<geo::VerticalLimit> lower, upper; // of the zone
    std::optional<milliseconds> laterBy = milliseconds{0}, earlierBy = milliseconds{0};
};

void widen(std::optional<milliseconds>& by, std::optional<milliseconds> needed) {
    by = by && needed ? std::optional(std::max(*by, *needed)) : std::nullopt;
}

// The zone is active then: how long still, and since how long; none where that is more than a day.
std::optional<milliseconds> activeFor(const airspace::Zone& zone, UtcMs from) {
    if (zone.periods.empty()) return std::nullopt;
    const auto windows = activityOf(zone, from, from + lookAhead).windows;
    if (windows.empty() || windows.front().to >= from + lookAhead) return std::nullopt;
    return windows.front().to - from;
}

std::optional<milliseconds> activeSince(const airspace::Zone& zone, UtcMs to) {
    if (zone.periods.empty()) return std::nullopt;
    const auto windows = activityOf(zone, to - lookAhead, to).windows;
    if (windows.empty() || windows.back().from <= to - lookAhead) return std::nullopt;
    return to - windows.back().from;
}

void take(ZoneTouch& touch, const airspace::ZoneHit& hit, const geo::Volume4D& volume) {
    const auto& layer = touch.zone->layers[hit.layer];
    if (!touch.place || (hit.answer == geo::Judgement::Yes && touch.judged.answer != geo::Judgement::Yes)) {
        touch.judged = {hit.answer, hit.why};
        touch.place = deconflict::commonPlace(volume.area, layer.area);
        touch.lower = layer.lower;
        touch.upper = layer.upper;
    }
    touch.from = touch.from ? std::min(touch.from, volume.from) : volume.from;
    touch.to = touch.to ? std::max(touch.to, volume.to) : volume.to;
    widen(touch.laterBy, volume.from ? activeFor(*touch.zone, *volume.from) : std::nullopt);
    widen(touch.earlierBy, volume.to ? activeSince(*touch.zone, *volume.to) : std::nullopt);
}

std::vector<ZoneTouch> touched(const FlightPlan& plan, const CheckInputs& inputs) {
    std::map<std::size_t, ZoneTouch> found;
    for (const auto& volume : plan.volumes)
        for (const auto& hit : inputs.zones->zonesIn(volume, inputs.surroundings)) {
            auto& touch = found[hit.zone];
            touch.zone = &inputs.zones->zones()[hit.zone];
            take(touch, hit, volume);
        }
    std::vector<ZoneTouch> touches;
    for (auto& [number, touch] : found)
        touches.push_back(std::move(touch));
    return touches;
}

bool covers(const RegulatoryDocument& document, const ZoneTouch& touch) {
    const bool named = document.zone_ids.empty() || std::ranges::contains(document.zone_ids, touch.zone->identifier);
    const bool begun = !document.valid_from || (touch.from && *document.valid_from <= *touch.from);
    const bool lasts = !document.valid_until || (touch.to && *document.valid_until >= *touch.to);
    return named && begun && lasts && !document.number.empty();
}

const RegulatoryDocument* documentFor(const FlightPlan& plan, const ZoneTouch& touch) {
    const auto found = std::ranges::find_if(
        plan.documents, [&](const RegulatoryDocument& document) { return covers(document, touch); });
    return found == plan.documents.end() ? nullptr : &*found;
}

Finding findingOf(const ZoneTouch& touch, const char* code, Verdict verdict, const std::string& words) {
    const std::string name = airspace::textIn(touch.zone->name, "en");
    return {.code = code,
            .where = touch.zone->identifier,
            .words = std::format("{} ({}){}: {}", touch.zone->identifier, toString(touch.zone->type),
                                 name.empty() ? "" : " " + name, words),
            .verdict = verdict,
            .place = touch.place,
            .from = touch.from,
            .to = touch.to,
            .lower = touch.lower,
            .upper = touch.upper,
            .laterBy = touch.laterBy,
            .earlierBy = touch.earlierBy};
}

void judgeZone(ReportMaker& maker, const FlightPlan& plan, const ZoneTouch& touch) {
    const bool certain = touch.judged.answer == geo::Judgement::Yes;
    switch (touch.zone->type) {
    case ZoneType::Prohibited:
        if (certain)
            maker.add(findingOf(touch, "ZONE_PROHIBITED", Verdict::Fail, "the flight goes through it"));
        else
            maker.add(findingOf(touch, "ZONE_UNKNOWN", Verdict::NotJudged, touch.judged.why));
        return;
    case ZoneType::Conditional:
        if (const auto* document = documentFor(plan, touch))
            maker.add(findingOf(touch, "ZONE_CONDITIONS", Verdict::Pass, "document " + document->number));
        else
            maker.add(findingOf(touch, "ZONE_CONDITIONS", Verdict::NotJudged,
                                touch.zone->restrictionConditions.empty() ? "conditions that the zone does not say"
                                                                          : touch.zone->restrictionConditions));
        return;
    case ZoneType::ReqAuthorization:
        maker.add(findingOf(touch, "ZONE_AUTHORIZATION", Verdict::Pass, "an authorisation is needed"));
        return;
    case ZoneType::Uspace:
    case ZoneType::NoRestriction:
        maker.add(findingOf(touch, "ZONE_NOTED", Verdict::Pass, "the flight goes through it"));
        return;
    }
}

} // namespace

CheckReport checkAirspace(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Airspace, "haneul.airspace", 1, plan);
    maker.parameter("zones", inputs.zones_version);
    maker.parameter("surroundings", inputs.surroundings_version);
    if (inputs.zones == nullptr)
        maker.notJudged("ZONES_UNKNOWN", "zones", "the zones of the airspace are not known");
    else if (const auto why = unsound(plan))
        maker.notJudged("VOLUMES_UNSOUND", "volumes", *why);
    else
        for (const auto& touch : touched(plan, inputs))
            judgeZone(maker, plan, touch);
    return std::move(maker).done();
}

CheckReport checkDocuments(const FlightPlan& plan, const CheckInputs& inputs) {
    ReportMaker maker(CheckKind::Documents, "haneul.documents", 1, plan);
    maker.parameter("zones", inputs.zones_version);
    maker.parameter("surroundings", inputs.surroundings_version);
    if (inputs.zones == nullptr)
        maker.notJudged("ZONES_UNKNOWN", "zones", "the zones of the airspace are not known");
    else if (const auto why = unsound(plan))
        maker.notJudged("VOLUMES_UNSOUND", "volumes", *why);
    else
        for (const auto& touch : touched(plan, inputs)) {
            if (touch.zone->type != ZoneType::ReqAuthorization) continue;
            if (const auto* document = documentFor(plan, touch))
                maker.add(findingOf(touch, "AUTHORIZATION_GIVEN", Verdict::Pass, "document " + document->number));
            else if (touch.judged.answer == geo::Judgement::Yes)
                maker.add(findingOf(touch, "AUTHORIZATION_REQUIRED", Verdict::Fail,
                                    "no document is for this zone and this time"));
            else
                maker.add(findingOf(touch, "ZONE_UNKNOWN", Verdict::NotJudged, touch.judged.why));
        }
    return std::move(maker).done();
}

} // namespace haneul::plan
