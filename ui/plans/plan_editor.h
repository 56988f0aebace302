#pragma once

#include "server/clock/clock.h"
#include "server/plan/plan_import.h"
#include "ui/orders/list_view.h"
#include "ui/plans/evidence_model.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/remedy_bar.h"
#include "ui/plans/typed_lists.h"

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace haneul::plans {

// Names that the desk knows and that fields offer; others may be typed.
struct KnownNames {
    QStringList operators, drones, pilots, batteries, payloads, missions;
};

using KnownNamesSource = std::function<KnownNames()>;

// A flight plan as a form, with its way as a table, drawn on the map or read from a file. All checks are made while it
// is written; it can be kept as a draft whatever they say, and submitted.
class PlanEditor final : public QDialog {
    Q_OBJECT

public:
    // `basedOn` 0: a new plan, filled as `plan` says. All must outlive it.
    PlanEditor(PlanDesk& desk, const clock::Clock& clock, const theme::Theme& theme, KnownNamesSource names,
               const plan::FlightPlan& plan, std::uint64_t basedOn, QWidget* parent);

    [[nodiscard]] plan::FlightPlan typed() const; // as it stands in the form
    [[nodiscard]] std::vector<geo::LatLon> places() const;
    void setPlaces(const std::vector<geo::LatLon>& places); // heights of those that stay are kept
    void importFile(const QString& path);
    // The shape that was taken becomes the way; without one, what is wrong is said. An area asks for a pattern of
    // areas.
    void take(const plan::PlanImport& import);

Q_SIGNALS:
    void drawWanted(); // the window puts places on the map and calls setPlaces
    void kept(const QString& plan, const QString& words);
    void actionWanted(const QString& action); // something is to be recorded elsewhere first

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void offerNames(); // those that are known now
    void word();
    void fill(const plan::FlightPlan& plan);
    void preset();  // as the profile says
    void arrange(); // fields that the pattern has
    void changed(); // something was typed
    void check();
    void showChecks(const Result<plan::Evidence>& evidence);
    void choosePattern(plan::Pattern pattern);
    void chooseFile();
    void takeWay(const plan::Operation& way, bool oneLevel);
    void addRow(const plan::RoutePoint& point);
    void removeRow();
    void keep(bool submit);
    void say(const QString& text, bool trouble);
    [[nodiscard]] std::vector<plan::RoutePoint> points() const;
    [[nodiscard]] plan::Pattern pattern() const;
    [[nodiscard]] plan::Operation operation() const;
    [[nodiscard]] geo::VerticalLimit height(double metres) const;
    template <class W>
    W* field(W* made, const char* name, const char* label);

    struct Labelled {
        QLabel* label;
        QWidget* field;
        const char* text;
    };

    PlanDesk& m_desk;
    const clock::Clock& m_clock;
    KnownNamesSource m_known;
    plan::FlightPlan m_plan; // as it was filled in
    std::uint64_t m_basedOn;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
    bool m_filling = false;
    QTimer m_typing;
    EvidenceModel m_evidence;
    std::vector<Labelled> m_labels;
    QFormLayout* m_who = nullptr;
    QFormLayout* m_where = nullptr;
    QFormLayout* m_form = nullptr; // the one that is being built

    QLineEdit* m_id;
    QComboBox* m_profile;
    QComboBox* m_type;
    QLineEdit* m_objective;
    QComboBox* m_operator;
    QComboBox* m_drone;
    QComboBox* m_pilot;
    QComboBox* m_battery;
    QLineEdit* m_payloads;
    QDoubleSpinBox* m_parcels;
    QComboBox* m_mission;
    QSpinBox* m_priority;
    QLineEdit* m_start;
    QSpinBox* m_minutes;
    QDoubleSpinBox* m_cruise;
    QDoubleSpinBox* m_climb;
    QDoubleSpinBox* m_descent;
    QComboBox* m_sight;
    QComboBox* m_lostLink;
    QLineEdit* m_sites;
    QLineEdit* m_documents;
    QComboBox* m_pattern;
    QComboBox* m_reference;
    QDoubleSpinBox* m_height;
    QCheckBox* m_ends;
    QDoubleSpinBox* m_ground;
    QDoubleSpinBox* m_spacing;
    QDoubleSpinBox* m_heading;
    QDoubleSpinBox* m_halfWidth;
    QSpinBox* m_passes;
    QDoubleSpinBox* m_lower;
    QTableWidget* m_points;
    QPushButton* m_draw;
    QPushButton* m_import;
    RemedyBar* m_remedies;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLabel* m_verdict;
    orders::ListView* m_checks;
    QLabel* m_message;
    QPushButton* m_save;
    QPushButton* m_submit;
    QPushButton* m_close;
};

} // namespace haneul::plans
