#include "ui/orders/orders_panel.h"

#include "ui/orders/missions_side.h"
#include "ui/orders/orders_side.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace haneul::orders {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(haneul::orders::Facts)
};

constexpr QLatin1StringView halvesKey("halves");
constexpr QLatin1StringView tabKey("tab");

// What both need beside each other, and one above the other; in characters and lines of text.
constexpr int besideCharacters = 210;
constexpr int besideLines = 20;
constexpr int stackedLines = 42;

} // namespace

OrdersPanel::OrdersPanel(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                         const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_orders(new OrdersSide(desk, clock, theme, this))
    , m_missions(new MissionsSide(desk, selection, clock, theme, this))
    , m_tabs(new QTabBar(this))
    , m_message(new QLabel(this))
    , m_halves(new QSplitter(this)) {
    setObjectName(QStringLiteral("ordersPanel"));
    m_halves->setObjectName(QStringLiteral("ordersHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_orders);
    m_halves->addWidget(m_missions);
    m_halves->setStretchFactor(0, 2);
    m_halves->setStretchFactor(1, 3);
    m_tabs->setObjectName(QStringLiteral("ordersTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_message->setObjectName(QStringLiteral("orderMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setMargin(fontMetrics().height() / 4);
    // Its line is kept free: what is said moves nothing.
    m_message->setMinimumHeight(fontMetrics().lineSpacing() + 2 * m_message->margin());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_tabs);
    top->addWidget(m_message, 1);
    column->addLayout(top);
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidget(m_halves);
    column->addWidget(page);
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &OrdersPanel::setState);
    connect(m_orders, &OrdersSide::said, this, &OrdersPanel::say);
    connect(m_missions, &MissionsSide::said, this, [this](const QString& text, bool trouble) {
        m_orders->forgetReport();
        say(text, trouble);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &OrdersPanel::arrange);
    connect(m_orders, &OrdersSide::missionWanted, &selection, &models::MissionSelection::select);
    word();
    arrange();
}

void OrdersPanel::say(const QString& text, bool trouble) {
    m_message->setText(trouble ? QString(QStringLiteral("▲  ") + text) : text);
}

// A tab says what its side would: how many orders wait, and what no longer fits.
void OrdersPanel::word() {
    const auto& orders = m_desk.state()->orders;
    const auto waiting =
        static_cast<int>(std::ranges::count(orders, delivery::OrderState::Waiting, &delivery::Order::state));
    const int conflicts = m_missions->conflicts();
    m_tabs->setAccessibleName(tr("Orders or missions"));
    m_tabs->setTabText(0, waiting > 0 ? tr("Orders (%n waiting)", nullptr, waiting) : tr("Orders"));
    m_tabs->setTabText(1, conflicts > 0 ? tr("Missions (▲ %n no longer fit)", nullptr, conflicts) : tr("Missions"));
}

void OrdersPanel::bring(Side side) {
    m_tabs->setCurrentIndex(static_cast<int>(side));
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
    word();
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
    return {{halvesKey, QString::fromLatin1(m_halves->saveState().toBase64())}, {tabKey, m_tabs->currentIndex()}};
}

void OrdersPanel::restore(const QJsonObject& state) {
    (void)m_halves->restoreState(QByteArray::fromBase64(state.value(halvesKey).toString().toLatin1()));
    m_tabs->setCurrentIndex(state.value(tabKey).toInt() == 1 ? 1 : 0);
    arrange(); // the state may be of a larger screen
}

void OrdersPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_behind) setState();
}

// What is inside is told from here: its own size depends on the answer.
void OrdersPanel::arrange() {
    const QSize room = size();
    const QFontMetrics metrics = fontMetrics();
    const int lines = room.height() / metrics.height();
    if (room.width() / metrics.averageCharWidth() >= besideCharacters && lines >= besideLines)
        m_way = Way::Beside;
    else
        m_way = lines >= stackedLines ? Way::Stacked : Way::Tabs;
    const bool tabs = m_way == Way::Tabs;
    m_tabs->setVisible(tabs);
    m_orders->setVisible(!tabs || m_tabs->currentIndex() == 0);
    m_missions->setVisible(!tabs || m_tabs->currentIndex() == 1);
    m_halves->setOrientation(m_way == Way::Stacked ? Qt::Vertical : Qt::Horizontal);
    QSize orders = room;
    QSize missions = room;
    if (m_way == Way::Beside) {
        orders.setWidth(room.width() * 2 / 5);
        missions.setWidth(room.width() * 3 / 5);
    } else if (m_way == Way::Stacked) {
        missions.setHeight(room.height() * 3 / 5);
    }
    m_orders->setRoom(orders);
    m_missions->setRoom(missions);
}

void OrdersPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OrdersPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) arrange();
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
