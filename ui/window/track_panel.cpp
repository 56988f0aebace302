#include "ui/window/track_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::window {

using models::TrackTableModel;
using Column = TrackTableModel::Column;

namespace {

constexpr QLatin1StringView headerKey("header");
constexpr QLatin1StringView filterKey("filter");

// Old rows are grey and carry a sign before the word, so that neither colour nor word stands alone.
class TrackDelegate final : public QStyledItemDelegate {
public:
    explicit TrackDelegate(const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void setTheme(const theme::Theme& theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto state = static_cast<traffic::TrackState>(index.data(TrackTableModel::StateRole).toInt());
        if (state != traffic::TrackState::Live) {
            const QColor grey = m_theme.color(theme::ColorRole::Stale);
            option->palette.setColor(QPalette::Text, grey);
            option->palette.setColor(QPalette::HighlightedText, m_theme.color(theme::ColorRole::Text));
        }
        if (index.column() != static_cast<int>(Column::State)) return;
        const QChar sign = state == traffic::TrackState::Live    ? u'●'
                           : state == traffic::TrackState::Stale ? u'○'
                                                                 : u'×';
        option->text = QString(sign) + u' ' + option->text;
    }

private:
    theme::Theme m_theme;
};

} // namespace

TrackPanel::TrackPanel(const theme::Theme& theme, models::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_filter(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_table(new QTableView(this)) {
    m_filter->setObjectName(QStringLiteral("trackFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_counts->setObjectName(QStringLiteral("trackCounts"));
    m_table->setObjectName(QStringLiteral("trackTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new TrackDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(Column::Id), Qt::AscendingOrder);
    m_table->setSortingEnabled(true);

    auto* line = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    line->setContentsMargins(gap, gap, 2 * gap, gap);
    line->setSpacing(2 * gap);
    line->addWidget(m_filter, 1);
    line->addWidget(m_counts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_table, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &TrackPanel::setFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_following) return;
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        const traffic::TrackPtr track = rows.isEmpty() ? nullptr : m_model.trackAt(rows.front().row());
        m_selection.select(track ? track->id : traffic::TrackId());
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto track = m_model.trackAt(index.row())) Q_EMIT activated(track->id);
    });
    connect(&m_selection, &models::Selection::selectedChanged, this, &TrackPanel::showSelected);
    word();
    size();
}

void TrackPanel::setTheme(const theme::Theme& theme) {
    static_cast<TrackDelegate*>(m_table->itemDelegate())->setTheme(theme);
    m_table->viewport()->update();
}

void TrackPanel::setSituation(const situation::SituationPtr& situation, UtcMs now) {
    {
        const QScopedValueRollback following(m_following, true);
        const int before = m_table->verticalScrollBar()->value();
        m_model.setSituation(situation, now);
        m_table->verticalScrollBar()->setValue(before);
    }
    showSelected();
    showCounts();
}

void TrackPanel::setFilter(const QString& text) {
    {
        const QScopedValueRollback following(m_following, true);
        m_model.setFilter(text);
    }
    showSelected();
    showCounts();
}

void TrackPanel::showSelected() {
    const QScopedValueRollback following(m_following, true);
    const int row = m_selection.selected().empty() ? -1 : m_model.rowOf(m_selection.selected());
    QItemSelectionModel* selected = m_table->selectionModel();
    if (row < 0) {
        if (selected->hasSelection() || selected->currentIndex().isValid()) selected->clear();
        return;
    }
    if (selected->currentIndex().row() == row && selected->isRowSelected(row)) return;
    const int column = std::max(0, selected->currentIndex().column());
    const QModelIndex index = m_model.index(row, column);
    selected->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void TrackPanel::showCounts() {
    m_counts->setText(tr("%1 of %2").arg(m_model.rowCount()).arg(m_model.totalCount()));
}

void TrackPanel::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QJsonObject TrackPanel::state() const {
    return {{headerKey, QString::fromLatin1(m_table->horizontalHeader()->saveState().toBase64())},
            {filterKey, m_filter->text()}};
}

void TrackPanel::restore(const QJsonObject& state) {
    m_filter->setText(state.value(filterKey).toString());
    QHeaderView* header = m_table->horizontalHeader();
    if (!header->restoreState(QByteArray::fromBase64(state.value(headerKey).toString().toLatin1()))) return;
    m_model.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

bool TrackPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            m_filter->clear();
            m_table->setFocus();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus();
            if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0) m_table->selectRow(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TrackPanel::word() {
    m_filter->setPlaceholderText(tr("Filter: id, label, source, state, mission"));
    m_filter->setAccessibleName(tr("Filter tracks"));
    m_table->setAccessibleName(tr("Tracks"));
    m_model.retranslate();
    showCounts();
}

// Wide enough for the longest usual value; what is longer is elided, and the header can be dragged.
void TrackPanel::size() {
    const QFontMetrics metrics = m_table->fontMetrics();
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() * 5 / 4);
    static constexpr std::pair<Column, const char*> samples[] = {
        {Column::Id, "uas:HN-000000"},   {Column::Label, "HN-000000"},    {Column::Source, "Telemetry"},
        {Column::State, "× Stale 000"},  {Column::Latitude, "37.00000N"}, {Column::Longitude, "126.00000E"},
        {Column::Height, "00000 AMSL"},  {Column::GroundSpeed, "000.0"},  {Column::Course, "000"},
        {Column::VerticalRate, "+00.0"}, {Column::Age, "00:00:00"},       {Column::Squawk, "0000"},
        {Column::Battery, "100"},
    };
    for (const auto& [column, sample] : samples) {
        const int section = static_cast<int>(column);
        const int value = metrics.horizontalAdvance(QString::fromUtf8(sample));
        const int heading = metrics.horizontalAdvance(m_model.headerData(section, Qt::Horizontal).toString());
        m_table->setColumnWidth(section, std::max(value, heading) + metrics.height() * 3 / 2);
    }
}

void TrackPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) size();
}

} // namespace haneul::window
