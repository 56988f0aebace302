#pragma once

#include <QFrame>

class QGridLayout;

namespace haneul::actions {

class ActionRegistry;

// Every key of the registry, grouped by scope, over the middle of its parent. Any key or click puts it away.
class KeyOverlay final : public QFrame {
    Q_OBJECT

public:
    KeyOverlay(const ActionRegistry& registry, QWidget* parent);

    void toggle();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void place();

    const ActionRegistry& m_registry;
    QGridLayout* m_grid;
};

} // namespace haneul::actions
