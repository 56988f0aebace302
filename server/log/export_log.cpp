#include "server/log/export_log.h"

#include "server/log/small_file.h"

namespace haneul::log {

Result<void> exportLog(LogTables& tables, const Head& head, const std::filesystem::path& file) {
    FileReplacement replacement(file);
    auto written = replacement.write(exportMagic);
    std::uint64_t last = 0;
    if (written) {
        const auto walked = tables.upwards(head.origin, 1, [&](std::uint64_t sequence, ByteView record) {
            if (sequence > head.sequence) return false;
            written = replacement.write(entryFrame(record));
            last = sequence;
            return written.has_value();
        });
        if (!walked) return walked;
    }
    if (written && last != head.sequence) return fail("LOG_READ", "the log ends before its head");
    if (written) written = replacement.write(headFrame(head));
    return written ? replacement.finish() : written;
}

} // namespace haneul::log
