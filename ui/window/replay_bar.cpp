#include "ui/window/replay_bar.h"

#include "ui/actions/action_registry.h"
#include "ui/models/words.h"
#include "ui/window/clock_panel.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::window {

using situation::TimeMode;

namespace {

constexpr std::array speeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0};
constexpr milliseconds seekStep{10'000};
constexpr milliseconds sliderStep{100}; // a slider counts in int: 100 ms steps reach 6 years

int stepsFrom(UtcMs begin, UtcMs place) {
    return static_cast<int>(std::clamp<std::int64_t>((place - begin) / sliderStep, 0, std::numeric_limits<int>::max()));
}

} // namespace

ReplayBar::ReplayBar(ReplayControl control, const actions::ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_control(std::move(control))
    , m_registry(registry)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_speeds(new QComboBox(this))
    , m_place(new QLabel(this))
    , m_end(new QLabel(this))
    , m_file(new QLabel(this)) {
    setObjectName(QStringLiteral("replayBar"));
    m_slider->setObjectName(QStringLiteral("replaySlider"));
    m_speeds->setObjectName(QStringLiteral("replaySpeed"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto* id : {"replay.back", "replay.play_pause", "replay.forward"}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(&registry.action(QLatin1StringView(id)));
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
    }
    row->addWidget(m_place);
    row->addWidget(m_slider, 1);
    row->addWidget(m_end);
    row->addWidget(m_speeds);
    row->addWidget(m_file);
    m_slider->setFocusPolicy(Qt::NoFocus); // arrows and space are the replay's own keys
    m_speeds->setFocusPolicy(Qt::NoFocus);
    for (const double speed : speeds)
        m_speeds->addItem(speedText(speed), speed);

    const auto act = [&](const char* id, void (ReplayBar::*slot)()) {
        connect(&registry.action(QLatin1StringView(id)), &QAction::triggered, this, [this, slot] { (this->*slot)(); });
    };
    act("replay.play_pause", &ReplayBar::playOrPause);
    act("replay.faster", &ReplayBar::faster);
    act("replay.slower", &ReplayBar::slower);
    connect(&registry.action(QLatin1StringView("replay.back")), &QAction::triggered, this,
            [this] { seekBy(-seekStep); });
    connect(&registry.action(QLatin1StringView("replay.forward")), &QAction::triggered, this,
            [this] { seekBy(seekStep); });
    connect(m_speeds, &QComboBox::activated, this, [this](int index) {
        if (m_control.available()) m_control.setSpeed(m_speeds->itemData(index).toDouble());
    });
    connect(m_slider, &QSlider::sliderMoved, this,
            [this](int steps) { m_place->setText(models::utcTime(m_recording.begin + sliderStep * steps)); });
    connect(m_slider, &QSlider::sliderReleased, this,
            [this] { seekTo(m_recording.begin + sliderStep * m_slider->value()); });
    connect(m_slider, &QSlider::actionTriggered, this, [this](int action) {
        if (action == QAbstractSlider::SliderMove) return;
        seekTo(m_recording.begin + sliderStep * m_slider->sliderPosition());
    });
    word();
}

void ReplayBar::show(const situation::Situation& situation) {
    m_mode = situation.mode;
    m_time = situation.time;
    const bool playing = situation.mode != TimeMode::Live && situation.replay.has_value();
    for (const auto* id : {"replay.back", "replay.play_pause", "replay.forward", "replay.faster", "replay.slower"})
        m_registry.action(QLatin1StringView(id)).setEnabled(playing && m_control.available());
    setEnabled(m_control.available());
    if (!playing) return;
    m_recording = *situation.replay;
    m_slider->setRange(0, stepsFrom(m_recording.begin, m_recording.end));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 20));
    if (!m_slider->isSliderDown()) {
        m_slider->setValue(stepsFrom(m_recording.begin, m_time));
        m_place->setText(models::utcTime(m_time));
    }
    m_end->setText(models::utcTime(m_recording.end));
    const auto known = std::ranges::find(speeds, m_recording.speed);
    m_speeds->setPlaceholderText(speedText(m_recording.speed)); // a speed that somebody else chose is shown as it is
    m_speeds->setCurrentIndex(known == speeds.end() ? -1 : static_cast<int>(known - speeds.begin()));
    word();
}

void ReplayBar::word() {
    const QString file = QString::fromStdString(m_recording.file).section(u'/', -1);
    m_file->setText(m_recording.finished ? tr("%1, at its end").arg(file) : file);
    m_file->setToolTip(QString::fromStdString(m_recording.file));
    m_speeds->setToolTip(tr("Speed"));
    m_slider->setToolTip(tr("Place in the recording"));
}

void ReplayBar::playOrPause() {
    if (!m_control.available()) return;
    if (m_mode == TimeMode::Replay)
        m_control.pause();
    else
        m_control.play();
}

void ReplayBar::seekBy(milliseconds step) {
    seekTo(m_time + step);
}

void ReplayBar::seekTo(UtcMs place) {
    if (!m_control.available()) return;
    m_time = std::clamp(place, m_recording.begin, std::max(m_recording.begin, m_recording.end));
    m_control.seek(m_time);
}

void ReplayBar::faster() {
    const auto next = std::ranges::upper_bound(speeds, m_recording.speed + 1e-6);
    if (!m_control.available() || next == speeds.end()) return;
    m_recording.speed = *next; // so that two quick key strokes are two steps
    m_control.setSpeed(*next);
}

void ReplayBar::slower() {
    const auto here = std::ranges::lower_bound(speeds, m_recording.speed - 1e-6);
    if (!m_control.available() || here == speeds.begin()) return;
    m_recording.speed = *std::prev(here);
    m_control.setSpeed(m_recording.speed);
}

void ReplayBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::window
