#pragma once

#include <QString>

namespace haneul::window {

class MainWindow;

// What something is about; empty: nothing of that sort.
struct Reference {
    QString plan, zone, mission;
};

// Brings the view of it to the front, of several the first that has one; what has none here is said so.
void showReference(MainWindow& window, const Reference& reference);

} // namespace haneul::window
