#pragma once

#include "core/traffic/track.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

class QApplication;

namespace haneul::theme {

// What a colour means. Views ask for a meaning and never write a colour of their own.
// A calm grey base; saturated colours are for the abnormal only (ISA-101). Alarm colours never stand alone: a shape or
// a word goes with them.
enum class ColorRole : std::uint8_t {
    Base,            // behind everything: tables, maps without data
    Panel,           // tool bars, docks, the parts of the window
    Raised,          // buttons, headers, fields
    Line,            // borders, grids, rings
    Text,            // what is read
    SecondaryText,   // units, captions, what is read second
    Selection,       // halo of the selected thing: white or black, never a hue
    SelectedRow,     // background of the selected row; `Text` stands on it
    Focus,           // where the keyboard is
    SourceTelemetry, // cooperative UAS, own telemetry
    SourceSbs,       // ADS-B, usually crewed
    SourceMavlink,   // autopilot heard directly
    SourceRemoteId,  // broadcast Remote ID, heard without a link of its own
    SourceUnknown,   // no source that is known: uncorrelated
    Trail,           // where a track was
    Stale,           // stale, lost or unknown: never a colour that says "all well"
    ZoneProhibited,  // borders and hatching of airspace; which it is, border and hatching say without colour
    ZoneAuthorisation,
    ZoneConditional,
    ZoneInformation,
    Danger,      // P1, octagon
    Warning,     // P2, triangle
    Caution,     // P3, diamond
    Info,        // P4, circle
    ReplayFrame, // around the content while a recording plays
    PausedFrame, // around the content while a recording stands still
    Count,
};

// What stands behind a track, as people tell traffic apart.
enum class SourceClass : std::uint8_t { Cooperative, RemoteId, Crewed, Autopilot, Uncorrelated, Count };

// By the latest source; an id of "rid:" is Remote ID whatever feed relays it.
[[nodiscard]] SourceClass sourceClassOf(const traffic::Track& track);

// A look as data. Passed by reference to whoever draws; there is no "current theme" to ask for.
class Theme {
public:
    using Colors = std::array<QRgb, static_cast<std::size_t>(ColorRole::Count)>;

    Theme(QString id, bool dark, Colors colors);
    [[nodiscard]] Theme with(ColorRole role, QRgb color) const;

    // "dark", "light" or "contrast": also the style name of the map tiles.
    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] bool isDark() const { return m_dark; }

    [[nodiscard]] QColor color(ColorRole role) const;
    [[nodiscard]] QColor sourceColor(traffic::SourceKind kind) const;
    [[nodiscard]] QColor sourceColor(SourceClass source) const;

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

private:
    QString m_id;
    bool m_dark;
    Colors m_colors;
};

// Dark first: the control room's default.
[[nodiscard]] std::span<const Theme> themes();
// The dark theme when there is none of that id.
[[nodiscard]] const Theme& themeById(QStringView id);

// The light theme on white: for what is printed, which costs no ink where nothing is. Not among the themes of the desk.
[[nodiscard]] const Theme& paperTheme();

// The application font, by name, because fontconfig's default for a Korean locale differs between machines: Latin and
// Hangul of one family share a baseline, and its figures are all of one width.
[[nodiscard]] QFont applicationFont(double scale = 1.0);
// The same size in a family where 0 and O, 1 and l differ: ids, hexadecimal addresses.
[[nodiscard]] QFont identifierFont(double scale = 1.0);

// Palette, style sheet and font for the whole program. Safe at run time. `scale` 0.8 .. 2.5.
void apply(QApplication& application, const Theme& theme, double scale = 1.0);

// Contrast of two opaque colours, 1 .. 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrastRatio(const QColor& first, const QColor& second);

} // namespace haneul::theme
