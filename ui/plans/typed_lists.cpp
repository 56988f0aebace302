#include "ui/plans/typed_lists.h"

#include <QRegularExpression>
#include <QStringList>

namespace haneul::plans {

namespace {

constexpr int placeDigits = 6; // a tenth of a metre

} // namespace

std::vector<std::string> typedList(const QString& text) {
    std::vector<std::string> list;
    for (const QString& each : text.split(u',', Qt::SkipEmptyParts))
        if (!each.trimmed().isEmpty()) list.push_back(each.trimmed().toStdString());
    return list;
}

QString listText(const std::vector<std::string>& list) {
    QStringList texts;
    for (const std::string& each : list)
        texts << QString::fromStdString(each);
    return texts.join(QStringLiteral(", "));
}

std::optional<std::vector<plan::LandingSite>> typedSites(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^\\s*(.*?)\\s*(-?\\d+(?:\\.\\d+)?)[ ,]+(-?\\d+(?:\\.\\d+)?)\\s*$"));
    std::vector<plan::LandingSite> sites;
    for (const QString& each : text.split(u';', Qt::SkipEmptyParts)) {
        if (each.trimmed().isEmpty()) continue;
        const auto match = form.match(each);
        if (!match.hasMatch()) return std::nullopt;
        const geo::LatLon place{match.captured(2).toDouble(), match.captured(3).toDouble()};
        if (!place.valid()) return std::nullopt;
        sites.push_back({match.captured(1).toStdString(), place});
    }
    return sites;
}

QString sitesText(const std::vector<plan::LandingSite>& sites) {
    QStringList texts;
    for (const plan::LandingSite& site : sites)
        texts << QStringLiteral("%1 %2 %3")
                     .arg(QString::fromStdString(site.name))
                     .arg(site.place.latitude_deg, 0, 'f', placeDigits)
                     .arg(site.place.longitude_deg, 0, 'f', placeDigits)
                     .trimmed();
    return texts.join(QStringLiteral("; "));
}

std::optional<std::vector<plan::RegulatoryDocument>> typedDocuments(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^\\s*(PERMIT|WAIVER)\\s+([^/]+?)\\s*(?:/\\s*(.*?))?\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    std::vector<plan::RegulatoryDocument> documents;
    for (const QString& each : text.split(u';', Qt::SkipEmptyParts)) {
        if (each.trimmed().isEmpty()) continue;
        const auto match = form.match(each);
        if (!match.hasMatch()) return std::nullopt;
        plan::RegulatoryDocument document;
        document.kind = *plan::documentKindFromString(match.captured(1).toUpper().toStdString());
        document.number = match.captured(2).toStdString();
        document.authority = match.captured(3).toStdString();
        documents.push_back(std::move(document));
    }
    return documents;
}

QString documentsText(const std::vector<plan::RegulatoryDocument>& documents) {
    QStringList texts;
    for (const plan::RegulatoryDocument& document : documents)
        texts << (document.authority.empty()
                      ? QStringLiteral("%1 %2").arg(QString::fromUtf8(toString(document.kind)),
                                                    QString::fromStdString(document.number))
                      : QStringLiteral("%1 %2 / %3")
                            .arg(QString::fromUtf8(toString(document.kind)), QString::fromStdString(document.number),
                                 QString::fromStdString(document.authority)));
    return texts.join(QStringLiteral("; "));
}

} // namespace haneul::plans
