#include "server/city/plain_reader.h"

#include "core/city_files/csv_table.h"
#include "server/city/dataset.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <array>
#include <cctype>
#include <format>

namespace haneul::city {

namespace {

constexpr int refused = 3;        // exit code of the worker: it says "CODE message" on its standard output
constexpr qint64 mostText = 4096; // of that

constexpr std::array<std::string_view, 5> featureFiles{"geojson", "json", "topojson", "gpkg", "fgb"};
constexpr std::array<std::string_view, 6> valueFiles{"tif", "tiff", "dt0", "dt1", "dt2", "hgt"};

std::string endingOf(std::string_view name) {
    const auto dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
    for (char& c : ending)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return ending;
}

// A name that is fit for a file of ours. The place of an HGT is in its name: letters and digits stay.
QString safeName(std::string_view name) {
    constexpr std::size_t longest = 80;
    std::string safe;
    for (const char c : name.substr(name.size() - std::min(name.size(), longest)))
        safe += std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_' ? c : '_';
    while (safe.starts_with('.'))
        safe.erase(0, 1);
    return QString::fromStdString(safe);
}

Error refusalOf(const QByteArray& output) {
    const std::string line = output.left(output.indexOf('\n')).left(mostText).toStdString();
    const auto space = line.find(' ');
    if (!line.starts_with("GIS_") || space == std::string::npos) return {"GIS_BROKEN", "the file cannot be read", {}};
    return {line.substr(0, space), line.substr(space + 1), {}};
}

QProcessEnvironment bareEnvironment() {
    QProcessEnvironment environment; // nothing of ours but what the data files of PROJ need
    for (const auto* name : {"PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH"})
        if (qEnvironmentVariableIsSet(name)) environment.insert(QLatin1StringView(name), qEnvironmentVariable(name));
    environment.insert(QStringLiteral("OGR_GEOJSON_MAX_OBJ_SIZE"), QStringLiteral("50")); // megabytes
    return environment;
}

Result<void> runWorker(const std::filesystem::path& worker, const QStringList& arguments, int longest_ms,
                       const std::atomic<bool>& stop) {
    constexpr int blink_ms = 50;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QString::fromStdString(worker.string()), arguments);
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(blink_ms)) {
        const bool late = timer.elapsed() > longest_ms;
        if (process.error() == QProcess::FailedToStart || (!late && !stop)) continue;
        process.kill();
        process.waitForFinished();
        if (stop) return fail("STOPPING", "the program is ending");
        return fail("GIS_TOO_LARGE", std::format("reading the file takes longer than {} s", longest_ms / 1000));
    }
    if (process.error() == QProcess::FailedToStart) return fail("NO_WORKER", "the reader of GIS files did not start");
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == refused)
        return std::unexpected(refusalOf(process.readAllStandardOutput()));
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail("GIS_BROKEN", "the reader died of the file or of its limits of memory and time");
    return {};
}

Result<std::string> throughWorker(const PlainReader& reader, const char* mode, std::string_view name,
                                  const std::string& bytes, const std::atomic<bool>& stop) {
    if (reader.worker.empty()) return fail("NO_WORKER", "there is no reader of GIS files here; CSV can be read");
    const QString home = QString::fromStdString(reader.folder.string());
    if (!QDir().mkpath(home))
        return fail("FILE_UNWRITABLE", "the folder of datasets cannot be made", home.toStdString());
    const QTemporaryDir folder(home + QStringLiteral("/incoming-XXXXXX"));
    if (!folder.isValid()) return fail("FILE_UNWRITABLE", "the file cannot be put down", home.toStdString());
    const QString input = folder.filePath(safeName(name));
    const QString output = folder.filePath(QStringLiteral("out.plain.part"));
    QFile in(input);
    if (!in.open(QIODevice::WriteOnly) ||
        in.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()) || !in.flush())
        return fail("FILE_UNWRITABLE", "the file cannot be put down", input.toStdString());
    in.close();
    if (auto done = runWorker(reader.worker, {QLatin1StringView(mode), input, output}, reader.longest_ms, stop); !done)
        return std::unexpected(done.error());
    QFile out(output);
    if (!out.open(QIODevice::ReadOnly)) return fail("GIS_BROKEN", "the reader gave nothing");
    return out.readAll().toStdString();
}

} // namespace

Result<std::string> PlainReader::plainOf(std::string_view name, const std::string& bytes,
                                         const std::atomic<bool>& stop) const {
    if (bytes.size() > largestFile)
        return fail("FILE_TOO_LARGE", std::format("the file has more than {} MB", largestFile / (1024 * 1024)));
    const std::string ending = endingOf(name);
    if (ending == "csv")
        return city_files::readCsv(bytes).transform(
            [](city_files::Table table) { return city_files::writePlain(std::move(table)); });
    if (std::ranges::contains(featureFiles, ending)) return throughWorker(*this, "--features", name, bytes, stop);
    if (std::ranges::contains(valueFiles, ending)) return throughWorker(*this, "--values", name, bytes, stop);
    return fail("BAD_FILE_TYPE", "csv, geojson, topojson, gpkg, fgb, tif, dt0, dt1, dt2 and hgt can be read",
                std::string(name));
}

} // namespace haneul::city
