#pragma once

#include "server/paths/path_service.h"
#include "ui/theme/theme.h"

class QPainter;
class QRectF;

namespace haneul::risk_path {

// The paths from above, north up, with start and goal and a length to measure by; lines as in the charts.
void paintSketch(QPainter& painter, const QRectF& area, const paths::Answer& answer, std::size_t chosen,
                 const theme::Theme& theme);

} // namespace haneul::risk_path
