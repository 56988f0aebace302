#include "ui/fleet/readiness_model.h"

#include "ui/fleet/words.h"
#include "ui/models/words.h"

#include <algorithm>

namespace haneul::fleet {

using orders::ListSign;

namespace {

constexpr bool isQuestion(int column) {
    return column >= ReadinessModel::Airframe && column <= ReadinessModel::Operator;
}

Question questionOf(int column) {
    return static_cast<Question>(column - ReadinessModel::Airframe);
}

bool overridden(const Assessment& row, Question question) {
    return row.readiness.verdict(question) != Verdict::Ready && !std::ranges::contains(row.blocking, question);
}

QString nameOrNone(const std::string& name) {
    return name.empty() ? models::unknownText() : QString::fromStdString(name);
}

// The first thing that keeps it on the ground, and how much more there is.
const Item* firstReason(const Assessment& row) {
    for (const Item* item : row.readiness.failed())
        if (std::ranges::contains(row.blocking, item->question)) return item;
    return nullptr;
}

} // namespace

void ReadinessModel::setAssessments(std::vector<Assessment> assessments, const FleetState& state) {
    m_types.clear();
    for (const auto& [id, drone] : state.drones) {
        const auto model = state.find<DroneModel>(drone->value.model_id);
        m_types.emplace(id, model ? model->value.name : drone->value.model_id);
    }
    sync(std::move(assessments));
}

bool ReadinessModel::same(const Assessment& before, const Assessment& after) const {
    return before.readiness == after.readiness && before.blocking == after.blocking &&
           before.ask.battery == after.ask.battery && before.ask.pilot == after.ask.pilot &&
           before.overrides == after.overrides;
}

QString ReadinessModel::title(int column) const {
    if (isQuestion(column)) return questionText(questionOf(column));
    switch (column) {
    case DroneId:
        return tr("Drone");
    case Type:
        return tr("Type");
    case MayFly:
        return tr("Flight");
    case BatteryId:
        return tr("With battery");
    case PilotId:
        return tr("With pilot");
    case Why:
        return tr("What keeps it");
    default:
        return {};
    }
}

// What is worse comes first.
int ReadinessModel::rank(const Assessment& row, int column) {
    if (column == MayFly) return row.blocking.empty() ? 1 : 0;
    const Question question = questionOf(column);
    if (overridden(row, question)) return 2;
    switch (row.readiness.verdict(question)) {
    case Verdict::NotReady:
        return 0;
    case Verdict::NotJudged:
        return 1;
    case Verdict::Ready:
        break;
    }
    return 3;
}

QString ReadinessModel::text(const Assessment& row, int column) const {
    if (isQuestion(column)) {
        const Question question = questionOf(column);
        if (overridden(row, question)) return tr("Answered for");
        const Verdict verdict = row.readiness.verdict(question);
        return verdict == Verdict::Ready ? QString(QStringLiteral("✓ ") + verdictText(verdict)) : verdictText(verdict);
    }
    switch (column) {
    case DroneId:
        return QString::fromStdString(row.ask.drone);
    case Type: {
        const auto found = m_types.find(row.ask.drone);
        return found == m_types.end() ? models::unknownText() : QString::fromStdString(found->second);
    }
    case MayFly:
        return row.blocking.empty() ? QString(QStringLiteral("✓ ") + tr("Can go")) : tr("Stays");
    case BatteryId:
        return nameOrNone(row.ask.battery);
    case PilotId:
        return nameOrNone(row.ask.pilot);
    case Why: {
        const Item* const item = firstReason(row);
        return item == nullptr ? QString() : QString(itemText(item->code) + QStringLiteral(": ") + reasonText(*item));
    }
    default:
        return {};
    }
}

QVariant ReadinessModel::value(const Assessment& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole: {
        if (!isQuestion(column)) return text(row, column);
        QStringList lines;
        for (const Item* item : row.readiness.failed())
            if (item->question == questionOf(column))
                lines << QString(itemText(item->code) + QStringLiteral(": ") + reasonText(*item));
        return lines.isEmpty() ? text(row, column) : lines.join(u'\n');
    }
    case orders::SortRole:
        if (isQuestion(column) || column == MayFly) return rank(row, column);
        return text(row, column);
    case orders::IdRole:
        return QString::fromStdString(row.ask.drone);
    case orders::SignRole: {
        if (column == MayFly) return static_cast<int>(row.blocking.empty() ? ListSign::None : ListSign::Warning);
        if (!isQuestion(column)) return static_cast<int>(ListSign::None);
        const int how = rank(row, column);
        return static_cast<int>(how == 0 ? ListSign::Warning : how == 3 ? ListSign::None : ListSign::Caution);
    }
    default:
        return {};
    }
}

} // namespace haneul::fleet
