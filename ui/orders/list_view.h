#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

#include <functional>
#include <optional>
#include <vector>

namespace haneul::orders {

// Cells that are abnormal carry a sign before the word and its colour, neither alone; rows that are over are grey.
class ListDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    ListDelegate(const theme::Theme& theme, QObject* parent);

    void setTheme(const theme::Theme& theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    theme::Theme m_theme;
};

// A table of whole rows, chosen one at a time, as every list of this room has it.
class ListView final : public QTableView {
    Q_OBJECT

public:
    ListView(const char* name, QAbstractItemModel& model, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    // One sample per column: wide enough for it and for the title.
    void setSamples(std::vector<QString> samples);
    // Instead of a list that scrolls sideways: `flexible` takes the room that the others leave, and where it is too
    // little, the spare columns go, in this order. Whoever names one says its contents elsewhere too. `least`: of the
    // flexible one, in characters.
    void setSpare(int flexible, std::vector<int> spare, int least = 20);
    [[nodiscard]] int leastWidth() const;   // without the spare columns
    [[nodiscard]] QString chosenId() const; // IdRole of the chosen row; empty: none
    // The row of that id, in sight; none: nothing is chosen. Says nothing of it to others.
    void choose(const QString& id, int row);
    // Changes the rows. A neighbour becomes the chosen row when the chosen one goes: that is nobody's choice.
    void whileChanging(const std::function<void()>& change);

Q_SIGNALS:
    void chosen(const QString& id); // by the person

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void size();
    [[nodiscard]] int wantedWidth(int column) const;
    void fit();

    ListDelegate* m_delegate;
    std::vector<QString> m_samples;
    std::optional<int> m_flexible;
    std::vector<int> m_spare;
    int m_least = 20;
    bool m_following = false;
    bool m_fitting = false;
};

} // namespace haneul::orders
