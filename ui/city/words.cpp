#include "ui/city/words.h"

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

constexpr std::array<std::pair<std::string_view, const char*>, 6> kinds{
    {{"population", QT_TRANSLATE_NOOP("haneul::city::Words", "People")},
     {"traffic", QT_TRANSLATE_NOOP("haneul::city::Words", "Traffic counts")},
     {"buildings", QT_TRANSLATE_NOOP("haneul::city::Words", "Buildings")},
     {"amenities", QT_TRANSLATE_NOOP("haneul::city::Words", "Amenities")},
     {"elevation", QT_TRANSLATE_NOOP("haneul::city::Words", "Terrain")},
     {"synthetic_city", QT_TRANSLATE_NOOP("haneul::city::Words", "Synthetic city")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 13> codes{
    {{"HEIGHT_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "The height is not said and stays unknown.")},
     {"DENSITY_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "How many people is not said and stays unknown.")},
     {"COUNT_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "How many vehicles is not said and stays unknown.")},
     {"SHELTERING_UNKNOWN", QT_TRANSLATE_NOOP("haneul::city::Words", "There is no such class of sheltering.")},
     {"RANGE_ASSUMED", QT_TRANSLATE_NOOP("haneul::city::Words", "No range is said; the given one is taken.")},
     {"OUTSIDE_AREA", QT_TRANSLATE_NOOP("haneul::city::Words", "It lies outside the area that was given.")},
     {"SUSPECT_VALUE", QT_TRANSLATE_NOOP("haneul::city::Words", "The value cannot be right.")},
     {"NO_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "It has no place.")},
     {"WRONG_GEOMETRY", QT_TRANSLATE_NOOP("haneul::city::Words", "It has another form than this kind of data.")},
     {"LON_LAT_SWAPPED", QT_TRANSLATE_NOOP("haneul::city::Words", "Longitude and latitude are swapped.")},
     {"NOT_ON_EARTH", QT_TRANSLATE_NOOP("haneul::city::Words",
                                        "It is no longitude and latitude; the reference system is another one.")},
     {"BAD_OUTLINE", QT_TRANSLATE_NOOP("haneul::city::Words", "The outline crosses itself or is no area.")},
     {"BAD_NUMBER", QT_TRANSLATE_NOOP("haneul::city::Words", "The value is no number.")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 6> remarks{
    {{"UNIT_ASSUMED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file does not say its unit: heights are taken as metres.")},
     {"DATUM_UNKNOWN",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file does not say what its heights are measured from: they are for "
                                               "looking, not for clearance.")},
     {"DATUM_BY_HAND",
      QT_TRANSLATE_NOOP("haneul::city::Words", "What the heights are measured from was given by hand.")},
     {"RESAMPLED", QT_TRANSLATE_NOOP("haneul::city::Words", "The grid was turned and interpolated.")},
     {"FLOORS_ASSUMED", QT_TRANSLATE_NOOP("haneul::city::Words", "Heights are made of floors, 3 m each.")},
     {"REFERENCE_ASSUMED",
      QT_TRANSLATE_NOOP("haneul::city::Words", "The file names no reference system: WGS84 is taken.")}}};

constexpr std::array<std::pair<std::string_view, const char*>, 16> refusals{
    {{"FORBIDDEN", QT_TRANSLATE_NOOP("haneul::city::Words", "Your role may not do this.")},
     {"NO_CITY", QT_TRANSLATE_NOOP("haneul::city::Words", "This console keeps no ground data.")},
     {"BAD_PROVENANCE",
      QT_TRANSLATE_NOOP("haneul::city::Words", "A name, who made the data, and its date (2025, 2025-06 or 2025-06-30) "
                                               "are wanted.")},
     {"BAD_FILE_TYPE", QT_TRANSLATE_NOOP("haneul::city::Words", "CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, "
                                                                "GeoTIFF, DTED and HGT can be read.")},
     {"FILE_TOO_LARGE", QT_TRANSLATE_NOOP("haneul::city::Words", "The file is too large; cut it to the area.")},
     {"NOTHING_TAKEN", QT_TRANSLATE_NOOP("haneul::city::Words", "Nothing of the file can be taken:")},
     {"WRONG_CONTENTS", QT_TRANSLATE_NOOP("haneul::city::Words", "The file holds another kind of data:")},
     {"NO_SUCH_COLUMN", QT_TRANSLATE_NOOP("haneul::city::Words", "The file has no such column:")},
     {"COLUMN_WANTED", QT_TRANSLATE_NOOP("haneul::city::Words", "Say which column has it:")},
     {"CELL_WANTED", QT_TRANSLATE_NOOP("haneul::city::Words",
                                       "People at points need the side of the square that a point stands for.")},
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
    const char* const text = textOf(codes, code);
    return text == nullptr ? plain(code) : Words::tr(text);
}

QString remarkText(const std::string& remark) {
    const char* const text = textOf(remarks, remark);
    return text == nullptr ? plain(remark) : Words::tr(text);
}

QString refusalText(const Error& error) {
    const char* const text = textOf(refusals, error.code);
    if (text == nullptr) return plain(error.message);
    QString words = Words::tr(text);
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
