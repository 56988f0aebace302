#include "ui/risk_collision/reich_report.h"

#include "ui/models/words.h"
#include "ui/profile/chart.h"
#include "ui/risk_collision/explanation.h"
#include "ui/risk_collision/reich_charts.h"
#include "ui/risk_collision/space_picture.h"
#include "ui/risk_collision/words.h"
#include "ui/study_store/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace haneul::risk::collision {

using theme::ColorRole;
using theme::paperTheme;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Report)
};

constexpr double pointsPerInch = 72;
constexpr double fontSize_pt = 8;
constexpr int margin_mm = 15;
constexpr int resolution_dpi = 300;

// A document that grows downwards and takes a new page when one is full.
class Report {
public:
    Report(QPainter& painter, QPagedPaintDevice& device, const ReportJob& job, QSizeF size)
        : m_painter(painter)
        , m_device(device)
        , m_job(job)
        , m_size(size)
        , m_font(font(fontSize_pt))
        , m_metrics(m_font) {}

    bool everything() {
        head();
        heading(Words::tr("Collisions per flight hour"));
        table();
        heading(Words::tr("The chosen cell, number by number"));
        lines(explain(m_job.study, m_job.results));
        heading(Words::tr("Risk over distance, and least distance by lookup"));
        picture(0.42, [&](const QRectF& box) {
            profile::paintChart(m_painter, box, riskCurves(m_job.study, m_job.results), paperTheme());
        });
        separations();
        heading(Words::tr("Sensitivity"));
        picture(0.36, [&](const QRectF& box) {
            profile::paintChart(m_painter, box, sensitivityCurves(m_job.study), paperTheme());
        });
        sensitivity();
        heading(Words::tr("Space division and obstacles"));
        picture(0.3, [&](const QRectF& box) { paintSpace(m_painter, box, m_job.study, m_job.results, paperTheme()); });
        corridor();
        if (!m_job.comparedWith.isEmpty()) comparison();
        foot();
        return !m_failed;
    }

private:
    [[nodiscard]] QFont font(double size_pt, bool bold = false) const {
        QFont made(m_job.family.isEmpty() ? theme::applicationFont().family() : m_job.family);
        made.setPixelSize(static_cast<int>(std::lround(size_pt))); // one unit of the painter is one point
        made.setFeature("locl", 0); // as in every sheet: text of a PDF must be found and copied
        made.setFeature("liga", 0);
        made.setBold(bold);
        return made;
    }

    void need(double height) {
        if (m_y + height <= m_size.height() - m_metrics.height() * 1.5) return;
        foot();
        if (!m_device.newPage()) m_failed = true;
        ++m_page;
        m_y = 0;
    }

    void foot() {
        m_painter.setFont(m_font);
        m_painter.setPen(paperTheme().color(ColorRole::SecondaryText));
        const double y = m_size.height() - m_metrics.descent();
        m_painter.drawText(QPointF(0, y), Words::tr("Preset %1 · made %2 by %3")
                                              .arg(presetText(m_job.study.preset), study_store::whenText(m_job.made),
                                                   m_job.madeBy.isEmpty() ? models::unknownText() : m_job.madeBy));
        const QString page = Words::tr("page %1").arg(m_page);
        m_painter.drawText(QPointF(m_size.width() - m_metrics.horizontalAdvance(page), y), page);
    }

    void heading(const QString& text) {
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

    void row(const QStringList& cells, const std::vector<double>& shares, ColorRole role, int flags = Qt::AlignLeft) {
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
            m_painter.drawText(QRectF(x, m_y, width(i), height),
                               wrap | (i == 0 ? static_cast<int>(Qt::AlignLeft) : flags), cells[i]);
            x += shares[static_cast<std::size_t>(i)] * m_size.width();
        }
        m_y += height + m_metrics.height() * 0.15;
    }

    template <class Paint>
    void picture(double share, Paint paint) {
        const double height = m_size.width() * share;
        need(height);
        const QRectF box(0, m_y, m_size.width(), height);
        m_painter.setFont(m_font);
        m_painter.save();
        m_painter.setClipRect(box);
        paint(box);
        m_painter.restore();
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.6));
        m_painter.drawRect(box);
        m_y += height + m_metrics.height() * 0.6;
    }

    void head() {
        m_painter.setFont(font(fontSize_pt * 2, true));
        m_painter.setPen(paperTheme().color(ColorRole::Text));
        const QFontMetricsF large(m_painter.font());
        m_painter.drawText(QPointF(0, large.ascent()), Words::tr("Collision risk on parallel routes"));
        m_y = large.height();
        m_painter.setFont(m_font);
        const std::vector<double> shares{0.2, 0.8};
        if (!m_job.name.isEmpty()) row({Words::tr("Study"), m_job.name}, shares, ColorRole::Text);
        row({Words::tr("Model"), Words::tr("Reich: two drones in opposite directions on parallel routes at one level")},
            shares, ColorRole::Text);
        row({Words::tr("Preset"), presetText(m_job.study.preset)}, shares, ColorRole::Text);
        if (const QString remark = remarkText(m_job.study.preset); !remark.isEmpty())
            row({Words::tr("Remark"), QString(u"◆ " % remark)}, shares, ColorRole::Text);
        if (!m_job.study.preset.note.empty())
            row({Words::tr("Made from"), plain(m_job.study.preset.note)}, shares, ColorRole::Text);
        for (const ExplainLine& line : presetLines(m_job.study.preset))
            row({line.what, QString(line.value % u" · " % line.source)}, shares, ColorRole::SecondaryText);
    }

    void table() {
        const ReichStudy& study = m_job.study;
        row({Words::tr("▲ Reject: above the target of %1. ✓ Accept: at most the target. Lookup: %2.")
                 .arg(riskText(study.targetPerHour), lookupText(study.overlap.lookup))},
            {1.0}, ColorRole::SecondaryText);
        constexpr std::size_t across = 9;
        for (std::size_t from = 0; from < study.scenarios.size(); from += across) {
            const std::size_t to = std::min(from + across, study.scenarios.size());
            std::vector<double> shares{0.13};
            QStringList heads{Words::tr("Distance")};
            for (std::size_t i = from; i < to; ++i) {
                const Scenario& scenario = study.scenarios[i];
                shares.push_back(0.87 / static_cast<double>(across));
                heads << QStringLiteral("%1\n%2×%3×%4 m\n%5 kt")
                             .arg(plain(scenario.name), numberText(scenario.size.length_m),
                                  numberText(scenario.size.width_m), numberText(scenario.size.height_m),
                                  numberText(scenario.speed_kt));
            }
            row(heads, shares, ColorRole::SecondaryText, Qt::AlignRight);
            for (std::size_t line = 0; line < study.distances_m.size(); ++line) {
                QStringList cells{metresText(study.distances_m[line])};
                for (std::size_t i = from; i < to; ++i) {
                    const Cell& cell = m_job.results.table[line][i];
                    cells << QString(riskText(cell.collisionsPerHour) % u' ' % decisionSign(cell.decision));
                }
                row(cells, shares, ColorRole::Text, Qt::AlignRight);
            }
            QStringList least{Words::tr("Least distance")};
            for (std::size_t i = from; i < to; ++i)
                least << metresOrNone(m_job.results.leastOfEach[i].wholeMetres());
            row(least, shares, ColorRole::Text, Qt::AlignRight);
        }
    }

    void lines(const std::vector<ExplainLine>& all) {
        for (const ExplainLine& line : all)
            row({line.what, line.value, line.source}, {0.25, 0.25, 0.5}, ColorRole::Text);
    }

    void separations() {
        need(m_metrics.height() * 7); // the few rows stay together
        const std::vector<double> shares{0.25, 0.25, 0.25, 0.25};
        row({Words::tr("Lookup"), Words::tr("Least distance"), Words::tr("Whole metres"), Words::tr("Overlap needed")},
            shares, ColorRole::SecondaryText);
        for (std::size_t i = 0; i < allLookups.size(); ++i) {
            const Separation& one = m_job.results.separations[i];
            row({lookupText(allLookups[i]),
                 one.distance_m ? QStringLiteral("%1 m").arg(*one.distance_m, 0, 'f', 5) : metresOrNone({}),
                 metresOrNone(one.wholeMetres()), riskText(one.overlapNeeded)},
                shares, ColorRole::Text);
        }
    }

    void sensitivity() {
        const std::vector<double> shares{0.2, 0.1, 0.35, 0.35};
        row({Words::tr("Parameter"), Words::tr("Elasticity"), Words::tr("Raised"), Words::tr("Lowered")}, shares,
            ColorRole::SecondaryText);
        for (std::size_t i = 0; i < m_job.results.ranking.size(); ++i) {
            const Sensitivity& raised = m_job.results.ranking[i];
            row({parameterText(raised.parameter), elasticityText(raised.elasticity), directionText(raised),
                 directionText(m_job.results.lowered[i])},
                shares, ColorRole::Text);
        }
    }

    void corridor() {
        row({Words::tr("Corridor"), verdictText(m_job.results.corridor.verdict)}, {0.2, 0.8}, ColorRole::Text);
        constexpr std::size_t mostHarmless = 40; // of a city there may be thousands
        std::size_t leftOut = 0;
        for (std::size_t i = 0; i < m_job.study.obstacles.size(); ++i) {
            const Obstacle& obstacle = m_job.study.obstacles[i];
            const bool inTheWay = std::ranges::contains(m_job.results.corridor.inTheWay, i);
            const bool matters = inTheWay || std::ranges::contains(m_job.results.corridor.unknown, i);
            if (i >= mostHarmless && !matters) {
                ++leftOut;
                continue;
            }
            row({QString((inTheWay ? QStringLiteral("▲ ") : QString()) % plain(obstacle.name)),
                 Words::tr("%1 from the route, height %2; %3")
                     .arg(metresText(obstacle.distance_m),
                          obstacle.top_m ? metresText(*obstacle.top_m) : Words::tr("not known"),
                          obstacle.source.empty() ? Words::tr("typed in") : plain(obstacle.source))},
                {0.2, 0.8}, ColorRole::Text);
        }
        if (leftOut > 0)
            row({QString(), Words::tr("%n more are not in the way", nullptr, static_cast<int>(leftOut))}, {0.2, 0.8},
                ColorRole::SecondaryText);
    }

    void comparison() {
        heading(Words::tr("Compared with %1").arg(m_job.comparedWith));
        const std::vector<double> shares{0.26, 0.35, 0.39};
        row({Words::tr("What"), Words::tr("This study"), m_job.comparedWith}, shares, ColorRole::SecondaryText);
        for (const CompareRow& each : m_job.comparison)
            row({QString((each.differs() ? QStringLiteral("≠ ") : QString()) % each.what), each.one, each.other},
                shares, each.differs() ? ColorRole::Text : ColorRole::SecondaryText);
    }

    QPainter& m_painter;
    QPagedPaintDevice& m_device;
    const ReportJob& m_job;
    QSizeF m_size;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_y = 0;
    int m_page = 1;
    bool m_failed = false;
};

} // namespace

Result<void> paintReport(QPagedPaintDevice& device, const ReportJob& job) {
    QPainter painter;
    if (!painter.begin(&device)) return fail("EXPORT_FAILED", "the printer or file takes no page");
    const double unit = painter.device()->logicalDpiX() / pointsPerInch;
    painter.scale(unit, unit);
    const QRectF area = painter.viewport();
    if (!Report(painter, device, job, {area.width() / unit, area.height() / unit}).everything())
        return fail("EXPORT_FAILED", "no further page could be made");
    painter.end();
    return {};
}

Result<QByteArray> reportPdf(const ReportJob& job) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return fail("EXPORT_FAILED", "the document could not be written");
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(Words::tr("Collision risk on parallel routes"));
    writer.setCreator(QStringLiteral("Haneul"));
    writer.setResolution(resolution_dpi);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout::Millimeter));
    if (auto painted = paintReport(writer, job); !painted) return std::unexpected(painted.error());
    buffer.close();
    return bytes;
}

} // namespace haneul::risk::collision
