#include "ui/risk_collision/result_model.h"

#include "ui/risk_collision/words.h"

namespace haneul::risk::collision {

using theme::ColorRole;

ResultModel::ResultModel(const theme::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme) {}

void ResultModel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    retranslate();
}

void ResultModel::setStudy(const ReichStudy& study, const ReichResults& results) {
    const bool sameShape = m_study.scenarios.size() == study.scenarios.size() &&
                           m_study.distances_m.size() == study.distances_m.size() &&
                           m_results.table.size() == results.table.size();
    if (!sameShape) beginResetModel();
    m_study = study;
    m_results = results;
    if (!sameShape) return endResetModel();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void ResultModel::retranslate() {
    if (rowCount() == 0) return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int ResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_results.table.empty() ? 0 : static_cast<int>(m_results.table.size()) + 1;
}

int ResultModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_results.table.empty() ? 0 : static_cast<int>(m_study.scenarios.size());
}

bool ResultModel::isLeast(int row) const {
    return static_cast<std::size_t>(row) == m_results.table.size();
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (isLeast(index.row())) {
        const Separation& least = m_results.leastOfEach[column];
        if (role == Qt::DisplayRole) return metresOrNone(least.wholeMetres());
        if (role == Qt::ToolTipRole)
            return tr("The least distance that meets the target, by the lookup %1, needs an overlap of at most %2.")
                .arg(lookupText(m_study.overlap.lookup), riskText(least.overlapNeeded));
        if (role == Qt::ForegroundRole) return m_theme.color(ColorRole::SecondaryText);
        return {};
    }
    const Cell& cell = m_results.table[static_cast<std::size_t>(index.row())][column];
    switch (role) {
    case Qt::DisplayRole:
        return QString(riskText(cell.collisionsPerHour) % u"  " % decisionSign(cell.decision));
    case Qt::AccessibleTextRole:
        return QString(riskText(cell.collisionsPerHour) % u"  " % decisionText(cell.decision));
    case Qt::ToolTipRole:
        return tr("%1: %2 collisions per flight hour against a target of %3. Preset %4.")
            .arg(decisionText(cell.decision), riskText(cell.collisionsPerHour), riskText(m_study.targetPerHour),
                 presetText(m_study.preset));
    case Qt::ForegroundRole:
        return m_theme.color(cell.decision == Decision::Accept ? ColorRole::Text : ColorRole::Warning);
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool across = orientation == Qt::Horizontal;
    if (section < 0 || section >= (across ? columnCount() : rowCount())) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (!across)
        return isLeast(section) ? tr("Least distance")
                                : metresText(m_study.distances_m[static_cast<std::size_t>(section)]);
    const Scenario& scenario = m_study.scenarios[static_cast<std::size_t>(section)];
    return QStringLiteral("%1 · %5 kt\n%2×%3×%4 m")
        .arg(plain(scenario.name), numberText(scenario.size.length_m), numberText(scenario.size.width_m),
             numberText(scenario.size.height_m), numberText(scenario.speed_kt));
}

} // namespace haneul::risk::collision
