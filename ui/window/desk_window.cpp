#include "ui/window/desk_window.h"

#include "ui/access/desk_access.h"
#include "ui/actions/key_overlay.h"
#include "ui/window/clock_panel.h"
#include "ui/window/desk.h"
#include "ui/window/fact_line.h"
#include "ui/window/main_window.h"
#include "ui/window/menus.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QPainter>
#include <QScreen>
#include <QToolBar>

#include <algorithm>
#include <functional>

namespace haneul::window {

using situation::TimeMode;
using theme::ColorRole;

namespace {

constexpr double textStep = 1.1;

struct Choice {
    const char* action;
    const char* value;
};

constexpr Choice themeChoices[] = {
    {"view.theme_dark", "dark"}, {"view.theme_light", "light"}, {"view.theme_contrast", "contrast"}};
constexpr Choice languageChoices[] = {{"view.language_ko", "ko"}, {"view.language_en", "en"}};

} // namespace

DeskWindow::DeskWindow(Desk& desk, WindowKind kind)
    : m_desk(desk)
    , m_kind(kind)
    , m_top(fixedBar("topBar"))
    , m_facts(new FactLine(desk.theme(), m_top))
    , m_clock(new ClockPanel(desk.theme(), m_top)) {
    m_top->addWidget(m_facts);
    m_top->addWidget(m_clock);
    addToolBar(Qt::TopToolBarArea, m_top);
    setContextMenuPolicy(Qt::NoContextMenu);
    addActions(QList<QAction*>(m_actions.actions().begin(), m_actions.actions().end())); // keys work in full screen too
    m_menus = new Menus(m_actions, *menuBar());
    m_keys = new actions::KeyOverlay(m_actions, this);

    for (const Choice& choice : themeChoices)
        on(choice.action, [this, choice] { m_desk.setTheme(QLatin1StringView(choice.value)); });
    for (const Choice& choice : languageChoices)
        on(choice.action, [this, choice] { m_desk.setLanguage(QLatin1StringView(choice.value)); });
    on("view.text_larger", [this] { m_desk.setTextScale(m_desk.textScale() * textStep); });
    on("view.text_smaller", [this] { m_desk.setTextScale(m_desk.textScale() / textStep); });
    on("view.full_screen", [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on("help.keys", [this] { m_keys->toggle(); });
    on("window.new_map", [this] { m_desk.openMapWindow(); });
    on("window.new_scene", [this] { m_desk.openSceneWindow(); });
    on("window.new_diagram", [this] { m_desk.openDiagramWindow(); });
    on("window.next", [this] { m_desk.activateAfter(*this); });
    on("window.close", [this] { close(); });
    connect(&desk, &Desk::themeChanged, this, [this](const theme::Theme& theme) { setTheme(theme); });
    connect(&desk, &Desk::languageChanged, this, &DeskWindow::checkChoices);
    desk.enter(*this);
}

DeskWindow::~DeskWindow() {
    m_desk.leave(*this);
}

void DeskWindow::obey(access::DeskAccess& access) {
    access.attach(m_actions, *m_top);
}

QToolBar* DeskWindow::fixedBar(const char* name) {
    auto* tools = new QToolBar(this);
    tools->setObjectName(QLatin1StringView(name));
    tools->setMovable(false);
    tools->setFloatable(false);
    tools->toggleViewAction()->setEnabled(false); // what is not known is never hidden
    tools->setContextMenuPolicy(Qt::PreventContextMenu);
    return tools;
}

QAction& DeskWindow::handled(const char* id) {
    m_handled.insert(id);
    return m_actions.action(QLatin1StringView(id));
}

void DeskWindow::finishActions() {
    m_ready = true;
    word();
    checkChoices();
    if (m_kind == WindowKind::Main) return;
    const actions::ActionRegistry& main = m_desk.mainWindow().actionRegistry();
    for (QAction* own : m_actions.actions()) {
        if (m_handled.contains(own->objectName().toLatin1())) continue;
        QAction* there = &main.action(QLatin1StringView(own->objectName().toLatin1()));
        const auto follow = [own, there] {
            own->setEnabled(there->isEnabled());
            own->setVisible(there->isVisible());
            own->setChecked(there->isChecked());
        };
        follow();
        connect(there, &QAction::changed, own, follow);
        connect(there, &QAction::toggled, own, follow);
        connect(own, &QAction::triggered, there, &QAction::trigger);
    }
}

void DeskWindow::setTheme(const theme::Theme& theme) {
    m_facts->setTheme(theme);
    m_clock->setTheme(theme);
    checkChoices();
    update();
}

void DeskWindow::checkChoices() {
    const auto check = [this](std::span<const Choice> choices, const QString& chosen) {
        for (const Choice& choice : choices)
            m_actions.action(QLatin1StringView(choice.action)).setChecked(chosen == QLatin1StringView(choice.value));
    };
    check(themeChoices, m_desk.theme().id());
    check(languageChoices, m_desk.language());
}

void DeskWindow::setPicture(const Picture& picture) {
    m_clock->show(*picture.situation, picture.present);
    m_shared = picture.facts;
    showFacts();
    if (m_mode != picture.situation->mode) frame(picture.situation->mode);
}

// Room for the frame that a replay has around everything; in live operation the content reaches the edge.
void DeskWindow::frame(TimeMode mode) {
    m_mode = mode;
    const int width = mode == TimeMode::Live ? 0 : std::max(3, fontMetrics().height() / 4);
    setContentsMargins(width, width, width, width);
    update();
}

void DeskWindow::setOwnFact(const QString& text) {
    if (text == m_ownFact) return;
    m_ownFact = text;
    showFacts();
}

void DeskWindow::showFacts() {
    std::vector<models::Fact> facts = m_shared;
    if (!m_ownFact.isEmpty()) facts.push_back({models::FactGravity::Caution, m_ownFact});
    std::ranges::stable_sort(facts, std::greater{}, &models::Fact::gravity);
    m_facts->setFacts(std::move(facts));
}

WindowLayout DeskWindow::windowLayout() const {
    const QRect normal = isMaximized() || isFullScreen() ? normalGeometry() : geometry();
    return {.kind = m_kind,
            .geometry = normal.isEmpty() ? geometry() : normal,
            .maximised = isMaximized(),
            .fullScreen = isFullScreen(),
            .screen = screen()->name(),
            .screenArea = screen()->availableGeometry(),
            .docks = docks(),
            .view = viewState()};
}

void DeskWindow::apply(const WindowLayout& layout) {
    std::vector<ScreenArea> screens;
    const QScreen* primary = QGuiApplication::primaryScreen();
    for (const QScreen* each : QGuiApplication::screens())
        screens.insert(each == primary ? screens.begin() : screens.end(), {each->name(), each->availableGeometry()});
    const Qt::WindowStates state = (layout.maximised ? Qt::WindowMaximized : Qt::WindowNoState) |
                                   (layout.fullScreen ? Qt::WindowFullScreen : Qt::WindowNoState);
    if (windowState() != state || state == Qt::WindowNoState) {
        if (windowState() != Qt::WindowNoState) setWindowState(Qt::WindowNoState);
        if (const QRect place = placeOnScreens(layout, screens); !place.isEmpty()) setGeometry(place);
        if (state != Qt::WindowNoState) setWindowState(state);
    }
    restoreView(layout.view);
    restoreDocks(layout.docks);
}

void DeskWindow::word() {
    m_menus->word();
    m_actions.retranslate();
}

void DeskWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (!m_ready) return;
    if (event->type() == QEvent::LanguageChange) word();
    if (event->type() == QEvent::WindowStateChange)
        m_actions.action(QLatin1StringView("view.full_screen")).setChecked(isFullScreen());
    if (event->type() == QEvent::FontChange && m_mode) frame(*m_mode);
}

void DeskWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (!m_mode || *m_mode == TimeMode::Live) return;
    const ColorRole role = *m_mode == TimeMode::Paused ? ColorRole::PausedFrame : ColorRole::ReplayFrame;
    const QMargins frame = contentsMargins();
    QPainter painter(this);
    const QColor color = m_desk.theme().color(role);
    painter.fillRect(0, 0, width(), frame.top(), color);
    painter.fillRect(0, height() - frame.bottom(), width(), frame.bottom(), color);
    painter.fillRect(0, 0, frame.left(), height(), color);
    painter.fillRect(width() - frame.right(), 0, frame.right(), height(), color);
}

} // namespace haneul::window
