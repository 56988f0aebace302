#include "server/notify/wording.h"

#include "server/notify/terms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace haneul::notify {

namespace {

constexpr std::array messages{
    Message{"PLAN_SUBMITTED", 2, "Flight plan {1} submitted", "Flight plan {1} by {2} waits for a decision.",
            "비행계획 {1} 제출됨", "{2} 님이 제출한 비행계획 {1} 건이 승인을 기다리고 있습니다."},
    Message{"PLAN_APPROVED", 1, "Flight plan {1} approved", "Flight plan {1} is approved.", "비행계획 {1} 승인됨",
            "비행계획 {1} 건이 승인되었습니다."},
    Message{"PLAN_APPROVED_CONDITIONS", 2, "Flight plan {1} approved with conditions",
            "Flight plan {1} is approved under these conditions: {2}", "비행계획 {1} 조건부 승인됨",
            "비행계획 {1} 건이 다음 조건으로 승인되었습니다: {2}"},
    Message{"PLAN_SECOND_APPROVAL", 1, "Flight plan {1} needs a second approval",
            "Flight plan {1} has one approval and waits for a second person.", "비행계획 {1} 2차 승인 필요",
            "비행계획 {1} 건이 1차 승인되어 다른 승인자의 2차 승인을 기다리고 있습니다."},
    Message{"PLAN_RETURNED", 2, "Flight plan {1} returned", "Flight plan {1} is returned for changes: {2}",
            "비행계획 {1} 보완 요청", "비행계획 {1} 건의 보완이 필요합니다: {2}"},
    Message{"PLAN_CHECKS_FAILED", 4, "Flight plan {1} returned by the checks",
            "Flight plan {1} does not pass the check \"{2!}\": {3!}{4?}", "비행계획 {1} 검사 불통과",
            "비행계획 {1} 건이 검사를 통과하지 못해 되돌아왔습니다. {2!}: {3!}{4?}"},
    Message{"PLAN_REJECTED", 2, "Flight plan {1} rejected", "Flight plan {1} is rejected: {2}", "비행계획 {1} 반려됨",
            "비행계획 {1} 건이 반려되었습니다: {2}"},
    Message{"PLAN_WITHDRAWN", 1, "Flight plan {1} withdrawn", "Flight plan {1} is withdrawn.", "비행계획 {1} 철회됨",
            "비행계획 {1} 건이 철회되었습니다."},
    Message{"PLAN_REVOKED", 2, "Approval of flight plan {1} revoked",
            "The approval of flight plan {1} is revoked; it must not be flown: {2}", "비행계획 {1} 승인 취소됨",
            "비행계획 {1} 건의 승인이 취소되었습니다. 비행하지 마십시오: {2}"},
    Message{"PLAN_ACTIVATED", 1, "Flight plan {1} activated", "The flight of plan {1} has begun.",
            "비행계획 {1} 비행 시작", "비행계획 {1} 건의 비행이 시작되었습니다."},
    Message{"PLAN_ENDED", 1, "Flight plan {1} ended", "The flight of plan {1} has ended.", "비행계획 {1} 비행 종료",
            "비행계획 {1} 건의 비행이 종료되었습니다."},
    Message{"PLAN_CONFLICT", 2, "Flight plans {1} and {2} conflict",
            "Flight plans {1} and {2} were approved apart and conflict; a supervisor must decide.",
            "비행계획 {1}, {2} 충돌",
            "따로 승인된 비행계획 {1}, {2} 건이 서로 충돌합니다. 감독자의 결정이 필요합니다."},
    Message{"ZONE_PUBLISHED", 3, "Airspace notice: {1}", "Zone {1} applies from {2} to {3}.", "공역 알림: {1}",
            "공역 {1} 적용 기간: {2} ~ {3}."},
    Message{"ZONE_PUBLISHED_FROM", 2, "Airspace notice: {1}", "Zone {1} applies from {2} until further notice.",
            "공역 알림: {1}", "공역 {1} 적용 기간: {2}부터 별도 통보 시까지."},
    Message{"ZONE_PUBLISHED_UNTIL", 2, "Airspace notice: {1}", "Zone {1} applies from now until {2}.", "공역 알림: {1}",
            "공역 {1} 적용 기간: 지금부터 {2}까지."},
    Message{"ZONE_PUBLISHED_OPEN", 1, "Airspace notice: {1}", "Zone {1} applies from now until further notice.",
            "공역 알림: {1}", "공역 {1} 적용 기간: 지금부터 별도 통보 시까지."},
    Message{"ZONE_CHANGED", 2, "Airspace changed: {1}", "Zone {1} has changed: {2}", "공역 변경: {1}",
            "공역 {1} 변경 내용: {2}"},
    Message{"ZONE_WITHDRAWN", 1, "Airspace notice withdrawn: {1}", "Zone {1} no longer applies.", "공역 해제: {1}",
            "공역 {1} 적용이 해제되었습니다."},
    Message{"ZONES_IMPORTED", 2, "Airspace notice: {2} zones",
            "{2} zones were published or changed from the file {1}. Look at the map before you fly.",
            "공역 알림: 공역 {2}개",
            "파일 {1}에서 공역 {2}개가 게시되거나 변경되었습니다. 비행 전에 지도를 확인하십시오."},
    Message{"ZONE_HITS_PLAN", 2, "Zone {1} touches flight plan {2}",
            "Zone {1} was published and touches flight plan {2}; the plan must be looked at again.",
            "공역 {1}, 비행계획 {2} 저촉", "새로 게시된 공역 {1} 때문에 비행계획 {2} 건을 다시 검토해야 합니다."},
    Message{"EMERGENCY", 2, "EMERGENCY: {1}", "Emergency of {1}: {2}", "비상: {1}", "비상 상황 {1}: {2}"},
    Message{"MISSION_CANCELLED", 2, "Mission {1} cancelled", "Mission {1} is cancelled: {2}", "임무 {1} 취소됨",
            "임무 {1} 건이 취소되었습니다: {2}"},
    Message{"MISSION_DELAYED", 2, "Mission {1} delayed", "Mission {1} is now expected at {2}.", "임무 {1} 지연",
            "임무 {1} 건의 새 예정 시각: {2}."},
    Message{"CHANNEL_TROUBLE", 2, "Notices by {1} do not get through",
            "Deliveries by {1} were given up; the last answer was: {2}. See the outbox.", "{1} 알림 전송 실패",
            "{1} 알림 전송을 포기했습니다. 마지막 응답: {2}. 발신함을 확인하십시오."},
    Message{"TEXT", 2, "{1}", "{2}", "{1}", "{2}"},
    Message{"TEXT_KO_EN", 4, "{3}", "{4}", "{1}", "{2}"},
};

// A hole of a sentence: {1} an argument as it is, {1!} a code that is said in words (terms.h), {1?} in brackets, and
// nothing at all where there is none.
struct Hole {
    std::size_t argument = 0;
    char kind = 0;
    std::size_t size = 0; // of the sentence
};

std::optional<Hole> holeAt(std::string_view sentence, std::size_t at) {
    const auto rest = sentence.substr(at);
    if (rest.size() < 3 || rest[0] != '{' || rest[1] < '1' || rest[1] > '9') return std::nullopt;
    const auto number = static_cast<std::size_t>(rest[1] - '1');
    if (rest[2] == '}') return Hole{number, 0, 3};
    if (rest.size() > 3 && (rest[2] == '!' || rest[2] == '?') && rest[3] == '}') return Hole{number, rest[2], 4};
    return std::nullopt;
}

std::string filled(std::string_view sentence, const std::vector<std::string>& arguments, Language language) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size();) {
        const auto hole = holeAt(sentence, i);
        if (!hole) {
            text += sentence[i++];
            continue;
        }
        i += hole->size;
        if (hole->argument >= arguments.size()) continue;
        const std::string& argument = arguments[hole->argument];
        if (hole->kind == '!')
            text += termIn(argument, language);
        else if (hole->kind == 0)
            text += argument;
        else if (!argument.empty())
            text += " (" + argument + ")";
    }
    return text;
}

// A zone that is open at an end ("-") is told in words.
std::pair<std::string_view, std::vector<std::string>> inWords(std::string_view code,
                                                              const std::vector<std::string>& arguments) {
    if (code != "ZONE_PUBLISHED" || arguments.size() != 3) return {code, arguments};
    const bool fromNow = arguments[1] == "-", forEver = arguments[2] == "-";
    if (fromNow && forEver) return {"ZONE_PUBLISHED_OPEN", {arguments[0]}};
    if (forEver) return {"ZONE_PUBLISHED_FROM", {arguments[0], arguments[1]}};
    if (fromNow) return {"ZONE_PUBLISHED_UNTIL", {arguments[0], arguments[2]}};
    return {code, arguments};
}

} // namespace

std::span<const Message> allMessages() {
    return messages;
}

const Message* messageOf(std::string_view code) {
    const auto found = std::ranges::find(messages, code, &Message::code);
    return found == messages.end() ? nullptr : &*found;
}

Words worded(std::string_view told, const std::vector<std::string>& with, Language language) {
    const auto [code, arguments] = inWords(told, with);
    const Message* const message = messageOf(code);
    if (message == nullptr) {
        std::string all;
        for (const std::string& argument : arguments)
            all += (all.empty() ? "" : ", ") + argument;
        return {std::string(code), all};
    }
    const bool korean = language == Language::Korean;
    return {filled(korean ? message->subjectKo : message->subjectEn, arguments, language),
            filled(korean ? message->textKo : message->textEn, arguments, language)};
}

} // namespace haneul::notify
