#pragma once

#include "ui/map/map_view.h"
#include "ui/models/mission_selection.h"
#include "ui/network/network_editor.h"
#include "ui/network/network_facts.h"
#include "ui/network/network_hits.h"
#include "ui/network/network_tool.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <string>
#include <vector>

namespace haneul::network {

// The networks as every map of a desk shows them: all saved ones, in place of one of them the draft, the way of the
// chosen mission over them; and the tool in hand while the draft is changed.
class NetworkOverlay final : public QObject {
    Q_OBJECT

public:
    // All must outlive it.
    NetworkOverlay(NetworkEditor& editor, NetworkTool& tool, models::MissionSelection& selection,
                   QObject* parent = nullptr);
    ~NetworkOverlay() override;

    void attach(map::MapView& map); // from now on, until one of the two goes

    [[nodiscard]] const map::NetworkShapesPtr& shapes() const { return m_shapes; }

    // The places of the network in hand; for looking at all of it.
    [[nodiscard]] std::vector<geo::LatLon> places() const;

    void retranslate(); // tips

Q_SIGNALS:
    void shapesChanged();

private:
    // What costs time to find out, kept while the network stays as it is.
    struct Known {
        Network network;
        std::vector<Path> paths; // of the links
        std::vector<QString> tips;
        std::vector<CrossingPlace> crossings;
    };

    [[nodiscard]] const Known& knownOf(const Network& network);
    void follow(); // networks, draft or selection are other ones now
    void build();
    void addNetwork(map::NetworkShapes& shapes, const Network& network, bool inHand);
    void addMission(map::NetworkShapes& shapes) const;
    void addLine(map::NetworkShapes& shapes) const;
    void arm(map::MapView& map) const;

    NetworkEditor& m_editor;
    NetworkTool& m_tool;
    models::MissionSelection& m_selection;
    std::vector<QPointer<map::MapView>> m_maps;
    std::map<std::string, Known> m_known; // by the network's id
    map::NetworkShapesPtr m_shapes = std::make_shared<const map::NetworkShapes>();
    map::NetworkShapesPtr m_still = m_shapes; // without the link being drawn, which changes with every move
};

} // namespace haneul::network
