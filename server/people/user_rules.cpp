#include "server/people/user_rules.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace haneul::people {

namespace {

constexpr std::array<std::string_view, 3> ownNames{"system", "anonymous", "peer"}; // of the program itself
constexpr qsizetype longestUserName = 64;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestEmail = 254;

std::optional<QString> decoded(std::string_view utf8) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
    if (decoder.hasError()) return std::nullopt;
    return text.normalized(QString::NormalizationForm_KC);
}

bool hasControls(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
}

bool belongsInUserName(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('_') || c == QLatin1Char('-');
}

} // namespace

Result<std::string> acceptedUserName(std::string_view utf8) {
    const auto text = decoded(utf8);
    const bool good = text && !text->isEmpty() && text->size() <= longestUserName && text->front().isLetterOrNumber() &&
                      std::ranges::all_of(*text, belongsInUserName);
    if (!good)
        return fail("BAD_USER_NAME",
                    "a log-in name is 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter "
                    "or digit",
                    "user");
    std::string name = text->toLower().toStdString();
    if (std::ranges::contains(ownNames, name))
        return fail("BAD_USER_NAME", "the program itself uses this name", "user");
    return name;
}

std::string foldedUserName(std::string_view utf8) {
    const auto text = decoded(utf8.substr(0, 4 * longestUserName));
    return text ? text->toLower().toStdString() : std::string();
}

Result<std::string> acceptedName(std::string_view utf8, std::string_view field) {
    const auto text = decoded(utf8);
    const QString name = text ? text->trimmed() : QString();
    if (name.isEmpty() || name.size() > longestName || hasControls(name))
        return fail("BAD_NAME", "1 to 100 characters, no control characters", std::string(field));
    return name.toStdString();
}

Result<std::string> acceptedText(std::string_view utf8, std::size_t longest, std::string_view field) {
    const auto text = decoded(utf8);
    const QString trimmed = text ? text->trimmed() : QString();
    if (!text || trimmed.size() > static_cast<qsizetype>(longest) || hasControls(trimmed))
        return fail("BAD_NAME", std::format("up to {} characters, no control characters", longest), std::string(field));
    return trimmed.toStdString();
}

Result<std::string> acceptedEmail(std::string_view utf8) {
    const auto text = decoded(utf8);
    if (text && text->isEmpty()) return std::string();
    const bool good = text && text->size() <= longestEmail && text->count(QLatin1Char('@')) == 1 &&
                      !text->startsWith(QLatin1Char('@')) && !text->endsWith(QLatin1Char('@')) && !hasControls(*text) &&
                      std::ranges::none_of(*text, [](QChar c) { return c.isSpace(); });
    if (!good) return fail("BAD_EMAIL", "expected an address like name@example.org, or nothing", "email");
    return text->toStdString();
}

} // namespace haneul::people
