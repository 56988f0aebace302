#include "ui/city/dataset_model.h"

#include "ui/city/words.h"
#include "ui/models/words.h"

namespace haneul::city {

namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString stateText(const KnownDataset& row) {
    if (row.dataset.retired) return DatasetModel::tr("Retired");
    if (row.trouble) return DatasetModel::tr("Not usable");
    return row.dataset.provenance.synthetic ? DatasetModel::tr("In use, SYNTHETIC") : DatasetModel::tr("In use");
}

std::optional<std::uint64_t> rowsOf(const KnownDataset& row) {
    const auto* const origin = std::get_if<FileOrigin>(&row.dataset.origin);
    return origin ? std::optional(origin->taken) : std::nullopt;
}

} // namespace

bool DatasetModel::same(const KnownDataset& before, const KnownDataset& after) const {
    return before.dataset == after.dataset && before.trouble == after.trouble && before.report == after.report;
}

QString DatasetModel::title(int column) const {
    switch (column) {
    case Name:
        return tr("Dataset");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Source:
        return tr("Source");
    case Date:
        return tr("Date of the data");
    case Rows:
        return tr("Taken");
    case ImportedAt:
        return tr("Imported");
    default:
        return tr("By");
    }
}

QString DatasetModel::text(const KnownDataset& row, int column) {
    const Dataset& dataset = row.dataset;
    switch (column) {
    case Name:
        return plain(dataset.provenance.name);
    case Kind:
        return kindText(kindOf(dataset));
    case State:
        return stateText(row);
    case Source:
        return plain(dataset.provenance.source);
    case Date:
        return dataset.provenance.date.empty() ? QStringLiteral("–") : plain(dataset.provenance.date);
    case Rows:
        return rowsOf(row) ? QString::number(*rowsOf(row)) : QStringLiteral("–");
    case ImportedAt:
        return plain(toRfc3339(dataset.at)).left(16).replace(u'T', u' ') + u'Z';
    default:
        return plain(dataset.by);
    }
}

QVariant DatasetModel::value(const KnownDataset& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case orders::SortRole:
        if (column == Rows) return rowsOf(row) ? QVariant::fromValue(*rowsOf(row)) : QVariant();
        if (column == ImportedAt) return static_cast<qlonglong>(sinceEpoch_ms(row.dataset.at));
        return text(row, column);
    case orders::IdRole:
        return plain(row.dataset.id);
    case orders::QuietRole:
        return row.dataset.retired.has_value();
    case orders::SignRole: {
        if (column != State || row.dataset.retired) return {};
        const auto sign = row.trouble                        ? orders::ListSign::Warning
                          : row.dataset.provenance.synthetic ? orders::ListSign::Caution
                                                             : orders::ListSign::None;
        return static_cast<int>(sign);
    }
    default:
        return {};
    }
}

} // namespace haneul::city
