#include "plan_fixture.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/plans/capacity_form.h"
#include "ui/plans/capacity_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace haneul;
using namespace haneul::plans;
using namespace haneul::plan::tests;
using haneul::tests::deliveryPlan;
using haneul::tests::noon;
using haneul::tests::placeAt;
using people::Role;

// Capacity of places at the desk: seen, laid down, changed, retired, and used.
class CapacityPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laidDownChangedAndRetired(); // R-SVC-13
    void fieldsThatAreWrong_data();
    void fieldsThatAreWrong();
    void useOfApprovedFlights(); // R-SVC-13
    void aPlaceWithCornersKeepsItsShape();
    void whoMayNotChangeOnlySees(); // R-SEC-02
    void whatCannotBeReadIsNotShown();
};

namespace {

struct Place {
    explicit Place(const std::string& user = "han", Role role = Role::Supervisor)
        : who(person(user, role)) {
        desk = std::make_unique<PlanDesk>(house.service.get(), [this] { return who; });
        panel = std::make_unique<CapacityPanel>(*desk, house.clock, theme::themes().front(), nullptr);
        panel->setMiddle([] { return placeAt(2000, 900); });
        panel->resize(1500, 500);
        panel->show();
    }

    ~Place() {
        panel.reset();
        desk.reset();
    }

    template <class W>
    W& child(const char* name) const {
        auto* found = panel->findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    [[nodiscard]] orders::ListView& list() const { return child<orders::ListView>("capacityList"); }

    [[nodiscard]] QString cell(int row, int column) const {
        return list().model()->index(row, column).data().toString();
    }

    [[nodiscard]] QString said() const { return child<QLabel>("capacityMessage").text(); }

    template <class D>
    D* opened() const {
        for (D* each : panel->findChildren<D*>())
            if (each->isVisible()) return each;
        return nullptr;
    }

    static void type(QDialog* form, const char* field, const QString& text) {
        form->findChild<QLineEdit*>(QLatin1StringView(field))->setText(text);
    }

    static QPushButton* okOf(const QDialog* dialog) {
        return dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }

    std::vector<deconflict::CapacityLimit> limits() const {
        return *plan::tests::waitFor<std::vector<deconflict::CapacityLimit>>(
            [&](auto done) { house.service->capacityLimits(person("han", Role::Supervisor), done); });
    }

    void lay(const deconflict::CapacityLimit& limit) const {
        QVERIFY(plan::tests::waitFor<void>([&](auto done) {
                    house.service->setCapacity(person("han", Role::Supervisor), limit, done);
                }).has_value());
    }

    House house;
    people::Principal who;
    std::unique_ptr<PlanDesk> desk;
    std::unique_ptr<CapacityPanel> panel;
};

} // namespace

void CapacityPanelTest::laidDownChangedAndRetired() {
    Place place;
    QAbstractItemModelTester tester(place.list().model());
    EVENTUALLY(place.said().contains(u"No limit of capacity is laid down"));
    place.panel->add();
    auto* form = place.opened<CapacityForm>();
    QVERIFY(form != nullptr && !Place::okOf(form)->isEnabled()); // without a name
    Place::type(form, "capacityId", QStringLiteral("PAD-1"));
    form->findChild<QSpinBox*>(QStringLiteral("capacityMost"))->setValue(2);
    Place::type(form, "capacityRadius", QStringLiteral("120"));
    Place::type(form, "capacityUpper", QStringLiteral("90"));
    QVERIFY(Place::okOf(form)->isEnabled());
    Place::okOf(form)->click();
    EVENTUALLY(place.list().model()->rowCount() == 1);
    QCOMPARE(place.cell(0, CapacityModel::Id), QStringLiteral("PAD-1"));
    QCOMPARE(place.cell(0, CapacityModel::Most), QStringLiteral("2"));
    QCOMPARE(place.cell(0, CapacityModel::Now), QStringLiteral("0"));
    QVERIFY(place.said().contains(u"PAD-1"));
    const auto laid = place.limits();
    QCOMPARE(laid.size(), std::size_t{1});
    QCOMPARE(std::get<geo::Circle>(laid[0].place.area).radius_m, 120.0);
    QVERIFY(laid[0].place.upper == (geo::VerticalLimit{90, geo::VerticalReference::Agl}));
    QVERIFY(!laid[0].place.lower && !laid[0].place.from);

    // It is the chosen one: changed, with a beginning and an end.
    place.panel->change();
    form = place.opened<CapacityForm>();
    QVERIFY(form != nullptr && form->findChild<QLineEdit*>(QStringLiteral("capacityId"))->isReadOnly());
    QVERIFY(!Place::okOf(form)->isEnabled()); // nothing new
    form->findChild<QSpinBox*>(QStringLiteral("capacityMost"))->setValue(5);
    Place::type(form, "capacityFrom", QStringLiteral("2026-11-26 12:00"));
    Place::type(form, "capacityTo", QStringLiteral("2026-11-27 12:00"));
    Place::okOf(form)->click();
    EVENTUALLY(place.cell(0, CapacityModel::Most) == u"5");
    QVERIFY(place.limits()[0].place.from == *fromRfc3339("2026-11-26T12:00:00Z"));

    QSignalSpy wanted(place.panel.get(), &CapacityPanel::placesWanted);
    place.child<QPushButton>("capacityMap").click();
    QCOMPARE(wanted.size(), 1);

    place.panel->retire();
    auto* sure = place.opened<access::ConfirmForm>();
    QVERIFY(sure != nullptr);
    Place::okOf(sure)->click();
    EVENTUALLY(place.list().model()->rowCount() == 0);
    QVERIFY(place.limits().empty());
    QVERIFY(!place.child<QPushButton>("capacityChange").isEnabled());
    place.panel->change(); // by its key, with nothing chosen
    QVERIFY(place.said().contains(u"Choose a place"));
}

void CapacityPanelTest::fieldsThatAreWrong_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* field, const char* text) {
        QTest::addRow("%s %s", field, text) << QByteArray(field) << QString::fromLatin1(text);
    };
    row("capacityId", "");
    row("capacityLatitude", "north");
    row("capacityLatitude", "91");
    row("capacityLongitude", "");
    row("capacityRadius", "0");
    row("capacityRadius", "-5");
    row("capacityLower", "low");
    row("capacityLower", "200"); // above the upper one
    row("capacityFrom", "tomorrow");
    row("capacityTo", "25:00");
    row("capacityTo", "2026-09-01 00:00"); // before it begins
}

void CapacityPanelTest::fieldsThatAreWrong() {
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    Place place;
    place.panel->add();
    auto* form = place.opened<CapacityForm>();
    QVERIFY(form != nullptr);
    Place::type(form, "capacityId", QStringLiteral("PAD"));
    Place::type(form, "capacityUpper", QStringLiteral("100"));
    Place::type(form, "capacityFrom", QStringLiteral("2026-10-01 00:00"));
    QVERIFY(Place::okOf(form)->isEnabled());
    Place::type(form, field.constData(), text);
    QVERIFY(!Place::okOf(form)->isEnabled());
}

void CapacityPanelTest::useOfApprovedFlights() {
    Place place;
    place.lay({"PAD", {.area = geo::Circle{placeAt(2000, 900), 150}}, 1});
    QVERIFY(place.house.approve(place.house.waiting(deliveryPlan("P1"))).has_value());
    auto other = deliveryPlan("P2");
    other.priority = 5; // goes before, and lands there too
    other.drone_id = "D2";
    other.start += std::chrono::hours(2);
    other.end += std::chrono::hours(2);
    haneul::tests::makeVolumes(other);
    QVERIFY(place.house.approve(place.house.waiting(other)).has_value());
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 1 && place.cell(0, CapacityModel::Peak) == u"1");
    QCOMPARE(place.cell(0, CapacityModel::Now), QStringLiteral("0")); // an hour before
    place.list().selectRow(0);
    const auto& chart = place.child<profile::ChartView>("capacityUse");
    EVENTUALLY(!chart.data().isEmpty());
    QCOMPARE(chart.data().series.size(), std::size_t{2}); // use and limit
    const auto& use = chart.data().series.front();
    double highest = 0;
    for (const QPointF& point : use.points)
        highest = std::max(highest, point.y());
    QCOMPARE(highest, 1.0);
    const QString lines = place.child<QLabel>("capacityLines").text();
    QCOMPARE(lines.count(u'\n'), 1); // two stays
    QVERIFY2(lines.contains(u"P1") && lines.contains(u"P2") && !lines.contains(u'▲'), qPrintable(lines));
    // A limit that is brought down under what stands: said with a sign, not by colour alone.
    auto beside = deliveryPlan("P3");
    beside.drone_id = "D3";
    const auto origin = placeAt(0, 1500);
    beside.operation = haneul::tests::routeOver({origin, placeAt(2000, 900, origin)});
    haneul::tests::makeVolumes(beside);
    QVERIFY(place.house.approve(place.house.waiting(beside)).has_value());
    place.lay({"WIDE", {.area = geo::Circle{placeAt(1000, 1000), 5000}}, 1});
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 2);
    place.list().selectRow(1);
    EVENTUALLY(place.cell(1, CapacityModel::Peak) == u"2");
    QCOMPARE(place.list().model()->index(1, CapacityModel::Peak).data(orders::SignRole).toInt(),
             int(orders::ListSign::Warning));
    QVERIFY(place.child<QLabel>("capacityLines").text().contains(u'▲'));
    QVERIFY(place.said().isEmpty());                                  // nothing is said of no limits any more
    QCOMPARE(place.cell(1, CapacityModel::Now), QStringLiteral("0")); // an hour before
    place.house.clock.advance(std::chrono::minutes(61));
    place.panel->read();
    EVENTUALLY(place.cell(1, CapacityModel::Now) == u"2");
    if (qEnvironmentVariableIsSet("HANEUL_SHOTS"))
        QVERIFY(place.panel->grab().save(qEnvironmentVariable("HANEUL_SHOTS") + QStringLiteral("/capacity.png")));
}

void CapacityPanelTest::aPlaceWithCornersKeepsItsShape() {
    Place place;
    const geo::Area area = haneul::tests::rectangle(0, 0, 500, 300);
    place.lay({"AREA", {.area = area}, 3});
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 1);
    QVERIFY(place.cell(0, CapacityModel::Place).contains(u"4"));
    place.list().selectRow(0);
    place.panel->change();
    auto* form = place.opened<CapacityForm>();
    QVERIFY(form != nullptr && form->findChild<QLineEdit*>(QStringLiteral("capacityRadius")) == nullptr);
    form->findChild<QSpinBox*>(QStringLiteral("capacityMost"))->setValue(4);
    Place::okOf(form)->click();
    EVENTUALLY(place.cell(0, CapacityModel::Most) == u"4");
    QVERIFY(place.limits()[0].place.area == area);
}

void CapacityPanelTest::whoMayNotChangeOnlySees() {
    Place place("kim", Role::Pilot);
    place.lay({"PAD", {.area = geo::Circle{placeAt(2000, 900), 150}}, 1});
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 1);
    QVERIFY(!place.child<QPushButton>("capacityAdd").isEnabled());
    place.panel->add(); // by its key
    QVERIFY(place.opened<CapacityForm>() == nullptr);
    QVERIFY(place.said().contains(u"zone.write"));
    place.list().selectRow(0);
    place.panel->retire();
    QVERIFY(place.opened<access::ConfirmForm>() == nullptr);
    QCOMPARE(place.limits().size(), std::size_t{1});
}

void CapacityPanelTest::whatCannotBeReadIsNotShown() {
    Place place;
    place.lay({"PAD", {.area = geo::Circle{placeAt(2000, 900), 150}}, 1});
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 1);
    place.who.scopes.clear(); // somebody else sits down
    place.panel->read();
    EVENTUALLY(place.list().model()->rowCount() == 0);
    QVERIFY(place.said().startsWith(u'▲'));
}

HANEUL_LATENCY_MAIN(CapacityPanelTest)
#include "capacity_test.moc"
