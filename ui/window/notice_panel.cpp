#include "ui/window/notice_panel.h"

#include "ui/window/shapes.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::window {

using models::NoticeModel;
using Column = NoticeModel::Column;

namespace {

class NoticeDelegate final : public QStyledItemDelegate {
public:
    NoticeDelegate(const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void setTheme(const theme::Theme& theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != static_cast<int>(Column::Severity)) return;
        const auto severity = static_cast<situation::NoticeSeverity>(index.data(NoticeModel::SeverityRole).toInt());
        const int size = option->fontMetrics.ascent();
        const double ratio = option->widget ? option->widget->devicePixelRatio() : 1.0;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(signPixmap(signOf(severity), m_theme, size, ratio));
        option->decorationSize = QSize(size, size);
    }

private:
    theme::Theme m_theme;
};

} // namespace

NoticePanel::NoticePanel(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_none(new QLabel(m_table->viewport())) {
    m_table->setObjectName(QStringLiteral("noticeTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new NoticeDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_none->setObjectName(QStringLiteral("noNotices"));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->hide(); // not known yet
    auto* inside = new QVBoxLayout(m_table->viewport());
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_none);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    size();
    word();
}

void NoticePanel::word() {
    m_none->setText(tr("No notices"));
}

void NoticePanel::setTheme(const theme::Theme& theme) {
    static_cast<NoticeDelegate*>(m_table->itemDelegate())->setTheme(theme);
    m_table->viewport()->update();
}

void NoticePanel::setSituation(const situation::SituationPtr& situation) {
    m_model.setSituation(situation);
    m_none->setVisible(situation && m_model.rowCount() == 0);
}

void NoticePanel::size() {
    const QFontMetrics metrics = m_table->fontMetrics();
    const int gap = metrics.height() * 3 / 2;
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() * 5 / 4);
    m_table->setColumnWidth(static_cast<int>(Column::Time),
                            metrics.horizontalAdvance(QStringLiteral("00:00:00Z")) + gap);
    m_table->setColumnWidth(static_cast<int>(Column::Severity),
                            metrics.horizontalAdvance(QStringLiteral("Warning")) + 2 * gap);
    m_table->setColumnWidth(static_cast<int>(Column::What),
                            metrics.horizontalAdvance(QStringLiteral("Broker restarted")) + gap);
}

void NoticePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        word();
    }
    if (event->type() == QEvent::FontChange) size();
}

} // namespace haneul::window
