#pragma once

#include "ui/airspace/draft_tables.h"
#include "ui/airspace/zone_editor.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace haneul::orders {
class ListView;
}

namespace haneul::airspace {

// Asks why a zone is taken out of force; goes into the log. Cannot be empty.
class WithdrawDialog final : public QDialog {
    Q_OBJECT

public:
    WithdrawDialog(const QString& zone, QWidget* parent);

    [[nodiscard]] QString reason() const;

private:
    QLineEdit* m_reason;
};

// What publishing would cause, before it is done: what is doubtful about the zone, and what it would hit.
class PublishDialog final : public QDialog {
    Q_OBJECT

public:
    // Asks by itself what the zone would hit; until it is answered nothing can be published.
    PublishDialog(ZoneEditor& editor, const theme::Theme& theme, QWidget* parent);

private:
    void show(const Result<std::vector<Impact>>& impacts);

    PlainTable m_hits;
    QLabel* m_summary;
    orders::ListView* m_view;
    QPushButton* m_publish;
};

// What a file holds, feature by feature, and what of it shall be taken.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    // Reads it by the service, on its thread.
    ImportDialog(AirspaceDesk& desk, ZoneFile file, const theme::Theme& theme, QWidget* parent);

    [[nodiscard]] const PlainTable& features() const { return m_features; }

Q_SIGNALS:
    void imported(const QString& summary);

private:
    void build(const theme::Theme& theme);
    void read();
    void show(const Result<ZoneImport>& import);
    void showFeature(int row);
    void judge(); // may it be taken with this choice?
    void take();
    void checkByChoice();                      // the boxes, as the choice says
    [[nodiscard]] bool byHand() const;         // the boxes are what a person has made of them
    [[nodiscard]] ImportChoice choice() const; // of what is checked
    [[nodiscard]] ZoneImport wanted() const;   // what is not checked is left out, and says so
    [[nodiscard]] std::size_t checked() const;
    [[nodiscard]] formats::ZoneFileOptions options() const;

    AirspaceDesk& m_desk;
    ZoneFile m_file;
    QString m_fileName;
    ZoneImport m_import;
    bool m_ready = false; // read, and not being taken
    PlainTable m_features;
    QLabel* m_summary;
    orders::ListView* m_view;
    QLabel* m_details;
    QLineEdit* m_country;
    QComboBox* m_type;
    QLineEdit* m_ceiling;
    QPushButton* m_again;
    QComboBox* m_choice;
    QLabel* m_trouble;
    QDialogButtonBox* m_buttons;
};

} // namespace haneul::airspace
