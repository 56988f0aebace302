#include "fleet_fixture.h"
#include "server/fleet/operators.h"
#include "server/people/organisation_service.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::fleet;
using namespace haneul::fleet::tests;

Q_DECLARE_METATYPE(haneul::people::Organisation)
Q_DECLARE_METATYPE(std::optional<haneul::UtcMs>)

namespace {

people::Date day(const char* text) {
    return *people::dateFromIso(text);
}

people::Organisation insured(const char* until) {
    people::Organisation organisation;
    organisation.id = "haneul";
    organisation.name = "Haneul Air";
    organisation.licences = {{"air business", "2021-7", day("2027-06-30")}};
    organisation.insurance = people::Insurance{"KB", "4711", 1'000'000, "KRW", day(until)};
    return organisation;
}

// The verdict of the item of that code for the usual flight.
std::optional<Verdict> verdictOf(EventFleetService& service, const std::string& code) {
    const auto assessed = service.judge(usualAsk());
    if (!assessed) return std::nullopt;
    for (const Item& item : assessed->readiness.items)
        if (item.code == code) return item.verdict;
    return std::nullopt;
}

} // namespace

class OperatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void papers_data();
    void papers(); // R-GEN-08
    void nobodyKnowsAnUnknownOne();
    void savedOrganisationsAreJudged(); // R-GEN-08
    void knownAfterARestart();          // R-GEN-08
};

void OperatorsTest::papers_data() {
    QTest::addColumn<people::Organisation>("organisation");
    QTest::addColumn<std::optional<UtcMs>>("insured");
    QTest::addColumn<std::optional<UtcMs>>("licensed");
    // The last day of a paper ends at midnight in Korea, 15:00 UTC.
    const std::optional<UtcMs> june = fromRfc3339("2027-06-30T15:00:00.000Z");
    const std::optional<UtcMs> march = fromRfc3339("2027-03-31T15:00:00.000Z");
    const std::optional<UtcMs> unknown;
    auto organisation = insured("2027-03-31");
    QTest::newRow("both") << organisation << march << june;
    organisation.licences.push_back({"second", "8", day("2027-03-31")});
    QTest::newRow("the licence that ends first") << organisation << march << march;
    organisation.licences.push_back({"third", "9", std::nullopt});
    QTest::newRow("one licence without an end") << organisation << march << unknown;
    organisation.licences.clear();
    QTest::newRow("no licence") << organisation << march << unknown;
    organisation.insurance->expires.reset();
    QTest::newRow("insurance without an end") << organisation << unknown << unknown;
    organisation.insurance.reset();
    QTest::newRow("nothing recorded") << organisation << unknown << unknown;
}

void OperatorsTest::papers() {
    QFETCH(const people::Organisation, organisation);
    QFETCH(const std::optional<UtcMs>, insured);
    QFETCH(const std::optional<UtcMs>, licensed);
    const auto judged = operatorFrom(organisation);
    QCOMPARE(judged.id, organisation.id);
    QCOMPARE(judged.name, organisation.name);
    QVERIFY(judged.insured_until == insured);
    QVERIFY(judged.licensed_until == licensed);
}

void OperatorsTest::nobodyKnowsAnUnknownOne() {
    House house;
    const auto operators = operatorsOf(*house.log);
    QVERIFY(operators);
    QVERIFY(!(*operators)("haneul"));
    QVERIFY(!(*operators)(""));
}

void OperatorsTest::savedOrganisationsAreJudged() {
    House house;
    house.addGoodFleet();
    people::OrganisationService organisations(*house.log, house.clock, {});
    const auto save = [&](const people::Organisation& organisation, std::uint64_t basedOn) {
        return waitFor<std::uint64_t>(
            [&](auto done) { organisations.save(someone({"organisation.write"}), organisation, basedOn, done); });
    };
    const auto operators = operatorsOf(*house.log);
    QVERIFY(operators);
    const auto service = EventFleetService::open(*house.log, {}, *operators);
    QVERIFY(service);
    QVERIFY(verdictOf(**service, "OPERATOR_INSURANCE") == Verdict::NotJudged); // HANEUL is not recorded yet
    QVERIFY(save(insured("2027-03-31"), 0));
    QVERIFY(verdictOf(**service, "OPERATOR_INSURANCE") == Verdict::Ready);
    QVERIFY(verdictOf(**service, "OPERATOR_LICENCE") == Verdict::Ready);
    QVERIFY(save(insured("2026-11-20"), 1)); // the flight is a day later
    QVERIFY(verdictOf(**service, "OPERATOR_INSURANCE") == Verdict::NotReady);
    QVERIFY(verdictOf(**service, "OPERATOR_LICENCE") == Verdict::Ready);
    auto bare = insured("2026-11-20");
    bare.insurance.reset();
    QVERIFY(save(bare, 2));
    QVERIFY(verdictOf(**service, "OPERATOR_INSURANCE") == Verdict::NotJudged);
}

void OperatorsTest::knownAfterARestart() {
    House house;
    {
        people::OrganisationService organisations(*house.log, house.clock, {});
        QVERIFY(waitFor<std::uint64_t>(
            [&](auto done) { organisations.save(someone({"organisation.write"}), insured("2027-03-31"), 0, done); }));
    }
    house.restart();
    const auto operators = operatorsOf(*house.log);
    QVERIFY(operators);
    const auto found = (*operators)("Haneul"); // ids are folded like log-in names
    QVERIFY(found);
    QVERIFY(*found == operatorFrom(insured("2027-03-31")));
}

QTEST_GUILESS_MAIN(OperatorsTest)
#include "operators_test.moc"
