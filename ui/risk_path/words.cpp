#include "ui/risk_path/words.h"

#include "ui/models/filled.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>
#include <utility>

namespace haneul::risk_path {

namespace {

constexpr auto context = "haneul::risk_path::Words";

QString translated(const char* text) {
    return QCoreApplication::translate(context, text);
}

struct Refusal {
    const char* code;
    const char* text;
};

constexpr Refusal refusals[] = {
    {"NO_PATHS", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "This console has no planner of paths.")},
    {"FORBIDDEN", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Your role may not search for paths.")},
    {"BUSY", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "A search of yours is under way; one at a time.")},
    {"CANCELLED", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The search was stopped.")},
    {"TOO_COSTLY",
     QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The search took too long: take larger cells or a smaller area.")},
    {"BAD_PLACE", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "A place lies outside of the space.")},
    {"BAD_AREA", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The places lie too far apart.")},
    {"BAD_LAYERS", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "These layers of heights cannot be searched.")},
    {"TOO_MANY_CELLS", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Too many cells: take larger ones.")},
    {"NO_PATH", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "There is no way through what may be flown.")},
    {"BAD_START", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The path cannot begin at the start.")},
    {"BAD_GOAL", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The path cannot end at the goal.")},
    {"OVER_BUDGET", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "No path keeps the budgets; that is proven.")},
    {"NONE_FOUND", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "None was found; that there is none is not proven.")},
    {"RISK_UNKNOWN", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The risk on the ground is not known here.")},
};

} // namespace

QString kindText(path::PathKind kind) {
    switch (kind) {
    case path::PathKind::Shortest:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Shortest"));
    case path::PathKind::Weighted:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Risk weighed"));
    case path::PathKind::Budget:
        return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Within budget"));
    }
    return {};
}

QString answerText(const path::PlannedPath& path) {
    if (path.answer == path::BudgetAnswer::Optimal)
        return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "best, proven"));
    return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "within %1 % of the best"))
        .arg(std::ceil(path.gap * 1e4) / 100, 0, 'f', 2);
}

QString lengthText(double metres) {
    return QStringLiteral("%1 m").arg(metres, 0, 'f', 0);
}

QString timeText(double seconds) {
    const auto whole = static_cast<qint64>(std::llround(seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString riskText(const path::Totals& totals, bool anyRisk) {
    const auto risk = anyRisk ? totals.judgedRisk() : std::nullopt;
    if (!risk) return translated(QT_TRANSLATE_NOOP("haneul::risk_path::Words", "not judged"));
    return QStringLiteral("%1").arg(*risk, 0, 'E', 2);
}

namespace {

struct FindingText {
    const char* code;
    const char* text; // %1 leg, %2 name, %3 and %4 when, %5 what is allowed, %6 what there is
};

constexpr FindingText findingTexts[] = {
    {"BUILDING", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 goes through building %2.")},
    {"TERRAIN", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 goes through the ground.")},
    {"ZONE", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 is in zone %2 from %3 to %4, when it is closed.")},
    {"UNKNOWN_CELL",
     QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 goes where nobody knows what stands there.")},
    {"OUTSIDE_GRID",
     QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 leaves the area or the layers that are known.")},
    {"LEG_TOO_LONG", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 is %6 long; %5 are allowed.")},
    {"TOO_MANY_LEGS", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The path has %6 legs; %5 are allowed.")},
    {"TOO_STEEP", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 has a slope of %6; %5 are allowed.")},
    {"WIND_TOO_STRONG", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 cannot be flown against the wind.")},
    {"RISK_BUDGET",
     QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The flight has %6 expected fatalities; the budget is %5.")},
    {"BATTERY_BUDGET", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The flight takes %6; the budget is %5.")},
    {"NO_PATH", QT_TRANSLATE_NOOP("haneul::risk_path::Words", "A path has at least two points.")},
};

constexpr auto riskOfLeg =
    QT_TRANSLATE_NOOP("haneul::risk_path::Words", "Leg %1 goes where the risk on the ground is not known.");
constexpr auto riskOfPath =
    QT_TRANSLATE_NOOP("haneul::risk_path::Words", "The risk budget cannot be judged: on %6 the risk is not known.");

double slope_deg(const path::PathFinding& finding) {
    const double flat_m = std::hypot(finding.to.x - finding.from.x, finding.to.y - finding.from.y);
    return std::atan2(std::abs(finding.to.z - finding.from.z), flat_m) * 180 / std::numbers::pi;
}

double length_m(const path::PathFinding& finding) {
    return std::hypot(finding.to.x - finding.from.x, finding.to.y - finding.from.y, finding.to.z - finding.from.z);
}

// What is allowed, and what there is.
std::pair<QString, QString> limitsOf(const path::PathFinding& finding, const paths::CheckAnswer& answer) {
    const auto& task = answer.question.question.task;
    const auto& budgets = answer.question.budgets;
    const auto& totals = answer.checked.totals;
    const auto degrees = [](double deg) { return QStringLiteral("%1°").arg(deg, 0, 'f', 1); };
    const auto energy = [](double joule) { return QStringLiteral("%1 Wh").arg(joule / 3600, 0, 'f', 1); };
    const auto fatalities = [](double count) { return QString::number(count, 'E', 2); };
    if (finding.code == "LEG_TOO_LONG") return {lengthText(task.legs.longest_m), lengthText(length_m(finding))};
    if (finding.code == "TOO_MANY_LEGS")
        return {QString::number(task.legs.most), QString::number(answer.question.path.size() - 1)};
    if (finding.code == "TOO_STEEP") return {degrees(task.vehicle.steepest_deg), degrees(slope_deg(finding))};
    if (finding.code == "RISK_BUDGET") return {fatalities(budgets.risk.value_or(0)), fatalities(totals.risk)};
    if (finding.code == "BATTERY_BUDGET") return {energy(budgets.energy_j.value_or(0)), energy(totals.energy_j)};
    return {QString(), lengthText(totals.riskUnknown_m)};
}

QString clockText(const std::optional<path::TimeSpan>& when, UtcMs path::TimeSpan::* end) {
    if (!when) return {};
    const auto text = toRfc3339((*when).*end); // 2026-11-26T04:05:06.000Z
    return QString::fromStdString(text.substr(11, 8) + 'Z');
}

} // namespace

QString findingText(const path::PathFinding& finding, const paths::CheckAnswer& answer) {
    const char* text = nullptr;
    for (const auto& [code, words] : findingTexts)
        if (finding.code == code) text = words;
    if (finding.code == "RISK_UNKNOWN") text = finding.when ? riskOfLeg : riskOfPath;
    if (text == nullptr) return QString::fromStdString(finding.message);
    const auto [allowed, there] = limitsOf(finding, answer);
    return models::filled(translated(text), {QString::number(finding.leg + 1), QString::fromStdString(finding.name),
                                             clockText(finding.when, &path::TimeSpan::from),
                                             clockText(finding.when, &path::TimeSpan::to), allowed, there});
}

QString refusalText(const Error& error) {
    for (const auto& [code, text] : refusals)
        if (error.code == code) {
            const QString detail = QString::fromStdString(error.message);
            const QString words = translated(text);
            return error.code == "FORBIDDEN" || detail.isEmpty() ? words : QString(words % u' ' % u'(' % detail % u')');
        }
    return QString::fromStdString(error.message.empty() ? error.code : error.message);
}

} // namespace haneul::risk_path
