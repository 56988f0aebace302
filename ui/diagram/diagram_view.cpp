#include "ui/diagram/diagram_view.h"

#include "ui/diagram/diagram_rows.h"
#include "ui/diagram/diagram_words.h"

#include <QEvent>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

namespace haneul::diagram {

using situation::TimeMode;

namespace {

constexpr milliseconds homeSpan{2 * 3'600'000};
constexpr milliseconds longestFirst{6 * 3'600'000};
constexpr std::size_t mostTips = 3;
constexpr double nowShare = 0.3;     // where Home puts now
constexpr double followUntil = 0.75; // from where on the picture moves along

constexpr QLatin1StringView networkKey("network");
constexpr QLatin1StringView extentKey("extent");
constexpr QLatin1StringView chosenKey("chosen");
constexpr QLatin1StringView detailKey("detail");
constexpr QLatin1StringView basesKey("bases");
constexpr QLatin1StringView occupancyKey("occupancy");
constexpr QLatin1StringView plansKey("plans");
constexpr QLatin1StringView ordersKey("rows");
constexpr QLatin1StringView spanKey("span_s");
constexpr const char* extentNames[] = {"network", "chosen", "one"};

QJsonArray toJson(const auto& names) {
    QJsonArray array;
    for (const std::string& name : names)
        array.append(QString::fromStdString(name));
    return array;
}

} // namespace

DiagramView::DiagramView(const theme::Theme& theme, delivery::DeliveryDesk& desk, models::MissionSelection& selection,
                         QWidget* parent)
    : QWidget(parent)
    , m_theme(&theme)
    , m_desk(desk)
    , m_selection(selection)
    , m_retimer(desk, m_networks, nullptr)
    , m_contents(std::make_shared<const DiagramContents>()) {
    setObjectName(QStringLiteral("diagram"));
    setAccessibleName(tr("Drone-diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &DiagramView::rebuild);
    connect(&selection, &models::MissionSelection::changed, this, &DiagramView::selectionChanged);
    connect(&m_retimer, &Retimer::changed, this, qOverload<>(&QWidget::update));
    connect(&m_retimer, &Retimer::refused, this, &DiagramView::said);
    connect(&m_retimer, &Retimer::asked, this, [this] { Q_EMIT said({}); }); // what was said before is over
    rebuild();
}

// -- what is shown

void DiagramView::setPlans(plans::PlanDesk& desk) {
    m_plans = &desk;
    connect(&desk, &plans::PlanDesk::stateChanged, this, &DiagramView::rebuild);
    connect(&desk, &plans::PlanDesk::planChosen, this, &DiagramView::rebuild);
    rebuild();
}

void DiagramView::setPlansShown(bool shown) {
    if (shown == m_plansShown) return;
    m_plansShown = shown;
    rebuild();
    Q_EMIT optionsChanged();
}

// All missions, for what is shown beside the plan is what it is judged by.
void DiagramView::showPlan(const std::string& id) {
    const plan::PlanPtr plan = m_plans ? m_plans->state()->plan(id) : nullptr;
    if (!plan) return;
    m_plans->choose(id);
    if (m_desk.state()->mission(plan->plan.mission_id))
        m_selection.select(QString::fromStdString(plan->plan.mission_id)); // another network comes with it
    setPlansShown(true);
    setExtent(Extent::Network);
    const auto bar = barOf(*m_contents, id);
    if (!bar) return;
    const PlanBar& found = m_contents->plans[*bar];
    TimeRange range{utcMs(found.begin_ms), utcMs(found.end_ms)};
    const milliseconds edge = range.length() / 4 + milliseconds{60'000};
    range = {range.from - edge, range.to + edge};
    show(range);
    const double middle = m_scale.plot().top + m_scale.plot().height / 2;
    m_scale.panRows(m_scale.y(static_cast<double>(found.row)) - middle);
    redraw();
}

std::optional<std::size_t> DiagramView::chosenBar() const {
    return m_plans ? barOf(*m_contents, m_plans->chosen()) : std::nullopt;
}

std::optional<QRectF> DiagramView::boxOf(const std::string& plan) const {
    const auto bar = barOf(*m_contents, plan);
    return bar ? std::optional(planBox(m_contents->plans[*bar], m_scale, QFontMetricsF(font()))) : std::nullopt;
}

// The last drawn first.
std::optional<std::size_t> DiagramView::barAt(QPointF pixel) const {
    const QFontMetricsF metrics(font());
    const double radius = metrics.height() * 0.15;
    if (pixel.x() < m_scale.plot().left || pixel.y() < m_scale.plot().top) return std::nullopt;
    for (std::size_t bar = m_contents->plans.size(); bar-- > 0;)
        if (planBox(m_contents->plans[bar], m_scale, metrics)
                .adjusted(-radius, -radius, radius, radius)
                .contains(pixel))
            return bar;
    return std::nullopt;
}

void DiagramView::rebuild() {
    const delivery::DeliveryState& state = *m_desk.state();
    if (!m_networkChosen || !state.network(m_options.network)) {
        const std::string wanted = m_desk.networkToShow(m_options.network, m_networkChosen);
        if (wanted != m_options.network) {
            m_options.network = wanted;
            m_placed = false; // another network has other times
            Q_EMIT optionsChanged();
        }
    }
    m_options.order = m_orders[m_options.network];
    DiagramOptions options = m_options;
    const std::string selected = m_selection.mission().toStdString();
    if (options.extent == Extent::One) options.missions = {selected};
    const delivery::SavedNetwork* saved = state.network(options.network);
    const auto timed = saved ? m_networks.of(*saved) : Result<TimedNetworks::Timed>(TimedNetworks::Timed());
    DiagramContents contents = contentsOf(state, options, timed ? timed->get() : nullptr);
    if (m_plans && m_plansShown) addPlans(contents, *m_plans->state(), m_plans->chosen());
    m_contents = std::make_shared<const DiagramContents>(std::move(contents));
    m_under.clear();
    fit();
    if (!m_placed) place();
    redraw();
    Q_EMIT readoutChanged(readout());
}

TimeRange DiagramView::bounds() const {
    TimeRange range = m_contents->span.value_or(TimeRange{m_now, m_now});
    if (m_now != UtcMs{}) range = {std::min(range.from, m_now), std::max(range.to, m_now + reach)};
    return range;
}

void DiagramView::fit() {
    const QFontMetricsF metrics(font());
    m_scale.setPlot(plotIn(size(), *m_contents, metrics));
    m_scale.setRows(m_contents->rows.size(), leastRow_px(metrics));
    m_scale.setBounds(bounds());
}

void DiagramView::redraw() {
    m_stale = true;
    update();
}

void DiagramView::setTheme(const theme::Theme& theme) {
    m_theme = &theme;
    redraw();
}

double DiagramView::now_px() const {
    return std::floor(m_scale.x(m_now));
}

// Between two ticks nothing moves but the now-line, and that only when it has come to another pixel.
void DiagramView::setSituation(const situation::SituationPtr& situation, UtcMs time) {
    const double before = now_px();
    const bool sameMode = std::exchange(m_mode, situation->mode) == situation->mode;
    m_now = time;
    m_scale.setBounds(bounds());
    if (m_mode != TimeMode::Live) m_retimer.cancel();
    if (!m_placed) place();
    if (m_following) follow();
    const double after = now_px();
    if (before == after && sameMode) return;
    const int wide = QFontMetrics(font()).horizontalAdvance(QStringLiteral("00:00:00Z REPLAY")) * 2;
    for (const double x : {before, after})
        update(QRect(static_cast<int>(std::clamp(x, -1e6, 1e6)) - wide / 2, 0, wide, height()));
}

void DiagramView::follow() {
    const PlotArea& plot = m_scale.plot();
    const double x = m_scale.x(m_now);
    if (x <= plot.left + plot.width * followUntil && x >= plot.left) return;
    m_scale.panTime(x - plot.left - plot.width * nowShare);
    redraw();
}

// All missions when they fit, else the hours around now; nothing is decided before there are missions and a time.
void DiagramView::place() {
    if (!m_contents->span || m_now == UtcMs{}) return;
    m_contents->span->length() <= longestFirst ? showAll() : showNow();
}

void DiagramView::showNow() {
    m_all = false;
    m_following = true;
    m_placed = true;
    if (m_scale.visible().length() > 4 * homeSpan || m_scale.visible().length() < homeSpan / 60)
        m_scale.show({m_now, m_now + homeSpan});
    m_scale.panTime(m_scale.x(m_now) - m_scale.plot().left - m_scale.plot().width * nowShare);
    redraw();
}

void DiagramView::showAll() {
    if (!m_contents->span) return;
    const milliseconds edge = m_contents->span->length() / 40 + milliseconds{1};
    show({m_contents->span->from - edge, m_contents->span->to + edge});
    m_all = true;
}

void DiagramView::show(const TimeRange& range) {
    m_all = false;
    m_following = false;
    m_placed = true;
    m_scale.show(range);
    redraw();
}

void DiagramView::zoomBy(double factor) {
    const PlotArea& plot = m_scale.plot();
    const double now = m_scale.x(m_now);
    m_all = false;
    const bool about = m_following && now >= plot.left && now <= plot.right();
    m_scale.zoomTime(factor, about ? now : plot.left + plot.width / 2);
    redraw();
}

void DiagramView::setNetwork(const std::string& id) {
    m_networkChosen = true;
    if (id == m_options.network) return;
    m_retimer.cancel();
    m_options.network = id;
    rebuild();
    showAll();
    Q_EMIT optionsChanged();
}

void DiagramView::setExtent(Extent extent) {
    if (extent == Extent::Chosen && m_options.missions.empty() && !m_selection.mission().isEmpty())
        m_options.missions.insert(m_selection.mission().toStdString());
    if (extent == m_options.extent) return;
    m_options.extent = extent;
    rebuild();
    if (extent != Extent::Network) showAll();
    Q_EMIT optionsChanged();
}

void DiagramView::setDetail(LineDetail detail) {
    if (detail == m_options.detail) return;
    m_options.detail = detail;
    rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::setBases(BaseRows bases) {
    if (bases == m_options.bases) return;
    m_options.bases = bases;
    rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::setOccupancy(Occupancy occupancy) {
    if (occupancy == m_occupancy) return;
    m_occupancy = occupancy;
    redraw();
    Q_EMIT optionsChanged();
}

void DiagramView::toggleChosen() {
    const std::string mission = m_selection.mission().toStdString();
    if (mission.empty()) return;
    if (m_options.missions.erase(mission) == 0) m_options.missions.insert(mission);
    if (m_options.extent == Extent::Chosen) rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::moveRow(int by) {
    const delivery::SavedNetwork* saved = m_desk.state()->network(m_options.network);
    const auto line = selectedLine();
    std::string node = m_row;
    if (node.empty() && line && m_visit < m_contents->lines[*line].rows.size())
        node = m_contents->rows[static_cast<std::size_t>(m_contents->lines[*line].rows[m_visit])].node;
    if (!saved || node.empty() || m_options.extent == Extent::One) return;
    m_orders[m_options.network] = withMovedRow(completedOrder(saved->network, m_orders[m_options.network]), node, by);
    rebuild();
    Q_EMIT optionsChanged();
}

// -- what is chosen

std::optional<std::size_t> DiagramView::selectedLine() const {
    const MissionLine* line = m_contents->line(m_selection.mission().toStdString());
    return line ? std::optional(static_cast<std::size_t>(line - m_contents->lines.data())) : std::nullopt;
}

void DiagramView::selectionChanged() {
    m_visit = 0;
    const delivery::MissionPtr mission = m_desk.state()->mission(m_selection.mission().toStdString());
    if (m_retimer.active() && m_retimer.check().mission() != m_selection.mission().toStdString()) m_retimer.cancel();
    if (mission && mission->network != m_options.network && mission->standing()) {
        m_options.network = mission->network;
        m_networkChosen = true;
        Q_EMIT optionsChanged();
        rebuild();
    } else if (m_options.extent == Extent::One) {
        rebuild();
        showAll();
    }
    update();
    Q_EMIT readoutChanged(readout());
}

void DiagramView::select(const std::string& mission, std::size_t visit) {
    m_row.clear();
    m_selection.select(QString::fromStdString(mission));
    m_visit = visit;
    update();
    Q_EMIT readoutChanged(readout());
}

QString DiagramView::readout() const {
    const auto line = selectedLine();
    if (!line) {
        const auto bar = chosenBar();
        return bar ? planTip(*m_contents, *bar).replace(u'\n', QStringLiteral(" · ")) : QString();
    }
    const delivery::MissionPtr& mission = m_contents->lines[*line].mission;
    const std::size_t visit = std::min(m_visit, mission->route.nodes.size() - 1);
    QString text = tipText(mission, {visit, false}).split(u'\n').join(QStringLiteral(" · "));
    for (const ConflictMark& mark : m_contents->conflicts)
        if (mark.line == *line) text += QStringLiteral(" · ") + conflictText(mark.conflict);
    return text;
}

// By start; from the edge of the picture when none is selected.
void DiagramView::step(int by) {
    const auto& lines = m_contents->lines;
    if (lines.empty()) return;
    const auto now = selectedLine();
    auto next = static_cast<std::ptrdiff_t>(now.value_or(0)) + (now ? by : 0);
    if (!now) {
        const auto from = sinceEpoch_ms(m_scale.visible().from);
        const auto first = std::ranges::find_if(lines, [&](const MissionLine& line) { return line.end_ms >= from; });
        next = first == lines.end() ? std::ssize(lines) - 1 : first - lines.begin();
    }
    next = std::clamp<std::ptrdiff_t>(next, 0, std::ssize(lines) - 1);
    const MissionLine& line = lines[static_cast<std::size_t>(next)];
    const PlotArea& plot = m_scale.plot();
    const double middle = (m_scale.x(utcMs(line.begin_ms)) + m_scale.x(utcMs(line.end_ms))) / 2;
    if (middle < plot.left || middle > plot.right()) {
        m_all = m_following = false;
        m_scale.panTime(middle - plot.left - plot.width / 2);
        redraw();
    }
    select(line.mission->id, 0);
}

void DiagramView::stepVisit(int by) {
    const auto line = selectedLine();
    if (!line) {
        step(1);
        return;
    }
    const auto last = std::ssize(m_contents->lines[*line].rows) - 1;
    m_visit = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_visit) + by, 0, last));
    m_row.clear();
    update();
    Q_EMIT readoutChanged(readout());
}

std::optional<QPointF> DiagramView::pixelOf(const std::string& id, std::size_t visit) const {
    const MissionLine* line = m_contents->line(id);
    if (!line || visit >= line->rows.size()) return std::nullopt;
    const auto& node = line->mission->times.nodes[visit];
    return QPointF(m_scale.x(static_cast<double>(node.arrival + node.departure) / 2), m_scale.y(line->rows[visit]));
}

std::optional<std::size_t> DiagramView::rowLabelAt(QPointF pixel) const {
    if (pixel.x() >= m_scale.plot().left || m_contents->rows.empty()) return std::nullopt;
    const double row = std::round(m_scale.rowAt(pixel.y()));
    if (row < 0 || row >= static_cast<double>(m_contents->rows.size())) return std::nullopt;
    return static_cast<std::size_t>(row);
}

QString DiagramView::tipAt(QPointF pixel) const {
    const double radius = QFontMetricsF(font()).height() * 0.5;
    const auto near = [&](const Corner& corner) {
        return std::hypot(m_scale.x(utcMs(corner.time_ms)) - pixel.x(), m_scale.y(corner.row) - pixel.y()) <= radius;
    };
    if (const auto row = rowLabelAt(pixel)) return rowText(m_contents->rows[*row]);
    QStringList parts;
    for (const ConflictMark& mark : m_contents->conflicts)
        if (near(mark.at)) parts += conflictText(mark.conflict);
    for (const Pick& pick : m_under | std::views::take(mostTips))
        parts += tipText(m_contents->lines[pick.line].mission, pick.place);
    if (m_under.size() > mostTips) parts += tr("and %n more", nullptr, static_cast<int>(m_under.size() - mostTips));
    if (m_under.size() > 1) parts += tr("Tab goes through them");
    if (const auto bar = barAt(pixel)) parts += planTip(*m_contents, *bar);
    for (const CrossingMark& mark : m_contents->crossings)
        if (near(mark.at)) parts += crossingText(mark);
    return parts.join(QStringLiteral("\n\n"));
}

void DiagramView::pointAt(QPointF pixel, QPoint global) {
    const bool inside = pixel.x() >= m_scale.plot().left && pixel.y() >= m_scale.plot().top;
    auto under = inside ? picksAt(*m_contents, m_scale, pixel.x(), pixel.y(), QFontMetricsF(font()).height() * 0.4)
                        : std::vector<Pick>();
    const bool same =
        under.size() == m_under.size() && std::ranges::equal(under, m_under, {}, &Pick::line, &Pick::line);
    m_under = std::move(under);
    if (!same) update();
    const QString tip = tipAt(pixel);
    tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(global, tip, this);
}

// -- kept with the workspace

QJsonObject DiagramView::state() const {
    QJsonObject orders;
    for (const auto& [network, order] : m_orders)
        if (!order.empty()) orders.insert(QString::fromStdString(network), toJson(order));
    return {{networkKey, QString::fromStdString(m_options.network)},
            {extentKey, QLatin1StringView(extentNames[static_cast<std::size_t>(m_options.extent)])},
            {chosenKey, toJson(m_options.missions)},
            {detailKey, m_options.detail == LineDetail::Detailed},
            {basesKey, m_options.bases == BaseRows::Twice},
            {occupancyKey, m_occupancy == Occupancy::Shown},
            {plansKey, m_plansShown},
            {ordersKey, orders},
            {spanKey, static_cast<qint64>(m_scale.visible().length().count() / 1000)}};
}

void DiagramView::restore(const QJsonObject& state) {
    constexpr qsizetype mostNames = 1'000;
    const auto names = [](const QJsonValue& value) {
        std::vector<std::string> list;
        for (const QJsonValue& each : value.toArray())
            if (each.isString() && std::ssize(list) < mostNames) list.push_back(each.toString().toStdString());
        return list;
    };
    for (std::size_t i = 0; i < std::size(extentNames); ++i)
        if (state.value(extentKey).toString() == QLatin1StringView(extentNames[i]))
            m_options.extent = static_cast<Extent>(i);
    const std::vector<std::string> chosen = names(state.value(chosenKey));
    m_options.missions = {chosen.begin(), chosen.end()};
    m_options.detail = state.value(detailKey).toBool(true) ? LineDetail::Detailed : LineDetail::Coarse;
    m_options.bases = state.value(basesKey).toBool() ? BaseRows::Twice : BaseRows::Once;
    m_occupancy = state.value(occupancyKey).toBool(true) ? Occupancy::Shown : Occupancy::Hidden;
    m_plansShown = state.value(plansKey).toBool(true);
    const QJsonObject orders = state.value(ordersKey).toObject();
    m_orders.clear();
    for (auto each = orders.begin(); each != orders.end(); ++each)
        m_orders[each.key().toStdString()] = names(each.value());
    if (const QString network = state.value(networkKey).toString(); !network.isEmpty()) {
        m_options.network = network.toStdString();
        m_networkChosen = true;
    }
    rebuild();
    if (const qint64 span = state.value(spanKey).toInteger(); span > 0 && m_now != UtcMs{}) {
        m_scale.show({m_now, m_now + milliseconds{span * 1000}});
        showNow();
    }
    Q_EMIT optionsChanged();
}

} // namespace haneul::diagram
