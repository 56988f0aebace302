#pragma once

#include "ui/city/city_desk.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace haneul::city {

// One file on its way in: what it is and where it comes from is asked, what it would give is shown row by row, and only
// then it can be taken.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportDialog(CityDesk& desk, NewFile file, QWidget* parent);

    [[nodiscard]] QString reportText() const;

Q_SIGNALS:
    void imported(const QString& id);

private:
    void build();
    void guess(); // the kind, by the ending of the name
    void changed();
    void look();
    void take();
    void show(const Result<ImportOutcome>& outcome, bool taken);
    [[nodiscard]] Result<NewFile> asked() const;

    CityDesk& m_desk;
    NewFile m_file;
    bool m_busy = false;
    bool m_looked = false; // with what is in the fields now
    QComboBox* m_kind;
    QLineEdit* m_name;
    QLineEdit* m_source;
    QLineEdit* m_date;
    QComboBox* m_unit;
    QComboBox* m_datum;
    QLineEdit* m_cell;
    QLineEdit* m_columns;
    QLabel* m_unitLabel = nullptr;
    QLabel* m_datumLabel = nullptr;
    QLabel* m_cellLabel = nullptr;
    QLabel* m_columnsLabel = nullptr;
    QLabel* m_summary;
    QPlainTextEdit* m_report;
    QPushButton* m_look;
    QDialogButtonBox* m_buttons;
};

// The report of an import in words, a line a row.
[[nodiscard]] QString reportLines(const city_files::ImportReport& report);

} // namespace haneul::city
