#include "ui/plans/decision_sheet.h"

#include "core/plan/pattern.h"
#include "ui/models/words.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::plans {

using theme::ColorRole;
using theme::paperTheme;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::DecisionSheet)
};

constexpr double pointsPerInch = 72;
constexpr double fontSize_pt = 8;
constexpr int margin_mm = 15;
constexpr int resolution_dpi = 300;
constexpr qsizetype shownDigits = 16;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString grouped(const QString& hex) {
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups << hex.mid(i, 4);
    return groups.join(u' ');
}

// A document that grows downwards and takes a new page when one is full.
class Sheet {
public:
    Sheet(QPainter& painter, QPagedPaintDevice& device, const SheetJob& job, QSizeF size)
        : m_painter(painter)
        , m_device(device)
        , m_job(job)
        , m_size(size)
        , m_font(font(fontSize_pt))
        , m_metrics(m_font) {
        m_painter.setFont(m_font);
    }

    bool everything() {
        head();
        decision();
        pictures();
        heading(Words::tr("The plan"));
        for (const FieldText& field : fieldsOf(m_job.plan->plan))
            row({field.field, field.text}, {0.25, 0.75}, ColorRole::Text);
        evidence();
        history();
        verification();
        foot();
        return !m_failed;
    }

private:
    [[nodiscard]] QFont font(double size_pt, bool bold = false) const {
        QFont made(m_job.family.isEmpty() ? theme::applicationFont().family() : m_job.family);
        made.setPixelSize(static_cast<int>(std::lround(size_pt))); // one unit of the painter is one point
        // Korean forms of the figures and ligatures have no characters: in a PDF nobody could search or copy them.
        made.setFeature("locl", 0);
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
        m_painter.drawText(QPointF(0, y), Words::tr("Plan %1, revision %2 · made %3 by %4")
                                              .arg(plain(m_job.plan->plan.id))
                                              .arg(m_job.plan->revision)
                                              .arg(dayAndTimeText(m_job.made),
                                                   m_job.madeBy.isEmpty() ? models::unknownText() : m_job.madeBy));
        const QString page = Words::tr("page %1").arg(m_page);
        m_painter.drawText(QPointF(m_size.width() - m_metrics.horizontalAdvance(page), y), page);
    }

    void heading(const QString& text) {
        need(m_metrics.height() * 4);
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

    // Cells side by side, each wrapped in its share of the width.
    void row(const std::vector<QString>& cells, const std::vector<double>& shares, ColorRole role) {
        double height = 0;
        std::vector<double> widths;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths.push_back(shares[i] * m_size.width() - m_metrics.height() * 0.5);
            height = std::max(
                height,
                m_metrics.boundingRect(QRectF(0, 0, widths[i], 1e5), Qt::TextWordWrap | Qt::TextWrapAnywhere, cells[i])
                    .height());
        }
        need(height);
        double x = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_painter.setPen(paperTheme().color(i == 0 && shares.size() == 2 ? ColorRole::SecondaryText : role));
            m_painter.drawText(QRectF(x, m_y, widths[i], height), Qt::TextWordWrap | Qt::TextWrapAnywhere, cells[i]);
            x += shares[i] * m_size.width();
        }
        m_y += height + m_metrics.height() * 0.15;
    }

    void head() {
        m_painter.setFont(font(fontSize_pt * 2, true));
        m_painter.setPen(paperTheme().color(ColorRole::Text));
        const QFontMetricsF large(m_painter.font());
        m_painter.drawText(QPointF(0, large.ascent()), Words::tr("Decision about a flight plan"));
        m_y = large.height();
        m_painter.setFont(font(fontSize_pt * 1.3, true));
        m_painter.drawText(QPointF(0, m_y + QFontMetricsF(m_painter.font()).ascent()),
                           Words::tr("%1, revision %2: %3")
                               .arg(plain(m_job.plan->plan.id))
                               .arg(m_job.plan->revision)
                               .arg(stateText(m_job.plan->plan.state)));
        m_y += m_metrics.height() * 2;
        m_painter.setFont(m_font);
    }

    void decision() {
        heading(Words::tr("Decision"));
        const std::vector<double> shares{0.25, 0.75};
        const plan::PlanStep* const step = decisionOf(m_job.steps);
        if (step == nullptr)
            return row({stateText(m_job.plan->plan.state), Words::tr("Nothing has been decided yet.")}, shares,
                       ColorRole::Text);
        row({Words::tr("Decided"), stepText(step->step)}, shares, ColorRole::Text);
        row({Words::tr("By"), QStringLiteral("%1 (%2)").arg(plain(step->user), plain(step->role))}, shares,
            ColorRole::Text);
        row({Words::tr("At (UTC)"), dayAndTimeText(step->at)}, shares, ColorRole::Text);
        for (const plan::Approval& one : m_job.plan->approvals)
            row({Words::tr("Approval by %1").arg(plain(one.by)),
                 QStringLiteral("%1 · %2").arg(dayAndTimeText(one.at), one.conditions.empty()
                                                                           ? Words::tr("without conditions")
                                                                           : plain(one.conditions))},
                shares, ColorRole::Text);
        if (!step->note.empty())
            row({step->step == "APPROVED" || step->step == "FIRST_APPROVED" ? Words::tr("Conditions")
                                                                            : Words::tr("Reason"),
                 plain(step->note)},
                shares, ColorRole::Text);
        if (!step->evidence.empty())
            row({Words::tr("Evidence that was seen"), grouped(plain(step->evidence))}, shares, ColorRole::Text);
    }

    void pictures() {
        const double height = m_size.width() * 0.36;
        need(height);
        const double gap = m_metrics.height();
        const double half = (m_size.width() - gap) / 2;
        const auto framed = [&](const QRectF& box, auto paint) {
            m_painter.save();
            m_painter.setClipRect(box);
            paint(box);
            m_painter.restore();
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(paperTheme().color(ColorRole::Line), 0.6));
            m_painter.drawRect(box);
        };
        framed({0, m_y, half, height}, [&](const QRectF& box) {
            paintPlan(m_painter, box, *m_job.plan, m_job.others ? *m_job.others : plan::PlanState{}, paperTheme());
        });
        framed({half + gap, m_y, half, height}, [&](const QRectF& box) {
            const auto chart = heightChart(*m_job.plan, m_job.others ? *m_job.others : plan::PlanState{});
            if (!chart.isEmpty()) profile::paintChart(m_painter, box.adjusted(4, 4, -4, -4), chart, paperTheme());
        });
        m_y += height + m_metrics.height() * 0.5;
        m_painter.setFont(m_font);
    }

    void evidence() {
        heading(Words::tr("Evidence"));
        if (!m_job.plan->evidence) return row({Words::tr("It has not been checked.")}, {1.0}, ColorRole::Text);
        const plan::Evidence& seen = *m_job.plan->evidence;
        row({Words::tr("Checked %1 · revision %2 · digest %3")
                 .arg(dayAndTimeText(seen.at))
                 .arg(seen.revision)
                 .arg(grouped(plain(seen.digest)))},
            {1.0}, ColorRole::SecondaryText);
        const std::vector<double> shares{0.12, 0.34, 0.18, 0.08, 0.08, 0.20};
        row({Words::tr("Result"), Words::tr("Check"), Words::tr("What or where"), Words::tr("Is"), Words::tr("Limit"),
             Words::tr("Rule")},
            shares, ColorRole::SecondaryText);
        const auto result = [](plan::Verdict verdict) {
            const QString sign = verdict == plan::Verdict::Pass        ? QStringLiteral("✓ ")
                                 : verdict == plan::Verdict::NotJudged ? QStringLiteral("◆ ")
                                                                       : QStringLiteral("▲ ");
            return QString(sign % verdictText(verdict));
        };
        for (const plan::CheckReport& report : seen.reports) {
            row({result(report.verdict),
                 checkText(report.kind),
                 {},
                 {},
                 {},
                 QStringLiteral("%1 v%2").arg(plain(report.id)).arg(report.version)},
                shares, ColorRole::Text);
            for (const plan::Finding& finding : report.findings)
                row({result(finding.verdict),
                     QString(QStringLiteral("– ") % findingText(finding, report.kind)),
                     whereText(finding, report.kind),
                     numberText(finding.value, finding.unit, finding.limit),
                     numberText(finding.limit, finding.unit),
                     {}},
                    shares, ColorRole::SecondaryText);
        }
    }

    void history() {
        heading(Words::tr("History"));
        const std::vector<double> shares{0.19, 0.16, 0.17, 0.06, 0.20, 0.22};
        for (const plan::PlanStep& step : m_job.steps)
            row({dayAndTimeText(step.at), stepText(step.step),
                 QStringLiteral("%1 (%2)").arg(plain(step.user), plain(step.role)), QString::number(step.revision),
                 stateText(step.after), plain(step.note)},
                shares, ColorRole::Text);
    }

    void verification() {
        heading(Words::tr("Verification"));
        const std::vector<double> shares{0.25, 0.75};
        if (!m_job.entry)
            return row({Words::tr("Code"), Words::tr("none: there is no decision in the event log yet")}, shares,
                       ColorRole::Text);
        const logbook::Decision& entry = *m_job.entry;
        row({Words::tr("Code"), verificationCode(entry)}, shares, ColorRole::Text);
        row({Words::tr("Entry of the log"),
             Words::tr("%1 of the instance %2, %3").arg(entry.sequence).arg(entry.origin, entry.type)},
            shares, ColorRole::Text);
        row({Words::tr("Digest of the entry"), grouped(entry.digest)}, shares, ColorRole::Text);
        row({Words::tr("Entry before it"), grouped(entry.previous)}, shares, ColorRole::Text);
        row({Words::tr("How to check it"),
             Words::tr(
                 "In the log panel of the program, entry %1 must have this digest; it covers who decided, when, "
                 "what, and the digest of the entry before it (BLAKE2b-256, signed with Ed25519). Without the "
                 "program: export the log with haneul-server --export-log and run haneul-verify --list on the file; it "
                 "says whether the log is good, and ends the line of entry %1 with this digest.")
                 .arg(entry.sequence)},
            shares, ColorRole::Text);
    }

    QPainter& m_painter;
    QPagedPaintDevice& m_device;
    const SheetJob& m_job;
    QSizeF m_size;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_y = 0;
    int m_page = 1;
    bool m_failed = false;
};

} // namespace

const plan::PlanStep* decisionOf(const std::vector<plan::PlanStep>& steps) {
    constexpr std::array<std::string_view, 5> decisions{"FIRST_APPROVED", "APPROVED", "RETURNED", "REJECTED",
                                                        "REVOKED"};
    const auto found = std::find_if(steps.rbegin(), steps.rend(), [&](const plan::PlanStep& step) {
        return std::ranges::contains(decisions, std::string_view(step.step));
    });
    return found == steps.rend() ? nullptr : &*found;
}

QString verificationCode(const logbook::Decision& entry) {
    return grouped(entry.digest.left(shownDigits)).toUpper();
}

Result<void> paintSheet(QPagedPaintDevice& device, const SheetJob& job) {
    QPainter painter;
    if (!painter.begin(&device)) return fail("EXPORT_FAILED", "the printer or file takes no page");
    const double unit = painter.device()->logicalDpiX() / pointsPerInch;
    painter.scale(unit, unit);
    const QRectF area = painter.viewport();
    if (!Sheet(painter, device, job, {area.width() / unit, area.height() / unit}).everything())
        return fail("EXPORT_FAILED", "no further page could be made");
    painter.end();
    return {};
}

Result<QByteArray> sheetPdf(const SheetJob& job) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return fail("EXPORT_FAILED", "the document could not be written");
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(Words::tr("Decision about flight plan %1").arg(plain(job.plan->plan.id)));
    writer.setCreator(QStringLiteral("Haneul"));
    writer.setResolution(resolution_dpi);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout::Millimeter));
    if (auto painted = paintSheet(writer, job); !painted) return std::unexpected(painted.error());
    buffer.close();
    return bytes;
}

} // namespace haneul::plans
