#pragma once

#include "ui/models/notice_model.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace haneul::window {

// What happened to the program, newest on top; that nothing did is said.
class NoticePanel final : public QWidget {
    Q_OBJECT

public:
    NoticePanel(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSituation(const situation::SituationPtr& situation);

protected:
    void changeEvent(QEvent* event) override;

private:
    void size();
    void word();

    models::NoticeModel m_model;
    QTableView* m_table;
    QLabel* m_none;
};

} // namespace haneul::window
