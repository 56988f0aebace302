#pragma once

#include "ui/models/picture_facts.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace haneul::window {

// One line at the top that says what is not known, gravest first. What does not fit is counted at the end and listed
// in the tooltip.
class FactLine final : public QWidget {
    Q_OBJECT

public:
    FactLine(const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setFacts(std::vector<models::Fact> facts);

    [[nodiscard]] const std::vector<models::Fact>& facts() const { return m_facts; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe(); // tooltip and accessible text

    theme::Theme m_theme;
    std::vector<models::Fact> m_facts;
};

} // namespace haneul::window
