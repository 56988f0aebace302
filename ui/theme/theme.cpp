#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace haneul::theme {

namespace {

// Order of ColorRole. Dark: control-room grey of low light; light: the same, mirrored; contrast: black and white for
// glare, weak eyes and beamers.
const std::array<Theme, 3>& table() {
    static const std::array<Theme, 3> all{
        Theme(QStringLiteral("dark"), true,
              {0xff20242a, 0xff2a2f36, 0xff343a43, 0xff4a515b, 0xffd7dce2, 0xffa3acb7, 0xffffffff,
               0xff46505e, 0xffb9c2cd, 0xffd9dfe7, 0xffa1bbc9, 0xffb18cc0, 0xff8dcdb8, 0xff9c9ca2,
               0xff8194a8, 0xff98a1ac, 0xffcf9dbb, 0xffa9a8dc, 0xff9cc0c4, 0xff93a0ad, 0xfff56a72,
               0xfff39d58, 0xffffe252, 0xff64d7fe, 0xff9d7bd8, 0xffb8a6d9}),
        Theme(QStringLiteral("light"), false,
              {0xfff4f5f7, 0xffe8eaed, 0xffdcdfe4, 0xffb3bac3, 0xff1d2329, 0xff4c5561, 0xff000000,
               0xffc6ced9, 0xff3a4655, 0xff101521, 0xff4d6378, 0xff6f4590, 0xff1d6a57, 0xff433e42,
               0xff66778c, 0xff5a626c, 0xff7a2b5e, 0xff443f8f, 0xff23616b, 0xff56616e, 0xff81060c,
               0xff9a330b, 0xff856301, 0xff0a4a72, 0xff6a3fb5, 0xff7857bb}),
        Theme(QStringLiteral("contrast"), true,
              {0xff000000, 0xff0b0b0b, 0xff1c1c1c, 0xff9a9a9a, 0xffffffff, 0xffe0e0e0, 0xffffffff,
               0xff3d3d3d, 0xffffffff, 0xfffafdff, 0xffa0baca, 0xffaf87c1, 0xffa3e0c8, 0xff999a9a,
               0xffa8bdd6, 0xffc8c8c8, 0xffe6a5d2, 0xffb9b6ff, 0xffa6dfe6, 0xffc0c8d2, 0xfff34557,
               0xfff88232, 0xfffee935, 0xff41ceff, 0xffc9a6ff, 0xffe0ccff}),
    };
    return all;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme::Theme(QString id, bool dark, Colors colors)
    : m_id(std::move(id))
    , m_dark(dark)
    , m_colors(colors) {}

QColor Theme::color(ColorRole role) const {
    return QColor::fromRgb(m_colors.at(static_cast<std::size_t>(role)));
}

QColor Theme::sourceColor(traffic::SourceKind kind) const {
    switch (kind) {
    case traffic::SourceKind::Telemetry:
        return color(ColorRole::SourceTelemetry);
    case traffic::SourceKind::Sbs:
        return color(ColorRole::SourceSbs);
    case traffic::SourceKind::Mavlink:
        return color(ColorRole::SourceMavlink);
    }
    return color(ColorRole::Stale);
}

Theme Theme::with(ColorRole role, QRgb color) const {
    Theme changed = *this;
    changed.m_colors[static_cast<std::size_t>(role)] = color;
    return changed;
}

QColor Theme::sourceColor(SourceClass source) const {
    switch (source) {
    case SourceClass::Cooperative:
        return color(ColorRole::SourceTelemetry);
    case SourceClass::RemoteId:
        return color(ColorRole::SourceRemoteId);
    case SourceClass::Crewed:
        return color(ColorRole::SourceSbs);
    case SourceClass::Autopilot:
        return color(ColorRole::SourceMavlink);
    case SourceClass::Uncorrelated:
    case SourceClass::Count:
        break;
    }
    return color(ColorRole::SourceUnknown);
}

SourceClass sourceClassOf(const traffic::Track& track) {
    if (track.id.starts_with("rid:")) return SourceClass::RemoteId;
    if (track.sources.empty()) return SourceClass::Uncorrelated;
    switch (track.kind()) {
    case traffic::SourceKind::Telemetry:
        return SourceClass::Cooperative;
    case traffic::SourceKind::Sbs:
        return SourceClass::Crewed;
    case traffic::SourceKind::Mavlink:
        return SourceClass::Autopilot;
    }
    return SourceClass::Uncorrelated;
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole target, ColorRole role) { palette.setColor(target, color(role)); };
    set(QPalette::Window, ColorRole::Panel);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Base);
    set(QPalette::AlternateBase, ColorRole::Base);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::SecondaryText);
    set(QPalette::Button, ColorRole::Raised);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Selection);
    set(QPalette::Link, ColorRole::Info);
    set(QPalette::LinkVisited, ColorRole::Info);
    set(QPalette::Highlight, ColorRole::SelectedRow);
    set(QPalette::HighlightedText, ColorRole::Text);
    set(QPalette::Accent, ColorRole::Focus);
    set(QPalette::Light, ColorRole::Line);
    set(QPalette::Midlight, ColorRole::Line);
    set(QPalette::Mid, ColorRole::Line);
    set(QPalette::Dark, ColorRole::Base);
    set(QPalette::Shadow, ColorRole::Base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Stale));
    return palette;
}

// Only what the palette cannot say. Lengths follow the font, so that the whole window scales with it.
QString Theme::styleSheet() const {
    const auto name = [this](ColorRole role) { return color(role).name(); };
    QString sheet = QStringLiteral(R"(
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialog { border: 1px solid %line; }
QPushButton { padding: 0.2em 0.8em; }
QToolTip { color: %text; background: %raised; border: 1px solid %line; padding: 0.3em; }
QMainWindow::separator { background: %base; width: 0.3em; height: 0.3em; }
QMainWindow::separator:hover { background: %row; }
QDockWidget::title { background: %panel; padding: 0.35em 0.6em; text-align: left; border-bottom: 1px solid %line; }
QMenuBar { background: %panel; border-bottom: 1px solid %line; }
QMenuBar::item { padding: 0.3em 0.8em; background: transparent; }
QMenuBar::item:selected { background: %row; }
QMenu { background: %raised; border: 1px solid %line; }
QMenu::item { padding: 0.35em 2em 0.35em 2em; }
QMenu::item:selected { background: %row; }
QMenu::item:disabled { color: %stale; }
QMenu::separator { height: 1px; background: %line; margin: 0.3em 0; }
QToolBar { background: %panel; border: 0; border-bottom: 1px solid %line; spacing: 0.4em; padding: 0.2em 0.4em; }
QStatusBar { background: %panel; border-top: 1px solid %line; }
QStatusBar::item { border: 0; }
QTableView { background: %base; border: 0; selection-background-color: %row; selection-color: %text; }
QTableView::item { border: 0; padding: 0 0.45em; }
QFrame#keyOverlay { background: %panel; border: 1px solid %line; }
QHeaderView { background: %panel; }
QHeaderView::section { background: %panel; color: %secondary; border: 0; border-bottom: 1px solid %line; padding: 0.3em 0.45em; }
QLineEdit { background: %base; border: 1px solid %line; padding: 0.25em 0.5em; }
QLineEdit:focus { border: 1px solid %focus; }
QRadioButton::indicator { width: 0.9em; height: 0.9em; border: 1px solid %secondary; border-radius: 0.45em; background: %base; }
QRadioButton::indicator:checked { width: 0.4em; height: 0.4em; border: 0.3em solid %text; border-radius: 0.5em; }
QRadioButton::indicator:focus { border-color: %focus; }
QTabBar::tab { background: %panel; color: %secondary; padding: 0.35em 0.9em; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %text; border-bottom: 2px solid %secondary; }
QCheckBox::indicator:unchecked, QListView::indicator:unchecked { border: 1px solid %secondary; background: %base; }
)");
    const std::pair<const char16_t*, ColorRole> names[] = {
        {u"%text", ColorRole::Text},       {u"%secondary", ColorRole::SecondaryText},
        {u"%base", ColorRole::Base},       {u"%panel", ColorRole::Panel},
        {u"%raised", ColorRole::Raised},   {u"%line", ColorRole::Line},
        {u"%row", ColorRole::SelectedRow}, {u"%stale", ColorRole::Stale},
        {u"%focus", ColorRole::Focus},
    };
    for (const auto& [key, role] : names)
        sheet.replace(QStringView(key).toString(), name(role));
    return sheet;
}

std::span<const Theme> themes() {
    return table();
}

const Theme& paperTheme() {
    static const Theme paper = themeById(u"light").with(ColorRole::Base, 0xffffffff);
    return paper;
}

const Theme& themeById(QStringView id) {
    const auto found = std::ranges::find_if(table(), [&](const Theme& theme) { return theme.id() == id; });
    return found == table().end() ? table().front() : *found;
}

QFont applicationFont(double scale) {
    QFont font(QStringLiteral("Noto Sans CJK KR"));
    font.setPointSizeF(10.0 * std::clamp(scale, 0.8, 2.5));
    font.setFeature("tnum", 1);
    font.setStyleStrategy(QFont::NoSubpixelAntialias); // no coloured fringes: colour is for the abnormal
    return font;
}

QFont identifierFont(double scale) {
    QFont font(QStringList{QStringLiteral("B612 Mono"), QStringLiteral("Noto Sans Mono CJK KR")});
    font.setStyleStrategy(QFont::NoSubpixelAntialias);
    font.setPointSizeF(10.0 * std::clamp(scale, 0.8, 2.5));
    return font;
}

void apply(QApplication& application, const Theme& theme, double scale) {
    // One style on every desk; the desktop's own would bring its own colours. Setting it again would polish all twice.
    static constexpr auto styled = "haneulStyled";
    if (!application.property(styled).toBool()) {
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.setProperty(styled, true);
    }
    application.setFont(applicationFont(scale));
    application.setPalette(theme.palette());
    application.setStyleSheet(theme.styleSheet());
}

double contrastRatio(const QColor& first, const QColor& second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace haneul::theme
