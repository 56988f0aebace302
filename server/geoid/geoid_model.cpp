#include "server/geoid/geoid_model.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace haneul::geoid {

namespace {

constexpr qint64 mostBytes = static_cast<qint64>(geo::mostGeoidPosts * sizeof(float)) + 1024;
constexpr std::size_t shownDigits = 12; // of a checksum

} // namespace

std::filesystem::path installedFile() {
    const QString name = QStringLiteral("egm96_15.gtx");
    for (const char* variable : {"PROJ_DATA", "PROJ_LIB"})
        for (const QString& folder : qEnvironmentVariable(variable).split(QDir::listSeparator(), Qt::SkipEmptyParts))
            if (const QFileInfo file(QDir(folder), name); file.isFile()) return file.filesystemFilePath();
    return std::filesystem::path(
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("proj/") + name).toStdString());
}

Result<ModelPtr> read(const std::filesystem::path& file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return fail("GEOID_UNREADABLE", opened.errorString().toStdString(), file.string());
    if (opened.size() > mostBytes) return fail("TOO_LARGE", "the file is larger than any geoid", file.string());
    const QByteArray bytes = opened.readAll();
    auto grid = geo::GeoidGrid::read({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!grid) return std::unexpected(grid.error());
    return std::make_shared<const Model>(
        file.filename().string(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString(),
        *std::move(grid));
}

std::function<std::optional<double>(geo::LatLon)> undulationOf(ModelPtr model) {
    if (model == nullptr) return {};
    return [model = std::move(model)](geo::LatLon place) { return model->grid.undulation_m(place); };
}

std::string versionOf(const ModelPtr& model) {
    return model == nullptr ? "none" : model->name + " " + model->sha256.substr(0, shownDigits);
}

} // namespace haneul::geoid
