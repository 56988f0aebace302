#include "server/airspace/zone_file.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <format>

namespace haneul::airspace {

namespace {

Result<std::string> bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("CANNOT_READ", file.errorString().toStdString(), path.toStdString());
    if (file.size() > static_cast<qint64>(formats::maxZoneFileBytes))
        return fail("TOO_LARGE", std::format("a file of zones may have {} MiB", formats::maxZoneFileBytes >> 20),
                    path.toStdString());
    return file.readAll().toStdString();
}

// "949" and "ANSI 949" are CP949, "88591" is ISO-8859-1.
QByteArray encodingName(std::string_view written) {
    QByteArray name =
        QByteArray::fromRawData(written.data(), static_cast<qsizetype>(written.size())).trimmed().toUpper();
    for (const char* const prefix : {"ANSI ", "OEM ", "ISO "})
        if (name.startsWith(prefix)) name = name.mid(static_cast<qsizetype>(std::string_view(prefix).size()));
    const bool number = !name.isEmpty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (number && name.startsWith("8859")) return "ISO-8859-" + name.mid(4);
    return number ? "CP" + name : name;
}

} // namespace

Result<ZoneFile> loadZoneFile(const std::filesystem::path& path, formats::ZoneFileOptions options) {
    const QFileInfo info(QString::fromStdString(path.string()));
    auto bytes = bytesOf(info.filePath());
    if (!bytes) return std::unexpected(bytes.error());
    ZoneFile file{info.fileName().toStdString(), *std::move(bytes), std::move(options), {}};
    if (info.suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) != 0) return file;
    const auto beside = info.dir().entryInfoList(QDir::Files);
    for (const QFileInfo& other : beside) {
        const std::string ending = "." + other.suffix().toLower().toStdString();
        if (other.completeBaseName() != info.completeBaseName() ||
            (ending != ".dbf" && ending != ".prj" && ending != ".cpg"))
            continue;
        auto read = bytesOf(other.filePath());
        if (!read) return std::unexpected(read.error());
        file.neighbours.push_back({ending, *std::move(read)});
    }
    return file;
}

std::optional<std::string> decodeTableText(std::string_view bytes, std::string_view encoding) {
    QStringDecoder decoder(encodingName(encoding).constData());
    if (!decoder.isValid()) return std::nullopt;
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return decoder.hasError() ? std::nullopt : std::optional(text.toStdString());
}

} // namespace haneul::airspace
