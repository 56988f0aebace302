#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/city/city_panel.h"
#include "ui/city/import_dialog.h"
#include "ui/city/synthetic_form.h"
#include "ui/city/words.h"
#include "ui/orders/list_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::city;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");
const QByteArray houses = "wkt;HGT\n\"POLYGON((126.977 37.566,126.978 37.566,126.978 37.567,126.977 37.566))\";31.5\n"
                          "\"POLYGON((126.980 37.566,126.981 37.566,126.981 37.567,126.980 37.566))\";\n"
                          "\"POLYGON((126.982 37.566,126.983 37.566,126.983 37.567,126.982 37.566))\";4000\n"
                          "\"POLYGON((37.566 126.980,37.566 126.981,37.567 126.981,37.566 126.980))\";3\n";

// A desk at which somebody may do all about ground data, on the real service.
struct Place {
    Place() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<CityProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = CityService::open(*log, clock, {},
                                      {.folder = folder.filePath(QStringLiteral("city")).toStdString(), .worker = {}});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
        desk = std::make_unique<CityDesk>(service.get(), [this] { return who; });
        panel = std::make_unique<CityPanel>(
            *desk, registry, [] { return geo::LatLon{37.5, 127}; }, theme::themes().front(), nullptr);
        panel->resize(1600, 500);
        panel->show();
    }

    ~Place() {
        panel.reset();
        desk.reset();
    }

    template <class W>
    W& child(const char* name, QWidget* in = nullptr) const {
        auto* found = (in ? in : panel.get())->findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    [[nodiscard]] QAbstractItemModel& list() const { return *child<orders::ListView>("groundList").model(); }

    [[nodiscard]] QString cell(int row, int column) const { return list().index(row, column).data().toString(); }

    ImportDialog& dialog(const QString& name, const QByteArray& bytes) const {
        panel->importBytes(name, bytes);
        return *panel->findChild<ImportDialog*>();
    }

    void fill(ImportDialog& dialog) const {
        for (const auto& [name, text] : {std::pair{"groundName", "Register"},
                                         {"groundSource", "Office"},
                                         {"groundDate", "2025-06"},
                                         {"groundColumns", "height:HGT"}}) {
            auto& line = child<QLineEdit>(name, &dialog);
            line.clear();
            QTest::keyClicks(&line, QString::fromLatin1(text));
        }
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<CityService> service;
    std::optional<people::Principal> who =
        people::Principal{.user = "kim", .scopes = {"city.read", "city.write"}, .desk = "desk"};
    actions::ActionRegistry registry;
    std::unique_ptr<CityDesk> desk;
    std::unique_ptr<CityPanel> panel;
};

} // namespace

class CityPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysThatNothingIsKnown();
    void aFileIsLookedAtBeforeItIsTaken();     // R-RSK-20
    void nothingIsTakenWithoutSourceAndDate(); // R-RSK-20
    void aChangeOfAFieldAsksToLookAgain();
    void syntheticDataIsMarked(); // R-RSK-20
    void aDatasetIsRetiredWithAReason();
    void whatTheServiceRefusesIsSaid();
    void modelFollowsTheState();
    void everyCodeHasWords();
};

void CityPanelTest::saysThatNothingIsKnown() {
    const Place place;
    QVERIFY(place.child<QLabel>("groundState").text().contains(QStringLiteral("unknown")));
    QCOMPARE(place.list().rowCount(), 0);
    QVERIFY(!place.registry.action(QLatin1StringView("ground.retire")).isEnabled());
}

void CityPanelTest::aFileIsLookedAtBeforeItIsTaken() {
    const Place place;
    ImportDialog& dialog = place.dialog(QStringLiteral("houses.csv"), houses);
    auto& take = place.child<QPushButton>("groundTake", &dialog);
    QVERIFY(!take.isEnabled());
    place.fill(dialog);
    place.child<QPushButton>("groundLook", &dialog).click();
    EVENTUALLY(take.isEnabled());
    const QString report = dialog.reportText();
    QVERIFY2(report.startsWith(QStringLiteral("2 taken, 1 in quarantine, 1 refused")), qPrintable(report));
    QVERIFY(report.contains(QStringLiteral("HGT")));
    QVERIFY(report.contains(QStringLiteral("Row 5 · Refused · Longitude and latitude are swapped: ")));
    QCOMPARE(place.list().rowCount(), 0);
    take.click();
    EVENTUALLY(place.list().rowCount() == 1);
    QCOMPARE(place.cell(0, DatasetModel::Name), QStringLiteral("Register"));
    QCOMPARE(place.cell(0, DatasetModel::Source), QStringLiteral("Office"));
    QCOMPARE(place.cell(0, DatasetModel::Date), QStringLiteral("2025-06"));
    QCOMPARE(place.cell(0, DatasetModel::Rows), QStringLiteral("2"));
    EVENTUALLY(place.child<QPlainTextEdit>("groundDetails").toPlainText().contains(QStringLiteral("SHA-256")));
    QVERIFY(place.service->state()->city.buildingAt({37.5662, 126.9776}).has_value());
}

void CityPanelTest::nothingIsTakenWithoutSourceAndDate() {
    const Place place;
    ImportDialog& dialog = place.dialog(QStringLiteral("houses.csv"), houses);
    place.child<QPushButton>("groundLook", &dialog).click();
    QVERIFY(place.child<QLabel>("groundSummary", &dialog).text().startsWith(u'▲'));
    QVERIFY(!place.child<QPushButton>("groundTake", &dialog).isEnabled());
}

void CityPanelTest::aChangeOfAFieldAsksToLookAgain() {
    const Place place;
    ImportDialog& dialog = place.dialog(QStringLiteral("houses.csv"), houses);
    auto& take = place.child<QPushButton>("groundTake", &dialog);
    place.fill(dialog);
    place.child<QPushButton>("groundLook", &dialog).click();
    EVENTUALLY(take.isEnabled());
    place.child<QComboBox>("groundUnit", &dialog).setCurrentIndex(1);
    QVERIFY(!take.isEnabled());
    QVERIFY(dialog.reportText().isEmpty());
}

void CityPanelTest::syntheticDataIsMarked() {
    const Place place;
    place.panel->makeSynthetic();
    auto* form = place.panel->findChild<SyntheticForm*>();
    QVERIFY(form != nullptr);
    place.child<QSpinBox>("syntheticSide", form).setValue(1000);
    form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    EVENTUALLY(place.list().rowCount() == 1);
    QVERIFY(place.cell(0, DatasetModel::State).contains(QStringLiteral("SYNTHETIC")));
    QVERIFY(place.child<QLabel>("groundState").text().contains(QStringLiteral("SYNTHETIC")));
    const geo::LatLon centre =
        std::get<SyntheticOrigin>(place.service->state()->datasets[0].dataset.origin).spec.centre;
    QCOMPARE(centre.latitude_deg, 37.5); // the middle of the map
}

void CityPanelTest::aDatasetIsRetiredWithAReason() {
    const Place place;
    ImportDialog& dialog = place.dialog(QStringLiteral("houses.csv"), houses);
    place.fill(dialog);
    place.child<QPushButton>("groundLook", &dialog).click();
    auto& take = place.child<QPushButton>("groundTake", &dialog);
    EVENTUALLY(take.isEnabled());
    take.click();
    QAction& retire = place.registry.action(QLatin1StringView("ground.retire"));
    EVENTUALLY(retire.isEnabled()); // what came in is chosen
    place.panel->retire();
    auto* form = place.panel->findChild<RetireForm*>();
    QVERIFY(form != nullptr);
    QPushButton* const good = form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!good->isEnabled());
    QTest::keyClicks(&place.child<QLineEdit>("retireDatasetReason", form), QStringLiteral("old"));
    good->click();
    EVENTUALLY(place.cell(0, DatasetModel::State) == QStringLiteral("Retired"));
    QVERIFY(place.child<QPlainTextEdit>("groundDetails").toPlainText().contains(QStringLiteral("old")));
    QVERIFY(!retire.isEnabled());
}

void CityPanelTest::whatTheServiceRefusesIsSaid() {
    Place place;
    ImportDialog& dialog = place.dialog(QStringLiteral("houses.csv"), QByteArray("x;y\n1;2\n"));
    place.fill(dialog);
    auto& summary = place.child<QLabel>("groundSummary", &dialog);
    place.child<QPushButton>("groundLook", &dialog).click();
    EVENTUALLY(summary.text().startsWith(u'▲'));
    QVERIFY(summary.text().contains(QStringLiteral("lon and lat")));
    place.who->scopes = {"city.read"};
    place.child<QPushButton>("groundLook", &dialog).click();
    EVENTUALLY(summary.text().contains(QStringLiteral("role")));
    place.who.reset();
    place.child<QPushButton>("groundLook", &dialog).click();
    EVENTUALLY(summary.text().contains(QStringLiteral("role")));
}

void CityPanelTest::modelFollowsTheState() {
    DatasetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CityState state;
    const auto add = [&](const char* id) {
        KnownDataset known;
        known.dataset.id = id;
        known.dataset.provenance = {id, "office", "2025", false};
        state.datasets.push_back(known);
        model.setState(state);
    };
    add("a");
    add("b");
    QCOMPARE(model.rowCount(), 2);
    state.datasets[0].trouble = Error{"PAYLOAD_MISSING", "gone", {}};
    model.setState(state);
    QCOMPARE(model.index(0, DatasetModel::State).data(orders::SignRole).toInt(),
             static_cast<int>(orders::ListSign::Warning));
    state.datasets[1].dataset.provenance.synthetic = true;
    model.setState(state);
    QVERIFY(model.index(1, DatasetModel::State).data().toString().contains(QStringLiteral("SYNTHETIC")));
    state.datasets.erase(state.datasets.begin());
    model.setState(state);
    QCOMPARE(model.rowCount(), 1);
    model.retranslate();
}

void CityPanelTest::everyCodeHasWords() {
    for (const auto& known : city_files::rowCodes()) {
        const std::string code(known.code);
        QVERIFY2(codeText(code) != QString::fromStdString(code), code.c_str());
        city_files::RowReport row{.row = 1, .verdict = known.verdict, .code = code};
        for (std::size_t i = 0; i < known.values; ++i)
            row.values.push_back("value" + std::to_string(i));
        row.message = city_files::englishOf(code, row.values);
        const QString words = rowText(row);
        QVERIFY2(!words.contains(u'%') && !QString::fromStdString(row.message).contains(u'{'), code.c_str());
        for (const auto& value : row.values)
            QVERIFY2(words.contains(QString::fromStdString(value)), code.c_str());
    }
    for (const auto remark : city_files::remarkCodes())
        QVERIFY2(remarkText(std::string(remark)) !=
                     QString::fromUtf8(remark.data(), static_cast<qsizetype>(remark.size())),
                 std::string(remark).c_str());
    for (const char* const kind :
         {"population", "traffic", "buildings", "amenities", "elevation", "land_use", "synthetic_city"}) {
        QVERIFY2(kindText(kind) != QString::fromLatin1(kind), kind);
        const auto layer = city_files::layerKindFrom(kind);
        if (!layer) continue;
        // Parts whose name is a word already read the same in English.
        for (const auto& role : city_files::rolesOf(*layer))
            QVERIFY2(!partText(std::string(role.name)).contains(u'_'), std::string(role.name).c_str());
    }
    // What a foreign file says is shown as it is, whatever it holds.
    city_files::RowReport tricky{.row = 3, .code = "SUSPECT_VALUE", .values = {"height_m", "%3", "0.1", "1000"}};
    QCOMPARE(rowText(tricky), QStringLiteral("height (m) %3 cannot be right; from 0.1 to 1000 is possible."));
    QCOMPARE(refusalText({"NOTHING_TAKEN", "in English", "row 3: NO_GEOMETRY"}),
             QStringLiteral("Nothing of the file can be taken. Row 3: It has no place."));
}

HANEUL_LATENCY_MAIN(CityPanelTest)
#include "city_panel_test.moc"
