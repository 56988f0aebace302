#pragma once

#include "core/plan/checks.h"
#include "core/plan/digest.h"

#include <algorithm>

namespace haneul::plan {

// Puts a report together, for the checks.
class ReportMaker {
public:
    ReportMaker(CheckKind kind, const char* id, int version, const FlightPlan& plan) {
        m_report.kind = kind;
        m_report.id = id;
        m_report.version = version;
        m_digest.add(id).add(std::int64_t{version});
        addPlan(m_digest, plan);
    }

    [[nodiscard]] Digest& inputs() { return m_digest; }

    void parameter(std::string name, std::string value) {
        m_digest.add(name).add(value);
        m_report.parameters.emplace_back(std::move(name), std::move(value));
    }

    // When it was looked. Said, but no part of the inputs: what time makes of a plan is in the findings.
    void lookedAt(UtcMs now) { m_report.parameters.emplace_back("now", toRfc3339(now)); }

    void add(Finding finding) { m_report.findings.push_back(std::move(finding)); }

    void notJudged(const char* code, std::string where, std::string why) {
        add({.code = code, .where = std::move(where), .words = std::move(why), .verdict = Verdict::NotJudged});
    }

    [[nodiscard]] CheckReport done() && {
        m_report.verdict = Verdict::Pass;
        for (const auto& finding : m_report.findings)
            m_report.verdict = std::max(m_report.verdict, finding.verdict);
        std::ranges::stable_sort(m_report.findings, std::greater{}, &Finding::verdict);
        m_report.inputs = std::move(m_digest).hex();
        return std::move(m_report);
    }

private:
    CheckReport m_report;
    Digest m_digest;
};

// Why the volumes cannot be looked at; none: they can.
[[nodiscard]] std::optional<std::string> unsound(const FlightPlan& plan);

} // namespace haneul::plan
