#include "ui/airspace/zone_details.h"

#include "ui/airspace/zone_words.h"
#include "ui/models/instants.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace haneul::airspace {

namespace {

constexpr double foot_m = 0.3048;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::airspace::ZoneDetails)
};

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

// Rows of a two-column table; empty values are left out.
class Table {
public:
    void row(const QString& name, const QString& value) {
        if (!value.isEmpty()) raw(name, value.toHtmlEscaped());
    }

    void lines(const QString& name, QStringList values) {
        values.removeAll(QString());
        for (QString& value : values)
            value = value.toHtmlEscaped();
        if (!values.isEmpty()) raw(name, values.join(QStringLiteral("<br>")));
    }

    [[nodiscard]] QString html() const {
        return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">") % m_rows % QStringLiteral("</table>");
    }

private:
    void raw(const QString& name, const QString& html) {
        m_rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name.toHtmlEscaped(), html);
    }

    QString m_rows;
};

// Both ways of counting heights that are in use: a pilot reads feet, a drone metres.
QString limitLine(const std::optional<geo::VerticalLimit>& limit, bool lower) {
    if (!limit) return lower ? Words::tr("ground") : Words::tr("no upper limit");
    const QString reference = [&] {
        switch (limit->reference) {
        case geo::VerticalReference::Agl:
            return Words::tr("above ground (AGL)");
        case geo::VerticalReference::Amsl:
            return Words::tr("above mean sea level (AMSL)");
        case geo::VerticalReference::W84:
            return Words::tr("above the ellipsoid (W84)");
        }
        return QString();
    }();
    return Words::tr("%1 m (%2 ft) %3")
        .arg(QString::number(std::round(limit->metres * 10) / 10), QString::number(std::round(limit->metres / foot_m)),
             reference);
}

QString authorityLine(const Authority& authority, const std::string& language) {
    QStringList parts;
    for (const Texts* texts : {&authority.name, &authority.service, &authority.contactName})
        parts << plain(textIn(*texts, language));
    parts << plain(authority.phone) << plain(authority.email) << plain(authority.siteUrl);
    if (authority.purpose) parts << purposeText(*authority.purpose);
    if (!authority.intervalBefore.empty()) parts << Words::tr("%1 before").arg(plain(authority.intervalBefore));
    parts.removeAll(QString());
    return parts.isEmpty() ? Words::tr("not named") : parts.join(QStringLiteral(", "));
}

} // namespace

QString detailsHtml(const Zone& zone, const ZoneRecord& record, const ZoneStatus& status, UtcMs now,
                    const QString& language) {
    const std::string words = language.toStdString();
    Table table;
    table.row(Words::tr("Type"), typeText(zone.type));
    table.row(Words::tr("Now"), whyText(zone, status, now));
    QStringList reasons;
    for (const Reason reason : zone.reasons)
        reasons << reasonText(reason);
    reasons << plain(textIn(zone.otherReason, words));
    reasons.removeAll(QString());
    table.row(Words::tr("Reason"), reasons.join(QStringLiteral(", ")));
    table.row(Words::tr("Conditions"), plain(zone.restrictionConditions));
    table.row(Words::tr("Message"), plain(textIn(zone.message, words)));
    table.row(Words::tr("U-space class"), plain(zone.uSpaceClass));
    for (std::size_t i = 0; i < zone.layers.size(); ++i) {
        const Layer& layer = zone.layers[i];
        table.lines(zone.layers.size() == 1 ? Words::tr("Volume") : Words::tr("Volume %1").arg(i + 1),
                    {Words::tr("from %1").arg(limitLine(layer.lower, true)),
                     Words::tr("to %1").arg(limitLine(layer.upper, false)), areaText(layer.area)});
    }
    table.lines(Words::tr("Times"), periodTexts(zone));
    QStringList authorities;
    for (const Authority& authority : zone.authorities)
        authorities << authorityLine(authority, words);
    table.lines(Words::tr("Authority"), authorities);
    const ZoneSource& source = zone.source;
    table.row(Words::tr("Source"),
              QStringList{plain(source.format), plain(source.file), plain(source.where), plain(source.originator)}
                  .filter(QRegularExpression(QStringLiteral(".")))
                  .join(QStringLiteral(" · ")));
    table.row(Words::tr("Published"),
              Words::tr("revision %1, %2Z, %3")
                  .arg(QString::number(record.revision), models::instantText(record.published), plain(record.by)));
    const QString name = nameOf(zone, language);
    const QString title = plain(zone.country + ' ' + zone.identifier);
    return QStringLiteral("<p><b>%1</b>%2</p>")
               .arg(title.toHtmlEscaped(),
                    name.isEmpty() ? QString() : QString(QStringLiteral("  ") % name.toHtmlEscaped())) %
           table.html();
}

} // namespace haneul::airspace
