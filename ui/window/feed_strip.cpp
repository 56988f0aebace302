#include "ui/window/feed_strip.h"

#include "ui/window/shapes.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <array>

namespace haneul::window {

using models::FeedHealthModel;
using theme::ColorRole;

// Two lines: what it is and how it is; then the numbers.
class FeedCell final : public QFrame {
public:
    explicit FeedCell(QWidget* parent)
        : QFrame(parent)
        , m_sign(new QLabel(this))
        , m_name(new QLabel(this))
        , m_state(new QLabel(this))
        , m_numbers(new QLabel(this)) {
        setObjectName(QStringLiteral("feedCell"));
        m_state->setObjectName(QStringLiteral("feedState"));
        m_numbers->setObjectName(QStringLiteral("feedNumbers"));
        m_numbers->setTextFormat(Qt::RichText);
        const int gap = fontMetrics().height() / 3;
        auto* grid = new QGridLayout(this);
        grid->setContentsMargins(2 * gap, gap / 2, 2 * gap, gap / 2);
        grid->setHorizontalSpacing(gap);
        grid->setVerticalSpacing(0);
        grid->addWidget(m_sign, 0, 0);
        grid->addWidget(m_name, 0, 1);
        grid->addWidget(m_state, 0, 2);
        grid->addWidget(m_numbers, 1, 1, 1, 2);
        grid->setColumnStretch(2, 1);
        QFont bold = m_name->font();
        bold.setBold(true);
        m_name->setFont(bold);
    }

    void show(const FeedHealthModel& model, int row, const theme::Theme& theme) {
        using Column = FeedHealthModel::Column;
        const auto text = [&](Column column) {
            return model.index(row, static_cast<int>(column)).data().toString().toHtmlEscaped();
        };
        const auto heading = [&](Column column) {
            return model.headerData(static_cast<int>(column), Qt::Horizontal).toString().toHtmlEscaped();
        };
        const situation::FeedHealth& feed = model.feedAt(row);
        const Sign sign = signOf(feed.state);
        const int size = fontMetrics().ascent();
        m_sign->setPixmap(signPixmap(sign, theme, size, devicePixelRatio()));
        m_name->setText(QString::fromStdString(feed.id));
        m_state->setText(text(Column::State));
        QString line = QStringLiteral("<span style='color:%1'>").arg(theme.color(ColorRole::SecondaryText).name());
        line += FeedStrip::tr("Age %1", "of the last message").arg(text(Column::Age)) + QStringLiteral(" · ") +
                text(Column::Rate) + QStringLiteral("/s");
        const QString ink = theme.color(ColorRole::Text).name();
        for (const Column column : {Column::Malformed, Column::Refused, Column::Dropped}) {
            const QString entry = heading(column) + u' ' + text(column);
            line += QStringLiteral(" · ");
            if (model.index(row, static_cast<int>(column)).data(FeedHealthModel::SortRole).toULongLong() > 0)
                line += QStringLiteral("<span style='color:%1'>%2</span>").arg(ink, entry);
            else
                line += entry;
        }
        m_numbers->setText(line + QStringLiteral("</span>"));
        setToolTip(model.index(row, 0).data(Qt::ToolTipRole).toString());
        setAccessibleName(m_name->text() + u' ' + m_state->text());
        // Only on a change: a style sheet polishes the whole cell.
        const QString sheet = QStringLiteral("QFrame#feedCell { border: 0; border-right: 1px solid %1; }")
                                  .arg(theme.color(ColorRole::Line).name());
        if (styleSheet() != sheet) setStyleSheet(sheet);
    }

private:
    QLabel* m_sign;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_numbers;
};

FeedStrip::FeedStrip(const theme::Theme& theme, const FeedHealthModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("feedStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    connect(&model, &QAbstractItemModel::dataChanged, this, &FeedStrip::refresh);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &FeedStrip::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &FeedStrip::refresh);
    refresh();
}

FeedStrip::~FeedStrip() = default;

void FeedStrip::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    refresh();
}

void FeedStrip::refresh() {
    const auto count = static_cast<std::size_t>(m_model.rowCount());
    const bool other = count != m_cells.size();
    while (m_cells.size() > count) {
        delete m_cells.back();
        m_cells.pop_back();
    }
    while (m_cells.size() < count)
        m_cells.push_back(new FeedCell(this));
    for (std::size_t row = 0; row < count; ++row)
        m_cells[row]->show(m_model, static_cast<int>(row), m_theme);
    if (!other) return;
    m_columns = 0;
    arrange();
}

void FeedStrip::arrange() {
    int widest = 1;
    for (const FeedCell* cell : m_cells)
        widest = std::max(widest, cell->sizeHint().width());
    const int columns = std::clamp(width() / widest, 1, std::max(1, static_cast<int>(m_cells.size())));
    if (columns == m_columns) return;
    m_columns = columns;
    for (FeedCell* cell : m_cells)
        m_grid->removeWidget(cell);
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, 0);
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i)
        m_grid->addWidget(m_cells[static_cast<std::size_t>(i)], i / columns, i % columns);
    m_grid->setColumnStretch(columns, 1);
}

void FeedStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void FeedStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        refresh();
        m_columns = 0;
        arrange();
    }
}

} // namespace haneul::window
