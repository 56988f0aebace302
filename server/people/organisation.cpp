#include "server/people/organisation.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/people/user_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <map>

namespace haneul::people {

namespace {

constexpr std::size_t mostLicences = 50;
constexpr std::size_t longestAddress = 300; // characters
constexpr std::int64_t largestAmount = 1'000'000'000'000'000;
constexpr std::size_t longestContact = 100;
constexpr std::size_t longestRegion = 16;

std::unexpected<Error> bad(std::string message, std::string where) {
    return fail("BAD_ORGANISATION", std::move(message), std::move(where));
}

bool isUpperOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// A postal address has lines; they become one.
Result<std::string> acceptedAddress(const std::string& text) {
    std::string line = text;
    std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return acceptedText(line, longestAddress, "address");
}

Result<Licence> acceptedLicence(const Licence& licence, std::size_t index) {
    const auto where = [&](const char* field) { return std::format("licences.{}.{}", index + 1, field); };
    auto kind = acceptedName(licence.kind, where("kind"));
    if (!kind) return std::unexpected(kind.error());
    auto number = acceptedName(licence.number, where("number"));
    if (!number) return std::unexpected(number.error());
    return Licence{*std::move(kind), *std::move(number), licence.expires};
}

Result<Insurance> acceptedInsurance(const Insurance& insurance) {
    auto insurer = acceptedName(insurance.insurer, "insurance.insurer");
    if (!insurer) return std::unexpected(insurer.error());
    auto policy = acceptedName(insurance.policy, "insurance.policy");
    if (!policy) return std::unexpected(policy.error());
    if (insurance.amount <= 0 || insurance.amount > largestAmount)
        return bad("more than 0, in whole units of the currency", "insurance.amount");
    const bool code = insurance.currency.size() == 3 &&
                      std::ranges::all_of(insurance.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code) return bad("three capital letters (ISO 4217), such as KRW", "insurance.currency");
    return Insurance{*std::move(insurer), *std::move(policy), insurance.amount, insurance.currency, insurance.expires};
}

Result<Contact> acceptedContact(const Contact& contact) {
    auto name = acceptedText(contact.name, longestContact, "contact.name");
    if (!name) return std::unexpected(name.error());
    auto email = acceptedEmail(contact.email);
    if (!email) return fail(email.error().code, email.error().message, "contact.email");
    auto phone = acceptedText(contact.phone, longestContact, "contact.phone");
    if (!phone) return std::unexpected(phone.error());
    return Contact{*std::move(name), *std::move(email), *std::move(phone)};
}

Result<void> checkRegion(const std::string& region) {
    const bool good =
        region.empty() || (region.size() >= 2 && region.size() <= longestRegion &&
                           std::ranges::all_of(region, [](char c) { return isUpperOrDigit(c) || c == '-'; }));
    if (good) return {};
    return bad("a code of capital letters, such as KR or EU, or nothing", "region");
}

template <std::integral Number>
std::optional<Number> digits(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool plain = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!plain || problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Every field by its path, in order.
using Fields = std::vector<std::pair<std::string, std::string>>;

Fields fieldsOf(const Organisation& organisation) {
    Fields fields{{"name", organisation.name},
                  {"address", organisation.address},
                  {"contact.name", organisation.contact.name},
                  {"contact.email", organisation.contact.email},
                  {"contact.phone", organisation.contact.phone}};
    const auto add = [&](std::string path, const std::optional<Date>& date) {
        if (date) fields.emplace_back(std::move(path), toIsoDate(*date));
    };
    for (std::size_t i = 0; i < organisation.licences.size(); ++i) {
        const Licence& licence = organisation.licences[i];
        const std::string path = std::format("licences.{}.", i + 1);
        fields.emplace_back(path + "kind", licence.kind);
        fields.emplace_back(path + "number", licence.number);
        add(path + "expires", licence.expires);
    }
    if (const auto& insurance = organisation.insurance) {
        fields.emplace_back("insurance.insurer", insurance->insurer);
        fields.emplace_back("insurance.policy", insurance->policy);
        fields.emplace_back("insurance.amount", std::to_string(insurance->amount));
        fields.emplace_back("insurance.currency", insurance->currency);
        add("insurance.expires", insurance->expires);
    }
    fields.emplace_back("region", organisation.region);
    std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
    return fields;
}

std::optional<std::string> valueOf(const Fields& fields, const std::string& path) {
    const auto found = std::ranges::find(fields, path, &std::pair<std::string, std::string>::first);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

void writeDate(json::JsonWriter& json, const std::optional<Date>& date) {
    json.key("expires");
    date ? json.string(toIsoDate(*date)) : json.null();
}

// Keeps the first error, so that a record is read field by field.
class Reader {
public:
    std::string text(json::Object& object, std::string_view key) {
        return take(object.string(key)).value_or(std::string());
    }

    std::string optionalText(json::Object& object, std::string_view key) {
        return take(object.optionalString(key)).value_or(std::nullopt).value_or(std::string());
    }

    std::int64_t integer(json::Object& object, std::string_view key) { return take(object.integer(key)).value_or(0); }

    std::optional<Date> date(json::Object& object, std::string_view key, const std::string& path) {
        const auto given = take(object.optionalString(key)).value_or(std::nullopt);
        if (!given) return std::nullopt;
        const auto date = dateFromIso(*given);
        if (!date) note({"BAD_ORGANISATION", "expected a day like 2027-03-31", path});
        return date;
    }

    std::optional<json::Object> object(json::Object& parent, std::string_view key) {
        auto read = parent.object(key);
        if (read) return *std::move(read);
        note(read.error());
        return std::nullopt;
    }

    void finish(const json::Object& object) {
        if (const auto finished = object.finish(); !finished) note(finished.error());
    }

    void note(const Error& error) {
        if (!m_error) m_error = error;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template <class T>
    Result<T> take(Result<T> read) {
        if (!read) note(read.error());
        return read;
    }

    std::optional<Error> m_error;
};

void readLicences(Reader& reader, json::Object& root, Organisation& organisation) {
    auto list = root.objects("licences");
    if (!list) return reader.note(list.error());
    for (json::Object& each : *list) {
        const auto path = std::format("licences.{}.expires", organisation.licences.size() + 1);
        Licence licence{.kind = reader.text(each, "kind"), .number = reader.text(each, "number"), .expires = {}};
        licence.expires = reader.date(each, "expires", path);
        reader.finish(each);
        organisation.licences.push_back(std::move(licence));
    }
}

void readInsurance(Reader& reader, json::Object& root, Organisation& organisation) {
    if (!root.has("insurance")) {
        (void)root.optionalString("insurance"); // asked for: null is no unknown field
        return;
    }
    auto object = reader.object(root, "insurance");
    if (!object) return;
    Insurance insurance{.insurer = reader.text(*object, "insurer"),
                        .policy = reader.text(*object, "policy"),
                        .amount = reader.integer(*object, "amount"),
                        .currency = reader.text(*object, "currency"),
                        .expires = {}};
    insurance.expires = reader.date(*object, "expires", "insurance.expires");
    reader.finish(*object);
    organisation.insurance = std::move(insurance);
}

} // namespace

std::string toIsoDate(Date date) {
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Date> dateFromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits<int>(text.substr(0, 4));
    const auto month = digits<unsigned>(text.substr(5, 2));
    const auto day = digits<unsigned>(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(*month), std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

Result<Organisation> acceptedOrganisation(const Organisation& organisation) {
    Organisation accepted{.region = organisation.region};
    auto id = acceptedUserName(organisation.id);
    if (!id) return fail(id.error().code, id.error().message, "organisation");
    accepted.id = *std::move(id);
    auto name = acceptedName(organisation.name, "name");
    if (!name) return std::unexpected(name.error());
    accepted.name = *std::move(name);
    auto address = acceptedAddress(organisation.address);
    if (!address) return std::unexpected(address.error());
    accepted.address = *std::move(address);
    auto contact = acceptedContact(organisation.contact);
    if (!contact) return std::unexpected(contact.error());
    accepted.contact = *std::move(contact);
    if (organisation.licences.size() > mostLicences)
        return bad(std::format("at most {} licences", mostLicences), "licences");
    for (std::size_t i = 0; i < organisation.licences.size(); ++i) {
        auto licence = acceptedLicence(organisation.licences[i], i);
        if (!licence) return std::unexpected(licence.error());
        accepted.licences.push_back(*std::move(licence));
    }
    if (organisation.insurance) {
        auto insurance = acceptedInsurance(*organisation.insurance);
        if (!insurance) return std::unexpected(insurance.error());
        accepted.insurance = *std::move(insurance);
    }
    if (auto region = checkRegion(organisation.region); !region) return std::unexpected(region.error());
    return accepted;
}

std::string_view toString(ExpiryState state) {
    constexpr std::array<std::string_view, 4> names{"valid", "expires_soon", "unknown", "expired"};
    return names[static_cast<std::size_t>(state)];
}

JudgedExpiry judgeExpiry(std::string what, std::optional<Date> expires, UtcMs now, const ExpiryRules& rules) {
    JudgedExpiry judged{.what = std::move(what), .state = {}, .expires = expires, .days_left = {}, .reason = {}};
    if (!expires) {
        judged.state = ExpiryState::Unknown;
        judged.reason = "no day of expiry is recorded";
        return judged;
    }
    const auto today = std::chrono::floor<std::chrono::days>(now + rules.utcOffset);
    const auto left = std::chrono::sys_days(*expires) - today;
    judged.days_left = static_cast<int>(left.count());
    const auto day = toIsoDate(*expires);
    if (left.count() < 0) {
        judged.state = ExpiryState::Expired;
        judged.reason = std::format("expired: {} was the last day, {} days ago", day, -left.count());
    } else if (left <= rules.warnBefore) {
        judged.state = ExpiryState::ExpiresSoon;
        judged.reason = std::format("expires soon: {} is the last day, {} days left", day, left.count());
    } else {
        judged.state = ExpiryState::Valid;
        judged.reason = std::format("valid until {}, {} days left", day, left.count());
    }
    return judged;
}

std::vector<JudgedExpiry> judgeExpiries(const Organisation& organisation, UtcMs now, const ExpiryRules& rules) {
    std::vector<JudgedExpiry> judged;
    const auto missing = [&](std::string_view what, const char* reason) {
        judged.push_back({.what = std::string(what),
                          .state = ExpiryState::Unknown,
                          .expires = {},
                          .days_left = {},
                          .reason = reason});
    };
    for (const Licence& licence : organisation.licences)
        judged.push_back(judgeExpiry(std::format("{} {} {}", licenceWhat, licence.kind, licence.number),
                                     licence.expires, now, rules));
    if (organisation.licences.empty()) missing(licenceWhat, "no licence is recorded");
    if (organisation.insurance)
        judged.push_back(judgeExpiry(std::string(insuranceWhat), organisation.insurance->expires, now, rules));
    else
        missing(insuranceWhat, "no insurance is recorded");
    return judged;
}

ExpiryState worstOf(const std::vector<JudgedExpiry>& judged) {
    ExpiryState worst = ExpiryState::Valid; // the states stand in the order of their gravity
    for (const JudgedExpiry& each : judged)
        worst = std::max(worst, each.state);
    return worst;
}

std::vector<FieldChange> changesBetween(const std::optional<Organisation>& before, const Organisation& after) {
    const Fields old = before ? fieldsOf(*before) : Fields{};
    const Fields now = fieldsOf(after);
    std::vector<FieldChange> changes;
    for (const auto& [path, value] : now)
        if (auto was = valueOf(old, path); was != value) changes.push_back({path, std::move(was), value});
    for (const auto& [path, value] : old)
        if (!valueOf(now, path)) changes.push_back({path, value, std::nullopt});
    return changes;
}

std::string toJson(const Organisation& organisation) {
    json::JsonWriter json;
    json.beginObject();
    json.key("organisation").string(organisation.id).key("name").string(organisation.name);
    json.key("address").string(organisation.address);
    json.key("contact").beginObject();
    json.key("name").string(organisation.contact.name).key("email").string(organisation.contact.email);
    json.key("phone").string(organisation.contact.phone).endObject();
    json.key("licences").beginArray();
    for (const Licence& licence : organisation.licences) {
        json.beginObject().key("kind").string(licence.kind).key("number").string(licence.number);
        writeDate(json, licence.expires);
        json.endObject();
    }
    json.endArray().key("insurance");
    if (const auto& insurance = organisation.insurance) {
        json.beginObject().key("insurer").string(insurance->insurer).key("policy").string(insurance->policy);
        json.key("amount").integer(insurance->amount).key("currency").string(insurance->currency);
        writeDate(json, insurance->expires);
        json.endObject();
    } else {
        json.null();
    }
    json.key("region").string(organisation.region).endObject();
    return json.take();
}

Result<Organisation> organisationFromJson(std::string_view text) {
    auto root = json::Object::parse(text);
    if (!root) return std::unexpected(root.error());
    Reader reader;
    Organisation organisation{.id = reader.text(*root, "organisation"),
                              .name = reader.text(*root, "name"),
                              .address = reader.optionalText(*root, "address"),
                              .contact = {},
                              .licences = {},
                              .insurance = {},
                              .region = reader.optionalText(*root, "region")};
    if (root->has("contact")) {
        if (auto contact = reader.object(*root, "contact")) {
            organisation.contact = {.name = reader.optionalText(*contact, "name"),
                                    .email = reader.optionalText(*contact, "email"),
                                    .phone = reader.optionalText(*contact, "phone")};
            reader.finish(*contact);
        }
    } else {
        (void)root->optionalString("contact");
    }
    readLicences(reader, *root, organisation);
    readInsurance(reader, *root, organisation);
    reader.finish(*root);
    if (reader.error()) return std::unexpected(*reader.error());
    return organisation;
}

} // namespace haneul::people
