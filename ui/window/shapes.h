#pragma once

#include "server/situation/situation.h"
#include "ui/models/picture_facts.h"
#include "ui/theme/theme.h"

#include <QPixmap>

namespace haneul::window {

// Signs whose outline says what the colour says: octagon, triangle, diamond; disc and ring in quiet grey for the
// normal.
enum class Shape { Disc, Ring, DottedRing, Diamond, Triangle, Octagon };

struct Sign {
    Shape shape;
    theme::ColorRole role;

    bool operator==(const Sign&) const = default;
};

[[nodiscard]] Sign signOf(models::FactGravity gravity);
[[nodiscard]] Sign signOf(situation::FeedState state);
[[nodiscard]] Sign signOf(situation::NoticeSeverity severity);

void paintSign(QPainter& painter, const QRectF& box, Sign sign, const theme::Theme& theme);
[[nodiscard]] QPixmap signPixmap(Sign sign, const theme::Theme& theme, int size, double pixelRatio);

} // namespace haneul::window
