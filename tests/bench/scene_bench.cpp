// CPU of one frame of the 3D view with moving traffic on this computer's OpenGL; meant for the software kind
// (LIBGL_ALWAYS_SOFTWARE=1, llvmpipe), where ten frames a second must be left for everything else on the desk.
#include "core/city/synthetic_city.h"
#include "server/tiles/map_extract.h"
#include "tests/ui/map/gui_test.h"
#include "tests/ui/map/traffic.h"
#include "ui/scene3d/scene3d_view.h"

#include <QOpenGLWidget>

#include <cstdio>
#include <ctime>

using namespace haneul;
using namespace haneul::test;

namespace {

constexpr double budget_ms = 100.0; // of one frame: ten frames a second

double cpu_ms(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Cost {
    double window_ms = 0;  // of the window's own thread
    double process_ms = 0; // with the threads that draw
    double wall_ms = 0;
};

enum class Change { Traffic, Eye };

// A synthetic city of that many buildings around the middle of the view; 0: none.
city::CityData cityOf(std::size_t buildings) {
    if (buildings == 0) return {};
    auto layers = city::syntheticCity({.centre = seoul, .width_m = 6000, .height_m = 6000});
    if (!layers) std::abort();
    auto& list = layers->buildings.front().buildings;
    // Every n-th: the whole of the city, thinner.
    const std::size_t all = list.size();
    for (std::size_t i = 0; i < buildings; ++i)
        list[i] = list[i * all / buildings];
    list.resize(buildings);
    return city::CityData(*std::move(layers));
}

// Pairs that fly beside each other, too close: they stay conflicts while all move.
std::vector<traffic::Track> conflicting(std::size_t pairs, double halfWidth_m) {
    std::vector<traffic::Track> tracks;
    const geo::LocalFrame frame(seoul);
    for (std::size_t i = 0; i < 2 * pairs; ++i) {
        const double east = (static_cast<double>(i / 2 % 5) - 2) * halfWidth_m / 4 + static_cast<double>(i % 2) * 30;
        const double north = (static_cast<double>(i / 10) - 2) * halfWidth_m / 4;
        auto track = trackAt("uas:XC-" + std::to_string(100 + i), frame.toLatLon({east, north, 0}),
                             traffic::SourceKind::Telemetry, 90.0);
        track.height = geo::Height{300, geo::HeightDatum::Amsl}; // above all others
        track.verticalRate_mps = 0;
        tracks.push_back(std::move(track));
    }
    return tracks;
}

Cost costOf(std::size_t tracks, Change change, int frames, const std::shared_ptr<tiles::MapReader>& map,
            double halfWidth_m = 12'000, std::size_t buildings = 0, std::size_t conflicts = 0,
            bool conflictsShown = true) {
    models::Selection selection;
    scene3d::Scene3DView view(theme::themeById(u"dark"), &selection);
    view.setReducedMotion(true);
    view.resize(960, 600);
    view.setArea(seoul, halfWidth_m);
    view.setMapReader(map);
    view.setCity(cityOf(buildings), {});
    view.setConflictsShown(conflictsShown);
    view.show();
    auto traffic = mixedTraffic(tracks, halfWidth_m * 1e-5);
    for (traffic::Track& track : traffic)
        for (int i = 12; i > 0 && track.velocity; --i)
            track.trail.add({.position = *moved({track}, -5.0 * i).front().position,
                             .height = track.height,
                             .received = track.received - milliseconds(5'000 * i)});
    for (traffic::Track& track : conflicting(conflicts, halfWidth_m))
        traffic.push_back(std::move(track));
    view.setSituation(situationOf(traffic));
    QOpenGLWidget* picture = view.findChild<QOpenGLWidget*>();
    int drawn = 0;
    QObject::connect(picture, &QOpenGLWidget::frameSwapped, &view, [&] { ++drawn; });
    [[maybe_unused]] const bool there = QTest::qWaitFor([&] { return drawn > 2; }, 10'000);
    QTest::qWait(1'500); // the ground is read and drawn, buildings are staged
    if (conflictsShown && view.drawnConflicts() < conflicts)
        std::printf("only %zu conflicts are there\n", view.drawnConflicts());
    if (view.drawnBuildings() != buildings) std::printf("only %zu buildings are there\n", view.drawnBuildings());
    Cost cost;
    QElapsedTimer wall;
    for (int i = 0; i < frames; ++i) {
        const auto next = situationOf(moved(traffic, 0.1 * i)); // made by others: not part of the frame
        const int before = drawn;
        const double window = cpu_ms(CLOCK_THREAD_CPUTIME_ID);
        const double process = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
        wall.start();
        if (change == Change::Traffic)
            view.setSituation(next);
        else
            QTest::keyClick(picture, Qt::Key_Left);
        while (drawn == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        cost.wall_ms += static_cast<double>(wall.nsecsElapsed()) * 1e-6;
        cost.window_ms += cpu_ms(CLOCK_THREAD_CPUTIME_ID) - window;
        cost.process_ms += cpu_ms(CLOCK_PROCESS_CPUTIME_ID) - process;
    }
    cost.wall_ms /= frames;
    cost.window_ms /= frames;
    cost.process_ms /= frames;
    return cost;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        std::puts("no display: start Xvfb and set DISPLAY");
        return 77;
    }
    qputenv("QT_QPA_PLATFORM", "xcb");
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    QApplication application(argc, argv);
    theme::apply(application, theme::themeById(u"dark"));
    const int frames = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 40;
    const auto map = std::make_shared<tiles::MapReader>(std::filesystem::path(HANEUL_SOURCE) / "maps" / "korea.gpkg");
    std::puts("3D view, 960x600, ms of one frame        window thread   all threads    wall   all / 100 ms");
    for (const std::size_t tracks : {std::size_t{200}, std::size_t{2'000}})
        for (const Change change : {Change::Traffic, Change::Eye}) {
            const Cost cost = costOf(tracks, change, frames, map);
            std::printf("%5zu tracks, %-24s %16.1f %13.1f %7.1f %14.2f\n", tracks,
                        change == Change::Traffic ? "all of them moved" : "the eye moved", cost.window_ms,
                        cost.process_ms, cost.wall_ms, cost.process_ms / budget_ms);
        }
    std::puts(
        "\n200 tracks over a synthetic city, 3.5 km to each side, the eye moved     all threads    wall   to none");
    constexpr double cityHalf_m = 3'500;
    double none_ms = 0;
    for (const std::size_t buildings : {std::size_t{0}, std::size_t{1'000}, std::size_t{10'000}}) {
        const Cost cost = costOf(200, Change::Eye, frames, map, cityHalf_m, buildings);
        if (buildings == 0) none_ms = cost.process_ms;
        std::printf("%7zu buildings %58.1f %7.1f %9.2f\n", buildings, cost.process_ms, cost.wall_ms,
                    cost.process_ms / none_ms);
    }
    constexpr std::size_t pairs = 20;
    std::printf("\nthe same with 1,000 buildings, all tracks moved, %zu pairs too close          all threads    wall   "
                "to none\n",
                pairs);
    for (const bool shown : {false, true}) {
        const Cost cost = costOf(200 - 2 * pairs, Change::Traffic, frames, map, cityHalf_m, 1'000, pairs, shown);
        if (!shown) none_ms = cost.process_ms;
        std::printf("%s %58.1f %7.1f %9.2f\n", shown ? "conflicts drawn" : "not drawn      ", cost.process_ms,
                    cost.wall_ms, cost.process_ms / none_ms);
    }
    return 0;
}
