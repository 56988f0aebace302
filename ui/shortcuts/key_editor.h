#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace haneul::shortcuts {

class KeyMap;

// All actions with their keys, and another key for the one that is chosen. What is changed works at once.
class KeyEditor final : public QDialog {
    Q_OBJECT

public:
    // `keys` must outlive it.
    explicit KeyEditor(KeyMap& keys, QWidget* parent = nullptr);

    void showAction(const QString& id); // chosen and in sight

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void word();
    void filter();
    void showChosen();
    void weigh(); // what the pressed key would do
    void assign();
    void writeSheet();
    [[nodiscard]] QByteArray chosenId() const;

    KeyMap& m_keys;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_caption;
    QKeySequenceEdit* m_key;
    QPushButton* m_assign;
    QPushButton* m_none;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QPushButton* m_sheet;
    QPushButton* m_close;
    QLabel* m_verdict;
};

} // namespace haneul::shortcuts
