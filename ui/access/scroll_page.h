#pragma once

#include <QScrollArea>

namespace haneul::access {

// A form that is as large as its content, but never larger than the screen allows: large texts scroll.
class ScrollPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollPage(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace haneul::access
