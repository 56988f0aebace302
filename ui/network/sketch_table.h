#pragma once

#include "ui/network/network_editor.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QStyledItemDelegate>

#include <functional>
#include <vector>

class QTableView;

namespace haneul::network {

// A value of one row of a table over the network: how it reads, and how it is written.
struct Field {
    const char* title; // English source text, context "haneul::network::Fields"; with the unit
    bool number = false;
    std::function<QString(const Network&, int row)> text;
    // False: no such value. Null: cannot be written.
    std::function<bool(Network&, int row, const QString& text)> set = {};
    std::function<QStringList(const Network&)> choices = {}; // null: free text
    const char* accepts = nullptr;                           // what would be accepted, for the refusal; same context
};

// One thing of the network per row, one field per column; written by numeric entry as steps of the draft.
class SketchTable : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int ChoicesRole = Qt::UserRole + 1; // QStringList

    // `step`: name of the step that a written field is. `editor` must outlive it.
    SketchTable(NetworkEditor& editor, std::vector<Field> fields, std::function<int(const Network&)> rows,
                const char* step, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }

    void follow();      // the network is another one
    void retranslate(); // after a change of language

Q_SIGNALS:
    void refused(const QString& why); // what was written is no such value

protected:
    [[nodiscard]] virtual const Field& fieldAt(const QModelIndex& index) const;
    [[nodiscard]] virtual int rowOf(const QModelIndex& index) const;

    NetworkEditor& m_editor;

private:
    std::vector<Field> m_fields;
    std::function<int(const Network&)> m_rows;
    const char* m_step;
    int m_shown = 0; // rows
};

// The same fields one below the other: name and value of the network itself.
class SettingTable final : public SketchTable {
    Q_OBJECT

public:
    SettingTable(NetworkEditor& editor, std::vector<Field> fields, const char* step, QObject* parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const Field& fieldAt(const QModelIndex& index) const override;
    [[nodiscard]] int rowOf(const QModelIndex& index) const override;
};

// A list to choose from where a field has choices.
class ChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* widget, const QModelIndex& index) const override;
    void setModelData(QWidget* widget, QAbstractItemModel* model, const QModelIndex& index) const override;
};

// A table as all of the panel are: rows to choose, written by typing, F2 or a double click.
[[nodiscard]] QTableView* sketchView(QAbstractItemModel& model, QAbstractItemDelegate& delegate, const char* name,
                                     QWidget* parent);

// What check() found.
class FindingTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, Place, Meaning, Columns };

    explicit FindingTable(NetworkEditor& editor, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void follow();

    [[nodiscard]] const delivery::Finding& at(int row) const { return m_findings[static_cast<std::size_t>(row)]; }

private:
    NetworkEditor& m_editor;
    std::vector<delivery::Finding> m_findings;
};

} // namespace haneul::network
