#include "server/fleet/record_codec.h"

#include <concepts>
#include <format>
#include <limits>
#include <type_traits>

namespace haneul::fleet {

namespace {

// -- one list of members per kind, used by writer, reader and description alike

template <class Visit>
void members(Visit&& visit, DroneModel& record) {
    visit("id", record.id);
    visit("name", record.name);
    visit("max_speed_mps", record.maxSpeed_mps);
    visit("max_climb_mps", record.maxClimb_mps);
    visit("max_descent_mps", record.maxDescent_mps);
    visit("endurance_s", record.endurance_s);
    visit("max_payload_kg", record.maxPayload_kg);
    visit("min_firmware", record.minFirmware);
    visit("inspection_every_h", record.inspectionEvery_h);
    visit("inspection_every_d", record.inspectionEvery_d);
    visit("battery_cycle_limit", record.batteryCycleLimit);
    visit("battery_capacity_mah", record.batteryCapacity_mah);
}

template <class Visit>
void members(Visit&& visit, Drone& record) {
    visit("id", record.id);
    visit("organisation_id", record.organisation_id);
    visit("model_id", record.model_id);
    visit("serial_number", record.serial_number);
    visit("registration_id", record.registration_id);
    visit("firmware_version", record.firmware_version);
    visit("flown_h", record.flown_h);
    visit("status", record.status);
}

template <class Visit>
void members(Visit&& visit, Battery& record) {
    visit("id", record.id);
    visit("drone_id", record.drone_id);
    visit("model", record.model);
    visit("serial_number", record.serial_number);
    visit("cycle_count", record.cycle_count);
    visit("last_charged", record.last_charged);
    visit("capacity_mah", record.capacity_mah);
    visit("charge_pct", record.charge_pct);
    visit("charge_read", record.charge_read);
}

template <class Visit>
void members(Visit&& visit, Payload& record) {
    visit("id", record.id);
    visit("name", record.name);
    visit("mass_kg", record.mass_kg);
    visit("capabilities", record.capabilities);
    visit("model_ids", record.model_ids);
}

template <class Visit>
void members(Visit&& visit, Rating& record) {
    visit("model_id", record.model_id);
    visit("valid_until", record.valid_until);
    visit("bvlos", record.bvlos);
}

template <class Visit>
void members(Visit&& visit, Pilot& record) {
    visit("id", record.id);
    visit("user_id", record.user_id);
    visit("certification_number", record.certification_number);
    visit("certified_until", record.certified_until);
    visit("ratings", record.ratings);
    visit("last_flight", record.last_flight);
    visit("flown_h", record.flown_h);
    visit("suspended", record.suspended);
}

template <class Visit>
void members(Visit&& visit, MaintenanceRecord& record) {
    visit("id", record.id);
    visit("drone_id", record.drone_id);
    visit("kind", record.kind);
    visit("at", record.at);
    visit("flown_h", record.flown_h);
    visit("closed_at", record.closed_at);
    visit("by", record.by);
    visit("note", record.note);
}

template <class Visit>
void members(Visit&& visit, ReadinessRules& rules) {
    visit("id", rules.id);
    visit("version", rules.version);
    visit("battery_reserve_pct", rules.batteryReserve_pct);
    visit("charge_reading_age_h", rules.chargeReadingAge_h);
    visit("battery_cycle_margin", rules.batteryCycleMargin);
    visit("inspection_margin_h", rules.inspectionMargin_h);
    visit("inspection_margin_d", rules.inspectionMargin_d);
    visit("recency_d", rules.recency_d);
    visit("experience_h", rules.experience_h);
    visit("expiry_warning_d", rules.expiryWarning_d);
    visit("override_roles", rules.overrideRoles);
}

template <class Visit>
void members(Visit&& visit, Need& need) {
    visit("start", need.start);
    visit("end", need.end);
    visit("flight_s", need.flight_s);
    visit("parcels_kg", need.parcels_kg);
    visit("capabilities", need.capabilities);
    visit("speed_mps", need.speed_mps);
    visit("climb_mps", need.climb_mps);
    visit("descent_mps", need.descent_mps);
    visit("bvlos", need.bvlos);
}

template <class Visit>
void members(Visit&& visit, Item& item) {
    visit("question", item.question);
    visit("code", item.code);
    visit("verdict", item.verdict);
    visit("warning", item.warning);
    visit("value", item.value);
    visit("limit", item.limit);
    visit("unit", item.unit);
    visit("words", item.words);
}

std::optional<Verdict> verdictFrom(std::string_view name) {
    for (const auto verdict : {Verdict::Ready, Verdict::NotJudged, Verdict::NotReady})
        if (name == toString(verdict)) return verdict;
    return std::nullopt;
}

template <class Enum>
std::optional<Enum> enumFrom(std::string_view name) {
    if constexpr (std::same_as<Enum, DroneStatus>)
        return droneStatusFrom(name);
    else if constexpr (std::same_as<Enum, MaintenanceKind>)
        return maintenanceKindFrom(name);
    else if constexpr (std::same_as<Enum, Question>)
        return questionFromString(name);
    else
        return verdictFrom(name);
}

// -- writer

struct Write {
    json::JsonWriter& json;

    void operator()(std::string_view key, const std::string& value) { json.key(key).string(value); }

    void operator()(std::string_view key, bool value) { json.key(key).boolean(value); }

    void operator()(std::string_view key, int value) { json.key(key).integer(value); }

    void operator()(std::string_view key, double value) { json.key(key).exact(value); }

    void operator()(std::string_view key, UtcMs value) { json.key(key).time(value); }

    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(std::string_view key, Enum value) {
        json.key(key).string(toString(value));
    }

    template <class Value>
    void operator()(std::string_view key, std::optional<Value>& value) {
        if (value)
            (*this)(key, *value);
        else
            json.key(key).null();
    }

    void operator()(std::string_view key, const std::vector<std::string>& value) {
        json.key(key).beginArray();
        for (const std::string& item : value)
            json.string(item);
        json.endArray();
    }

    void operator()(std::string_view key, std::vector<Rating>& value) {
        json.key(key).beginArray();
        for (Rating& rating : value) {
            json.beginObject();
            members(*this, rating);
            json.endObject();
        }
        json.endArray();
    }
};

template <class Value>
void write(json::JsonWriter& json, Value copy) { // a copy, because the list of members serves the reader too
    json.beginObject();
    members(Write{json}, copy);
    json.endObject();
}

// -- reader: keeps the first error

struct Read {
    json::Object& object;
    bool lenient = false; // numbers and truths that are left out keep their default
    Result<void> outcome = {};

    void keep(const Error& error) {
        if (outcome) outcome = std::unexpected(error);
    }

    void bad(std::string_view key, std::string message) { keep({"BAD_FIELD", std::move(message), std::string(key)}); }

    // What every record must say, because each answer but "not known" would be a guess.
    template <class Value>
    void needed(std::string_view key, Result<Value> (json::Object::*how)(std::string_view), Value& value) {
        if (lenient && !object.has(key)) return absent(key);
        auto read = (object.*how)(key);
        if (read)
            value = *std::move(read);
        else
            keep(read.error());
    }

    // Asked for all the same, or it would be left over.
    void absent(std::string_view key) {
        if (const auto read = object.optionalString(key); !read) keep(read.error());
    }

    void operator()(std::string_view key, std::string& value) {
        auto read = object.optionalString(key);
        if (!read) return keep(read.error());
        value = std::move(*read).value_or("");
    }

    void operator()(std::string_view key, bool& value) { needed(key, &json::Object::boolean, value); }

    void operator()(std::string_view key, double& value) { needed(key, &json::Object::number, value); }

    void operator()(std::string_view key, int& value) {
        std::int64_t number = 0;
        needed(key, &json::Object::integer, number);
        if (number < 0 || number > std::numeric_limits<int>::max())
            return bad(key, "must be a whole number, not negative");
        value = static_cast<int>(number);
    }

    void operator()(std::string_view key, UtcMs& value) {
        const auto text = object.string(key); // no default would do, not even for a need
        if (!text) return keep(text.error());
        if (const auto time = fromRfc3339(*text))
            value = *time;
        else
            bad(key, "must be a time like 2026-11-21T04:05:06Z");
    }

    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(std::string_view key, Enum& value) {
        std::string name;
        needed(key, &json::Object::string, name);
        if (const auto found = enumFrom<Enum>(name))
            value = *found;
        else
            bad(key, "there is no '" + name + "' here");
    }

    template <class Value>
    void operator()(std::string_view key, std::optional<Value>& value) {
        value.reset();
        if (!object.has(key)) return absent(key);
        (*this)(key, value.emplace());
    }

    void operator()(std::string_view key, std::vector<std::string>& value) {
        value.clear();
        if (!object.has(key)) return absent(key);
        auto read = object.strings(key);
        if (read)
            value = *std::move(read);
        else
            keep(read.error());
    }

    void operator()(std::string_view key, std::vector<Rating>& value) {
        auto items = object.objects(key);
        if (!items) return keep(items.error());
        for (json::Object& item : *items) {
            Read inner{item};
            members(inner, value.emplace_back());
            if (!inner.outcome) return keep(inner.outcome.error());
            if (const auto finished = item.finish(); !finished) return keep(finished.error());
        }
    }
};

template <class Value>
Result<Value> read(json::Object object, bool lenient = false) {
    Value value;
    Read reader{object, lenient};
    members(reader, value);
    if (!reader.outcome) return std::unexpected(reader.outcome.error());
    if (const auto finished = object.finish(); !finished) return std::unexpected(finished.error());
    return value;
}

template <std::size_t... I>
Result<Record> readKind(std::size_t kind, json::Object object, std::index_sequence<I...>) {
    Result<Record> record = fail("BAD_FIELD", "there is no such kind of record", "kind");
    const auto attempt = [&]<std::size_t Number>(std::integral_constant<std::size_t, Number>) {
        if (kind != Number) return false;
        auto value = read<std::variant_alternative_t<Number, Record>>(std::move(object));
        record = value ? Result<Record>(*std::move(value)) : Result<Record>(std::unexpected(value.error()));
        return true;
    };
    (void)(attempt(std::integral_constant<std::size_t, I>{}) || ...);
    return record;
}

// -- description

struct Describe {
    std::vector<Member>& into;

    void add(std::string_view key, std::string text) { into.emplace_back(key, std::move(text)); }

    void operator()(std::string_view key, const std::string& value) { add(key, value); }

    void operator()(std::string_view key, bool value) { add(key, value ? "true" : "false"); }

    void operator()(std::string_view key, int value) { add(key, std::to_string(value)); }

    void operator()(std::string_view key, double value) { add(key, std::format("{}", value)); }

    void operator()(std::string_view key, UtcMs value) { add(key, toRfc3339(value)); }

    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(std::string_view key, Enum value) {
        add(key, std::string(toString(value)));
    }

    template <class Value>
    void operator()(std::string_view key, std::optional<Value>& value) {
        if (value)
            (*this)(key, *value);
        else
            add(key, {});
    }

    void operator()(std::string_view key, const std::vector<std::string>& value) {
        std::string text;
        for (const std::string& item : value)
            text += (text.empty() ? "" : ", ") + item;
        add(key, std::move(text));
    }

    void operator()(std::string_view key, const std::vector<Rating>& value) {
        std::string text;
        for (const Rating& rating : value) {
            text += (text.empty() ? "" : ", ") + rating.model_id;
            if (rating.bvlos) text += " BVLOS";
            if (rating.valid_until) text += " -> " + toRfc3339(*rating.valid_until);
        }
        add(key, std::move(text));
    }
};

template <class Value>
std::vector<Member> describe(Value copy) {
    std::vector<Member> found;
    members(Describe{found}, copy);
    return found;
}

} // namespace

void writeRecord(json::JsonWriter& json, const Record& record) {
    std::visit([&](const auto& value) { write(json, value); }, record);
}

std::string toJson(const Record& record) {
    json::JsonWriter json;
    writeRecord(json, record);
    return json.take();
}

Result<Record> recordFrom(Kind kind, json::Object object) {
    return readKind(static_cast<std::size_t>(kind), std::move(object),
                    std::make_index_sequence<std::variant_size_v<Record>>());
}

Result<Record> recordFromJson(Kind kind, std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    return recordFrom(kind, *std::move(object));
}

void writeRules(json::JsonWriter& json, const ReadinessRules& rules) {
    write(json, rules);
}

std::string toJson(const ReadinessRules& rules) {
    json::JsonWriter json;
    write(json, rules);
    return json.take();
}

Result<ReadinessRules> rulesFrom(json::Object object) {
    return read<ReadinessRules>(std::move(object));
}

void writeNeed(json::JsonWriter& json, const Need& need) {
    write(json, need);
}

Result<Need> needFrom(json::Object object) {
    return read<Need>(std::move(object), true);
}

void writeItem(json::JsonWriter& json, const Item& item) {
    write(json, item);
}

Result<Item> itemFrom(json::Object object) {
    return read<Item>(std::move(object));
}

std::vector<Member> membersOf(const Record& record) {
    return std::visit([](const auto& value) { return describe(value); }, record);
}

std::vector<Member> membersOf(const ReadinessRules& rules) {
    return describe(rules);
}

} // namespace haneul::fleet
