#include "ui/layers/layer_model.h"

#include <QDate>
#include <QDateTime>
#include <QFont>
#include <QJsonArray>
#include <QLocale>
#include <QMimeData>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace haneul::layers {

using maps::LayerKind;
using maps::LayerState;
using maps::MapLayerInfo;
using tiles::BaseGroup;

namespace {

constexpr QLatin1StringView mimeType("application/x-haneul-map-layer");
constexpr QLatin1StringView layersKey("layers");
constexpr QLatin1StringView hiddenKey("hidden");
constexpr QLatin1StringView idKey("id");
constexpr QLatin1StringView shownKey("shown");
constexpr QLatin1StringView opacityKey("opacity");
constexpr QLatin1StringView overKey("over_names");
constexpr std::size_t mostChoices = 200; // in a file that somebody else may have written

QString text(const std::string& bytes) {
    return QString::fromStdString(bytes);
}

std::optional<BaseGroup> baseGroupOf(const MapLayerInfo& layer) {
    if (layer.kind != LayerKind::Base) return std::nullopt;
    for (const auto group : tiles::baseGroups)
        if (layer.id == nameOf(group)) return group;
    return std::nullopt;
}

// The customer's layers can be seen a little beyond their own zooms, enlarged and reduced.
constexpr int enlargedZooms = 6;
constexpr int reducedZooms = 2;

QDate dateOf(const std::string& written) {
    constexpr qsizetype isoDate = 10;
    QString beginning = text(written).left(isoDate);
    beginning.replace(u':', u'-'); // TIFF writes "2024:05:01 12:00:00"
    return QDate::fromString(beginning, Qt::ISODate);
}

} // namespace

LayerModel::LayerModel(Source source, QObject* parent)
    : QAbstractItemModel(parent)
    , m_source(std::move(source)) {
    constexpr int lookEvery_ms = 500;
    constexpr int tellAfter_ms = 120;
    m_look.setInterval(lookEvery_ms);
    connect(&m_look, &QTimer::timeout, this, &LayerModel::look);
    m_tell.setInterval(tellAfter_ms);
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &LayerModel::announce);
    look();
    m_announced = stackText();
    if (m_source) m_look.start();
}

void LayerModel::look() {
    auto latest = m_source ? m_source() : nullptr;
    if (latest == m_catalog) return;
    beginResetModel();
    m_catalog = std::move(latest);
    rebuild();
    endResetModel();
    Q_EMIT catalogChanged();
    announce();
}

void LayerModel::rebuild() {
    for (auto& rows : m_rows)
        rows.clear();
    if (!m_catalog) return;
    for (const auto& layer : m_catalog->layers)
        if (layer.kind == LayerKind::Raster && !choiceOf(layer.id))
            m_choices.insert(m_choices.begin(), Choice{.id = layer.id});
    const auto rowsOf = [this](Group group) -> auto& { return m_rows.at(static_cast<std::size_t>(group)); };
    for (const auto& layer : m_catalog->layers) { // bottom to top
        const auto group = baseGroupOf(layer);
        if (!group) continue;
        const bool ground = *group == BaseGroup::Land || *group == BaseGroup::Rivers;
        auto& rows = rowsOf(ground ? Group::Ground : Group::Names);
        rows.insert(rows.begin(), Row{&layer});
    }
    for (const auto& choice : m_choices) {
        const auto layer = std::ranges::find_if(m_catalog->layers, [&](const MapLayerInfo& each) {
            return each.kind == LayerKind::Raster && each.id == choice.id;
        });
        if (layer == m_catalog->layers.end()) continue;
        rowsOf(choice.overNames ? Group::OverNames : Group::Own).push_back(Row{&*layer});
    }
}

void LayerModel::setZoom(double zoom) {
    if (std::floor(zoom) == std::floor(m_zoom)) {
        m_zoom = zoom;
        return;
    }
    m_zoom = zoom;
    tellAll();
}

void LayerModel::setTime(UtcMs now) {
    const bool newDay = std::chrono::floor<std::chrono::days>(now) != std::chrono::floor<std::chrono::days>(m_now);
    m_now = now;
    if (newDay) tellAll();
}

void LayerModel::tellAll() {
    for (int group = 0; group < groupCount; ++group) {
        const QModelIndex parent = index(group, 0);
        const int rows = rowCount(parent);
        if (rows > 0) Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    }
}

void LayerModel::announce() {
    m_tell.stop();
    const QString now = stackText() + creditsText();
    if (now == m_announced) return;
    m_announced = now;
    Q_EMIT stackChanged();
}

LayerModel::Choice* LayerModel::choiceOf(const std::string& id) {
    const auto found = std::ranges::find(m_choices, id, &Choice::id);
    return found == m_choices.end() ? nullptr : &*found;
}

const LayerModel::Choice* LayerModel::choiceOf(const std::string& id) const {
    const auto found = std::ranges::find(m_choices, id, &Choice::id);
    return found == m_choices.end() ? nullptr : &*found;
}

bool LayerModel::isShown(const MapLayerInfo& layer) const {
    if (const auto group = baseGroupOf(layer)) return !m_hidden.at(static_cast<std::size_t>(*group));
    const Choice* choice = choiceOf(layer.id);
    return choice && choice->shown;
}

bool LayerModel::show(const MapLayerInfo& layer, bool shown) {
    if (const auto group = baseGroupOf(layer)) {
        m_hidden.at(static_cast<std::size_t>(*group)) = !shown;
        return true;
    }
    Choice* choice = choiceOf(layer.id);
    if (!choice) return false;
    if (shown && !choice->shown && stack().layers.size() >= tiles::maxStackLayers) return false;
    choice->shown = shown;
    return true;
}

bool LayerModel::outOfRange(const MapLayerInfo& layer) const {
    if (layer.state != LayerState::Ready) return false;
    const bool own = layer.kind == LayerKind::Raster;
    return m_zoom < layer.facts.minZoom - (own ? reducedZooms : 0) ||
           m_zoom >= layer.facts.maxZoom + 1 + (own ? enlargedZooms : 0);
}

tiles::StyleStack LayerModel::stack() const {
    tiles::StyleStack made{.language = m_english ? tiles::LabelLanguage::English : tiles::LabelLanguage::Korean,
                           .hidden = m_hidden};
    if (!m_catalog) return made;
    std::size_t versions = 0;
    for (const auto group : {Group::Own, Group::OverNames}) { // from the bottom up
        const auto& rows = m_rows.at(static_cast<std::size_t>(group));
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            const Choice* choice = choiceOf(row->info->id);
            const bool drawable = row->info->state != LayerState::Unusable && !row->info->version.empty();
            if (!choice || !choice->shown || !drawable || made.layers.size() >= tiles::maxStackLayers) continue;
            made.layers.push_back(
                {.id = choice->id, .opacity_pct = choice->opacity_pct, .overNames = choice->overNames});
            versions = versions * 31 + std::hash<std::string>()(row->info->version);
        }
    }
    if (!made.layers.empty()) made.version = QString::number(versions, 16).left(16).toStdString();
    return made;
}

QString LayerModel::stackText() const {
    auto made = stack();
    made.palette = tiles::Palette::Dark;
    constexpr qsizetype palette = 4; // "dark": the map puts its theme's own name there
    return text(tiles::toText(made)).mid(palette);
}

void LayerModel::setEnglishNames(bool english) {
    m_english = english;
    announce();
}

QString LayerModel::lacksText() const {
    if (!m_catalog) return {};
    const std::array<std::pair<const char*, QString>, 5> words{{{"roads", tr("roads")},
                                                                {"buildings", tr("buildings")},
                                                                {"terrain", tr("terrain")},
                                                                {"power_lines", tr("power lines")},
                                                                {"river_banks", tr("surveyed river banks")}}};
    QStringList lacking;
    for (const auto& [code, word] : words)
        if (std::ranges::contains(m_catalog->lacks, code)) lacking << word;
    return lacking.isEmpty() ? QString() : tr("Not in this map: %1").arg(lacking.join(QStringLiteral(", ")));
}

QString LayerModel::creditsText() const {
    if (!m_catalog) return {};
    QStringList names;
    if (!m_catalog->credits.empty()) names << text(m_catalog->credits);
    for (const auto& shown : stack().layers)
        for (const auto& layer : m_catalog->layers)
            if (layer.kind == LayerKind::Raster && layer.id == shown.id && !layer.facts.attribution.empty())
                names << text(layer.facts.attribution);
    names.removeDuplicates();
    return names.join(QStringLiteral(" · "));
}

const LayerModel::Row* LayerModel::rowOf(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return nullptr;
    const auto& rows = m_rows.at(index.internalId() - 1);
    const auto row = static_cast<std::size_t>(index.row());
    return row < rows.size() ? &rows[row] : nullptr;
}

const MapLayerInfo* LayerModel::info(const QModelIndex& index) const {
    const Row* row = rowOf(index);
    return row ? row->info : nullptr;
}

QModelIndex LayerModel::indexOf(const QString& id) const {
    for (int group = 0; group < groupCount; ++group) {
        const auto& rows = m_rows.at(static_cast<std::size_t>(group));
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (text(rows[row].info->id) == id) return index(static_cast<int>(row), 0, index(group, 0));
    }
    return {};
}

std::optional<maps::GeoBounds> LayerModel::bounds(const QModelIndex& index) const {
    const MapLayerInfo* layer = info(index);
    if (!layer || layer->kind != LayerKind::Raster || layer->state != LayerState::Ready) return std::nullopt;
    return layer->facts.bounds;
}

QString LayerModel::nameText(const MapLayerInfo& layer) const {
    if (const auto group = baseGroupOf(layer)) {
        switch (*group) {
        case BaseGroup::Land:
            return tr("Land and sea");
        case BaseGroup::Rivers:
            return tr("Rivers");
        case BaseGroup::Borders:
            return tr("Borders");
        case BaseGroup::Aerodromes:
            return tr("Aerodromes");
        case BaseGroup::Heliports:
            return tr("Heliports");
        case BaseGroup::Places:
            return tr("Places");
        }
    }
    return layer.facts.title.empty() ? text(layer.file) : text(layer.facts.title);
}

QString LayerModel::dataText(const MapLayerInfo& layer) const {
    switch (layer.state) {
    case LayerState::Arriving:
        return tr("arriving");
    case LayerState::Converting:
        return tr("being converted");
    case LayerState::Unusable:
        return tr("unusable");
    case LayerState::Ready:
        break;
    }
    const QDate date = dateOf(layer.facts.date);
    if (!date.isValid()) return layer.facts.date.empty() ? tr("date unknown") : text(layer.facts.date);
    const QDate today = QDateTime::fromMSecsSinceEpoch(sinceEpoch_ms(m_now), QTimeZone::UTC).date();
    const qint64 days = date.daysTo(today);
    constexpr qint64 year = 365;
    constexpr qint64 month = 30;
    if (days >= 2 * year) return tr("%n year(s) old", nullptr, static_cast<int>(days / year));
    if (days >= 2 * month) return tr("%n month(s) old", nullptr, static_cast<int>(days / month));
    if (days >= 0) return tr("%n day(s) old", nullptr, static_cast<int>(days));
    return date.toString(Qt::ISODate);
}

QString LayerModel::detailText(const QModelIndex& index) const {
    const MapLayerInfo* layer = info(index);
    if (!layer) return {};
    QStringList lines;
    if (layer->state == LayerState::Unusable) lines << tr("Unusable: %1").arg(text(layer->reason));
    if (!layer->file.empty())
        lines << tr("File: %1 (%2)")
                     .arg(text(layer->file), QLocale().formattedDataSize(static_cast<qint64>(layer->size_bytes)));
    if (layer->state == LayerState::Ready) {
        const QString range = tr("Zoom %1 to %2").arg(layer->facts.minZoom).arg(layer->facts.maxZoom);
        lines << (outOfRange(*layer) ? tr("%1: not shown at zoom %2").arg(range).arg(static_cast<int>(m_zoom)) : range);
    }
    if (!layer->facts.date.empty())
        lines << tr("Data of %1").arg(text(layer->facts.date));
    else if (layer->fileTime)
        lines << tr("Date of the data unknown; file of %1").arg(text(toRfc3339(*layer->fileTime)).left(10));
    else
        lines << tr("Date of the data unknown");
    if (!layer->facts.attribution.empty()) lines << tr("From: %1").arg(text(layer->facts.attribution));
    if (!layer->facts.licence.empty()) lines << tr("Licence: %1").arg(text(layer->facts.licence));
    return lines.join(u'\n');
}

void LayerModel::setOpacity(const QModelIndex& index, int opacity_pct) {
    (void)setData(index, opacity_pct, OpacityRole);
}

bool LayerModel::move(const QModelIndex& index, int by) {
    const MapLayerInfo* layer = info(index);
    if (!layer || layer->kind != LayerKind::Raster) return false;
    const auto group = static_cast<Group>(index.internalId() - 1);
    const int wanted = index.row() + by;
    if (wanted < 0) return group == Group::Own && place(layer->id, Group::OverNames, rowCount(this->index(0, 0)));
    if (wanted >= rowCount(index.parent())) return group == Group::OverNames && place(layer->id, Group::Own, 0);
    return place(layer->id, group, by > 0 ? wanted + 1 : wanted);
}

// Puts a layer before the row of that group.
bool LayerModel::place(const std::string& id, Group group, int row) {
    const auto& rows = m_rows.at(static_cast<std::size_t>(group));
    const Choice* found = choiceOf(id);
    if (!found || row < 0 || static_cast<std::size_t>(row) > rows.size()) return false;
    const std::string before =
        static_cast<std::size_t>(row) < rows.size() ? rows[static_cast<std::size_t>(row)].info->id : std::string();
    if (before == id) return true;
    Choice moved = *found;
    moved.overNames = group == Group::OverNames;
    beginResetModel();
    std::erase_if(m_choices, [&](const Choice& choice) { return choice.id == id; });
    m_choices.insert(before.empty() ? m_choices.end() : std::ranges::find(m_choices, before, &Choice::id), moved);
    rebuild();
    endResetModel();
    announce();
    return true;
}

QJsonObject LayerModel::state() const {
    QJsonArray layers;
    for (const auto& choice : m_choices)
        layers.append(QJsonObject{{idKey, text(choice.id)},
                                  {shownKey, choice.shown},
                                  {opacityKey, choice.opacity_pct},
                                  {overKey, choice.overNames}});
    QJsonArray hidden;
    for (const auto group : tiles::baseGroups)
        if (m_hidden.at(static_cast<std::size_t>(group)))
            hidden.append(QString::fromUtf8(nameOf(group).data(), static_cast<qsizetype>(nameOf(group).size())));
    return {{layersKey, layers}, {hiddenKey, hidden}};
}

void LayerModel::restore(const QJsonObject& state) {
    beginResetModel();
    m_choices.clear();
    const QJsonArray layers = state.value(layersKey).toArray();
    for (const auto& each : layers) {
        const QJsonObject object = each.toObject();
        const std::string id = object.value(idKey).toString().toStdString();
        if (!tiles::isLayerId(id) || choiceOf(id) || m_choices.size() >= mostChoices) continue;
        m_choices.push_back({.id = id,
                             .shown = object.value(shownKey).toBool(),
                             .opacity_pct = std::clamp(object.value(opacityKey).toInt(100), 1, 100),
                             .overNames = object.value(overKey).toBool()});
    }
    const QJsonArray hidden = state.value(hiddenKey).toArray();
    for (const auto group : tiles::baseGroups) {
        const QString name = QString::fromUtf8(nameOf(group).data(), static_cast<qsizetype>(nameOf(group).size()));
        m_hidden.at(static_cast<std::size_t>(group)) = hidden.contains(name);
    }
    rebuild();
    endResetModel();
    announce();
}

void LayerModel::retranslate() {
    for (int group = 0; group < groupCount; ++group)
        Q_EMIT dataChanged(index(group, 0), index(group, ColumnCount - 1));
    tellAll();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex LayerModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int LayerModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return groupCount;
    if (parent.internalId() != 0 || parent.column() != 0) return 0;
    return static_cast<int>(m_rows.at(static_cast<std::size_t>(parent.row())).size());
}

int LayerModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant LayerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const MapLayerInfo* layer = info(index);
    if (!layer) {
        if (index.column() != Name || role != Qt::DisplayRole) return {};
        switch (static_cast<Group>(index.row())) {
        case Group::OverNames:
            return tr("Over the names");
        case Group::Names:
            return tr("Names and lines");
        case Group::Own:
            return tr("Own maps");
        case Group::Ground:
            return tr("Ground");
        }
    }
    const Choice* choice = choiceOf(layer->id);
    const bool own = layer->kind == LayerKind::Raster;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return outOfRange(*layer) ? tr("%1 (not at this zoom)").arg(nameText(*layer)) : nameText(*layer);
        if (index.column() == Opacity) return own && choice ? tr("%1 %").arg(choice->opacity_pct) : QString();
        return dataText(*layer);
    case Qt::CheckStateRole:
        if (index.column() != Name) return {};
        return isShown(*layer) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return index.column() == Opacity ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return detailText(index);
    case IdRole:
        return text(layer->id);
    case OpacityRole:
        return own && choice ? QVariant(choice->opacity_pct) : QVariant();
    case UsableRole:
        return layer->state != LayerState::Unusable;
    case OutOfRangeRole:
        return outOfRange(*layer);
    default:
        return {};
    }
}

bool LayerModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const MapLayerInfo* layer = info(index);
    if (!layer) return false;
    const QModelIndex last = index.siblingAtColumn(ColumnCount - 1);
    if (role == Qt::CheckStateRole && index.column() == Name) {
        if (!show(*layer, value.toInt() == Qt::Checked)) return false;
        Q_EMIT dataChanged(index, last);
        announce();
        return true;
    }
    Choice* choice = choiceOf(layer->id);
    if (role != OpacityRole || layer->kind != LayerKind::Raster || !choice) return false;
    const int wanted = std::clamp(value.toInt(), 1, 100);
    if (choice->opacity_pct == wanted) return true;
    choice->opacity_pct = wanted;
    Q_EMIT dataChanged(index.siblingAtColumn(0), last);
    if (!m_tell.isActive()) m_tell.start();
    return true;
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Layer");
    case Opacity:
        return tr("Opacity");
    case Data:
        return tr("Data");
    default:
        return {};
    }
}

Qt::ItemFlags LayerModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const MapLayerInfo* layer = info(index);
    if (!layer) {
        const auto group = static_cast<Group>(index.row());
        const bool takes = group == Group::Own || group == Group::OverNames;
        return takes ? Qt::ItemIsEnabled | Qt::ItemIsDropEnabled : Qt::ItemFlags(Qt::ItemIsEnabled);
    }
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Name && layer->state != LayerState::Unusable) flags |= Qt::ItemIsUserCheckable;
    if (layer->kind == LayerKind::Raster) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

Qt::DropActions LayerModel::supportedDropActions() const {
    return Qt::MoveAction;
}

QStringList LayerModel::mimeTypes() const {
    return {mimeType};
}

QMimeData* LayerModel::mimeData(const QModelIndexList& indexes) const {
    const MapLayerInfo* layer = indexes.isEmpty() ? nullptr : info(indexes.front());
    if (!layer) return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType, QByteArray::fromStdString(layer->id));
    return data;
}

bool LayerModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int /*column*/,
                              const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data || !data->hasFormat(mimeType) || !parent.isValid()) return false;
    if (parent.internalId() != 0) return false;
    const auto group = static_cast<Group>(parent.row());
    if (group != Group::Own && group != Group::OverNames) return false;
    const int wanted = row < 0 ? rowCount(parent) : row;
    (void)place(data->data(mimeType).toStdString(), group, wanted);
    return false; // moved already: the view must not take the dragged row away
}

} // namespace haneul::layers
