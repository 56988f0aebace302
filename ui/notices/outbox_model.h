#pragma once

#include "server/notify/notice.h"

#include <QAbstractTableModel>

#include <vector>

namespace haneul::notices {

[[nodiscard]] QString channelText(notify::Channel channel);
[[nodiscard]] QString stateText(notify::DeliveryState state);

// Deliveries of notices, the newest on top.
class OutboxModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Subject, Channel, Recipient, State, Attempts, NextTry, LastAnswer, Count };

    explicit OutboxModel(QObject* parent = nullptr);

    void setDeliveries(std::vector<notify::DeliveryRecord> deliveries);
    void setLanguage(notify::Language language);
    [[nodiscard]] const notify::DeliveryRecord* at(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<notify::DeliveryRecord> m_deliveries;
    notify::Language m_language = notify::Language::Korean;
};

} // namespace haneul::notices
