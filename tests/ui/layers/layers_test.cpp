#include "tests/support/latency_main.h"
#include "ui/layers/layer_model.h"
#include "ui/layers/layer_panel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QTreeView>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace haneul;
using namespace haneul::layers;

namespace {

maps::MapLayerInfo own(const std::string& id, maps::LayerState state = maps::LayerState::Ready) {
    maps::MapLayerInfo layer{.id = id, .state = state, .file = id + ".mbtiles", .size_bytes = 1000, .version = "1"};
    layer.facts.title = "Layer " + id;
    layer.facts.attribution = "City of " + id;
    layer.facts.date = "2024-05-01";
    layer.facts.minZoom = 8;
    layer.facts.maxZoom = 10;
    layer.facts.bounds = {126, 37, 127, 38};
    if (state == maps::LayerState::Unusable) layer.reason = "it is torn";
    return layer;
}

maps::MapCatalogPtr catalogOf(std::vector<maps::MapLayerInfo> own) {
    maps::MapCatalog catalog{.lacks = {"roads", "buildings"}, .credits = "© Someone"};
    for (const auto group : tiles::baseGroups) {
        maps::MapLayerInfo layer{.id = std::string(nameOf(group)), .kind = maps::LayerKind::Base};
        layer.facts.maxZoom = 20;
        catalog.layers.push_back(layer);
    }
    std::ranges::move(own, std::back_inserter(catalog.layers));
    return std::make_shared<const maps::MapCatalog>(std::move(catalog));
}

// A model whose catalog the test changes.
struct Desk {
    maps::MapCatalogPtr catalog = catalogOf({own("a"), own("b"), own("c")});
    LayerModel model{[this] { return catalog; }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    bool show(const char* id, bool shown = true) {
        return model.setData(model.indexOf(QLatin1StringView(id)), shown ? Qt::Checked : Qt::Unchecked,
                             Qt::CheckStateRole);
    }
};

QString plain(const QString& stack) {
    return stack.left(stack.indexOf(QStringLiteral("~@")));
}

} // namespace

class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysTheStack();
    void movesLayers();
    void dropsLayers();
    void keepsItsState();
    void restoresOnlyWhatMakesSense();
    void followsTheCatalog();
    void limitsTheStack();
    void tellsRangesAndAges();
    void showsDetailsAndLacks();
    void namesAreWholeInANarrowPanel();
    void findsPlaces();
};

void LayersTest::saysTheStack() {
    Desk desk;
    QCOMPARE(desk.model.stackText(), QString());
    QSignalSpy changed(&desk.model, &LayerModel::stackChanged);
    QVERIFY(desk.show("a"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~a"));
    desk.model.setOpacity(desk.model.indexOf(QStringLiteral("a")), 60);
    QVERIFY(changed.wait(2000)); // a moment later
    QVERIFY(desk.show("places", false));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~a.60~!places"));
    desk.model.setEnglishNames(true);
    QVERIFY(desk.model.stackText().startsWith(QStringLiteral("-en~a.60")));
    QVERIFY(tiles::styleStackFrom("dark" + desk.model.stackText().toStdString()));
    QCOMPARE(desk.model.creditsText(), QStringLiteral("© Someone · City of a"));
}

void LayersTest::movesLayers() {
    Desk desk;
    for (const char* id : {"a", "b", "c"})
        QVERIFY(desk.show(id));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~a~b~c")); // the latest is the topmost
    QVERIFY(desk.model.move(desk.model.indexOf(QStringLiteral("a")), -1));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~a~c"));
    QVERIFY(desk.model.move(desk.model.indexOf(QStringLiteral("c")), 1));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~c~a"));
    QVERIFY(desk.model.move(desk.model.indexOf(QStringLiteral("a")), -1)); // over the names
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~c~+a"));
    QVERIFY(!desk.model.move(desk.model.indexOf(QStringLiteral("a")), -1));
    QVERIFY(desk.model.move(desk.model.indexOf(QStringLiteral("a")), 1));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~c~a"));
    QVERIFY(!desk.model.move(desk.model.indexOf(QStringLiteral("places")), 1));
    QVERIFY(!desk.model.move(desk.model.indexOf(QStringLiteral("b")), 1));
}

void LayersTest::dropsLayers() {
    Desk desk;
    for (const char* id : {"a", "b", "c"})
        QVERIFY(desk.show(id));
    const std::unique_ptr<QMimeData> data(desk.model.mimeData({desk.model.indexOf(QStringLiteral("a"))}));
    QVERIFY(data);
    const QModelIndex ownMaps = desk.model.index(static_cast<int>(LayerModel::Group::Own), 0);
    (void)desk.model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, ownMaps);
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~c~a"));
    const QModelIndex ground = desk.model.index(static_cast<int>(LayerModel::Group::Ground), 0);
    QVERIFY(!desk.model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, ground));
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~b~c~a"));
}

void LayersTest::keepsItsState() {
    Desk desk;
    QVERIFY(desk.show("b") && desk.show("rivers", false));
    QVERIFY(desk.model.move(desk.model.indexOf(QStringLiteral("b")), 1));
    desk.model.setOpacity(desk.model.indexOf(QStringLiteral("b")), 35);
    Desk other;
    other.model.restore(desk.model.state());
    QCOMPARE(other.model.stackText(), desk.model.stackText());
    QCOMPARE(other.model.state(), desk.model.state());
}

void LayersTest::restoresOnlyWhatMakesSense() {
    Desk desk;
    const QJsonObject state{
        {QStringLiteral("layers"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("../x")}}, 7,
                                              QJsonObject{{QStringLiteral("id"), QStringLiteral("a")},
                                                          {QStringLiteral("shown"), true},
                                                          {QStringLiteral("opacity"), 5000}}}},
        {QStringLiteral("hidden"), QStringLiteral("no list")}};
    desk.model.restore(state);
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~a"));
}

void LayersTest::followsTheCatalog() {
    Desk desk;
    QVERIFY(desk.show("a"));
    const QString before = desk.model.stackText();
    QSignalSpy changed(&desk.model, &LayerModel::stackChanged);
    auto newer = own("a");
    newer.version = "2";
    desk.catalog = catalogOf({newer});
    QVERIFY(changed.wait(5000));               // it looks by itself
    QVERIFY(desk.model.stackText() != before); // other data: other tiles
    desk.catalog = catalogOf({});
    desk.model.look();
    QCOMPARE(desk.model.stackText(), QString());
    desk.catalog = catalogOf({own("a")});
    desk.model.look();
    QCOMPARE(plain(desk.model.stackText()), QStringLiteral("~a")); // still chosen when it comes back
}

void LayersTest::limitsTheStack() {
    Desk desk;
    std::vector<maps::MapLayerInfo> many;
    for (char c = 'a'; c <= 'j'; ++c)
        many.push_back(own(std::string(1, c)));
    desk.catalog = catalogOf(many);
    desk.model.look();
    int shown = 0;
    for (char c = 'a'; c <= 'j'; ++c)
        shown += desk.show(std::string(1, c).c_str()) ? 1 : 0;
    QCOMPARE(shown, static_cast<int>(tiles::maxStackLayers));
    QVERIFY(tiles::styleStackFrom("dark" + desk.model.stackText().toStdString()));
}

void LayersTest::tellsRangesAndAges() {
    Desk desk;
    const QModelIndex a = desk.model.indexOf(QStringLiteral("a"));
    desk.model.setZoom(9);
    QVERIFY(!a.data(LayerModel::OutOfRangeRole).toBool());
    desk.model.setZoom(4);
    QVERIFY(a.data(LayerModel::OutOfRangeRole).toBool());
    desk.model.setTime(*fromRfc3339("2024-05-11T00:00:00Z"));
    QCOMPARE(a.siblingAtColumn(LayerModel::Data).data().toString(), QStringLiteral("10 day(s) old"));
    desk.model.setTime(*fromRfc3339("2026-11-21T00:00:00Z"));
    QCOMPARE(a.siblingAtColumn(LayerModel::Data).data().toString(), QStringLiteral("2 year(s) old"));
}

void LayersTest::showsDetailsAndLacks() {
    Desk desk;
    desk.catalog = catalogOf({own("a"), own("torn", maps::LayerState::Unusable)});
    desk.model.look();
    LayerPanel panel(desk.model, {}, theme::themeById(u"dark"));
    panel.resize(400, 600);
    panel.show();
    const auto* lacks = panel.findChild<QLabel*>(QStringLiteral("mapLacks"));
    QVERIFY(lacks->isVisible());
    QVERIFY(lacks->text().contains(QStringLiteral("roads")) && lacks->text().contains(QStringLiteral("buildings")));
    auto* tree = panel.findChild<QTreeView*>(QStringLiteral("layerTree"));
    auto* slider = panel.findChild<QSlider*>(QStringLiteral("layerOpacity"));
    const auto* details = panel.findChild<QLabel*>(QStringLiteral("layerDetails"));
    const auto choose = [&](const char* id) {
        auto* proxy = qobject_cast<QSortFilterProxyModel*>(tree->model());
        tree->setCurrentIndex(proxy->mapFromSource(desk.model.indexOf(QLatin1StringView(id))));
    };
    QSignalSpy outline(&panel, &LayerPanel::outlineChanged);
    choose("a");
    QVERIFY(slider->isEnabled());
    QVERIFY(details->text().contains(QStringLiteral("City of a")));
    QVERIFY(outline.count() > 0);
    slider->setValue(30);
    QCOMPARE(desk.model.indexOf(QStringLiteral("a")).data(LayerModel::OpacityRole).toInt(), 30);
    choose("torn");
    QVERIFY(details->text().contains(QStringLiteral("it is torn")));
    choose("places");
    QVERIFY(!slider->isEnabled());
    tree->setFocus();
    choose("a");
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.model.indexOf(QStringLiteral("a")).row(), 1);
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("layerSearch"));
    search->setText(QStringLiteral("torn"));
    int rows = 0;
    for (int group = 0; group < tree->model()->rowCount(); ++group)
        rows += tree->model()->rowCount(tree->model()->index(group, 0));
    QCOMPARE(rows, 1);
}

void LayersTest::namesAreWholeInANarrowPanel() {
    Desk desk;
    desk.catalog = catalogOf({});
    desk.model.look();
    LayerPanel panel(desk.model, {}, theme::themeById(u"dark"));
    panel.resize(panel.minimumSizeHint().width(), 600);
    panel.show();
    const auto* tree = panel.findChild<QTreeView*>(QStringLiteral("layerTree"));
    const auto isWhole = [&](const QModelIndex& index) {
        return tree->visualRect(index).width() >= tree->fontMetrics().horizontalAdvance(index.data().toString());
    };
    QVERIFY(tree->isColumnHidden(LayerModel::Opacity)); // layers of the pack have none
    for (int group = 0; group < tree->model()->rowCount(); ++group) {
        const QModelIndex above = tree->model()->index(group, 0);
        QVERIFY2(isWhole(above), qPrintable(above.data().toString()));
        for (int row = 0; row < tree->model()->rowCount(above); ++row) {
            const QModelIndex layer = tree->model()->index(row, LayerModel::Name, above);
            QVERIFY2(isWhole(layer), qPrintable(layer.data().toString()));
        }
    }
    desk.catalog = catalogOf({own("a")});
    desk.model.look();
    QVERIFY(!tree->isColumnHidden(LayerModel::Opacity));
}

void LayersTest::findsPlaces() {
    Desk desk;
    LayerPanel panel(
        desk.model,
        [](std::string_view query, std::size_t) {
            std::vector<maps::Place> found;
            if (query == "서울") found.push_back({.nameKo = "서울", .nameEn = "Seoul", .position = {37.5, 127}});
            return found;
        },
        theme::themeById(u"light"));
    panel.show();
    QSignalSpy chosen(&panel, &LayerPanel::placeChosen);
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("layerSearch"));
    const auto* list = panel.findChild<QListWidget*>(QStringLiteral("placesFound"));
    search->setText(QStringLiteral("서울"));
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY((chosen[0][0].value<geo::LatLon>() == geo::LatLon{37.5, 127}));
    search->clear();
    QVERIFY(!list->isVisible());
}

HANEUL_LATENCY_MAIN(LayersTest)
#include "layers_test.moc"
