#include "ui/wizard/answers.h"

#include "ui/settings/settings.h"

#include <QCoreApplication>

namespace haneul::wizard {

namespace {

constexpr Area list[] = {
    {"korea", QT_TRANSLATE_NOOP("haneul::wizard", "South Korea"), {36.2, 127.8}, 7},
    {"seoul", QT_TRANSLATE_NOOP("haneul::wizard", "Seoul"), {37.5665, 126.978}, 11},
    {"incheon", QT_TRANSLATE_NOOP("haneul::wizard", "Incheon"), {37.4563, 126.7052}, 11},
    {"gyeonggi", QT_TRANSLATE_NOOP("haneul::wizard", "Gyeonggi"), {37.4, 127.2}, 9},
    {"gangwon", QT_TRANSLATE_NOOP("haneul::wizard", "Gangwon"), {37.8, 128.3}, 9},
    {"sejong", QT_TRANSLATE_NOOP("haneul::wizard", "Sejong"), {36.48, 127.289}, 11},
    {"daejeon", QT_TRANSLATE_NOOP("haneul::wizard", "Daejeon"), {36.3504, 127.3845}, 11},
    {"chungbuk", QT_TRANSLATE_NOOP("haneul::wizard", "Chungbuk"), {36.8, 127.7}, 9},
    {"chungnam", QT_TRANSLATE_NOOP("haneul::wizard", "Chungnam"), {36.5, 126.8}, 9},
    {"jeonbuk", QT_TRANSLATE_NOOP("haneul::wizard", "Jeonbuk"), {35.75, 127.1}, 9},
    {"gwangju", QT_TRANSLATE_NOOP("haneul::wizard", "Gwangju"), {35.1595, 126.8526}, 11},
    {"jeonnam", QT_TRANSLATE_NOOP("haneul::wizard", "Jeonnam"), {34.85, 126.9}, 9},
    {"daegu", QT_TRANSLATE_NOOP("haneul::wizard", "Daegu"), {35.8714, 128.6014}, 11},
    {"gyeongbuk", QT_TRANSLATE_NOOP("haneul::wizard", "Gyeongbuk"), {36.3, 128.8}, 9},
    {"ulsan", QT_TRANSLATE_NOOP("haneul::wizard", "Ulsan"), {35.5384, 129.3114}, 11},
    {"busan", QT_TRANSLATE_NOOP("haneul::wizard", "Busan"), {35.1796, 129.0756}, 11},
    {"gyeongnam", QT_TRANSLATE_NOOP("haneul::wizard", "Gyeongnam"), {35.3, 128.3}, 9},
    {"jeju", QT_TRANSLATE_NOOP("haneul::wizard", "Jeju"), {33.38, 126.55}, 10},
};

// A TOML basic string: quotes, backslashes and control characters escaped (TOML 1.0, "String").
QString quoted(const QString& text) {
    QString out = QStringLiteral("\"");
    for (const QChar each : text) {
        if (each == u'"' || each == u'\\')
            (out += u'\\') += each;
        else if (each.unicode() < 0x20 || each.unicode() == 0x7F)
            out += QStringLiteral("\\u%1").arg(each.unicode(), 4, 16, QChar(u'0'));
        else
            out += each;
    }
    return out + u'"';
}

} // namespace

std::span<const Area> areas() {
    return list;
}

QString areaText(const Area& area) {
    return QCoreApplication::translate("haneul::wizard", area.text);
}

QString configurationOf(const Answers& answers) {
    QString text = QStringLiteral("# Haneul\n");
    if (!answers.mapPack.isEmpty()) text += QStringLiteral("map = %1\n").arg(quoted(answers.mapPack));
    switch (answers.source) {
    case Source::Demo:
    case Source::EmbeddedMqtt:
        break;
    case Source::ExternalMqtt:
        text += QStringLiteral("\n[mqtt]\nbroker = %1\n").arg(quoted(answers.mqttUrl));
        break;
    case Source::Sbs:
        text += QStringLiteral("\n[[feeds.sbs]]\nname = \"receiver\"\nhost = %1\nport = %2\n")
                    .arg(quoted(answers.sbsHost))
                    .arg(answers.sbsPort);
        break;
    case Source::Mavlink:
        text += QStringLiteral("\n[[feeds.mavlink]]\nname = \"autopilots\"\nport = %1\n").arg(answers.mavlinkPort);
        break;
    }
    return text;
}

void putInto(settings::Settings& settings, const Answers& answers) {
    using L1 = QLatin1StringView;
    settings.setValue(L1("appearance.language"), answers.language);
    settings.setValue(L1("units.height"), answers.aviationUnits ? QStringLiteral("ft") : QStringLiteral("m"));
    settings.setValue(L1("units.speed"), answers.aviationUnits ? QStringLiteral("kt") : QStringLiteral("m/s"));
    settings.setValue(L1("units.distance"), answers.aviationUnits ? QStringLiteral("NM") : QStringLiteral("km"));
    if (!answers.area) return;
    settings.setValue(L1("start.map"), QStringLiteral("area"));
    settings.setValue(L1("start.latitude"), answers.area->middle.latitude_deg);
    settings.setValue(L1("start.longitude"), answers.area->middle.longitude_deg);
    settings.setValue(L1("start.zoom"), answers.area->zoom);
}

} // namespace haneul::wizard
