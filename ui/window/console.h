#pragma once

class QApplication;

namespace haneul::window {

// Call before the QApplication is made: GL contexts shared between windows, Qt Quick on OpenGL, OpenSceneGraph quiet.
// Without these a floated dock loses its 3D scene.
void applicationSetup();

// Call right after: names and version of the program.
void applicationIdentity(QApplication& application);

} // namespace haneul::window
