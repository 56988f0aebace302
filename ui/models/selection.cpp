#include "ui/models/selection.h"

namespace haneul::models {

void Selection::select(const traffic::TrackId& id) {
    if (m_selected == id) return;
    m_selected = id;
    Q_EMIT selectedChanged(m_selected);
}

void Selection::hover(const traffic::TrackId& id) {
    if (m_hovered == id) return;
    m_hovered = id;
    Q_EMIT hoveredChanged(m_hovered);
}

} // namespace haneul::models
