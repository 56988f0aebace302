#pragma once

#include "ui/latency/latency_probe.h"
#include "ui/window/console.h"

#include <QApplication>
#include <QtTest>

#include <cstdio>

// main() of a test program with windows: set up as the console is, and watched by the desk-latency probe, whose figure
// is printed at the end. Without a display it runs "offscreen"; tests that need OpenGL skip themselves there.
#define HANEUL_UI_MAIN(TestClass)                                                                                      \
    int main(int argc, char** argv) {                                                                                  \
        if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");                           \
        haneul::window::applicationSetup();                                                                            \
        QApplication application(argc, argv);                                                                          \
        haneul::window::applicationIdentity(application);                                                              \
        const haneul::latency::LatencyProbe probe;                                                                     \
        int failed = 0;                                                                                                \
        {                                                                                                              \
            TestClass test;                                                                                            \
            failed = QTest::qExec(&test, argc, argv);                                                                  \
        }                                                                                                              \
        std::printf("%s\n", qPrintable(probe.summary()));                                                              \
        return failed;                                                                                                 \
    }
