#pragma once

#include "server/situation/situation.h"
#include "ui/models/units.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace haneul::models {

// One row per aircraft, fed with successive situations. Filter and order are part of the model: rows change in place,
// the model is never reset, persistent indexes (so selections) follow their aircraft, and a tick costs a few passes
// over the rows whatever the view is.
// Rows whose place depends on a value that moves are put in order once a second, not at every tick: a row that jumps
// ten times a second cannot be read.
class TrackTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column {
        Id,
        Label,
        Source,
        State,
        Latitude,
        Longitude,
        Height, // as reported, with its datum; heights of different datums are not comparable
        GroundSpeed,
        Course,       // degrees true
        VerticalRate, // up positive
        Age,          // since the position came in
        Squawk,
        Battery, // percent
        Count,
    };

    enum Role {
        SortRole = Qt::UserRole, // the value as a number or text; invalid when unknown
        IdRole,                  // QString
        StateRole,               // int of traffic::TrackState
    };

    explicit TrackTableModel(QObject* parent = nullptr);

    // `now` is the clock that ages are counted with: the live clock, or the place in the recording.
    void setSituation(const situation::SituationPtr& situation, UtcMs now);
    // Rows whose id, label, source, state, squawk, mission or pilot contain every word of `text`, whatever the case.
    void setFilter(const QString& text);
    void setUnits(const Units& units); // of heights, speeds and climb as shown; SortRole stays in metres and m/s
    void retranslate();

    [[nodiscard]] traffic::TrackPtr trackAt(int row) const;    // null when there is no such row
    [[nodiscard]] int rowOf(const traffic::TrackId& id) const; // -1: unknown, or hidden by the filter

    [[nodiscard]] int totalCount() const { return static_cast<int>(m_entries.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Entry {
        traffic::TrackPtr track;
        int row = hidden;
    };

    static constexpr int hidden = -1;

    [[nodiscard]] bool matches(const traffic::Track& track) const;
    [[nodiscard]] QString text(const traffic::Track& track, Column column) const;
    [[nodiscard]] QVariant value(const traffic::Track& track, Column column) const;
    [[nodiscard]] std::vector<int> orderedRows(const std::vector<char>& leaving) const;
    void append(const std::vector<std::size_t>& entries);
    void arrange(const std::vector<char>& leaving); // rows in order, those that leave at the end
    void dropTail(int count);
    void announceAll();

    std::vector<Entry> m_entries;          // every track, ordered by id
    std::vector<traffic::TrackPtr> m_rows; // as shown
    QStringList m_filter;
    Column m_sortColumn = Column::Id;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Units m_units;
    UtcMs m_now{};
    UtcMs m_arranged{};
};

} // namespace haneul::models
