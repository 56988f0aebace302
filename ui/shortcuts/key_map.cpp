#include "ui/shortcuts/key_map.h"

#include "ui/actions/action_registry.h"

#include <QAction>

#include <algorithm>

namespace haneul::shortcuts {

namespace {

QKeySequence fromPortable(const QString& text) {
    const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
    return key.count() == 1 && key[0].key() == Qt::Key_unknown ? QKeySequence() : key;
}

bool isKnown(const QString& id) {
    return std::ranges::any_of(actions::allActions(),
                               [&](const actions::ActionInfo& info) { return id == QLatin1StringView(info.id); });
}

} // namespace

KeyMap::KeyMap(QObject* parent)
    : QObject(parent) {}

void KeyMap::follow(const actions::ActionRegistry& registry) {
    std::erase_if(m_registries, [](const auto& each) { return each.isNull(); });
    m_registries.emplace_back(&registry);
    apply(registry);
}

void KeyMap::setChosen(const QJsonObject& chosen) {
    QJsonObject usable;
    for (auto each = chosen.begin(); each != chosen.end(); ++each) {
        if (!each->isString()) continue;
        const QString text = each->toString();
        const QKeySequence key = fromPortable(text);
        if (isKnown(each.key()) && !text.isEmpty() && (key.isEmpty() || !refusal(key).isEmpty())) continue;
        usable.insert(each.key(), text);
    }
    if (usable == m_chosen) return;
    m_chosen = usable;
    tell();
}

QKeySequence KeyMap::standardKey(QLatin1StringView id) {
    for (const actions::ActionInfo& info : actions::allActions())
        if (id == QLatin1StringView(info.id)) return fromPortable(QString::fromLatin1(info.key));
    return {};
}

QKeySequence KeyMap::key(QLatin1StringView id) const {
    const QJsonValue own = m_chosen.value(id);
    return own.isString() ? fromPortable(own.toString()) : standardKey(id);
}

bool KeyMap::isChanged(QLatin1StringView id) const {
    return key(id) != standardKey(id);
}

QString KeyMap::refusal(const QKeySequence& key) {
    if (key.isEmpty()) return {};
    if (key.count() > 1) return tr("One key, with Ctrl, Alt or Shift where wanted.");
    const QKeyCombination first = key[0];
    if (first.keyboardModifiers().testFlag(Qt::ControlModifier) || first.keyboardModifiers().testFlag(Qt::AltModifier))
        return {};
    switch (first.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return tr("This key moves through fields and dialogs; add Ctrl or Alt.");
    default:
        return {};
    }
}

const actions::ActionInfo* KeyMap::userOf(const QKeySequence& wanted, QLatin1StringView id) const {
    if (wanted.isEmpty()) return nullptr;
    for (const actions::ActionInfo& info : actions::allActions())
        if (id != QLatin1StringView(info.id) && key(QLatin1StringView(info.id)) == wanted) return &info;
    return nullptr;
}

void KeyMap::keep(QLatin1StringView id, const QKeySequence& key) {
    if (key == standardKey(id))
        m_chosen.remove(id);
    else
        m_chosen.insert(id, key.toString(QKeySequence::PortableText));
}

void KeyMap::assign(QLatin1StringView id, const QKeySequence& wanted) {
    if (wanted == key(id)) return;
    if (const actions::ActionInfo* other = userOf(wanted, id)) keep(QLatin1StringView(other->id), {});
    keep(id, wanted);
    tell();
}

void KeyMap::reset(QLatin1StringView id) {
    assign(id, standardKey(id));
}

void KeyMap::resetAll() {
    setChosen({});
}

void KeyMap::tell() {
    for (const auto& registry : m_registries)
        if (registry) apply(*registry);
    Q_EMIT changed();
}

void KeyMap::apply(const actions::ActionRegistry& registry) const {
    // Two actions must never have one key, not even in between: Qt would call it ambiguous and do neither.
    for (QAction* action : registry.actions()) {
        const QByteArray id = action->objectName().toLatin1();
        if (action->shortcut() != key(QLatin1StringView(id))) action->setShortcut({});
    }
    for (QAction* action : registry.actions()) {
        const QByteArray id = action->objectName().toLatin1();
        if (const QKeySequence own = key(QLatin1StringView(id)); action->shortcut() != own) action->setShortcut(own);
    }
}

} // namespace haneul::shortcuts
