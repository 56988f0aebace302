#include "core/geo/geodesic.h"
#include "server/city/city_service.h"
#include "tests/support/eventually.h"
#include "ui/risk_collision/reich_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::risk::collision;

namespace {

constexpr geo::LatLon middle{37.5663, 126.9779};
const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

// The Reich page beside real ground data.
struct Place {
    Place() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<city::CityProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = city::CityService::open(
            *log, clock, {}, {.folder = folder.filePath(QStringLiteral("city")).toStdString(), .worker = {}});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
        city = std::make_unique<city::CityDesk>(service.get(), [this] { return who; });
        panel = std::make_unique<ReichPanel>(studies, clock, theme::themes().front(), nullptr);
        panel->setCity(*city, [] {
            const auto off = [](double along_m, double beside_m) {
                return geo::direct(geo::direct(middle, 90, along_m), 0, beside_m);
            };
            return std::vector<KnownRoute>{{QStringLiteral("NET: A – B"), {off(-600, 0), off(600, 0)}},
                                           {QStringLiteral("far"), {{35.1, 129.0}, {35.1, 129.01}}}};
        });
        panel->resize(1800, 700);
        panel->show();
    }

    ~Place() {
        panel.reset();
        city.reset();
    }

    bool addCity() {
        std::optional<bool> done;
        city->ask<city::Dataset>(
            panel.get(), [&](const Result<city::Dataset>& dataset) { done = dataset.has_value(); },
            [](city::CityService& desk, people::Principal by, city::Done<city::Dataset> then) {
                desk.addSynthetic(std::move(by), {.centre = middle, .width_m = 2'000, .height_m = 2'000},
                                  std::move(then));
            });
        return QTest::qWaitFor([&] { return done && !city->state()->loading && !city->state()->city.empty(); },
                               20'000) &&
               *done;
    }

    [[nodiscard]] CityObstaclesForm& form() const {
        panel->takeObstacles();
        auto* opened = panel->findChildren<CityObstaclesForm*>().last();
        return *opened;
    }

    template <class W>
    static W& child(QWidget& in, const char* name) {
        auto* found = in.findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    static QPushButton& go(QWidget& form) { return *form.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }

    QString message() { return child<QLabel>(*panel, "reichMessage").text(); }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<city::CityService> service;
    std::optional<people::Principal> who =
        people::Principal{.user = "kim", .scopes = {"city.read", "city.write"}, .desk = "desk"};
    std::unique_ptr<city::CityDesk> city;
    study_store::StudyDesk studies{nullptr, {}};
    std::unique_ptr<ReichPanel> panel;
};

// Takes what stands along the known route.
bool takeAlong(Place& place, double halfWidth_m) {
    CityObstaclesForm& form = place.form();
    Place::child<QComboBox>(form, "corridorRoute").setCurrentIndex(1);
    Place::child<QDoubleSpinBox>(form, "corridorHalfWidth").setValue(halfWidth_m);
    QSignalSpy found(&form, &CityObstaclesForm::found);
    Place::go(form).click();
    return QTest::qWaitFor([&] { return !found.isEmpty(); }, 10'000);
}

} // namespace

class CityObstaclesFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildingsBecomeObstacles(); // R-CRM-11
    void typedOnesStayAndTakenOnesAreReplaced();
    void whatIsChangedCountsAsTypedIn();
    void twoPlacesCanBeTyped_data();
    void twoPlacesCanBeTyped();
    void whatCannotBeTakenIsSaid();
    void picturesForTheEye();
};

void CityObstaclesFormTest::buildingsBecomeObstacles() {
    Place place;
    QVERIFY(place.addCity());
    QVERIFY(takeAlong(place, 150));
    const auto& obstacles = place.panel->study().obstacles;
    QVERIFY(!obstacles.empty());
    for (const Obstacle& obstacle : obstacles) {
        QVERIFY(obstacle.distance_m <= 150.02);
        QVERIFY(obstacle.source.starts_with("SYNTHETIC"));
    }
    QVERIFY(std::ranges::is_sorted(obstacles, {}, &Obstacle::distance_m));
    QVERIFY(place.message().contains(QStringLiteral("SYNTHETIC")));
    QVERIFY(place.message().contains(QString::number(obstacles.size())));
    QVERIFY(place.message().contains(QStringLiteral("nothing was looked at"))); // narrower than the chosen 1,852 m
    const auto& list = Place::child<QTableView>(*place.panel, "reichObstacles");
    QVERIFY(list.model()->index(0, 3).data().toString().startsWith(QStringLiteral("SYNTHETIC")));
    // What is in the way comes first.
    QVERIFY(!place.panel->results().corridor.inTheWay.empty());
    QVERIFY(list.model()->index(0, 0).data().toString().startsWith(QStringLiteral("▲")));
    QCOMPARE(list.model()->rowCount(), static_cast<int>(obstacles.size()));
    // Kept with the study, and read again with where each is from.
    const auto again = studyFrom(inputJson(place.panel->study()));
    QVERIFY(again && *again == place.panel->study());
}

void CityObstaclesFormTest::typedOnesStayAndTakenOnesAreReplaced() {
    Place place;
    QVERIFY(place.addCity());
    ReichStudy study;
    study.obstacles = {{"mast", 300, std::nullopt}, {"old", 10, 50.0, "Register (Office, 2025-06)"}};
    place.panel->setStudy(study);
    QVERIFY(takeAlong(place, 60));
    const std::size_t taken = place.panel->study().obstacles.size();
    const auto names = [&] {
        std::vector<std::string> all;
        for (const Obstacle& one : place.panel->study().obstacles)
            all.push_back(one.name);
        return all;
    };
    QVERIFY(std::ranges::contains(names(), "mast") && !std::ranges::contains(names(), "old"));
    QVERIFY(takeAlong(place, 60)); // the same once more
    QCOMPARE(place.panel->study().obstacles.size(), taken);
    CityObstaclesForm& form = place.form();
    Place::child<QComboBox>(form, "corridorRoute").setCurrentIndex(1);
    Place::child<QDoubleSpinBox>(form, "corridorHalfWidth").setValue(60);
    Place::child<QCheckBox>(form, "keepTyped").setChecked(false);
    Place::go(form).click();
    QVERIFY(QTest::qWaitFor([&] { return !std::ranges::contains(names(), "mast"); }, 10'000));
    QCOMPARE(place.panel->study().obstacles.size(), taken - 1);
}

void CityObstaclesFormTest::whatIsChangedCountsAsTypedIn() {
    Place place;
    ReichStudy study;
    study.obstacles = {{"one", 10.123456789, 50.0, "Register (Office, 2025-06)"},
                       {"two", 20, 60.0, "Register (Office, 2025-06)"}};
    place.panel->setStudy(study);
    place.panel->editObstacles();
    auto* form = place.panel->findChild<RowsForm*>();
    form->findChild<QTableWidget*>()->item(1, 2)->setText(QStringLiteral("65"));
    Place::go(*form).click();
    const auto& obstacles = place.panel->study().obstacles;
    QVERIFY(obstacles[0] == study.obstacles[0]);
    QVERIFY(obstacles[1].source.empty() && obstacles[1].top_m == 65.0);
}

void CityObstaclesFormTest::twoPlacesCanBeTyped_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("good");
    QTest::newRow("spaces") << QStringLiteral("37.5663 126.9700") << QStringLiteral("37.5663 126.9850") << true;
    QTest::newRow("commas") << QStringLiteral("37.5663, 126.9700") << QStringLiteral(" 37.5663,126.9850 ") << true;
    QTest::newRow("one of them") << QStringLiteral("37.5663 126.9700") << QString() << false;
    QTest::newRow("not on Earth") << QStringLiteral("97.5663 126.9700") << QStringLiteral("37.5663 126.9850") << false;
    QTest::newRow("three numbers") << QStringLiteral("37.5 126.9 60") << QStringLiteral("37.5663 126.9850") << false;
    QTest::newRow("words") << QStringLiteral("city hall") << QStringLiteral("37.5663 126.9850") << false;
}

void CityObstaclesFormTest::twoPlacesCanBeTyped() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const bool, good);
    Place place;
    CityObstaclesForm& form = place.form();
    QVERIFY(!Place::go(form).isEnabled());
    Place::child<QLineEdit>(form, "corridorFrom").setText(from);
    Place::child<QLineEdit>(form, "corridorTo").setText(to);
    QCOMPARE(Place::go(form).isEnabled(), good);
    QVERIFY(Place::child<QLineEdit>(form, "corridorFrom").isEnabled());
    Place::child<QComboBox>(form, "corridorRoute").setCurrentIndex(1); // then it does not matter
    QVERIFY(Place::go(form).isEnabled() && !Place::child<QLineEdit>(form, "corridorFrom").isEnabled());
}

void CityObstaclesFormTest::whatCannotBeTakenIsSaid() {
    Place place;
    const auto said = [&](CityObstaclesForm& form, const QString& words) {
        return QTest::qWaitFor(
            [&] {
                return std::ranges::any_of(form.findChildren<QLabel*>(),
                                           [&](const QLabel* label) { return label->text().contains(words); });
            },
            10'000);
    };
    CityObstaclesForm& none = place.form();
    Place::child<QComboBox>(none, "corridorRoute").setCurrentIndex(1);
    Place::go(none).click();
    QVERIFY(said(none, QStringLiteral("No buildings are known")));
    QVERIFY(place.panel->study().obstacles.empty());
    none.reject();
    QVERIFY(place.addCity());
    // Where the data have nothing, nothing is found: that is not "free".
    CityObstaclesForm& far = place.form();
    Place::child<QComboBox>(far, "corridorRoute").setCurrentIndex(2);
    Place::go(far).click();
    QVERIFY(QTest::qWaitFor([&] { return place.message().contains(QStringLiteral("not known to be free")); }, 10'000));
    CityObstaclesForm& wide = place.form();
    Place::child<QComboBox>(wide, "corridorRoute").setCurrentIndex(1);
    place.who->scopes.clear();
    Place::go(wide).click();
    QVERIFY(said(wide, QStringLiteral("may not see")));
}

void CityObstaclesFormTest::picturesForTheEye() {
    QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    for (const QString& id : {QStringLiteral("dark"), QStringLiteral("light")}) {
        theme::apply(*qApp, theme::themeById(id));
        Place place;
        place.panel->setTheme(theme::themeById(id));
        place.panel->resize(1900, 640);
        QVERIFY(place.addCity());
        QVERIFY(takeAlong(place, 150));
        QTest::qWait(20); // layouts ask one another
        QVERIFY(place.panel->grab().save(folder.filePath(QStringLiteral("city-obstacles-%1.png").arg(id))));
        CityObstaclesForm& form = place.form();
        QTest::qWait(20);
        QVERIFY(form.grab().save(folder.filePath(QStringLiteral("city-obstacles-form-%1.png").arg(id))));
    }
}

QTEST_MAIN(CityObstaclesFormTest)
#include "city_obstacles_form_test.moc"
