#pragma once

#include "ui/latency/latency_probe.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QColor>
#include <QElapsedTimer>
#include <QImage>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QtTest/QtTest>

#include <cstdio>
#include <functional>
#include <set>

namespace haneul::test {

// Views with OpenGL need a display (Xvfb will do). Without one the program runs "offscreen" and its tests skip.
inline bool haveDisplay() {
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

#define HANEUL_NEEDS_DISPLAY()                                                                                         \
    if (!haneul::test::haveDisplay()) QSKIP("no display: start Xvfb and set DISPLAY")

// As the program starts: shared contexts, Qt Quick on OpenGL, fonts by name.
#define HANEUL_GUI_TEST_MAIN(TestClass)                                                                                \
    int main(int argc, char** argv) {                                                                                  \
        qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsEmpty("DISPLAY") ? "offscreen" : "xcb");                      \
        QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);                                                        \
        QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);                                                    \
        QApplication application(argc, argv);                                                                          \
        haneul::theme::apply(application, haneul::theme::themeById(u"dark"));                                          \
        const haneul::latency::LatencyProbe probe;                                                                     \
        int failed = 0;                                                                                                \
        {                                                                                                              \
            TestClass test;                                                                                            \
            failed = QTest::qExec(&test, argc, argv);                                                                  \
        }                                                                                                              \
        std::printf("%s\n", qPrintable(probe.summary()));                                                              \
        return failed;                                                                                                 \
    }

inline int distance(QColor a, QColor b) {
    return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
}

inline int pixelsLike(const QImage& image, QRect area, QColor color, int tolerance = 24) {
    int count = 0;
    const QRect inside = area & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            count += distance(image.pixelColor(x, y), color) <= tolerance ? 1 : 0;
    return count;
}

inline std::size_t colorsIn(const QImage& image, QRect area) {
    std::set<QRgb> seen;
    const QRect inside = area & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            seen.insert(image.pixel(x, y));
    return seen.size();
}

// Pictures for people, when HANEUL_SHOTS names a folder.
inline void saveShot(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (!folder.isEmpty()) image.save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace haneul::test
