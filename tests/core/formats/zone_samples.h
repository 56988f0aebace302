#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

// Archives and Shapefiles that tests make, sound and broken.
namespace haneul::tests {

struct ZipMember {
    std::string name, content;
    const char* password = nullptr;
};

inline std::string zipOf(const std::vector<ZipMember>& members) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.zip"));
    int failed = 0;
    zip_t* const archive = zip_open(path.toLocal8Bit().constData(), ZIP_CREATE, &failed);
    if (archive == nullptr) qFatal("no archive");
    for (const ZipMember& member : members) {
        zip_source_t* const source = zip_source_buffer(archive, member.content.data(), member.content.size(), 0);
        const zip_int64_t index = zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) qFatal("%s", zip_strerror(archive));
        if (member.password != nullptr &&
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, member.password) != 0)
            qFatal("%s", zip_strerror(archive));
    }
    if (zip_close(archive) != 0) qFatal("%s", zip_strerror(archive));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no archive");
    return file.readAll().toStdString();
}

template <class T>
std::string little(T value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

inline std::string big(std::int32_t value) {
    return little(std::byteswap(value));
}

using SampleRing = std::vector<std::pair<double, double>>; // x, y

inline std::string polygonContent(const std::vector<SampleRing>& rings, std::int32_t type = 5) {
    std::string parts, points;
    std::int32_t count = 0;
    for (const SampleRing& ring : rings) {
        parts += little(count);
        for (const auto& [x, y] : ring)
            points += little(x) + little(y);
        count += static_cast<std::int32_t>(ring.size());
    }
    return little(type) + std::string(32, '\0') + little(static_cast<std::int32_t>(rings.size())) + little(count) +
           parts + points;
}

inline std::string shpOf(const std::vector<std::string>& contents) {
    std::string records;
    std::int32_t number = 0;
    for (const std::string& content : contents)
        records += big(++number) + big(static_cast<std::int32_t>(content.size() / 2)) + content;
    std::string header = big(9994) + std::string(20, '\0') +
                         big(static_cast<std::int32_t>((100 + records.size()) / 2)) + little<std::int32_t>(1000) +
                         little<std::int32_t>(5) + std::string(64, '\0');
    return header + records;
}

// One field of 20 bytes.
inline std::string dbfOf(const std::string& field, const std::vector<std::string>& rows, char language = 0) {
    std::string bytes = std::string("\x03\x7a\x01\x01", 4) + little(static_cast<std::uint32_t>(rows.size())) +
                        little<std::uint16_t>(65) + little<std::uint16_t>(21) + std::string(17, '\0') + language +
                        std::string(2, '\0');
    std::string name = field;
    name.resize(11, '\0');
    bytes += name + 'C' + std::string(4, '\0') + '\x14' + std::string(15, '\0') + '\r';
    for (const std::string& row : rows) {
        const bool deleted = row.starts_with('*');
        std::string text = deleted ? row.substr(1) : row;
        text.resize(20, ' ');
        bytes += (deleted ? '*' : ' ') + text;
    }
    return bytes;
}

inline const std::string wgs84Prj =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";

// Clockwise, closed.
inline SampleRing squareRing(double west, double south, double size) {
    return {{west, south}, {west, south + size}, {west + size, south + size}, {west + size, south}, {west, south}};
}

inline SampleRing turned(SampleRing ring) {
    return {ring.rbegin(), ring.rend()};
}

} // namespace haneul::tests
