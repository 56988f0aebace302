#pragma once

#include "core/base/error.h"
#include "server/fleet/records.h"

#include <string_view>

namespace haneul::fleet {

inline constexpr std::size_t longestNote = 1000; // bytes

// 1 to 64 of A-Z a-z 0-9 - _ . and, for models, /
[[nodiscard]] bool isGoodRecordId(Kind kind, std::string_view id);

// Whether a record is sound by itself. Codes: BAD_ID, BAD_FIELD (`where` is the member as in record_codec.h): a text of
// more than 200 bytes, a number that is not finite, below zero or beyond what a drone can have, what the kind needs and
// is empty, a time out of order, a rating or model named twice.
[[nodiscard]] Result<void> check(const Record& record);

} // namespace haneul::fleet
