#pragma once

#include <QAbstractSpinBox>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <vector>

namespace haneul::tests {

// Every place in which `root` takes written text; editors inside spin boxes and combo boxes that cannot be written into
// by letters are left out.
inline std::vector<QWidget*> textFields(const QWidget& root) {
    std::vector<QWidget*> fields;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (qobject_cast<QAbstractSpinBox*>(widget->parentWidget())) continue;
        if (const auto* line = qobject_cast<QLineEdit*>(widget); line && !line->isReadOnly()) fields.push_back(widget);
        if (const auto* text = qobject_cast<QTextEdit*>(widget); text && !text->isReadOnly()) fields.push_back(widget);
        if (const auto* text = qobject_cast<QPlainTextEdit*>(widget); text && !text->isReadOnly())
            fields.push_back(widget);
    }
    return fields;
}

inline QString textOf(const QWidget& field) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&field)) return line->text();
    if (const auto* text = qobject_cast<const QTextEdit*>(&field)) return text->toPlainText();
    return static_cast<const QPlainTextEdit&>(field).toPlainText();
}

// Composes "한글" jamo by jamo as an input method does, then commits it. Empty: the field holds it as it should; else
// what is wrong. The field is left as it was.
inline QString composeHangulIn(QWidget& field) {
    if (!field.testAttribute(Qt::WA_InputMethodEnabled)) return QStringLiteral("input methods are off");
    const bool enabled = field.isEnabled();
    field.setEnabled(true);
    const QString before = textOf(field);
    const auto send = [&](const QString& preedit, const QString& commit) {
        QInputMethodEvent event(preedit, {});
        if (!commit.isEmpty()) event.setCommitString(commit);
        QApplication::sendEvent(&field, &event);
    };
    for (const QString& step : {QStringLiteral("ㅎ"), QStringLiteral("하"), QStringLiteral("한")})
        send(step, {});
    const bool early = textOf(field) != before; // what is being composed is not text yet
    send(QStringLiteral("ㄱ"), QStringLiteral("한"));
    send(QStringLiteral("글"), {});
    send({}, QStringLiteral("글"));
    const QString after = textOf(field);
    if (auto* line = qobject_cast<QLineEdit*>(&field)) line->setText(before);
    if (auto* text = qobject_cast<QTextEdit*>(&field)) text->setPlainText(before);
    if (auto* text = qobject_cast<QPlainTextEdit*>(&field)) text->setPlainText(before);
    field.setEnabled(enabled);
    if (early) return QStringLiteral("a syllable that is not finished is taken as text");
    return after.contains(QStringLiteral("한글")) ? QString() : QStringLiteral("holds \"%1\"").arg(after);
}

} // namespace haneul::tests
