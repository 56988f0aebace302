#pragma once

#include "core/geo/position.h"
#include "server/maps/place_index.h"
#include "ui/layers/layer_model.h"
#include "ui/theme/theme.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QSlider;
class QTreeView;
class QVBoxLayout;

namespace haneul::layers {

// Shows what the search field asks for; groups stay while one of their layers does.
class LayerFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
};

// The layer tree: what is shown, how opaque, in which order; what the selected layer is; what the map lacks; search of
// layers and places. Alt+Up and Alt+Down move the selected layer.
class LayerPanel final : public QWidget {
    Q_OBJECT

public:
    using FindPlaces = std::function<std::vector<maps::Place>(std::string_view query, std::size_t limit)>;

    // `model` is shared by all windows of the desk and must outlive the panel.
    LayerPanel(LayerModel& model, FindPlaces findPlaces, const theme::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);
    void focusSearch();
    // Below the tree: what is drawn over the map and is no layer of it. The panel owns it.
    void addSection(QWidget* section);

Q_SIGNALS:
    void placeChosen(haneul::geo::LatLon place, double zoom);
    // Of the selected layer; nullopt: nothing to outline.
    void outlineChanged(const std::optional<haneul::maps::GeoBounds>& bounds);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();
    void search(const QString& text);
    void showPlaces(const QString& text);
    void choosePlace(int row);
    void showSelected();
    void moveSelected(int by);
    void unfold();
    void size();
    void colour();
    [[nodiscard]] QModelIndex selected() const; // of the model
    void select(const QString& id);

    LayerModel& m_model;
    FindPlaces m_findPlaces;
    const theme::Theme* m_theme;
    LayerFilter m_filter;
    std::vector<maps::Place> m_places;
    QString m_selectedId;
    QVBoxLayout* m_sections = nullptr;
    QLineEdit* m_search = nullptr;
    QListWidget* m_found = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_opacityName = nullptr;
    QSlider* m_opacity = nullptr;
    QLabel* m_details = nullptr;
    QLabel* m_lacks = nullptr;
};

} // namespace haneul::layers
