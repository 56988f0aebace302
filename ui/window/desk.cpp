#include "ui/window/desk.h"

#include "ui/map/map_view.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"
#include "ui/window/scene_window.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace haneul::window {

using situation::SituationPtr;

namespace {

std::int64_t secondOf(UtcMs time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

template <class W>
W& opened(Desk& desk) {
    auto* window = new W(desk);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->resize(desk.mainWindow().size() / 2);
    window->show();
    return *window;
}

} // namespace

Desk::Desk(DeskDependencies dependencies, QObject* parent)
    : QObject(parent)
    , m_given(std::move(dependencies))
    , m_theme(&theme::themeById(m_given.theme))
    , m_textScale(m_given.textScale) {
    m_language.set(m_given.language);
    theme::apply(*qApp, *m_theme, m_textScale);
    m_main = std::make_unique<MainWindow>(*this);
    connect(&m_timer, &QTimer::timeout, this, &Desk::refresh);
    refresh();
    m_timer.start(tick);
}

Desk::~Desk() {
    m_timer.stop();
    const std::vector<DeskWindow*> windows = std::exchange(m_windows, {});
    for (DeskWindow* window : windows)
        if (window != m_main.get()) delete window;
}

void Desk::enter(DeskWindow& window) {
    m_windows.push_back(&window);
    Q_EMIT windowsChanged();
}

void Desk::leave(DeskWindow& window) {
    if (std::erase(m_windows, &window) > 0) Q_EMIT windowsChanged();
}

MapWindow& Desk::openMapWindow() {
    return opened<MapWindow>(*this);
}

SceneWindow& Desk::openSceneWindow() {
    return opened<SceneWindow>(*this);
}

void Desk::activateAfter(const DeskWindow& window) {
    const auto here = std::ranges::find(m_windows, &window);
    if (here == m_windows.end()) return;
    DeskWindow* next = std::next(here) == m_windows.end() ? m_windows.front() : *std::next(here);
    next->show();
    next->raise();
    next->activateWindow();
}

map::MapView* Desk::makeMap(QWidget* parent) {
    auto* map = new map::MapView(*m_theme, &m_selection, parent);
    map->setAttribution(m_given.mapCredits);
    return map;
}

scene3d::Scene3DView* Desk::makeScene(QWidget* parent) {
    return new scene3d::Scene3DView(*m_theme, &m_selection, parent);
}

void Desk::setTheme(const QString& id) {
    m_theme = &theme::themeById(id);
    theme::apply(*qApp, *m_theme, m_textScale);
    Q_EMIT themeChanged(*m_theme);
}

void Desk::setLanguage(const QString& id) {
    m_language.set(id); // every widget is told by LanguageChange
    m_feeds.retranslate();
    Q_EMIT languageChanged(m_language.id());
}

void Desk::setTextScale(double scale) {
    m_textScale = std::clamp(scale, minTextScale, maxTextScale);
    theme::apply(*qApp, *m_theme, m_textScale);
    Q_EMIT textScaleChanged(m_textScale);
}

void Desk::refresh() {
    const SituationPtr situation = m_given.board.latest();
    const UtcMs now = m_given.clock.now();
    const bool newPicture = !m_picture.situation || situation->number != m_picture.situation->number;
    const bool newSecond = secondOf(now) != m_shownSecond;
    if (!newPicture && !newSecond) return;

    QElapsedTimer work;
    work.start();
    const bool live = situation->mode == situation::TimeMode::Live;
    if (newPicture && live && situation->number > 0) m_worstDelay = std::max(m_worstDelay, now - situation->time);
    m_picture = {.situation = situation,
                 .present = now,
                 .time = live ? now : situation->time,
                 .changed = newPicture,
                 .facts = factsOf(*situation, now)};
    m_feeds.setSituation(situation, m_picture.time);
    for (DeskWindow* window : m_windows)
        window->setPicture(m_picture);
    ++m_refreshes;
    m_worstWork_ms = std::max(m_worstWork_ms, static_cast<double>(work.nsecsElapsed()) / 1e6);
    if (newSecond) {
        Q_EMIT workMeasured(m_worstDelay, m_worstWork_ms);
        m_worstDelay = milliseconds{0};
        m_worstWork_ms = 0;
    }
    m_shownSecond = secondOf(now);
}

std::vector<models::Fact> Desk::factsOf(const situation::Situation& situation, UtcMs now) const {
    std::vector<models::Fact> facts = models::knownGaps(situation, now);
    for (const FactSource& source : m_factSources)
        source(facts, now);
    std::ranges::stable_sort(facts, std::greater{}, &models::Fact::gravity);
    return facts;
}

} // namespace haneul::window
