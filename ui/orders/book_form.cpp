#include "ui/orders/book_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::orders {

using delivery::HandOver;
using delivery::Network;
using delivery::NodeKind;

namespace {

constexpr int typingPause_ms = 200;
constexpr std::chrono::hours searched{24};
constexpr std::size_t mostWindows = 50;
constexpr std::size_t mostReasons = 4;
constexpr int longestStay_s = 3'600;

QString nodeLine(const delivery::Node& node) {
    const QString id = QString::fromStdString(node.id);
    return node.name.empty() ? id : QStringLiteral("%1 · %2").arg(id, QString::fromStdString(node.name));
}

template <class W>
W* named(const char* name, QWidget* parent) {
    auto* widget = new W(parent);
    widget->setObjectName(QLatin1StringView(name));
    return widget;
}

// What closes the time between `from` and the earliest start, each once.
QStringList reasonsBefore(const delivery::SlotAnswer& answer, std::int64_t from) {
    QStringList reasons;
    const std::int64_t until = answer.earliest ? sinceEpoch_ms(*answer.earliest) : from + 1;
    for (const auto& one : answer.forbidden)
        if (one.low < until && one.high > from) reasons << delivery::ruleText(one.rule, one.place, one.against);
    reasons.removeDuplicates();
    return reasons;
}

} // namespace

BookForm::BookForm(delivery::DeliveryDesk& desk, const clock::Clock& clock, const std::string& network, QWidget* parent)
    : DeskForm("bookForm", desk, parent)
    , m_clock(clock)
    , m_network(named<QComboBox>("bookNetwork", this))
    , m_from(named<QComboBox>("bookFrom", this))
    , m_to(named<QComboBox>("bookTo", this))
    , m_drone(named<QComboBox>("bookDroneType", this))
    , m_payload(named<QDoubleSpinBox>("bookPayload", this))
    , m_list(named<QListWidget>("bookStops", this))
    , m_point(named<QComboBox>("bookPoint", this))
    , m_handOver(named<QComboBox>("bookHandOver", this))
    , m_stay(named<QSpinBox>("bookStay", this))
    , m_add(named<QPushButton>("addStop", this))
    , m_remove(named<QPushButton>("removeStop", this))
    , m_up(named<QPushButton>("stopUp", this))
    , m_down(named<QPushButton>("stopDown", this))
    , m_how(new DispatchChoice("bookHow", this))
    , m_ready(named<QLineEdit>("bookReady", this))
    , m_verdict(named<QLabel>("verdict", this))
    , m_windows(named<QListWidget>("freeWindows", this)) {
    for (const auto& saved : desk.state()->networks)
        m_network->addItem(QString::fromStdString(saved.network.name.empty() ? saved.network.id : saved.network.name),
                           QString::fromStdString(saved.network.id));
    m_network->setCurrentIndex(std::max(0, m_network->findData(QString::fromStdString(network))));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause_ms);
    connect(&m_typing, &QTimer::timeout, this, &BookForm::askSlots);
    fillNetwork();
    word();
    finish([] { return tr("Book a mission"); }, [] { return tr("&Book it"); });
    changed();
}

void BookForm::build() {
    m_handOver->addItems({QString(), QString()});
    m_payload->setRange(0, 100);
    m_payload->setDecimals(1);
    m_payload->setValue(1);
    m_stay->setRange(0, longestStay_s);
    m_list->setFixedHeight(fontMetrics().height() * 5);
    m_list->installEventFilter(this);
    m_point->installEventFilter(this);
    m_windows->setFixedHeight(fontMetrics().height() * 6);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(fontMetrics().height() * 3);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    const auto inRow = [this](std::initializer_list<QWidget*> widgets) {
        auto* line = new QHBoxLayout;
        for (QWidget* widget : widgets)
            line->addWidget(widget, qobject_cast<QPushButton*>(widget) ? 0 : 1);
        return line;
    };
    for (QPushButton* button : {m_add, m_remove, m_up, m_down})
        button->setAutoDefault(false);
    auto* fields = new QVBoxLayout; // where from, with what and when
    auto* stops = new QVBoxLayout;  // where to
    for (QVBoxLayout* column : {fields, stops})
        column->setSpacing(fontMetrics().height() / 4);
    const auto row = [this](QVBoxLayout* column, QWidget* field) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        column->addWidget(label);
        column->addWidget(field);
        m_labels.emplace_back(label, field);
    };
    for (QWidget* field : std::initializer_list<QWidget*>{m_network, m_from, m_to, m_drone, m_payload, m_ready})
        row(fields, field);
    fields->addStretch();
    row(stops, m_list);
    stops->addLayout(inRow({m_up, m_down, m_remove}));
    row(stops, m_point);
    row(stops, m_handOver);
    row(stops, m_stay);
    stops->addLayout(inRow({m_add}));
    row(stops, m_how);
    auto* halves = new QWidget(this);
    auto* columns = new QHBoxLayout(halves);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(fontMetrics().height());
    columns->addLayout(fields, 1);
    columns->addLayout(stops, 1);
    addField(halves);
    addField(m_verdict);
    addRow([] { return tr("Free &windows for the start; the first is taken when none is chosen"); }, m_windows);

    connect(m_network, &QComboBox::currentIndexChanged, this, [this] {
        m_stops.clear();
        fillNetwork();
        changed();
    });
    connect(m_add, &QPushButton::clicked, this, &BookForm::addStop);
    connect(m_remove, &QPushButton::clicked, this, &BookForm::removeStop);
    connect(m_up, &QPushButton::clicked, this, [this] { moveStop(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveStop(1); });
    for (QComboBox* box : {m_from, m_to, m_drone})
        connect(box, &QComboBox::currentIndexChanged, this, &BookForm::changed);
    connect(m_payload, &QDoubleSpinBox::valueChanged, this, &BookForm::changed);
    connect(m_ready, &QLineEdit::textChanged, this, &BookForm::changed);
}

const Network* BookForm::network() const {
    const auto* saved = desk().state()->network(m_network->currentData().toString().toStdString());
    return saved ? &saved->network : nullptr;
}

void BookForm::fillNetwork() {
    const QSignalBlocker quietFrom(m_from), quietTo(m_to), quietDrone(m_drone);
    for (QComboBox* box : {m_from, m_to, m_point, m_drone})
        box->clear();
    const Network* network = this->network();
    if (network) {
        m_to->addItem(QString(), QString());
        for (const delivery::Node& node : network->nodes) {
            const QString id = QString::fromStdString(node.id);
            if (node.kind == NodeKind::Delivery) m_point->addItem(nodeLine(node), id);
            if (node.kind != NodeKind::Base) continue;
            m_from->addItem(nodeLine(node), id);
            m_to->addItem(nodeLine(node), id);
        }
        for (const delivery::MovingBase& base : network->movingBases) {
            m_from->addItem(QString::fromStdString(base.id), QString::fromStdString(base.id));
            m_to->addItem(QString::fromStdString(base.id), QString::fromStdString(base.id));
        }
        for (const delivery::DroneType& type : network->droneTypes)
            m_drone->addItem(QString::fromStdString(type.id), QString::fromStdString(type.id));
        m_from->setCurrentIndex(std::max(0, m_from->findData(QString::fromStdString(network->base))));
    }
    showStops();
    word();
}

void BookForm::addStop() {
    if (m_point->currentIndex() < 0) return;
    delivery::Stop stop{.node = m_point->currentData().toString().toStdString(),
                        .handOver = m_handOver->currentIndex() == 1 ? HandOver::Drop : HandOver::Land};
    if (m_stay->value() > 0) stop.stay_ms = m_stay->value() * 1000;
    m_stops.push_back(std::move(stop));
    showStops();
    m_list->setCurrentRow(m_list->count() - 1);
    changed();
}

void BookForm::removeStop() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    m_stops.erase(m_stops.begin() + row);
    showStops();
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    changed();
}

void BookForm::moveStop(int by) {
    const int row = m_list->currentRow();
    const int there = row + by;
    if (row < 0 || there < 0 || there >= m_list->count()) return;
    std::swap(m_stops[static_cast<std::size_t>(row)], m_stops[static_cast<std::size_t>(there)]);
    showStops();
    m_list->setCurrentRow(there);
    changed();
}

void BookForm::showStops() {
    m_list->clear();
    for (std::size_t i = 0; i < m_stops.size(); ++i) {
        const delivery::Stop& stop = m_stops[i];
        QString line =
            QStringLiteral("%1. %2, %3")
                .arg(QString::number(i + 1), QString::fromStdString(stop.node), delivery::handOverText(stop.handOver));
        if (stop.stay_ms) line += QStringLiteral(", ") + delivery::durationText(milliseconds{*stop.stay_ms});
        m_list->addItem(line);
    }
}

delivery::MissionRequest BookForm::request() const {
    return {.from = m_from->currentData().toString().toStdString(),
            .stops = m_stops,
            .to = m_to->currentData().toString().toStdString(),
            .droneType = m_drone->currentData().toString().toStdString(),
            .payload_kg = m_payload->value()};
}

std::optional<UtcMs> BookForm::ready() const {
    if (m_ready->text().trimmed().isEmpty()) return m_clock.now();
    return delivery::typedTime(m_ready->text(), m_clock.now());
}

void BookForm::changed() {
    m_slots.reset();
    m_windows->clear();
    ++m_question;
    setComplete(false);
    if (m_stops.empty()) {
        m_verdict->setText(tr("Add the first stop."));
        m_typing.stop();
    } else if (!ready()) {
        m_verdict->setText(tr("A time is written 10:05 or 10:05:30 (UTC)."));
        m_typing.stop();
    } else {
        m_verdict->setText(tr("Free starts are being looked for…"));
        m_typing.start();
    }
}

void BookForm::askSlots() {
    const auto from = ready();
    if (!from) return;
    const std::uint64_t question = ++m_question;
    desk().ask<delivery::SlotAnswer>(
        this,
        [this, question](const Result<delivery::SlotAnswer>& answer) {
            if (question != m_question) return;
            if (answer)
                show(*answer);
            else
                m_verdict->setText(QString(QStringLiteral("▲  ") + delivery::refusalText(answer.error())));
        },
        [query = delivery::SlotQuery{.network = m_network->currentData().toString().toStdString(),
                                     .request = request(),
                                     .from = *from,
                                     .to = *from + searched,
                                     .ignoring = {}}](delivery::DeliveryService& service, people::Principal by,
                                                      delivery::Done<delivery::SlotAnswer> done) {
            service.slots(std::move(by), query, std::move(done));
        });
}

void BookForm::show(const delivery::SlotAnswer& answer) {
    m_slots = answer;
    m_windows->clear();
    const UtcMs now = m_clock.now();
    for (std::size_t i = 0; i < std::min(answer.windows.size(), mostWindows); ++i) {
        const auto& window = answer.windows[i];
        const QString from = delivery::timeText(utcMs(window.from), now);
        const QString to = delivery::timeText(utcMs(window.to), now);
        m_windows->addItem(window.from == window.to ? from : tr("%1 to %2").arg(from, to));
    }
    QStringList reasons = reasonsBefore(answer, sinceEpoch_ms(ready().value_or(m_clock.now())));
    const auto more = reasons.size() - static_cast<qsizetype>(mostReasons);
    if (more > 0)
        reasons = reasons.first(static_cast<qsizetype>(mostReasons)) << tr("%n more", nullptr, static_cast<int>(more));
    const QString why = reasons.join(QStringLiteral("; "));
    if (!answer.earliest)
        m_verdict->setText(tr("▲  No start is free within 24 h: %1.").arg(why));
    else if (reasons.isEmpty())
        m_verdict->setText(
            tr("Earliest start (st1): %1. Nothing is in the way.").arg(delivery::timeText(*answer.earliest, now)));
    else
        m_verdict->setText(tr("Earliest start (st1): %1. Not earlier, because %2.")
                               .arg(delivery::timeText(*answer.earliest, now), why));
    setComplete(answer.earliest.has_value());
}

// A window that was chosen is meant exactly; else the earliest start at the time of booking.
void BookForm::send() {
    delivery::NewMission mission{
        .network = m_network->currentData().toString().toStdString(), .request = request(), .dispatch = m_how->how()};
    const int row = m_windows->currentRow();
    if (row > 0 && m_slots)
        mission.start = utcMs(m_slots->windows[static_cast<std::size_t>(row)].from);
    else if (!m_ready->text().trimmed().isEmpty())
        mission.ready = ready();
    desk().ask<std::string>(
        this,
        [this](const Result<std::string>& id) {
            if (!id) return refused(id.error());
            Q_EMIT booked(QString::fromStdString(*id));
            accept();
        },
        [mission](delivery::DeliveryService& service, people::Principal by, delivery::Done<std::string> done) {
            service.bookMission(std::move(by), mission, std::move(done));
        });
}

void BookForm::refused(const Error& why) {
    DeskForm::refused(why);
    if (why.code == "SLOT_TAKEN") askSlots();
}

bool BookForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_list && key == Qt::Key_Delete) {
            removeStop();
            return true;
        }
        if (watched == m_point && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            addStop();
            return true;
        }
    }
    return DeskForm::eventFilter(watched, event);
}

void BookForm::word() {
    const QString labels[] = {tr("&Network"),
                              tr("&From the base"),
                              tr("Back to the &base"),
                              tr("&Drone type"),
                              tr("Pa&yload kg"),
                              tr("&Earliest start (UTC), such as 10:05; empty: now"),
                              tr("&Stops in the order of flight (Delete takes one out)"),
                              tr("Further stop: &point"),
                              tr("Hand-o&ver"),
                              tr("S&tay"),
                              tr("&Order of the stops")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i].first->setText(labels[i]);
        m_labels[i].second->setAccessibleName(QString(labels[i]).remove(u'&'));
    }
    m_handOver->setItemText(0, delivery::handOverText(HandOver::Land));
    m_handOver->setItemText(1, delivery::handOverText(HandOver::Drop));
    m_stay->setSuffix(tr(" s"));
    m_stay->setSpecialValueText(tr("as the point says"));
    if (m_to->count() > 0) m_to->setItemText(0, tr("the same"));
    m_add->setText(tr("&Add the stop"));
    m_remove->setText(tr("Ta&ke out"));
    m_up->setText(tr("Ea&rlier"));
    m_down->setText(tr("&Later"));
}

void BookForm::changeEvent(QEvent* event) {
    DeskForm::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    showStops();
    changed();
}

} // namespace haneul::orders
