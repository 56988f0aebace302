#pragma once

#include "core/risk/ground/advice.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/risk_map.h"
#include "server/ground_risk/grounds.h"
#include "server/threads/job_line.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace haneul::ground_risk {

struct Area {
    geo::LatLon centre;
    double width_m = 6000; // east to west
    double height_m = 6000;
    double cell_m = 100;

    bool operator==(const Area&) const = default;
};

inline constexpr double greatestSide_m = 100'000;

// What is asked of the ground.
struct Question {
    Area area;
    Ground ground = Ground::Imported;
    risk::ground::Settings settings;
    bool heightsOfData = false;  // mu and sigma from the buildings that are known instead of settings.heights
    bool conservePeople = false; // scales so that as many people are there as at noon of a weekday
};

struct MapAnswer {
    Question question; // as it was answered: settings hold the scale and the heights that were used
    risk::ground::RiskMap map;
    risk::ground::MapSummary summary;
    risk::ground::BuildingAdvice advice;
    std::vector<std::string> provenance; // of the layers
    bool synthetic = false;
    geo::LocalFrame frame;

    [[nodiscard]] geo::LatLon cornerOf(std::size_t column,
                                       std::size_t row) const; // south-west; one past the end: far side
    // The cell at a place; nullopt: outside.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> cellAt(geo::LatLon point) const;
};

using MapAnswerPtr = std::shared_ptr<const MapAnswer>;

struct CellAnswer {
    std::size_t column = 0, row = 0;
    geo::LatLon centre;
    risk::ground::JudgedCell cell;
    risk::ground::Unit unit;
    std::vector<std::string> provenance;
    bool synthetic = false;
};

struct PathPoint {
    geo::LatLon place;
    double height_m = 0; // above the ground
};

struct PathAnswer {
    risk::ground::PathRisk risk;
    std::vector<std::string> provenance;
    bool synthetic = false;
};

inline constexpr std::size_t mostPathPoints = 5000;

// Ground risk of places over the layers of the city. Thread-safe. What calculates does so on the caller's thread,
// except startMap. Codes: NO_GROUND_DATA; BAD_AREA (a place that is none, a side not above 0 or longer than
// greatestSide_m); NO_HEIGHTS (heightsOfData, and fewer than two are known); those of core/risk/ground.
class GroundRiskService {
public:
    explicit GroundRiskService(ImportedCity imported); // its end cancels what is under way
    GroundRiskService(const GroundRiskService&) = delete;
    GroundRiskService& operator=(const GroundRiskService&) = delete;

    [[nodiscard]] Result<MapAnswerPtr> map(Question question, const risk::ground::Progress& goOn = {});
    // OUTSIDE_AREA: no cell of the area is there.
    [[nodiscard]] Result<CellAnswer> cell(Question question, geo::LatLon place);
    // One speed per leg, in m/s. The area of the question gives the cells; the path may leave it. BAD_PATH: not 2 to
    // mostPathPoints places, or not one speed fewer than places, or farther than greatestSide_m from the area.
    [[nodiscard]] Result<PathAnswer> path(Question question, const std::vector<PathPoint>& points,
                                          const std::vector<double>& speeds_mps);

    using Ticket = threads::JobLine::Ticket;

    // On the service's own thread, one map after the other. `progress` (0 to 1) and `done` (once; CANCELLED among the
    // codes) are called on it.
    Ticket startMap(Question question, std::function<void(double)> progress,
                    std::function<void(Result<MapAnswerPtr>)> done);
    void cancel(Ticket ticket); // one that has ended or never was: nothing happens

private:
    // Tiles of all maps, from any thread.
    class SharedTiles final : public risk::ground::TileStore {
    public:
        [[nodiscard]] TilePtr find(const std::string& key) override;
        void put(const std::string& key, TilePtr tile) override;

    private:
        std::mutex m_mutex;
        risk::ground::TileCache m_cache{1500}; // of 37 kB each
    };

    struct Prepared;
    [[nodiscard]] Result<Prepared> prepare(Question question);

    Grounds m_grounds;
    SharedTiles m_tiles;
    threads::JobLine m_maps; // last: ends before what it uses
};

} // namespace haneul::ground_risk
