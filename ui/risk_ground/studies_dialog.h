#pragma once

#include "server/study_store/saved_study.h"
#include "ui/access/record_table.h"
#include "ui/risk_ground/ground_desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace haneul::risk_ground {

// Kept ground-risk studies, to open one.
class StudiesDialog final : public QDialog {
    Q_OBJECT

public:
    StudiesDialog(GroundDesk& desk, QWidget* parent);

Q_SIGNALS:
    void chosen(const haneul::study_store::SavedStudy& study);

private:
    void take(const Result<std::vector<study_store::StudyHead>>& found);
    void open();

    GroundDesk& m_desk;
    access::RecordTable<study_store::StudyHead> m_studies;
    QTableView* m_list;
    QLabel* m_message;
    QPushButton* m_open;
};

} // namespace haneul::risk_ground
