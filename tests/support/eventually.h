#pragma once

#include <QtTest>

// Instead of QTRY_VERIFY, whose time counts in long, which -Wconversion minds.
#define HANEUL_WITHIN(time_ms, condition)                                                                              \
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(condition); }, time_ms))
#define SOON(condition) HANEUL_WITHIN(5'000, condition)
#define EVENTUALLY(condition) HANEUL_WITHIN(20'000, condition) // what other threads and the disk do
