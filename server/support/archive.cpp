#include "server/support/archive.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>

#include <array>
#include <cstdint>
#include <format>

namespace haneul::support {

namespace {

constexpr std::size_t block = 512;

std::string header(const ArchiveFile& file, UtcMs time) {
    std::string bytes(block, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { bytes.replace(at, text.size(), text); };
    put(0, std::string_view(file.name).substr(0, 99));
    put(100, "0000600");
    put(108, "0000000");
    put(116, "0000000");
    put(124, std::format("{:011o}", file.content.size()));
    put(136, std::format("{:011o}", sinceEpoch_ms(time) / 1000));
    put(148, "        "); // the checksum counts as spaces
    put(156, "0");
    put(257, std::string_view("ustar\00000", 8));
    std::uint32_t sum = 0;
    for (const char each : bytes)
        sum += static_cast<unsigned char>(each);
    put(148, std::format("{:06o}", sum));
    bytes[154] = '\0';
    return bytes;
}

// RFC 1952, section 8.
std::uint32_t crc32(std::string_view bytes) {
    static constexpr auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t n = 0; n < made.size(); ++n) {
            std::uint32_t c = n;
            for (int k = 0; k < 8; ++k)
                c = c & 1U ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
            made[n] = c;
        }
        return made;
    }();
    std::uint32_t c = 0xFFFFFFFFU;
    for (const char each : bytes)
        c = table[(c ^ static_cast<unsigned char>(each)) & 0xFFU] ^ (c >> 8U);
    return c ^ 0xFFFFFFFFU;
}

std::string littleEndian(std::uint32_t value) {
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> shift & 0xFFU));
    return bytes;
}

} // namespace

std::string tarGz(const std::vector<ArchiveFile>& files, UtcMs time) {
    std::string tar;
    for (const ArchiveFile& file : files) {
        tar += header(file, time);
        tar += file.content;
        tar.append((block - file.content.size() % block) % block, '\0');
    }
    tar.append(2 * block, '\0');
    // qCompress: four bytes of length, then a zlib stream (RFC 1950), whose inside is what gzip wants.
    const QByteArray zlib = qCompress(QByteArray::fromStdString(tar), 9);
    const std::string deflated = zlib.sliced(6, zlib.size() - 10).toStdString();
    return std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03", 10) + deflated + littleEndian(crc32(tar)) +
           littleEndian(static_cast<std::uint32_t>(tar.size()));
}

Result<void> writeWhole(const std::filesystem::path& path, std::string_view bytes) {
    QSaveFile file(QString::fromStdString(path.string()));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes.data(), size) != size || !file.commit())
        return fail("BUNDLE_UNWRITABLE", file.errorString().toStdString(), path.string());
    return {};
}

} // namespace haneul::support
