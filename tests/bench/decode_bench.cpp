// shows: P2
// P2: decoding of the telemetry contract, JSON beside nlohmann-json and rapidjson, and the binary form.
// All engines decode the same messages into the same struct with the same checks (every field present, none unknown,
// ranges, characters of ids); their results are compared before anything is timed. Times are CPU time of this thread,
// so that other programs on the machine disturb less; rounds of all engines are interleaved and the median counts.
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <ctime>

#include <nlohmann/json.hpp>
#include <rapidjson/document.h>

using namespace haneul::formats;

namespace {

constexpr std::size_t payloadCount = 2000;
constexpr std::size_t batchSize = 50;
constexpr std::uint64_t seed = 2;

std::vector<TelemetryRecord> someRecords() {
    std::mt19937_64 random(seed);
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
    };
    std::vector<TelemetryRecord> records(payloadCount);
    for (std::size_t i = 0; i < records.size(); ++i) {
        TelemetryRecord& r = records[i];
        r.droneId = "HN-" + std::to_string(10'000 + i % 5000);
        r.sequence = static_cast<std::uint32_t>(between(0, UINT32_MAX));
        r.time_ms = 1'800'000'000'000 + between(0, 86'400'000);
        r.latitude_e7 = static_cast<std::int32_t>(between(374'000'000, 377'000'000));
        r.longitude_e7 = static_cast<std::int32_t>(between(1'267'000'000, 1'272'000'000));
        r.altitude_mm = static_cast<std::int32_t>(between(30'000, 150'000));
        r.velocityNorth_mms = static_cast<std::int32_t>(between(-20'000, 20'000));
        r.velocityEast_mms = static_cast<std::int32_t>(between(-20'000, 20'000));
        r.velocityDown_mms = static_cast<std::int32_t>(between(-3'000, 3'000));
        r.battery_pct = static_cast<std::uint8_t>(between(0, 100));
        r.battery_mv = static_cast<std::uint16_t>(between(18'000, 25'200));
        r.rssi_dbm = static_cast<std::int16_t>(between(-110, -40));
        if (i % 2 == 0) r.missionId = "M-2026-" + std::to_string(between(1000, 9999)); // half of them fly a mission
    }
    return records;
}

bool within(std::int64_t value, std::int64_t low, std::int64_t high) {
    return value >= low && value <= high;
}

bool rangesHold(const TelemetryRecord& r, std::int64_t pct, std::int64_t mv, std::int64_t rssi) {
    return within(r.time_ms, 0, maxTime_ms) && within(r.latitude_e7, -maxLatitude_e7, maxLatitude_e7) &&
           within(r.longitude_e7, -maxLongitude_e7, maxLongitude_e7) &&
           within(r.altitude_mm, -maxAltitude_mm, maxAltitude_mm) &&
           within(r.velocityNorth_mms, -maxVelocity_mms, maxVelocity_mms) &&
           within(r.velocityEast_mms, -maxVelocity_mms, maxVelocity_mms) &&
           within(r.velocityDown_mms, -maxVelocity_mms, maxVelocity_mms) && within(pct, 0, 100) &&
           within(mv, 0, UINT16_MAX) && within(rssi, minRssi_dbm, maxRssi_dbm) && validId(r.droneId) &&
           (!r.missionId || validId(*r.missionId)) && (!r.pilotId || validId(*r.pilotId));
}

bool takeDatum(std::string_view name, TelemetryRecord& r) {
    if (name != "AMSL" && name != "W84") return false;
    r.altitudeDatum = name == "AMSL" ? haneul::geo::HeightDatum::Amsl : haneul::geo::HeightDatum::W84;
    return true;
}

bool byNlohmann(std::string_view payload, TelemetryRecord& r) {
    const auto document = nlohmann::json::parse(payload, nullptr, false);
    if (!document.is_object()) return false;
    bool good = true;
    std::size_t taken = 0;
    const auto integer = [&](const char* name, auto& target) {
        const auto found = document.find(name);
        if (found == document.end() || !found->is_number_integer()) return static_cast<void>(good = false);
        target = found->template get<std::decay_t<decltype(target)>>();
        ++taken;
    };
    const auto text = [&](const char* name) -> const std::string* {
        const auto found = document.find(name);
        if (found == document.end()) return nullptr;
        ++taken;
        return found->template get_ptr<const std::string*>();
    };
    const auto optional = [&](const char* name, std::optional<std::string>& target) {
        const std::string* const value = text(name);
        if (value)
            target = *value;
        else
            target.reset();
    };
    std::int64_t schema = 0, pct = 0, mv = 0, rssi = 0;
    integer("schema", schema);
    const std::string* const id = text("drone_id");
    const std::string* const datum = text("alt_datum");
    if (!id || !datum || schema != telemetrySchema || !takeDatum(*datum, r)) return false;
    r.droneId = *id;
    integer("seq", r.sequence);
    integer("t_ms", r.time_ms);
    integer("lat_e7", r.latitude_e7);
    integer("lon_e7", r.longitude_e7);
    integer("alt_mm", r.altitude_mm);
    integer("vn_mms", r.velocityNorth_mms);
    integer("ve_mms", r.velocityEast_mms);
    integer("vd_mms", r.velocityDown_mms);
    integer("battery_pct", pct);
    integer("battery_mv", mv);
    integer("rssi_dbm", rssi);
    optional("mission_id", r.missionId);
    optional("pilot_id", r.pilotId);
    if (!good || taken != document.size() || !rangesHold(r, pct, mv, rssi)) return false;
    r.battery_pct = static_cast<std::uint8_t>(pct);
    r.battery_mv = static_cast<std::uint16_t>(mv);
    r.rssi_dbm = static_cast<std::int16_t>(rssi);
    return true;
}

// In place, with a pooled allocator on a buffer that is kept: rapidjson at its best.
class ByRapidjson {
public:
    bool operator()(std::string_view payload, TelemetryRecord& r) {
        m_text.resize(payload.size() + 1);
        std::memcpy(m_text.data(), payload.data(), payload.size());
        m_text[payload.size()] = '\0';
        rapidjson::MemoryPoolAllocator<> pool(m_pool, sizeof m_pool);
        rapidjson::MemoryPoolAllocator<> stack(m_stack, sizeof m_stack);
        rapidjson::GenericDocument<rapidjson::UTF8<>, rapidjson::MemoryPoolAllocator<>,
                                   rapidjson::MemoryPoolAllocator<>>
            document(&pool, sizeof m_stack / 2, &stack);
        document.ParseInsitu(m_text.data());
        if (document.HasParseError() || !document.IsObject()) return false;
        bool good = true;
        std::size_t taken = 0;
        const auto integer = [&](const char* name, auto& target) {
            const auto found = document.FindMember(name);
            if (found == document.MemberEnd() || !found->value.IsInt64()) return static_cast<void>(good = false);
            target = static_cast<std::decay_t<decltype(target)>>(found->value.GetInt64());
            ++taken;
        };
        const auto text = [&](const char* name) -> std::optional<std::string_view> {
            const auto found = document.FindMember(name);
            if (found == document.MemberEnd() || !found->value.IsString()) return std::nullopt;
            ++taken;
            return std::string_view(found->value.GetString(), found->value.GetStringLength());
        };
        const auto optional = [&](const char* name, std::optional<std::string>& target) {
            const auto value = text(name);
            if (!value) return target.reset();
            if (!target) target.emplace();
            target->assign(*value);
        };
        std::int64_t schema = 0, pct = 0, mv = 0, rssi = 0;
        integer("schema", schema);
        const auto id = text("drone_id");
        const auto datum = text("alt_datum");
        if (!id || !datum || schema != telemetrySchema || !takeDatum(*datum, r)) return false;
        r.droneId.assign(*id);
        integer("seq", r.sequence);
        integer("t_ms", r.time_ms);
        integer("lat_e7", r.latitude_e7);
        integer("lon_e7", r.longitude_e7);
        integer("alt_mm", r.altitude_mm);
        integer("vn_mms", r.velocityNorth_mms);
        integer("ve_mms", r.velocityEast_mms);
        integer("vd_mms", r.velocityDown_mms);
        integer("battery_pct", pct);
        integer("battery_mv", mv);
        integer("rssi_dbm", rssi);
        optional("mission_id", r.missionId);
        optional("pilot_id", r.pilotId);
        if (!good || taken != document.MemberCount() || !rangesHold(r, pct, mv, rssi)) return false;
        r.battery_pct = static_cast<std::uint8_t>(pct);
        r.battery_mv = static_cast<std::uint16_t>(mv);
        r.rssi_dbm = static_cast<std::int16_t>(rssi);
        return true;
    }

private:
    std::vector<char> m_text;
    char m_pool[16 * 1024];
    char m_stack[8 * 1024];
};

double cpu_ns() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

struct Contender {
    const char* name;
    std::size_t recordsPerPass;
    std::function<std::size_t()> pass; // decodes everything once, returns how many records came out
    std::vector<double> nsPerRecord{};

    [[nodiscard]] double median() const {
        auto sorted = nsPerRecord;
        std::ranges::sort(sorted);
        return sorted[sorted.size() / 2];
    }

    [[nodiscard]] double least() const { return std::ranges::min(nsPerRecord); }
};

} // namespace

int main(int argc, char** argv) {
    int rounds = 25;
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--rounds") rounds = std::max(1, std::atoi(argv[i + 1]));

    const std::vector<TelemetryRecord> sent = someRecords();
    std::vector<std::string> json, binary, jsonBatches, binaryBatches;
    std::size_t jsonBytes = 0, binaryBytes = 0;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        json.push_back(writeTelemetryJson(std::span(sent).subspan(i, 1)));
        binary.push_back(writeTelemetryBinary(std::span(sent).subspan(i, 1)));
        jsonBytes += json.back().size();
        binaryBytes += binary.back().size();
    }
    for (std::size_t i = 0; i + batchSize <= sent.size(); i += batchSize) {
        jsonBatches.push_back(writeTelemetryJson(std::span(sent).subspan(i, batchSize)));
        binaryBatches.push_back(writeTelemetryBinary(std::span(sent).subspan(i, batchSize)));
    }

    TelemetryJsonReader reader;
    ByRapidjson rapid;
    std::vector<TelemetryRecord> out;
    TelemetryRecord one;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const bool same = reader.read(json[i], out) && out.size() == 1 && out[0] == sent[i] &&
                          byNlohmann(json[i], one) && one == sent[i] && rapid(json[i], one) && one == sent[i] &&
                          readTelemetryBinary(binary[i], out) && out.size() == 1 && out[0] == sent[i];
        if (!same) {
            std::fprintf(stderr, "the engines differ on message %zu: %s\n", i, json[i].c_str());
            return 1;
        }
    }

    const auto each = [](const std::vector<std::string>& payloads, auto decode) {
        return [&payloads, decode] {
            std::size_t records = 0;
            for (const std::string& payload : payloads)
                records += decode(payload);
            return records;
        };
    };
    const auto byProduct = [&](std::string_view payload) { return reader.read(payload, out).value_or(0); };
    const auto byBinary = [&](std::string_view payload) { return readTelemetryBinary(payload, out).value_or(0); };

    enum { ProductJson, Nlohmann, Rapidjson, ProductJsonBatch, Binary, BinaryBatch };

    std::vector<Contender> contenders;
    contenders.push_back({"haneul JSON", sent.size(), each(json, byProduct)});
    contenders.push_back({"nlohmann-json (DOM)", sent.size(),
                          each(json, [&](std::string_view p) { return std::size_t{byNlohmann(p, one)}; })});
    contenders.push_back({"rapidjson (in situ, pooled)", sent.size(),
                          each(json, [&](std::string_view p) { return std::size_t{rapid(p, one)}; })});
    contenders.push_back(
        {"haneul JSON, 50 in a payload", jsonBatches.size() * batchSize, each(jsonBatches, byProduct)});
    contenders.push_back({"haneul binary, 1 in a payload", sent.size(), each(binary, byBinary)});
    contenders.push_back(
        {"haneul binary, 50 in a payload", binaryBatches.size() * batchSize, each(binaryBatches, byBinary)});

    for (int round = -1; round < rounds; ++round) // the first one warms up
        for (Contender& contender : contenders) {
            const int passes = contender.recordsPerPass > 0 && &contender >= &contenders[Binary] ? 20 : 2;
            std::size_t records = 0;
            const double from = cpu_ns();
            for (int pass = 0; pass < passes; ++pass)
                records += contender.pass();
            const double took = cpu_ns() - from;
            if (records != contender.recordsPerPass * static_cast<std::size_t>(passes)) {
                std::fprintf(stderr, "%s decoded %zu records\n", contender.name, records);
                return 1;
            }
            if (round >= 0) contender.nsPerRecord.push_back(took / static_cast<double>(records));
        }

#ifndef NDEBUG
    std::puts("NOTE: not an optimised build; the figures say nothing (use preset release)");
#endif
    std::printf("P2 telemetry decode: %zu messages, JSON %.0f B and binary %.0f B a message, %d rounds, CPU time\n\n",
                sent.size(), static_cast<double>(jsonBytes) / payloadCount,
                static_cast<double>(binaryBytes) / payloadCount, rounds);
    std::printf("%-32s %12s %12s\n", "engine", "median ns", "least ns");
    for (const Contender& contender : contenders)
        std::printf("%-32s %12.1f %12.1f\n", contender.name, contender.median(), contender.least());

    const double product = contenders[ProductJson].median();
    const auto goal = [](const char* what, double value, const char* unit, bool reached, const char* wanted) {
        std::printf("%-32s %9.2f %-2s   goal %-12s %s\n", what, value, unit, wanted,
                    reached ? "reached" : "NOT REACHED");
    };
    std::puts("");
    goal("JSON a message", product, "ns", product <= 350, "<= 350 ns");
    goal("faster than nlohmann-json", contenders[Nlohmann].median() / product, "x",
         contenders[Nlohmann].median() >= 10 * product, ">= 10 x");
    goal("faster than rapidjson", contenders[Rapidjson].median() / product, "x",
         contenders[Rapidjson].median() >= 2.3 * product, ">= 2.3 x");
    goal("binary a record, 50 at once", contenders[BinaryBatch].median(), "ns", contenders[BinaryBatch].median() <= 20,
         "<= 20 ns");
    goal("binary a record, 1 at once", contenders[Binary].median(), "ns", contenders[Binary].median() <= 20,
         "<= 20 ns");
    return 0;
}
