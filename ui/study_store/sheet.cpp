#include "ui/study_store/sheet.h"

#include "ui/models/whole_file.h"
#include "ui/models/words.h"
#include "ui/study_store/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace haneul::study_store {

using theme::ColorRole;
using theme::paperTheme;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::study_store::Sheet)
};

constexpr double pointsPerInch = 72;
constexpr double fontSize_pt = 8;
constexpr int margin_mm = 15;
constexpr int resolution_dpi = 300;

} // namespace

QString madeText(UtcMs at, const QString& by) {
    return Words::tr("made %1 by %2").arg(whenText(at), by.isEmpty() ? models::unknownText() : by);
}

Sheet::Sheet(QPainter& painter, QPagedPaintDevice& device, const SheetFrame& frame, QSizeF size)
    : m_painter(painter)
    , m_device(device)
    , m_frame(frame)
    , m_size(size)
    , m_font(font(fontSize_pt))
    , m_metrics(m_font) {
    m_painter.setFont(font(fontSize_pt * 2, true));
    m_painter.setPen(paperTheme().color(ColorRole::Text));
    const QFontMetricsF large(m_painter.font());
    m_painter.drawText(QPointF(0, large.ascent()), m_frame.title);
    m_y = large.height();
    m_painter.setFont(m_font);
}

QFont Sheet::font(double size_pt, bool bold) const {
    QFont made(m_frame.family.isEmpty() ? theme::applicationFont().family() : m_frame.family);
    made.setPixelSize(static_cast<int>(std::lround(size_pt)));
    made.setFeature("locl", 0); // as in every sheet: text of a PDF must be found and copied
    made.setFeature("liga", 0);
    made.setBold(bold);
    return made;
}

void Sheet::need(double height) {
    if (m_y + height > m_size.height() - m_metrics.height() * 1.5) newPage();
}

void Sheet::newPage() {
    foot();
    if (!m_device.newPage()) m_failed = true;
    ++m_page;
    m_y = 0;
}

void Sheet::keepTogether(int lines) {
    need(m_metrics.height() * lines);
}

void Sheet::foot() {
    m_painter.setFont(m_font);
    m_painter.setPen(paperTheme().color(ColorRole::SecondaryText));
    const double y = m_size.height() - m_metrics.descent();
    m_painter.drawText(QPointF(0, y), m_frame.foot);
    const QString page = Words::tr("page %1").arg(m_page);
    m_painter.drawText(QPointF(m_size.width() - m_metrics.horizontalAdvance(page), y), page);
}

bool Sheet::finish() {
    foot();
    return !m_failed;
}

void Sheet::heading(const QString& text) {
    need(m_metrics.height() * 5);
    m_y += m_metrics.height() * 0.7;
    m_painter.setFont(font(fontSize_pt * 1.2, true));
    m_painter.setPen(paperTheme().color(ColorRole::Text));
    m_painter.drawText(QPointF(0, m_y + m_metrics.ascent() * 1.2), text);
    m_y += m_metrics.height() * 1.5;
    m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.6));
    m_painter.drawLine(QPointF(0, m_y), QPointF(m_size.width(), m_y));
    m_y += m_metrics.height() * 0.3;
    m_painter.setFont(m_font);
}

void Sheet::row(const QStringList& cells, const std::vector<double>& shares, ColorRole role, int flags) {
    const int wrap = Qt::TextWordWrap;
    m_painter.setFont(m_font);
    double height = 0;
    const auto width = [&](qsizetype i) {
        return shares[static_cast<std::size_t>(i)] * m_size.width() - m_metrics.height() * 0.4;
    };
    for (qsizetype i = 0; i < cells.size(); ++i)
        height = std::max(height, m_metrics.boundingRect(QRectF(0, 0, width(i), 1e5), wrap, cells[i]).height());
    need(height);
    double x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        m_painter.setPen(paperTheme().color(role));
        m_painter.drawText(QRectF(x, m_y, width(i), height), wrap | (i == 0 ? static_cast<int>(Qt::AlignLeft) : flags),
                           cells[i]);
        x += shares[static_cast<std::size_t>(i)] * m_size.width();
    }
    m_y += height + m_metrics.height() * 0.15;
}

void Sheet::facts(const Facts& facts) {
    for (const auto& [what, value] : facts)
        row({what, value}, {0.3, 0.7});
}

void Sheet::picture(double share, const std::function<void(QPainter&, const QRectF&)>& paint) {
    const double height = m_size.width() * share;
    need(height);
    const QRectF box(0, m_y, m_size.width(), height);
    m_painter.setFont(m_font);
    m_painter.save();
    m_painter.setClipRect(box);
    paint(m_painter, box);
    m_painter.restore();
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.6));
    m_painter.drawRect(box);
    m_y += height + m_metrics.height() * 0.6;
}

void Sheet::comparison(const QString& with, const std::vector<CompareRow>& rows) {
    heading(Words::tr("Compared with %1").arg(with));
    const std::vector<double> shares{0.26, 0.35, 0.39};
    row({Words::tr("What"), Words::tr("This study"), with}, shares, ColorRole::SecondaryText);
    for (const CompareRow& each : rows)
        row({QString((each.differs() ? QStringLiteral("≠ ") : QString()) % each.what), each.one, each.other}, shares,
            each.differs() ? ColorRole::Text : ColorRole::SecondaryText);
}

Result<void> paintSheet(QPagedPaintDevice& device, const SheetFrame& frame, const SheetContent& content) {
    QPainter painter;
    if (!painter.begin(&device)) return fail("EXPORT_FAILED", "the printer or file takes no page");
    const double unit = painter.device()->logicalDpiX() / pointsPerInch;
    painter.scale(unit, unit);
    const QRectF area = painter.viewport();
    Sheet sheet(painter, device, frame, {area.width() / unit, area.height() / unit});
    content(sheet);
    if (!sheet.finish()) return fail("EXPORT_FAILED", "no further page could be made");
    painter.end();
    return {};
}

Result<QByteArray> sheetPdf(const SheetFrame& frame, const SheetContent& content) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return fail("EXPORT_FAILED", "the document could not be written");
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(frame.title);
    writer.setCreator(QStringLiteral("Haneul"));
    writer.setResolution(resolution_dpi);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), frame.orientation,
                                     QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout::Millimeter));
    if (auto painted = paintSheet(writer, frame, content); !painted) return std::unexpected(painted.error());
    buffer.close();
    return bytes;
}

Result<void> writeWhole(const QString& path, const Result<QByteArray>& bytes) {
    if (!bytes) return std::unexpected(bytes.error());
    const QString trouble = models::writeWhole(path, *bytes);
    if (!trouble.isEmpty()) return fail("EXPORT_FAILED", trouble.toStdString(), path.toStdString());
    return {};
}

} // namespace haneul::study_store
