#pragma once

#include <QDialog>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace haneul::settings {

class Settings;
struct SettingInfo;

// All settings by group, with their defaults; what is changed is marked and works at once.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    // `settings` must outlive it.
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

    void showSetting(const QString& id); // in sight, with the keyboard

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        const SettingInfo* info;
        QLabel* text;
        QLabel* help;
        QWidget* editor; // QCheckBox, QComboBox, QSpinBox or QDoubleSpinBox
        QLabel* standard;
        QLabel* mark;
        QPushButton* reset;
        QStringList names; // folded, every language
    };

    struct Group {
        const char* id;
        QLabel* heading;
    };

    void addRow(QGridLayout* grid, const SettingInfo& info, const QStringList& names);
    [[nodiscard]] QWidget* makeChoice(const SettingInfo& info);
    [[nodiscard]] QWidget* makeEditor(const SettingInfo& info);
    void word();
    void wordChoices(const Row& row);
    void showValue(const Row& row); // the value as it is now
    void showOne(const QString& id);
    void filter();
    void saveTo(const QString& path);
    void loadFrom(const QString& path);
    void showTrouble();

    Settings& m_settings;
    QLineEdit* m_search;
    QScrollArea* m_area;
    QLabel* m_nothing;
    QLabel* m_trouble;
    QPushButton* m_resetAll;
    QPushButton* m_export;
    QPushButton* m_import;
    QPushButton* m_close;
    std::vector<Row> m_rows;
    std::vector<Group> m_groups;
};

} // namespace haneul::settings
