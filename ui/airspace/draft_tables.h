#pragma once

#include "ui/airspace/zone_editor.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace haneul::airspace {

// One thing of the zone in hand per row, written by numeric entry as steps of the draft.
class DraftTable : public QAbstractTableModel {
    Q_OBJECT

public:
    // `editor` must outlive it.
    DraftTable(ZoneEditor& editor, int columns, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    void follow();      // the draft is another one
    void retranslate(); // after a change of language

Q_SIGNALS:
    void refused(const QString& accepts); // what was written is no such value; what would be

protected:
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;

    [[nodiscard]] virtual bool writable(int, int) const { return true; }

    // Makes the step. False: no such value.
    [[nodiscard]] virtual bool write(int row, int column, const QString& text) = 0;
    [[nodiscard]] virtual QString accepts(int column) const = 0;

    ZoneEditor& m_editor;

private:
    int m_columns;
    int m_shown = 0;
};

// The corners of the ring in hand, or the centre of a circle.
class PointTable final : public DraftTable {
    Q_OBJECT

public:
    enum Column { Latitude, Longitude, Side, ColumnCount };

    explicit PointTable(ZoneEditor& editor, QObject* parent = nullptr)
        : DraftTable(editor, ColumnCount, parent) {}

    // Which ring of a polygon: that of the picked corner.
    [[nodiscard]] std::size_t ring() const;
    [[nodiscard]] PickedPart partOf(int row) const;

protected:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool writable(int row, int column) const override;
    [[nodiscard]] bool write(int row, int column, const QString& text) override;
    [[nodiscard]] QString accepts(int column) const override;
};

// When the zone is in force: one row for each daily time, or for a period without any.
class PeriodTable final : public DraftTable {
    Q_OBJECT

public:
    enum Column { From, To, Days, Start, End, ColumnCount };

    explicit PeriodTable(ZoneEditor& editor, QObject* parent = nullptr)
        : DraftTable(editor, ColumnCount, parent) {}

    struct Place {
        std::size_t period = 0;
        std::optional<std::size_t> daily; // none: all of the period
    };

    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] int rowOf(std::size_t period) const; // its first

    void addPeriod(UtcMs from); // for two hours
    void addDaily(int row);     // to the period of that row
    void remove(int row);       // with its last daily time a period is all of the time; without any it goes

protected:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool write(int row, int column, const QString& text) override;
    [[nodiscard]] QString accepts(int column) const override;

private:
    [[nodiscard]] bool writeDaily(const Place& place, int column, const QString& text);
};

class AuthorityTable final : public DraftTable {
    Q_OBJECT

public:
    enum Column { Name, Service, Contact, Phone, Email, Site, PurposeOf, Before, ColumnCount };

    explicit AuthorityTable(ZoneEditor& editor, QObject* parent = nullptr)
        : DraftTable(editor, ColumnCount, parent) {}

    void add();
    void remove(int row);

protected:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool write(int row, int column, const QString& text) override;
    [[nodiscard]] QString accepts(int column) const override;
};

// A list of rows that is only read: findings of the draft, features of a file, what a zone would hit.
class PlainTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Row {
        QStringList cells;
        int sign = 0;    // orders::ListSign, of the first cell
        int outcome = 0; // whatever the owner sorts or filters by
        QString tip = {};
        std::optional<bool> checked = {}; // a check box in the first cell; none: there is none

        bool operator==(const Row&) const = default;
    };

    explicit PlainTable(QObject* parent = nullptr)
        : QAbstractTableModel(parent) {}

    void setTitles(QStringList titles);
    void setRows(std::vector<Row> rows);
    void setChecked(int row, bool checked); // nothing happens where there is no box

    [[nodiscard]] const std::vector<Row>& all() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; // check boxes

Q_SIGNALS:
    void checkedByHand(int row);

private:
    QStringList m_titles;
    std::vector<Row> m_rows;
};

} // namespace haneul::airspace
