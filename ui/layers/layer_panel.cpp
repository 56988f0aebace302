#include "ui/layers/layer_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSlider>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::layers {

namespace {

constexpr std::size_t mostPlaces = 8;
constexpr double townZoom = 12;
constexpr double aerodromeZoom = 13;

double zoomFor(maps::PlaceKind kind) {
    return kind == maps::PlaceKind::Place ? townZoom : aerodromeZoom;
}

QString kindText(maps::PlaceKind kind) {
    switch (kind) {
    case maps::PlaceKind::Place:
        return LayerPanel::tr("place");
    case maps::PlaceKind::Aerodrome:
        return LayerPanel::tr("aerodrome");
    case maps::PlaceKind::Heliport:
        return LayerPanel::tr("heliport");
    }
    return {};
}

QString lineFor(const maps::Place& place) {
    QStringList names;
    for (const auto& name : {place.nameKo, place.nameEn, place.code})
        if (!name.empty()) names << QString::fromStdString(name);
    return names.join(QStringLiteral("  ")) + QStringLiteral("  (") + kindText(place.kind) + u')';
}

} // namespace

LayerPanel::LayerPanel(LayerModel& model, FindPlaces findPlaces, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_findPlaces(std::move(findPlaces))
    , m_theme(&theme) {
    setObjectName(QStringLiteral("layerPanel"));
    m_filter.setRecursiveFilteringEnabled(true);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setFilterKeyColumn(LayerModel::Name);
    m_filter.setSourceModel(&m_model);
    build();
    word();
    size();
    colour();
    showSelected();
}

void LayerPanel::build() {
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("layerSearch"));
    m_search->setClearButtonEnabled(true);
    m_found = new QListWidget(this);
    m_found->setObjectName(QStringLiteral("placesFound"));
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setTextElideMode(Qt::ElideRight);
    m_found->hide();
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("layerTree"));
    m_tree->setModel(&m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(LayerModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(LayerModel::Opacity, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(LayerModel::Data, QHeaderView::ResizeToContents);
    unfold();
    m_opacityName = new QLabel(this);
    m_opacity = new QSlider(Qt::Horizontal, this);
    m_opacity->setObjectName(QStringLiteral("layerOpacity"));
    m_opacity->setRange(1, 100);
    m_opacity->setPageStep(10);
    m_opacityName->setBuddy(m_opacity);
    m_details = new QLabel(this);
    m_details->setObjectName(QStringLiteral("layerDetails"));
    m_details->setTextFormat(Qt::PlainText); // words of foreign files
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lacks = new QLabel(this);
    m_lacks->setObjectName(QStringLiteral("mapLacks"));
    m_lacks->setTextFormat(Qt::PlainText);
    m_lacks->setWordWrap(true);

    auto* opacityRow = new QHBoxLayout;
    opacityRow->addWidget(m_opacityName);
    opacityRow->addWidget(m_opacity, 1);
    auto* all = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    all->setContentsMargins(gap, gap, gap, gap);
    all->setSpacing(gap);
    all->addWidget(m_search);
    all->addWidget(m_found);
    all->addWidget(m_tree, 1);
    all->addLayout(opacityRow);
    m_sections = new QVBoxLayout;
    all->addLayout(m_sections);
    all->addWidget(m_details);
    all->addWidget(m_lacks);

    connect(m_search, &QLineEdit::textChanged, this, &LayerPanel::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choosePlace(std::max(0, m_found->currentRow())); });
    connect(m_found, &QListWidget::itemActivated, this, [this] { choosePlace(m_found->currentRow()); });
    connect(m_found, &QListWidget::itemClicked, this, [this] { choosePlace(m_found->currentRow()); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) { m_model.setOpacity(selected(), value); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!now.isValid()) return; // a reset: what was selected is found again
        m_selectedId = now.data(LayerModel::IdRole).toString();
        showSelected();
    });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, [this] {
        unfold();
        select(m_selectedId);
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] { showSelected(); });
    connect(&m_model, &LayerModel::catalogChanged, this, [this] { word(); });
    const auto key = [this](Qt::Key arrow, int by) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | arrow), m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { moveSelected(by); });
    };
    key(Qt::Key_Up, -1);
    key(Qt::Key_Down, 1);
}

// All groups open, their names over the whole width; no column for an opacity that no layer has.
void LayerPanel::unfold() {
    m_tree->expandAll();
    bool opacity = false;
    for (int group = 0; group < m_filter.rowCount(); ++group) {
        m_tree->setFirstColumnSpanned(group, {}, true);
        const QModelIndex above = m_filter.index(group, 0);
        for (int row = 0; row < m_filter.rowCount(above); ++row)
            opacity = opacity || m_filter.index(row, 0, above).data(LayerModel::OpacityRole).isValid();
    }
    m_tree->setColumnHidden(LayerModel::Opacity, !opacity);
}

// As wide as the longest name of a layer needs beside the age of its data.
void LayerPanel::size() {
    const QFontMetrics metrics = fontMetrics();
    m_tree->setIndentation(metrics.height());
    m_tree->setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("Heliports (not at this zoom)")) +
                            metrics.horizontalAdvance(QStringLiteral("date unknown")) + 6 * metrics.height());
}

void LayerPanel::word() {
    m_search->setPlaceholderText(tr("Search layers and places"));
    m_search->setAccessibleName(tr("Search layers and places"));
    m_found->setAccessibleName(tr("Places found"));
    m_tree->setAccessibleName(tr("Map layers, the topmost first"));
    m_opacityName->setText(tr("Opacity"));
    m_opacity->setAccessibleName(tr("Opacity of the selected layer"));
    m_details->setAccessibleName(tr("About the selected layer"));
    m_lacks->setText(m_model.lacksText());
    m_lacks->setAccessibleName(tr("What this map lacks"));
    m_lacks->setVisible(!m_lacks->text().isEmpty());
    showSelected();
}

void LayerPanel::colour() {
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme->color(theme::ColorRole::SecondaryText));
    m_details->setPalette(quiet);
    QPalette plain = palette();
    plain.setColor(QPalette::WindowText, m_theme->color(theme::ColorRole::Text));
    m_lacks->setPalette(plain);
}

void LayerPanel::setTheme(const theme::Theme& theme) {
    m_theme = &theme;
    colour();
}

void LayerPanel::addSection(QWidget* section) {
    m_sections->addWidget(section);
}

void LayerPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LayerPanel::search(const QString& text) {
    m_filter.setFilterFixedString(text.trimmed());
    unfold();
    showPlaces(text.trimmed());
}

void LayerPanel::showPlaces(const QString& text) {
    m_places =
        m_findPlaces && !text.isEmpty() ? m_findPlaces(text.toStdString(), mostPlaces) : std::vector<maps::Place>();
    m_found->clear();
    for (const auto& place : m_places)
        m_found->addItem(lineFor(place));
    m_found->setVisible(!m_places.empty());
    if (m_places.empty()) return;
    m_found->setCurrentRow(0);
    const int rows = m_found->count();
    m_found->setFixedHeight(rows * m_found->sizeHintForRow(0) + 2 * m_found->frameWidth());
}

void LayerPanel::choosePlace(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= m_places.size()) return;
    const auto& place = m_places[static_cast<std::size_t>(row)];
    Q_EMIT placeChosen(place.position, zoomFor(place.kind));
}

QModelIndex LayerPanel::selected() const {
    return m_model.indexOf(m_selectedId);
}

void LayerPanel::select(const QString& id) {
    const QModelIndex here = m_filter.mapFromSource(m_model.indexOf(id));
    if (here.isValid()) m_tree->setCurrentIndex(here);
    showSelected();
}

void LayerPanel::showSelected() {
    const QModelIndex index = selected();
    const QVariant opacity = index.data(LayerModel::OpacityRole);
    m_opacity->setEnabled(opacity.isValid());
    m_opacityName->setEnabled(opacity.isValid());
    {
        const QSignalBlocker quiet(m_opacity);
        m_opacity->setValue(opacity.isValid() ? opacity.toInt() : 100);
    }
    const QString details = m_model.detailText(index);
    if (m_details->text() != details) m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    Q_EMIT outlineChanged(m_model.bounds(index));
}

void LayerPanel::moveSelected(int by) {
    (void)m_model.move(selected(), by);
}

QJsonObject LayerPanel::state() const {
    return m_model.state();
}

void LayerPanel::restore(const QJsonObject& state) {
    m_model.restore(state);
}

void LayerPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_tree) size();
    if (event->type() != QEvent::LanguageChange) return;
    m_model.retranslate();
    word();
}

} // namespace haneul::layers
