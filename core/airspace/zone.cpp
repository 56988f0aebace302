#include "core/airspace/zone.h"

#include <algorithm>
#include <array>
#include <utility>

namespace haneul::airspace {

namespace {

template <class Value, std::size_t count>
using Names = std::array<std::pair<Value, std::string_view>, count>;

template <class Value, std::size_t count>
std::string_view nameOf(const Names<Value, count>& names, Value value) {
    const auto found = std::ranges::find(names, value, &std::pair<Value, std::string_view>::first);
    return found == names.end() ? std::string_view() : found->second;
}

template <class Value, std::size_t count>
std::optional<Value> valueOf(const Names<Value, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name, &std::pair<Value, std::string_view>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

constexpr Names<ZoneType, 5> types{{{ZoneType::Uspace, "USPACE"},
                                    {ZoneType::Prohibited, "PROHIBITED"},
                                    {ZoneType::ReqAuthorization, "REQ_AUTHORIZATION"},
                                    {ZoneType::Conditional, "CONDITIONAL"},
                                    {ZoneType::NoRestriction, "NO_RESTRICTION"}}};
constexpr Names<Variant, 2> variants{{{Variant::Common, "COMMON"}, {Variant::Customized, "CUSTOMIZED"}}};
constexpr Names<Reason, 10> reasons{{{Reason::AirTraffic, "AIR_TRAFFIC"},
                                     {Reason::Sensitive, "SENSITIVE"},
                                     {Reason::Privacy, "PRIVACY"},
                                     {Reason::Population, "POPULATION"},
                                     {Reason::Nature, "NATURE"},
                                     {Reason::Noise, "NOISE"},
                                     {Reason::Emergency, "EMERGENCY"},
                                     {Reason::Dar, "DAR"},
                                     {Reason::ForeignTerritory, "FOREIGN_TERRITORY"},
                                     {Reason::Other, "OTHER"}}};
constexpr Names<Purpose, 3> purposes{{{Purpose::Authorization, "AUTHORIZATION"},
                                      {Purpose::Notification, "NOTIFICATION"},
                                      {Purpose::Information, "INFORMATION"}}};
constexpr Names<Day, 7> days{{{Day::Mon, "MON"},
                              {Day::Tue, "TUE"},
                              {Day::Wed, "WED"},
                              {Day::Thu, "THU"},
                              {Day::Fri, "FRI"},
                              {Day::Sat, "SAT"},
                              {Day::Sun, "SUN"}}};
constexpr Names<Daylight, 4> daylights{
    {{Daylight::Bmct, "BMCT"}, {Daylight::Sr, "SR"}, {Daylight::Ss, "SS"}, {Daylight::Eect, "EECT"}}};

} // namespace

std::string_view toString(ZoneType type) {
    return nameOf(types, type);
}

std::string_view toString(Variant variant) {
    return nameOf(variants, variant);
}

std::string_view toString(Reason reason) {
    return nameOf(reasons, reason);
}

std::string_view toString(Purpose purpose) {
    return nameOf(purposes, purpose);
}

std::string_view toString(Day day) {
    return nameOf(days, day);
}

std::string_view toString(Daylight event) {
    return nameOf(daylights, event);
}

std::optional<ZoneType> zoneTypeFromString(std::string_view name) {
    if (name == "REQ_AUTHORISATION") return ZoneType::ReqAuthorization;
    return valueOf(types, name);
}

std::optional<Variant> variantFromString(std::string_view name) {
    return valueOf(variants, name);
}

std::optional<Reason> reasonFromString(std::string_view name) {
    return valueOf(reasons, name);
}

std::optional<Purpose> purposeFromString(std::string_view name) {
    if (name == "AUTHORISATION") return Purpose::Authorization;
    return valueOf(purposes, name);
}

std::optional<Day> dayFromString(std::string_view name) {
    return valueOf(days, name);
}

std::optional<Daylight> daylightFromString(std::string_view name) {
    return valueOf(daylights, name);
}

std::string textIn(const Texts& texts, std::string_view language) {
    for (const Text& text : texts)
        if (text.lang == language || text.lang.starts_with(std::string(language) + '-')) return text.text;
    return texts.empty() ? std::string() : texts.front().text;
}

} // namespace haneul::airspace
