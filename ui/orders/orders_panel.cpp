#include "ui/orders/orders_panel.h"

#include "ui/orders/missions_side.h"
#include "ui/orders/orders_side.h"

#include <QCoreApplication>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace haneul::orders {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(haneul::orders::Facts)
};

constexpr QLatin1StringView halvesKey("halves");

} // namespace

OrdersPanel::OrdersPanel(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                         const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_orders(new OrdersSide(desk, clock, theme, this))
    , m_missions(new MissionsSide(desk, selection, clock, theme, this))
    , m_halves(new QSplitter(this)) {
    setObjectName(QStringLiteral("ordersPanel"));
    m_halves->setObjectName(QStringLiteral("ordersHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_orders);
    m_halves->addWidget(m_missions);
    m_halves->setStretchFactor(0, 2);
    m_halves->setStretchFactor(1, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidget(m_halves);
    column->addWidget(page);
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &OrdersPanel::setState);
    connect(m_missions, &MissionsSide::said, m_orders, &OrdersSide::say);
    connect(m_orders, &OrdersSide::missionWanted, &selection, &models::MissionSelection::select);
}

void OrdersPanel::setTheme(const theme::Theme& theme) {
    m_orders->setTheme(theme);
    m_missions->setTheme(theme);
}

// Nothing is worked out before somebody looks.
void OrdersPanel::setState() {
    m_behind = !isVisible();
    if (m_behind) return;
    m_orders->setState();
    m_missions->setState();
}

void OrdersPanel::setSituation(const situation::SituationPtr& situation) {
    if (!isVisible()) return;
    m_missions->setSituation(situation);
    m_orders->allow();
    m_missions->allow();
}

void OrdersPanel::bookMission() {
    m_missions->book(m_orders->network());
}

QJsonObject OrdersPanel::state() const {
    return {{halvesKey, QString::fromLatin1(m_halves->saveState().toBase64())}};
}

void OrdersPanel::restore(const QJsonObject& state) {
    (void)m_halves->restoreState(QByteArray::fromBase64(state.value(halvesKey).toString().toLatin1()));
}

void OrdersPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_behind) setState();
}

// Side by side in a wide dock, one above the other in a tall one. What is inside is told from here: its own size
// depends on the answer.
void OrdersPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const QSize room = event->size();
    const bool wide = room.width() > std::max(room.height(), fontMetrics().averageCharWidth() * 75);
    m_halves->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    m_missions->setRoom(wide ? QSize(room.width() * 3 / 5, room.height()) : QSize(room.width(), room.height() * 3 / 5));
}

void addDeliveryFacts(std::vector<models::Fact>& facts, const delivery::DeliveryState& state) {
    std::set<std::string_view> missions;
    for (const delivery::MissionConflict& conflict : state.conflicts)
        missions.insert(conflict.mission);
    if (!missions.empty())
        facts.push_back({models::FactGravity::Warning,
                         Facts::tr("%n missions no longer fit", nullptr, static_cast<int>(missions.size()))});
}

} // namespace haneul::orders
