#include "ui/window/layout.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace haneul::window {

namespace {

constexpr std::array kinds{QLatin1StringView("main"), QLatin1StringView("map"), QLatin1StringView("scene"),
                           QLatin1StringView("diagram")};
constexpr qsizetype maxDockBytes = 256 * 1024;
constexpr int farthest_px = 200'000;

QJsonArray toJson(const QRect& rect) {
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

std::optional<QRect> rectFrom(const QJsonValue& value) {
    const QJsonArray numbers = value.toArray();
    if (numbers.size() != 4) return std::nullopt;
    std::array<int, 4> n{};
    for (int i = 0; i < 4; ++i) {
        n[static_cast<std::size_t>(i)] = numbers[i].toInt(farthest_px + 1);
        if (std::abs(n[static_cast<std::size_t>(i)]) > farthest_px) return std::nullopt;
    }
    if (n[2] <= 0 || n[3] <= 0) return std::nullopt;
    return QRect(n[0], n[1], n[2], n[3]);
}

Result<WindowLayout> windowFrom(const QJsonObject& object, const std::string& where) {
    WindowLayout window;
    const auto kind = std::ranges::find(kinds, object.value(u"kind").toString());
    if (kind == kinds.end()) return fail("LAYOUT_BROKEN", "no such kind of window", where + ".kind");
    window.kind = static_cast<WindowKind>(kind - kinds.begin());
    const auto geometry = rectFrom(object.value(u"geometry"));
    const auto screenArea = rectFrom(object.value(u"screen_area"));
    if (!geometry || !screenArea)
        return fail("LAYOUT_BROKEN", "expected [x, y, width, height]",
                    where + (geometry ? ".screen_area" : ".geometry"));
    window.geometry = *geometry;
    window.screenArea = *screenArea;
    window.maximised = object.value(u"maximised").toBool();
    window.fullScreen = object.value(u"full_screen").toBool();
    window.screen = object.value(u"screen").toString();
    window.docks = QByteArray::fromBase64(object.value(u"docks").toString().toLatin1());
    if (window.docks.size() > maxDockBytes) return fail("LAYOUT_BROKEN", "too long", where + ".docks");
    window.view = object.value(u"view").toObject();
    return window;
}

} // namespace

QJsonObject layoutToJson(const Layout& layout) {
    QJsonArray windows;
    for (const WindowLayout& window : layout.windows)
        windows.append(QJsonObject{{QStringLiteral("kind"), kinds[static_cast<std::size_t>(window.kind)]},
                                   {QStringLiteral("geometry"), toJson(window.geometry)},
                                   {QStringLiteral("maximised"), window.maximised},
                                   {QStringLiteral("full_screen"), window.fullScreen},
                                   {QStringLiteral("screen"), window.screen},
                                   {QStringLiteral("screen_area"), toJson(window.screenArea)},
                                   {QStringLiteral("docks"), QString::fromLatin1(window.docks.toBase64())},
                                   {QStringLiteral("view"), window.view}});
    return {{QStringLiteral("schema"), layoutSchema}, {QStringLiteral("windows"), windows}};
}

Result<Layout> layoutFromJson(const QJsonObject& object) {
    if (object.value(u"schema").toInt() != layoutSchema)
        return fail("LAYOUT_VERSION", "it is of another version", "schema");
    const QJsonArray windows = object.value(u"windows").toArray();
    if (windows.isEmpty() || static_cast<std::size_t>(windows.size()) > maxWindows)
        return fail("LAYOUT_BROKEN", "expected 1 to 16 windows", "windows");
    Layout layout;
    for (qsizetype i = 0; i < windows.size(); ++i) {
        auto window = windowFrom(windows[i].toObject(), "windows[" + std::to_string(i) + "]");
        if (!window) return std::unexpected(window.error());
        if ((i == 0) != (window->kind == WindowKind::Main))
            return fail("LAYOUT_BROKEN", "the first window and no other is the main window", "windows");
        layout.windows.push_back(std::move(*window));
    }
    return layout;
}

QRect placeOnScreens(const WindowLayout& window, const std::vector<ScreenArea>& screens) {
    if (screens.empty()) return {};
    const auto own = std::ranges::find(screens, window.screen, &ScreenArea::name);
    const ScreenArea& screen = own == screens.end() ? screens.front() : *own;
    QRect place = window.geometry.translated(screen.available.topLeft() - window.screenArea.topLeft());
    place.setSize(place.size().boundedTo(screen.available.size()));
    // The whole title bar can be reached on one of the screens: else the window is pushed into its own.
    const QRect handle(place.left() + place.width() / 4, place.top(), place.width() / 2, 1);
    const bool reachable = std::ranges::any_of(screens, [&](const ScreenArea& each) {
        return each.available.contains(handle.topLeft()) && each.available.contains(handle.bottomRight());
    });
    if (reachable && own != screens.end()) return place;
    const QRect area = screen.available;
    place.moveLeft(std::clamp(place.left(), area.left(), std::max(area.left(), area.right() - place.width() + 1)));
    place.moveTop(std::clamp(place.top(), area.top(), std::max(area.top(), area.bottom() - place.height() + 1)));
    return place;
}

} // namespace haneul::window
