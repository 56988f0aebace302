#pragma once

#include "ui/diagram/diagram_export.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace haneul::diagram {

enum class ExportRange { Picture, Day, All };

// What is to be made of a drone-diagram: format, paper, which times.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(QWidget* parent);

    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] Paper paper() const;
    [[nodiscard]] ExportRange range() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    QLabel* m_formatLabel;
    QComboBox* m_format;
    QLabel* m_paperLabel;
    QComboBox* m_paper;
    QLabel* m_rangeLabel;
    QComboBox* m_range;
};

} // namespace haneul::diagram
