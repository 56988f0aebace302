#pragma once

#include "core/base/error.h"
#include "ui/study_store/compare_row.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QFont>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace haneul::study_store {

// What every sheet of a study says of itself.
struct SheetFrame {
    QString title;
    QString foot;   // on each page, beside its number
    QString family; // of fonts; empty: the program's
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
};

// "made 2026-11-26 04:05:06Z by Kim"; nobody: not known.
[[nodiscard]] QString madeText(UtcMs at, const QString& by);

// A study for paper: a document that grows downwards and takes a new page when one is full. One unit of the painter is
// a point.
class Sheet {
public:
    Sheet(QPainter& painter, QPagedPaintDevice& device, const SheetFrame& frame, QSizeF size);

    void heading(const QString& text);
    // Cells beside each other, wrapped; `shares` of the width. The first is always to the left.
    void row(const QStringList& cells, const std::vector<double>& shares,
             theme::ColorRole role = theme::ColorRole::Text, int flags = Qt::AlignLeft);
    void facts(const Facts& facts); // a line each
    // In a frame as wide as the page and `share` of that high.
    void picture(double share, const std::function<void(QPainter& painter, const QRectF& box)>& paint);
    void comparison(const QString& with, const std::vector<CompareRow>& rows);
    void keepTogether(int lines);
    void newPage();

    [[nodiscard]] bool finish(); // the last foot; false: a page could not be made

private:
    [[nodiscard]] QFont font(double size_pt, bool bold = false) const;
    void need(double height);
    void foot();

    QPainter& m_painter;
    QPagedPaintDevice& m_device;
    const SheetFrame& m_frame;
    QSizeF m_size;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_y = 0;
    int m_page = 1;
    bool m_failed = false;
};

using SheetContent = std::function<void(Sheet& sheet)>;

// Code EXPORT_FAILED.
[[nodiscard]] Result<void> paintSheet(QPagedPaintDevice& device, const SheetFrame& frame, const SheetContent& content);
[[nodiscard]] Result<QByteArray> sheetPdf(const SheetFrame& frame, const SheetContent& content); // A4
[[nodiscard]] Result<void> writeWhole(const QString& path, const Result<QByteArray>& bytes);     // all or nothing

} // namespace haneul::study_store
