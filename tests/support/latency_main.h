#pragma once

#include "ui/latency/latency_probe.h"

#include <QApplication>
#include <QtTest>

#include <cstdio>

// main() of a test program with widgets: watched by the desk-latency probe (time from an input to its painted answer),
// whose p99 is printed at the end. Tests of whole windows use ui_main.h.
#define HANEUL_LATENCY_MAIN(TestClass)                                                                                 \
    int main(int argc, char** argv) {                                                                                  \
        QApplication application(argc, argv);                                                                          \
        const haneul::latency::LatencyProbe probe;                                                                     \
        int failed = 0;                                                                                                \
        {                                                                                                              \
            TestClass test;                                                                                            \
            failed = QTest::qExec(&test, argc, argv);                                                                  \
        }                                                                                                              \
        std::printf("%s\n", qPrintable(probe.summary()));                                                              \
        return failed;                                                                                                 \
    }
