#pragma once

#include "core/base/error.h"
#include "ui/palette/palette.h"
#include "ui/shortcuts/key_map.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace haneul::settings {
class Settings;
class SettingsDialog;
} // namespace haneul::settings

namespace haneul::help {
class HelpWindow;
}

namespace haneul::shortcuts {
class KeyEditor;
}

namespace haneul::window {
class Desk;
class DeskWindow;
} // namespace haneul::window

namespace haneul::comfort {

struct ComfortDependencies {
    std::function<std::vector<palette::Place>(const QString& typed)> places; // best first; empty: none
    // Writes the support bundle; called on a thread of its own. Empty: the action says that it is not possible.
    std::function<Result<void>(const QString& path)> writeSupport;
};

// What makes a desk one's own, for all its windows: settings that work at once, keys, the palette, help for what has
// the keyboard, the support bundle. `desk` and `settings` must outlive it.
class Comfort final : public QObject {
    Q_OBJECT

public:
    Comfort(window::Desk& desk, settings::Settings& settings, ComfortDependencies given);
    ~Comfort() override;

    void openPalette();
    void openHelp(const QString& topic);
    void openSettings(const QString& id = {});
    void openKeys();
    void saveSupport();

    [[nodiscard]] QString topicOf(const QWidget* widget) const; // what help page fits it

private:
    void meetWindows();
    void takeOver();
    void applySetting(const QString& id);
    void applyView(window::DeskWindow& window, QLatin1StringView id);
    void nameTopics();
    [[nodiscard]] window::DeskWindow& front() const;
    [[nodiscard]] palette::Palette& paletteOf(window::DeskWindow& window);
    [[nodiscard]] palette::Sources sources();
    void say(const QString& text);

    window::Desk& m_desk;
    settings::Settings& m_settings;
    ComfortDependencies m_given;
    shortcuts::KeyMap m_keys;
    QHash<QObject*, QPointer<palette::Palette>> m_palettes;
    QList<QPointer<QObject>> m_met;
    QPointer<help::HelpWindow> m_help;
    QPointer<settings::SettingsDialog> m_dialog;
    QPointer<shortcuts::KeyEditor> m_editor;
    bool m_following = false; // the desk is being changed by a setting, or the reverse
};

} // namespace haneul::comfort
