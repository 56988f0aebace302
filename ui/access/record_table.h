#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace haneul::access {

// Rows of one kind of record, each column a function of it. Lists of people and keys are short and come whole.
template <class Record>
class RecordTable final : public QAbstractTableModel {
public:
    struct Column {
        std::function<QString()> title; // in the language of the moment
        std::function<QString(const Record&)> text;
    };

    RecordTable(std::vector<Column> columns, QObject* parent)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns)) {}

    void setRecords(std::vector<Record> records) {
        beginResetModel();
        m_records = std::move(records);
        endResetModel();
    }

    void retranslate() {
        beginResetModel();
        endResetModel();
    }

    [[nodiscard]] const Record* at(const QModelIndex& index) const {
        if (!index.isValid() || index.row() >= rowCount()) return nullptr;
        return &m_records[static_cast<std::size_t>(index.row())];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_records.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
        return m_columns[static_cast<std::size_t>(index.column())].text(
            m_records[static_cast<std::size_t>(index.row())]);
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
        if (section < 0 || section >= columnCount()) return {};
        return m_columns[static_cast<std::size_t>(section)].title();
    }

private:
    std::vector<Column> m_columns;
    std::vector<Record> m_records;
};

} // namespace haneul::access
