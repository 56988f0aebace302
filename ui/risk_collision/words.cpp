#include "ui/risk_collision/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace haneul::risk::collision {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Words)
};

QString withoutMinus(QString text) {
    return text.replace(u'-', u'−');
}

} // namespace

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString lookupText(Lookup lookup) {
    switch (lookup) {
    case Lookup::Ramp:
        return Words::tr("Ramp");
    case Lookup::Linear:
        return Words::tr("Linear");
    case Lookup::LogLinear:
        return Words::tr("Log-linear");
    case Lookup::Step:
        return Words::tr("Step");
    }
    return {};
}

QString provenanceText(Provenance provenance) {
    switch (provenance) {
    case Provenance::AsPrinted:
        return Words::tr("as printed");
    case Provenance::FittedToPaper:
        return Words::tr("fitted to the paper's results");
    case Provenance::Entered:
        return Words::tr("entered");
    case Provenance::OwnData:
        return Words::tr("own data");
    }
    return {};
}

QString symbolText(Parameter parameter) {
    switch (parameter) {
    case Parameter::HalfWindow:
        return QStringLiteral("Sx");
    case Parameter::CrossTrackSpeed:
        return QStringLiteral("ẏ");
    case Parameter::VerticalSpeed:
        return QStringLiteral("ż");
    case Parameter::GroundSpeed:
        return QStringLiteral("V");
    case Parameter::OppositeOccupancy:
        return QStringLiteral("Ey");
    case Parameter::VerticalOverlap:
        return QStringLiteral("Pz(0)");
    case Parameter::LateralOverlap:
        return QStringLiteral("Py");
    case Parameter::Length:
        return QStringLiteral("λx");
    case Parameter::Width:
        return QStringLiteral("λy");
    case Parameter::Height:
        return QStringLiteral("λz");
    }
    return {};
}

QString parameterText(Parameter parameter) {
    switch (parameter) {
    case Parameter::HalfWindow:
        return Words::tr("Half window Sx");
    case Parameter::CrossTrackSpeed:
        return Words::tr("Cross-track speed ẏ");
    case Parameter::VerticalSpeed:
        return Words::tr("Vertical speed ż");
    case Parameter::GroundSpeed:
        return Words::tr("Ground speed V");
    case Parameter::OppositeOccupancy:
        return Words::tr("Opposite occupancy Ey");
    case Parameter::VerticalOverlap:
        return Words::tr("Vertical overlap Pz(0)");
    case Parameter::LateralOverlap:
        return Words::tr("Lateral overlap Py");
    case Parameter::Length:
        return Words::tr("Length λx");
    case Parameter::Width:
        return Words::tr("Width λy");
    case Parameter::Height:
        return Words::tr("Height λz");
    }
    return {};
}

QString raisingText(Direction direction) {
    switch (direction) {
    case Direction::Raises:
        return Words::tr("▲ raises the risk");
    case Direction::Lowers:
        return Words::tr("▽ lowers the risk");
    case Direction::Leaves:
        return Words::tr("leaves the risk");
    }
    return {};
}

QString directionText(const Sensitivity& sensitivity) {
    const QString symbol = symbolText(sensitivity.parameter);
    const QString asked = numberText(std::abs(sensitivity.change_percent));
    const QString change = QString::number(std::abs(sensitivity.riskChange_percent), 'f', 1);
    const bool lowering = sensitivity.change_percent < 0;
    if (sensitivity.direction == Direction::Leaves)
        return lowering ? Words::tr("Lowering %1 by %2 % leaves the risk as it is.").arg(symbol, asked)
                        : Words::tr("Raising %1 by %2 % leaves the risk as it is.").arg(symbol, asked);
    if (sensitivity.direction == Direction::Raises)
        return lowering ? Words::tr("Lowering %1 by %2 % raises the risk by %3 %.").arg(symbol, asked, change)
                        : Words::tr("Raising %1 by %2 % raises the risk by %3 %.").arg(symbol, asked, change);
    return lowering ? Words::tr("Lowering %1 by %2 % lowers the risk by %3 %.").arg(symbol, asked, change)
                    : Words::tr("Raising %1 by %2 % lowers the risk by %3 %.").arg(symbol, asked, change);
}

QString decisionSign(Decision decision) {
    return decision == Decision::Accept ? QStringLiteral("✓") : QStringLiteral("▲");
}

QString decisionText(Decision decision) {
    return decision == Decision::Accept ? Words::tr("✓ Accept") : Words::tr("▲ Reject");
}

QString verdictText(CorridorVerdict verdict) {
    switch (verdict) {
    case CorridorVerdict::Acceptable:
        return Words::tr("✓ Acceptable");
    case CorridorVerdict::RiskTooHigh:
        return Words::tr("▲ Not acceptable: the collision risk is above the target");
    case CorridorVerdict::Obstructed:
        return Words::tr("▲ Not acceptable: obstacles stand within the separation");
    case CorridorVerdict::MaybeObstructed:
        return Words::tr("◆ Not judged: an obstacle within the separation has no known height");
    }
    return {};
}

QString riskText(double perHour) {
    return plain(printed(perHour));
}

QString numberText(double value) {
    if (!std::isfinite(value)) return QStringLiteral("∞");
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e7)) return QString::number(value, 'E', 3);
    return withoutMinus(QString::number(value, 'g', 6));
}

QString metresText(double metres) {
    const int decimals = metres == std::round(metres) ? 0 : 1;
    return QStringLiteral("%1 m").arg(QLocale(QLocale::English).toString(metres, 'f', decimals));
}

QString metresOrNone(const std::optional<double>& metres) {
    return metres ? metresText(*metres) : Words::tr("none", "distance");
}

QString elasticityText(double elasticity) {
    return withoutMinus(QString::number(elasticity, 'f', 3));
}

QString percentText(double percent) {
    return QStringLiteral("%1 %").arg(
        withoutMinus((percent > 0 ? QStringLiteral("+") : QString()) + QString::number(percent, 'f', 1)));
}

QString presetText(const Preset& preset) {
    const QString name = plain(preset.name);
    return isFitted(preset) ? Words::tr("%1 (Ey fitted)").arg(name) : name;
}

QString remarkText(const Preset& preset) {
    QStringList manned;
    for (const std::string_view symbol : fromMannedAviation(preset))
        manned << plain(symbol);
    if (manned.isEmpty()) return {};
    QString text = Words::tr("Constants from manned aviation: %1.").arg(manned.join(QStringLiteral(", ")));
    if (isFitted(preset))
        text += QString(u' ' % Words::tr("Ey = %1 is fitted to the paper's results and printed nowhere.")
                                   .arg(numberText(preset.oppositeOccupancy.value)));
    return text;
}

QString valueText(const Value& value, std::string_view unit) {
    QString text = numberText(value.value);
    if (!unit.empty()) text += QString(u' ' % plain(unit));
    if (value.interval)
        text += QString(
            u' ' %
            Words::tr("(95 %: %1 to %2)").arg(numberText(value.interval->low), numberText(value.interval->high)));
    return text;
}

QString sourceText(const Value& value) {
    const QString word = provenanceText(value.provenance);
    return value.source.empty() ? word : QStringLiteral("%1 · %2").arg(word, plain(value.source));
}

} // namespace haneul::risk::collision
