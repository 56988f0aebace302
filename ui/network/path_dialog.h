#pragma once

#include "ui/network/network_files.h"

#include <QAbstractTableModel>
#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace haneul::network {

// What a file offers, path by path: taken when checked; what cannot be taken says why.
class PathTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Points, Length, Judgement, Columns };

    PathTable(Network network, std::vector<OfferedPath> paths, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    void choose(const HeightChoice& choice);

    [[nodiscard]] bool has(PathHeights heights) const; // a path of such heights
    [[nodiscard]] std::size_t chosen() const;

    // Takes the chosen ones into a network, in their order.
    void take(Network& network) const;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        OfferedPath path;
        QString trouble; // why it cannot be taken; empty: it can
        bool wanted = true;
    };

    void judge();

    Network m_network;
    std::vector<Row> m_rows;
    HeightChoice m_choice;
};

// The preview of an import; accepted, the chosen paths of table() are to be taken.
class PathDialog final : public QDialog {
    Q_OBJECT

public:
    PathDialog(const QString& file, const Network& network, OfferedPaths offer, QWidget* parent);

    [[nodiscard]] const PathTable& table() const { return m_table; }

private:
    void choose();
    void count();

    PathTable m_table;
    QLineEdit* m_height = nullptr;
    QCheckBox* m_amsl = nullptr;
    QPushButton* m_take = nullptr;
};

} // namespace haneul::network
