#include "ui/fleet/item_model.h"

#include "ui/fleet/words.h"

namespace haneul::fleet {

using orders::ListSign;

QString ItemModel::title(int column) const {
    switch (column) {
    case Asked:
        return tr("Question");
    case Check:
        return tr("Check");
    case Answer:
        return tr("Answer");
    case Value:
        return tr("Is");
    case Limit:
        return tr("Needed");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

QString ItemModel::text(const Item& row, int column) const {
    switch (column) {
    case Asked:
        return questionText(row.question);
    case Check:
        return itemText(row.code);
    case Answer:
        return row.verdict == Verdict::Ready && !row.warning ? QString(QStringLiteral("✓ ") + verdictText(row.verdict))
                                                             : verdictText(row.verdict);
    case Value:
        return valueText(row);
    case Limit:
        return limitText(row);
    case Reason:
        return reasonText(row);
    default:
        return {};
    }
}

QVariant ItemModel::value(const Item& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Reason ? QString::fromStdString(row.words) : text(row, column);
    case orders::SortRole: // as they were asked; what is not ready first
        if (column == Answer)
            return (2 - static_cast<int>(row.verdict)) * static_cast<int>(allQuestions.size()) +
                   static_cast<int>(row.question);
        if (column == Asked) return static_cast<int>(row.question);
        if (column == Value) return row.value ? QVariant(*row.value) : QVariant();
        return text(row, column);
    case orders::IdRole:
        return QString::fromStdString(row.code);
    case orders::SignRole:
        if (column != Answer) return static_cast<int>(ListSign::None);
        if (row.verdict == Verdict::NotReady) return static_cast<int>(ListSign::Warning);
        return static_cast<int>(row.verdict == Verdict::NotJudged || row.warning ? ListSign::Caution : ListSign::None);
    default:
        return {};
    }
}

} // namespace haneul::fleet
