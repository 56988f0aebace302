#include "ui/network/path_dialog.h"

#include "ui/delivery/delivery_desk.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace haneul::network {

PathTable::PathTable(Network network, std::vector<OfferedPath> paths, QObject* parent)
    : QAbstractTableModel(parent)
    , m_network(std::move(network)) {
    for (OfferedPath& path : paths)
        m_rows.push_back({.path = std::move(path)});
    judge();
}

// In their order: a path that is taken makes nodes and a link that the next ones meet.
void PathTable::judge() {
    Network tried = m_network;
    for (Row& row : m_rows) {
        Network without = tried;
        const auto taken = takePath(row.wanted ? tried : without, row.path, m_choice);
        row.trouble = taken ? QString() : delivery::refusalText(taken.error());
    }
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    Q_EMIT chosenChanged();
}

void PathTable::choose(const HeightChoice& choice) {
    if (choice == m_choice) return;
    m_choice = choice;
    judge();
}

bool PathTable::has(PathHeights heights) const {
    return std::ranges::any_of(m_rows, [&](const Row& row) { return row.path.heights == heights; });
}

std::size_t PathTable::chosen() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_rows, [](const Row& row) { return row.wanted && row.trouble.isEmpty(); }));
}

void PathTable::take(Network& network) const {
    for (const Row& row : m_rows)
        if (row.wanted) (void)takePath(network, row.path, m_choice); // what cannot be taken changes nothing
}

int PathTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PathTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant PathTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Name && row.trouble.isEmpty())
        return row.wanted ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && (index.column() == Points || index.column() == Length))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) return row.path.notes.join(u'\n');
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name:
        return row.path.name.isEmpty() ? tr("without a name") : row.path.name;
    case Points:
        return QString::number(row.path.points.size());
    case Length:
        return QString::number(row.path.length_m(), 'f', 0);
    case Judgement: {
        if (!row.trouble.isEmpty()) return QString(QStringLiteral("✖ ") % tr("Refused: %1").arg(row.trouble));
        QStringList words{row.wanted ? tr("Is taken") : tr("Is left out")};
        words += row.path.notes;
        return words.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

bool PathTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
    m_rows[static_cast<std::size_t>(index.row())].wanted = value.toInt() == Qt::Checked;
    judge();
    return true;
}

Qt::ItemFlags PathTable::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && m_rows[static_cast<std::size_t>(index.row())].trouble.isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant PathTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Path");
    case Points:
        return tr("Points");
    case Length:
        return tr("Length (m)");
    case Judgement:
        return tr("Judgement");
    default:
        return {};
    }
}

PathDialog::PathDialog(const QString& file, const Network& network, OfferedPaths offer, QWidget* parent)
    : QDialog(parent)
    , m_table(network, std::move(offer.paths)) {
    setObjectName(QStringLiteral("pathDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import paths from %1").arg(QFileInfo(file).fileName()));
    auto* column = new QVBoxLayout(this);
    m_height = new QLineEdit(this);
    m_height->setObjectName(QStringLiteral("pathHeight"));
    auto* heightName = new QLabel(tr("Height of paths that have none (m AMSL)"), this);
    heightName->setBuddy(m_height);
    m_amsl = new QCheckBox(tr("The heights of this file are above mean sea level"), this);
    m_amsl->setObjectName(QStringLiteral("pathAmsl"));
    auto* row = new QHBoxLayout;
    row->addWidget(heightName);
    row->addWidget(m_height);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_amsl);
    heightName->setVisible(m_table.has(PathHeights::None));
    m_height->setVisible(m_table.has(PathHeights::None));
    m_amsl->setVisible(m_table.has(PathHeights::Ellipsoid));
    auto* view = new QTableView(this);
    view->setObjectName(QStringLiteral("pathList"));
    view->setAccessibleName(tr("Paths of the file; Space takes or leaves out"));
    view->setModel(&m_table);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setMinimumSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 12);
    column->addWidget(view, 1);
    if (!offer.notes.isEmpty()) {
        auto* notes = new QLabel(offer.notes.join(u'\n'), this);
        notes->setTextFormat(Qt::PlainText);
        notes->setWordWrap(true);
        column->addWidget(notes);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_take = buttons->button(QDialogButtonBox::Ok);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_table, &PathTable::chosenChanged, this, &PathDialog::count);
    connect(m_height, &QLineEdit::textChanged, this, &PathDialog::choose);
    connect(m_amsl, &QCheckBox::toggled, this, &PathDialog::choose);
    count();
}

void PathDialog::choose() {
    bool good = false;
    const double level_m = QLocale::c().toDouble(m_height->text(), &good);
    m_table.choose({.level_m = good && std::isfinite(level_m) ? std::optional(level_m) : std::nullopt,
                    .asAmsl = m_amsl->isChecked()});
}

void PathDialog::count() {
    m_take->setText(tr("Take %1 paths").arg(m_table.chosen()));
    m_take->setEnabled(m_table.chosen() > 0);
}

} // namespace haneul::network
