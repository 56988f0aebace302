#pragma once

#include "server/situation/situation.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/diagram/diagram_contents.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/diagram_picking.h"
#include "ui/diagram/retimer.h"
#include "ui/diagram/timed_networks.h"
#include "ui/models/mission_selection.h"
#include "ui/plans/plan_desk.h"

#include <QJsonObject>
#include <QPixmap>
#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace haneul::diagram {

// The drone-diagram as a widget: paints what diagram_contents.h says at the scale of diagram_scale.h and turns mouse
// and keys into zoom, choice and retiming; it decides nothing by itself.
//   wheel: time closer or wider; with Shift: earlier or later; with Ctrl: rows higher or lower
//   drag: earlier or later; of the selected mission's line: its start (Shift snaps to the nearest free one)
//   Left, Right, PgUp, PgDn: earlier, later; + -: closer, wider; Home: now; Ctrl+Home: all
//   Up, Down: previous, next mission; Ctrl+Left, Ctrl+Right: its previous, next node; Tab: the next of several under
//   the pointer; Shift+Up, Shift+Down: rows; Escape: back while a start is moved: Left, Right by 1 s, with Shift 10 s,
//   with Ctrl 1 min; S: nearest free; digits: typed; Return
class DiagramView final : public QWidget {
    Q_OBJECT

public:
    static constexpr milliseconds reach{24 * 3'600'000}; // how far ahead one can look and move missions

    // All must outlive it.
    DiagramView(const theme::Theme& theme, delivery::DeliveryDesk& desk, models::MissionSelection& selection,
                QWidget* parent);

    // Flight plans beside the missions, and which of them is the chosen one. Must outlive it.
    void setPlans(plans::PlanDesk& desk);

    void setTheme(const theme::Theme& theme);
    // `time`: what the now-line shows; in a replay it is no present, and nothing can be moved.
    void setSituation(const situation::SituationPtr& situation, UtcMs time);

    [[nodiscard]] const DiagramContentsPtr& contents() const { return m_contents; } // never null

    [[nodiscard]] const DiagramOptions& options() const { return m_options; }

    [[nodiscard]] const DiagramScale& scale() const { return m_scale; }

    [[nodiscard]] Occupancy occupancy() const { return m_occupancy; }

    [[nodiscard]] bool plansShown() const { return m_plansShown; }

    [[nodiscard]] UtcMs now() const { return m_now; }

    [[nodiscard]] Retimer& retimer() { return m_retimer; }

    void setNetwork(const std::string& id);
    void setExtent(Extent extent);
    void setDetail(LineDetail detail);
    void setBases(BaseRows bases);
    void setOccupancy(Occupancy occupancy);
    void setPlansShown(bool shown);
    void showPlan(const std::string& plan); // comes into the picture, with its mission if it has one; it is then chosen
    void toggleChosen();                    // the selected mission joins or leaves the chosen ones
    void moveRow(int by);                   // of the current node

    void showNow(); // and follows it
    void showAll();
    void show(const TimeRange& range);
    void zoomBy(double factor);

    void retimeSelected(); // by keys
    void typeStart(const QString& typed = {});

    [[nodiscard]] QString readout() const; // the selected mission at its current node, in one line

    // In the last full painting.
    struct Drawn {
        std::size_t missions = 0;
        std::size_t labels = 0;
        double frame_ms = 0; // of this thread
    };

    [[nodiscard]] const Drawn& drawn() const { return m_drawn; }

    [[nodiscard]] std::uint64_t paintings() const { return m_paintings; } // full ones

    [[nodiscard]] std::optional<QPointF> pixelOf(const std::string& mission, std::size_t visit) const;
    [[nodiscard]] std::optional<QRectF> boxOf(const std::string& plan) const;

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state); // ignores what it does not know

Q_SIGNALS:
    void optionsChanged();
    void readoutChanged(const QString& text);
    void said(const haneul::diagram::Retimer::Refusal& refusal);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Drag { None, Pending, Pan, Retime };

    void rebuild(); // contents from state and options
    void fit();     // scale to size and contents
    void redraw();  // the layer is painted anew
    void follow();  // keeps now in the picture
    void place();   // where it looks at first
    [[nodiscard]] TimeRange bounds() const;
    [[nodiscard]] double now_px() const;
    void paintLayer();
    void paintNow(QPainter& painter) const;
    void paintChosen(QPainter& painter);
    void paintRetiming(QPainter& painter);
    void paintBox(QPainter& painter, QPointF at, const QString& text) const;
    [[nodiscard]] DiagramLook look() const;

    void select(const std::string& mission, std::size_t visit);
    void step(int by);      // to the previous or next mission
    void stepVisit(int by); // to its previous or next node
    void pointAt(QPointF pixel, QPoint global);
    [[nodiscard]] QString tipAt(QPointF pixel) const;
    [[nodiscard]] std::optional<std::size_t> selectedLine() const;
    [[nodiscard]] std::optional<std::size_t> chosenBar() const;
    [[nodiscard]] std::optional<std::size_t> barAt(QPointF pixel) const;
    [[nodiscard]] std::optional<std::size_t> rowLabelAt(QPointF pixel) const;
    bool beginRetiming(const std::string& mission);
    void dragTo(QPointF pixel, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool takes(const QKeyEvent& event) const;
    bool retimeKey(const QKeyEvent& event);
    bool viewKey(const QKeyEvent& event);
    void selectionChanged();

    const theme::Theme* m_theme;
    delivery::DeliveryDesk& m_desk;
    models::MissionSelection& m_selection;
    TimedNetworks m_networks;
    Retimer m_retimer;

    DiagramOptions m_options;
    Occupancy m_occupancy = Occupancy::Shown;
    plans::PlanDesk* m_plans = nullptr; // null: none are shown
    bool m_plansShown = true;
    DiagramContentsPtr m_contents;
    DiagramScale m_scale;
    UtcMs m_now{};
    situation::TimeMode m_mode = situation::TimeMode::Live;
    bool m_networkChosen = false; // by a person
    bool m_placed = false;        // somebody or something has chosen what it looks at
    bool m_all = false;           // that is all missions, also when the picture becomes larger
    bool m_following = false;     // now stays in the picture
    std::map<std::string, std::vector<std::string>> m_orders; // of rows, by network
    std::string m_row;                                        // the current node; empty: the selected visit's

    TextCache m_texts;
    QPixmap m_layer;
    bool m_stale = true;
    Drawn m_drawn;
    std::uint64_t m_paintings = 0;

    std::vector<Pick> m_under; // the pointer
    std::size_t m_visit = 0;   // of the selected mission
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_last;
    UtcMs m_pressedAt{};
};

} // namespace haneul::diagram
