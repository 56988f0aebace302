#pragma once

#include <QtTest>

// Verifies that a haneul::Result (or any std::expected whose error has code/message) holds a value; prints the error.
#define QVERIFY_RESULT(result)                                                                                         \
    do {                                                                                                               \
        const auto& resultUnderTest = (result);                                                                        \
        if (!resultUnderTest)                                                                                          \
            QFAIL(qPrintable(QString::fromStdString(resultUnderTest.error().code + ": " +                              \
                                                    resultUnderTest.error().message + " [" +                           \
                                                    resultUnderTest.error().where + "]")));                            \
    } while (false)
