#include "ui/window/console.h"

#include <QApplication>
#include <QQuickWindow>
#include <QSGRendererInterface>

#include <osg/Notify>

namespace haneul::window {

void applicationSetup() {
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    osg::setNotifyLevel(osg::WARN);
}

void applicationIdentity(QApplication& application) {
    application.setApplicationName(QStringLiteral("haneul"));
    application.setApplicationVersion(QStringLiteral(HANEUL_VERSION));
}

} // namespace haneul::window
