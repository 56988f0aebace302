#pragma once

#include <QJsonObject>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace haneul::actions {
class ActionRegistry;
struct ActionInfo;
} // namespace haneul::actions

namespace haneul::shortcuts {

// Which key does what: the defaults of the registry, and what a person chose instead. The keys of every registry that
// follows it (each window has one) are set at once. All actions can be reached from every window, so a key belongs to
// one action of the whole desk.
class KeyMap final : public QObject {
    Q_OBJECT

public:
    explicit KeyMap(QObject* parent = nullptr);

    void follow(const actions::ActionRegistry& registry); // until the registry ends

    // What differs from the defaults, {"map.fit_all": "Ctrl+9", "view.quit": ""}, in PortableText. Ids that are not in
    // the list stay as they are; what is no key is left out.
    [[nodiscard]] QJsonObject chosen() const { return m_chosen; }

    void setChosen(const QJsonObject& chosen);

    [[nodiscard]] QKeySequence key(QLatin1StringView id) const;
    [[nodiscard]] static QKeySequence standardKey(QLatin1StringView id);
    [[nodiscard]] bool isChanged(QLatin1StringView id) const;

    // Why a key cannot be given to any action, in the language of the moment; empty: it can. Escape, Enter, Tab and the
    // like alone move people through fields and out of dialogs.
    [[nodiscard]] static QString refusal(const QKeySequence& key);
    // Who has this key now, `id` aside. Null: nobody.
    [[nodiscard]] const actions::ActionInfo* userOf(const QKeySequence& key, QLatin1StringView id) const;

    // Whoever had the key before has none then. An empty key takes it away.
    void assign(QLatin1StringView id, const QKeySequence& key);
    void reset(QLatin1StringView id); // to the default, which whoever has it loses
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void keep(QLatin1StringView id, const QKeySequence& key);
    void tell();
    void apply(const actions::ActionRegistry& registry) const;

    QJsonObject m_chosen;
    std::vector<QPointer<const actions::ActionRegistry>> m_registries;
};

} // namespace haneul::shortcuts
