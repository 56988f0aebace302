#include "ui/risk_path/words.h"

#include <QCoreApplication>

#include <cmath>

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
