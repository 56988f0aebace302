#pragma once

#include "ui/models/selection.h"
#include "ui/models/track_table_model.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace haneul::window {

// The table of all tracks under a filter line. The selected row and the shared selection are the same thing; a row
// that leaves the table (filter, forgotten track) does not change what is selected.
class TrackPanel final : public QWidget {
    Q_OBJECT

public:
    TrackPanel(const theme::Theme& theme, models::Selection& selection, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setSituation(const situation::SituationPtr& situation, UtcMs now);

    void setUnits(const models::Units& units) { m_model.setUnits(units); }

    void focusFilter();

    [[nodiscard]] QJsonObject state() const; // columns and filter
    void restore(const QJsonObject& state);  // of another version: ignored

Q_SIGNALS:
    void activated(const haneul::traffic::TrackId& id); // Enter or double click on a row

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void word();
    void size();
    void setFilter(const QString& text);
    void showSelected();
    void showCounts();

    models::Selection& m_selection;
    models::TrackTableModel m_model;
    QLineEdit* m_filter;
    QLabel* m_counts;
    QTableView* m_table;
    bool m_following = false; // the table is being changed by the program, not by the person
};

} // namespace haneul::window
