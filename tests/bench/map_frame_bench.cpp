// P12: the map's own work for one frame, without the graphics card's: how long the desk is busy before Qt draws.
// map_frame_bench [rounds]

#include "ui/map/camera.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/load_guard.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_labels.h"
#include "ui/map/trail_geometry.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numbers>
#include <random>

using namespace haneul;
using namespace haneul::map;

namespace {

constexpr geo::LatLon seoul{37.55, 126.99};
constexpr double frame_ms = 1000.0 / 60.0;        // a pan or zoom that never stutters
constexpr double answer_ms = LoadGuard::limit_ms; // new data: what the overload guard allows
constexpr UtcMs start = utcMs(1'790'000'000'000);

// CPU time of this thread: what else runs on the machine does not count.
double now_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Flight {
    traffic::Track track;
    double course_rad = 0;
    double speed_mps = 0;
};

// All in a picture like that of the program: trails of three minutes, one report a second.
class Traffic {
public:
    explicit Traffic(std::size_t count) {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> unit(0.0, 1.0);
        for (std::size_t i = 0; i < count; ++i) {
            Flight flight;
            flight.track.id = "uas:KR-D" + std::to_string(10'000 + i);
            flight.track.label = (i % 2 ? "한강-" : "HN-") + std::to_string(i);
            flight.track.sources.push_back({"mqtt", static_cast<traffic::SourceKind>(i % 3), start});
            flight.track.position = geo::LatLon{seoul.latitude_deg + (unit(random) - 0.5) * 0.4,
                                                seoul.longitude_deg + (unit(random) - 0.5) * 0.7};
            flight.track.height = geo::Height{60.0 + 120.0 * unit(random), geo::HeightDatum::Amsl};
            flight.track.verticalRate_mps = 4.0 * unit(random) - 2.0;
            flight.course_rad = 2.0 * std::numbers::pi * unit(random);
            flight.speed_mps = 4.0 + 16.0 * unit(random);
            m_flights.push_back(std::move(flight));
        }
        for (int second = 0; second < 180; second += 5)
            step(5.0);
    }

    void step(double seconds) {
        m_time += milliseconds(std::llround(seconds * 1'000.0));
        for (Flight& flight : m_flights) {
            const double north = flight.speed_mps * std::cos(flight.course_rad);
            const double east = flight.speed_mps * std::sin(flight.course_rad);
            flight.track.velocity = traffic::Velocity_mps{north, east};
            flight.track.position->latitude_deg += north * seconds / 111'000.0;
            flight.track.position->longitude_deg += east * seconds / 88'000.0;
            *flight.track.height = {flight.track.height->metres + *flight.track.verticalRate_mps * seconds,
                                    geo::HeightDatum::Amsl};
            flight.track.received = m_time;
            flight.track.trail.add({*flight.track.position, flight.track.height, m_time});
        }
    }

    [[nodiscard]] situation::Situation situation() const {
        situation::Situation situation;
        for (const Flight& flight : m_flights)
            situation.tracks.push_back(std::make_shared<const traffic::Track>(flight.track));
        std::ranges::sort(situation.tracks, {}, [](const traffic::TrackPtr& track) { return track->id; });
        situation.time = m_time;
        return situation;
    }

private:
    std::vector<Flight> m_flights;
    UtcMs m_time = start;
};

struct Desk {
    theme::Theme theme = theme::themeById(u"dark");
    TrackCache cache;
    TrackGeometry geometry;
    TrailGeometry trails;
    TrackLabels labels;
    GlyphAtlas atlas{theme::applicationFont(), 1.0};
    TrackMarks marks;
    LabelPins pins;
    TrackLook look;
    std::uint64_t trailsOf = 0;

    void label(const MapCamera& camera) {
        atlas.beginRound();
        labels.build(cache,
                     {.camera = camera, .theme = theme, .marks = marks, .look = look, .pins = pins, .keepFree = {}},
                     atlas);
    }

    void newData(const situation::Situation& situation, const MapCamera& camera) {
        cache.update(situation);
        if (trailsOf != cache.trailRevision()) {
            trails.build(cache, camera, theme, look);
            trailsOf = cache.trailRevision();
        }
        geometry.build(cache, camera, theme, marks, look);
        label(camera);
    }

    void newCamera(const MapCamera& camera) {
        if (!trails.region().suits(camera)) trails.build(cache, camera, theme, look);
        if (!geometry.region().suits(camera)) geometry.build(cache, camera, theme, marks, look);
        label(camera);
    }
};

template <class Work>
std::vector<double> timed(int rounds, Work work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double begin = now_ms();
        work(i);
        times.push_back(now_ms() - begin);
    }
    std::ranges::sort(times);
    return times;
}

void row(const char* what, const std::vector<double>& times, double limit_ms) {
    const double median = times[times.size() / 2];
    const double worst = times[times.size() * 99 / 100];
    std::printf("  %-34s median %7.2f ms   p99 %7.2f ms   p99/limit %5.2f of %5.1f ms  %s\n", what, median, worst,
                worst / limit_ms, limit_ms, worst <= limit_ms ? "reached" : "NOT REACHED");
}

void run(std::size_t count, int rounds) {
    Traffic traffic(count);
    Desk desk;
    MapCamera camera{.center = geo::toMercator(seoul), .zoom = 11.0, .size = {1880, 1000}};
    for (int i = 0; i < 30; ++i) // the texts of the first frames are shaped
        desk.newData(traffic.situation(), camera);
    std::vector<double> data;
    std::vector<double> steps; // frames in which all trails grow
    for (int i = 0; i < rounds; ++i) {
        traffic.step(1.0);
        const situation::Situation situation = traffic.situation();
        const auto before = desk.trailsOf;
        const double begin = now_ms();
        desk.newData(situation, camera);
        (desk.trailsOf == before ? data : steps).push_back(now_ms() - begin);
    }
    std::ranges::sort(data);
    std::ranges::sort(steps);
    const auto pan = timed(rounds, [&](int i) {
        camera.center.x += (i / 20 % 2 ? -8.0 : 8.0) / camera.world_px();
        desk.newCamera(camera);
    });
    const auto zoom = timed(rounds, [&](int i) {
        camera.zoom += i / 4 % 2 ? -0.5 : 0.5;
        desk.newCamera(camera);
    });
    std::printf("%zu moving tracks, 1880x1000: %zu drawn, %zu dots, %zu labels, %zu without label\n", count,
                desk.geometry.drawn(), desk.trails.dots(), desk.labels.labels(), desk.labels.withoutLabel());
    row("new data", data, answer_ms);
    row("new data, all trails grow", steps, answer_ms);
    row("pan by 8 px", pan, frame_ms);
    row("zoom by half a step", zoom, answer_ms);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(20, std::atoi(argv[1])) : 200;
    std::printf("P12 the map's own work per frame, CPU time, %d rounds\n", rounds);
    for (const std::size_t count : {1'000U, 10'000U})
        run(count, rounds);
    return 0;
}
