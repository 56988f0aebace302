#pragma once

#include "server/ground_risk/ground_risk_service.h"
#include "ui/access/record_table.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTableView;
class QTabWidget;

namespace haneul::risk_ground {

class FlowChart;

// One cell with every value on the way to its cost: as a flow chart and as a list with units, equations and sources.
class ExplainView final : public QWidget {
    Q_OBJECT

public:
    ExplainView(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSummary(QWidget* summary); // a page before the others, for what concerns the whole map
    void setCell(const QString& model, std::shared_ptr<const ground_risk::CellAnswer> answer); // null: none chosen
    void setProblem(const QString& text);

    [[nodiscard]] const std::vector<risk::ground::Step>& steps() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    std::shared_ptr<const ground_risk::CellAnswer> m_answer;
    QString m_model;
    QLabel* m_head;
    QTabWidget* m_tabs;
    QWidget* m_chartPage;
    FlowChart* m_chart;
    access::RecordTable<risk::ground::Step> m_steps;
    QTableView* m_list;
};

} // namespace haneul::risk_ground
