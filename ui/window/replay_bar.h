#pragma once

#include "server/situation/situation.h"
#include "ui/window/replay_control.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::window {

// Play, pause, place and speed of a recording. Shown only while a recording is what the picture shows; its keys are
// off otherwise.
class ReplayBar final : public QWidget {
    Q_OBJECT

public:
    ReplayBar(ReplayControl control, const actions::ActionRegistry& registry, QWidget* parent);

    void show(const situation::Situation& situation);

protected:
    void changeEvent(QEvent* event) override;

private:
    void playOrPause();
    void seekBy(milliseconds step);
    void seekTo(UtcMs place);
    void faster();
    void slower();
    void word();

    ReplayControl m_control;
    const actions::ActionRegistry& m_registry;
    QSlider* m_slider;
    QComboBox* m_speeds;
    QLabel* m_place;
    QLabel* m_end;
    QLabel* m_file;
    situation::TimeMode m_mode = situation::TimeMode::Live;
    situation::ReplayPosition m_recording;
    UtcMs m_time{};
};

} // namespace haneul::window
