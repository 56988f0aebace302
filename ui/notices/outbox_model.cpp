#include "ui/notices/outbox_model.h"

#include "server/notify/wording.h"
#include "ui/models/words.h"

#include <algorithm>

namespace haneul::notices {

namespace {

QString lastAnswer(const notify::DeliveryRecord& delivery) {
    if (delivery.lastCode.empty()) return models::unknownText();
    if (delivery.lastDetail.empty()) return QString::fromStdString(delivery.lastCode);
    return QString::fromStdString(delivery.lastCode + ": " + delivery.lastDetail);
}

} // namespace

QString channelText(notify::Channel channel) {
    switch (channel) {
    case notify::Channel::Email:
        return OutboxModel::tr("E-mail");
    case notify::Channel::Webhook:
        return OutboxModel::tr("Webhook");
    case notify::Channel::Sms:
        return OutboxModel::tr("Text message");
    case notify::Channel::Push:
        return OutboxModel::tr("Push");
    case notify::Channel::Desk:
        break;
    }
    return OutboxModel::tr("Desk");
}

QString stateText(notify::DeliveryState state) {
    switch (state) {
    case notify::DeliveryState::Waiting:
        return OutboxModel::tr("◷ Waiting");
    case notify::DeliveryState::Delivered:
        return OutboxModel::tr("✓ Delivered");
    case notify::DeliveryState::Dead:
        break;
    }
    return OutboxModel::tr("✕ Given up");
}

OutboxModel::OutboxModel(QObject* parent)
    : QAbstractTableModel(parent) {}

// The same deliveries in the same order are changed in place, so that selection and scrolling stay.
void OutboxModel::setDeliveries(std::vector<notify::DeliveryRecord> deliveries) {
    const bool same =
        std::ranges::equal(m_deliveries, deliveries, {}, &notify::DeliveryRecord::id, &notify::DeliveryRecord::id);
    if (!same) beginResetModel();
    m_deliveries = std::move(deliveries);
    if (!same)
        endResetModel();
    else if (!m_deliveries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void OutboxModel::setLanguage(notify::Language language) {
    m_language = language;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_deliveries.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const notify::DeliveryRecord* OutboxModel::at(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    return checkIndex(index) ? &m_deliveries[static_cast<std::size_t>(index.row())] : nullptr;
}

int OutboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_deliveries.size());
}

int OutboxModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
    const notify::DeliveryRecord* const delivery = at(index);
    if (delivery == nullptr) return {};
    if (role == Qt::ToolTipRole) return lastAnswer(*delivery);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        return models::utcTime(delivery->created);
    case Column::Subject:
        return QString::fromStdString(notify::worded(delivery->message, delivery->arguments, m_language).subject);
    case Column::Channel:
        return channelText(delivery->channel);
    case Column::Recipient:
        return delivery->user.empty() ? models::unknownText() : QString::fromStdString(delivery->user);
    case Column::State:
        return stateText(delivery->state);
    case Column::Attempts:
        return delivery->attempts;
    case Column::NextTry:
        return delivery->nextTry ? models::utcTime(*delivery->nextTry) : models::unknownText();
    case Column::LastAnswer:
        return lastAnswer(*delivery);
    case Column::Count:
        break;
    }
    return {};
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Subject:
        return tr("Subject");
    case Column::Channel:
        return tr("Channel");
    case Column::Recipient:
        return tr("Recipient");
    case Column::State:
        return tr("State");
    case Column::Attempts:
        return tr("Attempts");
    case Column::NextTry:
        return tr("Next try");
    case Column::LastAnswer:
        return tr("Last answer");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::notices
