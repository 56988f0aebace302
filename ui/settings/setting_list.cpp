#include "ui/settings/setting_list.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace haneul::settings {

namespace {

constexpr auto context = "haneul::settings";

QString translated(const char* text) {
    return *text ? QCoreApplication::translate(context, text) : QString();
}

constexpr Choice themes[] = {
    {"dark", QT_TRANSLATE_NOOP("haneul::settings", "Dark")},
    {"light", QT_TRANSLATE_NOOP("haneul::settings", "Light")},
    {"contrast", QT_TRANSLATE_NOOP("haneul::settings", "High contrast")},
};
constexpr Choice languages[] = {
    {"system", QT_TRANSLATE_NOOP("haneul::settings", "As the system")},
    {"ko", "한국어"}, // a language is named in itself, so that whoever reads it finds it
    {"en", "English"},
};
constexpr Choice heights[] = {
    {"m", QT_TRANSLATE_NOOP("haneul::settings", "metres (m)")},
    {"ft", QT_TRANSLATE_NOOP("haneul::settings", "feet (ft)")},
};
constexpr Choice speeds[] = {
    {"m/s", QT_TRANSLATE_NOOP("haneul::settings", "metres per second (m/s)")},
    {"km/h", QT_TRANSLATE_NOOP("haneul::settings", "kilometres per hour (km/h)")},
    {"kt", QT_TRANSLATE_NOOP("haneul::settings", "knots (kt)")},
};
constexpr Choice distances[] = {
    {"km", QT_TRANSLATE_NOOP("haneul::settings", "kilometres (km)")},
    {"NM", QT_TRANSLATE_NOOP("haneul::settings", "nautical miles (NM)")},
};
constexpr Choice labels[] = {
    {"none", QT_TRANSLATE_NOOP("haneul::settings", "None")},
    {"name", QT_TRANSLATE_NOOP("haneul::settings", "Name")},
    {"two_lines", QT_TRANSLATE_NOOP("haneul::settings", "Name and height")},
    {"full", QT_TRANSLATE_NOOP("haneul::settings", "Name, height and speed")},
};
// The map draws these; the look of tracks says which there are.
constexpr Choice vectors[] = {
    {"0", QT_TRANSLATE_NOOP("haneul::settings", "None")}, {"15", "15 s"}, {"30", "30 s"}, {"60", "60 s"}};
constexpr Choice trails[] = {
    {"0", QT_TRANSLATE_NOOP("haneul::settings", "None")}, {"45", "45 s"}, {"90", "90 s"}, {"180", "180 s"}};
constexpr Choice starts[] = {
    {"last", QT_TRANSLATE_NOOP("haneul::settings", "Where it was left")},
    {"area", QT_TRANSLATE_NOOP("haneul::settings", "At the area of operation")},
};

constexpr SettingInfo list[] = {
    {"appearance.language", "appearance", QT_TRANSLATE_NOOP("haneul::settings", "Language"),
     QT_TRANSLATE_NOOP("haneul::settings", "Language of all texts; works at once."), Kind::Choice, "system", languages},
    {"appearance.theme", "appearance", QT_TRANSLATE_NOOP("haneul::settings", "Theme"),
     QT_TRANSLATE_NOOP("haneul::settings", "Colours of the whole desk, map included."), Kind::Choice, "dark", themes},
    {"appearance.text_scale",
     "appearance",
     QT_TRANSLATE_NOOP("haneul::settings", "Text size"),
     QT_TRANSLATE_NOOP("haneul::settings", "Size of all texts and of what is laid out by them."),
     Kind::Whole,
     "100",
     {},
     80,
     250,
     10,
     "%"},
    {"units.height", "units", QT_TRANSLATE_NOOP("haneul::settings", "Heights"),
     QT_TRANSLATE_NOOP("haneul::settings", "Unit of heights; climb and descent follow it (m/s or ft/min)."),
     Kind::Choice, "m", heights},
    {"units.speed", "units", QT_TRANSLATE_NOOP("haneul::settings", "Speeds"),
     QT_TRANSLATE_NOOP("haneul::settings", "Unit of speeds over ground."), Kind::Choice, "m/s", speeds},
    {"units.distance", "units", QT_TRANSLATE_NOOP("haneul::settings", "Distances"),
     QT_TRANSLATE_NOOP("haneul::settings", "Unit of distances and ranges."), Kind::Choice, "km", distances},
    {"map.label_detail", "map", QT_TRANSLATE_NOOP("haneul::settings", "Track labels"),
     QT_TRANSLATE_NOOP("haneul::settings", "How much is written beside each aircraft."), Kind::Choice, "full", labels},
    {"map.vector_s", "map", QT_TRANSLATE_NOOP("haneul::settings", "Speed vectors"),
     QT_TRANSLATE_NOOP("haneul::settings", "How far ahead the line before an aircraft reaches."), Kind::Whole, "30",
     vectors, 0, 60},
    {"map.trail_s", "map", QT_TRANSLATE_NOOP("haneul::settings", "Trails"),
     QT_TRANSLATE_NOOP("haneul::settings", "How far back the trail behind an aircraft reaches."), Kind::Whole, "45",
     trails, 0, 180},
    {"scene3d.exaggeration",
     "scene3d",
     QT_TRANSLATE_NOOP("haneul::settings", "Vertical exaggeration"),
     QT_TRANSLATE_NOOP("haneul::settings", "How many times higher than true the 3D view draws heights."),
     Kind::Number,
     "3",
     {},
     1,
     20,
     0.5,
     "×"},
    {"start.map", "start", QT_TRANSLATE_NOOP("haneul::settings", "The map starts"),
     QT_TRANSLATE_NOOP("haneul::settings", "What the map shows when the program is started."), Kind::Choice, "last",
     starts},
    {"start.latitude",
     "start",
     QT_TRANSLATE_NOOP("haneul::settings", "Latitude of the area"),
     QT_TRANSLATE_NOOP("haneul::settings", "Middle of the area of operation, degrees north."),
     Kind::Number,
     "37.5665",
     {},
     -85,
     85,
     0.01,
     "°"},
    {"start.longitude",
     "start",
     QT_TRANSLATE_NOOP("haneul::settings", "Longitude of the area"),
     QT_TRANSLATE_NOOP("haneul::settings", "Middle of the area of operation, degrees east."),
     Kind::Number,
     "126.978",
     {},
     -180,
     180,
     0.01,
     "°"},
    {"start.zoom",
     "start",
     QT_TRANSLATE_NOOP("haneul::settings", "Zoom of the area"),
     QT_TRANSLATE_NOOP("haneul::settings", "2 shows the world, 11 a city, 16 a street."),
     Kind::Number,
     "11",
     {},
     2,
     20,
     0.5,
     ""},
};

QString numberText(double number) {
    return QString::number(number, 'g', 10);
}

} // namespace

std::span<const SettingInfo> allSettings() {
    return list;
}

const SettingInfo* findSetting(QLatin1StringView id) {
    const auto found =
        std::ranges::find_if(list, [&](const SettingInfo& info) { return id == QLatin1StringView(info.id); });
    return found == std::end(list) ? nullptr : &*found;
}

QJsonValue standardOf(const SettingInfo& info) {
    const QLatin1StringView standard(info.standard);
    switch (info.kind) {
    case Kind::Switch:
        return standard == QLatin1StringView("true");
    case Kind::Choice:
        return QString(standard);
    case Kind::Whole:
    case Kind::Number:
        return standard.toDouble();
    }
    return {};
}

bool fits(const SettingInfo& info, const QJsonValue& value) {
    switch (info.kind) {
    case Kind::Switch:
        return value.isBool();
    case Kind::Choice:
        return value.isString() && std::ranges::any_of(info.choices, [&](const Choice& choice) {
                   return value.toString() == QLatin1StringView(choice.value);
               });
    case Kind::Whole:
        if (std::trunc(value.toDouble(0.5)) != value.toDouble(0.5)) return false;
        if (!info.choices.empty() && std::ranges::none_of(info.choices, [&](const Choice& choice) {
                return value.toDouble() == QLatin1StringView(choice.value).toDouble();
            }))
            return false;
        [[fallthrough]];
    case Kind::Number:
        return value.isDouble() && std::isfinite(value.toDouble()) && value.toDouble() >= info.low &&
               value.toDouble() <= info.high;
    }
    return false;
}

QString groupText(QLatin1StringView group) {
    if (group == QLatin1StringView("appearance")) return QCoreApplication::translate("haneul::settings", "Appearance");
    if (group == QLatin1StringView("units")) return QCoreApplication::translate("haneul::settings", "Units");
    if (group == QLatin1StringView("map")) return QCoreApplication::translate("haneul::settings", "Map");
    if (group == QLatin1StringView("scene3d")) return QCoreApplication::translate("haneul::settings", "3D view");
    if (group == QLatin1StringView("start")) return QCoreApplication::translate("haneul::settings", "Start");
    return {};
}

QString textOf(const SettingInfo& info) {
    return translated(info.text);
}

QString helpOf(const SettingInfo& info) {
    return translated(info.help);
}

QString choiceText(const Choice& choice) {
    return QCoreApplication::translate(context, choice.text);
}

QString valueText(const SettingInfo& info, const QJsonValue& value) {
    switch (info.kind) {
    case Kind::Switch:
        return value.toBool() ? QCoreApplication::translate("haneul::settings", "On", "setting")
                              : QCoreApplication::translate("haneul::settings", "Off", "setting");
    case Kind::Choice:
        for (const Choice& choice : info.choices)
            if (value.toString() == QLatin1StringView(choice.value)) return choiceText(choice);
        return value.toString();
    case Kind::Whole:
    case Kind::Number: {
        for (const Choice& choice : info.choices)
            if (value.toDouble() == QLatin1StringView(choice.value).toDouble()) return choiceText(choice);
        const QString unit = QString::fromUtf8(info.unit);
        const bool apart = unit == QLatin1StringView("s");
        return numberText(value.toDouble()) + (apart ? QStringLiteral(" ") : QString()) + unit;
    }
    }
    return {};
}

} // namespace haneul::settings
