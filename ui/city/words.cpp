#include "ui/city/words.h"

#include "ui/models/filled.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace haneul::city {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::city::Words)
};

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

template <std::size_t size>
const char* textOf(const std::array<std::pair<std::string_view, const char*>, size>& all, std::string_view code) {
    for (const auto& [name, text] : all)
        if (name == code) return text;
    return nullptr;
}

constexpr std::array<std::pair<std::string_view, const char*>, 7> kinds{
    {{"population", QT_TRANSLATE_NOOP("haneul::city::Words", "People")},
     {"traffic", QT_TRANSLATE_NOOP("haneul::city::Words", "Traffic counts")},
     {"buildings", QT_TRANSLATE_NOOP("haneul::city::Words", "Buildings")},
     {"amenities", QT_TRANSLATE_NOOP("haneul::city::Words", "Amenities")},
     {"elevation", QT_TRANSLATE_NOOP("haneul::city::Words", "Terrain")},
     {"land_use", QT_TRANSLATE_NOOP("haneul::city::Words", "Land use")},
     {"synthetic_city", QT_TRANSLATE_NOOP("haneul::city::Words", "Synthetic city")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 28> codes{
    {{"HEIGHT_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "The height is not said and stays unknown.")},
     {"DENSITY_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "How many people is not said and stays unknown.")},
     {"COUNT_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "How many vehicles is not said and stays unknown.")},
     {"SHELTERING_UNKNOWN",
      QT_TRANSLATE_NOOP("haneul::city::Words",
                        "There is no class of sheltering “%1”; none, trees, low_rise, high_rise and industrial are.")},
     {"RANGE_ASSUMED", QT_TRANSLATE_NOOP("haneul::city::Words", "No range is said; %1 km is taken.")},
     {"HOURS_ASSUMED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The hours of the weekend, or of all days, are not said: those of the "
                                               "week, or as many people at every hour, are taken.")},
     {"HOURS_UNKNOWN",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The hours “%1” cannot be read; it is taken as always open.")},
     {"VOID", QT_TRANSLATE_NOOP("haneul::city::Words", "There is no value.")},
     {"OUTSIDE_AREA", QT_TRANSLATE_NOOP("haneul::city::Words", "%1 %2 lies outside the area that was given.")},
     {"SUSPECT_VALUE", QT_TRANSLATE_NOOP("haneul::city::Words", "%1 %2 cannot be right; from %3 to %4 is possible.")},
     {"NOT_WHOLE", QT_TRANSLATE_NOOP("haneul::city::Words", "%1 %2 cannot be right; it is a whole number.")},
     {"NO_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "It has no place.")},
     {"EMPTY_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "Its form is empty.")},
     {"OTHER_GEOMETRY",
      QT_TRANSLATE_NOOP("haneul::city::Words", "Its form is a %1; points, lines and polygons are taken.")},
     {"BROKEN_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "Its form cannot be read.")},
     {"TRAILING_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "There is something behind its form.")},
     {"NOT_TURNED", QT_TRANSLATE_NOOP("haneul::city::Words", "Its place cannot be turned into WGS84.")},
     {"BAD_LON_LAT", QT_TRANSLATE_NOOP("haneul::city::Words", "Longitude or latitude is no number.")},
     {"FIELD_COUNT", QT_TRANSLATE_NOOP("haneul::city::Words", "The line has %1 fields, the first one %2.")},
     {"WRONG_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "This kind of data has another form: %1.")},
     {"LON_LAT_SWAPPED", QT_TRANSLATE_NOOP("haneul::city::Words", "Longitude and latitude are swapped: %1 %2.")},
     {"NOT_ON_EARTH", QT_TRANSLATE_NOOP("haneul::city::Words",
                                        "%1 %2 is no longitude and latitude; the reference system is another one.")},
     {"BAD_OUTLINE", QT_TRANSLATE_NOOP("haneul::city::Words", "The outline crosses itself or is no area.")},
     {"SHORT_LINE", QT_TRANSLATE_NOOP("haneul::city::Words", "A road has at least two points.")},
     {"BAD_NUMBER", QT_TRANSLATE_NOOP("haneul::city::Words", "“%1” is no number; digits and a point are.")},
     {"BAD_HOURS", QT_TRANSLATE_NOOP("haneul::city::Words",
                                     "“%1” are not 24 numbers, one for each hour, of which some are above 0.")},
     {"CLASS_WANTED", QT_TRANSLATE_NOOP("haneul::city::Words", "What kind of ground it is is not said.")},
     {"DENSITY_WANTED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "How many people are on a km² of this kind of ground is not said.")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 17> partNames{
    {{"name", QT_TRANSLATE_NOOP("haneul::city::Words", "name")},
     {"people_per_km2", QT_TRANSLATE_NOOP("haneul::city::Words", "people per km²")},
     {"people", QT_TRANSLATE_NOOP("haneul::city::Words", "people")},
     {"vehicles_per_day", QT_TRANSLATE_NOOP("haneul::city::Words", "vehicles per day")},
     {"lanes", QT_TRANSLATE_NOOP("haneul::city::Words", "lanes")},
     {"width_m", QT_TRANSLATE_NOOP("haneul::city::Words", "width (m)")},
     {"speed_kmh", QT_TRANSLATE_NOOP("haneul::city::Words", "mean speed (km/h)")},
     {"height", QT_TRANSLATE_NOOP("haneul::city::Words", "height")},
     {"height_m", QT_TRANSLATE_NOOP("haneul::city::Words", "height (m)")},
     {"sheltering", QT_TRANSLATE_NOOP("haneul::city::Words", "sheltering")},
     {"kind", QT_TRANSLATE_NOOP("haneul::city::Words", "kind")},
     {"range_km", QT_TRANSLATE_NOOP("haneul::city::Words", "range (km)")},
     {"activity", QT_TRANSLATE_NOOP("haneul::city::Words", "activity")},
     {"opening_hours", QT_TRANSLATE_NOOP("haneul::city::Words", "opening hours")},
     {"weekday", QT_TRANSLATE_NOOP("haneul::city::Words", "hours of Monday to Friday")},
     {"weekend", QT_TRANSLATE_NOOP("haneul::city::Words", "hours of the weekend")},
     {"class", QT_TRANSLATE_NOOP("haneul::city::Words", "kind of ground")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 3> forms{
    {{"polygons", QT_TRANSLATE_NOOP("haneul::city::Words", "polygons")},
     {"lines", QT_TRANSLATE_NOOP("haneul::city::Words", "lines")},
     {"polygons, points", QT_TRANSLATE_NOOP("haneul::city::Words", "polygons or points")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 7> remarks{
    {{"UNIT_ASSUMED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file does not say its unit: heights are taken as metres.")},
     {"DATUM_UNKNOWN",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file does not say what its heights are measured from: they are for "
                                               "looking, not for clearance.")},
     {"DATUM_BY_HAND",
      QT_TRANSLATE_NOOP("haneul::city::Words", "What the heights are measured from was given by hand.")},
     {"RESAMPLED", QT_TRANSLATE_NOOP("haneul::city::Words", "The grid was turned and interpolated.")},
     {"DRAWN_INTO_CELLS",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The outlines were drawn into cells; a cell that is less than half "
                                               "covered is unknown.")},
     {"FLOORS_ASSUMED", QT_TRANSLATE_NOOP("haneul::city::Words", "Heights are made of floors, 3 m each.")},
     {"REFERENCE_ASSUMED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file names no reference system: WGS84 is taken.")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 18> refusals{
    {{"FORBIDDEN", QT_TRANSLATE_NOOP("haneul::city::Words", "Your role may not do this.")},
     {"NO_CITY", QT_TRANSLATE_NOOP("haneul::city::Words", "This console keeps no ground data.")},
     {"BAD_PROVENANCE",
      QT_TRANSLATE_NOOP("haneul::city::Words", "A name, who made the data, and its date (2025, 2025-06 or 2025-06-30) "
                                               "are wanted.")},
     {"BAD_FILE_TYPE", QT_TRANSLATE_NOOP("haneul::city::Words", "CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, "
                                                                "GeoTIFF, DTED and HGT can be read.")},
     {"FILE_TOO_LARGE", QT_TRANSLATE_NOOP("haneul::city::Words", "The file is too large; cut it to the area.")},
     {"NOTHING_TAKEN", QT_TRANSLATE_NOOP("haneul::city::Words", "Nothing of the file can be taken.")},
     {"WRONG_CONTENTS", QT_TRANSLATE_NOOP("haneul::city::Words", "The file holds another kind of data:")},
     {"NO_SUCH_COLUMN", QT_TRANSLATE_NOOP("haneul::city::Words", "The file has no such column:")},
     {"COLUMN_WANTED", QT_TRANSLATE_NOOP("haneul::city::Words", "Say which column has it:")},
     {"CELL_WANTED", QT_TRANSLATE_NOOP("haneul::city::Words",
                                       "People at points need the side of the square that a point stands for.")},
     {"TOO_MANY_CELLS",
      QT_TRANSLATE_NOOP("haneul::city::Words", "Too many cells: take larger ones, or a smaller area.")},
     {"TOO_MANY_CLASSES",
      QT_TRANSLATE_NOOP("haneul::city::Words", "More than 64 kinds of ground that differ in their people or hours.")},
     {"DATUM_CONFLICT",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file says that its heights are measured from something else.")},
     {"GIS_BROKEN", QT_TRANSLATE_NOOP("haneul::city::Words", "The file cannot be read:")},
     {"GIS_NOT_PLACED", QT_TRANSLATE_NOOP("haneul::city::Words", "The file does not say where on the earth it lies.")},
     {"GIS_PICTURE", QT_TRANSLATE_NOOP("haneul::city::Words", "The file is a picture, not a grid of measured values.")},
     {"BAD_SYNTHETIC_CITY",
      QT_TRANSLATE_NOOP("haneul::city::Words", "Such a city cannot be made: sides of 500 to 20,000 m are possible.")},
     {"RETIRED", QT_TRANSLATE_NOOP("haneul::city::Words", "The dataset was retired before.")}}};

} // namespace

QString kindText(std::string_view kind) {
    const char* const text = textOf(kinds, kind);
    return text == nullptr ? QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())) : Words::tr(text);
}

QString sourceText(const Provenance& provenance) {
    if (provenance.synthetic) return Words::tr("made up: %1").arg(plain(provenance.source));
    return provenance.date.empty() ? plain(provenance.source)
                                   : QString(plain(provenance.source) % QStringLiteral(", ") % plain(provenance.date));
}

QString verdictText(city_files::Verdict verdict) {
    switch (verdict) {
    case city_files::Verdict::Taken:
        return Words::tr("Taken");
    case city_files::Verdict::Quarantined:
        return Words::tr("Quarantine");
    case city_files::Verdict::Refused:
        break;
    }
    return Words::tr("Refused");
}

QString codeText(const std::string& code) {
    const city_files::RowCode* const known = city_files::rowCode(code);
    city_files::RowReport row;
    row.code = code;
    row.values.assign(known == nullptr ? 0 : known->values, "…");
    return rowText(row);
}

QString rowText(const city_files::RowReport& row) {
    const char* const text = textOf(codes, row.code);
    if (text == nullptr) return plain(row.message.empty() ? row.code : row.message);
    QStringList values;
    for (const std::string& value : row.values) {
        const char* const form = row.code == "WRONG_GEOMETRY" ? textOf(forms, value) : nullptr;
        const char* const part =
            row.code == "SUSPECT_VALUE" || row.code == "NOT_WHOLE" ? textOf(partNames, value) : nullptr;
        values << (form != nullptr ? Words::tr(form) : part != nullptr ? Words::tr(part) : plain(value));
    }
    return models::filled(Words::tr(text), values);
}

QString partText(const std::string& role) {
    const char* const text = textOf(partNames, role);
    return text == nullptr ? plain(role) : Words::tr(text);
}

QString remarkText(const std::string& remark) {
    const char* const text = textOf(remarks, remark);
    return text == nullptr ? plain(remark) : Words::tr(text);
}

QString refusalText(const Error& error) {
    const char* const text = textOf(refusals, error.code);
    if (text == nullptr) return plain(error.message);
    QString words = Words::tr(text);
    if (error.code == "NOTHING_TAKEN" && !error.where.empty()) { // "row 3: BAD_NUMBER"
        const auto colon = error.where.find(": ");
        const QString row = plain(error.where).section(u':', 0, 0).section(u' ', 1);
        if (colon != std::string::npos)
            words += QString(u' ' % Words::tr("Row %1: %2").arg(row, codeText(error.where.substr(colon + 2))));
    }
    if (words.endsWith(u':'))
        words += u' ' + plain(error.where.empty() ? error.message : error.where + ": " + error.message);
    return words;
}

QString countsText(const city_files::ImportReport& report) {
    return Words::tr("%1 taken, %2 in quarantine, %3 refused")
        .arg(report.taken)
        .arg(report.quarantined)
        .arg(report.refused);
}

} // namespace haneul::city
