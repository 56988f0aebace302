#include "ui/palette/palette.h"

#include "ui/actions/action_registry.h"

#include <QAbstractListModel>
#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace haneul::palette {

// A Hangul syllable is found while it is still being composed: what the input method has not handed over counts too.
class PaletteField final : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    [[nodiscard]] QString typed() const {
        QString all = text();
        return all.insert(cursorPosition(), m_composed);
    }

Q_SIGNALS:
    void typedChanged();

protected:
    void inputMethodEvent(QInputMethodEvent* event) override {
        QLineEdit::inputMethodEvent(event);
        m_composed = event->preeditString();
        Q_EMIT typedChanged();
    }

private:
    QString m_composed;
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<Item> items) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }

    [[nodiscard]] const Item* at(int row) const {
        return row >= 0 && row < rowCount() ? &m_items[static_cast<std::size_t>(row)] : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const Item* item = at(index.row());
        if (!item) return {};
        if (role == Qt::DisplayRole) return item->text;
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1, %2, %3, %4").arg(kindText(item->kind), item->text, item->detail, item->key);
        return {};
    }

private:
    std::vector<Item> m_items;
};

namespace {

// Kind, text and detail, key: three columns, so that the eye runs down one edge.
class Line final : public QStyledItemDelegate {
public:
    Line(const PaletteModel& model, const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_theme(&theme::themeById(theme.id())) {}

    void setTheme(const theme::Theme& theme) { m_theme = &theme::themeById(theme.id()); }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, option.fontMetrics.height() * 3 / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Item* item = m_model.at(index.row());
        if (!item) return;
        using theme::ColorRole;
        const QFontMetrics& metrics = option.fontMetrics;
        const int gap = metrics.height() / 2;
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, m_theme->color(ColorRole::SelectedRow));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(gap / 3, option.rect.height())),
                              m_theme->color(ColorRole::Focus));
        }
        painter->setFont(option.font);
        QRect area = option.rect.adjusted(gap, 0, -gap, 0);
        const auto write = [&](QRect place, int side, const QString& text, ColorRole role) {
            painter->setPen(m_theme->color(role));
            painter->drawText(place, side | Qt::AlignVCenter | Qt::TextSingleLine,
                              metrics.elidedText(text, Qt::ElideRight, place.width()));
        };
        const int kindWidth = kindColumn(metrics) + gap / 2;
        write({area.left(), area.top(), kindWidth, area.height()}, Qt::AlignLeft, kindText(item->kind),
              ColorRole::SecondaryText);
        area.setLeft(area.left() + kindWidth + gap);
        if (!item->key.isEmpty()) {
            const int keyWidth = metrics.horizontalAdvance(item->key);
            write({area.right() - keyWidth, area.top(), keyWidth + 1, area.height()}, Qt::AlignRight, item->key,
                  ColorRole::SecondaryText);
            area.setRight(area.right() - keyWidth - gap);
        }
        write(area, Qt::AlignLeft, item->text, item->enabled ? ColorRole::Text : ColorRole::Stale);
        const int textWidth = metrics.horizontalAdvance(item->text) + gap;
        if (!item->detail.isEmpty() && textWidth < area.width() - 2 * gap)
            write(area.adjusted(textWidth, 0, 0, 0), Qt::AlignLeft, item->detail, ColorRole::SecondaryText);
    }

private:
    static int kindColumn(const QFontMetrics& metrics) {
        int width = 0;
        for (const Kind kind : {Kind::Action, Kind::Track, Kind::Place, Kind::Setting, Kind::Page})
            width = std::max(width, metrics.horizontalAdvance(kindText(kind)));
        return width;
    }

    const PaletteModel& m_model;
    const theme::Theme* m_theme;
};

constexpr int rowsShown = 14;

} // namespace

Palette::Palette(const theme::Theme& theme, const actions::ActionRegistry& registry, Sources sources, QWidget* window)
    : QFrame(window)
    , m_registry(registry)
    , m_index(registry, std::move(sources))
    , m_field(new PaletteField(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_model(new PaletteModel(this)) {
    setObjectName(QStringLiteral("palette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Line(*m_model, theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    setFocusProxy(m_field);

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_field, &PaletteField::typedChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, &Palette::act);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && now != this && !isAncestorOf(now)) close();
    });
    word();
    hide();
}

Palette::~Palette() = default;

void Palette::setTheme(const theme::Theme& theme) {
    static_cast<Line*>(m_list->itemDelegate())->setTheme(theme);
    m_list->viewport()->update();
}

void Palette::word() {
    m_field->setPlaceholderText(tr("Find an action, a track, a place, a setting or a help page"));
    m_field->setAccessibleName(tr("Find"));
    m_list->setAccessibleName(tr("Found"));
    m_nothing->setText(tr("Nothing found. Every word must be in the name; initial consonants (ㅎㄴ) are enough."));
}

void Palette::open() {
    m_before = QApplication::focusWidget();
    m_field->clear();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    search();
}

void Palette::close() {
    if (!isVisible()) return;
    const bool hadKeyboard = m_field->hasFocus();
    hide();
    if (hadKeyboard && m_before) m_before->setFocus(Qt::OtherFocusReason);
}

void Palette::place() {
    const QRect area = parentWidget()->rect();
    const int line = fontMetrics().height();
    const int wide = std::min(area.width() - 2 * line, fontMetrics().averageCharWidth() * 90);
    const int high = std::min(area.height() - 2 * line, line * 3 / 2 * (rowsShown + 3));
    setGeometry((area.width() - wide) / 2, std::max(line, (area.height() - high) / 4), wide, high);
}

void Palette::search() {
    if (!isVisible()) return;
    m_model->set(m_index.find(m_field->typed()));
    const bool some = m_model->rowCount() > 0;
    m_nothing->setVisible(!some);
    if (some) m_list->setCurrentIndex(m_model->index(0));
}

void Palette::step(int rows) {
    if (m_model->rowCount() == 0) return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

void Palette::act() {
    const Item* item = m_model->at(m_list->currentIndex().row());
    if (!item || !item->enabled) return;
    const Item chosen = *item;
    m_index.used(chosen);
    close();
    choose(chosen);
    Q_EMIT recentChanged(m_index.recent());
}

void Palette::choose(const Item& item) {
    switch (item.kind) {
    case Kind::Action: {
        const QByteArray id = item.id.toLatin1();
        m_registry.action(QLatin1StringView(id)).trigger();
        break;
    }
    case Kind::Track:
        Q_EMIT trackChosen(item.id);
        break;
    case Kind::Place:
        Q_EMIT placeChosen(item.position, item.zoom);
        break;
    case Kind::Setting:
        Q_EMIT settingChosen(item.id);
        break;
    case Kind::Page:
        Q_EMIT pageChosen(item.id);
        break;
    }
}

void Palette::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        word();
        search();
    }
    if (event->type() == QEvent::FontChange && isVisible()) place();
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != m_field || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-rowsShown);
        return true;
    case Qt::Key_PageDown:
        step(rowsShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace haneul::palette

#include "palette.moc"
