#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace haneul::orders {

// Roles of all lists of this room beside the usual ones.
enum ListRole {
    SortRole = Qt::UserRole + 1, // the value itself: text, number or milliseconds since the epoch; invalid: unknown
    IdRole,                      // QString: what the row is about
    SignRole,                    // ListSign: the cell is abnormal
    QuietRole,                   // bool: the row is over and done, to be read last
};

enum class ListSign { None, Caution, Warning };

// Rows of one kind of record that follow a list by the smallest change: a row keeps its place as long as its key is
// there, new ones come at the end, and only rows that differ are announced. Views sort and filter by a proxy.
template <class Record>
class SyncedTable : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const Record* at(int row) const {
        return row < 0 || row >= rowCount() ? nullptr : &m_records[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] const Record* at(const QModelIndex& index) const {
        return index.isValid() && index.model() == this ? at(index.row()) : nullptr;
    }

    // -1: none.
    [[nodiscard]] int rowOf(const std::string& key) const {
        const auto found = m_rowOf.find(key);
        return found == m_rowOf.end() ? -1 : found->second;
    }

    void retranslate() {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_records.empty()) announce(0, rowCount() - 1);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_records.size());
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        if (role == Qt::TextAlignmentRole) return alignment(section);
        return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        const Record& record = m_records[static_cast<std::size_t>(index.row())];
        if (role == Qt::TextAlignmentRole) return alignment(index.column());
        return value(record, index.column(), role);
    }

protected:
    [[nodiscard]] virtual std::string keyOf(const Record& record) const = 0;
    [[nodiscard]] virtual bool same(const Record& before, const Record& after) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QVariant value(const Record& record, int column, int role) const = 0;

    [[nodiscard]] virtual bool isNumber(int) const { return false; }

    void sync(std::vector<Record> next) {
        std::vector<char> stays(m_records.size(), 0);
        std::vector<int> changed;
        std::vector<Record> arriving;
        for (Record& record : next) {
            const int row = rowOf(keyOf(record));
            if (row < 0) {
                arriving.push_back(std::move(record));
                continue;
            }
            Record& kept = m_records[static_cast<std::size_t>(row)];
            stays[static_cast<std::size_t>(row)] = 1;
            if (!same(kept, record)) changed.push_back(row);
            kept = std::move(record);
        }
        announceRuns(changed);
        remove(stays);
        append(std::move(arriving));
    }

private:
    [[nodiscard]] QVariant alignment(int column) const {
        return QVariant(Qt::Alignment((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }

    void announce(int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1)); }

    void announceRuns(std::vector<int>& rows) {
        std::ranges::sort(rows);
        for (std::size_t i = 0; i < rows.size();) {
            std::size_t end = i + 1;
            while (end < rows.size() && rows[end] == rows[end - 1] + 1)
                ++end;
            announce(rows[i], rows[end - 1]);
            i = end;
        }
    }

    void remove(const std::vector<char>& stays) {
        bool any = false;
        for (int last = static_cast<int>(stays.size()) - 1; last >= 0; --last) {
            if (stays[static_cast<std::size_t>(last)] != 0) continue;
            int first = last;
            while (first > 0 && stays[static_cast<std::size_t>(first) - 1] == 0)
                --first;
            beginRemoveRows({}, first, last);
            m_records.erase(m_records.begin() + first, m_records.begin() + last + 1);
            endRemoveRows();
            last = first;
            any = true;
        }
        if (!any) return;
        m_rowOf.clear();
        for (int row = 0; row < rowCount(); ++row)
            m_rowOf[keyOf(m_records[static_cast<std::size_t>(row)])] = row;
    }

    void append(std::vector<Record> arriving) {
        if (arriving.empty()) return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(arriving.size()) - 1);
        for (Record& record : arriving) {
            m_rowOf[keyOf(record)] = rowCount();
            m_records.push_back(std::move(record));
        }
        endInsertRows();
    }

    std::vector<Record> m_records;
    std::unordered_map<std::string, int> m_rowOf;
};

} // namespace haneul::orders
