#pragma once

#include "core/base/time.h"
#include "server/maps/map_library.h"
#include "server/tiles/style_stack.h"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QTimer>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace haneul::layers {

// The layers of the map as a tree, topmost first: what lies over the names, names and lines, the customer's maps, the
// ground. One for all maps of a desk: what is shown, how opaque and in which order, in the words of the tile server.
class LayerModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Opacity, Data, ColumnCount };

    enum Role {
        IdRole = Qt::UserRole + 1, // QString; empty for a group
        OpacityRole,               // int, 1..100; not valid where it cannot be set
        UsableRole,                // bool
        OutOfRangeRole,            // bool: nothing of it shows at the zoom of the map
    };

    enum class Group { OverNames, Names, Own, Ground };
    static constexpr int groupCount = 4;

    using Source = std::function<maps::MapCatalogPtr()>; // what there is by now; empty: nothing

    explicit LayerModel(Source source, QObject* parent = nullptr);

    // What there is, asked twice a second by itself.
    void look();
    void setZoom(double zoom); // of the map that is looked at
    void setTime(UtcMs now);   // ages are counted from it; a change of day tells the views

    // What the tile server is asked for behind the theme's name: "-en~aerial.60~!places".
    [[nodiscard]] QString stackText() const;
    void setEnglishNames(bool english);

    // "No roads, buildings, terrain in this map"; empty: it lacks nothing.
    [[nodiscard]] QString lacksText() const;
    // Whom to name for what is shown.
    [[nodiscard]] QString creditsText() const;

    [[nodiscard]] const maps::MapLayerInfo* info(const QModelIndex& index) const; // null: a group
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    [[nodiscard]] QString detailText(const QModelIndex& index) const;                    // several lines
    [[nodiscard]] std::optional<maps::GeoBounds> bounds(const QModelIndex& index) const; // of a customer's usable layer

    void setOpacity(const QModelIndex& index, int opacity_pct);
    // One place up (-1) or down (+1); from the top of the customer's maps over the names, and back. False: no way.
    bool move(const QModelIndex& index, int by);

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void stackChanged(); // ask for stackText() and creditsText() again
    void catalogChanged();

private:
    // What a person chose; kept while the layer is away, too.
    struct Choice {
        std::string id;
        bool shown = false;
        int opacity_pct = 100;
        bool overNames = false;

        bool operator==(const Choice&) const = default;
    };

    struct Row {
        const maps::MapLayerInfo* info = nullptr; // of m_catalog
    };

    void rebuild();
    [[nodiscard]] const Row* rowOf(const QModelIndex& index) const;
    [[nodiscard]] Choice* choiceOf(const std::string& id);
    [[nodiscard]] const Choice* choiceOf(const std::string& id) const;
    [[nodiscard]] bool isShown(const maps::MapLayerInfo& layer) const;
    [[nodiscard]] bool show(const maps::MapLayerInfo& layer, bool shown);
    [[nodiscard]] bool outOfRange(const maps::MapLayerInfo& layer) const;
    [[nodiscard]] QString nameText(const maps::MapLayerInfo& layer) const;
    [[nodiscard]] QString dataText(const maps::MapLayerInfo& layer) const;
    [[nodiscard]] tiles::StyleStack stack() const;
    bool place(const std::string& id, Group group, int row);
    void tellAll();
    void announce();

    Source m_source;
    maps::MapCatalogPtr m_catalog;
    std::vector<Choice> m_choices; // of the customer's layers, topmost first
    std::array<bool, tiles::baseGroups.size()> m_hidden{};
    std::array<std::vector<Row>, groupCount> m_rows;
    bool m_english = false;
    double m_zoom = 10;
    UtcMs m_now{};
    QString m_announced;
    QTimer m_look;
    QTimer m_tell; // a slider that is dragged changes the map a few times a second, not a hundred
};

} // namespace haneul::layers
