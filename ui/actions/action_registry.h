#pragma once

#include <QLatin1StringView>
#include <QObject>

#include <span>
#include <vector>

class QAction;

namespace haneul::actions {

// One thing a person can do. The list in action_registry.cpp is the only place where actions are declared: menus, tool
// bars, the key overlay and the help read it.
struct ActionInfo {
    const char* id;    // stable, "map.fit_all"
    const char* text;  // English source text, context "haneul::actions"; Korean comes from the translation
    const char* key;   // default key, QKeySequence::PortableText
    const char* scope; // "view", "window", "map", "network", "diagram", ...: how the overlay groups them, see scopeText
    const char* helpPage; // page of the manual
    bool checkable;
};

[[nodiscard]] std::span<const ActionInfo> allActions();
[[nodiscard]] QString scopeText(QLatin1StringView scope); // translated heading

// Owns one QAction per entry of the list; every QAction of the program comes from here.
class ActionRegistry final : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QObject* parent = nullptr);

    // An id that is not in the list is a mistake in the program and ends it.
    [[nodiscard]] QAction& action(QLatin1StringView id) const;

    [[nodiscard]] const std::vector<QAction*>& actions() const { return m_actions; } // in the order of the list

    void retranslate(); // after a change of language

private:
    std::vector<QAction*> m_actions;
};

} // namespace haneul::actions
