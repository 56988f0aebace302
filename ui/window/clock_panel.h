#pragma once

#include "server/situation/situation.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace haneul::window {

// The mode, the time of the picture in UTC and, beside it, local time; in a replay the present instead of local time.
class ClockPanel final : public QWidget {
    Q_OBJECT

public:
    ClockPanel(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void show(const situation::Situation& situation, UtcMs present);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void style();

    theme::Theme m_theme;
    QLabel* m_mode;
    QLabel* m_time;
    QLabel* m_beside;
    situation::TimeMode m_shownMode = situation::TimeMode::Live;
    double m_speed = 1.0;
    UtcMs m_pictureTime{};
    UtcMs m_present{};
};

// "4×", "0.5×"
[[nodiscard]] QString speedText(double speed);

} // namespace haneul::window
