#pragma once

#include "ui/diagram/diagram_export.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/export_dialog.h"

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;
class QToolBar;

namespace haneul::diagram {

// A drone-diagram with its tools above and, below, the selected mission's exact times and what has been said about a
// start: the same in the dock and in a window of its own.
class DiagramPanel final : public QWidget {
    Q_OBJECT

public:
    // All must outlive it.
    DiagramPanel(const theme::Theme& theme, delivery::DeliveryDesk& desk, models::MissionSelection& selection,
                 QWidget* parent);

    [[nodiscard]] DiagramView& view() { return *m_view; }

    // The window's own actions; they are named shorter on the buttons.
    void setTools(const std::function<QAction&(const char* id)>& handled);

    void setTheme(const theme::Theme& theme) { m_view->setTheme(theme); }

    void setSituation(const situation::SituationPtr& situation, UtcMs time) { m_view->setSituation(situation, time); }

    [[nodiscard]] QJsonObject state() const { return m_view->state(); }

    void restore(const QJsonObject& state) { m_view->restore(state); }

    // What would be made of what is shown.
    [[nodiscard]] ExportJob job(ExportRange range, Paper paper) const;

    void exportAs(); // asks what and where, makes it away from the windows
    void print();
    void write(const ExportJob& job, ExportFormat format, const QString& path);

Q_SIGNALS:
    void written(const QString& path, const QString& problem); // empty: it is there

protected:
    void changeEvent(QEvent* event) override;

private:
    void askWhere(ExportFormat format, const ExportJob& job);
    void showNetworks();
    void say(const Retimer::Refusal& refusal);
    void sayPlain(const QString& text);
    void word();

    delivery::DeliveryDesk& m_desk;
    DiagramView* m_view;
    QToolBar* m_tools;
    QComboBox* m_networks;
    QLabel* m_readout;
    QLabel* m_message;
    QPushButton* m_take;
    QPushButton* m_dismiss;
    QWidget* m_messageRow;
    std::vector<std::pair<QAction*, const char*>> m_named; // with their short names
    Retimer::Refusal m_said;
};

} // namespace haneul::diagram
