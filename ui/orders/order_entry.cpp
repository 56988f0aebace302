#include "ui/orders/order_entry.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>
#include <numeric>

namespace haneul::orders {

using delivery::Network;
using delivery::NodeKind;

namespace {

constexpr int mostAtOnce = 50;
constexpr double mostPayload_kg = 100;

QString lineOf(const delivery::Node& node) {
    const QString id = QString::fromStdString(node.id);
    return node.name.empty() ? id : QStringLiteral("%1 · %2").arg(id, QString::fromStdString(node.name));
}

const Network* networkOf(const delivery::DeliveryDesk& desk, const std::string& id) {
    const delivery::SavedNetwork* saved = desk.state()->network(id);
    return saved ? &saved->network : nullptr;
}

} // namespace

OrderEntry::OrderEntry(delivery::DeliveryDesk& desk, const clock::Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_network(new QComboBox(this))
    , m_point(new QLineEdit(this))
    , m_points(new QStringListModel(this))
    , m_completer(new QCompleter(m_points, this))
    , m_handOver(new QComboBox(this))
    , m_payload(new QDoubleSpinBox(this))
    , m_deadline(new QLineEdit(this))
    , m_count(new QSpinBox(this))
    , m_place(new QPushButton(this)) {
    build();
    word();
    setState();
}

void OrderEntry::build() {
    m_network->setObjectName(QStringLiteral("orderNetwork"));
    m_point->setObjectName(QStringLiteral("orderPoint"));
    m_handOver->setObjectName(QStringLiteral("orderHandOver"));
    m_payload->setObjectName(QStringLiteral("orderPayload"));
    m_deadline->setObjectName(QStringLiteral("orderDeadline"));
    m_count->setObjectName(QStringLiteral("orderCount"));
    m_place->setObjectName(QStringLiteral("placeOrder"));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_point->setCompleter(m_completer);
    m_completer->popup()->installEventFilter(this);
    m_handOver->addItems({QString(), QString()});
    m_payload->setRange(0, mostPayload_kg);
    m_payload->setDecimals(1);
    m_payload->setSingleStep(0.5);
    m_payload->setValue(1);
    m_count->setRange(1, mostAtOnce);
    m_deadline->setMaxLength(20);
    m_deadline->setMinimumWidth(fontMetrics().averageCharWidth() * 10);
    m_point->setMinimumWidth(fontMetrics().averageCharWidth() * 12);

    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_network->setMinimumContentsLength(14);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_network, m_point, m_handOver, m_payload, m_deadline, m_count}) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_labels.emplace_back(label, field);
        field->installEventFilter(this);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(fontMetrics().height() / 4);
    grid->setVerticalSpacing(0);
    arrange();
    connect(m_place, &QPushButton::clicked, this, &OrderEntry::place);
    connect(m_network, &QComboBox::currentIndexChanged, this, [this] {
        fillPoints();
        Q_EMIT networkChosen();
    });
    connect(m_network, &QComboBox::activated, this, [this] {
        m_picked = true;
        m_desk.useNetwork(network());
    });
}

// Labels stand over their fields; the button is the last cell. Columns are as wide as the widest of their cells.
void OrderEntry::arrange() {
    auto* grid = static_cast<QGridLayout*>(layout());
    std::vector<int> widths;
    for (const auto& [label, field] : m_labels)
        widths.push_back(std::max(label->sizeHint().width(), field->minimumSizeHint().width()));
    widths.push_back(m_place->sizeHint().width());
    const auto wanted = [&](int columns) {
        std::vector<int> each(static_cast<std::size_t>(columns));
        for (std::size_t i = 0; i < widths.size(); ++i) {
            int& width = each[i % each.size()];
            width = std::max(width, widths[i]);
        }
        return std::accumulate(each.begin(), each.end(), (columns - 1) * grid->horizontalSpacing());
    };
    const int all = static_cast<int>(widths.size());
    int columns = all;
    while (m_width > 0 && columns > 2 && wanted(columns) > m_width)
        --columns;
    if (columns == m_columns) return;
    m_columns = columns;
    while (QLayoutItem* item = grid->takeAt(0))
        delete item;
    for (int i = 0; i < all; ++i) {
        const int row = i / columns * 2;
        const int column = i % columns;
        grid->setColumnStretch(column, 0);
        if (i + 1 == all) {
            grid->addWidget(m_place, row + 1, column);
            continue;
        }
        const auto& [label, field] = m_labels[static_cast<std::size_t>(i)];
        grid->addWidget(label, row, column);
        grid->addWidget(field, row + 1, column);
        grid->setColumnStretch(column, columns < all ? 1 : field == m_point ? 3 : field == m_network ? 2 : 1);
    }
    for (int column = columns; column < all; ++column)
        grid->setColumnStretch(column, 0);
}

void OrderEntry::setWidth(int width) {
    if (width == m_width) return;
    m_width = width;
    arrange();
}

void OrderEntry::word() {
    const QString names[] = {
        tr("Network"), tr("Delivery point"), tr("Hand-over"), tr("Payload kg"), tr("Deadline (UTC, may be empty)"),
        tr("How many")};
    const QString shown[] = {tr("Network"),    tr("Delivery point"), tr("Hand-over"),
                             tr("Payload kg"), tr("Deadline"),       tr("How many")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i].first->setText(shown[i]);
        m_labels[i].second->setAccessibleName(names[i]);
        m_labels[i].second->setToolTip(names[i]);
    }
    m_handOver->setItemText(0, delivery::handOverText(delivery::HandOver::Land));
    m_handOver->setItemText(1, delivery::handOverText(delivery::HandOver::Drop));
    m_point->setPlaceholderText(tr("Id or name"));
    m_deadline->setPlaceholderText(tr("HH:MM"));
    m_place->setText(tr("Place order"));
    arrange();
}

std::string OrderEntry::network() const {
    return m_network->currentData().toString().toStdString();
}

void OrderEntry::begin() {
    m_point->setFocus(Qt::ShortcutFocusReason);
    m_point->selectAll();
}

void OrderEntry::setState() {
    QStringList ids;
    for (const auto& saved : m_desk.state()->networks)
        ids << QString::fromStdString(saved.network.id);
    QStringList shown;
    for (int i = 0; i < m_network->count(); ++i)
        shown << m_network->itemData(i).toString();
    if (ids != shown) {
        fillNetworks();
        Q_EMIT networkChosen();
    }
    chooseNetwork();
    fillPoints();
}

void OrderEntry::fillNetworks() {
    const QSignalBlocker quiet(m_network);
    const QString before = m_network->currentData().toString();
    m_network->clear();
    for (const auto& saved : m_desk.state()->networks)
        m_network->addItem(saved.network.name.empty() ? QString::fromStdString(saved.network.id)
                                                      : QString::fromStdString(saved.network.name),
                           QString::fromStdString(saved.network.id));
    m_network->setCurrentIndex(std::max(0, m_network->findData(before)));
}

// Until a person has chosen or begun to write: missions and orders may come after their networks.
void OrderEntry::chooseNetwork() {
    const bool chosen = m_picked || !m_point->text().isEmpty() || m_asking;
    const std::string wanted = m_desk.networkToShow(network(), chosen);
    if (wanted != network()) m_network->setCurrentIndex(m_network->findData(QString::fromStdString(wanted)));
}

void OrderEntry::fillPoints() {
    QStringList lines;
    if (const Network* network = networkOf(m_desk, this->network()))
        for (const delivery::Node& node : network->nodes)
            if (node.kind == NodeKind::Delivery) lines << lineOf(node);
    if (lines != m_points->stringList()) m_points->setStringList(lines);
}

// The point of that id or name; else the only one whose line holds what was typed.
std::optional<std::string> OrderEntry::pointOf(const QString& typed) const {
    const QString text = typed.trimmed();
    const Network* network = networkOf(m_desk, this->network());
    if (!network || text.isEmpty()) return {};
    std::vector<const delivery::Node*> holding;
    for (const delivery::Node& node : network->nodes) {
        if (node.kind != NodeKind::Delivery) continue;
        for (const QString& name : {QString::fromStdString(node.id), QString::fromStdString(node.name), lineOf(node)})
            if (name.compare(text, Qt::CaseInsensitive) == 0) return node.id;
        if (lineOf(node).contains(text, Qt::CaseInsensitive)) holding.push_back(&node);
    }
    if (holding.size() != 1) return {};
    return holding.front()->id;
}

void OrderEntry::refuse(QWidget* field, const QString& why) {
    Q_EMIT said(why, true);
    field->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(field)) line->selectAll();
}

std::optional<delivery::NewOrder> OrderEntry::order() {
    if (network().empty()) {
        Q_EMIT said(tr("There is no delivery network yet. Draw or import one first."), true);
        return {};
    }
    const auto point = pointOf(m_point->text());
    if (!point) {
        refuse(m_point, m_point->text().trimmed().isEmpty()
                            ? tr("Enter the delivery point: its id or name.")
                            : tr("No single delivery point is meant by \"%1\". Choose one from the list.")
                                  .arg(m_point->text().trimmed()));
        return {};
    }
    delivery::NewOrder wanted{
        .network = network(),
        .stop = {.node = *point,
                 .handOver = m_handOver->currentIndex() == 1 ? delivery::HandOver::Drop : delivery::HandOver::Land},
        .payload_kg = m_payload->value()};
    if (!m_deadline->text().trimmed().isEmpty()) {
        wanted.deadline = delivery::typedTime(m_deadline->text(), m_clock.now());
        if (!wanted.deadline) {
            refuse(m_deadline, tr("A deadline is written 10:05 or 2026-11-21 10:05 (UTC)."));
            return {};
        }
    }
    return wanted;
}

void OrderEntry::place() {
    if (m_asking) return;
    m_completer->popup()->hide();
    const auto wanted = order();
    if (!wanted) return;
    m_asking = true;
    placeNext(*wanted, m_count->value(), {});
}

// One after the other, so that their numbers follow and a refusal is of the first that is refused.
void OrderEntry::placeNext(const delivery::NewOrder& order, int left, QStringList placed) {
    const auto end = [this](const QStringList& ids) {
        m_asking = false;
        if (ids.isEmpty()) return;
        m_count->setValue(1);
        m_point->clear();
        begin();
        Q_EMIT said(ids.size() == 1 ? tr("Order %1 is placed.").arg(ids.front())
                                    : tr("%n orders are placed: %1 to %2.", nullptr, static_cast<int>(ids.size()))
                                          .arg(ids.front(), ids.back()),
                    false);
    };
    if (left == 0) return end(placed);
    m_desk.ask<std::string>(
        this,
        [this, order, left, placed, end](const Result<std::string>& id) {
            if (!id) {
                end(placed);
                return refuse(m_point, delivery::refusalText(id.error()));
            }
            placeNext(order, left - 1, QStringList(placed) << QString::fromStdString(*id));
        },
        [order](delivery::DeliveryService& service, people::Principal by, delivery::Done<std::string> done) {
            service.placeOrder(std::move(by), order, std::move(done));
        });
}

bool OrderEntry::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        // In the list of the completer Enter takes the line that is marked; without one it places what was typed.
        const bool inList = watched == m_completer->popup();
        const bool marked = inList && m_completer->popup()->currentIndex().isValid();
        if (enter && !marked && (!inList || pointOf(m_point->text()))) {
            for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_payload, m_count})
                box->interpretText();
            place();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OrderEntry::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::orders
