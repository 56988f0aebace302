#pragma once

#include "core/base/error.h"
#include "core/plan/check_report.h"
#include "core/plan/proposals.h"
#include "server/plan/plan_state.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the room of flight plans says, in the language of the desk.
namespace haneul::plans {

[[nodiscard]] QString idOf(const plan::PlanRecord& record);
[[nodiscard]] QString stateText(plan::State state);       // "Waits for approval"
[[nodiscard]] QString checkText(plan::CheckKind kind);    // "Airspace"
[[nodiscard]] QString verdictText(plan::Verdict verdict); // "Passed", "Not judged", "Failed"
[[nodiscard]] QString patternText(plan::Pattern pattern);
[[nodiscard]] QString sightText(plan::SightMode mode);
[[nodiscard]] QString lostLinkText(plan::LostLinkAction action);
[[nodiscard]] QString proposalText(plan::ProposalKind kind);
[[nodiscard]] QString attemptText(const plan::Attempt& attempt); // what was tried and why it found nothing
[[nodiscard]] QString profileText(std::string_view id);
[[nodiscard]] QString missionTypeText(std::string_view type); // of a profile
[[nodiscard]] QString stepText(std::string_view step);        // of PlanStep; itself when it is a new one
[[nodiscard]] QString memberText(std::string_view member);    // of a plan as JSON; itself when it is a new one
[[nodiscard]] QString standingText(deconflict::Standing standing);

[[nodiscard]] bool hasWords(std::string_view code); // of a finding
// What a finding means and what would help; the check's own words where the code is a new one.
[[nodiscard]] QString findingText(const plan::Finding& finding, plan::CheckKind kind);
// What it is about: a field of the plan or a question in words, else the id as it is.
[[nodiscard]] QString whereText(const plan::Finding& finding, plan::CheckKind kind);
// A number with its unit; empty: nothing was measured.
// "12.3 h"; with more digits where it would look like its limit.
[[nodiscard]] QString numberText(const std::optional<double>& number, const std::string& unit,
                                 const std::optional<double>& limit = std::nullopt);

[[nodiscard]] QString heightText(const std::optional<geo::VerticalLimit>& limit); // "120 m AMSL"; a dash
[[nodiscard]] QString heightsText(const std::optional<geo::VerticalLimit>& lower,
                                  const std::optional<geo::VerticalLimit>& upper); // "60–120 m AMSL"
[[nodiscard]] QString windowText(const std::optional<UtcMs>& from, const std::optional<UtcMs>& to);
[[nodiscard]] QString placeText(const geo::LatLon& place);
[[nodiscard]] QString dayAndTimeText(UtcMs time); // "2026-11-21 10:05:00Z"
// From the lowest to the highest of all volumes; a dash where references differ or there is none.
[[nodiscard]] QString heightsOf(const plan::FlightPlan& plan);

// One field of a plan, as people read it, a line each.
struct FieldText {
    QString field;
    QString text;
};

[[nodiscard]] std::vector<FieldText> fieldsOf(const plan::FlightPlan& plan);

// One change of a member, as people read it: of a route each point that is another one.
struct Difference {
    QString field, before, after; // empty: there was nothing

    bool operator==(const Difference&) const = default;
};

[[nodiscard]] std::vector<Difference> differencesOf(const plan::FieldChange& change);

[[nodiscard]] bool hasRefusal(std::string_view code);
// Why something was refused and what to do.
[[nodiscard]] QString refusalText(const Error& error);

// What is wrong with a file of a way to fly, or what of it is not taken: a code of plan::readPlanFile.
[[nodiscard]] QString fileText(const Error& error);

// Sentences to begin with, for returning and rejecting.
[[nodiscard]] QStringList returnTemplates();
[[nodiscard]] QStringList rejectTemplates();
[[nodiscard]] QStringList revokeTemplates();
[[nodiscard]] QStringList conditionTemplates();

} // namespace haneul::plans
