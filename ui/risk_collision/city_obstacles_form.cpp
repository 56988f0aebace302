#include "ui/risk_collision/city_obstacles_form.h"

#include "ui/models/ui_thread.h"
#include "ui/risk_collision/rows_form.h"
#include "ui/risk_collision/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QThreadPool>

#include <optional>
#include <utility>

namespace haneul::risk::collision {

namespace {

// "37.5663 126.9779", with or without a comma.
std::optional<geo::LatLon> placeOf(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    if (parts.size() != 2) return std::nullopt;
    const auto latitude_deg = typedNumber(parts[0]), longitude_deg = typedNumber(parts[1]);
    if (!latitude_deg || !longitude_deg) return std::nullopt;
    const geo::LatLon place{*latitude_deg, *longitude_deg};
    return place.valid() ? std::optional(place) : std::nullopt;
}

QString troubleText(const Error& error) {
    if (error.code == "NO_BUILDINGS")
        return CityObstaclesForm::tr(
            "No buildings are known here: import some with Ground data, or make a synthetic city.");
    if (error.code == "TOO_MANY_OBSTACLES")
        return CityObstaclesForm::tr("More than %1 buildings: take a narrower corridor or a shorter route.")
            .arg(mostCityObstacles);
    return CityObstaclesForm::tr("This route cannot be looked along: %1").arg(plain(error.message));
}

} // namespace

CityObstaclesForm::CityObstaclesForm(city::CityDesk& city, std::vector<KnownRoute> routes, double halfWidth_m,
                                     QWidget* parent)
    : AdminForm(QStringLiteral("cityObstaclesForm"), parent)
    , m_city(city)
    , m_routes(std::move(routes))
    , m_route(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_halfWidth(new QDoubleSpinBox(this))
    , m_keep(new QCheckBox(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_route->setObjectName(QStringLiteral("corridorRoute"));
    m_route->addItem(QString());
    for (const KnownRoute& route : m_routes)
        m_route->addItem(route.name);
    m_from->setObjectName(QStringLiteral("corridorFrom"));
    m_to->setObjectName(QStringLiteral("corridorTo"));
    for (QLineEdit* each : {m_from, m_to})
        each->setPlaceholderText(QStringLiteral("37.56630 126.97790"));
    m_halfWidth->setObjectName(QStringLiteral("corridorHalfWidth"));
    m_halfWidth->setRange(1, greatestHalfWidth_m);
    m_halfWidth->setDecimals(0);
    m_halfWidth->setValue(halfWidth_m);
    m_halfWidth->setSuffix(QStringLiteral(" m"));
    m_keep->setObjectName(QStringLiteral("keepTyped"));
    m_keep->setChecked(true);
    addText([] {
        return tr("Buildings of the ground data whose footprint comes into the corridor become obstacles: distance of "
                  "the nearest part from the centre line, height as it is known. A height that nobody knows stays "
                  "unknown. What was taken from a city before goes.");
    });
    addRow([] { return tr("Centre &line"); }, m_route);
    addPair([] { return tr("&From (latitude longitude)"); }, m_from, [] { return tr("T&o"); }, m_to);
    addRow([] { return tr("Half &width of the corridor"); }, m_halfWidth);
    addField(m_keep);
    finish([] { return tr("Obstacles from the city"); }, [] { return tr("&Take from the city"); });
    connect(m_route, &QComboBox::currentIndexChanged, this, &CityObstaclesForm::allow);
    connect(m_from, &QLineEdit::textChanged, this, &CityObstaclesForm::allow);
    connect(m_to, &QLineEdit::textChanged, this, &CityObstaclesForm::allow);
    word();
    allow();
}

void CityObstaclesForm::word() {
    m_route->setItemText(0, tr("Between two places"));
    m_keep->setText(tr("&Keep the obstacles that were typed in"));
}

void CityObstaclesForm::changeEvent(QEvent* event) {
    AdminForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

std::vector<geo::LatLon> CityObstaclesForm::places() const {
    if (m_route->currentIndex() > 0) return m_routes[static_cast<std::size_t>(m_route->currentIndex() - 1)].places;
    const auto from = placeOf(m_from->text()), to = placeOf(m_to->text());
    if (!from || !to) return {};
    return {*from, *to};
}

void CityObstaclesForm::allow() {
    const bool typed = m_route->currentIndex() == 0;
    for (QLineEdit* each : {m_from, m_to})
        each->setEnabled(typed);
    setComplete(!places().empty());
}

void CityObstaclesForm::send() {
    if (!m_city.may("city.read")) return failed(tr("Your role may not see the ground data."));
    if (m_city.state()->loading) return failed(tr("The ground data is still being read; try again in a moment."));
    hint(tr("The buildings are being looked through…"));
    QThreadPool::globalInstance()->start([self = QPointer(this), asked = ++m_asked, city = m_city.state()->city,
                                          route = places(), halfWidth_m = m_halfWidth->value()] {
        models::hop([self, asked, along = obstaclesAlong(city, route, halfWidth_m)] {
            if (self && self->m_asked == asked) self->take(along);
        });
    });
}

void CityObstaclesForm::take(const Result<CityObstacles>& along) {
    if (!along) return failed(troubleText(along.error()));
    Q_EMIT found(*along, m_halfWidth->value(), m_keep->isChecked());
    accept();
}

} // namespace haneul::risk::collision
