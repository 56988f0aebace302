#include "ui/network/sketch_table.h"

#include "ui/network/network_words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

namespace haneul::network {

namespace {

QString fieldWord(const char* source) {
    return QCoreApplication::translate("haneul::network::Fields", source);
}

} // namespace

SketchTable::SketchTable(NetworkEditor& editor, std::vector<Field> fields, std::function<int(const Network&)> rows,
                         const char* step, QObject* parent)
    : QAbstractTableModel(parent)
    , m_editor(editor)
    , m_fields(std::move(fields))
    , m_rows(std::move(rows))
    , m_step(step)
    , m_shown(m_rows(editor.network())) {
    connect(&editor, &NetworkEditor::networkChanged, this, &SketchTable::follow);
}

// Rows come and go at the end, so that a selection and a field being written stay where they are.
void SketchTable::follow() {
    const int now = m_rows(m_editor.network());
    if (now > m_shown) {
        beginInsertRows({}, m_shown, now - 1);
        m_shown = now;
        endInsertRows();
    } else if (now < m_shown) {
        beginRemoveRows({}, now, m_shown - 1);
        m_shown = now;
        endRemoveRows();
    }
    if (m_shown > 0) Q_EMIT dataChanged(index(0, 0), index(m_shown - 1, columnCount() - 1));
}

void SketchTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    follow();
}

int SketchTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_shown;
}

int SketchTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

const Field& SketchTable::fieldAt(const QModelIndex& index) const {
    return m_fields[static_cast<std::size_t>(index.column())];
}

int SketchTable::rowOf(const QModelIndex& index) const {
    return index.row();
}

QVariant SketchTable::data(const QModelIndex& index, int role) const {
    // The network is ahead of the rows for a moment.
    if (!index.isValid() || rowOf(index) >= m_rows(m_editor.network())) return {};
    const Field& field = fieldAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return field.text(m_editor.network(), rowOf(index));
    case Qt::TextAlignmentRole:
        return QVariant((field.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ChoicesRole:
        return field.choices && field.set ? QVariant(field.choices(m_editor.network())) : QVariant();
    default:
        return {};
    }
}

bool SketchTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    const Field& field = fieldAt(index);
    const QString text = value.toString().trimmed();
    if (text == field.text(m_editor.network(), rowOf(index))) return true;
    Network tried = m_editor.network();
    if (!field.set(tried, rowOf(index), text)) {
        Q_EMIT refused(tr("“%1” is not a value for “%2”. Accepted: %3")
                           .arg(text, fieldWord(field.title), field.accepts ? fieldWord(field.accepts) : QString()));
        return false;
    }
    m_editor.draft().seal();
    m_editor.change(m_step, [&](Network& network) { (void)field.set(network, rowOf(index), text); });
    return true;
}

Qt::ItemFlags SketchTable::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && fieldAt(index).set && m_editor.mayChange()) flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant SketchTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return fieldWord(m_fields[static_cast<std::size_t>(section)].title);
}

SettingTable::SettingTable(NetworkEditor& editor, std::vector<Field> fields, const char* step, QObject* parent)
    : SketchTable(
          editor, fields, [count = static_cast<int>(fields.size())](const Network&) { return count; }, step, parent) {}

int SettingTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 2;
}

const Field& SettingTable::fieldAt(const QModelIndex& index) const {
    return fields()[static_cast<std::size_t>(index.row())];
}

int SettingTable::rowOf(const QModelIndex&) const {
    return 0;
}

QVariant SettingTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter); // beside its name
    if (index.column() == 1) return SketchTable::data(index, role);
    return role == Qt::DisplayRole ? QVariant(fieldWord(fieldAt(index).title)) : QVariant();
}

Qt::ItemFlags SettingTable::flags(const QModelIndex& index) const {
    return index.column() == 0 ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : SketchTable::flags(index);
}

QVariant SettingTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == 0 ? tr("Setting") : tr("Value");
}

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    const QVariant choices = index.data(SketchTable::ChoicesRole);
    if (!choices.isValid()) return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new QComboBox(parent);
    box->addItems(choices.toStringList());
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* widget, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(widget))
        box->setCurrentText(index.data(Qt::EditRole).toString());
    else
        QStyledItemDelegate::setEditorData(widget, index);
}

void ChoiceDelegate::setModelData(QWidget* widget, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(widget))
        model->setData(index, box->currentText(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(widget, model, index);
}

QTableView* sketchView(QAbstractItemModel& model, QAbstractItemDelegate& delegate, const char* name, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setObjectName(QLatin1StringView(name));
    view->setModel(&model);
    view->setItemDelegate(&delegate);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setFrameShape(QFrame::NoFrame);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() * 3 / 2);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

FindingTable::FindingTable(NetworkEditor& editor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_editor(editor)
    , m_findings(editor.findings()) {
    connect(&editor, &NetworkEditor::networkChanged, this, &FindingTable::follow);
}

void FindingTable::follow() {
    if (m_findings == m_editor.findings()) return;
    beginResetModel();
    m_findings = m_editor.findings();
    endResetModel();
}

int FindingTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant FindingTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole) return {};
    const delivery::Finding& finding = at(index.row());
    switch (index.column()) {
    case Severity:
        return severityText(finding.severity);
    case Place:
        return placeText(finding);
    case Meaning:
        return findingText(finding);
    default:
        return {};
    }
}

QVariant FindingTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Severity:
        return tr("Judgement");
    case Place:
        return tr("Where");
    case Meaning:
        return tr("What");
    default:
        return {};
    }
}

} // namespace haneul::network
