#include "core/plan/state.h"

#include <QtTest>

#include <map>
#include <set>

using namespace haneul;
using namespace haneul::plan;

class PlanStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfStateAndAction(); // R-PLAN-17 R-PLAN-19
    void everyPairOfStates();         // R-PLAN-17
    void refusalsSayWhatIsAllowed();  // R-PLAN-17
    void namesOnTheWire();            // R-PLAN-17
    void statesOfTheStandard();       // R-PLAN-17
    void finalStatesAndThoseThatCount();
};

namespace {

// Written out by hand, apart from the table in the product.
const std::map<std::string, std::map<std::string, std::string>> expected{
    {"DRAFT", {{"EDIT", "DRAFT"}, {"SUBMIT", "SUBMITTED"}, {"WITHDRAW", "WITHDRAWN"}}},
    {"SUBMITTED",
     {{"PASS_CHECKS", "PENDING_APPROVAL"},
      {"FAIL_CHECKS", "RETURNED"},
      {"REJECT", "REJECTED"},
      {"WITHDRAW", "WITHDRAWN"}}},
    {"PENDING_APPROVAL",
     {{"EDIT", "DRAFT"},
      {"APPROVE", "APPROVED"},
      {"APPROVE_PROVISIONALLY", "PROVISIONAL"},
      {"REJECT", "REJECTED"},
      {"RETURN", "RETURNED"},
      {"WITHDRAW", "WITHDRAWN"}}},
    {"APPROVED",
     {{"EDIT", "DRAFT"},
      {"ACTIVATE", "ACTIVATED"},
      {"WITHDRAW", "WITHDRAWN"},
      {"REVOKE", "REVOKED"},
      {"FIND_CONFLICT", "CONFLICT"},
      {"LEAVE_VOLUME", "NONCONFORMING"},
      {"DECLARE_CONTINGENCY", "CONTINGENT"},
      {"END", "ENDED"}}},
    {"ACTIVATED", {{"LEAVE_VOLUME", "NONCONFORMING"}, {"DECLARE_CONTINGENCY", "CONTINGENT"}, {"END", "ENDED"}}},
    {"NONCONFORMING", {{"RESTORE", "ACTIVATED"}, {"DECLARE_CONTINGENCY", "CONTINGENT"}, {"END", "ENDED"}}},
    {"CONTINGENT", {{"END", "ENDED"}}},
    {"PROVISIONAL",
     {{"EDIT", "DRAFT"},
      {"CONFIRM", "APPROVED"},
      {"FIND_CONFLICT", "CONFLICT"},
      {"WITHDRAW", "WITHDRAWN"},
      {"REVOKE", "REVOKED"}}},
    {"CONFLICT", {{"EDIT", "DRAFT"}, {"LET_STAND", "APPROVED"}, {"WITHDRAW", "WITHDRAWN"}, {"REVOKE", "REVOKED"}}},
    {"RETURNED", {{"EDIT", "DRAFT"}, {"WITHDRAW", "WITHDRAWN"}}},
    {"REJECTED", {}},
    {"WITHDRAWN", {}},
    {"REVOKED", {}},
    {"ENDED", {}},
};

std::string name(State state) {
    return std::string(toString(state));
}

} // namespace

void PlanStateTest::everyPairOfStateAndAction() {
    QCOMPARE(expected.size(), allStates.size());
    int legal = 0;
    for (const auto state : allStates) {
        const auto& row = expected.at(name(state));
        for (const auto action : allActions) {
            const auto found = row.find(std::string(toString(action)));
            const auto next = after(state, action);
            QCOMPARE(next.has_value(), found != row.end());
            QCOMPARE(apply(state, action).has_value(), next.has_value());
            if (!next) continue;
            QCOMPARE(name(*next), found->second);
            ++legal;
        }
        QCOMPARE(allowedActions(state).size(), row.size());
    }
    QCOMPARE(legal, 39);
}

void PlanStateTest::everyPairOfStates() {
    for (const auto from : allStates) {
        std::set<std::string> reached;
        for (const auto& [action, to] : expected.at(name(from)))
            reached.insert(to);
        for (const auto to : allStates)
            QCOMPARE(allowed(from, to), reached.contains(name(to)));
    }
    // What must never be: an approval without checks, a way back from the end, an activation of what is in conflict.
    QVERIFY(!allowed(State::Draft, State::Approved));
    QVERIFY(!allowed(State::Submitted, State::Approved));
    QVERIFY(!allowed(State::Ended, State::Activated));
    QVERIFY(!allowed(State::Conflict, State::Activated));
    QVERIFY(!allowed(State::Provisional, State::Activated));
    QVERIFY(!allowed(State::Contingent, State::Activated));
    QVERIFY(!allowed(State::Activated, State::Revoked));
}

void PlanStateTest::refusalsSayWhatIsAllowed() {
    const auto refused = apply(State::Returned, Action::Approve);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("ILLEGAL_STATE"));
    QCOMPARE(refused.error().message, std::string("APPROVE is not allowed in RETURNED; allowed: EDIT, WITHDRAW"));
    QCOMPARE(apply(State::Ended, Action::Edit).error().message,
             std::string("EDIT is not allowed in ENDED; allowed: nothing"));
}

void PlanStateTest::namesOnTheWire() {
    std::set<std::string_view> names;
    for (const auto state : allStates) {
        QVERIFY(names.insert(toString(state)).second);
        QVERIFY(stateFromString(toString(state)) == state);
        QVERIFY(stateFromString(requirementName(state)) == state);
    }
    QVERIFY(stateFromString("CANCELLED") == State::Withdrawn);
    QVERIFY(stateFromString("ACTIVE") == State::Activated);
    QVERIFY(stateFromString("COMPLETED") == State::Ended);
    QVERIFY(!stateFromString("approved"));
    QVERIFY(!stateFromString(""));
    std::set<std::string_view> actions;
    for (const auto action : allActions)
        QVERIFY(!toString(action).empty() && actions.insert(toString(action)).second);
}

void PlanStateTest::statesOfTheStandard() {
    const std::map<State, std::string_view> standard{
        {State::Approved, "Accepted"},           {State::Conflict, "Accepted"},     {State::Activated, "Activated"},
        {State::Nonconforming, "Nonconforming"}, {State::Contingent, "Contingent"}, {State::Ended, "Ended"}};
    for (const auto state : allStates) {
        const auto found = standard.find(state);
        QCOMPARE(f3548Name(state).value_or(""), found == standard.end() ? std::string_view() : found->second);
    }
    // The transitions of STANDARDS.md 1.1; none other between states of the standard.
    const std::set<std::pair<std::string_view, std::string_view>> transitions{
        {"Accepted", "Accepted"},       {"Accepted", "Activated"},       {"Accepted", "Nonconforming"},
        {"Activated", "Nonconforming"}, {"Nonconforming", "Activated"},  {"Accepted", "Contingent"},
        {"Activated", "Contingent"},    {"Nonconforming", "Contingent"}, {"Contingent", "Ended"},
        {"Accepted", "Ended"},          {"Activated", "Ended"},          {"Nonconforming", "Ended"}};
    for (const auto from : allStates)
        for (const auto to : allStates)
            if (allowed(from, to) && f3548Name(from) && f3548Name(to))
                QVERIFY(transitions.contains({*f3548Name(from), *f3548Name(to)}));
}

void PlanStateTest::finalStatesAndThoseThatCount() {
    const std::set<State> final{State::Rejected, State::Withdrawn, State::Revoked, State::Ended};
    const std::set<State> counting{State::Approved,  State::Provisional,   State::Conflict,
                                   State::Activated, State::Nonconforming, State::Contingent};
    const std::set<State> flying{State::Activated, State::Nonconforming, State::Contingent};
    for (const auto state : allStates) {
        QCOMPARE(isFinal(state), final.contains(state));
        QCOMPARE(holdsAirspace(state), counting.contains(state));
        QCOMPARE(inFlight(state), flying.contains(state));
        QCOMPARE(hasOffNominalVolumes(state), state == State::Nonconforming || state == State::Contingent);
    }
}

QTEST_GUILESS_MAIN(PlanStateTest)
#include "state_test.moc"
