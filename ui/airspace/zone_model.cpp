#include "ui/airspace/zone_model.h"

#include "ui/airspace/zone_words.h"
#include "ui/models/instants.h"

namespace haneul::airspace {

using orders::ListSign;

QString ZoneModel::title(int column) const {
    switch (column) {
    case Identifier:
        return tr("Zone");
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Now:
        return tr("Now");
    case Limits:
        return tr("Limits");
    case Times:
        return tr("Times");
    case AuthorityName:
        return tr("Authority");
    case Published:
        return tr("Published");
    case Revision:
        return tr("Rev.");
    default:
        return {};
    }
}

QString ZoneModel::text(const ListedZone& row, int column) const {
    const Zone& zone = *row.zone;
    switch (column) {
    case Identifier:
        return QString::fromStdString(zone.country + ' ' + zone.identifier);
    case Name:
        return nameOf(zone, m_language);
    case Type:
        return typeText(zone.type);
    case Now:
        return nowText(row.status.now);
    case Limits:
        return limitsText(zone);
    case Times: {
        const QStringList periods = periodTexts(zone);
        return periods.size() == 1 ? periods.front()
                                   : tr("%1 and %2 more").arg(periods.front()).arg(periods.size() - 1);
    }
    case AuthorityName:
        return zone.authorities.empty()
                   ? QString()
                   : QString::fromStdString(textIn(zone.authorities.front().name, m_language.toStdString()));
    case Published:
        return QString(models::instantText(row.record.published).left(16) % QStringLiteral("Z ") %
                       QString::fromStdString(row.record.by));
    case Revision:
        return QString::number(row.record.revision);
    default:
        return {};
    }
}

QVariant ZoneModel::value(const ListedZone& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Times ? periodTexts(*row.zone).join(u'\n') : text(row, column);
    case orders::SortRole:
        if (column == Type) return static_cast<int>(kindOf(row.zone->type));
        if (column == Now) return static_cast<int>(row.status.now);
        if (column == Revision) return static_cast<qint64>(row.record.revision);
        if (column == Published) return static_cast<qint64>(sinceEpoch_ms(row.record.published));
        if (column == Limits) {
            const auto& layers = row.zone->layers;
            return layers.empty() || !layers.front().upper ? QVariant() : QVariant(layers.front().upper->metres);
        }
        return text(row, column);
    case orders::IdRole:
        return QString::fromStdString(row.record.key);
    case orders::SignRole:
        return static_cast<int>(column == Now && row.status.now == ZoneNow::NotJudged ? ListSign::Caution
                                                                                      : ListSign::None);
    case orders::QuietRole:
        return row.status.now == ZoneNow::Ended;
    default:
        return {};
    }
}

} // namespace haneul::airspace
