#pragma once

#include "server/notify/notice.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::notify {

// What a notice says, in both languages. A message is a code with arguments, so that it can be read in either language
// at any later time.
struct Words {
    std::string subject;
    std::string text;

    bool operator==(const Words&) const = default;
};

struct Message {
    std::string_view code;
    std::size_t arguments; // {1} ... in the sentences
    std::string_view subjectEn, textEn, subjectKo, textKo;
};

// TEXT {subject, text} and TEXT_KO_EN {subject ko, text ko, subject en, text en} are what a person wrote.
[[nodiscard]] std::span<const Message> allMessages();
[[nodiscard]] const Message* messageOf(std::string_view code);

// A code of a newer version is shown with its arguments rather than not at all.
[[nodiscard]] Words worded(std::string_view code, const std::vector<std::string>& arguments, Language language);

} // namespace haneul::notify
