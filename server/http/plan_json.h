#pragma once

#include "server/plan/flights.h"
#include "server/plan/plan_service.h"

#include <string>
#include <vector>

namespace haneul::http {

// The bodies of the API about flight plans (their shapes: resources/openapi.json). Pure: values in, JSON out.

// A page of a list: `total` are on all pages; `next` asks for the page behind it, empty: there is none.
[[nodiscard]] std::string plansJson(const std::vector<plan::PlanPtr>& plans, std::size_t total,
                                    const std::string& next);
[[nodiscard]] std::string planJson(const plan::PlanRecord& record); // with its evidence and what is allowed next
[[nodiscard]] std::string savedPlanJson(const plan::SavedPlan& saved);
[[nodiscard]] std::string submissionJson(const plan::Submission& submission);
[[nodiscard]] std::string approvalJson(const plan::ApprovalOutcome& outcome);
[[nodiscard]] std::string evidenceJson(const plan::Evidence& evidence);
[[nodiscard]] std::string planHistoryJson(const std::vector<plan::PlanStep>& steps);
[[nodiscard]] std::string proposalsJson(const plan::ProposalSearch& search);
[[nodiscard]] std::string volumeChecksJson(const plan::CheckReport& airspace, const plan::CheckReport& conflicts);
[[nodiscard]] std::string intentsJson(const std::vector<plan::PlanPtr>& intents);
[[nodiscard]] std::string flightsJson(const std::vector<plan::Flight>& flights, UtcMs time);

// Which plans differ between two states, as a message of the stream; empty: none.
[[nodiscard]] std::string streamPlans(const plan::PlanState& before, const plan::PlanState& after);

} // namespace haneul::http
