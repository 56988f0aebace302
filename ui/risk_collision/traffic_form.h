#pragma once

#include "server/studies/reich_studies.h"
#include "ui/access/admin_forms.h"
#include "ui/study_store/study_desk.h"

class QDoubleSpinBox;
class QLineEdit;
class QPushButton;

namespace haneul::clock {
class Clock;
}

namespace haneul::risk::collision {

// Estimates a dated preset from a file of recorded traffic, in the background, and keeps it with the saved studies
// where the person may.
class TrafficForm final : public access::AdminForm {
    Q_OBJECT

public:
    TrafficForm(study_store::StudyDesk& desk, const clock::Clock& clock, QWidget* parent);

    void setFile(const QString& path);

Q_SIGNALS:
    void estimated(const haneul::studies::TrafficAnswer& answer, bool kept);

protected:
    void send() override;

private:
    void choose();
    void allow();
    void take(const Result<studies::TrafficAnswer>& answer);

    study_store::StudyDesk& m_desk;
    const clock::Clock& m_clock;
    QLineEdit* m_file;
    QPushButton* m_choose;
    QLineEdit* m_name;
    QDoubleSpinBox* m_halfWindow;
    QDoubleSpinBox* m_gap;
    std::uint64_t m_asked = 0; // answers to earlier questions are of no use
};

} // namespace haneul::risk::collision
