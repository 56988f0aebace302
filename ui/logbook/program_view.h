#pragma once

#include "ui/logbook/program_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace haneul::logbook {

// The program's own messages and notices, by gravity and text; the chosen rows can be copied.
class ProgramView final : public QWidget {
    Q_OBJECT

public:
    ProgramView(const ProgramLog& log, QWidget* parent);

    [[nodiscard]] QString selectionAsText() const; // of the chosen rows; of all shown when none is chosen

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Filter final : public QSortFilterProxyModel {
    public:
        void set(MessageSeverity least, const QString& text);

    protected:
        [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

    private:
        MessageSeverity m_least = MessageSeverity::Debug;
        QString m_text;
    };

    void filter();
    void copy();
    void word();
    void size();

    ProgramModel m_model;
    Filter m_filter;
    QLineEdit* m_text;
    QComboBox* m_least;
    QPushButton* m_copy;
    QTableView* m_table;
};

} // namespace haneul::logbook
