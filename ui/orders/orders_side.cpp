#include "ui/orders/orders_side.h"

#include "ui/models/words.h"
#include "ui/orders/mission_forms.h"
#include "ui/orders/mission_model.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::orders {

using delivery::Order;
using delivery::OrderState;

namespace {

constexpr qsizetype mostNamed = 5;

// The first few, and how many more there are.
QString named(QStringList all, const std::function<QString(int)>& more) {
    const auto left = all.size() - mostNamed;
    if (left > 0) all = all.first(mostNamed) << more(static_cast<int>(left));
    return all.join(QStringLiteral("; "));
}

} // namespace

OrdersSide::OrdersSide(delivery::DeliveryDesk& desk, const clock::Clock& clock, const theme::Theme& theme,
                       QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_filter(m_model, this)
    , m_entry(new OrderEntry(desk, clock, this))
    , m_words(new QLineEdit(this))
    , m_open(new QCheckBox(this))
    , m_list(new ListView("orderTable", m_filter, theme, this))
    , m_how(new DispatchChoice("dispatchHow", this))
    , m_atOnce(new QCheckBox(this))
    , m_dispatch(new QPushButton(this))
    , m_cancel(new QPushButton(this)) {
    build();
    word();
    setState();
    allow();
}

void OrdersSide::build() {
    m_words->setObjectName(QStringLiteral("orderFilter"));
    m_words->setClearButtonEnabled(true);
    m_open->setObjectName(QStringLiteral("openOrders"));
    m_atOnce->setObjectName(QStringLiteral("dispatchAtOnce"));
    m_dispatch->setObjectName(QStringLiteral("dispatch"));
    m_cancel->setObjectName(QStringLiteral("cancelOrder"));
    const QString time = QStringLiteral("00:00:00Z");
    m_list->setSamples({QStringLiteral("O-000000-DP-00"), QStringLiteral("DP-00"), QStringLiteral("Land"),
                        QStringLiteral("0.0"), time, time, QString(QStringLiteral("◆ ") + time),
                        QStringLiteral("▲ Refused"), QStringLiteral("M-000000"), QString()});
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setSortIndicator(OrderModel::Placed, Qt::DescendingOrder);
    m_list->setSortingEnabled(true);

    auto* filter = new QHBoxLayout;
    filter->addWidget(m_words, 1);
    filter->addWidget(m_open);
    filter->addWidget(m_cancel);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_how);
    foot->addWidget(m_atOnce);
    foot->addWidget(m_dispatch);
    foot->addStretch();
    m_tools = new QBoxLayout(QBoxLayout::LeftToRight);
    m_tools->addLayout(filter, 1);
    m_tools->addLayout(foot);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    m_tools->setSpacing(gap);
    column->addWidget(m_entry);
    column->addLayout(m_tools);
    column->addWidget(m_list, 1);

    connect(m_entry, &OrderEntry::said, this, [this](const QString& text, bool trouble) {
        forgetReport();
        Q_EMIT said(text, trouble);
    });
    connect(m_words, &QLineEdit::textChanged, this, &OrdersSide::narrow);
    connect(m_open, &QCheckBox::toggled, this, &OrdersSide::narrow);
    connect(m_dispatch, &QPushButton::clicked, this, &OrdersSide::dispatch);
    connect(m_cancel, &QPushButton::clicked, this, &OrdersSide::cancelOrder);
    connect(m_list, &ListView::chosen, this, [this](const QString& id) {
        allow();
        const OrderRow* row = m_model.at(m_model.rowOf(id.toStdString()));
        if (row && !row->order->mission.empty()) Q_EMIT missionWanted(QString::fromStdString(row->order->mission));
    });
}

void OrdersSide::narrow() {
    const QString chosen = m_list->chosenId();
    m_list->whileChanging([&] {
        m_filter.setWords(m_words->text());
        m_filter.setOnlyOpen(m_open->isChecked());
    });
    choose(chosen);
    allow();
}

void OrdersSide::choose(const QString& id) {
    const int row = m_model.rowOf(id.toStdString());
    m_list->choose(id, row < 0 ? -1 : m_filter.mapFromSource(m_model.index(row, 0)).row());
}

void OrdersSide::setTheme(const theme::Theme& theme) {
    m_list->setTheme(theme);
}

void OrdersSide::setState() {
    const QString chosen = m_list->chosenId();
    m_list->whileChanging([&] { m_model.setState(m_desk.state()); });
    choose(chosen);
    m_entry->setState();
    if (m_report) showReport();
    allow();
}

void OrdersSide::allow() {
    const bool may = m_desk.may("order.write");
    const bool mayDispatch = m_desk.may("mission.write");
    const auto set = [](QWidget* widget, bool enabled) {
        if (widget->isEnabled() != enabled) widget->setEnabled(enabled);
    };
    const OrderRow* chosen = m_model.at(m_model.rowOf(m_list->chosenId().toStdString()));
    set(m_entry, may);
    set(m_dispatch, mayDispatch);
    set(m_cancel, may && chosen && chosen->order->state == OrderState::Waiting);
    m_entry->setToolTip(may ? QString() : delivery::refusalText({"FORBIDDEN", {}, "order.write"}));
    m_dispatch->setToolTip(mayDispatch ? QString() : delivery::refusalText({"FORBIDDEN", {}, "mission.write"}));
}

void OrdersSide::begin() {
    m_entry->begin();
}

void OrdersSide::forgetReport() {
    m_report.reset();
}

// Filter and dispatch beside each other where there is room for both.
void OrdersSide::setRoom(QSize room) {
    const int width = room.width() - fontMetrics().height(); // margins, and a scroll bar
    m_entry->setWidth(width);
    const QLayout* foot = m_tools->itemAt(1)->layout();
    const int filter =
        m_open->sizeHint().width() + m_cancel->sizeHint().width() + fontMetrics().averageCharWidth() * 25;
    m_tools->setDirection(width >= filter + foot->sizeHint().width() ? QBoxLayout::LeftToRight
                                                                     : QBoxLayout::TopToBottom);
}

void OrdersSide::cancelOrder() {
    const OrderRow* row = m_model.at(m_model.rowOf(m_list->chosenId().toStdString()));
    if (!row) return Q_EMIT said(tr("Choose the order to be cancelled in the list."), true);
    const std::string id = row->order->id;
    auto* form = new CancelForm(
        m_desk, [] { return tr("Cancel an order"); },
        [id, node = row->order->stop.node] {
            return tr("Order %1 for %2 is cancelled; it is not flown.")
                .arg(QString::fromStdString(id), QString::fromStdString(node));
        },
        [id](delivery::DeliveryService& service, people::Principal by, std::string reason, delivery::Done<void> done) {
            service.cancelOrder(std::move(by), id, std::move(reason), std::move(done));
        },
        this);
    form->open();
}

void OrdersSide::dispatch() {
    const std::string network = m_entry->network();
    if (network.empty()) return Q_EMIT said(tr("There is no delivery network yet. Draw or import one first."), true);
    Report report;
    for (const Order& order : m_desk.state()->orders)
        if (order.network == network && order.state == OrderState::Waiting) report.orders.insert(order.id);
    if (report.orders.empty()) return Q_EMIT said(tr("No order is waiting."), false);
    m_report.reset();
    Q_EMIT said(tr("Missions are being made…"), false);
    m_desk.ask<std::vector<std::string>>(
        this,
        [this, report](const Result<std::vector<std::string>>& missions) mutable {
            if (!missions) return Q_EMIT said(delivery::refusalText(missions.error()), true);
            report.missions = *missions;
            m_report = std::move(report);
            showReport();
        },
        [network, how = m_how->how(), all = m_atOnce->isChecked()](
            delivery::DeliveryService& service, people::Principal by, delivery::Done<std::vector<std::string>> done) {
            service.dispatch(std::move(by), network, how, all, std::move(done));
        });
}

QString OrdersSide::bookedText(const Report& report) const {
    QStringList booked;
    for (const std::string& id : report.missions) {
        const auto mission = m_desk.state()->mission(id);
        booked << (mission ? tr("%1 to %2 at %3")
                                 .arg(QString::fromStdString(id), stopsText(mission->route.request),
                                      models::utcTime(mission->start))
                           : QString::fromStdString(id));
    }
    return named(booked, [](int more) { return tr("%n more", nullptr, more); });
}

QString OrdersSide::refusedText(const Report& report) const {
    QStringList refused;
    for (const Order& order : m_desk.state()->orders)
        if (order.state == OrderState::Refused && report.orders.contains(order.id))
            refused << QStringLiteral("%1 (%2): %3")
                           .arg(QString::fromStdString(order.id), QString::fromStdString(order.stop.node),
                                delivery::reasonText(order.reason));
    return named(refused, [](int more) { return tr("%n more", nullptr, more); });
}

// The state may come after the answer: asked again with each one.
void OrdersSide::showReport() {
    const QString booked = bookedText(*m_report);
    const QString refused = refusedText(*m_report);
    const auto waiting = std::ranges::count_if(m_desk.state()->orders, [&](const Order& order) {
        return order.state == OrderState::Waiting && m_report->orders.contains(order.id);
    });
    QStringList lines;
    if (!booked.isEmpty())
        lines << tr("%n missions are booked: %1.", nullptr, static_cast<int>(m_report->missions.size())).arg(booked);
    if (booked.isEmpty()) lines << tr("No mission was made.");
    if (!refused.isEmpty()) lines << tr("▲ Refused: %1").arg(refused);
    if (waiting > 0)
        lines << tr("%n orders wait for the end of their batching window.", nullptr, static_cast<int>(waiting));
    Q_EMIT said(lines.join(u'\n'), false);
}

void OrdersSide::word() {
    m_words->setPlaceholderText(tr("Filter orders"));
    m_words->setAccessibleName(tr("Filter orders"));
    m_open->setText(tr("Only open ones"));
    m_list->setAccessibleName(tr("Orders"));
    m_atOnce->setText(tr("At once, without waiting for batches"));
    m_dispatch->setText(tr("Dispatch"));
    m_cancel->setText(tr("Cancel order…"));
    m_model.retranslate();
    if (m_report) showReport();
}

void OrdersSide::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::orders
