#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace haneul::http::tests {

// Whether a value has the shape that the OpenAPI document says: types, required fields, enumerations, no field that is
// not documented. What is wrong, with its path; empty when nothing is.
class OpenApiShape {
public:
    explicit OpenApiShape(QJsonObject document)
        : m_document(std::move(document)) {}

    [[nodiscard]] QStringList wrong(const QString& path, const QString& method, int status,
                                    const QJsonValue& value) const {
        const auto answer = resolved(
            m_document[QStringLiteral("paths")][path][method][QStringLiteral("responses")][QString::number(status)]);
        const auto schema =
            answer[QStringLiteral("content")][QStringLiteral("application/json")][QStringLiteral("schema")];
        if (schema.isUndefined()) return {QStringLiteral("%1 %2: %3 is not documented").arg(method, path).arg(status)};
        QStringList found;
        check(schema, value, QStringLiteral("body"), found);
        return found;
    }

private:
    [[nodiscard]] QJsonObject resolved(const QJsonValue& schema) const {
        const QString reference = schema[QStringLiteral("$ref")].toString();
        if (reference.isEmpty()) return schema.toObject();
        QJsonValue value = m_document;
        for (const QString& part : reference.mid(2).split(u'/'))
            value = value[part];
        return resolved(value);
    }

    static bool isOf(const QJsonValue& value, const QString& type) {
        if (type == QLatin1StringView("integer"))
            return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
        if (type == QLatin1StringView("number")) return value.isDouble();
        if (type == QLatin1StringView("string")) return value.isString();
        if (type == QLatin1StringView("boolean")) return value.isBool();
        if (type == QLatin1StringView("array")) return value.isArray();
        if (type == QLatin1StringView("object")) return value.isObject();
        return type == QLatin1StringView("null") && value.isNull();
    }

    static bool isOfAny(const QJsonValue& value, const QJsonValue& types) {
        if (types.isUndefined()) return true;
        if (types.isString()) return isOf(value, types.toString());
        const auto list = types.toArray();
        return std::any_of(list.begin(), list.end(),
                           [&](const QJsonValue& type) { return isOf(value, type.toString()); });
    }

    void check(const QJsonValue& given, const QJsonValue& value, const QString& at, QStringList& found) const {
        const QJsonObject schema = resolved(given);
        const auto choices = schema[QStringLiteral("oneOf")].toArray();
        if (!choices.isEmpty()) return checkChoices(choices, value, at, found);
        if (!isOfAny(value, schema[QStringLiteral("type")])) {
            found += at + QStringLiteral(": another type");
            return;
        }
        const auto names = schema[QStringLiteral("enum")].toArray();
        if (!names.isEmpty() && !names.contains(value)) found += at + QStringLiteral(": not in the enumeration");
        for (const QJsonValue& item : value.toArray())
            check(schema[QStringLiteral("items")], item, at + QStringLiteral("[]"), found);
        if (value.isObject()) checkFields(schema, value.toObject(), at, found);
    }

    void checkChoices(const QJsonArray& choices, const QJsonValue& value, const QString& at, QStringList& found) const {
        QStringList why;
        for (const QJsonValue& choice : choices) {
            QStringList here;
            check(choice, value, at, here);
            if (here.isEmpty()) return;
            why += here;
        }
        found += why;
    }

    void checkFields(const QJsonObject& schema, const QJsonObject& value, const QString& at, QStringList& found) const {
        const auto fields = schema[QStringLiteral("properties")].toObject();
        for (const QJsonValue& name : schema[QStringLiteral("required")].toArray())
            if (!value.contains(name.toString())) found += QString(at + u'.' + name.toString() + u" is missing");
        for (auto field = value.begin(); field != value.end(); ++field) {
            const QString path = at + u'.' + field.key();
            if (!fields.contains(field.key()) && schema[QStringLiteral("additionalProperties")].toBool())
                continue; // whatever the client wrote
            if (!fields.contains(field.key()))
                found += path + QStringLiteral(" is not documented");
            else
                check(fields[field.key()], field.value(), path, found);
        }
    }

    QJsonObject m_document;
};

} // namespace haneul::http::tests
