#include "core/city/synthetic_city.h"
#include "server/ground_risk/answer_json.h"
#include "server/ground_risk/ground_risk_service.h"
#include "server/ground_risk/question_json.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <future>

using namespace haneul;
using namespace haneul::ground_risk;
using risk::ground::Model;

namespace {

constexpr geo::LatLon cityHall{37.5665, 126.978};

CityState importedCity() {
    static const city::CityData city = [] {
        auto layers = city::syntheticCity({.centre = cityHall, .width_m = 3000, .height_m = 3000, .seed = 3});
        if (!layers) qFatal("%s", layers.error().message.c_str());
        return city::CityData(*std::move(layers));
    }();
    return {city, "7"};
}

Question question(Model model = Model::PeopleUniform, Ground ground = Ground::Imported) {
    Question asked{
        .area = {cityHall, 1200, 800, 40}, .ground = ground, .settings = risk::ground::printedSettings(model)};
    asked.settings.height_m = 60;
    return asked;
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

} // namespace

class GroundRiskServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMapKnowsWhereItLies();       // R-RSK-11
    void nothingImportedIsNotNobody(); // R-RSK-20
    void theSyntheticCityIsMarked();   // R-RSK-20 R-UI-10
    void oneCellIsTheCellOfTheMap();   // R-RSK-18
    void pathsAreJudged();             // R-RSK-21
    void peopleAreConserved();         // R-RSK-14
    void heightsOfTheData();
    void mapsComeFromTheServicesThread();
    void mapsCanBeCancelled();
    void refusals_data();
    void refusals();
    void questionsAreWrittenAndRead_data();
    void questionsAreWrittenAndRead();
    void badQuestionsAreRefused_data();
    void badQuestionsAreRefused();
    void aComparisonIsKept(); // R-RSK-13

private:
    GroundRiskService m_service{importedCity};
};

void GroundRiskServiceTest::aMapKnowsWhereItLies() {
    const auto answer = m_service.map(question());
    QVERIFY_RESULT(answer);
    const MapAnswer& map = **answer;
    QCOMPARE(map.map.grid().columns, std::size_t{30});
    QCOMPARE(map.map.grid().rows, std::size_t{20});
    const auto cell = map.cellAt(cityHall);
    QVERIFY(cell);
    QVERIFY(cell->first >= 14 && cell->first <= 15 && cell->second >= 9 && cell->second <= 10);
    QVERIFY(!map.cellAt({37.6, 126.978}));
    const auto southWest = map.cornerOf(0, 0), northEast = map.cornerOf(30, 20);
    QVERIFY(southWest.latitude_deg < cityHall.latitude_deg && southWest.longitude_deg < cityHall.longitude_deg);
    QVERIFY(northEast.latitude_deg > cityHall.latitude_deg && northEast.longitude_deg > cityHall.longitude_deg);
    QVERIFY(map.summary.mean);
    QVERIFY(map.synthetic); // of its layers
    // The same again comes from the tiles, the same.
    const auto again = m_service.map(question());
    QCOMPARE((*again)->map.at(3, 4), map.map.at(3, 4));
}

void GroundRiskServiceTest::nothingImportedIsNotNobody() {
    GroundRiskService empty(nullptr);
    QCOMPARE(codeOf(empty.map(question())), std::string("NO_GROUND_DATA"));
    QCOMPARE(codeOf(empty.cell(question(), cityHall)), std::string("NO_GROUND_DATA"));
}

void GroundRiskServiceTest::theSyntheticCityIsMarked() {
    GroundRiskService empty(nullptr);
    const auto answer = empty.map(question(Model::PeopleAmenityArea, Ground::Synthetic));
    QVERIFY_RESULT(answer);
    QVERIFY((*answer)->synthetic);
    QVERIFY(std::ranges::any_of((*answer)->provenance, [](const auto& line) { return line.contains("SYNTHETIC"); }));
    QVERIFY(mapJson(**answer).contains(R"("synthetic":true)"));
    QVERIFY((*answer)->summary.notJudged < (*answer)->summary.cells / 2);
}

void GroundRiskServiceTest::oneCellIsTheCellOfTheMap() {
    for (const Model model : {Model::PeopleAmenityArea, Model::TrafficRoad, Model::BuildingCombined}) {
        const auto map = m_service.map(question(model));
        const auto cell = m_service.cell(question(model), {37.5675, 126.9795});
        QVERIFY(map && cell);
        QCOMPARE(cell->cell.value, (*map)->map.at(cell->column, cell->row));
        const auto found = (*map)->cellAt(cell->centre);
        QVERIFY(found && found->first == cell->column && found->second == cell->row);
        QVERIFY(!cell->cell.explanation.steps().empty());
    }
    QCOMPARE(codeOf(m_service.cell(question(), {37.6, 126.978})), std::string("OUTSIDE_AREA"));
}

void GroundRiskServiceTest::pathsAreJudged() {
    const std::vector<PathPoint> points{
        {{37.5640, 126.9750}, 60}, {{37.5665, 126.9780}, 80}, {{37.5690, 126.9800}, 60}};
    const auto path = m_service.path(question(), points, {10, 12});
    QVERIFY_RESULT(path);
    QVERIFY(path->risk.fatalities_perFlight && *path->risk.fatalities_perFlight > 0);
    QVERIFY(path->risk.length_m > 600 && path->risk.length_m < 800);
    const auto slower = m_service.path(question(), points, {5, 6});
    QVERIFY(std::abs(*slower->risk.fatalities_perFlight - 2 * *path->risk.fatalities_perFlight) <
            1e-9 * *slower->risk.fatalities_perFlight);
    QCOMPARE(codeOf(m_service.path(question(), {points[0]}, {})), std::string("BAD_PATH"));
    QCOMPARE(codeOf(m_service.path(question(), points, {10})), std::string("BAD_PATH"));
    QCOMPARE(codeOf(m_service.path(question(Model::BuildingArea), points, {10, 10})), std::string("NOT_A_RATE"));
}

void GroundRiskServiceTest::peopleAreConserved() {
    Question night = question();
    night.settings.moment.timeOfDay_s = 3 * 3600.0;
    Question kept = night;
    kept.conservePeople = true;
    const auto free = m_service.map(night), conserved = m_service.map(kept), noon = m_service.map(question());
    QVERIFY(free && conserved && noon);
    const double scale = (*conserved)->question.settings.peopleScale;
    QVERIFY(scale != 1.0);
    QVERIFY(std::abs(*(*conserved)->summary.mean - scale * *(*free)->summary.mean) <
            1e-9 * *(*conserved)->summary.mean);
}

void GroundRiskServiceTest::heightsOfTheData() {
    Question asked = question(Model::BuildingHeight);
    const double printed = *(*m_service.map(asked))->summary.mean;
    asked.heightsOfData = true;
    const auto own = m_service.map(asked);
    QVERIFY_RESULT(own);
    QVERIFY(*(*own)->summary.mean != printed);
    QVERIFY((*own)->question.settings.heightsSource.starts_with("own_data"));
}

void GroundRiskServiceTest::mapsComeFromTheServicesThread() {
    std::promise<Result<MapAnswerPtr>> answer;
    std::promise<std::thread::id> where;
    std::atomic<double> last = 0;
    m_service.startMap(
        question(), [&](double share) { last = share; },
        [&](Result<MapAnswerPtr> result) {
            where.set_value(std::this_thread::get_id());
            answer.set_value(std::move(result));
        });
    QVERIFY(where.get_future().get() != std::this_thread::get_id());
    QVERIFY_RESULT(answer.get_future().get());
    QCOMPARE(last.load(), 1.0);
}

void GroundRiskServiceTest::mapsCanBeCancelled() {
    // The second waits while the first, of many tiles, runs; both are taken back.
    Question large = question(Model::PeopleAmenityArea);
    large.area = {cityHall, 3000, 3000, 2};
    std::promise<std::string> first, second;
    std::promise<void> begun;
    std::atomic<bool> told = false;
    std::atomic<GroundRiskService::Ticket> tickets[2] = {};
    tickets[0] = m_service.startMap(
        large,
        [&](double) {
            if (!told.exchange(true)) begun.set_value();
        },
        [&](const Result<MapAnswerPtr>& result) { first.set_value(codeOf(result)); });
    tickets[1] =
        m_service.startMap(large, {}, [&](const Result<MapAnswerPtr>& result) { second.set_value(codeOf(result)); });
    begun.get_future().wait();
    m_service.cancel(tickets[0]);
    m_service.cancel(tickets[1]);
    m_service.cancel(9999);
    QCOMPARE(first.get_future().get(), std::string("CANCELLED"));
    QCOMPARE(second.get_future().get(), std::string("CANCELLED"));
    // A service that ends tells those that wait.
    std::promise<std::string> left;
    {
        GroundRiskService short_lived(importedCity);
        short_lived.startMap(large, {}, [&](const Result<MapAnswerPtr>& result) { left.set_value(codeOf(result)); });
    }
    QCOMPARE(left.get_future().get(), std::string("CANCELLED"));
}

void GroundRiskServiceTest::refusals_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("got");
    const auto row = [this](const char* code, const char* name, const auto& change) {
        Question asked = question();
        change(asked);
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromStdString(codeOf(m_service.map(asked)));
    };
    row("BAD_AREA", "no width", [](Question& q) { q.area.width_m = 0; });
    row("BAD_AREA", "too high", [](Question& q) { q.area.height_m = 1e6; });
    row("BAD_AREA", "no place", [](Question& q) { q.area.centre.latitude_deg = 91; });
    row("BAD_GRID", "cell", [](Question& q) { q.area.cell_m = 0.1; });
    row("BAD_GRID", "too many cells", [](Question& q) { q.area = {cityHall, 10'000, 10'000, 1}; });
    row("INVALID_ARGUMENT", "height", [](Question& q) { q.settings.height_m = -1; });
    row("WEIGHT_NOT_STATED", "sum", [](Question& q) {
        q.settings.model = Model::Sum;
        q.settings.sum.people = Model::PeopleUniform;
    });
    row("NO_MODEL", "empty sum", [](Question& q) { q.settings.model = Model::Sum; });
}

void GroundRiskServiceTest::refusals() {
    QFETCH(QString, wanted);
    QFETCH(QString, got);
    QCOMPARE(got, wanted);
}

void GroundRiskServiceTest::questionsAreWrittenAndRead_data() {
    QTest::addColumn<int>("model");
    for (const Model model : risk::ground::allModels)
        QTest::newRow(std::string(risk::ground::toString(model)).c_str()) << static_cast<int>(model);
}

void GroundRiskServiceTest::questionsAreWrittenAndRead() {
    QFETCH(int, model);
    Question asked = question(static_cast<Model>(model), Ground::Synthetic);
    asked.settings.sum = {Model::PeopleAmenity, {}, Model::BuildingCover, {1.0, {}, 2e-7}};
    asked.settings.shelterWhereUnknown = 0.25;
    asked.settings.trafficReading = risk::ground::TrafficReading::AsPrinted;
    asked.settings.trafficWeights[8] = 2.5;
    asked.settings.moment = {risk::ground::DayType::Weekend, 3.5 * 3600};
    asked.conservePeople = true;
    if (asked.settings.model == Model::PeopleUniform) {
        asked.settings.vehicle.id = "own";
        asked.settings.vehicle.body.mass_kg = 4.2;
    }
    const std::string text = toJson(asked);
    auto body = json::Object::parse(text);
    QVERIFY_RESULT(body);
    const auto read = questionFrom(*body);
    QVERIFY_RESULT(read);
    QVERIFY_RESULT(body->finish());
    QCOMPARE(toJson(*read), text);
    QCOMPARE(risk::ground::keyOf(read->settings), risk::ground::keyOf(asked.settings));
    QVERIFY(read->area == asked.area);
}

void GroundRiskServiceTest::badQuestionsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    const QByteArray area = R"("area":{"centre":[126.9,37.5],"width_m":100,"height_m":100,"cell_m":10})";
    const auto row = [&](const QByteArray& more, const char* code) {
        QTest::newRow(more.constData()) << "{" + area + more + "}" << QByteArray(code);
    };
    QTest::newRow("no area") << QByteArray("{}") << QByteArray("MISSING_FIELD");
    QTest::newRow("half an area") << QByteArray(R"({"area":{"centre":[1,2]}})") << QByteArray("MISSING_FIELD");
    row(R"(,"model":"luck")", "BAD_FIELD");
    row(R"(,"vehicle":"broom")", "BAD_FIELD");
    row(R"(,"ground":"moon")", "BAD_FIELD");
    row(R"(,"day":"monday")", "BAD_FIELD");
    row(R"(,"own_vehicle":{"mass_kg":1})", "MISSING_FIELD");
    row(R"(,"heights":{"mu":1})", "BAD_FIELD");
    row(R"(,"heights":{"mean_m":-1})", "INVALID_ARGUMENT");
    row(R"(,"sum":{"peple":"people_uniform"})", "UNKNOWN_FIELD");
    row(R"(,"traffic_weights":[1,2])", "BAD_FIELD");
    row(R"(,"hour":"noon")", "BAD_FIELD");
    row(R"(,"hour":24.5)", "BAD_FIELD");
    row(R"(,"heights":{"deviation":1e300,"reading":"mean_log"})", "BAD_FIELD");
}

void GroundRiskServiceTest::badQuestionsAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    auto body = json::Object::parse(text.toStdString());
    QVERIFY_RESULT(body);
    QCOMPARE(codeOf(questionFrom(*body)), code.toStdString());
}

void GroundRiskServiceTest::aComparisonIsKept() {
    const Comparison comparison{question(Model::PeopleUniform), question(Model::PeopleAmenity)};
    const auto read = comparisonFrom(toJson(comparison));
    QVERIFY_RESULT(read);
    QVERIFY(read->a.settings.model == Model::PeopleUniform && read->b.settings.model == Model::PeopleAmenity);
    QCOMPARE(codeOf(comparisonFrom(R"({"a":{}})")), std::string("MISSING_FIELD"));
}

QTEST_GUILESS_MAIN(GroundRiskServiceTest)
#include "service_test.moc"
