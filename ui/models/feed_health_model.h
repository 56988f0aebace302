#pragma once

#include "server/situation/situation.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace haneul::models {

// One row per feed: state, age of the last message, rate and every counter.
class FeedHealthModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column {
        Id,
        Source,
        Endpoint,
        State,
        Age,
        Rate, // messages per second over the last few seconds
        Messages,
        Updates,
        Malformed,
        Refused,
        Dropped,
        Ignored,
        Duplicates,
        Late,
        Gaps,
        Bytes,
        Detail,
        Count,
    };

    enum Role {
        SortRole = Qt::UserRole, // the value as a number or text; invalid when unknown
        StateRole,               // int of situation::FeedState
    };

    explicit FeedHealthModel(QObject* parent = nullptr);

    // `now`: the clock that ages and rates are counted with.
    void setSituation(const situation::SituationPtr& situation, UtcMs now);
    void retranslate();

    [[nodiscard]] const situation::FeedHealth& feedAt(int row) const {
        return m_rows.at(static_cast<std::size_t>(row)).health;
    }

    // Unknown until two situations a second apart have been seen.
    [[nodiscard]] std::optional<double> rate_perSecond(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Sample {
        UtcMs time;
        std::uint64_t messages;
    };

    struct Row {
        situation::FeedHealth health;
        std::deque<Sample> samples;
    };

    void sample(Row& row, const situation::FeedHealth& health) const;
    [[nodiscard]] QVariant value(const Row& row, Column column) const;
    [[nodiscard]] QString text(const Row& row, Column column) const;
    [[nodiscard]] QString allCounters(const Row& row) const;

    std::vector<Row> m_rows;
    UtcMs m_now{};
};

} // namespace haneul::models
