#include "server/city/dataset.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <cctype>

namespace haneul::city {

namespace {

using city_files::ImportOptions;
using json::JsonWriter;
using json::Object;

constexpr std::string_view syntheticKind = "synthetic_city";

void write(JsonWriter& json, const ImportOptions& options) {
    json.beginObject().key("columns").beginObject();
    for (const auto& [role, column] : options.columns)
        json.key(role).string(column);
    json.endObject().key("height_unit").string(toString(options.heightUnit));
    if (options.cell_m) json.key("cell_m").exact(*options.cell_m);
    json.key("people_per_cell").boolean(options.peoplePerCell).key("range_km").exact(options.range_km);
    if (options.datum) json.key("datum").string(geo::toString(*options.datum));
    if (options.area) {
        const geo::Box& box = *options.area;
        json.key("area").beginArray();
        for (const double side : {box.west_deg, box.south_deg, box.east_deg, box.north_deg})
            json.exact(side);
        json.endArray();
    }
    json.endObject();
}

void write(JsonWriter& json, const FileOrigin& origin) {
    json.key("file").string(origin.file).key("file_sha256").string(origin.fileSha256);
    json.key("payload_sha256").string(origin.payloadSha256).key("file_bytes").count(origin.fileBytes);
    json.key("payload_bytes").count(origin.payloadBytes).key("taken").count(origin.taken);
    json.key("quarantined").count(origin.quarantined).key("refused").count(origin.refused).key("options");
    write(json, origin.options);
}

void write(JsonWriter& json, const SyntheticOrigin& origin) {
    const SyntheticCitySpec& spec = origin.spec;
    json.key("spec").beginObject().key("latitude").exact(spec.centre.latitude_deg);
    json.key("longitude").exact(spec.centre.longitude_deg).key("width_m").exact(spec.width_m);
    json.key("height_m").exact(spec.height_m).key("cell_m").exact(spec.cell_m).key("seed").count(spec.seed).endObject();
}

// The fields of a body, the first error kept.
class Fields {
public:
    explicit Fields(Result<Object> object)
        : m_object(std::move(object)) {
        if (!m_object) m_error = m_object.error();
    }

    template <class T, class Read>
    T take(Read read) {
        if (m_error) return T{};
        Result<T> value = read(*m_object);
        if (value) return *std::move(value);
        m_error = value.error();
        return T{};
    }

    std::string text(std::string_view key) {
        return take<std::string>([&](Object& from) { return from.string(key); });
    }

    bool flag(std::string_view key) {
        return take<bool>([&](Object& from) { return from.boolean(key); });
    }

    double number(std::string_view key) {
        return take<double>([&](Object& from) { return from.number(key); });
    }

    std::optional<double> optionalNumber(std::string_view key) {
        return take<std::optional<double>>([&](Object& from) { return from.optionalNumber(key); });
    }

    std::uint64_t count(std::string_view key) {
        const auto value = take<std::int64_t>([&](Object& from) { return from.integer(key); });
        if (value < 0) bad(key, "must not be below 0");
        return static_cast<std::uint64_t>(std::max<std::int64_t>(value, 0));
    }

    Fields object(std::string_view key) {
        Fields inner(m_error ? Result<Object>(std::unexpected(*m_error)) : m_object->object(key));
        return inner;
    }

    std::vector<std::string> keys() const { return m_error ? std::vector<std::string>() : m_object->keys(); }

    void bad(std::string_view key, std::string message) {
        if (!m_error) m_error = Error{"BAD_FIELD", std::move(message), std::string(key)};
    }

    void finish(Fields& inner) {
        if (!inner.m_error)
            if (const auto done = inner.m_object->finish(); !done) inner.m_error = done.error();
        if (!m_error) m_error = inner.m_error;
    }

    std::optional<Error> error() {
        if (!m_error)
            if (const auto done = m_object->finish(); !done) m_error = done.error();
        return m_error;
    }

private:
    Result<Object> m_object;
    std::optional<Error> m_error;
};

ImportOptions optionsFrom(Fields& body) {
    Fields fields = body.object("options");
    ImportOptions options;
    Fields columns = fields.object("columns");
    for (const std::string& role : columns.keys())
        options.columns.emplace(role, columns.text(role));
    fields.finish(columns);
    const auto unit = city_files::heightUnitFrom(fields.text("height_unit"));
    if (!unit) fields.bad("height_unit", "m, ft or floors");
    options.heightUnit = unit.value_or(city_files::HeightUnit::Metres);
    options.cell_m = fields.optionalNumber("cell_m");
    options.peoplePerCell = fields.flag("people_per_cell");
    options.range_km = fields.number("range_km");
    if (const auto datum =
            fields.take<std::optional<std::string>>([](Object& from) { return from.optionalString("datum"); })) {
        options.datum = geo::heightDatumFromString(*datum);
        if (!options.datum) fields.bad("datum", "AMSL or W84");
    }
    const auto sides = fields.take<std::vector<double>>([](Object& from) {
        return from.has("area") ? from.numbers("area") : Result<std::vector<double>>(std::vector<double>());
    });
    if (sides.size() == 4)
        options.area =
            geo::Box{.south_deg = sides[1], .west_deg = sides[0], .north_deg = sides[3], .east_deg = sides[2]};
    else if (!sides.empty())
        fields.bad("area", "west, south, east and north");
    body.finish(fields);
    return options;
}

SyntheticOrigin syntheticFrom(Fields& body) {
    Fields fields = body.object("spec");
    SyntheticOrigin origin;
    origin.spec.centre = {fields.number("latitude"), fields.number("longitude")};
    origin.spec.width_m = fields.number("width_m");
    origin.spec.height_m = fields.number("height_m");
    origin.spec.cell_m = fields.number("cell_m");
    origin.spec.seed = fields.count("seed");
    body.finish(fields);
    return origin;
}

bool isDate(std::string_view text) {
    // "2025", "2025-06", "2025-06-30"
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 4 || i == 7;
        if (dash ? text[i] != '-' : !std::isdigit(static_cast<unsigned char>(text[i]))) return false;
    }
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    if (text.size() >= 7 && (two(5) < 1 || two(5) > 12)) return false;
    return text.size() < 10 || (two(8) >= 1 && two(8) <= 31);
}

} // namespace

bool SyntheticOrigin::operator==(const SyntheticOrigin& other) const {
    return spec.centre == other.spec.centre && spec.width_m == other.spec.width_m &&
           spec.height_m == other.spec.height_m && spec.cell_m == other.spec.cell_m && spec.seed == other.spec.seed;
}

std::string_view kindOf(const Dataset& dataset) {
    const auto* const file = std::get_if<FileOrigin>(&dataset.origin);
    return file ? toString(file->options.kind) : syntheticKind;
}

Result<void> check(const Provenance& provenance) {
    if (provenance.name.empty() || provenance.name.size() > 200)
        return fail("BAD_PROVENANCE", "a name of 1 to 200 bytes is wanted", "name");
    if (provenance.source.empty() || provenance.source.size() > 500)
        return fail("BAD_PROVENANCE", "who made the data is wanted, 1 to 500 bytes", "source");
    if (!isDate(provenance.date))
        return fail("BAD_PROVENANCE", "the date of the data is wanted: 2025, 2025-06 or 2025-06-30", "date");
    return {};
}

log::NewEvent toEvent(const Dataset& dataset) {
    JsonWriter json;
    json.beginObject().key("dataset").string(dataset.id).key("kind").string(kindOf(dataset));
    json.key("name").string(dataset.provenance.name).key("source").string(dataset.provenance.source);
    json.key("date").string(dataset.provenance.date).key("synthetic").boolean(dataset.provenance.synthetic);
    std::visit([&](const auto& origin) { write(json, origin); }, dataset.origin);
    json.endObject();
    return {std::string(datasetImported), json.take()};
}

log::NewEvent toEvent(const RetiredDataset& retired) {
    JsonWriter json;
    json.beginObject().key("dataset").string(retired.id).key("reason").string(retired.reason).endObject();
    return {std::string(datasetRetired), json.take()};
}

Result<Dataset> datasetFrom(std::string_view body) {
    Fields fields(Object::parse(body));
    Dataset dataset;
    dataset.id = fields.text("dataset");
    const std::string kind = fields.text("kind");
    dataset.provenance = {.name = fields.text("name"),
                          .source = fields.text("source"),
                          .date = fields.text("date"),
                          .synthetic = fields.flag("synthetic")};
    if (kind == syntheticKind) {
        dataset.origin = syntheticFrom(fields);
    } else {
        FileOrigin origin;
        origin.file = fields.text("file");
        origin.fileSha256 = fields.text("file_sha256");
        origin.payloadSha256 = fields.text("payload_sha256");
        origin.fileBytes = fields.count("file_bytes");
        origin.payloadBytes = fields.count("payload_bytes");
        origin.taken = fields.count("taken");
        origin.quarantined = fields.count("quarantined");
        origin.refused = fields.count("refused");
        origin.options = optionsFrom(fields);
        const auto known = city_files::layerKindFrom(kind);
        if (!known) fields.bad("kind", "there is no such kind of dataset");
        origin.options.kind = known.value_or(city_files::LayerKind::Buildings);
        origin.options.provenance = dataset.provenance;
        dataset.origin = std::move(origin);
    }
    if (auto error = fields.error()) return std::unexpected(*std::move(error));
    return dataset;
}

Result<RetiredDataset> retiredFrom(std::string_view body) {
    Fields fields(Object::parse(body));
    RetiredDataset retired{fields.text("dataset"), fields.text("reason")};
    if (auto error = fields.error()) return std::unexpected(*std::move(error));
    return retired;
}

} // namespace haneul::city
