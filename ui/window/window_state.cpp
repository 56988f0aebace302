#include "ui/window/window_state.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

namespace haneul::window {

namespace {

constexpr QLatin1StringView schemaKey("schema");
constexpr QLatin1StringView geometryKey("geometry");
constexpr QLatin1StringView layoutKey("layout");
constexpr QLatin1StringView headerKey("track_header");
constexpr QLatin1StringView themeKey("theme");
constexpr QLatin1StringView languageKey("language");
constexpr QLatin1StringView scaleKey("text_scale");
constexpr QLatin1StringView latitudeKey("map_latitude_deg");
constexpr QLatin1StringView longitudeKey("map_longitude_deg");
constexpr QLatin1StringView zoomKey("map_zoom");

std::unexpected<Error> unreadable(const QString& path, std::string why) {
    return fail("WINDOW_STATE_UNREADABLE", "the saved window layout is not used: " + why, path.toStdString());
}

QByteArray bytes(const QJsonObject& object, QLatin1StringView key) {
    return QByteArray::fromBase64(object.value(key).toString().toLatin1());
}

std::optional<double> number(const QJsonObject& object, QLatin1StringView key) {
    const QJsonValue value = object.value(key);
    if (!value.isDouble() || !std::isfinite(value.toDouble())) return std::nullopt;
    return value.toDouble();
}

} // namespace

Result<WindowState> loadWindowState(const QString& path) {
    if (path.isEmpty() || !QFile::exists(path)) return WindowState{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return unreadable(path, file.errorString().toStdString());
    if (file.size() > maxWindowStateBytes) return unreadable(path, "it is larger than 256 KiB");
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) return unreadable(path, "it is not a JSON object");
    const QJsonObject object = document.object();
    if (object.value(schemaKey).toInt() != windowStateSchema) return unreadable(path, "it is of another version");

    WindowState state;
    state.geometry = bytes(object, geometryKey);
    state.layout = bytes(object, layoutKey);
    state.trackHeader = bytes(object, headerKey);
    state.theme = object.value(themeKey).toString();
    state.language = object.value(languageKey).toString();
    state.textScale = number(object, scaleKey);
    const auto latitude = number(object, latitudeKey);
    const auto longitude = number(object, longitudeKey);
    if (latitude && longitude && geo::LatLon{*latitude, *longitude}.valid())
        state.mapCentre = geo::LatLon{*latitude, *longitude};
    state.mapZoom = number(object, zoomKey);
    return state;
}

Result<void> saveWindowState(const QString& path, const WindowState& state) {
    QJsonObject object{
        {schemaKey, windowStateSchema},
        {geometryKey, QString::fromLatin1(state.geometry.toBase64())},
        {layoutKey, QString::fromLatin1(state.layout.toBase64())},
        {headerKey, QString::fromLatin1(state.trackHeader.toBase64())},
        {themeKey, state.theme},
        {languageKey, state.language},
    };
    if (state.textScale) object.insert(scaleKey, *state.textScale);
    if (state.mapCentre) {
        object.insert(latitudeKey, state.mapCentre->latitude_deg);
        object.insert(longitudeKey, state.mapCentre->longitude_deg);
    }
    if (state.mapZoom) object.insert(zoomKey, *state.mapZoom);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        return fail("WINDOW_STATE_UNWRITABLE", file.errorString().toStdString(), path.toStdString());
    return {};
}

} // namespace haneul::window
