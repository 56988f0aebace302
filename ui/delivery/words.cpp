#include "ui/delivery/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace haneul::delivery {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::delivery::Words)
};

struct Sentence {
    std::string_view code;
    const char* text;
};

// Codes of the whole way from the editor to the scheduler: core/delivery, core/route, core/timing, core/schedule and
// server/delivery, and of what they stand on. The test reads those sources and asks for each.
constexpr Sentence sentences[] = {
    // a network that cannot be saved
    {"BAD_ID", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                 "An id has 1 to 32 of the letters A to Z and a to z, digits, hyphens, dots and _. "
                                 "Choose another id.")},
    {"SAME_ID", QT_TRANSLATE_NOOP("haneul::delivery::Words", "This id is taken already. Choose another one.")},
    {"BAD_PLACE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "A place has a latitude of -90 to 90° and a longitude of -180 to 180°. Correct it.")},
    {"BAD_NUMBER",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A number is outside what is possible. Correct the value named.")},
    {"TOP_BELOW_GROUND", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                           "The top of the column is not above the ground. Raise the top or correct "
                                           "the ground level.")},
    {"NO_BASE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                  "The network has no base point to start from. Add one or choose one as its base.")},
    {"UNKNOWN_NODE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The network has no point of this id. Choose one from the list.")},
    {"SAME_ENDS",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A link joins two different points. Choose another end.")},
    {"SAME_LINK", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "There is a link between these two points already. Change that one instead.")},
    {"BAD_STAYS", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "The stays of a moving base follow one another and do not overlap. Correct their "
                                    "times.")},
    // what keeps a part of it from being used
    {"GROUND_UNKNOWN", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                         "The ground level is not known, so nothing can be timed here. Enter it in the "
                                         "network.")},
    {"LINK_NOT_VERIFIED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                            "The link has not been verified by a test flight. Have it verified, or go "
                                            "another way.")},
    {"NODE_WITHOUT_LINK",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "No link leads to this point. Draw one, or remove the point.")},
    {"NOT_REACHABLE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The point cannot be reached from the base over verified links.")},
    {"LINK_TOO_LOW", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                       "A waypoint lies below the ground of an end of the link. Check its height.")},
    {"NEAR_NODE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "Two points lie nearer than 20 m to each other. Check that both are meant.")},
    // a mission that the network cannot fly
    {"NO_STOPS",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A mission goes to at least one delivery point. Add a stop.")},
    {"REPEATED_NODE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                        "A mission goes to each point once, and not to its own base. Remove the "
                                        "repeated stop.")},
    {"NO_LINK", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                  "There is no link between these points. Draw one, or choose another order of "
                                  "stops.")},
    {"NOT_A_BASE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A mission begins and ends at a base point. Choose one.")},
    {"UNKNOWN_DRONE_TYPE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                             "The network has no drone type of this name. Choose one from the list.")},
    {"PAYLOAD_TOO_HEAVY",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The payload is too heavy for the drone. Split the order or take a "
                                                  "stronger drone type.")},
    {"RANGE_EXCEEDED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                         "The mission is longer than the drone's range. Leave out a stop or take "
                                         "another drone type.")},
    {"ENDURANCE_EXCEEDED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                             "The mission takes longer than one charge lasts. Leave out a stop or take "
                                             "another drone type.")},
    {"SEGMENT_TOO_SHORT", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                            "A flight segment has at least two waypoints. Add the missing ones.")},
    {"SAME_ENDPOINTS", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                         "A flight segment begins and ends at the same place. Choose two points.")},
    {"FIRST_WAYPOINT_NOT_AT_ORIGIN",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The first waypoint does not lie at the point where the segment "
                                                  "begins. Move it there.")},
    {"LAST_WAYPOINT_NOT_AT_DESTINATION",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The last waypoint does not lie at the point where the "
                                                  "segment ends. Move it there.")},
    {"NEED_AT_LEAST_ONE_DELIVERY",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A mission goes to at least one delivery point and comes back.")},
    {"ROW_COUNT_MISMATCH",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "Stays and flight times need one row for each segment.")},
    {"ROW_LENGTH_MISMATCH", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                              "A segment needs a stay for each waypoint and one flight time fewer.")},
    {"NEGATIVE_TIME", QT_TRANSLATE_NOOP("haneul::delivery::Words", "A duration is below zero. Enter 0 or more.")},
    {"SHARED_NODE_ETP_MISMATCH",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The stay at a point is given twice and differently. Enter the same "
                                                  "for both segments.")},
    {"INVALID_ARGUMENT",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A value is outside what is accepted. Correct it.")},
    // orders and missions
    {"NO_SUCH_NETWORK",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "This network does not exist any more. Choose another one.")},
    {"NO_SUCH_ORDER", QT_TRANSLATE_NOOP("haneul::delivery::Words", "This order does not exist.")},
    {"NO_SUCH_MISSION", QT_TRANSLATE_NOOP("haneul::delivery::Words", "This mission does not exist.")},
    {"STALE_REVISION", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                         "Somebody has saved this network meanwhile. Load it anew and make the change "
                                         "again.")},
    {"MISSIONS_STAND", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                         "Missions are booked on this network. Complete or cancel them first.")},
    {"SLOT_TAKEN", QT_TRANSLATE_NOOP("haneul::delivery::Words", "This start is not free. Take the next free start.")},
    {"MISSION_UNDER_WAY", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                            "The mission has left the ground already and can no longer be changed "
                                            "so.")},
    {"NOT_NOW", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                  "This does not follow the present step. Take the next step of the process first.")},
    {"NOT_WAITING",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The order is no longer waiting. Cancel its mission first, or choose an order that waits.")},
    {"DRONE_BUSY",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The drone flies another mission at that time. Choose another drone or another start.")},
    {"DRONE_NOT_READY",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "The drone is not ready for this mission. Choose another one, or see to what is named; the panel "
         "Fleet says more.")},
    {"BAD_NAME", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                   "A text is too long or has characters that cannot be shown. Shorten it.")},
    {"NO_DELIVERIES",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "This console has no deliveries. Open one with a data folder.")},
    // of what they stand on
    {"FORBIDDEN",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "Your role does not allow this. Ask somebody whose role does.")},
    {"LOG_BUSY", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The event log is busy. Try again in a moment.")},
    {"BUSY", QT_TRANSLATE_NOOP("haneul::delivery::Words", "Too many searches wait. Try again in a moment.")},
    {"STOPPING", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The program is ending. Ask again when it runs.")},
    {"LOG_WRITE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "Nothing was changed: the event log cannot be written. Is the disk full?")},
    {"LOG_CLOSED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                     "Nothing was changed: the event log is closed. Start the console again.")},
    {"LOG_BAD_EVENT", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                        "Nothing was changed: the event log did not take it. Report this as a fault "
                                        "of the program.")},
    {"PROJECTION", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                     "Nothing was changed: it contradicts what is stored. Report this as a fault of "
                                     "the program.")},
    {"DELIVERIES_UNREADABLE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The stored deliveries cannot be read. Report this as a fault of the program.")},
    {"BAD_ENTRY", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "An entry of the event log cannot be read by this version. Install a newer one.")},
    // of JSON texts and of files
    {"BAD_JSON", QT_TRANSLATE_NOOP("haneul::delivery::Words", "This is not valid JSON. Check the text.")},
    {"BAD_FIELD", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "A field is missing or holds what it may not. Correct the field named.")},
    {"DUPLICATE_FIELD", QT_TRANSLATE_NOOP("haneul::delivery::Words", "A field is given twice. Remove one of them.")},
    {"MISSING_FIELD", QT_TRANSLATE_NOOP("haneul::delivery::Words", "A field is missing. Add it.")},
    {"UNKNOWN_FIELD",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A field is not known here. Remove it or correct its name.")},
    {"BAD_COORDINATES",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The file has coordinates that cannot be read. Correct them where it was made.")},
    {"BAD_FORMAT",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The file is not written as its format demands. Make it again with the program that wrote it.")},
    {"BAD_TRACK", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                    "A track of the file cannot be read: times and places do not belong together.")},
    {"BAD_VERSION", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                      "The file has a version that is not read here. Save it in a supported one.")},
    {"HEIGHT_NOT_JUDGED",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A height of the file has a datum that is not known, so it is not "
                                                  "judged. Save it with heights above mean sea level.")},
    {"HOME_UNKNOWN",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "The file has heights above the home position but does not say where that is. Save it with a home position.")},
    {"INCOMPATIBLE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                       "The file needs features that are not read here. Save it without them.")},
    {"MISSION_EMPTY", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file has no waypoints. Choose another one.")},
    {"NOT_A_MISSION",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not a mission. Choose a .plan or a waypoint file.")},
    {"NOT_A_PLAN",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not a plan of QGroundControl. Choose a .plan file.")},
    {"NOT_A_ULOG",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not a ULog recording. Choose a .ulg file.")},
    {"NOT_KML", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not KML. Choose a .kml file.")},
    {"NOT_WELL_FORMED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                          "The file is damaged: its XML does not hold together. Make it again.")},
    {"NO_POSITIONS",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The recording has no positions of a vehicle. Choose another one.")},
    {"PATH_INCOMPLETE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The path of the file has gaps. Complete it where it was made.")},
    {"PLACE_UNKNOWN", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                        "The file has commands without a place. Give them one where it was made.")},
    {"TOO_LARGE", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is too large to be read. Split it.")},
    {"TOO_MANY_POINTS", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file has too many points. Simplify it.")},
    {"BAD_LINE",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "A line of the file cannot be read. Correct it where it was made.")},
    {"BAD_INDEX",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "The items of the file are not numbered in order. Make it again with the program that wrote it.")},
    {"UNKNOWN_FRAME",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "The file has heights in a frame that is not known. Save it with heights above mean sea level.")},
    {"NOT_A_RECORDING",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not a recorded flight. Choose a .tlog or .ulg file.")},
    {"ROUTE_CHANGED", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                        "The network has been changed since the mission was booked, so its way can no "
                                        "longer be shown as it was flown. Book it anew on the present network.")},
    {"NOT_GEOJSON", QT_TRANSLATE_NOOP("haneul::delivery::Words", "The file is not GeoJSON. Choose a .geojson file.")},
    {"NOT_A_NETWORK",
     QT_TRANSLATE_NOOP("haneul::delivery::Words",
                       "The GeoJSON holds no delivery network. Choose one that was exported as a network.")},
    {"HEIGHT_UNKNOWN",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "A place of the file has no height. Say at what level to fly, or give it a height where the file was made.")},
    {"END_NOT_AT_NODE",
     QT_TRANSLATE_NOOP(
         "haneul::delivery::Words",
         "The path does not begin and end at points of the network. Move its ends, or add the points first.")},
    {"PATH_TOO_SHORT",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The path has fewer than two places. Choose another one.")},
    {"TOO_MANY_WAYPOINTS",
     QT_TRANSLATE_NOOP("haneul::delivery::Words", "The path has too many waypoints for a link. Simplify it.")},
    {"FILE_UNREADABLE", QT_TRANSLATE_NOOP("haneul::delivery::Words",
                                          "The file cannot be opened. Is it still there, and may you read it?")},
};

// Refusals whose words are the figure that is needed and the one that is possible.
constexpr std::string_view limits[] = {"PAYLOAD_TOO_HEAVY", "RANGE_EXCEEDED", "ENDURANCE_EXCEEDED"};

// Sentences that the words of the service or the reader complete: figures, lines, names of fields.
constexpr std::string_view withDetails[] = {
    "PAYLOAD_TOO_HEAVY", "RANGE_EXCEEDED",  "ENDURANCE_EXCEEDED", "BAD_NUMBER",         "INVALID_ARGUMENT",
    "BAD_NAME",          "BAD_JSON",        "BAD_FIELD",          "DUPLICATE_FIELD",    "MISSING_FIELD",
    "UNKNOWN_FIELD",     "BAD_COORDINATES", "BAD_FORMAT",         "BAD_TRACK",          "BAD_VERSION",
    "HEIGHT_NOT_JUDGED", "HOME_UNKNOWN",    "INCOMPATIBLE",       "NOT_WELL_FORMED",    "PATH_INCOMPLETE",
    "PLACE_UNKNOWN",     "TOO_LARGE",       "TOO_MANY_POINTS",    "NOT_A_MISSION",      "NOT_A_PLAN",
    "BAD_LINE",          "BAD_INDEX",       "UNKNOWN_FRAME",      "DRONE_BUSY",         "NOT_GEOJSON",
    "NOT_A_NETWORK",     "HEIGHT_UNKNOWN",  "END_NOT_AT_NODE",    "TOO_MANY_WAYPOINTS", "DRONE_NOT_READY"};

const Sentence* sentenceOf(std::string_view code) {
    const auto found = std::ranges::find(sentences, code, &Sentence::code);
    return found == std::end(sentences) ? nullptr : &*found;
}

std::optional<schedule::Rule> ruleFrom(QStringView name) {
    using enum schedule::Rule;
    for (const auto rule : {Column, OppositeDirection, SameDirection, Crossing, Fleet, BaseAbsent})
        if (name == QUtf8StringView(schedule::toString(rule)).toString()) return rule;
    return {};
}

// "column BP-01 M-000002", as the service names what is in the way; nothing when it is written otherwise.
QString obstacle(const std::string& where) {
    static const QRegularExpression parts(QStringLiteral("[\\s,;:]+"));
    const QStringList words = QString::fromStdString(where).split(parts, Qt::SkipEmptyParts);
    if (words.isEmpty()) return {};
    const auto rule = ruleFrom(words.front());
    if (!rule) return {};
    return ruleText(*rule, words.value(1).toStdString(), words.value(2).toStdString());
}

QString two(std::int64_t number) {
    return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
}

} // namespace

bool hasSentence(std::string_view code) {
    return sentenceOf(code) != nullptr;
}

namespace {

// What completes a sentence: of a limit the two figures in the language of the desk, else the service's own words.
QString detailsOf(const Error& error) {
    const QString message = QString::fromStdString(error.message);
    if (!std::ranges::contains(limits, error.code)) return message;
    static const QRegularExpression figure(QStringLiteral("[0-9]+(\\.[0-9]+)? (km|min|kg)"));
    QStringList figures;
    for (const QRegularExpressionMatch& match : figure.globalMatch(message))
        figures.append(match.captured());
    return figures.size() == 2 ? Words::tr("%1 needed, %2 possible", "limit").arg(figures[0], figures[1]) : message;
}

} // namespace

QString refusalText(const Error& error) {
    const QString where = QString::fromStdString(error.where);
    const QString message = QString::fromStdString(error.message);
    const Sentence* sentence = sentenceOf(error.code);
    if (!sentence) return where.isEmpty() ? message : Words::tr("%1: %2", "place: what is wrong").arg(where, message);
    QString text = Words::tr(sentence->text);
    if (std::ranges::contains(withDetails, error.code) && !message.isEmpty())
        text = Words::tr("%1 (%2)", "sentence (details)").arg(text, detailsOf(error));
    if (where.isEmpty()) return text;
    if (error.code == "SLOT_TAKEN")
        if (const QString what = obstacle(error.where); !what.isEmpty())
            return Words::tr("This start is not free: %1. Take the next free start.").arg(what);
    if (error.code == "FORBIDDEN") return Words::tr("%1 (%2)", "sentence (details)").arg(text, where);
    return Words::tr("%1: %2", "place: what is wrong").arg(placeText(error.where), text);
}

QString reasonText(const std::string& reason) {
    const auto colon = reason.find(':');
    const std::string code = reason.substr(0, colon);
    if (!hasSentence(code)) return QString::fromStdString(reason);
    std::string words = colon == std::string::npos ? std::string() : reason.substr(colon + 1);
    words.erase(0, words.find_first_not_of(' '));
    return refusalText({code, words, {}});
}

QString orderStateText(OrderState state) {
    switch (state) {
    case OrderState::Waiting:
        return Words::tr("Waiting", "order");
    case OrderState::Booked:
        return Words::tr("Booked", "order");
    case OrderState::Delivered:
        return Words::tr("Delivered", "order");
    case OrderState::Cancelled:
        return Words::tr("Cancelled", "order");
    case OrderState::Refused:
        return Words::tr("Refused", "order");
    }
    return {};
}

QString noteKindText(DroneNote::Kind kind) {
    switch (kind) {
    case DroneNote::Kind::NotJudged:
        return Words::tr("Not judged", "drone of a mission");
    case DroneNote::Kind::AnsweredFor:
        return Words::tr("Answered for", "drone of a mission");
    case DroneNote::Kind::PassedOver:
        return Words::tr("Not taken", "drone of a mission");
    }
    return {};
}

QString droneNotesText(const Mission& mission) {
    QStringList parts;
    for (const auto kind : {DroneNote::Kind::NotJudged, DroneNote::Kind::AnsweredFor}) {
        QStringList said;
        for (const DroneNote& note : mission.droneNotes)
            if (note.kind == kind) said << QString::fromStdString(note.words);
        if (!said.isEmpty()) parts << Words::tr("%1: %2").arg(noteKindText(kind), said.join(QStringLiteral("; ")));
    }
    return parts.join(QStringLiteral(". "));
}

QString stepText(MissionStep step) {
    switch (step) {
    case MissionStep::Booked:
        return Words::tr("Booked", "mission");
    case MissionStep::Prepared:
        return Words::tr("Prepared", "mission");
    case MissionStep::Flying:
        return Words::tr("Flying", "mission");
    case MissionStep::HandedOver:
        return Words::tr("Handed over", "mission");
    case MissionStep::Returning:
        return Words::tr("Returning", "mission");
    case MissionStep::Completed:
        return Words::tr("Complete", "mission");
    case MissionStep::Cancelled:
        return Words::tr("Cancelled", "mission");
    }
    return {};
}

QString handOverText(HandOver handOver) {
    return handOver == HandOver::Drop ? Words::tr("Drop", "delivery without landing") : Words::tr("Land", "delivery");
}

QString ruleText(schedule::Rule rule) {
    switch (rule) {
    case schedule::Rule::Column:
        return Words::tr("Column of a point");
    case schedule::Rule::OppositeDirection:
        return Words::tr("Opposite direction on a single track");
    case schedule::Rule::SameDirection:
        return Words::tr("Headway in the same direction");
    case schedule::Rule::Crossing:
        return Words::tr("Crossing of links");
    case schedule::Rule::Fleet:
        return Words::tr("No drone free");
    case schedule::Rule::BaseAbsent:
        return Words::tr("The moving base is not there");
    }
    return {};
}

QString ruleText(schedule::Rule rule, const std::string& place, const std::string& against) {
    const QString where = placeText(place);
    const QString who = against.empty() ? Words::tr("several missions") : QString::fromStdString(against);
    switch (rule) {
    case schedule::Rule::Column:
        return Words::tr("the column of %1 is held by %2").arg(where, who);
    case schedule::Rule::OppositeDirection:
        return Words::tr("%2 comes the other way on the single track %1").arg(where, who);
    case schedule::Rule::SameDirection:
        return Words::tr("on %1 the headway to %2 is too short").arg(where, who);
    case schedule::Rule::Crossing:
        return Words::tr("at a crossing of %1 the time to %2 is too short").arg(where, who);
    case schedule::Rule::Fleet:
        return Words::tr("all drones are away with %1").arg(who);
    case schedule::Rule::BaseAbsent:
        return Words::tr("the moving base is not at %1 then").arg(where);
    }
    return {};
}

QString placeText(const std::string& place) {
    return QString::fromStdString(place).replace(u'>', QStringLiteral(" → "));
}

QString durationText(milliseconds duration) {
    const std::int64_t total_s = std::llround(static_cast<double>(duration.count()) / 1000.0);
    const std::int64_t hours = total_s / 3600;
    const std::int64_t minutes = total_s / 60 % 60;
    const std::int64_t seconds = total_s % 60;
    if (hours > 0) return Words::tr("%1 h %2 min").arg(hours).arg(two(minutes));
    if (minutes > 0 && seconds > 0) return Words::tr("%1 min %2 s").arg(minutes).arg(two(seconds));
    if (minutes > 0) return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 s", "duration").arg(seconds);
}

QString delayText(milliseconds delay) {
    const std::int64_t seconds = std::llround(static_cast<double>(delay.count()) / 1000.0);
    if (seconds == 0) return durationText(milliseconds{0});
    const QString amount = durationText(milliseconds{std::abs(seconds) * 1000});
    return QString(seconds > 0 ? u'+' : u'−') + amount;
}

QString timeText(UtcMs time, UtcMs now) {
    const QString full = QString::fromStdString(toRfc3339(time)); // 2026-11-21T04:05:06.789Z
    const QString clock = full.mid(11, 8) + u'Z';
    const bool today = std::chrono::floor<std::chrono::days>(time) == std::chrono::floor<std::chrono::days>(now);
    return today ? clock : QStringLiteral("%1 (%2)").arg(clock, full.left(10));
}

std::optional<UtcMs> typedTime(const QString& text, UtcMs now, bool future) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*Z?$)"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch()) return {};
    const int hours = match.captured(2).toInt();
    const int minutes = match.captured(3).toInt();
    const int seconds = match.captured(4).toInt();
    if (hours > 23 || minutes > 59 || seconds > 59) return {};
    const QString clock = two(hours) + u':' + two(minutes) + u':' + two(seconds) + u'Z';
    if (!match.captured(1).isEmpty()) return fromRfc3339(QString(match.captured(1) + u'T' + clock).toStdString());
    using std::chrono::days;
    const UtcMs today = std::chrono::floor<days>(now) + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
                        std::chrono::seconds{seconds};
    if (future) return today < std::chrono::floor<std::chrono::minutes>(now) ? today + days{1} : today;
    const auto half = std::chrono::hours{12};
    if (today - now > half) return today - days{1};
    return now - today > half ? today + days{1} : today;
}

} // namespace haneul::delivery
