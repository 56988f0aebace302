#include "ui/diagram/diagram_contents.h"

#include "ui/diagram/diagram_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace haneul::diagram {

namespace {

using delivery::Mission;
using delivery::MissionPtr;
using delivery::MissionStep;
using schedule::Rule;
using timing::PlaceKind;
using Usage = timing::Usage<std::int64_t>;

std::vector<Corner> cornersOf(const delivery::Times& times, const Mission& mission, const std::vector<double>& rows,
                              LineDetail detail) {
    std::vector<route::SegmentSplit> splits;
    for (const delivery::Leg& leg : mission.route.legs)
        splits.push_back(leg.parts);
    const auto points =
        detail == LineDetail::Coarse ? timing::coarseDiagram(times) : timing::detailedDiagram(times, splits);
    std::vector<Corner> corners;
    corners.reserve(points.size());
    for (const auto& point : points)
        corners.push_back({point.time, rows[point.level]});
    return corners;
}

// Up to which instant the line is what happened, not what is expected.
std::optional<std::int64_t> knownUntil(const Mission& mission) {
    if (mission.step() == MissionStep::Completed) return std::numeric_limits<std::int64_t>::max();
    std::optional<std::int64_t> latest;
    for (const auto& actual : mission.actuals)
        latest = std::max(latest.value_or(actual.time), actual.time);
    return latest;
}

void cutAt(const std::vector<Corner>& whole, std::int64_t at_ms, MissionLine& line) {
    if (at_ms <= whole.front().time_ms) {
        line.flown = {whole.front()};
        line.expected = whole;
        return;
    }
    for (const Corner& corner : whole)
        (corner.time_ms <= at_ms ? line.flown : line.expected).push_back(corner);
    if (line.expected.empty()) return;
    const Corner cut{at_ms, rowAt(whole, at_ms)};
    if (line.flown.back() != cut) line.flown.push_back(cut);
    line.expected.insert(line.expected.begin(), cut);
}

class Builder {
public:
    Builder(const delivery::DeliveryState& state, const DiagramOptions& options,
            const schedule::Network<std::int64_t>* timed)
        : m_state(state)
        , m_saved(state.network(options.network))
        , m_timed(timed) {
        m_made.options = options;
        m_made.crossingsKnown = timed != nullptr;
    }

    DiagramContents run() {
        if (!m_saved) return std::move(m_made);
        m_made.networkName = m_saved->network.name;
        m_made.revision = m_saved->revision;
        const std::vector<MissionPtr> missions = wanted();
        if (m_made.options.extent == Extent::One)
            visitRows(missions);
        else
            nodeRows();
        for (const MissionPtr& mission : missions)
            if (const auto rows = rowsOf(*mission)) addLine(mission, *rows);
        std::ranges::stable_sort(m_made.lines, {}, &MissionLine::begin_ms);
        for (std::size_t i = 0; i < m_made.lines.size(); ++i)
            addUsages(i);
        placeBars();
        for (const delivery::MissionConflict& conflict : m_state.conflicts)
            addConflict(conflict);
        return std::move(m_made);
    }

private:
    std::vector<MissionPtr> wanted() const {
        std::vector<MissionPtr> missions = standingMissions(m_state, m_made.options.network);
        if (m_made.options.extent == Extent::Network) return missions;
        std::erase_if(missions, [&](const MissionPtr& each) { return !m_made.options.missions.contains(each->id); });
        if (m_made.options.extent == Extent::One && missions.size() > 1) missions.resize(1);
        return missions;
    }

    DiagramRow rowOf(std::string_view id) const {
        const delivery::Node* node = m_saved->network.node(id);
        if (!node) return {.node = std::string(id)}; // of an earlier revision of the network
        return {.node = node->id,
                .name = node->name,
                .base = node->kind == delivery::NodeKind::Base,
                .capacity = node->capacity};
    }

    void nodeRows() {
        for (const std::string& id : completedOrder(m_saved->network, m_made.options.order))
            m_made.rows.push_back(rowOf(id));
        if (m_made.options.bases == BaseRows::Twice && !m_made.rows.empty())
            m_made.rows.push_back(rowOf(m_saved->network.base));
    }

    void visitRows(const std::vector<MissionPtr>& missions) {
        if (missions.empty()) return;
        const auto& nodes = missions.front()->route.nodes;
        for (std::size_t visit = 0; visit < nodes.size(); ++visit) {
            m_made.rows.push_back(rowOf(nodes[visit]));
            m_made.rows.back().visit = visit;
        }
    }

    // All rows of a node, from the top.
    std::vector<double> rowsNamed(std::string_view node) {
        std::vector<double> found;
        for (std::size_t i = 0; i < m_made.rows.size(); ++i)
            if (m_made.rows[i].node == node) found.push_back(static_cast<double>(i));
        if (!found.empty()) return found;
        m_made.rows.push_back(rowOf(node)); // no longer in the network, but flown to
        return {static_cast<double>(m_made.rows.size() - 1)};
    }

    static double nearest(const std::vector<double>& rows, double to) {
        return *std::ranges::min_element(rows, {}, [to](double row) { return std::abs(row - to); });
    }

    // Nothing for a mission that is not whole.
    std::optional<std::vector<double>> rowsOf(const Mission& mission) {
        const auto& nodes = mission.route.nodes;
        const auto fits = [&](const delivery::Times& times) {
            return times.nodes.size() == nodes.size() && times.legs.size() == mission.route.legs.size();
        };
        if (nodes.size() < 2 || mission.route.legs.size() + 1 != nodes.size() || !fits(mission.planned) ||
            !fits(mission.times))
            return std::nullopt;
        std::vector<double> rows(nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i)
            rows[i] = m_made.options.extent == Extent::One ? static_cast<double>(i) : rowsNamed(nodes[i]).front();
        if (m_made.options.extent == Extent::One) return rows;
        rows.front() = nearest(rowsNamed(nodes.front()), rows[1]);
        rows.back() = nearest(rowsNamed(nodes.back()), rows[rows.size() - 2]);
        return rows;
    }

    void addLine(const MissionPtr& mission, const std::vector<double>& rows) {
        MissionLine line{.mission = mission, .rows = rows};
        line.planned = cornersOf(mission->planned, *mission, rows, m_made.options.detail);
        const std::vector<Corner> now = cornersOf(mission->times, *mission, rows, m_made.options.detail);
        if (const auto known = knownUntil(*mission))
            cutAt(now, *known, line);
        else if (now != line.planned)
            line.expected = now;
        line.begin_ms = std::min(line.planned.front().time_ms, now.front().time_ms);
        line.end_ms = std::max(line.planned.back().time_ms, now.back().time_ms);
        const TimeRange own{utcMs(line.begin_ms), utcMs(line.end_ms)};
        m_made.span =
            m_made.span ? TimeRange{std::min(m_made.span->from, own.from), std::max(m_made.span->to, own.to)} : own;
        m_made.lines.push_back(std::move(line));
    }

    void addUsages(std::size_t index) {
        const MissionLine& line = m_made.lines[index];
        std::size_t leg = 0; // how many links have been passed
        for (const Usage& usage : line.mission->booking.usages) {
            if (usage.kind == PlaceKind::Node) {
                if (leg < line.rows.size() && usage.begin < usage.end) addBar(index, line.rows[leg], usage);
                continue;
            }
            if (++leg >= line.rows.size()) return;
            addBand(index, line.rows[leg - 1], line.rows[leg], usage);
        }
    }

    void addBar(std::size_t index, double row, const Usage& usage) {
        const auto at = static_cast<std::size_t>(row);
        m_made.bars.push_back({.row = at,
                               .line = index,
                               .places = std::max(1, m_made.rows[at].capacity),
                               .begin_ms = usage.begin,
                               .end_ms = usage.end});
    }

    void addBand(std::size_t index, double from, double to, const Usage& usage) {
        const delivery::Link* link = m_saved->network.link(usage.from, usage.to);
        m_made.bands.push_back({.line = index,
                                .fromRow = from,
                                .toRow = to,
                                .begin_ms = usage.begin,
                                .end_ms = usage.end,
                                .headway_ms = m_saved->network.headway_ms,
                                .single = !link || link->track == delivery::TrackKind::Single});
        if (!m_timed) return;
        const auto own = m_timed->linkBetween(usage.from, usage.to);
        if (!own) return;
        for (const auto& crossing : m_timed->crossings) {
            if (crossing.first == *own) mark(index, usage, *own, crossing.second, crossing.firstFraction);
            if (crossing.second == *own) mark(index, usage, *own, crossing.first, crossing.secondFraction);
        }
    }

    void mark(std::size_t index, const Usage& usage, std::size_t own, std::size_t other, double fraction) {
        const MissionLine& line = m_made.lines[index];
        const double along = usage.from == m_timed->links[own].a ? fraction : 1 - fraction;
        const auto at = usage.begin + std::llround(along * static_cast<double>(usage.end - usage.begin));
        const auto& crossed = m_timed->links[other];
        m_made.crossings.push_back({.line = index,
                                    .at = {at, rowAt(current(line, at), at)},
                                    .link = usage.from + ">" + usage.to,
                                    .other = crossed.a + "-" + crossed.b});
    }

    // What the mission does at that instant as far as is known now.
    static const std::vector<Corner>& current(const MissionLine& line, std::int64_t at_ms) {
        if (!line.flown.empty() && (line.expected.empty() || at_ms <= line.flown.back().time_ms)) return line.flown;
        return line.expected.empty() ? line.planned : line.expected;
    }

    // Each drone its own place at the node, the first that is free.
    void placeBars() {
        std::ranges::sort(m_made.bars, [](const ColumnBar& l, const ColumnBar& r) {
            return std::tie(l.row, l.begin_ms, l.end_ms, l.line) < std::tie(r.row, r.begin_ms, r.end_ms, r.line);
        });
        std::vector<std::int64_t> free;
        for (std::size_t i = 0; i < m_made.bars.size(); ++i) {
            ColumnBar& bar = m_made.bars[i];
            if (i == 0 || m_made.bars[i - 1].row != bar.row)
                free.assign(static_cast<std::size_t>(bar.places), std::numeric_limits<std::int64_t>::min());
            const auto place = std::ranges::find_if(free, [&](std::int64_t until) { return until <= bar.begin_ms; });
            bar.over = place == free.end();
            bar.place = bar.over ? bar.places - 1 : static_cast<int>(place - free.begin());
            auto& until = free[static_cast<std::size_t>(bar.place)];
            until = std::max(until, bar.end_ms);
        }
    }

    void addConflict(const delivery::MissionConflict& conflict) {
        const auto found = std::ranges::find(m_made.lines, conflict.mission,
                                             [](const MissionLine& line) -> const auto& { return line.mission->id; });
        if (found == m_made.lines.end()) return;
        const auto index = static_cast<std::size_t>(found - m_made.lines.begin());
        m_made.conflicts.push_back({.line = index, .at = placeOf(*found, conflict), .conflict = conflict});
    }

    // Where the two hold the same place at once; where that cannot be said, where the later one holds it.
    Corner placeOf(const MissionLine& line, const delivery::MissionConflict& conflict) const {
        const MissionPtr other = m_state.mission(conflict.against);
        std::optional<Corner> first;
        std::size_t leg = 0;
        for (const Usage& usage : line.mission->booking.usages) {
            const bool node = usage.kind == PlaceKind::Node;
            if (!node) ++leg;
            if (leg >= line.rows.size()) break;
            const std::string place = node ? usage.from : usage.from + ">" + usage.to;
            if (conflict.rule == Rule::Fleet || place != conflict.place) continue;
            const double row = node ? line.rows[leg] : (line.rows[leg - 1] + line.rows[leg]) / 2;
            const Corner here{node ? usage.begin : (usage.begin + usage.end) / 2, row};
            if (!first) first = here;
            if (!node || !other) continue;
            for (const Usage& theirs : other->booking.usages)
                if (theirs.kind == PlaceKind::Node && theirs.from == usage.from && theirs.begin < usage.end &&
                    usage.begin < theirs.end)
                    return {std::max(theirs.begin, usage.begin), row};
        }
        return first.value_or(Corner{line.mission->booking.begin, line.rows.front()});
    }

    const delivery::DeliveryState& m_state;
    const delivery::SavedNetwork* m_saved;
    const schedule::Network<std::int64_t>* m_timed;
    DiagramContents m_made;
};

} // namespace

const MissionLine* DiagramContents::line(std::string_view mission) const {
    const auto found =
        std::ranges::find(lines, mission, [](const MissionLine& each) { return std::string_view(each.mission->id); });
    return found == lines.end() ? nullptr : &*found;
}

DiagramContents contentsOf(const delivery::DeliveryState& state, const DiagramOptions& options,
                           const schedule::Network<std::int64_t>* timed) {
    return Builder(state, options, timed).run();
}

double rowAt(std::span<const Corner> corners, std::int64_t time_ms) {
    const auto after = std::ranges::lower_bound(corners, time_ms, {}, &Corner::time_ms);
    if (after == corners.begin()) return corners.front().row;
    if (after == corners.end()) return corners.back().row;
    const Corner& before = *std::prev(after);
    const double part =
        static_cast<double>(time_ms - before.time_ms) / static_cast<double>(after->time_ms - before.time_ms);
    return before.row + part * (after->row - before.row);
}

std::vector<MissionPtr> standingMissions(const delivery::DeliveryState& state, std::string_view network) {
    std::vector<MissionPtr> missions;
    for (const MissionPtr& mission : state.missions)
        if (mission->network == network && mission->standing()) missions.push_back(mission);
    return missions;
}

} // namespace haneul::diagram
