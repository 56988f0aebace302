#include "ui/network/network_words.h"

#include <QCoreApplication>

#include <cmath>

namespace haneul::network {

using delivery::Finding;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::network::Words)
};

} // namespace

QString kindText(delivery::NodeKind kind) {
    return kind == delivery::NodeKind::Base ? Words::tr("Base") : Words::tr("Delivery");
}

QString trackText(delivery::TrackKind track) {
    return track == delivery::TrackKind::Single ? Words::tr("Single") : Words::tr("Double");
}

QString cornerText(delivery::Corner corner) {
    return corner == delivery::Corner::Stop ? Words::tr("Stop") : Words::tr("Fly through");
}

QString shapeText(delivery::LinkShape shape) {
    return shape == delivery::LinkShape::Straight ? Words::tr("Straight") : Words::tr("Curve");
}

QString severityText(Finding::Severity severity) {
    switch (severity) {
    case Finding::Severity::Error:
        return Words::tr("✖ Error");
    case Finding::Severity::NotJudged:
        return Words::tr("? Not judged");
    case Finding::Severity::Hint:
        return Words::tr("▸ Hint");
    }
    return {};
}

QString findingText(const Finding& finding) {
    const std::string_view code = finding.code;
    if (code == "GROUND_UNKNOWN")
        return Words::tr("The ground level is not known: flights to and from here cannot be timed");
    if (code == "LINK_NOT_VERIFIED") return Words::tr("No test flight has verified this link: it cannot be used");
    if (code == "NO_BASE") return Words::tr("The network has no base point");
    if (code == "NODE_WITHOUT_LINK") return Words::tr("No link leads here");
    if (code == "NOT_REACHABLE") return Words::tr("It cannot be reached from the base");
    if (code == "LINK_TOO_LOW") return Words::tr("A waypoint lies below the ground of an end");
    if (code == "NEAR_NODE") return Words::tr("Another node is nearer than 20 m");
    if (code == "SAME_ID") return Words::tr("Another one has the same id");
    if (code == "BAD_ID") return Words::tr("An id is 1 to 32 letters, digits, - _ or .");
    if (code == "SAME_LINK") return Words::tr("There are two links between the same nodes");
    if (code == "SAME_ENDS") return Words::tr("Both ends are the same node");
    if (code == "TOP_BELOW_GROUND") return Words::tr("The top of the column is not above the ground");
    if (code == "BAD_STAYS")
        return Words::tr("A moving base stands at base points, one stay after the other, each ending after it begins");
    if (code == "UNKNOWN_LINK") return Words::tr("A crossing is of two links of the network");
    return QString::fromStdString(finding.message);
}

QString placeText(const Finding& finding) {
    QString where = QString::fromStdString(finding.where);
    for (const auto prefix :
         {QLatin1StringView("nodes."), QLatin1StringView("links."), QLatin1StringView("moving_bases.")})
        if (where.startsWith(prefix)) where.remove(0, prefix.size());
    if (where.startsWith(QLatin1StringView("crossings[")))
        return Words::tr("Crossing %1").arg(where.mid(10).chopped(1).toInt() + 1);
    return where.replace(u'>', QStringLiteral(" – "));
}

QString linkName(const delivery::Link& link) {
    return QString::fromStdString(link.a) + QStringLiteral(" – ") + QString::fromStdString(link.b);
}

QString networkName(const delivery::Network& network) {
    return QString::fromStdString(network.name.empty() ? network.id : network.name);
}

QString durationText(delivery::DurationMs duration_ms) {
    const double seconds = static_cast<double>(duration_ms) / 1000.0;
    if (seconds < 60) return Words::tr("%1 s").arg(seconds, 0, 'f', 1);
    const auto whole = std::llround(seconds);
    return Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString dayAndTime(UtcMs time) {
    return QString::fromStdString(toRfc3339(time)).left(19).replace(u'T', u' ') + u'Z';
}

QString verificationText(const delivery::Link& link) {
    if (!link.verification) return Words::tr("Not verified: cannot be used");
    const delivery::Verification& given = *link.verification;
    const QString date = QString::fromStdString(toRfc3339(given.at)).left(10);
    const QString by = Words::tr("Verified by %1, %2").arg(QString::fromStdString(given.by), date);
    return given.note.empty() ? by : QString(by % QStringLiteral(": ") % QString::fromStdString(given.note));
}

QString verificationWord(const delivery::Link& link) {
    return link.verification ? Words::tr("verified") : Words::tr("not verified");
}

} // namespace haneul::network
