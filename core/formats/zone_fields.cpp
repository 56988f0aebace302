#include "core/formats/zone_fields.h"

#include "core/json/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <set>

namespace haneul::formats {

namespace {

using airspace::Authority;
using airspace::Texts;
using airspace::Zone;

constexpr std::size_t longestText = 20'000;
// Heights that mean "no limit": the files have no word for it.
constexpr double unlimitedNumber = 99'999;

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string_view entityAt(std::string_view rest, std::string_view& meaning) {
    struct Entity {
        std::string_view written, meaning;
    };

    for (const Entity& entity : {Entity{"&amp;", "&"}, Entity{"&lt;", "<"}, Entity{"&gt;", ">"}, Entity{"&quot;", "\""},
                                 Entity{"&nbsp;", " "}})
        if (rest.starts_with(entity.written)) {
            meaning = entity.meaning;
            return entity.written;
        }
    return {};
}

} // namespace

std::string withoutMarkup(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::string_view meaning;
        const bool mark = text[i] == '<' && i + 1 < text.size() &&
                          (std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0 || text[i + 1] == '/');
        if (const std::size_t end = mark ? text.find('>', i) : std::string_view::npos; end != std::string_view::npos) {
            if (!result.empty() && result.back() != ' ') result += ' ';
            i = end + 1;
        } else if (const std::string_view entity = entityAt(text.substr(i), meaning); !entity.empty()) {
            result += meaning;
            i += entity.size();
        } else {
            const char c = text[i++];
            const bool blank = (c >= 0 && c <= 0x20) || c == 0x7f;
            if (!blank || (!result.empty() && result.back() != ' ')) result += blank ? ' ' : c;
        }
    }
    while (result.ends_with(' '))
        result.pop_back();
    result.erase(0, result.find_first_not_of(' '));
    return result;
}

void findTwice(const JsonValue& value, Findings& findings) {
    simdjson::dom::object object;
    if (value.element.get_object().get(object)) {
        if (value.path.ends_with("coordinates")) return;
        value.each([&](const JsonValue& item) { findTwice(item, findings); });
        return;
    }
    std::set<std::string_view> seen;
    for (const auto member : object) {
        const std::string path = value.path + '.' + std::string(member.key);
        if (!seen.insert(member.key).second) findings.refuse("DUPLICATE_FIELD", "the member is there twice", path);
        findTwice(JsonValue{member.value, path}, findings);
    }
}

std::optional<JsonValue> ZoneFields::find(std::string_view key) const {
    for (const JsonValue& place : m_places)
        if (auto found = place.find(key)) return found;
    return std::nullopt;
}

std::string ZoneFields::text(std::string_view key) const {
    const auto value = find(key);
    if (!value) return {};
    const auto text = value->string();
    if (!text) {
        m_findings.note("NOT_TEXT", "text is wanted; the member is not used", value->path);
        return {};
    }
    if (text->size() > longestText) {
        m_findings.refuse("TOO_LONG", std::format("more than {} bytes of text", longestText), value->path);
        return {};
    }
    std::string plain = withoutMarkup(*text);
    if (plain.size() != text->size() && text->contains('<'))
        m_findings.note("MARKUP_REMOVED", "marks of HTML are taken out of the text", value->path);
    return plain;
}

Texts ZoneFields::texts(std::string_view key) const {
    const auto value = find(key);
    if (!value) return {};
    if (!value->isArray() && !value->isObject()) {
        std::string plain = text(key);
        return plain.empty() ? Texts{} : Texts{{std::move(plain), {}}};
    }
    Texts list;
    const auto take = [&](const JsonValue& item) {
        if (!item.isObject()) {
            m_findings.note("NOT_TEXT", "an object of text and lang is wanted; it is not used", item.path);
            return;
        }
        const ZoneFields fields({item}, m_findings);
        if (std::string plain = fields.text("text"); !plain.empty())
            list.push_back({std::move(plain), fields.text("lang")});
    };
    if (value->isObject()) take(*value);
    value->each(take);
    return list;
}

std::optional<double> ZoneFields::number(std::string_view key) const {
    const auto value = find(key);
    if (!value) return std::nullopt;
    if (const auto number = value->number()) return number;
    if (const auto text = value->string())
        if (const auto number = numberIn(*text)) {
            m_findings.note("NUMBER_AS_TEXT", "the number is written as text", value->path);
            return number;
        }
    m_findings.refuse("BAD_NUMBER", "a number is wanted", value->path);
    return std::nullopt;
}

std::optional<geo::VerticalLimit> ZoneFields::limit(std::string_view key, std::string_view referenceKey,
                                                    double metresPerUnit) const {
    const auto value = number(key);
    if (!value) return std::nullopt;
    const auto written = find(referenceKey);
    const std::string_view name = written ? written->string().value_or("") : std::string_view();
    const auto reference = name == "WGS84" ? geo::VerticalReference::W84 : geo::verticalReferenceFromString(name);
    if (!reference) {
        m_findings.refuse("UNKNOWN_DATUM",
                          std::format("\"{}\" is not what a height is measured from; AGL, AMSL or WGS84 is wanted",
                                      name.substr(0, 40)),
                          written ? written->path : std::format("{}.{}", path(), referenceKey));
        return std::nullopt;
    }
    return geo::VerticalLimit{*value * metresPerUnit, *reference};
}

void ZoneFields::readLimits(airspace::Layer& layer, const LimitNames& names,
                            std::optional<std::string_view> unit) const {
    std::optional<JsonValue> written;
    for (const char* const name : {"uom", "UOM", "uomDimensions"})
        if (!written) written = find(name);
    const std::string_view said = written ? written->string().value_or("?") : unit.value_or("");
    const bool feet = said == "ft" || said == "FT";
    if (!feet && said != "m" && said != "M") {
        if (number(names.lower) || number(names.upper))
            m_findings.refuse("UNKNOWN_UNIT",
                              std::format("\"{}\" is not a unit of height; m or ft is wanted", said.substr(0, 40)),
                              written ? written->path : path());
        return;
    }
    const double metresPerUnit = feet ? geo::metresPerFoot : 1.0;
    layer.lower = limit(names.lower, names.lowerReference, metresPerUnit);
    const auto top = number(names.upper);
    if (!top) {
        m_findings.note("NO_UPPER_LIMIT", "no upper limit is given: the zone has none", path());
        return;
    }
    if (*top == unlimitedNumber) {
        m_findings.note("UNLIMITED_BY_NUMBER", "an upper limit of 99999 is read as none", path());
        return;
    }
    layer.upper = limit(names.upper, names.upperReference, metresPerUnit);
}

void ZoneFields::readType(Zone& zone) const {
    // ED-269 calls `restriction` what ED-318 calls `type`, and `type` what it calls `variant`.
    const bool older = find("restriction").has_value();
    const std::string type = text(older ? "restriction" : "type");
    const std::string variant = text(older ? "type" : "variant");
    if (const auto known = airspace::zoneTypeFromString(type))
        zone.type = *known;
    else
        m_findings.refuse("UNKNOWN_TYPE",
                          std::format("\"{}\" is not a type of zone; PROHIBITED, REQ_AUTHORIZATION, CONDITIONAL, "
                                      "NO_RESTRICTION or USPACE is wanted",
                                      type.substr(0, 40)),
                          std::format("{}.{}", path(), older ? "restriction" : "type"));
    if (const auto known = airspace::variantFromString(variant))
        zone.variant = *known;
    else
        m_findings.note("UNKNOWN_VALUE", "variant is COMMON or CUSTOMIZED; COMMON is taken",
                        std::format("{}.{}", path(), older ? "type" : "variant"));
}

void ZoneFields::readReasons(Zone& zone) const {
    const auto take = [&](const JsonValue& item) {
        const auto text = item.string();
        if (const auto reason = text ? airspace::reasonFromString(*text) : std::nullopt) {
            if (!std::ranges::contains(zone.reasons, *reason)) zone.reasons.push_back(*reason);
        } else {
            m_findings.note("UNKNOWN_REASON",
                            std::format("\"{}\" is not a reason of the standard", text.value_or("?").substr(0, 40)),
                            item.path);
        }
    };
    for (const char* const name : {"reason", "reasons"})
        if (const auto found = find(name)) {
            if (found->isArray())
                found->each(take);
            else
                take(*found);
        }
}

void ZoneFields::readAuthorities(Zone& zone) const {
    const auto take = [&](const ZoneFields& fields, std::string_view nameKey) {
        Authority authority{fields.texts(nameKey),
                            fields.texts("service"),
                            fields.texts("contactName"),
                            fields.text("siteURL"),
                            fields.text("email"),
                            fields.text("phone"),
                            {},
                            fields.text("intervalBefore")};
        const std::string purpose = fields.text("purpose");
        authority.purpose = airspace::purposeFromString(purpose);
        if (!authority.purpose && !purpose.empty())
            m_findings.note("UNKNOWN_VALUE", "purpose is AUTHORIZATION, NOTIFICATION or INFORMATION",
                            fields.path() + ".purpose");
        zone.authorities.push_back(std::move(authority));
    };
    const auto found = find("zoneAuthority");
    if (found && found->isObject()) take(ZoneFields({*found}, m_findings), "name");
    if (found)
        found->each([&](const JsonValue& item) {
            if (item.isObject()) take(ZoneFields({item}, m_findings), "name");
        });
    if (!found && find("purpose")) take(*this, "name_authority"); // a flat layout
}

void ZoneFields::readExtended(Zone& zone) const {
    const auto found = find("extendedProperties");
    if (!found) return;
    if (const auto plain = found->string()) {
        json::JsonWriter writer;
        writer.beginObject().key("text").string(plain->substr(0, longestText)).endObject();
        zone.extended = writer.take();
        return;
    }
    if (!found->isObject()) {
        m_findings.note("NOT_READ", "extendedProperties is not an object; it is not kept", found->path);
        return;
    }
    zone.extended = simdjson::minify(found->element);
}

void ZoneFields::readMeaning(Zone& zone) const {
    zone.identifier = text("identifier");
    zone.country = text("country");
    zone.name = texts("name");
    readType(zone);
    zone.restrictionConditions = text("restrictionConditions");
    if (const auto region = number("region"))
        if (*region >= 0 && *region <= 65'535 && *region == std::floor(*region))
            zone.region = static_cast<int>(*region);
    readReasons(zone);
    zone.otherReason = texts("otherReasonInfo");
    if (const std::string exempt = lower(text("regulationExemption")); !exempt.empty()) {
        if (exempt == "yes" || exempt == "si")
            zone.regulationExemption = true;
        else if (exempt == "no")
            zone.regulationExemption = false;
        else
            m_findings.note("UNKNOWN_VALUE", "regulationExemption is YES or NO", path() + ".regulationExemption");
    }
    zone.uSpaceClass = text("uSpaceClass");
    zone.message = texts("message");
    readAuthorities(zone);
    readExtended(zone);
    if (const auto source = find("dataSource"); source && source->isObject()) {
        const ZoneFields fields({*source}, m_findings);
        zone.source.originator = airspace::textIn(fields.texts("originator"), "en");
        const auto moment = [&](std::string_view key) {
            const auto read = timeIn(fields.text(key));
            return read ? std::optional(read->time) : std::nullopt;
        };
        zone.source.created = moment("creationDateTime");
        if (!zone.source.created) zone.source.created = moment("creationDate");
        zone.source.updated = moment("updateDateTime");
    }
}

} // namespace haneul::formats
