#include "ui/airspace/zone_words.h"

#include "ui/delivery/words.h"
#include "ui/models/instants.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::airspace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::airspace::ZoneWords)
};

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct Sentence {
    std::string_view code;
    const char* text;
};

constexpr Sentence sentences[] = {
    {"BAD_AREA", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                   "The area is not sound: at least three corners, no border that crosses itself, a "
                                   "radius above 0.")},
    {"BAD_LIMITS", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                     "The upper limit must be above the lower one, and above the ground.")},
    {"BAD_TIMES", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "The end must be after the beginning.")},
    {"NO_LAYER", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                   "The zone has no volume: draw a polygon or a circle, or type one.")},
    {"NO_IDENTIFIER", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                        "An identifier of 1 to 40 characters is wanted, such as \"P73\".")},
    {"BAD_COUNTRY",
     QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "A country code of three letters is wanted, such as \"KOR\".")},
    {"BAD_SCHEDULE", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                       "A time of day is 00:00 to 24:00, at most 18 h and whole minutes from UTC.")},
    {"TOO_MANY", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "There are too many of them for one zone.")},
    {"IDENTIFIER_TAKEN", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                           "There is a zone with this country and identifier: edit that one, or take "
                                           "another identifier.")},
    {"LIMITS_NOT_COMPARABLE",
     QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "The limits have different references and may be exchanged.")},
    {"SUSPICIOUS_HEIGHT",
     QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "This is not a height of a zone: above 30 km, or deep below the "
                                                      "sea. Perhaps the unit is another one.")},
    {"TINY_AREA", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "The area is less than 1 m across.")},
    {"HUGE_AREA", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "The area is more than 2,000 km across.")},
    {"LONG_IDENTIFIER", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                          "Longer than the 7 characters that ED-318 has for an identifier.")},
    {"NO_AUTHORITY",
     QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "Nobody is named who could answer for the zone.")},
    {"NO_NAME", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "The zone has no name.")},
    {"LEFT_OUT", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords", "Left out by the person who imported the file.")},
    {"DUPLICATE_IDENTIFIER", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                               "An earlier feature of the file has the same country and identifier.")},
    {"MEANING_BY_DEFAULT", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                             "The file does not say what this area asks of a flight; it has the type "
                                             "and limits chosen here.")},
    {"NO_MEANING", QT_TRANSLATE_NOOP("haneul::airspace::ZoneWords",
                                     "The file does not say what this area asks of a flight: choose type and limits "
                                     "for such areas to take it.")},
};

const Sentence* sentenceOf(std::string_view code) {
    const auto* const found = std::ranges::find(sentences, code, &Sentence::code);
    return found == std::end(sentences) ? nullptr : found;
}

QString number(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (!text.contains(u'.')) return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

std::optional<double> typedDegrees(const QString& text, QChar plus, QChar minus, double most) {
    static const QRegularExpression form(QStringLiteral(
        R"(^\s*([+-]?)\s*(\d+(?:\.\d+)?)\s*(?:[°d ]\s*(\d+(?:\.\d+)?)\s*(?:['′m ]\s*(\d+(?:\.\d+)?)\s*(?:["″s]|'')?)?)?\s*['′]?\s*([NSEWnsew]?)\s*$)"));
    const auto match = form.match(QString(text).replace(u',', u'.'));
    if (!match.hasMatch()) return std::nullopt;
    const double minutes = match.captured(3).toDouble();
    const double seconds = match.captured(4).toDouble();
    if (minutes >= 60 || seconds >= 60) return std::nullopt;
    if (!match.captured(3).isEmpty() && match.captured(2).contains(u'.')) return std::nullopt;
    double degrees = match.captured(2).toDouble() + minutes / 60 + seconds / 3600;
    const QString side = match.captured(5).toUpper();
    if (!side.isEmpty() && side != plus && side != minus) return std::nullopt;
    if (!side.isEmpty() && !match.captured(1).isEmpty()) return std::nullopt;
    if (match.captured(1) == u'-' || side == minus) degrees = -degrees;
    return std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

QString dailyText(const DailyPeriod& daily) {
    const bool wholeDay = daily.start == DayMark(ClockTime{}) && daily.end == DayMark(ClockTime{86'400, 0});
    const QString days = daily.days.empty() ? Words::tr("every day") : daysText(daily.days);
    if (wholeDay) return days;
    const auto* const start = std::get_if<ClockTime>(&daily.start);
    const auto* const end = std::get_if<ClockTime>(&daily.end);
    const QString until =
        start != nullptr && end != nullptr && end->second <= start->second && end->ahead_s == start->ahead_s
            ? Words::tr("%1 (next day)").arg(markText(daily.end))
            : markText(daily.end);
    return QStringLiteral("%1 %2 – %3").arg(days, markText(daily.start), until);
}

QString datesText(const Period& period) {
    const auto day = [](UtcMs time) { return QString(models::instantText(time).left(16) % QStringLiteral("Z")); };
    if (period.from && period.to) return Words::tr("%1 to %2").arg(day(*period.from), day(*period.to));
    if (period.from) return Words::tr("from %1").arg(day(*period.from));
    if (period.to) return Words::tr("until %1").arg(day(*period.to));
    return {};
}

} // namespace

QString typeText(ZoneType type) {
    switch (type) {
    case ZoneType::Prohibited:
        return Words::tr("Prohibited");
    case ZoneType::ReqAuthorization:
        return Words::tr("Needs authorisation");
    case ZoneType::Conditional:
        return Words::tr("Conditional");
    case ZoneType::NoRestriction:
        return Words::tr("No restriction");
    case ZoneType::Uspace:
        return Words::tr("U-space");
    }
    return {};
}

map::ZoneShape::Kind kindOf(ZoneType type) {
    using Kind = map::ZoneShape::Kind;
    switch (type) {
    case ZoneType::Prohibited:
        return Kind::Prohibited;
    case ZoneType::ReqAuthorization:
        return Kind::Authorisation;
    case ZoneType::Conditional:
        return Kind::Conditional;
    case ZoneType::NoRestriction:
    case ZoneType::Uspace:
        break;
    }
    return Kind::Information;
}

QString reasonText(Reason reason) {
    switch (reason) {
    case Reason::AirTraffic:
        return Words::tr("Air traffic");
    case Reason::Sensitive:
        return Words::tr("Sensitive site");
    case Reason::Privacy:
        return Words::tr("Privacy");
    case Reason::Population:
        return Words::tr("Population");
    case Reason::Nature:
        return Words::tr("Nature");
    case Reason::Noise:
        return Words::tr("Noise");
    case Reason::Emergency:
        return Words::tr("Emergency");
    case Reason::Dar:
        return Words::tr("Dynamic reconfiguration");
    case Reason::ForeignTerritory:
        return Words::tr("Foreign territory");
    case Reason::Other:
        return Words::tr("Other");
    }
    return {};
}

QString purposeText(Purpose purpose) {
    switch (purpose) {
    case Purpose::Authorization:
        return Words::tr("Authorises");
    case Purpose::Notification:
        return Words::tr("Is notified");
    case Purpose::Information:
        return Words::tr("Informs");
    }
    return {};
}

QString nowText(ZoneNow now) {
    switch (now) {
    case ZoneNow::Active:
        return Words::tr("Active");
    case ZoneNow::Inactive:
        return Words::tr("Not active");
    case ZoneNow::Ended:
        return Words::tr("Over");
    case ZoneNow::NotJudged:
        return Words::tr("Not judged");
    }
    return {};
}

QString outcomeText(Outcome outcome) {
    switch (outcome) {
    case Outcome::Taken:
        return Words::tr("Sound");
    case Outcome::Quarantined:
        return Words::tr("Quarantined");
    case Outcome::Refused:
        return Words::tr("Refused");
    }
    return {};
}

QString severityText(Severity severity) {
    switch (severity) {
    case Severity::Refuse:
        return Words::tr("Error");
    case Severity::Quarantine:
        return Words::tr("Doubtful");
    case Severity::Note:
        return Words::tr("Note");
    }
    return {};
}

QString nameOf(const Zone& zone, const QString& language) {
    return plain(textIn(zone.name, language.toStdString()));
}

QString limitText(const std::optional<geo::VerticalLimit>& limit, bool lower) {
    if (!limit) return lower ? QStringLiteral("GND") : QStringLiteral("UNL");
    if (lower && limit->reference == geo::VerticalReference::Agl && limit->metres == 0) return QStringLiteral("GND");
    return QStringLiteral("%1 m %2").arg(number(limit->metres, 1), plain(toString(limit->reference)));
}

QString limitsText(const Layer& layer) {
    return QStringLiteral("%1 – %2").arg(limitText(layer.lower, true), limitText(layer.upper, false));
}

QString limitsText(const Zone& zone) {
    if (zone.layers.empty()) return {};
    const QString first = limitsText(zone.layers.front());
    if (zone.layers.size() == 1) return first;
    return Words::tr("%1 and %2 more").arg(first).arg(zone.layers.size() - 1);
}

QString lengthText(double length_m) {
    return length_m < 1000 ? QStringLiteral("%1 m").arg(number(length_m, 0))
                           : QStringLiteral("%1 km").arg(length_m / 1000, 0, 'f', 2);
}

QString areaText(const geo::Area& area) {
    if (const auto* const circle = std::get_if<geo::Circle>(&area))
        return Words::tr("Circle of %1 around %2, %3")
            .arg(lengthText(circle->radius_m), degreesText(circle->centre.latitude_deg),
                 degreesText(circle->centre.longitude_deg));
    const auto& polygon = std::get<geo::Polygon>(area);
    const QString corners = Words::tr("Polygon of %1 corners").arg(polygon.outer.size());
    return polygon.holes.empty() ? corners : Words::tr("%1, %2 left out").arg(corners).arg(polygon.holes.size());
}

QStringList periodTexts(const Zone& zone) {
    if (zone.periods.empty()) return {Words::tr("At all times")};
    QStringList lines;
    for (const Period& period : zone.periods) {
        QStringList parts;
        if (const QString dates = datesText(period); !dates.isEmpty()) parts << dates;
        for (const DailyPeriod& daily : period.schedule)
            parts << dailyText(daily);
        lines << (parts.isEmpty() ? Words::tr("At all times") : parts.join(QStringLiteral("; ")));
    }
    return lines;
}

QString whyText(const Zone& zone, const ZoneStatus& status, UtcMs now) {
    if (zone.periods.empty()) return Words::tr("Active: it is permanent.");
    if (status.now == ZoneNow::NotJudged) return Words::tr("Not judged: %1").arg(QString::fromStdString(status.why));
    if (status.now == ZoneNow::Ended) return Words::tr("Over: its last period has ended.");
    const auto window = windowAround(zone, now);
    if (!window) return Words::tr("Not active, and not within the next 30 days.");
    const QString from = delivery::timeText(window->from, now);
    const QString to = delivery::timeText(window->to, now);
    if (status.now == ZoneNow::Active) return Words::tr("Active until %1.").arg(to);
    return window->certain
               ? Words::tr("Not active: next from %1 to %2.").arg(from, to)
               : Words::tr("Not active: next about %1 to %2 (%3).").arg(from, to, QString::fromStdString(window->why));
}

bool hasSentence(std::string_view findingCode) {
    return sentenceOf(findingCode) != nullptr;
}

QString findingText(const Finding& finding) {
    const Sentence* const sentence = sentenceOf(finding.code);
    return sentence ? QCoreApplication::translate("haneul::airspace::ZoneWords", sentence->text)
                    : QString::fromStdString(finding.message);
}

QString placeText(const std::string& where) {
    static const QRegularExpression form(QStringLiteral(R"(^(layers|periods)(?:\[(\d+)\])?(?:\.(.*))?$)"));
    const QString text = QString::fromStdString(where);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        if (text == QLatin1StringView("identifier")) return Words::tr("Identifier");
        if (text == QLatin1StringView("country")) return Words::tr("Country");
        if (text == QLatin1StringView("name")) return Words::tr("Name");
        if (text == QLatin1StringView("authorities")) return Words::tr("Authority");
        return text;
    }
    const bool layer = match.captured(1) == QLatin1StringView("layers");
    if (match.captured(2).isEmpty()) return layer ? Words::tr("Volumes") : Words::tr("Times");
    const int place = match.captured(2).toInt() + 1;
    const QString what = layer ? Words::tr("Volume %1").arg(place) : Words::tr("Period %1").arg(place);
    const QString member = match.captured(3);
    QString part;
    if (member.startsWith(QLatin1StringView("upper"))) part = Words::tr("upper limit");
    if (member.startsWith(QLatin1StringView("lower"))) part = Words::tr("lower limit");
    if (member.startsWith(QLatin1StringView("area"))) part = Words::tr("area");
    if (member.startsWith(QLatin1StringView("to"))) part = Words::tr("end");
    if (member.startsWith(QLatin1StringView("schedule"))) part = Words::tr("time of day");
    return part.isEmpty() ? what : QString(what % QStringLiteral(", ") % part);
}

QString impactKindText(const std::string& kind) {
    if (kind == "plan") return Words::tr("Flight plan");
    if (kind == "mission") return Words::tr("Mission");
    if (kind == "node") return Words::tr("Node of a network");
    return QString::fromStdString(kind);
}

QString refusalText(const Error& error) {
    const std::string& code = error.code;
    if (code == "FORBIDDEN")
        return error.where.empty()
                   ? Words::tr("Nobody is signed in.")
                   : Words::tr("You may not do this: the scope %1 is wanted.").arg(QString::fromStdString(error.where));
    if (code == "NO_AIRSPACE") return Words::tr("This console keeps no zones.");
    if (code == "NO_SUCH_ZONE") return Words::tr("There is no such zone any more.");
    if (code == "STALE_REVISION")
        return Words::tr("Somebody else has published another revision of this zone meanwhile.");
    if (code == "BUSY") return Words::tr("Too many questions wait; try again in a moment.");
    if (code == "UNKNOWN_FORMAT")
        return Words::tr(
            "The file is none that is read here: ED-269, ED-318, GeoJSON, KML, or the text of ICAO NOTAM.");
    if (code == "TOO_LARGE") return Words::tr("It is too large.");
    if (code == "BAD_JSON")
        return Words::tr("The file is not sound JSON: %1").arg(QString::fromStdString(error.message));
    if (code == "IMPORT_NOT_SOUND")
        return Words::tr("Not every feature is sound, so nothing was taken. The first that is not: %1")
            .arg(QString::fromStdString(error.where));
    if (code == "NOTHING_TAKEN") return Words::tr("There is nothing in the file that this choice would take.");
    if (const Sentence* const sentence = sentenceOf(code))
        return QString(placeText(error.where) % QStringLiteral(": ") %
                       QCoreApplication::translate("haneul::airspace::ZoneWords", sentence->text));
    return QString::fromStdString(error.message);
}

// ---------------------------------------------------------------- how values are typed

QString dayText(Day day) {
    return plain(toString(day));
}

QString daysText(std::span<const Day> days) {
    std::array<bool, 7> set{};
    for (const Day day : days)
        set.at(static_cast<std::size_t>(day)) = true;
    QStringList parts;
    for (std::size_t first = 0; first < set.size(); ++first) {
        if (!set.at(first)) continue;
        std::size_t last = first;
        while (last + 1 < set.size() && set.at(last + 1))
            ++last;
        const QString from = dayText(static_cast<Day>(first));
        const QString to = dayText(static_cast<Day>(last));
        if (last == first)
            parts << from;
        else if (last == first + 1)
            parts << from << to;
        else
            parts << QString(from % u'-' % to);
        first = last;
    }
    return parts.join(QStringLiteral(", "));
}

std::optional<std::vector<Day>> typedDays(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral("[\\s,;]+"));
    std::array<bool, 7> set{};
    const QString tidy = QString(text).toUpper().replace(QStringLiteral("–"), QStringLiteral("-"));
    for (const QString& part : tidy.split(blanks, Qt::SkipEmptyParts)) {
        if (part == QLatin1StringView("ANY") || part == QLatin1StringView("DAILY")) return std::vector<Day>();
        const QStringList ends = part.split(u'-');
        const auto from = dayFromString(ends.front().toStdString());
        const auto to = dayFromString(ends.back().toStdString());
        if (ends.size() > 2 || !from || !to) return std::nullopt;
        for (auto day = static_cast<std::size_t>(*from);; day = (day + 1) % set.size()) {
            set.at(day) = true;
            if (day == static_cast<std::size_t>(*to)) break;
        }
    }
    std::vector<Day> days;
    for (std::size_t day = 0; day < set.size(); ++day)
        if (set.at(day)) days.push_back(static_cast<Day>(day));
    return days;
}

QString markText(const DayMark& mark) {
    if (const auto* const event = std::get_if<Daylight>(&mark)) return plain(toString(*event));
    const auto& clock = std::get<ClockTime>(mark);
    QString text = QStringLiteral("%1:%2")
                       .arg(clock.second / 3600, 2, 10, QChar(u'0'))
                       .arg(clock.second / 60 % 60, 2, 10, QChar(u'0'));
    if (clock.second % 60 != 0) text += QStringLiteral(":%1").arg(clock.second % 60, 2, 10, QChar(u'0'));
    if (clock.ahead_s == 0) return QString(text % u'Z');
    const int ahead_min = std::abs(clock.ahead_s) / 60;
    return QStringLiteral("%1%2%3:%4")
        .arg(text, clock.ahead_s < 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(ahead_min / 60, 2, 10, QChar(u'0'))
        .arg(ahead_min % 60, 2, 10, QChar(u'0'));
}

std::optional<DayMark> typedMark(const QString& text) {
    const QString tidy = text.simplified().remove(u' ').toUpper();
    if (const auto event = daylightFromString(tidy.toStdString())) return DayMark(*event);
    static const QRegularExpression form(
        QStringLiteral(R"(^(\d{1,2}):(\d{2})(?::(\d{2}))?(Z|([+-])(\d{1,2})(?::?(\d{2}))?)?$)"));
    const auto match = form.match(tidy);
    if (!match.hasMatch()) return std::nullopt;
    const int minutes = match.captured(2).toInt();
    const int seconds = match.captured(3).toInt();
    const int second = match.captured(1).toInt() * 3600 + minutes * 60 + seconds;
    if (minutes > 59 || seconds > 59 || second > 86'400) return std::nullopt;
    const int ahead = (match.captured(6).toInt() * 60 + match.captured(7).toInt()) * 60;
    if (ahead > 18 * 3600) return std::nullopt;
    return DayMark(ClockTime{second, match.captured(5) == u'-' ? -ahead : ahead});
}

std::optional<double> typedLatitude(const QString& text) {
    return typedDegrees(text, u'N', u'S', 90);
}

std::optional<double> typedLongitude(const QString& text) {
    return typedDegrees(text, u'E', u'W', 180);
}

QString degreesText(double degrees) {
    return number(degrees, 7);
}

std::optional<double> typedNumber(const QString& text) {
    bool good = false;
    const double value = QLocale::c().toDouble(QString(text).trimmed().replace(u',', u'.'), &good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace haneul::airspace
