#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <functional>

namespace haneul::studies::tests {

struct Tolerance {
    bool exact = true;
    double relative = 0;
    double absolute = 0;
};

// Empty: `got` is what was expected; else the path of the first difference. Extra keys in an answer are allowed.
[[nodiscard]] QString difference(const QJsonValue& expected, const QJsonValue& got, const Tolerance& allowed,
                                 const QString& path);

[[nodiscard]] QJsonValue parsed(const std::string& text); // any JSON value

struct StudyCase {
    QString id, op;
    QByteArray input;
    QJsonValue expected;
    Tolerance allowed;
};

// Every case of tests/cases, and of shared/cases where that is, whose study is there: dropping a file in adds its
// cases. False: a file cannot be read, or there is no case.
[[nodiscard]] bool forEachCase(const std::function<void(const StudyCase&)>& take);

} // namespace haneul::studies::tests
