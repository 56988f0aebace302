#include "core/geo/geodesic.h"
#include "core/json/json_writer.h"
#include "server/paths/path_json.h"
#include "server/paths/path_service.h"
#include "server/paths/path_study.h"
#include "server/plan/plan_codec.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <format>
#include <future>
#include <thread>

using namespace haneul;
using namespace haneul::paths;

class PathServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overTheSyntheticCity();            // R-PATH-04 R-PATH-05 R-RSK-19 R-RSK-21
    void nothingKnownIsNotClear();          // R-PATH-01
    void zonesAreKeptOutOfAndNamed();       // R-PATH-01
    void aZoneWithATimeIsJudgedAtArrival(); // R-PATH-01
    void terrainClosesWhatLiesInIt();       // R-PATH-01
    void thePathBecomesThePlansRoute();     // R-PATH-06 R-MS-10
    void oneSearchForEachUser();
    void aSearchCanBeCancelledAndSaysHowFarItIs();
    void aStudyComesBackAsItWasKept(); // R-UI-10
    void whatIsNoStudyIsRefused_data();
    void whatIsNoStudyIsRefused();
    void everyLegOfALongPathIsChecked(); // R-PATH-01
    void aLongLegIsOneFinding();         // R-PATH-01
    void pathsThatAreTooLongAreRefused_data();
    void pathsThatAreTooLongAreRefused();
    void placesThatCannotBeAreRefused_data();
    void placesThatCannotBeAreRefused();
    void theSpaceKeepsPlacesWhereTheyAre();
};

namespace {

constexpr UtcMs noon = utcMs(1'795'694'400'000);

Question across(Surroundings surroundings = Surroundings::Synthetic) {
    Question question;
    question.places = {{{37.560, 126.970}, 65}, {{37.572, 126.985}, 65}};
    question.surroundings = surroundings;
    question.cell_m = 20;
    question.task.departure = noon;
    return question;
}

airspace::Zone zoneAround(geo::LatLon centre, double radius_m, const char* name) {
    airspace::Zone zone;
    zone.identifier = name;
    zone.country = "KOR";
    zone.layers = {{geo::Circle{centre, radius_m}, geo::VerticalLimit{0, geo::VerticalReference::Agl},
                    geo::VerticalLimit{500, geo::VerticalReference::Agl}}};
    return zone;
}

Sources zonesOnly(std::vector<airspace::Zone> zones) {
    return {.zones = [index = airspace::ZoneIndex(std::move(zones))] { return index; },
            .ground = {},
            .geoid_m = {},
            .risk = nullptr};
}

const path::PlannedPath* pathOf(const Answer& answer, path::PathKind kind) {
    for (const auto& path : answer.planned.paths)
        if (path.kind == kind) return &path;
    return nullptr;
}

} // namespace

void PathServiceTest::overTheSyntheticCity() {
    ground_risk::GroundRiskService risk{nullptr};
    PathService service({.zones = {}, .ground = {}, .geoid_m = {}, .risk = &risk});
    auto question = across();
    question.task.riskWeight = 20;
    const auto without = service.paths("kim", question);
    QVERIFY2(without.has_value(), without ? "" : without.error().message.c_str());
    const auto* shortest = pathOf(**without, path::PathKind::Shortest);
    const auto* weighted = pathOf(**without, path::PathKind::Weighted);
    QVERIFY(shortest && weighted);
    QVERIFY((*without)->space.synthetic);
    QVERIFY(!(*without)->space.provenance.empty());
    QVERIFY(shortest->totals.judgedRisk().has_value());
    QVERIFY(weighted->totals.risk < shortest->totals.risk);
    QVERIFY(weighted->totals.length_m >= shortest->totals.length_m * (1 - 1e-9));

    question.task.budgets.risk = (shortest->totals.risk + weighted->totals.risk) / 2;
    question.task.front = 5;
    const auto within = service.paths("kim", question);
    QVERIFY(within.has_value());
    const auto* budget = pathOf(**within, path::PathKind::Budget);
    QVERIFY(budget != nullptr);
    QVERIFY(budget->totals.risk <= *question.task.budgets.risk * (1 + 1e-6));
    QVERIFY(budget->gap <= question.task.gap);
    QVERIFY((*within)->planned.front.size() >= 2);

    // What came out passes the check of the same space.
    CheckQuestion check{.path = {}, .question = question, .budgets = question.task.budgets};
    for (const auto& point : budget->points)
        check.path.push_back((*within)->space.placeOf(point));
    const auto checked = service.check("kim", check);
    QVERIFY2(checked.has_value(), checked ? "" : checked.error().message.c_str());
    for (const auto& finding : checked->checked.findings)
        qWarning("%s", finding.message.c_str());
    QVERIFY(checked->checked.findings.empty());
}

void PathServiceTest::nothingKnownIsNotClear() {
    PathService service(zonesOnly({}));
    auto question = across(Surroundings::Imported);
    question.task.riskWeight = 1;
    const auto closed = service.paths("kim", question);
    QVERIFY(closed.has_value());
    QVERIFY((*closed)->planned.paths.empty());
    QCOMPARE((*closed)->planned.none.front().error.code, std::string("BAD_START"));
    QVERIFY((*closed)->planned.none.front().error.message.contains("buildings"));
    QCOMPARE((*closed)->planned.none.back().error.code, std::string("RISK_UNKNOWN"));
    question.task.unknownAllowed = true;
    const auto open = service.paths("kim", question);
    QVERIFY(open.has_value());
    const auto* path = pathOf(**open, path::PathKind::Shortest);
    QVERIFY(path != nullptr);
    QVERIFY(std::abs(path->totals.unknown_m - path->totals.length_m) < 1); // all of it
    QVERIFY(!path->totals.judgedRisk());
    // On the wire too: not judged is null, not 0.
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(**open, noon))).object();
    const auto first = json[QStringLiteral("paths")][0];
    QVERIFY(first[QStringLiteral("risk")].isNull());
    QVERIFY(first[QStringLiteral("unknown_m")].toDouble() > 1000);
}

void PathServiceTest::zonesAreKeptOutOfAndNamed() {
    PathService service(zonesOnly({zoneAround({37.566, 126.9775}, 300, "P73")}));
    auto question = across(Surroundings::Imported);
    question.task.unknownAllowed = true;
    const auto around = service.paths("kim", question);
    QVERIFY(around.has_value());
    const auto* path = pathOf(**around, path::PathKind::Shortest);
    QVERIFY(path != nullptr);
    for (const auto& point : path->points)
        QVERIFY(geo::distance_m(geo::Circle{{37.566, 126.9775}, 300}, (*around)->space.placeOf(point).place) > 0);

    CheckQuestion through{.path = question.places, .question = question, .budgets = {}};
    through.question.places.clear();
    const auto found = service.check("kim", through);
    QVERIFY(found.has_value());
    QCOMPARE(found->checked.findings.size(), std::size_t{1});
    QCOMPARE(found->checked.findings.front().code, std::string("ZONE"));
    QCOMPARE(found->checked.findings.front().name, std::string("P73"));

    question.allowedZones = {"P73"};
    const auto allowed = service.paths("kim", question);
    QVERIFY(allowed.has_value());
    QVERIFY(pathOf(**allowed, path::PathKind::Shortest)->totals.length_m < path->totals.length_m);
}

void PathServiceTest::aZoneWithATimeIsJudgedAtArrival() {
    auto zone = zoneAround({37.566, 126.9775}, 300, "NOTAM");
    zone.periods = {{noon, noon + std::chrono::minutes(30), {}}};
    PathService service(zonesOnly({zone}));
    auto question = across(Surroundings::Imported);
    question.task.unknownAllowed = true;
    const auto now = service.paths("kim", question);
    question.task.departure = noon + std::chrono::hours(1);
    const auto later = service.paths("kim", question);
    QVERIFY(now && later);
    const auto *around = pathOf(**now, path::PathKind::Shortest), *straight = pathOf(**later, path::PathKind::Shortest);
    QVERIFY(around && straight);
    QVERIFY(around->totals.length_m > straight->totals.length_m * 1.01);
}

void PathServiceTest::terrainClosesWhatLiesInIt() {
    // A ridge of 100 m between the two places, on measured terrain.
    terrain::ElevationGrid ridge;
    ridge.provenance = {.name = "ridge", .source = "test", .date = "2026"};
    ridge.datum = geo::HeightDatum::Amsl;
    ridge.southWest = {37.53, 126.94};
    ridge.rowStep_deg = ridge.columnStep_deg = 0.001;
    ridge.rows = ridge.columns = 80;
    for (std::size_t row = 0; row < ridge.rows; ++row)
        for (std::size_t column = 0; column < ridge.columns; ++column)
            ridge.heights_m.push_back(column > 33 && column < 41 ? 100.0F : 20.0F);
    Sources sources = zonesOnly({});
    sources.ground = [ridge] { return Ground{.city = {}, .terrain = terrain::Terrain({ridge})}; };
    PathService service(std::move(sources));
    auto question = across(Surroundings::Imported);
    question.reference = geo::VerticalReference::Amsl;
    question.upper_m = 200;
    question.task.unknownAllowed = true;
    const auto answer = service.paths("kim", question);
    QVERIFY(answer.has_value());
    const auto* path = pathOf(**answer, path::PathKind::Shortest);
    QVERIFY(path != nullptr);
    double highest = 0;
    bool ground = false;
    for (const auto& point : path->profile) {
        highest = std::max(highest, point.height_m);
        if (point.ground_m) {
            ground = true;
            QVERIFY(point.height_m >= *point.ground_m - 1e-6);
        }
    }
    QVERIFY(ground);
    QVERIFY(highest > 100);
    // Where there is no terrain at all nobody knows the ground.
    PathService blind(zonesOnly({}));
    question.task.unknownAllowed = false;
    const auto none = blind.paths("kim", question);
    QVERIFY(none.has_value());
    QVERIFY((*none)->planned.none.front().error.message.contains("terrain"));
}

void PathServiceTest::thePathBecomesThePlansRoute() {
    PathService service(zonesOnly({}));
    auto question = across(Surroundings::Imported);
    question.task.unknownAllowed = true;
    const auto answer = service.paths("kim", question);
    QVERIFY(answer.has_value());
    const auto& path = (*answer)->planned.paths.front();
    const auto route = routeOf(**answer, path);
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(**answer, noon))).object();
    const QJsonObject plan{
        {QStringLiteral("operation"), json[QStringLiteral("paths")][0][QStringLiteral("operation")]}};
    const auto read = plan::planFromJson(QJsonDocument(plan).toJson().toStdString());
    QVERIFY2(read.has_value(), read ? "" : (read.error().message + read.error().where).c_str());
    const auto* kept = std::get_if<plan::WaypointRoute>(&read->operation);
    QVERIFY(kept != nullptr);
    QVERIFY(*kept == route);
    QCOMPARE(kept->points.size(), path.points.size());
    QVERIFY(kept->points.front().height.reference == geo::VerticalReference::Agl);
}

void PathServiceTest::oneSearchForEachUser() {
    // A source that waits holds the first search.
    std::promise<void> goOn;
    const auto gate = goOn.get_future().share();
    std::atomic<int> waiting = 0;
    Sources sources = zonesOnly({});
    sources.zones = [gate, &waiting] {
        ++waiting;
        gate.wait();
        return airspace::ZoneIndex();
    };
    PathService service(std::move(sources));
    auto question = across(Surroundings::Imported);
    std::thread first([&] { QVERIFY(service.paths("kim", question).has_value()); });
    while (waiting == 0)
        std::this_thread::yield();
    const auto second = service.paths("kim", question);
    goOn.set_value();
    first.join();
    QVERIFY(!second);
    QCOMPARE(second.error().code, std::string("BUSY"));
    QVERIFY(service.paths("kim", question).has_value()); // afterwards again
}

void PathServiceTest::aSearchCanBeCancelledAndSaysHowFarItIs() {
    ground_risk::GroundRiskService risk{nullptr};
    PathService service({.zones = {}, .ground = {}, .geoid_m = {}, .risk = &risk});
    std::promise<Result<AnswerPtr>> stopped, done;
    PathService::Ticket ticket = 0;
    std::atomic<bool> told = false;
    std::promise<void> known; // the ticket is
    const auto mayCancel = known.get_future().share();
    ticket = service.start(
        "kim", across(),
        [&](double) {
            mayCancel.wait();
            if (!told.exchange(true)) service.cancel(ticket);
        },
        [&](Result<AnswerPtr> answer) { stopped.set_value(std::move(answer)); });
    known.set_value();
    const auto first = stopped.get_future().get();
    QVERIFY(!first);
    QCOMPARE(first.error().code, std::string("CANCELLED"));
    double last = 0;
    bool rising = true;
    (void)service.start(
        "kim", across(),
        [&](double share) {
            rising = rising && share >= last && share <= 1;
            last = share;
        },
        [&](Result<AnswerPtr> answer) { done.set_value(std::move(answer)); });
    QVERIFY(done.get_future().get().has_value());
    QVERIFY(rising);
    QCOMPARE(last, 1.0);
}

void PathServiceTest::aStudyComesBackAsItWasKept() {
    ground_risk::GroundRiskService risk{nullptr};
    PathService service({.zones = {}, .ground = {}, .geoid_m = {}, .risk = &risk});
    auto question = across();
    question.windFrom_deg = 271.3;
    question.wind_mps = 3.7;
    question.allowedZones = {"P73", "R75"};
    question.task.riskWeight = 20;
    question.task.budgets = {1e-3, 3600 * 123.4};
    question.task.vehicle.steepest_deg = 31.5;
    question.task.vehicle.climbEfficiency = 0.61;
    question.task.turns.bank_deg = 17;
    question.task.legs = {.most = 12, .longest_m = 900};
    question.task.front = 4;
    question.task.turns.speed_mps = question.task.vehicle.speed_mps;
    const auto answer = service.paths("kim", question);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
    QCOMPARE((*answer)->planned.paths.size(), std::size_t{3});
    const auto input = inputJson((*answer)->question), result = resultJson(**answer, noon + milliseconds{5000});
    QVERIFY_RESULT(checkStudy(input, result));
    const auto asked = questionOfStudy(input);
    QVERIFY_RESULT(asked);
    QCOMPARE(inputJson(*asked), input);
    QVERIFY(asked->task.departure == noon);
    const auto kept = answerOfStudy(*asked, result);
    QVERIFY_RESULT(kept);
    QVERIFY(kept->found == noon + milliseconds{5000});
    QVERIFY(kept->answer->space.synthetic && kept->answer->space.anyRisk);
    QVERIFY(kept->answer->space.provenance == (*answer)->space.provenance);
    QCOMPARE(kept->answer->space.columns, (*answer)->space.columns);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto &one = kept->answer->planned.paths[i], &other = (*answer)->planned.paths[i];
        QVERIFY(one.kind == other.kind && one.answer == other.answer);
        QVERIFY(std::abs(one.totals.length_m - other.totals.length_m) < 0.01);
        QVERIFY(std::abs(one.totals.energy_j - other.totals.energy_j) < 3);
        QCOMPARE(one.totals.risk, other.totals.risk);
        QCOMPARE(one.points.size(), other.points.size());
        QCOMPARE(one.smoothed.points.size(), other.smoothed.points.size());
        QCOMPARE(one.profile.size(), other.profile.size());
        for (std::size_t at = 0; at < one.points.size(); ++at)
            QVERIFY(geo::inverse(kept->answer->space.placeOf(one.points[at]).place,
                                 (*answer)->space.placeOf(other.points[at]).place)
                        .distance_m < 0.1);
    }
    // What was kept is kept again as the same; and a study may have no result.
    QCOMPARE(answerOfStudy(*asked, resultJson(*kept->answer, *kept->found))->answer->planned.paths.size(),
             std::size_t{3});
    QVERIFY(answerOfStudy(*asked, "{}")->answer == nullptr);
    // A long profile becomes short, and nothing that stands is lost.
    Answer longer = **answer;
    auto& profile = longer.planned.paths.front().profile;
    profile.assign(10'000, {.height_m = 60, .ground_m = 0, .building_m = {}, .risk = 1e-9, .unknown = false});
    for (std::size_t i = 0; i < profile.size(); ++i)
        profile[i].distance_m = static_cast<double>(i);
    profile[4321].building_m = 55;
    profile[7654].unknown = true;
    const auto thin = answerOfStudy(*asked, resultJson(longer, noon))->answer->planned.paths.front().profile;
    QVERIFY(thin.size() <= 1500);
    QCOMPARE(thin.back().distance_m, 9999.0);
    QCOMPARE(std::ranges::count_if(thin, [](const auto& point) { return point.building_m == 55; }), 1);
    QCOMPARE(std::ranges::count_if(thin, &path::ProfilePoint::unknown), 1);
}

void PathServiceTest::whatIsNoStudyIsRefused_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("code");
    const auto input = QStringLiteral(
        R"({"departure":"2026-11-26T09:00:00Z","places":[{"position":[126.97,37.56],"height_m":65},{"position":[126.98,37.57],"height_m":65}]%1})");
    const auto result = QStringLiteral(
        R"({"space":{"cell_m":10,"columns":1,"rows":1,"layers":1,"lower_m":0,"upper_m":9},"paths":[%1],"none":[],"front":[]%2})");
    const auto path = QStringLiteral(
        R"({"kind":"SHORTEST","answer":"OPTIMAL","gap":0,"length_m":5,"time_s":5,"energy_wh":%1,"risk":%2,"risk_unknown_m":%3,"unknown_m":0,"legs":%4,"points":[{"position":[126.97,37.56],"height_m":65},{"position":[126.98,37.57],"height_m":65}],"turns":[],"kept_layers":[],"profile":[]})");
    const auto good = path.arg(QStringLiteral("5"), QStringLiteral("1e-9"), QStringLiteral("0"), QStringLiteral("1"));
    const auto row = [&](const char* name, const QString& asked, const QString& answered, const char* code) {
        QTest::newRow(name) << asked << answered << QString::fromLatin1(code);
    };
    const QString asked = input.arg(QString());
    row("good", asked, result.arg(good, QString()), "");
    row("only a question", asked, QStringLiteral("{}"), "");
    row("no departure", QStringLiteral(R"({"places":[]})"), QStringLiteral("{}"), "MISSING_FIELD");
    row("another field", input.arg(QStringLiteral(R"(,"colour":1)")), QStringLiteral("{}"), "UNKNOWN_FIELD");
    row("another field of the result", asked, result.arg(good, QStringLiteral(R"(,"colour":1)")), "UNKNOWN_FIELD");
    row("a number that is a word", asked,
        result.arg(
            path.arg(QStringLiteral("\"much\""), QStringLiteral("1e-9"), QStringLiteral("0"), QStringLiteral("1")),
            QString()),
        "BAD_FIELD");
    row("below 0", asked,
        result.arg(path.arg(QStringLiteral("5"), QStringLiteral("-1"), QStringLiteral("0"), QStringLiteral("1")),
                   QString()),
        "BAD_FIELD");
    row("not judged, and known", asked,
        result.arg(path.arg(QStringLiteral("5"), QStringLiteral("null"), QStringLiteral("0"), QStringLiteral("1")),
                   QString()),
        "BAD_FIELD");
    row("other legs", asked,
        result.arg(path.arg(QStringLiteral("5"), QStringLiteral("1e-9"), QStringLiteral("0"), QStringLiteral("7")),
                   QString()),
        "BAD_FIELD");
    row("four paths", asked, result.arg(QStringList(4, good).join(u','), QString()), "BAD_FIELD");
    row("another time", asked, result.arg(good, QStringLiteral(R"(,"departure":"2027-11-26T09:00:00Z")")), "BAD_FIELD");
    row("no space", asked, QStringLiteral(R"({"paths":[],"none":[],"front":[]})"), "MISSING_FIELD");
}

void PathServiceTest::whatIsNoStudyIsRefused() {
    QFETCH(QString, input);
    QFETCH(QString, result);
    QFETCH(QString, code);
    const auto checked = checkStudy(input.toStdString(), result.toStdString());
    if (!checked && code.isEmpty()) qWarning("%s %s", checked.error().message.c_str(), checked.error().where.c_str());
    QCOMPARE(checked ? QString() : QString::fromStdString(checked.error().code), code);
}

namespace {

constexpr double legNorth_deg = 0.004, legEast_deg = 0.005; // some 440 m each

// Legs to the east and to the north in turn: 60 of them reach some 26 km.
std::vector<Place> stairs(std::size_t legs) {
    std::vector<Place> path{{{37.40, 126.80}, 60}};
    for (std::size_t leg = 0; leg < legs; ++leg) {
        auto next = path.back();
        (leg % 2 == 0 ? next.place.longitude_deg : next.place.latitude_deg) +=
            leg % 2 == 0 ? legEast_deg : legNorth_deg;
        path.push_back(next);
    }
    return path;
}

geo::LatLon middleOf(const std::vector<Place>& path, std::size_t leg) {
    const auto a = path[leg].place, b = path[leg + 1].place;
    return {(a.latitude_deg + b.latitude_deg) / 2, (a.longitude_deg + b.longitude_deg) / 2};
}

city::Building tower(geo::LatLon at, const char* name, double height_m) {
    constexpr double half_deg = 0.0002;
    return {.name = name,
            .outline = {.outer = {{at.latitude_deg - half_deg, at.longitude_deg - half_deg},
                                  {at.latitude_deg - half_deg, at.longitude_deg + half_deg},
                                  {at.latitude_deg + half_deg, at.longitude_deg + half_deg},
                                  {at.latitude_deg + half_deg, at.longitude_deg - half_deg}},
                        .holes = {}},
            .height_m = height_m,
            .sheltering = {}};
}

Sources townOf(std::vector<city::Building> buildings, std::vector<airspace::Zone> zones) {
    Sources sources = zonesOnly(std::move(zones));
    city::CityLayers layers;
    layers.buildings.push_back({.provenance = {"houses", "test", "2026"}, .buildings = std::move(buildings)});
    sources.ground = [city = city::CityData(std::move(layers))] { return Ground{.city = city, .terrain = {}}; };
    return sources;
}

} // namespace

void PathServiceTest::everyLegOfALongPathIsChecked() {
    const auto path = stairs(60);
    auto closed = zoneAround(middleOf(path, 50), 60, "NOTAM");
    closed.periods = {{noon, noon + std::chrono::hours(3), {}}};
    auto over = zoneAround(middleOf(path, 55), 60, "YESTERDAY");
    over.periods = {{noon - std::chrono::hours(30), noon - std::chrono::hours(24), {}}};
    PathService service(townOf({tower(middleOf(path, 40), "tower", 200), tower(middleOf(path, 20), "low", 30)},
                               {std::move(closed), std::move(over)}));
    CheckQuestion asked{.path = path, .question = across(Surroundings::Imported), .budgets = {}};
    asked.question.places.clear();
    asked.question.cell_m = 0;
    const auto answer = service.check("kim", asked);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
    const auto& findings = answer->checked.findings;
    QCOMPARE(findings.size(), std::size_t{2});
    QCOMPARE(findings[0].code, std::string("BUILDING"));
    QCOMPARE(findings[0].name, std::string("tower"));
    QCOMPARE(findings[0].leg, std::size_t{40}); // the 41st
    QVERIFY(findings[0].message.contains("Leg 41"));
    QCOMPARE(findings[1].code, std::string("ZONE"));
    QCOMPARE(findings[1].leg, std::size_t{50});
    QVERIFY((answer->checked.legs == std::vector<std::size_t>{40, 50}));
    QVERIFY(answer->checked.complete);
    QVERIFY(answer->space.pieces >= 8);
    QCOMPARE(answer->space.cell_m, 10.0);
    // Where it is: in the middle of its leg, at the time the drone is there.
    const auto at = answer->space.placeOf(findings[0].from).place;
    QVERIFY(geo::inverse(at, middleOf(path, 40)).distance_m < 60);
    QVERIFY(findings[0].when.has_value());
    const double flown_s = findings[0].distance_m / across().task.vehicle.speed_mps;
    QVERIFY(std::abs(static_cast<double>((findings[0].when->from - noon).count()) / 1000 - flown_s) < 1);
    // The profile goes all the way, forward.
    QVERIFY(std::abs(answer->profile.back().distance_m - answer->checked.totals.length_m) < 1);
    QVERIFY(std::ranges::is_sorted(answer->profile, {}, &path::ProfilePoint::distance_m));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(*answer))).object();
    QCOMPARE(json[QStringLiteral("legs")].toInt(), 60);
    QCOMPARE(json[QStringLiteral("offending_legs")][0].toInt(), 40);
    // Above the tower, and with a permit, nothing is in the way.
    for (auto& place : asked.path)
        place.height_m = 250;
    asked.question.upper_m = 300;
    asked.question.allowedZones = {"NOTAM"};
    const auto free = service.check("kim", asked);
    QVERIFY(free.has_value());
    QVERIFY(free->checked.findings.empty() && free->checked.legs.empty());
}

void PathServiceTest::aLongLegIsOneFinding() {
    // One leg of 20 km, in many pieces, through a zone of 6 km.
    const std::vector<Place> path{{{37.40, 126.80}, 60}, {{37.50, 126.98}, 60}};
    PathService service(townOf({tower({37.0, 126.0}, "far", 50)}, {zoneAround({37.45, 126.89}, 3000, "CTR")}));
    CheckQuestion asked{.path = path, .question = across(Surroundings::Imported), .budgets = {}};
    asked.question.places.clear();
    asked.question.cell_m = 0;
    asked.question.task.legs.longest_m = 5000;
    const auto answer = service.check("kim", asked);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
    const auto& findings = answer->checked.findings;
    QCOMPARE(findings.size(), std::size_t{2});
    QCOMPARE(findings[0].code, std::string("LEG_TOO_LONG"));
    QCOMPARE(findings[1].code, std::string("ZONE"));
    const auto& zone = findings[1];
    const double through_m = std::hypot(zone.to.x - zone.from.x, zone.to.y - zone.from.y);
    QVERIFY2(std::abs(through_m - 6000) < 100, qPrintable(QString::number(through_m)));
    const double through_s = static_cast<double>((zone.when->to - zone.when->from).count()) / 1000;
    QVERIFY(std::abs(through_s * across().task.vehicle.speed_mps - through_m) < 5);
    QVERIFY(zone.message.contains(toRfc3339(zone.when->to)));
}

void PathServiceTest::pathsThatAreTooLongAreRefused_data() {
    QTest::addColumn<int>("legs");
    QTest::addColumn<double>("stretch"); // of each leg
    QTest::addColumn<QString>("code");
    QTest::newRow("one place") << 0 << 1.0 << QStringLiteral("BAD_PLACE");
    QTest::newRow("as many as may be") << 500 << 0.1 << QString();
    QTest::newRow("one leg more") << 501 << 0.1 << QStringLiteral("BAD_PLACE");
    QTest::newRow("too far") << 200 << 1.0 << QStringLiteral("BAD_AREA");
}

void PathServiceTest::pathsThatAreTooLongAreRefused() {
    QFETCH(int, legs);
    QFETCH(double, stretch);
    QFETCH(QString, code);
    PathService service(townOf({tower({37.0, 126.0}, "far", 50)}, {}));
    CheckQuestion asked{
        .path = stairs(static_cast<std::size_t>(legs)), .question = across(Surroundings::Imported), .budgets = {}};
    asked.question.places.clear();
    const auto from = asked.path.front().place;
    for (auto& [at, height_m] : asked.path)
        at = {from.latitude_deg + (at.latitude_deg - from.latitude_deg) * stretch,
              from.longitude_deg + (at.longitude_deg - from.longitude_deg) * stretch};
    const auto answer = service.check("kim", asked);
    QCOMPARE(answer ? QString() : QString::fromStdString(answer.error().code), code);
    if (answer) QVERIFY(answer->checked.findings.empty());
}

void PathServiceTest::placesThatCannotBeAreRefused_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("one place") << 0 << QStringLiteral("BAD_PLACE");
    QTest::newRow("no place on Earth") << 1 << QStringLiteral("BAD_PLACE");
    QTest::newRow("too far apart") << 2 << QStringLiteral("BAD_AREA");
    QTest::newRow("too many layers") << 3 << QStringLiteral("BAD_LAYERS");
    QTest::newRow("too many cells") << 4 << QStringLiteral("TOO_MANY_CELLS");
    QTest::newRow("no speed") << 5 << QStringLiteral("BAD_VEHICLE");
    QTest::newRow("above the space") << 6 << QStringLiteral("BAD_PLACE");
    QTest::newRow("ellipsoid heights") << 7 << QStringLiteral("BAD_LAYERS");
}

void PathServiceTest::placesThatCannotBeAreRefused() {
    QFETCH(int, what);
    QFETCH(QString, code);
    auto question = across(Surroundings::Imported);
    switch (what) {
    case 0:
        question.places.pop_back();
        break;
    case 1:
        question.places.front().place.latitude_deg = 97;
        break;
    case 2:
        question.places.front().place.latitude_deg = 35;
        break;
    case 3:
        question.layer_m = 1;
        break;
    case 4:
        question.cell_m = 1;
        break;
    case 5:
        question.task.vehicle.speed_mps = 0;
        break;
    case 6:
        question.places.front().height_m = 500;
        break;
    default:
        question.reference = geo::VerticalReference::W84;
    }
    PathService service(zonesOnly({}));
    const auto answer = service.paths("kim", question);
    QVERIFY(!answer);
    QCOMPARE(QString::fromStdString(answer.error().code), code);
    QVERIFY(!answer.error().message.empty());
}

void PathServiceTest::theSpaceKeepsPlacesWhereTheyAre() {
    auto question = across(Surroundings::Imported);
    question.places = {{{37.40, 126.80}, 60}, {{37.65, 127.20}, 60}}; // 45 km
    question.cell_m = 200;
    const auto space = makeSpace(question, zonesOnly({}), {});
    QVERIFY2(space.has_value(), space ? "" : space.error().message.c_str());
    for (const auto& place : question.places) {
        const auto back = space->placeOf(space->pointOf(place));
        QVERIFY(std::abs(back.place.latitude_deg - place.place.latitude_deg) < 2e-6); // 0.2 m
        QVERIFY(std::abs(back.place.longitude_deg - place.place.longitude_deg) < 2e-6);
        QCOMPARE(back.height_m, place.height_m);
    }
}

QTEST_GUILESS_MAIN(PathServiceTest)
#include "service_test.moc"
