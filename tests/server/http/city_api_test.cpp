#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/city/city_service.h"
#include "server/http/api.h"

#include <QTemporaryDir>
#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// "reader" may only read; the test token holds all.
Result<people::Principal> readerOrAll(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) return testAuthorise(token, address, use);
    people::Principal principal{.user = "reader", .desk = std::string(address)};
    principal.scopes = {"city.read"};
    return principal;
}

struct Door {
    explicit Door(bool withCity = true) {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<city::CityProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = city::CityService::open(
            *log, clock, {}, {.folder = folder.filePath(QStringLiteral("city")).toStdString(), .worker = {}});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = readerOrAll,
                                                    .city = withCity ? service.get() : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // The pattern whose parameter is the dataset's id.
    static QString patternOf(const std::string& path) {
        QStringList pattern = QString::fromStdString(path.substr(0, path.find('?'))).split(u'/');
        if (pattern.size() > 5) pattern[5] = QStringLiteral("{dataset}");
        return pattern.join(u'/');
    }

    // Each answer must be one that the document promises for that status.
    HttpAnswer ask(const char* method, const std::string& path, const QByteArray& body = {},
                   const std::string& fields = std::string(testAuthorization),
                   const char* type = "application/json") const {
        const bool bodiless = std::string_view(method) == "GET";
        const std::string text = std::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
            bodiless ? std::string() : std::format("Content-Type: {}\r\nContent-Length: {}\r\n", type, body.size()),
            body.toStdString());
        auto answer = RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
        [&] {
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong =
                shape.wrong(patternOf(path), QString::fromLatin1(method).toLower(), answer.status, jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(path) % u' ' % wrong.join(u'\n') % u' ' %
                                                 QString::fromStdString(answer.body)));
        }();
        return answer;
    }

    [[nodiscard]] QJsonObject json(const std::string& path) const { return jsonOf(ask("GET", path).body); }

    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    QTemporaryDir folder;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<city::CityService> service;
    std::unique_ptr<HttpServer> server;
};

const QByteArray buildings =
    "wkt;HGT;name\n"
    "\"POLYGON((126.977 37.566,126.978 37.566,126.978 37.567,126.977 37.567,126.977 37.566))\";31.5;hall\n"
    "\"POLYGON((126.980 37.566,126.981 37.566,126.981 37.567,126.980 37.566))\";;low\n"
    "\"POLYGON((37.566 126.980,37.566 126.981,37.567 126.981,37.566 126.980))\";3;swapped\n";
const std::string asBuildings =
    "/api/v1/city/datasets?file=b.csv&kind=buildings&name=Register&source=Office&date=2025-06&"
    "columns=height:HGT";

std::string codeOf(const HttpAnswer& answer) {
    return jsonOf(answer.body)[QStringLiteral("error")][QStringLiteral("code")].toString().toStdString();
}

} // namespace

class CityApiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileIsLookedAtImportedShownAndRetired(); // R-RSK-20
    void featuresNameTheirDataset();
    void unknownIsNullAndNotNothing();
    void syntheticCityIsMarkedInEveryAnswer();
    void refuses_data();
    void refuses();
    void readersMayNotWrite();
    void withoutDatasetsItSaysSo();
};

void CityApiTest::aFileIsLookedAtImportedShownAndRetired() {
    const Door door;
    const auto looked =
        door.ask("POST", asBuildings + "&dry_run=true", buildings, std::string(testAuthorization), "text/csv");
    QCOMPARE(looked.status, 200);
    const QJsonObject found = jsonOf(looked.body);
    QVERIFY(found[QStringLiteral("dataset")].isNull());
    QCOMPARE(found[QStringLiteral("file_columns")].toArray().size(), 2);
    const QJsonObject report = found[QStringLiteral("report")].toObject();
    QCOMPARE(report[QStringLiteral("taken")].toInt(), 2);
    QCOMPARE(report[QStringLiteral("refused")].toInt(), 1);
    QCOMPARE(report[QStringLiteral("codes")][QStringLiteral("LON_LAT_SWAPPED")].toInt(), 1);
    QCOMPARE(report[QStringLiteral("rows")][1][QStringLiteral("row")].toInt(), 4);
    QCOMPARE(door.json("/api/v1/city/datasets")[QStringLiteral("datasets")].toArray().size(), 0);

    const auto taken = door.ask("POST", asBuildings, buildings, std::string(testAuthorization), "text/csv");
    QCOMPARE(taken.status, 201);
    const std::string id = jsonOf(taken.body)[QStringLiteral("dataset")].toString().toStdString();
    const QJsonObject dataset = door.json("/api/v1/city/datasets/" + id);
    QCOMPARE(dataset[QStringLiteral("source")].toString(), QStringLiteral("Office"));
    QCOMPARE(dataset[QStringLiteral("date")].toString(), QStringLiteral("2025-06"));
    QCOMPARE(dataset[QStringLiteral("in_use")].toBool(), true);
    QCOMPARE(dataset[QStringLiteral("file")][QStringLiteral("sha256")].toString().size(), 64);
    QCOMPARE(dataset[QStringLiteral("report")][QStringLiteral("taken")].toInt(), 2);

    const std::string retire = "/api/v1/city/datasets/" + id + "/retire";
    QCOMPARE(door.ask("POST", retire, R"({"reason":""})").status, 422);
    QCOMPARE(door.ask("POST", retire, R"({"reason":"a newer one"})").status, 200);
    QCOMPARE(door.ask("POST", retire, R"({"reason":"again"})").status, 409);
    QCOMPARE(door.json("/api/v1/city/datasets")[QStringLiteral("datasets")].toArray().size(), 0);
    QCOMPARE(door.json("/api/v1/city/datasets?retired=true")[QStringLiteral("datasets")].toArray().size(), 1);
}

void CityApiTest::featuresNameTheirDataset() {
    const Door door;
    QCOMPARE(door.ask("POST", asBuildings, buildings, std::string(testAuthorization), "text/csv").status, 201);
    const QJsonObject all = door.json("/api/v1/city/features?kind=buildings&box=126.97,37.56,126.99,37.57");
    const QJsonArray features = all[QStringLiteral("features")].toArray();
    QCOMPARE(features.size(), 2);
    const QJsonObject first = features[0].toObject();
    QCOMPARE(first[QStringLiteral("geometry")][QStringLiteral("coordinates")][0].toArray().size(), 5); // closed
    QCOMPARE(first[QStringLiteral("properties")][QStringLiteral("height_m")].toDouble(), 31.5);
    QCOMPARE(first[QStringLiteral("properties")][QStringLiteral("dataset")][QStringLiteral("name")].toString(),
             QStringLiteral("Register"));
    QVERIFY(features[1][QStringLiteral("properties")][QStringLiteral("height_m")].isNull());
    QCOMPARE(all[QStringLiteral("truncated")].toBool(), false);
    const QJsonObject one = door.json("/api/v1/city/features?kind=buildings&box=126.97,37.56,126.99,37.57&limit=1");
    QCOMPARE(one[QStringLiteral("features")].toArray().size(), 1);
    QCOMPARE(one[QStringLiteral("truncated")].toBool(), true);
    QCOMPARE(door.json("/api/v1/city/features?kind=traffic&box=126.97,37.56,126.99,37.57")[QStringLiteral("features")]
                 .toArray()
                 .size(),
             0);
}

void CityApiTest::unknownIsNullAndNotNothing() {
    const Door door;
    QCOMPARE(door.ask("POST", asBuildings, buildings, std::string(testAuthorization), "text/csv").status, 201);
    const QJsonObject in = door.json("/api/v1/city/place?point=126.9775,37.5665");
    QCOMPARE(in[QStringLiteral("building")][QStringLiteral("height_m")].toDouble(), 31.5);
    QVERIFY(in[QStringLiteral("ground")][QStringLiteral("height_m")].isNull());
    QVERIFY(in[QStringLiteral("population")][QStringLiteral("people_per_km2")].isNull());
    QVERIFY(door.json("/api/v1/city/place?point=126.9,37.5")[QStringLiteral("building")].isNull());
}

void CityApiTest::syntheticCityIsMarkedInEveryAnswer() {
    const Door door;
    QCOMPARE(door.ask("POST", "/api/v1/city/synthetic",
                      R"({"latitude":37.5663,"longitude":126.9779,"width_m":1500,"height_m":1500,"seed":3})")
                 .status,
             201);
    const QJsonObject dataset = door.json("/api/v1/city/datasets")[QStringLiteral("datasets")][0].toObject();
    QCOMPARE(dataset[QStringLiteral("kind")].toString(), QStringLiteral("synthetic_city"));
    QCOMPARE(dataset[QStringLiteral("synthetic")].toBool(), true);
    for (const char* const kind : {"buildings", "traffic", "amenities"}) {
        const QJsonArray features = door.json(std::format("/api/v1/city/features?kind={}&box=126.96,37.55,126.99,37.58",
                                                          kind))[QStringLiteral("features")]
                                        .toArray();
        QVERIFY2(!features.isEmpty(), kind);
        for (const QJsonValue& feature : features)
            QVERIFY(
                feature[QStringLiteral("properties")][QStringLiteral("dataset")][QStringLiteral("synthetic")].toBool());
    }
    const QJsonObject place = door.json("/api/v1/city/place?point=126.9779,37.5663");
    QVERIFY(place[QStringLiteral("population")][QStringLiteral("dataset")][QStringLiteral("synthetic")].toBool());
}

void CityApiTest::refuses_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* tag, const char* method, const char* path, const char* body, int status,
                        const char* code) {
        QTest::newRow(tag) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << QByteArray(code);
    };
    row("no source", "POST", "/api/v1/city/datasets?file=b.csv&kind=buildings&name=x&date=2025", "wkt\nx\n", 422,
        "BAD_PROVENANCE");
    row("no kind", "POST", "/api/v1/city/datasets?file=b.csv&name=x&source=y&date=2025", "wkt\n", 400, "BAD_QUERY");
    row("unknown kind", "POST", "/api/v1/city/datasets?kind=moon", "wkt\n", 400, "BAD_QUERY");
    row("no reader", "POST", "/api/v1/city/datasets?file=b.gpkg&kind=buildings&name=x&source=y&date=2025", "x", 422,
        "NO_WORKER");
    row("unknown column", "POST",
        "/api/v1/city/datasets?file=b.csv&kind=buildings&name=x&source=y&date=2025&columns=height:nothing",
        "wkt,a\nx,1\n", 422, "NO_SUCH_COLUMN");
    row("columns not in pairs", "POST", "/api/v1/city/datasets?file=b.csv&kind=buildings&columns=height", "wkt\n", 400,
        "BAD_QUERY");
    row("no such dataset", "GET", "/api/v1/city/datasets/nothing", "", 404, "NO_SUCH_DATASET");
    row("retire nothing", "POST", "/api/v1/city/datasets/nothing/retire", R"({"reason":"x"})", 404, "NO_SUCH_DATASET");
    row("a city of a metre", "POST", "/api/v1/city/synthetic", R"({"latitude":37,"longitude":127,"width_m":1})", 422,
        "BAD_SYNTHETIC_CITY");
    row("features of a whole", "GET", "/api/v1/city/features?kind=elevation&box=126,37,127,38", "", 400, "BAD_QUERY");
    row("box the wrong way", "GET", "/api/v1/city/features?kind=buildings&box=127,38,126,37", "", 400, "BAD_QUERY");
    row("point off the earth", "GET", "/api/v1/city/place?point=37,127", "", 400, "BAD_QUERY");
}

void CityApiTest::refuses() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const Door door;
    const auto answer = door.ask(method.constData(), path.toStdString(), body);
    QCOMPARE(answer.status, status);
    QCOMPARE(QByteArray::fromStdString(codeOf(answer)), code);
}

void CityApiTest::readersMayNotWrite() {
    const Door door;
    const std::string reader = "Authorization: Bearer reader\r\n";
    QCOMPARE(door.ask("GET", "/api/v1/city/datasets", {}, reader).status, 200);
    QCOMPARE(door.ask("POST", asBuildings, buildings, reader, "text/csv").status, 403);
    QCOMPARE(door.ask("POST", "/api/v1/city/synthetic", "{}", reader).status, 403);
}

void CityApiTest::withoutDatasetsItSaysSo() {
    const Door door(false);
    QCOMPARE(door.ask("GET", "/api/v1/city/datasets").status, 503);
}

QTEST_GUILESS_MAIN(CityApiTest)
#include "city_api_test.moc"
