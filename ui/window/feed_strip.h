#pragma once

#include "ui/models/feed_health_model.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace haneul::window {

class FeedCell;

// One cell per feed: sign, name, state in words, age of the last message, rate and the counts that mean trouble.
// Everything else is in the tooltip. A trouble count that is not zero is written in full text colour.
class FeedStrip final : public QWidget {
    Q_OBJECT

public:
    FeedStrip(const theme::Theme& theme, const models::FeedHealthModel& model, QWidget* parent);
    ~FeedStrip() override;

    void setTheme(const theme::Theme& theme);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void arrange();

    theme::Theme m_theme;
    const models::FeedHealthModel& m_model;
    QGridLayout* m_grid;
    std::vector<FeedCell*> m_cells;
    int m_columns = 0;
};

} // namespace haneul::window
