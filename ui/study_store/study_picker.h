#pragma once

#include "ui/access/record_table.h"
#include "ui/study_store/study_desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace haneul::study_store {

// The saved studies of one kind, the newest first, to open one, to compare with one, or to retire one.
class StudyPicker final : public QDialog {
    Q_OBJECT

public:
    StudyPicker(StudyDesk& desk, std::string kind, QWidget* parent);

Q_SIGNALS:
    void openWanted(const SavedStudy& study);
    void compareWanted(const SavedStudy& study);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void load();
    void allow();
    void say(const QString& text);
    void take(void (StudyPicker::*signal)(const SavedStudy&));
    void retire();
    [[nodiscard]] const StudyHead* chosen() const;

    StudyDesk& m_desk;
    std::string m_kind;
    access::RecordTable<StudyHead> m_studies;
    QTableView* m_list;
    QLabel* m_said;
    QPushButton* m_open;
    QPushButton* m_compare;
    QPushButton* m_retire;
    QPushButton* m_close;
};

} // namespace haneul::study_store
