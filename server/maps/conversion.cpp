#include "server/maps/conversion.h"

#include "server/maps/raster_source.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>

#include <chrono>

namespace haneul::maps {

namespace {

constexpr std::chrono::minutes longestRun{30};
constexpr int refused = 3; // exit code of the worker: it says "CODE message" on its standard output

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

// "GEOTIFF_NOT_A_PICTURE the file holds ..."
Error refusal(const QByteArray& output) {
    const std::string line = plainText(output.left(output.indexOf('\n')).toStdString());
    const auto space = line.find(' ');
    if (!line.starts_with("GEOTIFF_") || space == std::string::npos)
        return {"GEOTIFF_BROKEN", "the file cannot be converted", {}};
    return {line.substr(0, space), line.substr(space + 1), {}};
}

} // namespace

Conversion::Conversion(const std::filesystem::path& worker, const std::filesystem::path& input,
                       std::filesystem::path output)
    : m_output(std::move(output))
    , m_unfinished(m_output.string() + ".part")
    , m_process(std::make_unique<QProcess>())
    , m_deadline_ms(steady_ms() + std::chrono::milliseconds(longestRun).count()) {
    std::error_code ignored;
    std::filesystem::remove(m_unfinished, ignored);
    QProcessEnvironment environment; // nothing of ours but what the data files of PROJ need
    for (const auto* name : {"PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH"})
        if (qEnvironmentVariableIsSet(name)) environment.insert(QLatin1StringView(name), qEnvironmentVariable(name));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->start(text(worker), {text(input), text(m_unfinished)});
}

Conversion::~Conversion() {
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
    std::error_code ignored;
    std::filesystem::remove(m_unfinished, ignored);
}

std::optional<Result<void>> Conversion::poll() {
    constexpr int blink_ms = 20;
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(blink_ms)) {
        if (m_process->error() == QProcess::FailedToStart)
            return fail("MAP_FILE_UNREADABLE", "the converter for GeoTIFF did not start");
        if (steady_ms() < m_deadline_ms) return std::nullopt;
        return fail("GEOTIFF_TOO_LARGE", "the conversion takes longer than half an hour");
    }
    if (m_process->error() == QProcess::FailedToStart)
        return fail("MAP_FILE_UNREADABLE", "the converter for GeoTIFF did not start");
    if (m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == refused)
        return std::unexpected(refusal(m_process->readAllStandardOutput()));
    if (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0)
        return fail("GEOTIFF_BROKEN", "the converter died of the file or of its limits of memory and time");
    std::error_code trouble;
    std::filesystem::rename(m_unfinished, m_output, trouble);
    if (trouble) return fail("MAP_FILE_UNREADABLE", "the converted file cannot be kept: " + trouble.message());
    return Result<void>();
}

} // namespace haneul::maps
