#include "server/http/replay_command.h"

#include <simdjson.h>

namespace haneul::http {

namespace {

struct Fields {
    std::optional<std::string> action;
    std::optional<double> speed;
    std::optional<UtcMs> to;
};

std::unexpected<Error> badField(std::string_view name, std::string message) {
    return fail("BAD_REPLAY_COMMAND", std::move(message), std::string(name));
}

Result<void> readField(std::string_view name, simdjson::ondemand::value& value, Fields& fields) {
    std::string_view text;
    if (name == "action") {
        if (fields.action) return badField(name, "said twice");
        if (value.get_string().get(text)) return badField(name, "must be a string");
        fields.action = std::string(text);
        return {};
    }
    if (name == "speed") {
        double speed = 0;
        if (fields.speed) return badField(name, "said twice");
        if (value.get_double().get(speed)) return badField(name, "must be a number");
        fields.speed = speed;
        return {};
    }
    if (name == "to") {
        if (fields.to) return badField(name, "said twice");
        if (value.get_string().get(text)) return badField(name, "must be a string");
        fields.to = fromRfc3339(text);
        if (!fields.to) return badField(name, "must be an instant like 2026-11-21T04:05:06.789Z");
        return {};
    }
    return badField(name, "not known; known are action, speed, to");
}

std::unexpected<Error> badJson() {
    return fail("BAD_JSON", "the body is not one well-formed JSON object", "body");
}

Result<Fields> readFields(std::string_view json) {
    const simdjson::padded_string padded(json);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object)) return badJson();
    Fields fields;
    for (auto entry : object) {
        simdjson::ondemand::field field;
        if (std::move(entry).get(field)) return badJson();
        std::string_view name;
        if (field.unescaped_key().get(name)) return badJson();
        // A copy: reading a string value uses the same buffer as the unescaped key.
        const std::string key(name);
        if (auto read = readField(key, field.value(), fields); !read) return std::unexpected(read.error());
    }
    if (!document.at_end()) return badJson();
    return fields;
}

Result<ReplayCommand> commandFrom(ReplayAction action, const Fields& fields) {
    if (action == ReplayAction::Speed && !fields.speed) return badField("speed", "missing");
    if (action == ReplayAction::Seek && !fields.to) return badField("to", "missing");
    if (action != ReplayAction::Speed && fields.speed) return badField("speed", "goes with the action speed only");
    if (action != ReplayAction::Seek && fields.to) return badField("to", "goes with the action seek only");
    if (fields.speed && !(*fields.speed >= minReplaySpeed && *fields.speed <= maxReplaySpeed))
        return badField("speed", "must be 0.1 to 60");
    return ReplayCommand{action, fields.speed, fields.to};
}

} // namespace

Result<ReplayCommand> replayCommandFromJson(std::string_view json) {
    const auto fields = readFields(json);
    if (!fields) return std::unexpected(fields.error());
    if (!fields->action) return badField("action", "missing");
    if (*fields->action == "play") return commandFrom(ReplayAction::Play, *fields);
    if (*fields->action == "pause") return commandFrom(ReplayAction::Pause, *fields);
    if (*fields->action == "seek") return commandFrom(ReplayAction::Seek, *fields);
    if (*fields->action == "speed") return commandFrom(ReplayAction::Speed, *fields);
    return badField("action", "must be play, pause, seek or speed");
}

} // namespace haneul::http
