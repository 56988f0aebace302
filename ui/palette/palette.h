#pragma once

#include "ui/palette/palette_index.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QListView;

namespace haneul::palette {

class PaletteField;
class PaletteModel;

// One field to find and do everything, over the upper middle of its window. Up and down choose, Enter does, Escape or a
// click elsewhere puts it away. Actions are triggered; the rest is for whoever listens.
class Palette final : public QFrame {
    Q_OBJECT

public:
    // `registry` must outlive it.
    Palette(const theme::Theme& theme, const actions::ActionRegistry& registry, Sources sources, QWidget* window);
    ~Palette() override;

    void setTheme(const theme::Theme& theme);

    void open(); // empty, with what was used last
    void close();

    [[nodiscard]] PaletteIndex& index() { return m_index; }

Q_SIGNALS:
    void trackChosen(const QString& id);
    void placeChosen(haneul::geo::LatLon position, double zoom);
    void settingChosen(const QString& id);
    void pageChosen(const QString& id);
    void recentChanged(const QStringList& names);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void word();
    void place();
    void search();
    void act();
    void step(int rows);
    void choose(const Item& item);

    const actions::ActionRegistry& m_registry;
    PaletteIndex m_index;
    PaletteField* m_field;
    QListView* m_list;
    QLabel* m_nothing;
    PaletteModel* m_model;
    QPointer<QWidget> m_before; // had the keyboard
};

} // namespace haneul::palette
