#include "server/http/plan_json.h"

#include "core/json/json_writer.h"
#include "server/plan/plan_codec.h"

#include <map>

namespace haneul::http {

using json::JsonWriter;
using plan::PlanPtr;

namespace {

void writeStrings(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).beginArray();
    for (const std::string& text : texts)
        json.string(text);
    json.endArray();
}

void writeNotes(JsonWriter& json, std::string_view key, const std::vector<formats::FileNote>& notes) {
    json.key(key).beginArray();
    for (const formats::FileNote& note : notes) {
        json.beginObject().key("code").string(note.code).key("message").string(note.message);
        json.key("where").string(note.where).endObject();
    }
    json.endArray();
}

void writeEvidence(JsonWriter& json, const plan::Evidence& evidence) {
    json.beginObject().key("digest").string(evidence.digest).key("revision").count(evidence.revision);
    json.key("at").time(evidence.at).key("acceptable").boolean(evidence.acceptable);
    json.key("approvals_needed").integer(evidence.needed.number);
    writeStrings(json, "why_more_than_one", evidence.needed.reasons);
    plan::writeReports(json.key("reports"), evidence.reports);
    json.endObject();
}

void writeHead(JsonWriter& json, const plan::PlanRecord& record) {
    const plan::FlightPlan& plan = record.plan;
    json.beginObject().key("id").string(plan.id).key("revision").count(record.revision);
    json.key("state").string(toString(plan.state)).key("operator_id").string(plan.operator_id);
    json.key("drone_id").string(plan.drone_id).key("pilot_id").string(plan.pilot_id);
    json.key("mission_id").string(plan.mission_id).key("profile").string(plan.profile);
    json.key("priority").integer(plan.priority).key("start").time(plan.start).key("end").time(plan.end);
    json.key("changed").time(record.changed).key("changed_by").string(record.changedBy);
    json.key("submitted").timeOrNull(record.submitted).key("acceptable");
    record.evidence ? json.boolean(record.evidence->acceptable) : json.null();
    json.key("approvals").count(record.approvals.size()).key("approvals_needed");
    record.evidence ? json.integer(record.evidence->needed.number) : json.null();
    json.endObject();
}

} // namespace

std::string plansJson(const std::vector<PlanPtr>& plans, std::size_t total, const std::string& next) {
    JsonWriter json;
    json.beginObject().key("plans").beginArray();
    for (const PlanPtr& plan : plans)
        writeHead(json, *plan);
    json.endArray().key("total").count(total).key("next");
    next.empty() ? json.null() : json.string(next);
    json.endObject();
    return json.take();
}

std::string planJson(const plan::PlanRecord& record) {
    JsonWriter json;
    json.beginObject().key("plan");
    plan::writePlan(json, record.plan);
    json.key("revision").count(record.revision).key("state").string(toString(record.plan.state));
    json.key("created").time(record.created).key("created_by").string(record.createdBy);
    json.key("changed").time(record.changed).key("changed_by").string(record.changedBy);
    json.key("submitted").timeOrNull(record.submitted).key("submitted_by").string(record.submittedBy);
    json.key("pilot_user").string(record.pilotUser).key("reason").string(record.reason);
    json.key("conditions").string(record.conditions()).key("approvals").beginArray();
    for (const plan::Approval& approval : record.approvals) {
        json.beginObject().key("by").string(approval.by).key("at").time(approval.at);
        json.key("evidence").string(approval.evidence).key("conditions").string(approval.conditions).endObject();
    }
    json.endArray().key("evidence");
    if (record.evidence)
        writeEvidence(json, *record.evidence);
    else
        json.null();
    json.key("allowed").beginArray();
    for (const plan::Action action : plan::allowedActions(record.plan.state))
        json.string(toString(action));
    json.endArray().endObject();
    return json.take();
}

std::string savedPlanJson(const plan::SavedPlan& saved) {
    JsonWriter json;
    json.beginObject().key("id").string(saved.id).key("revision").count(saved.revision).endObject();
    return json.take();
}

std::string submissionJson(const plan::Submission& submission) {
    JsonWriter json;
    json.beginObject().key("id").string(submission.id).key("revision").count(submission.revision);
    json.key("state").string(toString(submission.state)).key("evidence");
    writeEvidence(json, submission.evidence);
    json.endObject();
    return json.take();
}

std::string approvalJson(const plan::ApprovalOutcome& outcome) {
    JsonWriter json;
    json.beginObject().key("state").string(toString(outcome.state)).key("approvals").integer(outcome.given);
    json.key("approvals_needed").integer(outcome.needed).endObject();
    return json.take();
}

std::string evidenceJson(const plan::Evidence& evidence) {
    JsonWriter json;
    writeEvidence(json, evidence);
    return json.take();
}

std::string planHistoryJson(const std::vector<plan::PlanStep>& steps) {
    JsonWriter json;
    json.beginObject().key("steps").beginArray();
    for (const plan::PlanStep& step : steps) {
        json.beginObject().key("sequence").count(step.sequence).key("step").string(step.step);
        json.key("at").time(step.at).key("user").string(step.user).key("role").string(step.role);
        json.key("desk").string(step.desk).key("revision").count(step.revision).key("before");
        step.before ? json.string(toString(*step.before)) : json.null();
        json.key("after").string(toString(step.after)).key("note").string(step.note);
        json.key("evidence").string(step.evidence).key("changes").beginArray();
        for (const plan::FieldChange& change : step.changes)
            json.beginObject()
                .key("field")
                .string(change.field)
                .key("before")
                .string(change.before)
                .key("after")
                .string(change.after)
                .endObject();
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string proposalsJson(const plan::ProposalSearch& search) {
    JsonWriter json;
    json.beginObject().key("proposals").beginArray();
    for (const plan::Proposal& proposal : search.proposals) {
        json.beginObject().key("kind").string(toString(proposal.kind)).key("change").exact(proposal.change);
        plan::writePlan(json.key("plan"), proposal.plan);
        plan::writeReports(json.key("reports"), proposal.reports);
        json.endObject();
    }
    json.endArray().key("attempts").beginArray();
    for (const plan::Attempt& attempt : search.attempts) {
        json.beginObject()
            .key("kind")
            .string(toString(attempt.kind))
            .key("tried")
            .integer(attempt.tried)
            .key("reason")
            .string(toString(attempt.reason))
            .key("why")
            .string(attempt.why)
            .key("always")
            .beginArray();
        for (const std::string& id : attempt.always)
            json.string(id);
        json.endArray().endObject();
    }
    json.endArray().key("blocked_by").beginArray();
    for (const plan::CheckKind kind : search.blockedBy)
        json.string(toString(kind));
    json.endArray().key("none_exists").boolean(search.noneExists()).endObject();
    return json.take();
}

std::string volumeChecksJson(const plan::CheckReport& airspace, const plan::CheckReport& conflicts) {
    JsonWriter json;
    json.beginObject();
    plan::writeReports(json.key("reports"), {airspace, conflicts});
    json.endObject();
    return json.take();
}

std::string planImportJson(const plan::PlanImport& import) {
    JsonWriter json;
    json.beginObject().key("format").string(import.format).key("shapes").beginArray();
    for (const plan::PlanShape& shape : import.shapes) {
        json.beginObject().key("name").string(shape.name).key("where").string(shape.where);
        json.key("points").count(shape.points).key("pattern");
        shape.operation ? json.string(toString(plan::patternOf(*shape.operation))) : json.null();
        writeNotes(json, "findings", shape.findings);
        json.endObject();
    }
    json.endArray();
    writeNotes(json, "notes", import.notes);
    json.key("taken");
    import.taken ? json.count(*import.taken) : json.null();
    json.key("plan");
    if (import.taken)
        plan::writePlan(json, import.plan);
    else
        json.null();
    json.endObject();
    return json.take();
}

std::string intentsJson(const std::vector<PlanPtr>& intents) {
    JsonWriter json;
    json.beginObject().key("intents").beginArray();
    for (const PlanPtr& intent : intents) {
        const plan::FlightPlan& plan = intent->plan;
        json.beginObject().key("id").string(plan.id).key("revision").count(intent->revision);
        json.key("state").string(toString(plan.state)).key("f3548_state");
        const auto name = plan::f3548Name(plan.state);
        name ? json.string(*name) : json.null();
        json.key("operator_id").string(plan.operator_id).key("drone_id").string(plan.drone_id);
        json.key("priority").integer(plan.priority).key("start").time(plan.start).key("end").time(plan.end);
        json.key("conditions").string(intent->conditions()).key("volumes").beginArray();
        for (const geo::Volume4D& volume : plan.volumes)
            plan::writeVolume(json, volume);
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string capacityLimitsJson(const std::vector<deconflict::CapacityLimit>& limits) {
    JsonWriter json;
    json.beginObject().key("limits").beginArray();
    for (const deconflict::CapacityLimit& limit : limits) {
        json.beginObject().key("id").string(limit.id).key("most").integer(limit.most).key("place");
        plan::writeVolume(json, limit.place);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string flightsJson(const std::vector<plan::Flight>& flights, UtcMs time) {
    JsonWriter json;
    json.beginObject().key("time").time(time).key("flights").beginArray();
    for (const plan::Flight& flight : flights) {
        const plan::FlightPlan& plan = flight.plan->plan;
        json.beginObject().key("plan_id").string(plan.id).key("state").string(toString(plan.state));
        json.key("presence").string(toString(flight.presence)).key("track");
        flight.track ? json.string(flight.track->id) : json.null();
        json.key("operator_id").string(plan.operator_id).key("drone_id").string(plan.drone_id);
        json.key("pilot_id").string(plan.pilot_id).key("mission_id").string(plan.mission_id);
        json.key("priority").integer(plan.priority).key("start").time(plan.start).key("end").time(plan.end);
        json.key("conditions").string(flight.plan->conditions()).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string streamPlans(const plan::PlanState& before, const plan::PlanState& after) {
    std::map<std::string_view, const plan::PlanRecord*> known;
    for (const PlanPtr& plan : before.plans)
        known.emplace(plan->plan.id, plan.get());
    JsonWriter json;
    json.beginObject().key("type").string("plans").key("number").count(after.number).key("plans").beginArray();
    bool any = false;
    for (const PlanPtr& plan : after.plans) {
        const auto found = known.find(plan->plan.id);
        if (found != known.end() && found->second == plan.get()) continue;
        any = true;
        writeHead(json, *plan);
    }
    json.endArray().endObject();
    return any ? json.take() : std::string();
}

} // namespace haneul::http
