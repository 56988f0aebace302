#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace haneul::window {

class Desk;

// Opens, saves and deletes workspaces. Factory layouts are in the same list, marked with a word, and only open.
class WorkspaceDialog final : public QDialog {
    Q_OBJECT

public:
    WorkspaceDialog(Desk& desk, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void word();
    void fill();
    void choose();
    void openChosen();
    void save();
    void removeChosen();

    Desk& m_desk;
    QLabel* m_explain;
    QListWidget* m_list;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_answer;
    QPushButton* m_open;
    QPushButton* m_save;
    QPushButton* m_remove;
    QPushButton* m_close;
};

} // namespace haneul::window
