#pragma once

#include "ui/theme/theme.h"
#include "ui/window/shapes.h"

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;

namespace haneul::window {

// One sentence about the program itself, over the whole width, until it is put away: what was restored, what file could
// not be used. Never about the traffic: that has the line of what is not known.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    MessageBar(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    // `text` is asked again when the language changes. A second message goes below the first; the
    // same sentence stands once.
    void say(Sign sign, std::function<QString()> text);

    [[nodiscard]] bool hasMessages() const { return !m_texts.empty(); }

Q_SIGNALS:
    void putAway();

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    theme::Theme m_theme;
    std::vector<std::function<QString()>> m_texts;
    Sign m_sign{window::Shape::Disc, theme::ColorRole::Info};
    QLabel* m_mark;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace haneul::window
