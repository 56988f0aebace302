#pragma once

#include "ui/map/zone_shapes.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QAction;
class QCheckBox;
class QLabel;

namespace haneul::airspace {

// One way in which a zone is drawn, as a small picture.
class ZoneSwatch final : public QWidget {
    Q_OBJECT

public:
    ZoneSwatch(map::ZoneShape::Kind kind, map::ZoneShape::State state, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    map::ZoneShape::Kind m_kind;
    map::ZoneShape::State m_state;
    theme::Theme m_theme;
};

// The zones as a layer of the map: shown or not, and what their borders and hatching mean.
class ZoneLegend final : public QWidget {
    Q_OBJECT

public:
    // `shown` shows and hides the zones of the map, and must outlive it.
    ZoneLegend(QAction& shown, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    QCheckBox* m_shown;
    std::vector<ZoneSwatch*> m_swatches;
    std::vector<QLabel*> m_words;
};

} // namespace haneul::airspace
