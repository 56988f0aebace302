#pragma once

#include "core/airspace/impact.h"
#include "ui/airspace/airspace_desk.h"
#include "ui/drafts/draft.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace haneul::airspace {

// The zone in hand, and the revision it is an edit of.
struct ZoneSketch {
    bool open = false;
    std::uint64_t basedOn = 0; // 0: a new one
    Zone zone;

    bool operator==(const ZoneSketch&) const = default;
};

// What of the layer in hand people have picked.
struct PickedPart {
    enum class Kind { Nothing, Corner, Centre, Rim };
    Kind kind = Kind::Nothing;
    std::size_t ring = 0; // 0: the outer one, then holes
    std::size_t corner = 0;

    bool operator==(const PickedPart&) const = default;
};

// What a click on the map does.
enum class ZoneHand { Select, DrawPolygon, DrawCircle, DrawHole };

// A zone while it is drawn or changed: every change is a named step of a draft (Ctrl+Z) that survives a crash, and its
// findings are known after each. Nothing here needs a window.
class ZoneEditor final : public QObject {
    Q_OBJECT

public:
    static constexpr double usualCeiling_m = 150; // AGL, of a volume that is drawn
    static constexpr double usualRadius_m = 500;

    // Both must outlive it.
    ZoneEditor(AirspaceDesk& desk, drafts::Drafts& drafts, QObject* parent = nullptr);

    [[nodiscard]] AirspaceDesk& desk() { return m_desk; }

    [[nodiscard]] bool mayWrite() const; // the person at the desk

    [[nodiscard]] bool editing() const { return m_draft.value().open; }

    [[nodiscard]] bool mayChange() const { return editing() && !m_asking && mayWrite(); }

    [[nodiscard]] bool modified() const { return editing() && m_draft.isModified(); }

    [[nodiscard]] bool isAsking() const { return m_asking; }

    [[nodiscard]] const Zone& zone() const { return m_draft.value().zone; }

    [[nodiscard]] std::uint64_t basedOn() const { return m_draft.value().basedOn; }

    [[nodiscard]] std::string key() const; // of zone()

    [[nodiscard]] drafts::DraftBase& draft() { return m_draft; }

    // -- begin and end
    bool begin(const QString& key); // false: no such zone, something is in hand already, or it may not be
    bool beginNew();
    void discard();  // whatever was changed is lost: ask before
    void activate(); // undo and redo act on it from now on

    // -- one step each. `name`: as in Draft::change. Nothing happens while nothing may be changed.
    using Edit = std::function<void(Zone&)>;
    void change(const char* name, const Edit& edit, int joinKey = 0);

    // The layer in hand; none while the zone has none.
    [[nodiscard]] std::size_t layer() const { return m_layer; }

    [[nodiscard]] const Layer* layerInHand() const;
    void takeLayer(std::size_t layer);
    void addLayer(const geo::Area& area);        // with the limits of the layer in hand; it is then in hand
    void removeLayer();                          // the one in hand
    [[nodiscard]] bool mayHaveHole() const;      // the layer in hand is a polygon
    void addHole(std::vector<geo::LatLon> ring); // in the polygon in hand; what is wrong with it is a finding

    void changeLayer(const char* name, const std::function<void(Layer&)>& edit, int joinKey = 0);
    void setArea(geo::Area area);
    void setCircle(geo::LatLon centre, double radius_m, int joinKey = 0);
    [[nodiscard]] const std::vector<geo::LatLon>* ring(std::size_t ring) const; // of a polygon in hand; null: none
    void moveCorner(std::size_t ring, std::size_t corner, geo::LatLon place, int joinKey = 0);
    void insertCorner(std::size_t ring, std::size_t before, geo::LatLon place, int joinKey = 0);
    // False: three corners are the least; a hole goes with its third one.
    bool removeCorner(std::size_t ring, std::size_t corner);
    void removePicked();
    void nudgePicked(double north_m, double east_m);

    // -- what is picked
    [[nodiscard]] const PickedPart& picked() const { return m_picked; }

    void pick(const PickedPart& picked);
    void pickNext(int by);
    [[nodiscard]] std::optional<geo::LatLon> pickedPlace() const;

    [[nodiscard]] ZoneHand hand() const { return m_hand; }

    void take(ZoneHand hand);

    // -- judging: findingsOf(), and IDENTIFIER_TAKEN
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

    [[nodiscard]] std::size_t count(Severity severity) const;

    // -- with the service; answers come on this thread
    // What the zone would hit as it is now. An answer about a zone that has changed since does not come.
    void askImpact(const std::function<void(const Result<std::vector<Impact>>&)>& done);
    // Puts it into force and ends the draft. STALE_REVISION: rebase(), or discard().
    void publish(const std::function<void(const Result<std::uint64_t>&)>& done);
    void rebase(); // as if it had been drawn from what is published now

    void personChanged(); // somebody else is at the desk

Q_SIGNALS:
    void zoneChanged(); // its content, whether there is one, whether it may be changed
    void pickedChanged();
    void handChanged();
    void published(const QString& key);

private:
    void follow();
    void judge();
    void rebaseOn(std::uint64_t revision);
    [[nodiscard]] PickedPart within(PickedPart picked) const;
    void open(ZoneSketch sketch);

    AirspaceDesk& m_desk;
    drafts::Drafts& m_drafts;
    drafts::Draft<ZoneSketch> m_draft;
    std::size_t m_layer = 0;
    PickedPart m_picked;
    ZoneHand m_hand = ZoneHand::Select;
    std::vector<Finding> m_findings;
    bool m_asking = false;
};

} // namespace haneul::airspace
