#pragma once

#include "server/paths/path_service.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace haneul::risk_path {

// "37.56 126.97 65": latitude, longitude, height, a line each; without a height: `height_m`. nullopt: another text.
[[nodiscard]] std::optional<std::vector<paths::Place>> typedPlaces(const QString& text, double height_m);
[[nodiscard]] QString placesText(const std::vector<paths::Place>& places);

// What is asked: places, what stands around, drone and wind, what is least, weight and budgets, limits of legs.
class PathForm final : public QWidget {
    Q_OBJECT

public:
    explicit PathForm(QWidget* parent);

    // nullopt: something typed cannot be read, and trouble() says what.
    [[nodiscard]] std::optional<paths::Question> asked(UtcMs now) const;

    [[nodiscard]] QString trouble() const { return m_trouble; }

    // What was asked before. What the form does not show (bank of turns, layers of headings, ...) is asked again with
    // it.
    void setAsked(const paths::Question& question);

    void setPlaces(const std::vector<geo::LatLon>& places); // with the height of the form
    [[nodiscard]] std::vector<geo::LatLon> places() const;
    void setRiskBudget(double fatalities);
    void setSurroundings(paths::Surroundings surroundings);

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void pickWanted();
    void halfWayWanted(); // a budget between the paths that were found

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void word();

    // What is typed; as exact as it was set while the box shows it.
    [[nodiscard]] double valueOf(const QDoubleSpinBox* box, double set) const;

    mutable QString m_trouble;
    paths::Question m_set; // by setAsked
    QFormLayout* m_rows;
    QPlainTextEdit* m_places;
    QPushButton* m_pick;
    QDoubleSpinBox* m_height;
    QComboBox* m_reference;
    QComboBox* m_surroundings;
    QDoubleSpinBox *m_lower, *m_upper, *m_layer, *m_cell, *m_clearance;
    QDoubleSpinBox *m_speed, *m_climb, *m_descent, *m_mass, *m_power, *m_windFrom, *m_wind;
    QComboBox* m_objective;
    QDoubleSpinBox* m_weight;
    QLineEdit* m_budget;
    QPushButton* m_halfWay;
    QDoubleSpinBox* m_battery;
    QSpinBox* m_legs;
    QDoubleSpinBox* m_longest;
    QLineEdit* m_departure;
    QLineEdit* m_allowed;
    QCheckBox *m_unknown, *m_unknownRisk;
    QLabel* m_hint;
};

} // namespace haneul::risk_path
