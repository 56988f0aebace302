#pragma once

#include "core/delivery/network.h"
#include "server/delivery/delivery_state.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/drafts/draft.h"
#include "ui/network/network_edits.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace haneul::network {

// The network in hand, and the revision it was drawn from.
struct Sketch {
    bool open = false;
    std::uint64_t basedOn = 0; // 0: a new one
    Network network;

    bool operator==(const Sketch&) const = default;
};

// What of the network people have in hand.
struct Picked {
    enum class Kind { Nothing, Node, Link, Waypoint };
    Kind kind = Kind::Nothing;
    std::size_t index = 0;    // of the node; of the link
    std::size_t waypoint = 0; // of the link

    [[nodiscard]] bool isNode(std::size_t node) const { return kind == Kind::Node && index == node; }

    [[nodiscard]] bool isLink(std::size_t link) const {
        return (kind == Kind::Link || kind == Kind::Waypoint) && index == link;
    }

    bool operator==(const Picked&) const = default;
};

// What a click on the map does.
enum class Hand { Select, AddBase, AddDelivery, DrawLink };

// The networks at a desk: the one that is shown in the tables, and the draft while one is being changed. Every change
// is a named step of the draft (Ctrl+Z) and survives a crash. Nothing here needs a window.
class NetworkEditor final : public QObject {
    Q_OBJECT

public:
    // Both must outlive it.
    NetworkEditor(delivery::DeliveryDesk& desk, drafts::Drafts& drafts, QObject* parent = nullptr);

    [[nodiscard]] delivery::DeliveryDesk& desk() { return m_desk; }

    // -- which network
    void show(const QString& id);                              // a saved one; not while one is being changed
    [[nodiscard]] const Network& network() const;              // the draft, or the shown one; empty: none
    [[nodiscard]] const delivery::SavedNetwork* saved() const; // of network(); null: not saved yet
    [[nodiscard]] bool hasNetwork() const;

    [[nodiscard]] bool knows(const std::string& id) const { return m_desk.state()->network(id) != nullptr; }

    // network() with the verifications that its ways have now, whatever happened since the last step.
    [[nodiscard]] const Network& judged() const { return m_judged; }

    [[nodiscard]] const delivery::Link& judgedLink(std::size_t link) const { return m_judged.links[link]; }

    // -- the draft
    [[nodiscard]] bool mayWrite() const; // the person at the desk
    [[nodiscard]] bool mayVerify() const;

    [[nodiscard]] bool editing() const { return m_draft.value().open; }

    [[nodiscard]] bool mayChange() const { return editing() && !m_asking && mayWrite(); }

    [[nodiscard]] bool modified() const { return editing() && m_draft.isModified(); }

    [[nodiscard]] std::uint64_t basedOn() const { return m_draft.value().basedOn; }

    [[nodiscard]] drafts::Draft<Sketch>& draft() { return m_draft; }

    void begin();    // the shown one
    void beginNew(); // an empty one with an id of its own
    void discard();  // back to the shown one
    void activate(); // undo and redo act on it from now on

    // One step. `name`: as in Draft::change. Nothing happens while nothing may be changed.
    using Edit = std::function<void(Network&)>;
    void change(const char* name, const Edit& edit, int joinKey = 0);

    void addNode(delivery::NodeKind kind, geo::LatLon place);
    void moveNode(std::size_t node, geo::LatLon place, int joinKey = 0);
    bool addLink(const std::string& a, const std::string& b, std::vector<route::Waypoint> via); // false: there is one
    void insertWaypoint(std::size_t link, std::size_t before, geo::LatLon place, int joinKey = 0);
    void moveWaypoint(std::size_t link, std::size_t waypoint, geo::LatLon place, int joinKey = 0);
    void insertBehindPicked(); // in the middle of the part of the picked link behind the picked waypoint
    void removePicked();
    void nudgePicked(double north_m, double east_m); // what is picked, if it has a place

    // -- what is picked
    [[nodiscard]] const Picked& picked() const { return m_picked; }

    void pick(const Picked& picked);
    void pickNext(int by); // nodes, then links with their waypoints
    [[nodiscard]] std::optional<geo::LatLon> pickedPlace() const;

    [[nodiscard]] Hand hand() const { return m_hand; }

    void take(Hand hand);

    // -- judging
    [[nodiscard]] const std::vector<delivery::Finding>& findings() const { return m_findings; }

    [[nodiscard]] std::size_t count(delivery::Finding::Severity severity) const;
    // What a finding is about.
    [[nodiscard]] std::optional<Picked> placeOf(const delivery::Finding& finding) const;

    // -- with the service; `done` comes on this thread
    using Answer = std::function<void(Result<void>)>;
    void save(const Answer& done); // STALE_REVISION: rebase(), or discard()
    void rebase();                 // as if it had been drawn from what is saved now
    void removeSaved(const Answer& done);
    // Of a link of the saved network. LINK_CHANGED: the draft has another way there, which nobody has flown.
    void verify(std::size_t link, const QString& note, const Answer& done);
    void withdraw(std::size_t link, const QString& reason, const Answer& done);

    [[nodiscard]] bool isAsking() const { return m_asking; }

    void personChanged(); // somebody else is at the desk

Q_SIGNALS:
    void networkChanged(); // its content, which it is, whether it may be changed
    void pickedChanged();
    void handChanged();

private:
    void follow();
    void judge();
    void rebaseOn(std::uint64_t revision);
    [[nodiscard]] Picked within(Picked picked) const;
    void ask(const std::function<void(delivery::DeliveryService&, people::Principal, delivery::Done<void>)>& call,
             const Answer& done);

    delivery::DeliveryDesk& m_desk;
    drafts::Drafts& m_drafts;
    drafts::Draft<Sketch> m_draft;
    std::string m_shownId;
    bool m_chosen = false; // by a person
    Network m_shown;       // what is shown while nothing is being changed
    Network m_judged;      // network() with the verifications of what is saved now
    Picked m_picked;
    Hand m_hand = Hand::Select;
    std::vector<delivery::Finding> m_findings;
    bool m_wasOpen = false;
    bool m_asking = false;
};

} // namespace haneul::network
