#include "ui/access/scroll_page.h"

#include <QEvent>
#include <QScreen>
#include <QScrollBar>

namespace haneul::access {

ScrollPage::ScrollPage(QWidget* content, QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ScrollPage::sizeHint() const {
    const QSize content = widget()->sizeHint().expandedTo(widget()->minimumSizeHint());
    const int wide = content.width() + verticalScrollBar()->sizeHint().width();
    const int high = widget()->hasHeightForWidth() ? widget()->heightForWidth(content.width()) : content.height();
    const QSize most = screen()->availableSize();
    return {std::min(wide, most.width() * 9 / 10), std::min(std::max(high, content.height()), most.height() * 3 / 5)};
}

void ScrollPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    updateGeometry(); // its fields have got the look they are shown in, and with it their sizes, only now
}

bool ScrollPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace haneul::access
