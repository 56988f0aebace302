#include "core/risk/ground/legs.h"

#include "core/risk/ground/range.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::risk::ground {

namespace {

struct Lattice {
    Place_m southWest;
    double cell_m;

    [[nodiscard]] double column(Place_m place) const { return (place.east - southWest.east) / cell_m; }

    [[nodiscard]] double row(Place_m place) const { return (place.north - southWest.north) / cell_m; }

    [[nodiscard]] Place_m centreOf(std::int64_t column, std::int64_t row) const {
        return {southWest.east + (static_cast<double>(column) + 0.5) * cell_m,
                southWest.north + (static_cast<double>(row) + 0.5) * cell_m};
    }
};

Place_m between(Place_m from, Place_m to, double part) {
    return {from.east + part * (to.east - from.east), from.north + part * (to.north - from.north)};
}

// Where a leg crosses the lines of the lattice: shares of its length, in order, with both ends.
std::vector<double> crossings(double fromIndex, double toIndex) {
    std::vector<double> shares;
    const double low = std::min(fromIndex, toIndex), high = std::max(fromIndex, toIndex);
    for (double line = std::floor(low) + 1; line < high; ++line)
        shares.push_back((line - fromIndex) / (toIndex - fromIndex));
    return shares;
}

Result<void> checkLeg(const Leg& leg) {
    return check({anyNumber("path", leg.from.east), anyNumber("path", leg.from.north), anyNumber("path", leg.to.east),
                  anyNumber("path", leg.to.north), notNegative("height_m", leg.fromHeight_m),
                  notNegative("height_m", leg.toHeight_m), aboveZero("speed_mps", leg.groundSpeed_mps)});
}

Result<void> checkModel(const Settings& settings) {
    if (auto fine = check(settings); !fine) return fine;
    const bool rate = unitOf(settings.model) == Unit::FatalitiesPerFlightHour ||
                      (settings.model == Model::Sum && !settings.sum.building);
    if (rate) return {};
    return fail("NOT_A_RATE",
                "a path is judged by models of people and traffic, whose unit is fatalities per flight hour", "model");
}

class Walk {
public:
    Walk(const Picture& picture, const Settings& settings, const Lattice& lattice)
        : m_picture(picture)
        , m_settings(settings)
        , m_lattice(lattice) {}

    Result<void> over(const Leg& leg) {
        const double across = std::abs(m_lattice.column(leg.to) - m_lattice.column(leg.from)),
                     up = std::abs(m_lattice.row(leg.to) - m_lattice.row(leg.from));
        if (across + up + static_cast<double>(m_path.cells.size()) > static_cast<double>(mostCrossedCells))
            return fail("TOO_COSTLY",
                        std::format("a path crosses at most {} cells; take larger cells", mostCrossedCells), "path");
        std::vector<double> shares = crossings(m_lattice.column(leg.from), m_lattice.column(leg.to));
        const auto rows = crossings(m_lattice.row(leg.from), m_lattice.row(leg.to));
        shares.insert(shares.end(), rows.begin(), rows.end());
        shares.push_back(1);
        std::ranges::sort(shares);
        CellReader reader(m_picture, m_settings, boxOf(leg), m_lattice.cell_m);
        const double length_m = std::hypot(leg.to.east - leg.from.east, leg.to.north - leg.from.north);
        double from = 0;
        for (const double to : shares) {
            piece(leg, reader, from, to, length_m);
            from = to;
        }
        return {};
    }

    PathRisk take() {
        if (m_path.notJudged_m == 0) m_path.fatalities_perFlight = m_path.judged_perFlight;
        return std::move(m_path);
    }

private:
    [[nodiscard]] Box_m boxOf(const Leg& leg) const {
        const double cell_m = m_lattice.cell_m;
        return {{std::min(leg.from.east, leg.to.east) - cell_m, std::min(leg.from.north, leg.to.north) - cell_m},
                {std::max(leg.from.east, leg.to.east) + cell_m, std::max(leg.from.north, leg.to.north) + cell_m}};
    }

    void piece(const Leg& leg, CellReader& reader, double from, double to, double length_m) {
        if (to <= from || length_m <= 0) return;
        const Place_m middle = between(leg.from, leg.to, (from + to) / 2);
        CrossedCell cell{.column = static_cast<std::int64_t>(std::floor(m_lattice.column(middle))),
                         .row = static_cast<std::int64_t>(std::floor(m_lattice.row(middle))),
                         .length_m = (to - from) * length_m,
                         .height_m = leg.fromHeight_m + (from + to) / 2 * (leg.toHeight_m - leg.fromHeight_m),
                         .groundSpeed_mps = leg.groundSpeed_mps};
        m_settings.height_m = cell.height_m;
        cell.risk_perFlightHour = costOf(m_settings, reader.at(m_lattice.centreOf(cell.column, cell.row)));
        const double time_s = cell.length_m / cell.groundSpeed_mps;
        m_path.length_m += cell.length_m;
        m_path.time_s += time_s;
        if (cell.risk_perFlightHour)
            m_path.judged_perFlight += *cell.risk_perFlightHour * time_s / 3600;
        else
            m_path.notJudged_m += cell.length_m;
        m_path.cells.push_back(cell);
    }

    const Picture& m_picture;
    Settings m_settings;
    Lattice m_lattice;
    PathRisk m_path;
};

} // namespace

Result<double> flightRisk(std::span<const Dwell> dwells) {
    double sum = 0;
    for (const Dwell& dwell : dwells) {
        const auto fine = check({notNegative("cells", dwell.risk_perFlightHour), notNegative("cells", dwell.length_m),
                                 aboveZero("ground_speed", dwell.groundSpeed_mps)});
        if (!fine) return std::unexpected(fine.error());
        sum += dwell.risk_perFlightHour * (dwell.length_m / dwell.groundSpeed_mps) / 3600;
    }
    return sum;
}

Result<PathRisk> pathRisk(const Picture& picture, Settings settings, Place_m southWest, double cell_m,
                          std::span<const Leg> legs) {
    if (auto fine = checkModel(settings); !fine) return std::unexpected(fine.error());
    if (auto fine = check(Grid{southWest, cell_m, 1, 1}); !fine) return std::unexpected(fine.error());
    if (legs.empty()) return fail("INVALID_ARGUMENT", "a path has at least one leg", "path");
    Walk walk(picture, settings, {southWest, cell_m});
    for (const Leg& leg : legs) {
        if (auto fine = checkLeg(leg); !fine) return std::unexpected(fine.error());
        if (auto done = walk.over(leg); !done) return std::unexpected(done.error());
    }
    return walk.take();
}

} // namespace haneul::risk::ground
