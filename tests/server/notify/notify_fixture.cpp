#include "notify_fixture.h"

#include "server/notify/notify_projection.h"
#include "server/people/events.h"
#include "server/people/people_projection.h"

#include <format>

namespace haneul::notify::tests {

bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 2000; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

people::Principal person(const std::string& user, people::Role role) {
    return {.user = user, .displayName = user, .role = role, .scopes = people::scopesOf(role), .desk = "desk"};
}

House::House(SendMessage send, bool sending)
    : folder(temporary.path().toStdString())
    , sender(std::move(send)) {
    settings.sending = sending;
    settings.poll = milliseconds(5);
    open();
    addPeople();
}

House::House(SendMessage send, const std::filesystem::path& place)
    : folder(place)
    , useRealClock(true)
    , sender(std::move(send)) {
    settings.poll = milliseconds(5);
    settings.retry = {.first = milliseconds(20), .longest = milliseconds(200), .attempts = 1000, .refusals = 1000};
    open();
}

void House::open() {
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    projections.push_back(std::make_unique<NotifyProjection>());
    const clock::Clock& clock = useRealClock ? static_cast<const clock::Clock&>(real) : manual;
    auto opened = log::EventLog::open({.dataFolder = folder}, clock, std::move(projections));
    if (!opened) qFatal("%s", opened.error().message.c_str());
    log = *std::move(opened);
    settings.secretsFile = folder / "channels.secret";
    auto made = NoticeService::open(
        *log, clock,
        [this](const people::Principal&, std::string_view scope, std::string_view) {
            const std::lock_guard lock(mutex);
            refusals.emplace_back(scope);
        },
        [this] { return chance; }, settings, sender);
    if (!made) qFatal("%s", made.error().message.c_str());
    service = *std::move(made);
}

void House::close() {
    service.reset();
    log.reset();
}

void House::restart() {
    close();
    open();
}

void House::addPeople() {
    using enum people::Role;
    const std::vector<std::pair<std::string, people::Role>> all{
        {"kim", Pilot},      {"lee", Pilot},          {"park", Planner}, {"choi", Controller},
        {"han", Supervisor}, {"root", Administrator}, {"moon", Analyst}};
    const auto added = log->submit(log::systemActor(),
                                   [&](const storage::Database&, UtcMs) {
                                       log::Decision decision;
                                       for (const auto& [user, role] : all)
                                           decision.events.push_back(people::toEvent(people::UserAdded{
                                               user, user, user == "moon" ? "" : user + "@example.org", role, "hash"}));
                                       return decision;
                                   })
                           .get();
    if (!added) qFatal("%s", added.error().message.c_str());
}

Result<void> House::set(ChannelConfig config, std::optional<std::string> secret) {
    return waitFor<void>(
        [&](auto done) { service->setChannel(person("root", people::Role::Administrator), config, secret, done); });
}

Result<std::string> House::create(NewNotice notice) {
    return waitFor<std::string>([&](auto done) { service->createNotice(notice, done); });
}

Result<std::string> House::send(const std::string& by, people::Role role, NewNotice notice) {
    return waitFor<std::string>([&](auto done) { service->send(person(by, role), notice, done); });
}

Result<OwnNotices> House::own(const std::string& user, OwnFilter filter) {
    return waitFor<OwnNotices>([&](auto done) { service->own(person(user, people::Role::Pilot), filter, done); });
}

Result<void> House::acknowledge(const std::string& user, const std::string& notice) {
    return waitFor<void>([&](auto done) { service->acknowledge(person(user, people::Role::Pilot), notice, done); });
}

Result<void> House::prefer(const std::string& user, Preferences preferences) {
    return waitFor<void>(
        [&](auto done) { service->setPreferences(person(user, people::Role::Pilot), preferences, done); });
}

std::vector<DeliveryRecord> House::outbox(OutboxFilter filter) {
    return waitFor<std::vector<DeliveryRecord>>(
               [&](auto done) { service->outbox(person("han", people::Role::Supervisor), filter, done); })
        .value_or(std::vector<DeliveryRecord>());
}

DeliveryHistory House::history(const std::string& delivery) {
    return waitFor<DeliveryHistory>(
               [&](auto done) { service->delivery(person("han", people::Role::Supervisor), delivery, done); })
        .value_or(DeliveryHistory());
}

Result<void> House::sendAgain(const std::string& delivery) {
    return waitFor<void>(
        [&](auto done) { service->sendAgain(person("han", people::Role::Supervisor), delivery, done); });
}

bool House::becomes(const std::string& delivery, DeliveryState state, int attempts) {
    return eventually([&] {
        const auto now = history(delivery).delivery;
        return now.state == state && (attempts < 0 || now.attempts == attempts);
    });
}

std::string House::everythingInTheLog() {
    auto promise = std::make_shared<std::promise<std::string>>();
    log->page({.limit = 1000}, [promise](const Result<log::EntryPage>& page) {
        std::string all;
        if (page)
            for (const auto& record : page->entries)
                all += record.entry.type + " " + record.entry.body + "\n";
        promise->set_value(all);
    });
    return promise->get_future().get();
}

NewNotice approved(const std::string& plan, const std::string& user) {
    return {.key = "plan:" + plan + ":approved",
            .kind = NoticeKind::PlanStep,
            .severity = Severity::Info,
            .message = "PLAN_APPROVED",
            .arguments = {plan},
            .to = {.users = {user}},
            .about = {.plan = plan}};
}

ChannelConfig mailTo(std::uint16_t port) {
    return {.channel = Channel::Email,
            .enabled = true,
            .url = std::format("smtp://127.0.0.1:{}", port),
            .sender = "haneul@example.org",
            .security = Security::None,
            .timeout_ms = 1000};
}

ChannelConfig postTo(Channel channel, std::uint16_t port) {
    return {
        .channel = channel, .enabled = true, .url = std::format("http://127.0.0.1:{}/in", port), .timeout_ms = 1000};
}

} // namespace haneul::notify::tests
