#include "ui/orders/list_view.h"

#include "ui/orders/synced_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace haneul::orders {

ListDelegate::ListDelegate(const theme::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

void ListDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto colour = [&](theme::ColorRole role) { option->palette.setColor(QPalette::Text, m_theme.color(role)); };
    if (index.data(QuietRole).toBool()) colour(theme::ColorRole::SecondaryText);
    switch (static_cast<ListSign>(index.data(SignRole).toInt())) {
    case ListSign::None:
        return;
    case ListSign::Caution:
        colour(theme::ColorRole::Caution);
        option->text = QString(QStringLiteral("◆ ") + option->text);
        break;
    case ListSign::Warning:
        colour(theme::ColorRole::Warning);
        option->text = QString(QStringLiteral("▲ ") + option->text);
        break;
    }
    option->palette.setColor(QPalette::HighlightedText, m_theme.color(theme::ColorRole::Text));
}

ListView::ListView(const char* name, QAbstractItemModel& model, const theme::Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new ListDelegate(theme, this)) {
    setObjectName(QLatin1StringView(name));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_following) Q_EMIT chosen(chosenId());
    });
    size();
}

void ListView::setTheme(const theme::Theme& theme) {
    m_delegate->setTheme(theme);
    viewport()->update();
}

void ListView::setSamples(std::vector<QString> samples) {
    m_samples = std::move(samples);
    size();
}

void ListView::size() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    for (int column = 0; column < static_cast<int>(m_samples.size()); ++column)
        setColumnWidth(column, wantedWidth(column));
    fit();
}

int ListView::wantedWidth(int column) const {
    const QFontMetrics metrics = fontMetrics();
    const QString heading = model()->headerData(column, Qt::Horizontal).toString();
    const int room = metrics.height() * 3 / 2;
    const int headingRoom = metrics.height() * 3; // with the sign of the order beside it
    return std::max(metrics.horizontalAdvance(m_samples[static_cast<std::size_t>(column)]) + room,
                    horizontalHeader()->fontMetrics().horizontalAdvance(heading) + headingRoom);
}

void ListView::setSpare(int flexible, std::vector<int> spare, int least) {
    m_flexible = flexible;
    m_least = least;
    m_spare = std::move(spare);
    horizontalHeader()->setStretchLastSection(false);
    fit();
}

int ListView::leastWidth() const {
    int least = fontMetrics().averageCharWidth() * m_least + verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
    for (int column = 0; column < static_cast<int>(m_samples.size()); ++column)
        if (column != m_flexible && !std::ranges::contains(m_spare, column)) least += wantedWidth(column);
    return least;
}

// Bars that come and go while columns change leave another room than there was before.
void ListView::fit() {
    if (!m_flexible || m_samples.empty() || m_fitting) return;
    const QScopedValueRollback fitting(m_fitting, true);
    const int least = fontMetrics().averageCharWidth() * m_least;
    const auto others = [this] {
        int width = 0;
        for (int column = 0; column < model()->columnCount(); ++column)
            if (column != *m_flexible) width += columnWidth(column); // of a hidden one it is 0
        return width;
    };
    for (const int column : m_spare)
        setColumnHidden(column, false);
    for (const int column : m_spare)
        if (others() + least > viewport()->width()) setColumnHidden(column, true);
    for (int again = 0; again < 2 && !isColumnHidden(*m_flexible); ++again)
        setColumnWidth(*m_flexible, std::max(least, viewport()->width() - others()));
}

void ListView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

QString ListView::chosenId() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.front().data(IdRole).toString();
}

void ListView::choose(const QString& id, int row) {
    const QScopedValueRollback following(m_following, true);
    QItemSelectionModel* selected = selectionModel();
    if (row < 0 || id.isEmpty()) {
        selected->clear();
        return;
    }
    if (selected->isRowSelected(row)) return; // the view may be in the midst of choosing it
    const QModelIndex index = model()->index(row, std::max(0, selected->currentIndex().column()));
    selected->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void ListView::whileChanging(const std::function<void()>& change) {
    const QScopedValueRollback following(m_following, true);
    change();
}

void ListView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) size();
}

} // namespace haneul::orders
