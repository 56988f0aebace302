#pragma once

#include "core/base/error.h"
#include "core/fleet/readiness.h"
#include "core/fleet/readiness_rules.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/fleet/records.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Records, rules and needs as JSON, in the log and on the wire: the members' names of core/fleet in snake case. What
// nobody told is null and may be left out; a state ("status", "suspended"), a rule, an instant may not. Codes: those of
// json::Object, BAD_FIELD.
namespace haneul::fleet {

void writeRecord(json::JsonWriter& json, const Record& record);
[[nodiscard]] std::string toJson(const Record& record);
[[nodiscard]] Result<Record> recordFrom(Kind kind, json::Object object);
[[nodiscard]] Result<Record> recordFromJson(Kind kind, std::string_view text);

void writeRules(json::JsonWriter& json, const ReadinessRules& rules);
[[nodiscard]] std::string toJson(const ReadinessRules& rules);
[[nodiscard]] Result<ReadinessRules> rulesFrom(json::Object object);

void writeNeed(json::JsonWriter& json, const Need& need);
[[nodiscard]] Result<Need> needFrom(json::Object object);

void writeItem(json::JsonWriter& json, const Item& item);
[[nodiscard]] Result<Item> itemFrom(json::Object object);

// Member by member as text, for people who compare: times as RFC 3339, lists with commas, what is not known empty.
using Member = std::pair<std::string, std::string>;
[[nodiscard]] std::vector<Member> membersOf(const Record& record);
[[nodiscard]] std::vector<Member> membersOf(const ReadinessRules& rules);

} // namespace haneul::fleet
