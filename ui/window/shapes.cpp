#include "ui/window/shapes.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace haneul::window {

using theme::ColorRole;

Sign signOf(models::FactGravity gravity) {
    switch (gravity) {
    case models::FactGravity::Caution:
        return {Shape::Diamond, ColorRole::Caution};
    case models::FactGravity::Warning:
        return {Shape::Triangle, ColorRole::Warning};
    case models::FactGravity::Danger:
        return {Shape::Octagon, ColorRole::Danger};
    }
    return {Shape::Ring, ColorRole::Stale};
}

Sign signOf(situation::FeedState state) {
    switch (state) {
    case situation::FeedState::Starting:
        return {Shape::DottedRing, ColorRole::Stale};
    case situation::FeedState::Connected:
        return {Shape::Disc, ColorRole::Stale};
    case situation::FeedState::Silent:
        return {Shape::Diamond, ColorRole::Caution};
    case situation::FeedState::Disconnected:
        return {Shape::Triangle, ColorRole::Warning};
    case situation::FeedState::Failed:
        return {Shape::Octagon, ColorRole::Danger};
    }
    return {Shape::Ring, ColorRole::Stale};
}

Sign signOf(situation::NoticeSeverity severity) {
    switch (severity) {
    case situation::NoticeSeverity::Info:
        return {Shape::Ring, ColorRole::Stale};
    case situation::NoticeSeverity::Warning:
        return {Shape::Triangle, ColorRole::Warning};
    case situation::NoticeSeverity::Error:
        return {Shape::Octagon, ColorRole::Danger};
    }
    return {Shape::Ring, ColorRole::Stale};
}

namespace {

QPolygonF regular(const QRectF& box, int corners, double turn) {
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        polygon << box.center() + QPointF(std::cos(angle), std::sin(angle)) * box.width() / 2;
    }
    return polygon;
}

} // namespace

void paintSign(QPainter& painter, const QRectF& box, Sign sign, const theme::Theme& theme) {
    const QColor color = theme.color(sign.role);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (sign.shape) {
    case Shape::Disc:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Shape::Ring:
    case Shape::DottedRing: {
        QPen pen(color, box.width() / 7);
        if (sign.shape == Shape::DottedRing) pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        const double inset = box.width() / 7;
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case Shape::Diamond:
        painter.drawPolygon(regular(box, 4, 0));
        break;
    case Shape::Triangle:
        painter.drawPolygon(QPolygonF({QPointF(box.center().x(), box.top() + box.height() * 0.06),
                                       QPointF(box.right(), box.bottom() - box.height() * 0.06),
                                       QPointF(box.left(), box.bottom() - box.height() * 0.06)}));
        break;
    case Shape::Octagon:
        painter.drawPolygon(regular(box, 8, std::numbers::pi / 8));
        break;
    }
    painter.restore();
}

QPixmap signPixmap(Sign sign, const theme::Theme& theme, int size, double pixelRatio) {
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSign(painter, QRectF(0, 0, size, size), sign, theme);
    return pixmap;
}

} // namespace haneul::window
