#include "ui/plans/words.h"

#include "core/base/shown_number.h"
#include "server/plan/plan_codec.h"
#include "ui/delivery/words.h"
#include "ui/fleet/words.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <ranges>

namespace haneul::plans {

using plan::CheckKind;
using plan::FlightPlan;
using plan::State;
using plan::Verdict;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::Words)
};

struct Sentence {
    std::string_view code;
    const char* text;
};

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString orDash(const std::string& text) {
    return text.empty() ? models::unknownText() : plain(text);
}

template <std::size_t Count>
const char* textOf(const Sentence (&sentences)[Count], std::string_view code) {
    const auto found = std::ranges::find(sentences, code, &Sentence::code);
    return found == std::end(sentences) ? nullptr : found->text;
}

constexpr Sentence findings[] = {
    {"NO_ID", QT_TRANSLATE_NOOP("haneul::plans::Words", "The plan has no id.")},
    {"NO_OPERATOR", QT_TRANSLATE_NOOP("haneul::plans::Words", "No operator is named.")},
    {"NO_DRONE", QT_TRANSLATE_NOOP("haneul::plans::Words", "No drone is named.")},
    {"NO_PILOT", QT_TRANSLATE_NOOP("haneul::plans::Words", "No pilot is named.")},
    {"UNKNOWN_PROFILE", QT_TRANSLATE_NOOP("haneul::plans::Words", "There is no such profile. Choose one.")},
    {"BAD_MISSION_TYPE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The profile has no such kind of mission.")},
    {"BAD_PATTERN_FOR_PROFILE",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The profile does not fly such a route. Choose another form.")},
    {"FIELD_REQUIRED", QT_TRANSLATE_NOOP("haneul::plans::Words", "The profile asks for this field.")},
    {"BAD_TIMES", QT_TRANSLATE_NOOP("haneul::plans::Words", "The end is not after the start.")},
    {"IN_THE_PAST", QT_TRANSLATE_NOOP("haneul::plans::Words", "The start has passed.")},
    {"TOO_FAR_AHEAD", QT_TRANSLATE_NOOP("haneul::plans::Words", "The end is more than 30 days ahead.")},
    {"BAD_PRIORITY", QT_TRANSLATE_NOOP("haneul::plans::Words", "A priority is 0 to 100.")},
    {"BAD_PARCELS", QT_TRANSLATE_NOOP("haneul::plans::Words", "The mass of the parcels is not a number from 0 on.")},
    {"BAD_SPEED", QT_TRANSLATE_NOOP("haneul::plans::Words", "A speed is a number above 0.")},
    {"LOST_LINK_REQUIRED",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Beyond sight, the plan says what happens when the link is lost.")},
    {"LANDING_SITE_REQUIRED",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Beyond sight, the plan names at least one emergency landing site.")},
    {"BAD_LANDING_SITE", QT_TRANSLATE_NOOP("haneul::plans::Words", "A landing site is no place on Earth.")},
    {"BAD_DOCUMENT", QT_TRANSLATE_NOOP("haneul::plans::Words", "A document has no number, or ends before it begins.")},
    {"NO_VOLUMES",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The plan has no volumes yet: its route cannot be flown.")},
    {"TOO_MANY_VERTICES", QT_TRANSLATE_NOOP("haneul::plans::Words", "The volumes have too many corners.")},
    {"END_BEFORE_LANDING",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The flight takes longer than the plan's time. Set a later end.")},
    {"VOLUMES_DO_NOT_CONTAIN", QT_TRANSLATE_NOOP("haneul::plans::Words", "The volumes do not hold the whole flight.")},
    {"BAD_ROUTE", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                    "The route cannot be flown: two places or more, heights of one reference.")},
    {"BAD_PATTERN", QT_TRANSLATE_NOOP("haneul::plans::Words", "The pattern cannot be flown as it is drawn.")},
    {"BAD_AREA", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                   "The area is not sound: three corners or more that do not cross themselves.")},
    {"BAD_LIMITS", QT_TRANSLATE_NOOP("haneul::plans::Words", "The upper height is not above the lower one.")},
    {"BAD_CONTAINMENT", QT_TRANSLATE_NOOP("haneul::plans::Words", "The margins of the volumes are not above 0.")},
    {"SPEED_ABOVE_MODEL", QT_TRANSLATE_NOOP("haneul::plans::Words", "Cruise speed against the drone type.")},
    {"CLIMB_ABOVE_MODEL", QT_TRANSLATE_NOOP("haneul::plans::Words", "Climb against the drone type.")},
    {"DESCENT_ABOVE_MODEL", QT_TRANSLATE_NOOP("haneul::plans::Words", "Descent against the drone type.")},
    {"TIME_ABOVE_ENDURANCE", QT_TRANSLATE_NOOP("haneul::plans::Words", "Time in the air against the drone type.")},
    {"MODEL_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "The limit of the drone type is not recorded.")},
    {"ZONE_PROHIBITED", QT_TRANSLATE_NOOP("haneul::plans::Words", "The flight goes through a prohibited zone.")},
    {"ZONE_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "Whether the flight goes through is not known.")},
    {"ZONE_CONDITIONS",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The zone sets conditions in words: a person judges them.")},
    {"ZONE_AUTHORIZATION", QT_TRANSLATE_NOOP("haneul::plans::Words", "The zone asks for an authorisation.")},
    {"ZONE_NOTED", QT_TRANSLATE_NOOP("haneul::plans::Words", "The flight goes through this zone.")},
    {"ZONES_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "The zones of the airspace are not known.")},
    {"VOLUMES_UNSOUND",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The volumes are not sound, so nothing can be compared with them.")},
    {"CONFLICT", QT_TRANSLATE_NOOP("haneul::plans::Words", "A standing plan goes before and is there at that time.")},
    {"CONFLICT_UNKNOWN",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "A standing plan may be there: the heights cannot be compared.")},
    {"CONFLICT_GIVES_WAY",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "A standing plan of lower priority must give way.")},
    {"INTENTS_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "The standing plans are not known.")},
    {"CAPACITY_EXCEEDED", QT_TRANSLATE_NOOP("haneul::plans::Words", "More flights at once than are possible here.")},
    {"CAPACITY_KEPT", QT_TRANSLATE_NOOP("haneul::plans::Words", "Flights at once against what is possible.")},
    {"CAPACITY_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "Standing plans or limits are not known.")},
    {"ASSIGNMENT_UNKNOWN",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Drone, battery and pilot are not known to the fleet.")},
    {"AUTHORIZATION_REQUIRED",
     QT_TRANSLATE_NOOP("haneul::plans::Words",
                       "The zone asks for an authorisation and no document covers all of the time.")},
    {"AUTHORIZATION_GIVEN", QT_TRANSLATE_NOOP("haneul::plans::Words", "A document covers this zone.")},
    {"SOURCE_MISSING",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "There is no source for this check here: it is not judged.")},
    {"GROUND_RISK_KEPT",
     QT_TRANSLATE_NOOP("haneul::plans::Words",
                       "The expected fatalities on the ground are within the limit of the approval policy.")},
    {"GROUND_RISK_EXCEEDED",
     QT_TRANSLATE_NOOP("haneul::plans::Words",
                       "The expected fatalities on the ground are above the limit of the approval policy. Another way "
                       "over fewer people, another time or a lighter drone would help.")},
    {"GROUND_RISK_NO_LIMIT",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The expected fatalities on the ground are computed, but no limit is "
                                               "laid down in the approval policy: it is not judged.")},
    {"GROUND_RISK_UNKNOWN",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "The risk on the ground cannot be computed here: data about people, "
                                               "traffic or heights is missing. It is not judged.")},
    {"DATA_SYNTHETIC",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Some of the data is synthetic: the numbers show how the model works, "
                                               "not how the place is. It is not judged by them.")},
    {"PARALLEL_OPPOSITE_KEPT",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Another plan flies beside it in the opposite direction at one level; "
                                               "the collision risk is within the limit.")},
    {"PARALLEL_OPPOSITE_EXCEEDED",
     QT_TRANSLATE_NOOP("haneul::plans::Words",
                       "Another plan flies beside it in the opposite direction at one level; the collision risk is "
                       "above the limit. Fly farther apart, at another level or time.")},
    {"PARALLEL_OPPOSITE_NO_LIMIT",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Another plan flies beside it in the opposite direction at one level; "
                                               "no limit is laid down in the approval policy: it is not judged.")},
    {"COLLISION_RISK_UNKNOWN",
     QT_TRANSLATE_NOOP("haneul::plans::Words",
                       "The collision risk beside another plan cannot be computed: it is not judged.")},
    {"BAD_NEED", QT_TRANSLATE_NOOP("haneul::plans::Words", "What the flight asks of drone and pilot cannot be told.")},
    {"NO_ROUTE_TO_COMPARE",
     QT_TRANSLATE_NOOP(
         "haneul::plans::Words",
         "An operation over an area has no direction: the collision risk beside other routes is not judged.")},
};

constexpr Sentence refusals[] = {
    {"NO_SUCH_LIMIT", QT_TRANSLATE_NOOP("haneul::plans::Words", "Somebody has retired this limit meanwhile.")},
    {"BAD_CAPACITY",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "A limit needs a name and at least one flight at once.")},
    {"TOO_MANY", QT_TRANSLATE_NOOP("haneul::plans::Words", "There are too many limits already: retire some first.")},
    {"NO_PLANS", QT_TRANSLATE_NOOP("haneul::plans::Words", "This console keeps no flight plans.")},
    {"FORBIDDEN", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                    "Your role may not do this. Ask somebody who may, or sign in as another user.")},
    {"NO_SUCH_PLAN", QT_TRANSLATE_NOOP("haneul::plans::Words", "There is no such flight plan any more.")},
    {"ILLEGAL_STATE", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                        "The plan does not stand where this is possible any more: somebody has decided "
                                        "meanwhile. Look at its history.")},
    {"NOT_YOURS",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Only its authors, its pilot and its operator's people do this.")},
    {"STALE_REVISION", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                         "The plan has been changed since you looked at it. Close this, look at what "
                                         "is new, then decide.")},
    {"STALE_EVIDENCE", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                         "The checks say something else than what you saw. The new evidence is shown: "
                                         "look at it, then decide.")},
    {"CHECKS_FAILED", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                        "The checks do not let it pass any more, perhaps because another plan was "
                                        "approved first. Look at what is hit, then return it with a proposal.")},
    {"NOT_A_PERSON", QT_TRANSLATE_NOOP("haneul::plans::Words", "Only a person who is logged in by name decides.")},
    {"ADMINISTRATOR_MAY_NOT_APPROVE",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "Administrators keep the house and decide about no plan.")},
    {"AUTHOR_UNKNOWN", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                         "Who wrote the plan is not known, so nobody can be told to be somebody else. "
                                         "Have it submitted again.")},
    {"OWN_PLAN", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                   "You wrote or submitted this plan yourself: another person decides about it.")},
    {"LAST_EDITOR",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "You changed this plan last: another person decides about it.")},
    {"SAME_APPROVER",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "You gave the first approval: the second is another person's.")},
    {"NO_REASON", QT_TRANSLATE_NOOP("haneul::plans::Words", "Say why: the pilot is told.")},
    {"TOO_LONG", QT_TRANSLATE_NOOP("haneul::plans::Words", "The text is too long. Shorten it.")},
    {"SAME_ID", QT_TRANSLATE_NOOP("haneul::plans::Words", "There is a plan with this id already. Choose another one.")},
    {"BAD_ID", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                 "An id has 1 to 64 letters, digits, hyphens, dots and _. Choose another one.")},
    {"NO_SUCH_MISSION", QT_TRANSLATE_NOOP("haneul::plans::Words", "There is no mission of this id.")},
    {"MISSION_OVER", QT_TRANSLATE_NOOP("haneul::plans::Words", "The mission is over or cancelled.")},
    {"OTHER_OPERATOR",
     QT_TRANSLATE_NOOP("haneul::plans::Words", "You belong to another organisation than this operator.")},
    {"TOO_LARGE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The plan is too large. Leave out points.")},
    {"TOO_EARLY", QT_TRANSLATE_NOOP("haneul::plans::Words", "It is too early: the flight begins later.")},
    {"TOO_LATE", QT_TRANSLATE_NOOP("haneul::plans::Words", "It is too late: the plan's time has passed.")},
    {"BUSY", QT_TRANSLATE_NOOP("haneul::plans::Words", "Too many searches wait. Try again in a moment.")},
    {"NOT_NEEDED", QT_TRANSLATE_NOOP("haneul::plans::Words", "The plan passes as it is: nothing else is needed.")},
};

constexpr Sentence members[] = {
    {"id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Plan")},
    {"operator_id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Operator")},
    {"drone_id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Drone")},
    {"pilot_id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Pilot")},
    {"battery_id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Battery")},
    {"payload_ids", QT_TRANSLATE_NOOP("haneul::plans::Words", "Payloads")},
    {"parcels_kg", QT_TRANSLATE_NOOP("haneul::plans::Words", "Parcels")},
    {"profile", QT_TRANSLATE_NOOP("haneul::plans::Words", "Profile")},
    {"mission_type", QT_TRANSLATE_NOOP("haneul::plans::Words", "Kind of mission")},
    {"objective", QT_TRANSLATE_NOOP("haneul::plans::Words", "Objective")},
    {"mission_id", QT_TRANSLATE_NOOP("haneul::plans::Words", "Delivery mission")},
    {"operation", QT_TRANSLATE_NOOP("haneul::plans::Words", "Route")},
    {"start", QT_TRANSLATE_NOOP("haneul::plans::Words", "Start")},
    {"end", QT_TRANSLATE_NOOP("haneul::plans::Words", "End")},
    {"parameters", QT_TRANSLATE_NOOP("haneul::plans::Words", "Speeds and sight")},
    {"contingency", QT_TRANSLATE_NOOP("haneul::plans::Words", "When something goes wrong")},
    {"documents", QT_TRANSLATE_NOOP("haneul::plans::Words", "Documents")},
    {"priority", QT_TRANSLATE_NOOP("haneul::plans::Words", "Priority")},
    {"volumes", QT_TRANSLATE_NOOP("haneul::plans::Words", "Volumes")},
};

constexpr Sentence steps[] = {
    {"CREATED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Written")},
    {"CHANGED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Changed")},
    {"SUBMITTED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Submitted")},
    {"CHECKS_PASSED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Checks passed")},
    {"CHECKS_FAILED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Checks failed")},
    {"APPROVERS_NOTIFIED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Approvers told")},
    {"PILOT_NOTIFIED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Pilot told")},
    {"FIRST_APPROVED", QT_TRANSLATE_NOOP("haneul::plans::Words", "First approval")},
    {"APPROVED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Approved")},
    {"RETURNED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Returned for changes")},
    {"REJECTED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Rejected")},
    {"WITHDRAWN", QT_TRANSLATE_NOOP("haneul::plans::Words", "Withdrawn")},
    {"REVOKED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Approval revoked")},
    {"ACTIVATED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Flight begun")},
    {"ENDED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Flight ended")},
};

} // namespace

// ---------------------------------------------------------------- names

QString idOf(const plan::PlanRecord& record) {
    return QString::fromStdString(record.plan.id);
}

QString stateText(State state) {
    switch (state) {
    case State::Draft:
        return Words::tr("Draft");
    case State::Submitted:
        return Words::tr("Being checked");
    case State::PendingApproval:
        return Words::tr("Waits for approval");
    case State::Approved:
        return Words::tr("Approved");
    case State::Activated:
        return Words::tr("Flying");
    case State::Ended:
        return Words::tr("Ended");
    case State::Rejected:
        return Words::tr("Rejected");
    case State::Returned:
        return Words::tr("Returned for changes");
    case State::Withdrawn:
        return Words::tr("Withdrawn");
    case State::Revoked:
        return Words::tr("Approval revoked");
    case State::Nonconforming:
        return Words::tr("Outside its volumes");
    case State::Contingent:
        return Words::tr("In an emergency");
    case State::Provisional:
        return Words::tr("Approved provisionally");
    case State::Conflict:
        return Words::tr("In conflict");
    }
    return models::unknownText();
}

QString checkText(CheckKind kind) {
    switch (kind) {
    case CheckKind::Form:
        return Words::tr("Form");
    case CheckKind::Performance:
        return Words::tr("Performance");
    case CheckKind::Airspace:
        return Words::tr("Airspace");
    case CheckKind::Conflicts:
        return Words::tr("Other plans");
    case CheckKind::Capacity:
        return Words::tr("Capacity");
    case CheckKind::Readiness:
        return Words::tr("Readiness");
    case CheckKind::Documents:
        return Words::tr("Documents");
    case CheckKind::Weather:
        return Words::tr("Weather");
    case CheckKind::GroundRisk:
        return Words::tr("Ground risk");
    case CheckKind::CollisionRisk:
        return Words::tr("Collision risk");
    }
    return models::unknownText();
}

QString verdictText(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return Words::tr("Passed");
    case Verdict::NotJudged:
        return Words::tr("Not judged");
    case Verdict::Fail:
        return Words::tr("Failed");
    }
    return models::unknownText();
}

QString patternText(plan::Pattern pattern) {
    switch (pattern) {
    case plan::Pattern::Waypoints:
        return Words::tr("Waypoints");
    case plan::Pattern::Grid:
        return Words::tr("Lines over an area");
    case plan::Pattern::Corridor:
        return Words::tr("Corridor");
    case plan::Pattern::Area:
        return Words::tr("Anywhere in an area");
    }
    return models::unknownText();
}

QString sightText(plan::SightMode mode) {
    return mode == plan::SightMode::Vlos ? Words::tr("within sight (VLOS)") : Words::tr("beyond sight (BVLOS)");
}

QString lostLinkText(plan::LostLinkAction action) {
    switch (action) {
    case plan::LostLinkAction::ReturnHome:
        return Words::tr("returns home");
    case plan::LostLinkAction::Hover:
        return Words::tr("hovers");
    case plan::LostLinkAction::Land:
        return Words::tr("lands");
    case plan::LostLinkAction::ContinueRoute:
        return Words::tr("flies on");
    }
    return models::unknownText();
}

QString proposalText(plan::ProposalKind kind) {
    switch (kind) {
    case plan::ProposalKind::Later:
        return Words::tr("Later");
    case plan::ProposalKind::Earlier:
        return Words::tr("Earlier");
    case plan::ProposalKind::Height:
        return Words::tr("Other height");
    case plan::ProposalKind::Route:
        return Words::tr("Other route");
    }
    return models::unknownText();
}

QString attemptText(const plan::Attempt& attempt) {
    const auto why = [&]() -> QString {
        QStringList always;
        for (const std::string& id : attempt.always)
            always << QString::fromStdString(id);
        switch (attempt.reason) {
        case plan::NothingFound::Closed:
            return always.isEmpty() ? Words::tr("something is in the way at each")
                                    : Words::tr("%1 is in the way at each").arg(always.join(QStringLiteral(", ")));
        case plan::NothingFound::NoTime:
            return Words::tr("no time is left before the start");
        case plan::NothingFound::NoHeight:
            return Words::tr("no other height is within the limits");
        case plan::NothingFound::NoWay:
            return Words::tr("no way around is free and short enough");
        case plan::NothingFound::OtherCheck:
            return Words::tr("where the way is free another check does not pass");
        }
        return models::unknownText();
    };
    return Words::tr("%1: %n tried, none passes: %2.", nullptr, attempt.tried).arg(proposalText(attempt.kind), why());
}

QString profileText(std::string_view id) {
    static constexpr Sentence names[] = {
        {"logistics", QT_TRANSLATE_NOOP("haneul::plans::Words", "Logistics")},
        {"inspection", QT_TRANSLATE_NOOP("haneul::plans::Words", "Inspection")},
        {"agriculture", QT_TRANSLATE_NOOP("haneul::plans::Words", "Agriculture")},
        {"monitoring", QT_TRANSLATE_NOOP("haneul::plans::Words", "Monitoring")},
        {"public_safety", QT_TRANSLATE_NOOP("haneul::plans::Words", "Public safety")},
    };
    const char* const text = textOf(names, id);
    return text != nullptr ? Words::tr(text) : QString::fromUtf8(id);
}

QString missionTypeText(std::string_view type) {
    static constexpr Sentence names[] = {
        {"delivery", QT_TRANSLATE_NOOP("haneul::plans::Words", "Delivery")},
        {"medical_delivery", QT_TRANSLATE_NOOP("haneul::plans::Words", "Medical delivery")},
        {"depot_transfer", QT_TRANSLATE_NOOP("haneul::plans::Words", "Transfer between depots")},
        {"power_line", QT_TRANSLATE_NOOP("haneul::plans::Words", "Power line")},
        {"bridge", QT_TRANSLATE_NOOP("haneul::plans::Words", "Bridge")},
        {"facade", QT_TRANSLATE_NOOP("haneul::plans::Words", "Facade")},
        {"plant", QT_TRANSLATE_NOOP("haneul::plans::Words", "Plant")},
        {"spraying", QT_TRANSLATE_NOOP("haneul::plans::Words", "Spraying")},
        {"crop_survey", QT_TRANSLATE_NOOP("haneul::plans::Words", "Crop survey")},
        {"seeding", QT_TRANSLATE_NOOP("haneul::plans::Words", "Seeding")},
        {"traffic", QT_TRANSLATE_NOOP("haneul::plans::Words", "Traffic")},
        {"environment", QT_TRANSLATE_NOOP("haneul::plans::Words", "Environment")},
        {"construction", QT_TRANSLATE_NOOP("haneul::plans::Words", "Construction site")},
        {"mapping", QT_TRANSLATE_NOOP("haneul::plans::Words", "Mapping")},
        {"search", QT_TRANSLATE_NOOP("haneul::plans::Words", "Search and rescue")},
        {"fire", QT_TRANSLATE_NOOP("haneul::plans::Words", "Fire")},
        {"police", QT_TRANSLATE_NOOP("haneul::plans::Words", "Police")},
        {"disaster", QT_TRANSLATE_NOOP("haneul::plans::Words", "Disaster")},
    };
    const char* const text = textOf(names, type);
    return text != nullptr ? Words::tr(text) : QString::fromUtf8(type);
}

QString stepText(std::string_view step) {
    const char* const text = textOf(steps, step);
    return text != nullptr ? Words::tr(text) : QString::fromUtf8(step);
}

QString memberText(std::string_view member) {
    const char* const text = textOf(members, member);
    return text != nullptr ? Words::tr(text) : QString::fromUtf8(member);
}

QString standingText(deconflict::Standing standing) {
    switch (standing) {
    case deconflict::Standing::Blocks:
        return Words::tr("goes before");
    case deconflict::Standing::GivesWay:
        return Words::tr("gives way");
    case deconflict::Standing::Permitted:
        return Words::tr("may be there too");
    }
    return models::unknownText();
}

// ---------------------------------------------------------------- findings

bool hasWords(std::string_view code) {
    return textOf(findings, code) != nullptr;
}

QString findingText(const plan::Finding& finding, CheckKind kind) {
    if (kind == CheckKind::Readiness && fleet::hasWords(finding.code)) {
        const fleet::Item item{.code = finding.code,
                               .verdict = finding.verdict == Verdict::Pass   ? fleet::Verdict::Ready
                                          : finding.verdict == Verdict::Fail ? fleet::Verdict::NotReady
                                                                             : fleet::Verdict::NotJudged,
                               .value = finding.value,
                               .limit = finding.limit,
                               .unit = finding.unit,
                               .words = finding.words};
        const QString reason = fleet::reasonText(item);
        return reason.isEmpty() ? fleet::itemText(finding.code)
                                : QString(fleet::itemText(finding.code) % QStringLiteral(": ") % reason);
    }
    const char* const text = textOf(findings, finding.code);
    return text != nullptr ? Words::tr(text) : plain(finding.words);
}

namespace {

// Findings whose `where` is the id of what was hit, as people gave it.
constexpr std::string_view aboutOthers[] = {"ZONE_PROHIBITED",
                                            "ZONE_UNKNOWN",
                                            "ZONE_CONDITIONS",
                                            "ZONE_AUTHORIZATION",
                                            "ZONE_NOTED",
                                            "AUTHORIZATION_GIVEN",
                                            "AUTHORIZATION_REQUIRED",
                                            "CONFLICT",
                                            "CONFLICT_UNKNOWN",
                                            "CONFLICT_GIVES_WAY",
                                            "CAPACITY_EXCEEDED",
                                            "CAPACITY_KEPT",
                                            "COLLISION_RISK_UNKNOWN",
                                            "PARALLEL_OPPOSITE_KEPT",
                                            "PARALLEL_OPPOSITE_EXCEEDED",
                                            "PARALLEL_OPPOSITE_NO_LIMIT"};

// Of what a check was to be made with.
constexpr Sentence sources[] = {
    {"zones", QT_TRANSLATE_NOOP("haneul::plans::Words", "Zones of the airspace")},
    {"intents", QT_TRANSLATE_NOOP("haneul::plans::Words", "Standing plans")},
    {"capacity", QT_TRANSLATE_NOOP("haneul::plans::Words", "Capacity limits")},
    {"assignment", QT_TRANSLATE_NOOP("haneul::plans::Words", "Drone, battery and pilot")},
    {"vehicle", QT_TRANSLATE_NOOP("haneul::plans::Words", "Type of vehicle")},
};

struct Part {
    std::string_view name;
    const char* whole;
    const char* one; // of several, counted from 1; null: there is only one
};

constexpr Part parts[] = {
    {"points", QT_TRANSLATE_NOOP("haneul::plans::Words", "points"),
     QT_TRANSLATE_NOOP("haneul::plans::Words", "point %1")},
    {"line", QT_TRANSLATE_NOOP("haneul::plans::Words", "points"),
     QT_TRANSLATE_NOOP("haneul::plans::Words", "point %1")},
    {"area", QT_TRANSLATE_NOOP("haneul::plans::Words", "area"), nullptr},
    {"outer", QT_TRANSLATE_NOOP("haneul::plans::Words", "outline"),
     QT_TRANSLATE_NOOP("haneul::plans::Words", "corner %1")},
    {"holes", QT_TRANSLATE_NOOP("haneul::plans::Words", "holes"), QT_TRANSLATE_NOOP("haneul::plans::Words", "hole %1")},
    {"centre", QT_TRANSLATE_NOOP("haneul::plans::Words", "centre"), nullptr},
    {"radius_m", QT_TRANSLATE_NOOP("haneul::plans::Words", "radius"), nullptr},
    {"spacing_m", QT_TRANSLATE_NOOP("haneul::plans::Words", "from line to line"), nullptr},
    {"heading_deg", QT_TRANSLATE_NOOP("haneul::plans::Words", "direction of the lines"), nullptr},
    {"halfWidth_m", QT_TRANSLATE_NOOP("haneul::plans::Words", "width"), nullptr},
    {"passes", QT_TRANSLATE_NOOP("haneul::plans::Words", "passes"), nullptr},
    {"lower", QT_TRANSLATE_NOOP("haneul::plans::Words", "lower limit"), nullptr},
    {"upper", QT_TRANSLATE_NOOP("haneul::plans::Words", "upper limit"), nullptr},
    {"from", QT_TRANSLATE_NOOP("haneul::plans::Words", "beginning"), nullptr},
    {"to", QT_TRANSLATE_NOOP("haneul::plans::Words", "end"), nullptr},
    {"height", QT_TRANSLATE_NOOP("haneul::plans::Words", "height"), nullptr},
    {"speed_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "cruise speed"), nullptr},
    {"cruise_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "cruise speed"), nullptr},
    {"climb_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "climb"), nullptr},
    {"descent_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "descent"), nullptr},
    {"flight_s", QT_TRANSLATE_NOOP("haneul::plans::Words", "time in the air"), nullptr},
    {"lostLink", QT_TRANSLATE_NOOP("haneul::plans::Words", "when the link is lost"), nullptr},
    {"landingSites", QT_TRANSLATE_NOOP("haneul::plans::Words", "landing sites"),
     QT_TRANSLATE_NOOP("haneul::plans::Words", "landing site %1")},
    {"horizontal_m", QT_TRANSLATE_NOOP("haneul::plans::Words", "margin to the side"), nullptr},
    {"vertical_m", QT_TRANSLATE_NOOP("haneul::plans::Words", "margin in height"), nullptr},
    {"before", QT_TRANSLATE_NOOP("haneul::plans::Words", "margin before"), nullptr},
    {"after", QT_TRANSLATE_NOOP("haneul::plans::Words", "margin after"), nullptr},
    {"longest", QT_TRANSLATE_NOOP("haneul::plans::Words", "longest volume"), nullptr},
};

const char* oneOf(std::string_view member) {
    if (member == "volumes") return QT_TRANSLATE_NOOP("haneul::plans::Words", "Volume %1");
    if (member == "documents") return QT_TRANSLATE_NOOP("haneul::plans::Words", "Document %1");
    return nullptr;
}

// "outer[2]" as its name and 2.
std::pair<std::string_view, std::optional<int>> withoutIndex(std::string_view step) {
    const auto bracket = step.find('[');
    if (bracket == std::string_view::npos) return {step, {}};
    int index = 0;
    const auto digits = step.substr(bracket + 1);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const bool good = problem == std::errc() && end + 1 == digits.data() + digits.size() && *end == ']';
    return good ? std::pair(step.substr(0, bracket), std::optional(index)) : std::pair(step, std::optional<int>());
}

std::optional<QString> stepOfPath(std::string_view step, bool first) {
    const auto [name, index] = withoutIndex(step);
    const auto part = std::ranges::find(parts, name, &Part::name);
    const char* text = index ? (first ? oneOf(name) : nullptr) : (first ? textOf(members, name) : nullptr);
    if (text == nullptr && first && !index) text = textOf(sources, name);
    if (text == nullptr && part != std::end(parts)) text = index ? part->one : part->whole;
    if (text == nullptr) return std::nullopt;
    return index ? Words::tr(text).arg(*index + 1) : Words::tr(text);
}

// A path into the plan, "operation.area.outer[2]", as people say it: "Route, area, corner 3".
std::optional<QString> pathText(std::string_view path) {
    QStringList said;
    for (const auto each : std::views::split(path, '.')) {
        const auto step = stepOfPath(std::string_view(each), said.isEmpty());
        if (!step) return std::nullopt;
        if (!said.contains(*step)) said << *step;
    }
    return said.join(QStringLiteral(", "));
}

} // namespace

QString whereText(const plan::Finding& finding, CheckKind kind) {
    if (kind == CheckKind::Readiness)
        if (const auto question = fleet::questionFromString(finding.where)) return fleet::questionText(*question);
    if (std::ranges::contains(aboutOthers, finding.code)) return plain(finding.where);
    static constexpr Sentence inner[] = {
        {"parameters.cruise_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "Cruise speed")},
        {"parameters.climb_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "Climb")},
        {"parameters.descent_mps", QT_TRANSLATE_NOOP("haneul::plans::Words", "Descent")},
        {"contingency.lostLink", QT_TRANSLATE_NOOP("haneul::plans::Words", "When the link is lost")},
        {"contingency.landingSites", QT_TRANSLATE_NOOP("haneul::plans::Words", "Landing sites")},
        {"missionType", QT_TRANSLATE_NOOP("haneul::plans::Words", "Kind of mission")},
        {"ground", QT_TRANSLATE_NOOP("haneul::plans::Words", "Ground data")},
    };
    if (const char* const text = textOf(inner, finding.where)) return Words::tr(text);
    return pathText(finding.where).value_or(plain(finding.where));
}

QString numberText(const std::optional<double>& number, const std::string& unit, const std::optional<double>& limit) {
    if (!number) return {};
    const QString value = QString::fromStdString(shownNumber(*number, limit, unit)); // as in the digest of the evidence
    if (unit == "1/flight") return Words::tr("%1 per flight").arg(value);
    if (unit == "1/h") return Words::tr("%1 per flight hour").arg(value);
    return unit.empty() || unit == "1" ? value : QString(value % u' ' % plain(unit));
}

// ---------------------------------------------------------------- values

QString heightText(const std::optional<geo::VerticalLimit>& limit) {
    if (!limit) return models::unknownText();
    return QStringLiteral("%1 m %2").arg(limit->metres, 0, 'f', 0).arg(QString::fromUtf8(toString(limit->reference)));
}

QString heightsText(const std::optional<geo::VerticalLimit>& lower, const std::optional<geo::VerticalLimit>& upper) {
    if (!lower && !upper) return models::unknownText();
    if (!lower) return Words::tr("up to %1").arg(heightText(upper));
    if (!upper) return Words::tr("from %1 up").arg(heightText(lower));
    if (lower->reference == upper->reference)
        return QStringLiteral("%1–%2").arg(QString::number(lower->metres, 'f', 0), heightText(upper));
    return QStringLiteral("%1 – %2").arg(heightText(lower), heightText(upper));
}

QString dayAndTimeText(UtcMs time) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return QStringLiteral("%1-%2-%3 %4")
        .arg(static_cast<int>(day.year()), 4, 10, QChar(u'0'))
        .arg(static_cast<unsigned>(day.month()), 2, 10, QChar(u'0'))
        .arg(static_cast<unsigned>(day.day()), 2, 10, QChar(u'0'))
        .arg(models::utcTime(time));
}

QString windowText(const std::optional<UtcMs>& from, const std::optional<UtcMs>& to) {
    if (!from && !to) return models::unknownText();
    return QStringLiteral("%1–%2").arg(from ? models::utcTime(*from) : models::unknownText(),
                                       to ? models::utcTime(*to) : models::unknownText());
}

QString placeText(const geo::LatLon& place) {
    return QStringLiteral("%1 %2").arg(models::latitudeText(place.latitude_deg),
                                       models::longitudeText(place.longitude_deg));
}

QString heightsOf(const FlightPlan& plan) {
    std::optional<geo::VerticalLimit> lower, upper;
    for (const geo::Volume4D& volume : plan.volumes) {
        if (!volume.lower || !volume.upper) return models::unknownText();
        for (const auto& limit : {volume.lower, volume.upper})
            if (lower && limit->reference != lower->reference) return models::unknownText();
        if (!lower || volume.lower->metres < lower->metres) lower = volume.lower;
        if (!upper || volume.upper->metres > upper->metres) upper = volume.upper;
    }
    return heightsText(lower, upper);
}

namespace {

QString speedsText(const plan::OperatingParameters& parameters) {
    return Words::tr("cruise %1 m/s, climb %2 m/s, descent %3 m/s, %4")
        .arg(parameters.cruise_mps, 0, 'f', 1)
        .arg(parameters.climb_mps, 0, 'f', 1)
        .arg(parameters.descent_mps, 0, 'f', 1)
        .arg(sightText(parameters.mode));
}

QString contingencyText(const plan::Contingency& contingency) {
    QStringList sites;
    for (const plan::LandingSite& site : contingency.landingSites)
        sites << QStringLiteral("%1 (%2)").arg(orDash(site.name), placeText(site.place));
    return Words::tr("link lost: %1; landing sites: %2")
        .arg(contingency.lostLink ? lostLinkText(*contingency.lostLink) : models::unknownText(),
             sites.isEmpty() ? models::unknownText() : sites.join(QStringLiteral(", ")));
}

QString documentText(const plan::RegulatoryDocument& document) {
    QStringList zones;
    for (const std::string& zone : document.zone_ids)
        zones << plain(zone);
    return QStringLiteral("%1 %2 (%3) %4 %5")
        .arg(document.kind == plan::DocumentKind::Permit ? Words::tr("permit") : Words::tr("waiver"),
             orDash(document.number), orDash(document.authority), zones.join(QStringLiteral(", ")),
             document.valid_from || document.valid_until ? windowText(document.valid_from, document.valid_until)
                                                         : QString())
        .simplified();
}

QString areaText(const geo::Area& area) {
    if (const auto* circle = std::get_if<geo::Circle>(&area))
        return Words::tr("circle of %1 m around %2").arg(circle->radius_m, 0, 'f', 0).arg(placeText(circle->centre));
    return Words::tr("area of %n corner(s)", nullptr, static_cast<int>(std::get<geo::Polygon>(area).outer.size()));
}

struct OperationText {
    QString operator()(const plan::WaypointRoute& route) const {
        return Words::tr("%n waypoint(s)", nullptr, static_cast<int>(route.points.size()));
    }

    QString operator()(const plan::GridPattern& grid) const {
        return Words::tr("lines %1 m apart at %2° over an %3, %4")
            .arg(grid.spacing_m, 0, 'f', 0)
            .arg(grid.heading_deg, 0, 'f', 0)
            .arg(areaText(grid.area), heightText(grid.height));
    }

    QString operator()(const plan::CorridorPattern& corridor) const {
        return Words::tr("%n point(s), %1 m to each side, %2 passes, %3", nullptr,
                         static_cast<int>(corridor.line.size()))
            .arg(corridor.halfWidth_m, 0, 'f', 0)
            .arg(corridor.passes)
            .arg(heightText(corridor.height));
    }

    QString operator()(const plan::AreaOperation& area) const {
        return QString(areaText(area.area) % QStringLiteral(", ") % heightsText(area.lower, area.upper));
    }
};

QString pointText(const plan::RoutePoint& point) {
    QString text = QString(placeText(point.place) % u' ' % heightText(point.height));
    if (point.hold > milliseconds{0}) text += Words::tr(", stays %1").arg(delivery::durationText(point.hold));
    return text;
}

QString joined(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts)
        list << plain(text);
    return list.isEmpty() ? models::unknownText() : list.join(QStringLiteral(", "));
}

// One member of the plan as a line.
QString valueOf(const FlightPlan& plan, std::string_view member) {
    if (member == "operator_id") return orDash(plan.operator_id);
    if (member == "drone_id") return orDash(plan.drone_id);
    if (member == "pilot_id") return orDash(plan.pilot_id);
    if (member == "battery_id") return orDash(plan.battery_id);
    if (member == "payload_ids") return joined(plan.payload_ids);
    if (member == "parcels_kg") return QStringLiteral("%1 kg").arg(plan.parcels_kg, 0, 'f', 1);
    if (member == "profile") return profileText(plan.profile);
    if (member == "mission_type")
        return plan.missionType.empty() ? models::unknownText() : missionTypeText(plan.missionType);
    if (member == "objective") return orDash(plan.objective);
    if (member == "mission_id") return orDash(plan.mission_id);
    if (member == "operation") return std::visit(OperationText{}, plan.operation);
    if (member == "start") return dayAndTimeText(plan.start);
    if (member == "end") return dayAndTimeText(plan.end);
    if (member == "parameters") return speedsText(plan.parameters);
    if (member == "contingency") return contingencyText(plan.contingency);
    if (member == "documents") {
        QStringList list;
        for (const plan::RegulatoryDocument& document : plan.documents)
            list << documentText(document);
        return list.isEmpty() ? models::unknownText() : list.join(QStringLiteral("; "));
    }
    if (member == "priority") return QString::number(plan.priority);
    if (member == "volumes")
        return Words::tr("%n volume(s), %1", nullptr, static_cast<int>(plan.volumes.size())).arg(heightsOf(plan));
    return orDash(plan.id);
}

// A plan of nothing but that member.
std::optional<FlightPlan> planWith(const std::string& member, const std::string& json) {
    static const std::string noWay = R"("operation":{"pattern":"WAYPOINTS","points":[]})";
    std::string text = "{";
    if (member != "operation") text += noWay + ",";
    text += '"' + member + "\":" + json + "}";
    auto plan = plan::planFromJson(text);
    if (!plan) return std::nullopt;
    return *std::move(plan);
}

} // namespace

std::vector<FieldText> fieldsOf(const FlightPlan& plan) {
    std::vector<FieldText> fields;
    for (const Sentence& member : members)
        fields.push_back({Words::tr(member.text), valueOf(plan, member.code)});
    return fields;
}

std::vector<Difference> differencesOf(const plan::FieldChange& change) {
    const auto before = change.before.empty() ? std::nullopt : planWith(change.field, change.before);
    const auto after = change.after.empty() ? std::nullopt : planWith(change.field, change.after);
    const bool unread = (!before && !change.before.empty()) || (!after && !change.after.empty());
    if (unread) return {{memberText(change.field), plain(change.before), plain(change.after)}};
    const auto shown = [&](const std::optional<FlightPlan>& plan) {
        return plan ? valueOf(*plan, change.field) : QString();
    };
    const auto* was = before ? std::get_if<plan::WaypointRoute>(&before->operation) : nullptr;
    const auto* is = after ? std::get_if<plan::WaypointRoute>(&after->operation) : nullptr;
    if (change.field != "operation" || was == nullptr || is == nullptr)
        return {{memberText(change.field), shown(before), shown(after)}};
    std::vector<Difference> all;
    if (was->points.size() != is->points.size()) all.push_back({memberText(change.field), shown(before), shown(after)});
    for (std::size_t i = 0; i < std::max(was->points.size(), is->points.size()); ++i) {
        const QString old = i < was->points.size() ? pointText(was->points[i]) : QString();
        const QString now = i < is->points.size() ? pointText(is->points[i]) : QString();
        if (old != now) all.push_back({Words::tr("Waypoint %1").arg(i + 1), old, now});
    }
    if (all.empty()) all.push_back({memberText(change.field), shown(before), shown(after)});
    return all;
}

// ---------------------------------------------------------------- refusals and templates

bool hasRefusal(std::string_view code) {
    return textOf(refusals, code) != nullptr;
}

QString refusalText(const Error& error) {
    const char* text = textOf(refusals, error.code);
    if (text == nullptr) text = textOf(findings, error.code);
    const QString where = error.where.size() == 64 ? QString() : plain(error.where); // a digest says nothing to people
    if (text == nullptr)
        return QStringLiteral("%1 (%2)").arg(plain(error.message.empty() ? error.code : error.message),
                                             where.isEmpty() ? plain(error.code) : where);
    return where.isEmpty() ? Words::tr(text) : QStringLiteral("%1 (%2)").arg(Words::tr(text), where);
}

QString fileText(const Error& error) {
    static constexpr Sentence files[] = {
        {"UNKNOWN_FORMAT",
         QT_TRANSLATE_NOOP(
             "haneul::plans::Words",
             "The file is none that a way can be read from. Choose a .plan, .waypoints, .kml, .kmz or .geojson file.")},
        {"NOTHING_TO_FLY", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                             "There is neither a line nor an area in the file. Choose another one.")},
        {"TOO_MANY_SHAPES",
         QT_TRANSLATE_NOOP("haneul::plans::Words",
                           "The file has too many lines and areas. Save the one that is to be flown by itself.")},
        {"TOO_SHORT", QT_TRANSLATE_NOOP("haneul::plans::Words", "All points of the line are at one place.")},
        {"HEIGHT_NOT_SAID", QT_TRANSLATE_NOOP("haneul::plans::Words", "The file does not say how high.")},
        {"GROUND_NOT_SAID",
         QT_TRANSLATE_NOOP("haneul::plans::Words", "The file does not say how high the ground at the take-off is.")},
        {"DROP_NOT_KEPT", QT_TRANSLATE_NOOP("haneul::plans::Words", "A flight plan does not say what is dropped.")},
        {"UNKNOWN_DATUM", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                            "The file's coordinates are not WGS84. Save it in WGS84 (EPSG:4326).")},
        {"BAD_PLACE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The file has a place that is not on Earth.")},
        {"BAD_ENCODING", QT_TRANSLATE_NOOP("haneul::plans::Words", "The file is not written in UTF-8.")},
        {"HAS_DOCTYPE", QT_TRANSLATE_NOOP("haneul::plans::Words",
                                          "The file has a document type, which is not read. Save it without one.")},
        {"TOO_DEEP", QT_TRANSLATE_NOOP("haneul::plans::Words", "The file is nested too deeply. Simplify it.")},
        {"BROKEN_ARCHIVE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The archive is damaged. Pack it again.")},
        {"TOO_MANY_ENTRIES",
         QT_TRANSLATE_NOOP("haneul::plans::Words", "The archive holds too many files. Pack the .kml by itself.")},
        {"ENCRYPTED_ENTRY",
         QT_TRANSLATE_NOOP("haneul::plans::Words", "The archive is protected by a password. Pack it without one.")},
        {"BAD_PATH",
         QT_TRANSLATE_NOOP("haneul::plans::Words", "The archive names a file outside its folder. Pack it again.")},
        {"DUPLICATE_ENTRY",
         QT_TRANSLATE_NOOP("haneul::plans::Words", "The archive holds two files of one name. Pack it again.")},
        {"UNKNOWN_COMPRESSION",
         QT_TRANSLATE_NOOP("haneul::plans::Words",
                           "The archive is packed in a way that is not read. Pack it as an ordinary ZIP.")},
        {"NOT_READ", QT_TRANSLATE_NOOP("haneul::plans::Words", "Something else in the file")},
        {"AREA", QT_TRANSLATE_NOOP("haneul::plans::Words", "An area that cannot be flown")},
        {"FENCE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The geofence")},
        {"RALLY", QT_TRANSLATE_NOOP("haneul::plans::Words", "The rally points")},
        {"HOME_LINE", QT_TRANSLATE_NOOP("haneul::plans::Words", "The home position")},
        {"TIME_NOT_JUDGED", QT_TRANSLATE_NOOP("haneul::plans::Words", "Times")},
        {"SPEED_NOT_JUDGED", QT_TRANSLATE_NOOP("haneul::plans::Words", "A speed")},
        {"RETURN_HEIGHT_NOT_JUDGED", QT_TRANSLATE_NOOP("haneul::plans::Words", "The height of the return")},
        {"IGNORED", QT_TRANSLATE_NOOP("haneul::plans::Words", "A command that a flight plan does not have")},
        {"CURVE", QT_TRANSLATE_NOOP("haneul::plans::Words", "A curve, taken as a straight line")},
        {"MORE_NOTES", QT_TRANSLATE_NOOP("haneul::plans::Words", "More of the same")},
    };
    const char* const text = textOf(files, error.code);
    if (text == nullptr) return delivery::refusalText(error);
    return error.where.empty() ? Words::tr(text) : QStringLiteral("%1 (%2)").arg(Words::tr(text), plain(error.where));
}

QStringList returnTemplates() {
    return {Words::tr("Another plan holds this airspace at that time. Please take one of the proposals."),
            Words::tr("Please choose another time."), Words::tr("Please fly lower, or around the zone that is named."),
            Words::tr("An authorisation for a zone on the way is missing. Please add it."),
            Words::tr("Please name an emergency landing site nearer to the route.")};
}

QStringList rejectTemplates() {
    return {Words::tr("The flight goes through a zone in which no flight is permitted."),
            Words::tr("The operator's documents do not permit this flight."),
            Words::tr("The risk to people on the ground is not acceptable here."),
            Words::tr("The same flight has been submitted twice.")};
}

QStringList revokeTemplates() {
    return {Words::tr("A temporary restriction has been published on the way."),
            Words::tr("The airspace is needed for an emergency flight."),
            Words::tr("The weather no longer permits this flight."),
            Words::tr("The drone or its pilot is no longer ready.")};
}

QStringList conditionTemplates() {
    return {Words::tr("Report the start and the end to the control room by radio."),
            Words::tr("Land at once when the control room says so."),
            Words::tr("Fly only while the pilot or an observer sees the drone."),
            Words::tr("Keep away from gatherings of people.")};
}

} // namespace haneul::plans
