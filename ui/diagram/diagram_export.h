#pragma once

#include "core/base/error.h"
#include "ui/diagram/diagram_contents.h"
#include "ui/diagram/diagram_painter.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace haneul::diagram {

enum class ExportFormat { Pdf, Svg, Png, Csv };
enum class Paper { A4, A3 }; // landscape

// A drone-diagram for paper and files: always the light theme, with its title, the network, the range of time, when it
// was made, and a legend. Holds all it needs: it can be made on any thread.
struct ExportJob {
    DiagramContentsPtr contents;
    TimeRange range;
    UtcMs made{};         // the stamp; also where the now-line stands
    milliseconds page{0}; // of time on one page; 0: as the range needs it
    Paper paper = Paper::A4;
    Occupancy occupancy = Occupancy::Shown;
    QString family; // of fonts
};

// How many pages of diagrams a document has, before those with the table of times.
[[nodiscard]] int diagramPages(const ExportJob& job);
[[nodiscard]] milliseconds pageLength(const ExportJob& job);

// Code EXPORT_FAILED: the picture could not be made (too large, no memory).
[[nodiscard]] Result<QByteArray> exported(const ExportJob& job, ExportFormat format);

// All pages onto a printer or PDF writer that is set to the paper, landscape. Code EXPORT_FAILED: it takes no painting.
[[nodiscard]] Result<void> paintPages(QPagedPaintDevice& device, const ExportJob& job);

// One row an event: network, mission, drone, state, visit, node, arrival or departure, planned, actual or expected, the
// mission's flight plan; then those of the plans: plan_start, plan_end, and conflict_start and conflict_end with
// another plan.
[[nodiscard]] QByteArray csvOf(const ExportJob& job);

[[nodiscard]] QString suffixOf(ExportFormat format); // "pdf"

} // namespace haneul::diagram
