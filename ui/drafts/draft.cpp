#include "ui/drafts/draft.h"

#include <QCoreApplication>
#include <QUndoCommand>

namespace haneul::drafts {

namespace {

constexpr QLatin1StringView valueKey("value");
constexpr QLatin1StringView modifiedKey("modified");

class Step final : public QUndoCommand {
public:
    Step(const char* name, int joinKey, int run, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(QString::fromUtf8(name))
        , m_joinKey(joinKey)
        , m_run(run)
        , m_undo(std::move(undo))
        , m_redo(std::move(redo)) {}

    [[nodiscard]] int id() const override { return m_joinKey > 0 ? m_joinKey : -1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto& later = static_cast<const Step&>(*other);
        if (later.m_run != m_run) return false;
        m_redo = later.m_redo;
        return true;
    }

    void undo() override { m_undo(); }

    void redo() override { m_redo(); }

private:
    int m_joinKey;
    int m_run;
    std::function<void()> m_undo;
    std::function<void()> m_redo;
};

} // namespace

DraftBase::DraftBase(QString id, QObject* parent)
    : QObject(parent)
    , m_id(std::move(id)) {
    m_steps.setUndoLimit(maxSteps);
    connect(&m_steps, &QUndoStack::indexChanged, this, [this] { Q_EMIT changed(); });
    connect(&m_steps, &QUndoStack::cleanChanged, this, [this] { Q_EMIT changed(); });
}

// The stack clears itself when it goes, which is nobody's change.
DraftBase::~DraftBase() {
    m_steps.disconnect(this);
}

void DraftBase::push(const char* name, int joinKey, std::function<void()> undo, std::function<void()> redo) {
    m_steps.push(new Step(name, joinKey, m_run, std::move(undo), std::move(redo)));
}

void DraftBase::markKept() {
    m_restoredModified = false;
    seal();
    m_steps.setClean();
    Q_EMIT changed();
}

QJsonObject DraftBase::state() const {
    return {{valueKey, valueAsJson()}, {modifiedKey, isModified()}};
}

void DraftBase::restore(const QJsonObject& state) {
    if (!setFromJson(state.value(valueKey))) return;
    m_steps.clear();
    m_restoredModified = state.value(modifiedKey).toBool();
    Q_EMIT changed();
}

Drafts::Drafts(QObject* parent)
    : QObject(parent) {}

void Drafts::add(DraftBase& draft) {
    m_drafts.push_back(&draft);
    m_group.addStack(&draft.steps());
    if (const QJsonValue kept = m_waiting.take(draft.id()); kept.isObject()) draft.restore(kept.toObject());
    connect(&draft, &DraftBase::changed, this, &Drafts::changed);
    connect(&draft, &QObject::destroyed, this, [this, gone = &draft] { std::erase(m_drafts, gone); });
    if (!m_group.activeStack()) setActive(&draft);
}

void Drafts::setActive(DraftBase* draft) {
    m_group.setActiveStack(draft ? &draft->steps() : nullptr);
}

QJsonObject Drafts::state() const {
    QJsonObject all = m_waiting;
    for (const DraftBase* draft : m_drafts)
        all.insert(draft->id(), draft->state());
    return all;
}

void Drafts::restore(const QJsonObject& state) {
    m_waiting = state;
    for (DraftBase* draft : m_drafts)
        if (const QJsonValue kept = m_waiting.take(draft->id()); kept.isObject()) draft->restore(kept.toObject());
}

QString stepText(const QString& name) {
    return name.isEmpty() ? QString() : QCoreApplication::translate("haneul::drafts::Steps", name.toUtf8().constData());
}

} // namespace haneul::drafts
