#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace haneul::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::models::Words)
};

QString degreesText(double degrees, QChar positive, QChar negative) {
    return QStringLiteral("%1%2").arg(std::abs(degrees), 0, 'f', 5).arg(degrees < 0 ? negative : positive);
}

} // namespace

QString unknownText() {
    return QStringLiteral("—");
}

QString utcTime(UtcMs time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    return QStringLiteral("%1:%2:%3Z")
        .arg(clock.hours().count(), 2, 10, QChar(u'0'))
        .arg(clock.minutes().count(), 2, 10, QChar(u'0'))
        .arg(clock.seconds().count(), 2, 10, QChar(u'0'));
}

QString ageText(milliseconds age) {
    const auto total_ms = std::max<std::int64_t>(0, age.count());
    const auto total_s = total_ms / 1000;
    if (total_s < 10) return Words::tr("%1 s", "seconds").arg(static_cast<double>(total_ms / 100) / 10.0, 0, 'f', 1);
    if (total_s < 60) return Words::tr("%1 s", "seconds").arg(total_s);
    const QChar zero(u'0');
    if (total_s < 3600) return QStringLiteral("%1:%2").arg(total_s / 60).arg(total_s % 60, 2, 10, zero);
    return QStringLiteral("%1:%2:%3")
        .arg(total_s / 3600)
        .arg(total_s / 60 % 60, 2, 10, zero)
        .arg(total_s % 60, 2, 10, zero);
}

QString latitudeText(double latitude_deg) {
    return degreesText(latitude_deg, u'N', u'S');
}

QString longitudeText(double longitude_deg) {
    return degreesText(longitude_deg, u'E', u'W');
}

QString heightText(const geo::Height& height) {
    return QStringLiteral("%1 m %2").arg(height.metres, 0, 'f', 0).arg(QString::fromUtf8(geo::toString(height.datum)));
}

QString squawkText(std::uint16_t squawk) {
    return QStringLiteral("%1").arg(squawk, 4, 8, QChar(u'0'));
}

QString sourceText(traffic::SourceKind kind) {
    switch (kind) {
    case traffic::SourceKind::Telemetry:
        return Words::tr("Telemetry");
    case traffic::SourceKind::Sbs:
        return Words::tr("ADS-B");
    case traffic::SourceKind::Mavlink:
        return Words::tr("MAVLink");
    }
    return unknownText();
}

QString stateText(traffic::TrackState state) {
    switch (state) {
    case traffic::TrackState::Live:
        return Words::tr("Live", "track");
    case traffic::TrackState::Stale:
        return Words::tr("Stale", "track");
    case traffic::TrackState::Lost:
        return Words::tr("Lost", "track");
    }
    return unknownText();
}

QString stateText(situation::FeedState state) {
    switch (state) {
    case situation::FeedState::Starting:
        return Words::tr("Starting", "feed");
    case situation::FeedState::Connected:
        return Words::tr("Connected", "feed");
    case situation::FeedState::Silent:
        return Words::tr("Silent", "feed");
    case situation::FeedState::Disconnected:
        return Words::tr("Disconnected", "feed");
    case situation::FeedState::Failed:
        return Words::tr("Failed", "feed");
    }
    return unknownText();
}

QString severityText(situation::NoticeSeverity severity) {
    switch (severity) {
    case situation::NoticeSeverity::Info:
        return Words::tr("Info", "notice");
    case situation::NoticeSeverity::Warning:
        return Words::tr("Warning", "notice");
    case situation::NoticeSeverity::Error:
        return Words::tr("Error", "notice");
    }
    return unknownText();
}

QString noticeText(const std::string& code) {
    static constexpr std::pair<std::string_view, const char*> known[] = {
        {"BROKER_DIED", QT_TRANSLATE_NOOP("haneul::models::Words", "Broker stopped")},
        {"BROKER_RESTARTED", QT_TRANSLATE_NOOP("haneul::models::Words", "Broker restarted")},
        {"BROKER_FAILED", QT_TRANSLATE_NOOP("haneul::models::Words", "Broker does not start")},
        {"FEED_LOST", QT_TRANSLATE_NOOP("haneul::models::Words", "Feed lost")},
        {"FEED_SILENT", QT_TRANSLATE_NOOP("haneul::models::Words", "Feed silent")},
        {"FEED_RESTORED", QT_TRANSLATE_NOOP("haneul::models::Words", "Feed restored")},
        {"FEED_FAILED", QT_TRANSLATE_NOOP("haneul::models::Words", "Feed failed")},
        {"CLOCK_JUMPED", QT_TRANSLATE_NOOP("haneul::models::Words", "Station clock jumped")},
        {"PICTURE_FULL", QT_TRANSLATE_NOOP("haneul::models::Words", "Picture full")},
        {"NO_BASE_MAP", QT_TRANSLATE_NOOP("haneul::models::Words", "No base map")},
        {"LOG_SIGNATURE_BAD", QT_TRANSLATE_NOOP("haneul::models::Words", "Event log changed")},
        {"LOG_HEAD_MISSING", QT_TRANSLATE_NOOP("haneul::models::Words", "End of the event log not known")},
        {"LOG_WRITE_FAILED", QT_TRANSLATE_NOOP("haneul::models::Words", "Event log cannot be written")},
        {"NO_GEOID",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "Heights above the ellipsoid (W84) are not compared with heights above mean sea level: %1")},
        {"LOG_WRITES_AGAIN", QT_TRANSLATE_NOOP("haneul::models::Words", "Event log works again")},
        {"LOG_HEAD_NOT_KEPT", QT_TRANSLATE_NOOP("haneul::models::Words", "End of the event log not kept")},
        {"SET_UP_NEEDED", QT_TRANSLATE_NOOP("haneul::models::Words", "No administrator yet")},
        {"NO_GEOID", QT_TRANSLATE_NOOP("haneul::models::Words", "No geoid")},
        {"DATASET_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "A dataset of the ground cannot be used")},
        {"ZONE_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "A zone cannot be shown")},
        {"PLANS_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "Flight plans cannot be shown")},
        {"DELIVERIES_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "Deliveries cannot be shown")},
        {"REQUEST_LOG_UNWRITABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "Requests are not logged")},
        {"OFFER_REFUSED", QT_TRANSLATE_NOOP("haneul::models::Words", "Gateway does not take the offer")},
        {"PLANNER_RULES", QT_TRANSLATE_NOOP("haneul::models::Words", "Local planner without its policy")},
        {"MISSIONS_UNTOLD", QT_TRANSLATE_NOOP("haneul::models::Words", "Missions not told over MQTT")},
        {"ZONES_UNTOLD", QT_TRANSLATE_NOOP("haneul::models::Words", "Zones not told over MQTT")},
        {"ACCOUNT_LOCKED", QT_TRANSLATE_NOOP("haneul::models::Words", "User locked out")},
        {"ACCOUNT_REVIEW", QT_TRANSLATE_NOOP("haneul::models::Words", "User closed for review")},
        {"ADDRESS_LOCKED", QT_TRANSLATE_NOOP("haneul::models::Words", "Address locked out")},
        {"SECURITY_ACCOUNT_LOG_INS",
         QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many failed log-ins to one account")},
        {"SECURITY_ACCOUNT_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"SECURITY_ADDRESS_LOG_INS",
         QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many failed log-ins from one address")},
        {"SECURITY_ADDRESS_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"SECURITY_ALL_LOG_INS", QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many failed log-ins")},
        {"SECURITY_ALL_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"SECURITY_REFUSALS", QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many calls not allowed")},
        {"SECURITY_REFUSALS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"SECURITY_NO_TOKEN", QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many calls without a good token")},
        {"SECURITY_NO_TOKEN_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"SECURITY_RATE", QT_TRANSLATE_NOOP("haneul::models::Words", "Security: many calls above the allowed rate")},
        {"SECURITY_RATE_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "Security alarm over")},
        {"LICENCE_EXPIRED", QT_TRANSLATE_NOOP("haneul::models::Words", "Licence expired")},
        {"LICENCE_EXPIRES", QT_TRANSLATE_NOOP("haneul::models::Words", "Licence expires soon")},
        {"INSURANCE_EXPIRED", QT_TRANSLATE_NOOP("haneul::models::Words", "Insurance expired")},
        {"INSURANCE_EXPIRES", QT_TRANSLATE_NOOP("haneul::models::Words", "Insurance expires soon")},
        {"MAP_LAYER_TAKEN", QT_TRANSLATE_NOOP("haneul::models::Words", "Map layer ready")},
        {"MAP_FILE_REFUSED", QT_TRANSLATE_NOOP("haneul::models::Words", "Map file")},
        {"TELEMETRY_REFUSED", QT_TRANSLATE_NOOP("haneul::models::Words", "Telemetry refused")},
    };
    const auto found =
        std::ranges::find(known, std::string_view(code), &std::pair<std::string_view, const char*>::first);
    return found == std::end(known) ? QString::fromStdString(code) : Words::tr(found->second);
}

QString noticeDetails(const situation::Notice& notice) {
    static constexpr std::pair<std::string_view, const char*> known[] = {
        {"BROKER_DIED", QT_TRANSLATE_NOOP("haneul::models::Words", "The broker ended and is being started again: %1")},
        {"BROKER_RESTARTED", QT_TRANSLATE_NOOP("haneul::models::Words", "The broker runs again on %1")},
        {"BROKER_FAILED", QT_TRANSLATE_NOOP("haneul::models::Words", "The broker cannot run: %1")},
        {"FEED_LOST", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 is disconnected: %2")},
        {"FEED_SILENT", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 is connected but brings nothing")},
        {"FEED_RESTORED", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 brings data again")},
        {"FEED_FAILED", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 does not work: %2")},
        {"CLOCK_JUMPED", QT_TRANSLATE_NOOP("haneul::models::Words",
                                           "The station's clock was moved by %1 s; ages of tracks are not affected")},
        {"PICTURE_FULL", QT_TRANSLATE_NOOP("haneul::models::Words",
                                           "More than %1 aircraft are reported; further ones of %2 are not shown")},
        {"NO_BASE_MAP", QT_TRANSLATE_NOOP("haneul::models::Words", "There is no base map: %1")},
        {"OFFER_REFUSED",
         QT_TRANSLATE_NOOP("haneul::models::Words", "What this instance offers to the gateway is not taken: %1")},
        {"REQUEST_LOG_UNWRITABLE",
         QT_TRANSLATE_NOOP("haneul::models::Words", "The file of the request log cannot be written: %1")},
        {"LOG_SIGNATURE_BAD",
         QT_TRANSLATE_NOOP(
             "haneul::models::Words",
             "Entry %1 was not signed as it stands: keep a copy of the data folder and compare with an exported log")},
        {"LOG_HEAD_MISSING",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "log.head is missing: whether entries after %1 were cut off cannot be told")},
        {"LOG_WRITE_FAILED",
         QT_TRANSLATE_NOOP("haneul::models::Words", "Commands are refused until it can be written: %1")},
        {"LOG_WRITES_AGAIN", QT_TRANSLATE_NOOP("haneul::models::Words", "The event log can be written again")},
        {"SET_UP_NEEDED", QT_TRANSLATE_NOOP("haneul::models::Words",
                                            "Nobody can add users yet: the first administrator is made at the log-in, "
                                            "with the set-up code that the program showed when it started")},
        {"PLANNER_RULES", QT_TRANSLATE_NOOP("haneul::models::Words", "The local planner flies by its rule: %1")},
        {"DATASET_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: %2")},
        {"ZONE_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words", "The zone %1 is in the log but cannot be read")},
        {"PLANS_UNREADABLE", QT_TRANSLATE_NOOP("haneul::models::Words",
                                               "Decisions about flight plans are in the log but cannot be read: %1")},
        {"DELIVERIES_UNREADABLE",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "Decisions about deliveries are in the log but cannot be read: %1")},
        {"MISSIONS_UNTOLD",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "The broker is away: of the messages about missions only the last %1 are kept")},
        {"ZONES_UNTOLD",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "The broker is away: of the messages about zones only the last %1 are kept")},
        {"LOG_HEAD_NOT_KEPT", QT_TRANSLATE_NOOP("haneul::models::Words",
                                                "log.head cannot be written, so a cut end would not be noticed: %1")},
        {"ACCOUNT_LOCKED",
         QT_TRANSLATE_NOOP("haneul::models::Words", "%2 wrong passwords for %1: locked for a quarter of an hour")},
        {"ACCOUNT_REVIEW",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "%2 wrong passwords for %1: the account is closed until an administrator enables it")},
        {"ADDRESS_LOCKED",
         QT_TRANSLATE_NOOP("haneul::models::Words",
                           "%2 wrong passwords from %1: no log-in from there for a quarter of an hour")},
        {"SECURITY_ACCOUNT_LOG_INS", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 failed log-ins to %1")},
        {"SECURITY_ACCOUNT_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 failed log-ins to %1")},
        {"SECURITY_ADDRESS_LOG_INS", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 failed log-ins from %1")},
        {"SECURITY_ADDRESS_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 failed log-ins from %1")},
        {"SECURITY_ALL_LOG_INS", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 failed log-ins from everywhere")},
        {"SECURITY_ALL_LOG_INS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 failed log-ins from everywhere")},
        {"SECURITY_REFUSALS", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls by %1 that were not allowed")},
        {"SECURITY_REFUSALS_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls by %1 that were not allowed")},
        {"SECURITY_NO_TOKEN", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls from %1 without a good token")},
        {"SECURITY_NO_TOKEN_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls from %1 without a good token")},
        {"SECURITY_RATE", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls by %1 above the allowed rate")},
        {"SECURITY_RATE_OVER", QT_TRANSLATE_NOOP("haneul::models::Words", "%2 calls by %1 above the allowed rate")},
        {"LICENCE_EXPIRED", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: the last day was %2")},
        {"LICENCE_EXPIRES", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: the last day is %2")},
        {"INSURANCE_EXPIRED", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: the last day was %2")},
        {"INSURANCE_EXPIRES", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: the last day is %2")},
        {"MAP_LAYER_TAKEN", QT_TRANSLATE_NOOP("haneul::models::Words", "%1 can be shown: %2")},
        {"MAP_FILE_REFUSED", QT_TRANSLATE_NOOP("haneul::models::Words", "%1: %2")},
        {"TELEMETRY_REFUSED", QT_TRANSLATE_NOOP("haneul::models::Words", "Refused: %1. The last: %2")},
    };
    const auto found =
        std::ranges::find(known, std::string_view(notice.code), &std::pair<std::string_view, const char*>::first);
    const bool wantsFacts = found != std::end(known) && std::string_view(found->second).contains('%');
    if (found == std::end(known) || (wantsFacts && notice.facts.empty())) return QString::fromStdString(notice.text);
    // Both at once: a fact may hold a "%2" of its own.
    const QString sentence = Words::tr(found->second);
    if (!wantsFacts) return sentence;
    const QString first = QString::fromStdString(notice.facts[0]);
    return notice.facts.size() == 1 ? sentence.arg(first)
                                    : sentence.arg(first, QString::fromStdString(notice.facts[1]));
}

} // namespace haneul::models
