#include "ui/diagram/diagram_export.h"

#include "ui/delivery/words.h"
#include "ui/diagram/diagram_words.h"
#include "ui/logbook/csv.h"
#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace haneul::diagram {

using theme::ColorRole;
using timing::EventKind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::diagram::Export)
};

// Of the table of times.
constexpr const char* columnTitles[] = {QT_TRANSLATE_NOOP("haneul::diagram::Export", "Mission"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Drone"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "State"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Node"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Event"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Planned, UTC"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Now, UTC"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Reading"),
                                        QT_TRANSLATE_NOOP("haneul::diagram::Export", "Delay")};

// Of the table of flight plans.
constexpr const char* planTitles[] = {QT_TRANSLATE_NOOP("haneul::diagram::Export", "Flight plan"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "State"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "Operator"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "Drone"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "Mission"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "Start, UTC"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "End, UTC"),
                                      QT_TRANSLATE_NOOP("haneul::diagram::Export", "Conflicts")};

constexpr double pointsPerInch = 72;
constexpr double fontSize_pt = 8;
constexpr int margin_mm = 10;
constexpr int resolution_dpi = 300;
constexpr int pngScale = 2;
constexpr std::size_t most = 200; // pages of diagrams
constexpr milliseconds shortestPage{3'600'000};
constexpr milliseconds standardPage{6 * 3'600'000};
constexpr double stampWidth_em = 60;

using theme::paperTheme;

QFont fontOf(const ExportJob& job, double size_pt, bool bold = false) {
    QFont font(job.family.isEmpty() ? theme::applicationFont().family() : job.family);
    font.setPixelSize(static_cast<int>(std::lround(size_pt))); // one unit of the painter is one point
    // Korean forms of the figures and ligatures have no characters: in a PDF nobody could search or copy them.
    font.setFeature("locl", 0);
    font.setFeature("liga", 0);
    font.setBold(bold);
    return font;
}

// The sheet of one page, in points: head, diagram, legend.
class Sheet {
public:
    Sheet(QPainter& painter, const ExportJob& job, const QSizeF& size)
        : m_painter(painter)
        , m_job(job)
        , m_size(size)
        , m_font(fontOf(job, fontSize_pt))
        , m_metrics(m_font) {}

    void diagram(const TimeRange& range, const QString& page) {
        ground();
        const double top = head(range, page);
        const double below = m_metrics.height() * 1.8;
        const QSizeF area(m_size.width(), m_size.height() - top - below);
        m_painter.save();
        m_painter.translate(0, top);
        DiagramScale scale;
        scale.setPlot(plotIn(area, *m_job.contents, m_metrics));
        scale.setRows(m_job.contents->rows.size(), 1); // all rows on the sheet
        scale.show(range);
        const DiagramLook look{.theme = paperTheme(),
                               .font = m_font,
                               .occupancy = m_job.occupancy,
                               .line_px = 0.7,
                               .margin = ColorRole::Base};
        DiagramPainter(m_painter, *m_job.contents, scale, look, nullptr).everything(area);
        nowLine(scale);
        m_painter.restore();
        legend(m_size.height() - below);
    }

    // From that event on; returns the first that had no room.
    std::size_t table(const std::vector<MissionEvent>& events, std::size_t from, const QString& page) {
        ground();
        double y = head(m_job.range, page);
        const double line = m_metrics.height() * 1.25;
        titleRow(y, columnTitles, eventShares);
        y += line * 1.2;
        std::size_t at = from;
        for (; at < events.size() && y + line < m_size.height(); ++at, y += line)
            eventRow(y, events[at], at == from || events[at - 1].mission != events[at].mission);
        return at;
    }

    // The same of flight plans; `bars` of DiagramContents::plans.
    std::size_t planTable(const std::vector<std::size_t>& bars, std::size_t from, const QString& page) {
        ground();
        double y = head(m_job.range, page);
        const double line = m_metrics.height() * 1.25;
        titleRow(y, planTitles, planShares);
        y += line * 1.2;
        std::size_t at = from;
        for (; at < bars.size() && y + line < m_size.height(); ++at, y += line)
            row(y, planCells(*m_job.contents, bars[at]), planShares, ColorRole::Text);
        return at;
    }

private:
    // Of the width; times in columns of their own.
    static constexpr double eventShares[] = {0.13, 0.10, 0.10, 0.16, 0.09, 0.16, 0.16, 0.06, 0.04};
    static constexpr double planShares[] = {0.11, 0.13, 0.09, 0.09, 0.09, 0.14, 0.14, 0.21};

    static QString instant(UtcMs time) { return QString(dateText(time) % u' ' % exactTime(time)); }

    static std::vector<QString> planCells(const DiagramContents& contents, std::size_t index) {
        const plan::FlightPlan& plan = contents.plans[index].plan->plan;
        QStringList met;
        for (const PlanConflict& conflict : contents.planConflicts) {
            if (conflict.bar == index) met << QString::fromStdString(conflict.plan);
            if (conflict.other == index) met << QString::fromStdString(contents.plans[conflict.bar].plan->plan.id);
        }
        met.removeDuplicates();
        return {QString::fromStdString(plan.id),
                plans::stateText(plan.state),
                QString::fromStdString(plan.operator_id),
                QString::fromStdString(plan.drone_id),
                QString::fromStdString(plan.mission_id),
                instant(plan.start),
                instant(plan.end),
                met.join(QStringLiteral(", "))};
    }

    void titleRow(double y, std::span<const char* const> titles, std::span<const double> shares) {
        const double line = m_metrics.height() * 1.25;
        std::vector<QString> cells;
        for (const char* title : titles)
            cells.push_back(Words::tr(title));
        row(y, cells, shares, ColorRole::SecondaryText);
        m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.7));
        m_painter.drawLine(QPointF(0, y + line), QPointF(m_size.width(), y + line));
    }

    void ground() {
        m_painter.fillRect(QRectF(QPointF(), m_size), paperTheme().color(ColorRole::Base)); // little ink
        m_painter.setFont(m_font);
    }

    void text(QPointF baseline, const QString& plain, ColorRole role = ColorRole::Text) {
        m_painter.setPen(paperTheme().color(role));
        m_painter.drawText(baseline, plain);
    }

    // Returns where what is below it begins.
    double head(const TimeRange& range, const QString& page) {
        const DiagramContents& contents = *m_job.contents;
        const QFont large = fontOf(m_job, fontSize_pt * 1.6, true);
        const QFontMetricsF largeMetrics(large);
        m_painter.setFont(large);
        const QString network = contents.networkName.empty()
                                    ? QString::fromStdString(contents.options.network)
                                    : QStringLiteral("%1 (%2)").arg(QString::fromStdString(contents.networkName),
                                                                    QString::fromStdString(contents.options.network));
        text({0, largeMetrics.ascent()}, Words::tr("Drone-diagram: %1").arg(network));
        m_painter.setFont(m_font);
        const double second = largeMetrics.height() + m_metrics.ascent();
        text({0, second},
             Words::tr("%1 · %n mission(s) · revision %2 of the network", nullptr,
                       static_cast<int>(contents.lines.size()))
                 .arg(rangeText(range))
                 .arg(contents.revision),
             ColorRole::SecondaryText);
        const QString stamp = Words::tr("made %1 %2 · %3").arg(dateText(m_job.made), models::utcTime(m_job.made), page);
        text({m_size.width() - m_metrics.horizontalAdvance(stamp), second}, stamp, ColorRole::SecondaryText);
        return largeMetrics.height() + m_metrics.height() * 1.6;
    }

    void nowLine(const DiagramScale& scale) {
        const PlotArea& plot = scale.plot();
        const double x = scale.x(m_job.made);
        if (x < plot.left || x > plot.right()) return;
        QPen pen(paperTheme().color(ColorRole::Selection), 0.8);
        pen.setDashPattern({6, 3});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom()));
    }

    void legend(double top) {
        const double middle = top + m_metrics.height() * 1.1;
        const double sample = m_metrics.height() * 2.2;
        double x = 0;
        const auto entry = [&](const QString& name, auto draw) {
            draw(QRectF(x, middle - m_metrics.height() / 2, sample, m_metrics.height()));
            text({x + sample + m_metrics.height() * 0.4, middle + m_metrics.ascent() * 0.4}, name,
                 ColorRole::SecondaryText);
            x += sample + m_metrics.height() * 1.6 + m_metrics.horizontalAdvance(name);
        };
        const auto line = [&](ColorRole role, double width, bool dashes) {
            return [this, role, width, dashes](const QRectF& box) {
                QPen pen(paperTheme().color(role), width);
                if (dashes) pen.setDashPattern({2.2, 1.4});
                m_painter.setPen(pen);
                m_painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
            };
        };
        entry(Words::tr("planned"), line(ColorRole::Text, 0.8, false));
        entry(Words::tr("flown"), line(ColorRole::Text, 1.8, false));
        entry(Words::tr("expected"), line(ColorRole::Text, 1.4, true));
        const auto filled = [&](float alpha) {
            return [this, alpha](const QRectF& place) {
                QColor fill = paperTheme().color(ColorRole::SecondaryText);
                fill.setAlphaF(alpha);
                m_painter.fillRect(place.adjusted(0, place.height() * 0.25, 0, -place.height() * 0.25), fill);
            };
        };
        if (m_job.occupancy == Occupancy::Shown) {
            entry(Words::tr("node column held"), filled(0.32F));
            entry(Words::tr("headway on a link"), filled(0.13F));
        }
        entry(Words::tr("conflict"), [this](const QRectF& box) {
            const double size = box.height() * 0.4;
            const QPointF at = box.center();
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(paperTheme().color(ColorRole::Warning));
            m_painter.drawPolygon(QPolygonF({{at.x(), at.y() - size},
                                             {at.x() + size, at.y() + size * 0.75},
                                             {at.x() - size, at.y() + size * 0.75}}));
            m_painter.setBrush(Qt::NoBrush);
        });
        if (m_job.contents->crossingsKnown)
            entry(Words::tr("crossing of links"), [this](const QRectF& box) {
                const double size = box.height() * 0.25;
                m_painter.setPen(QPen(paperTheme().color(ColorRole::SecondaryText), 1));
                m_painter.drawLine(box.center() + QPointF(-size, -size), box.center() + QPointF(size, size));
                m_painter.drawLine(box.center() + QPointF(-size, size), box.center() + QPointF(size, -size));
            });
        if (!m_job.contents->plans.empty()) planLegend(entry);
        entry(Words::tr("now, when this was made"), line(ColorRole::Selection, 0.8, true));
    }

    template <class Entry>
    void planLegend(const Entry& entry) {
        const auto bar = [this](double width, bool dashes, float alpha) {
            return [this, width, dashes, alpha](const QRectF& box) {
                QColor fill = paperTheme().color(ColorRole::SecondaryText);
                fill.setAlphaF(alpha);
                QPen pen(paperTheme().color(ColorRole::Text), width);
                if (dashes) pen.setDashPattern({5, 3});
                m_painter.setPen(pen);
                m_painter.setBrush(fill);
                m_painter.drawRect(box.adjusted(0, box.height() * 0.2, 0, -box.height() * 0.2));
                m_painter.setBrush(Qt::NoBrush);
            };
        };
        entry(Words::tr("plan waits"), bar(0.7, true, 0.0F));
        entry(Words::tr("plan approved"), bar(0.7, false, 0.25F));
        entry(Words::tr("plan in flight"), bar(1.7, false, 0.45F));
    }

    void row(double y, std::span<const QString> cells, std::span<const double> shares, ColorRole role) {
        double x = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double width = shares[i] * m_size.width();
            text({x, y + m_metrics.ascent()},
                 m_metrics.elidedText(cells[i], Qt::ElideRight, width - m_metrics.height() * 0.4), role);
            x += width;
        }
    }

    void eventRow(double y, const MissionEvent& event, bool first) {
        const delivery::Mission& mission = *event.mission;
        const QString cells[] = {first ? QString::fromStdString(mission.id) : QString(),
                                 first ? QString::fromStdString(mission.drone) : QString(),
                                 first ? delivery::stepText(mission.step()) : QString(),
                                 QStringLiteral("%1  %2").arg(QString::number(event.visit),
                                                              QString::fromStdString(mission.route.nodes[event.visit])),
                                 event.kind == EventKind::Arrival ? Words::tr("arrival") : Words::tr("departure"),
                                 instant(event.planned),
                                 instant(event.now),
                                 event.actual ? Words::tr("actual") : Words::tr("expected"),
                                 delayText(event.now - event.planned)};
        if (first) {
            m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.4));
            m_painter.drawLine(QPointF(0, y), QPointF(m_size.width(), y));
        }
        row(y, cells, eventShares, ColorRole::Text);
    }

    QPainter& m_painter;
    const ExportJob& m_job;
    QSizeF m_size;
    QFont m_font;
    QFontMetricsF m_metrics;
};

bool inRange(const MissionLine& line, const TimeRange& range) {
    return line.begin_ms <= sinceEpoch_ms(range.to) && line.end_ms >= sinceEpoch_ms(range.from);
}

std::vector<MissionEvent> eventsIn(const ExportJob& job) {
    std::vector<MissionEvent> all;
    for (const MissionLine& line : job.contents->lines)
        if (inRange(line, job.range)) std::ranges::copy(eventsOf(line.mission), std::back_inserter(all));
    return all;
}

std::vector<std::size_t> barsIn(const ExportJob& job) {
    std::vector<std::size_t> bars;
    for (std::size_t bar = 0; bar < job.contents->plans.size(); ++bar) {
        const PlanBar& each = job.contents->plans[bar];
        if (each.begin_ms <= sinceEpoch_ms(job.range.to) && each.end_ms >= sinceEpoch_ms(job.range.from))
            bars.push_back(bar);
    }
    return bars;
}

// One large sheet, as wide as the whole range needs; in points.
QSizeF sheetSize(const ExportJob& job) {
    const double pages = std::ceil(static_cast<double>(job.range.length().count()) /
                                   static_cast<double>(std::max(pageLength(job), milliseconds{1}).count()));
    const QSizeF page = job.paper == Paper::A4 ? QSizeF(785, 538) : QSizeF(1134, 785);
    return {page.width() * std::clamp(pages, 1.0, 8.0), page.height()};
}

// How many rows a page of the table has: as many as the first one, for all begin alike.
std::size_t rowsOfTable(const ExportJob& job, QSizeF size, const std::vector<MissionEvent>& events) {
    QImage scratch(1, 1, QImage::Format_RGB32);
    QPainter painter(&scratch);
    return Sheet(painter, job, size).table(events, 0, {});
}

Result<QByteArray> svg(const ExportJob& job) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QSizeF size = sheetSize(job);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pointsPerInch));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(Words::tr("Drone-diagram: %1").arg(QString::fromStdString(job.contents->options.network)));
    generator.setDescription(rangeText(job.range));
    QPainter painter;
    if (!painter.begin(&generator)) return fail("EXPORT_FAILED", "the SVG could not be made");
    Sheet(painter, job, size).diagram(job.range, QStringLiteral("1/1"));
    painter.end();
    return bytes;
}

Result<QByteArray> png(const ExportJob& job) {
    const QSizeF size = sheetSize(job);
    QImage image((size * pngScale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) return fail("EXPORT_FAILED", "there is not enough memory for the picture");
    QPainter painter(&image);
    painter.scale(pngScale, pngScale);
    Sheet(painter, job, size).diagram(job.range, QStringLiteral("1/1"));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return fail("EXPORT_FAILED", "the picture could not be written");
    return bytes;
}

Result<QByteArray> pdf(const ExportJob& job) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return fail("EXPORT_FAILED", "the document could not be written");
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(Words::tr("Drone-diagram: %1").arg(QString::fromStdString(job.contents->options.network)));
    writer.setCreator(QStringLiteral("Haneul"));
    writer.setResolution(resolution_dpi);
    writer.setPageLayout(QPageLayout(QPageSize(job.paper == Paper::A4 ? QPageSize::A4 : QPageSize::A3),
                                     QPageLayout::Landscape, QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm),
                                     QPageLayout::Millimeter));
    if (auto painted = paintPages(writer, job); !painted) return std::unexpected(painted.error());
    buffer.close();
    return bytes;
}

QString planOf(const DiagramContents& contents, const std::string& mission) {
    const auto found = std::ranges::find(contents.plans, mission,
                                         [](const PlanBar& bar) -> const auto& { return bar.plan->plan.mission_id; });
    return found == contents.plans.end() ? QString() : QString::fromStdString(found->plan->plan.id);
}

// Its beginning and end, and from when to when it is in the way of which other plan.
void addPlanRows(std::vector<QStringList>& rows, const DiagramContents& contents, std::size_t index) {
    const plan::FlightPlan& plan = contents.plans[index].plan->plan;
    const auto add = [&](const QString& event, UtcMs at, const QString& other = {}) {
        const QString time = QString::fromStdString(toRfc3339(at));
        rows.push_back({QString(), QString::fromStdString(plan.mission_id), QString::fromStdString(plan.drone_id),
                        QString::fromUtf8(toString(plan.state)), QString(), QString(), event, time, time,
                        QStringLiteral("plan"), QStringLiteral("0.000"), QString::fromStdString(plan.id), other});
    };
    add(QStringLiteral("plan_start"), plan.start);
    for (const PlanConflict& conflict : contents.planConflicts) {
        if (conflict.bar != index) continue;
        add(QStringLiteral("conflict_start"), utcMs(conflict.begin_ms), QString::fromStdString(conflict.plan));
        add(QStringLiteral("conflict_end"), utcMs(conflict.end_ms), QString::fromStdString(conflict.plan));
    }
    add(QStringLiteral("plan_end"), plan.end);
}

} // namespace

milliseconds pageLength(const ExportJob& job) {
    if (job.page > milliseconds{0}) return job.page;
    return job.range.length() <= standardPage + standardPage / 2 ? std::max(job.range.length(), milliseconds{1})
                                                                 : standardPage;
}

int diagramPages(const ExportJob& job) {
    const milliseconds page =
        std::max(pageLength(job), job.page > milliseconds{0} ? shortestPage / 60 : milliseconds{1});
    const auto pages = (job.range.length() + page - milliseconds{1}) / page;
    return static_cast<int>(std::clamp<std::int64_t>(pages, 1, most));
}

Result<void> paintPages(QPagedPaintDevice& device, const ExportJob& job) {
    QPainter painter;
    if (!painter.begin(&device)) return fail("EXPORT_FAILED", "the printer or file takes no page");
    const double unit = painter.device()->logicalDpiX() / pointsPerInch;
    painter.scale(unit, unit);
    const QRectF area = painter.viewport();
    const QSizeF size(area.width() / unit, area.height() / unit);
    const int pages = diagramPages(job);
    const milliseconds length = pageLength(job);
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device.newPage()) return fail("EXPORT_FAILED", "no further page could be made");
        const UtcMs from = job.range.from + length * page;
        Sheet(painter, job, size).diagram({from, from + length}, Words::tr("page %1 of %2").arg(page + 1).arg(pages));
    }
    const std::vector<MissionEvent> events = eventsIn(job);
    const std::size_t onOne = rowsOfTable(job, size, events);
    if (onOne == 0 && !events.empty()) return fail("EXPORT_FAILED", "the paper is too small for the table");
    const std::size_t tables = events.empty() ? 0 : (events.size() + onOne - 1) / onOne;
    for (std::size_t table = 0; table < tables; ++table) {
        if (!device.newPage()) return fail("EXPORT_FAILED", "no further page could be made");
        (void)Sheet(painter, job, size)
            .table(events, table * onOne, Words::tr("times, page %1 of %2").arg(table + 1).arg(tables));
    }
    const std::vector<std::size_t> bars = barsIn(job);
    for (std::size_t from = 0; from < bars.size();) {
        if (!device.newPage()) return fail("EXPORT_FAILED", "no further page could be made");
        const std::size_t next = Sheet(painter, job, size).planTable(bars, from, Words::tr("flight plans"));
        if (next == from) return fail("EXPORT_FAILED", "the paper is too small for the table");
        from = next;
    }
    painter.end();
    return {};
}

QByteArray csvOf(const ExportJob& job) {
    std::vector<QStringList> rows{{QStringLiteral("network"), QStringLiteral("mission"), QStringLiteral("drone"),
                                   QStringLiteral("state"), QStringLiteral("visit"), QStringLiteral("node"),
                                   QStringLiteral("event"), QStringLiteral("planned_utc"), QStringLiteral("time_utc"),
                                   QStringLiteral("reading"), QStringLiteral("delay_s"), QStringLiteral("plan"),
                                   QStringLiteral("with_plan")}};
    for (const MissionEvent& event : eventsIn(job)) {
        const delivery::Mission& mission = *event.mission;
        const double delay_s = static_cast<double>((event.now - event.planned).count()) / 1000;
        rows.push_back({QString::fromStdString(mission.network), QString::fromStdString(mission.id),
                        QString::fromStdString(mission.drone), QString::fromUtf8(toString(mission.step())),
                        QString::number(event.visit), QString::fromStdString(mission.route.nodes[event.visit]),
                        event.kind == EventKind::Arrival ? QStringLiteral("arrival") : QStringLiteral("departure"),
                        QString::fromStdString(toRfc3339(event.planned)), QString::fromStdString(toRfc3339(event.now)),
                        event.actual ? QStringLiteral("actual") : QStringLiteral("expected"),
                        QString::number(delay_s, 'f', 3), planOf(*job.contents, mission.id), QString()});
    }
    for (const std::size_t bar : barsIn(job))
        addPlanRows(rows, *job.contents, bar);
    return logbook::csvText(rows);
}

Result<QByteArray> exported(const ExportJob& job, ExportFormat format) {
    switch (format) {
    case ExportFormat::Pdf:
        return pdf(job);
    case ExportFormat::Svg:
        return svg(job);
    case ExportFormat::Png:
        return png(job);
    case ExportFormat::Csv:
        return csvOf(job);
    }
    return fail("EXPORT_FAILED", "there is no such format");
}

QString suffixOf(ExportFormat format) {
    constexpr const char* suffixes[] = {"pdf", "svg", "png", "csv"};
    return QLatin1StringView(suffixes[static_cast<std::size_t>(format)]);
}

} // namespace haneul::diagram
