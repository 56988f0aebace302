#pragma once

#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace haneul::settings {

enum class Kind {
    Switch, // true or false
    Choice, // one of a list of words
    Whole,  // a whole number within a range, or one of a list
    Number, // any number within a range
};

struct Choice {
    const char* value; // stable, kept in the file
    const char* text;  // English source text, context "haneul::settings"
};

// One thing a person can set. The list in setting_list.cpp is the only place where settings are declared: the dialog,
// the search and the file read it.
struct SettingInfo {
    const char* id;    // stable, "units.height"
    const char* group; // "appearance", "units", "map", "scene3d", "start"
    const char* text;  // English source text, context "haneul::settings"
    const char* help;  // one sentence more
    Kind kind;
    const char* standard; // the default as text: "true", "dark", "30"
    std::span<const Choice> choices = {};
    double low = 0; // Whole, Number
    double high = 0;
    double step = 1;
    const char* unit = ""; // behind the number: "%", "s", "°", "×"
};

[[nodiscard]] std::span<const SettingInfo> allSettings();
[[nodiscard]] const SettingInfo* findSetting(QLatin1StringView id); // null: there is none
[[nodiscard]] QJsonValue standardOf(const SettingInfo& info);
// Of the right type, one of the choices, within the range.
[[nodiscard]] bool fits(const SettingInfo& info, const QJsonValue& value);

// Words for people, in the language of the moment.
[[nodiscard]] QString groupText(QLatin1StringView group);
[[nodiscard]] QString textOf(const SettingInfo& info);
[[nodiscard]] QString helpOf(const SettingInfo& info);
[[nodiscard]] QString choiceText(const Choice& choice);
[[nodiscard]] QString valueText(const SettingInfo& info, const QJsonValue& value); // "Dark", "30 s", "On"

} // namespace haneul::settings
