#include "server/notify/notify_projection.h"

#include "server/storage/sql.h"

#include <utility>

namespace haneul::notify {

namespace {

using storage::readAll;
using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::text;
using storage::time;
using storage::timeOrNone;

std::string listText(const std::vector<std::string>& texts) {
    json::JsonWriter json;
    json.beginObject().key("list").beginArray();
    for (const std::string& one : texts)
        json.string(one);
    json.endArray().endObject();
    return json.take();
}

std::vector<std::string> listFrom(const std::string& stored) {
    auto object = json::Object::parse(stored);
    if (!object) return {};
    return object->strings("list").value_or(std::vector<std::string>());
}

// Each function makes of one event what the tables say after it.
struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    Result<void> addDelivery(const NoticeCreated& event, const Way& way) {
        const bool desk = way.channel == Channel::Desk;
        return run(database,
                   QStringLiteral("INSERT INTO notice_deliveries (delivery_id, notice_id, user_id, channel, origin, "
                                  "state, next_try_ms, delivered_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                                  "ON CONFLICT (delivery_id) DO NOTHING"),
                   {sqlText(deliveryId(event.id, way)), sqlText(event.id), sqlText(way.user),
                    sqlText(toString(way.channel)), sqlText(entry.origin), sqlText(desk ? "delivered" : "waiting"),
                    desk ? QVariant() : at(), desk ? at() : QVariant()});
    }

    Result<void> operator()(const NoticeCreated& event) {
        const NewNotice& notice = event.notice;
        // Two desks may tell of the same cause apart; the first that arrives stands.
        const auto known = noticeExists(database, event.id);
        if (!known) return std::unexpected(known.error());
        if (*known) return {};
        if (auto done = run(database,
                            QStringLiteral("INSERT INTO notices (notice_id, kind, severity, message, arguments, plan, "
                                           "zone, mission, created_by, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                           "?)"),
                            {sqlText(event.id), sqlText(toString(notice.kind)), sqlText(toString(notice.severity)),
                             sqlText(notice.message), sqlText(listText(notice.arguments)), sqlText(notice.about.plan),
                             sqlText(notice.about.zone), sqlText(notice.about.mission), sqlText(entry.user), at()});
            !done)
            return done;
        for (const std::string& user : event.recipients) {
            if (auto done = run(database,
                                QStringLiteral("INSERT INTO notice_recipients (user_id, notice_id) VALUES (?, ?) "
                                               "ON CONFLICT DO NOTHING"),
                                {sqlText(user), sqlText(event.id)});
                !done)
                return done;
            if (auto done = addDelivery(event, {Channel::Desk, user}); !done) return done;
        }
        for (const Way& way : event.ways)
            if (auto done = addDelivery(event, way); !done) return done;
        return {};
    }

    Result<void> operator()(const NoticeAcknowledged& event) {
        return run(database,
                   QStringLiteral("UPDATE notice_recipients SET acknowledged_ms = ? WHERE user_id = ? AND "
                                  "notice_id = ? AND acknowledged_ms IS NULL"),
                   {at(), sqlText(event.user), sqlText(event.id)});
    }

    Result<void> operator()(const DeliveryAttempted& event) {
        const Attempt& attempt = event.attempt;
        if (auto done = run(database,
                            QStringLiteral("INSERT INTO notice_attempts (delivery_id, number, at_ms, outcome, code, "
                                           "detail) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
                            {sqlText(event.delivery), sqlInteger(attempt.number), sqlTime(attempt.at),
                             sqlText(toString(attempt.outcome)), sqlText(attempt.code), sqlText(attempt.detail)});
            !done)
            return done;
        const bool delivered = attempt.outcome == Outcome::Delivered;
        const auto state = delivered       ? DeliveryState::Delivered
                           : event.nextTry ? DeliveryState::Waiting
                                           : DeliveryState::Dead;
        return run(database,
                   QStringLiteral("UPDATE notice_deliveries SET state = ?, attempts = ?, refusals = refusals + ?, "
                                  "next_try_ms = ?, delivered_ms = ?, last_code = ?, last_detail = ? "
                                  "WHERE delivery_id = ? AND state <> 'delivered'"),
                   {sqlText(toString(state)), sqlInteger(attempt.number),
                    sqlInteger(attempt.outcome == Outcome::Refused ? 1 : 0), sqlTime(event.nextTry),
                    delivered ? sqlTime(attempt.at) : QVariant(), sqlText(attempt.code), sqlText(attempt.detail),
                    sqlText(event.delivery)});
    }

    Result<void> operator()(const DeliverySentAgain& event) {
        return run(database,
                   QStringLiteral("UPDATE notice_deliveries SET state = 'waiting', attempts_before = attempts, "
                                  "refusals = 0, next_try_ms = ?, delivered_ms = NULL WHERE delivery_id = ?"),
                   {at(), sqlText(event.delivery)});
    }

    Result<void> operator()(const PreferencesSet& event) {
        json::JsonWriter json;
        json.beginObject();
        writeFields(json, event.preferences);
        json.endObject();
        return run(database,
                   QStringLiteral("INSERT INTO notice_preferences (user_id, preferences) VALUES (?, ?) "
                                  "ON CONFLICT (user_id) DO UPDATE SET preferences = excluded.preferences"),
                   {sqlText(event.user), sqlText(json.take())});
    }

    Result<void> operator()(const ChannelSet& event) {
        json::JsonWriter json;
        json.beginObject();
        writeFields(json, event.config);
        json.endObject();
        return run(database,
                   QStringLiteral("INSERT INTO notice_channels (channel, config, changed_by, changed_ms) "
                                  "VALUES (?, ?, ?, ?) ON CONFLICT (channel) DO UPDATE SET config = excluded.config, "
                                  "changed_by = excluded.changed_by, changed_ms = excluded.changed_ms"),
                   {sqlText(toString(event.config.channel)), sqlText(json.take()), sqlText(entry.user), at()});
    }
};

NoticeRecord noticeOf(const QSqlQuery& row) {
    NoticeRecord notice;
    notice.id = text(row, 0);
    notice.kind = kindFrom(text(row, 1)).value_or(NoticeKind::System);
    notice.severity = severityFrom(text(row, 2)).value_or(Severity::Emergency);
    notice.message = text(row, 3);
    notice.arguments = listFrom(text(row, 4));
    notice.about = {text(row, 5), text(row, 6), text(row, 7)};
    notice.by = text(row, 8);
    notice.created = time(row, 9);
    notice.acknowledged = timeOrNone(row, 10);
    return notice;
}

DeliveryRecord deliveryOf(const QSqlQuery& row) {
    DeliveryRecord delivery;
    delivery.id = text(row, 0);
    delivery.notice = text(row, 1);
    delivery.user = text(row, 2);
    delivery.channel = channelFrom(text(row, 3)).value_or(Channel::Desk);
    delivery.state = deliveryStateFrom(text(row, 4)).value_or(DeliveryState::Dead);
    delivery.attempts = row.value(5).toInt();
    delivery.attemptsBefore = row.value(6).toInt();
    delivery.refusals = row.value(7).toInt();
    delivery.nextTry = timeOrNone(row, 8);
    delivery.delivered = timeOrNone(row, 9);
    delivery.lastCode = text(row, 10);
    delivery.lastDetail = text(row, 11);
    delivery.created = time(row, 12);
    delivery.message = text(row, 13);
    delivery.arguments = listFrom(text(row, 14));
    delivery.severity = severityFrom(text(row, 15)).value_or(Severity::Emergency);
    delivery.origin = text(row, 16);
    return delivery;
}

const QString deliveryColumns = QStringLiteral(
    "SELECT d.delivery_id, d.notice_id, d.user_id, d.channel, d.state, d.attempts, d.attempts_before, d.refusals, "
    "d.next_try_ms, d.delivered_ms, d.last_code, d.last_detail, n.created_ms, n.message, n.arguments, n.severity, "
    "d.origin FROM notice_deliveries d JOIN notices n ON n.notice_id = d.notice_id ");

Preferences storedPreferences(const std::string& stored) {
    auto object = json::Object::parse(stored);
    if (!object) return {};
    return preferencesFrom(*object).value_or(Preferences{});
}

} // namespace

Result<void> NotifyProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS notices (notice_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "
                       "severity TEXT NOT NULL, message TEXT NOT NULL, arguments TEXT NOT NULL, plan TEXT NOT NULL, "
                       "zone TEXT NOT NULL, mission TEXT NOT NULL, created_by TEXT NOT NULL, "
                       "created_ms INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS notices_by_time ON notices (created_ms, notice_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS notice_recipients (user_id TEXT NOT NULL, notice_id TEXT NOT NULL "
                       "REFERENCES notices, acknowledged_ms INTEGER, PRIMARY KEY (user_id, notice_id)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS notice_deliveries (delivery_id TEXT NOT NULL PRIMARY KEY, "
                       "notice_id TEXT NOT NULL REFERENCES notices, user_id TEXT NOT NULL, channel TEXT NOT NULL, "
                       "origin TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, "
                       "attempts_before INTEGER NOT NULL DEFAULT 0, refusals INTEGER NOT NULL DEFAULT 0, "
                       "next_try_ms INTEGER, delivered_ms INTEGER, last_code TEXT NOT NULL DEFAULT '', "
                       "last_detail TEXT NOT NULL DEFAULT '') STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS notice_deliveries_by_state ON notice_deliveries (state, channel)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS notice_deliveries_by_notice ON notice_deliveries (notice_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS notice_attempts (delivery_id TEXT NOT NULL "
                       "REFERENCES notice_deliveries, number INTEGER NOT NULL, at_ms INTEGER NOT NULL, "
                       "outcome TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, "
                       "PRIMARY KEY (delivery_id, number)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS notice_preferences (user_id TEXT NOT NULL PRIMARY KEY, "
                       "preferences TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS notice_channels (channel TEXT NOT NULL PRIMARY KEY, "
                       "config TEXT NOT NULL, changed_by TEXT NOT NULL, changed_ms INTEGER NOT NULL) STRICT"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return {};
}

Result<void> NotifyProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (!entry.type.starts_with(notifyPrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

Result<OwnNotices> readOwn(const storage::Database& database, const std::string& user, const OwnFilter& filter) {
    OwnNotices own;
    const auto unread = database.value(
        QStringLiteral("SELECT count(*) FROM notice_recipients WHERE user_id = ? AND acknowledged_ms IS NULL"),
        {sqlText(user)});
    if (!unread) return std::unexpected(unread.error());
    own.unread = unread->toULongLong();
    auto notices = readAll<NoticeRecord>(
        database,
        QStringLiteral(
            "SELECT n.notice_id, n.kind, n.severity, n.message, n.arguments, n.plan, n.zone, n.mission, n.created_by, "
            "n.created_ms, r.acknowledged_ms FROM notice_recipients r JOIN notices n ON n.notice_id = r.notice_id "
            "WHERE r.user_id = ? AND (? = 0 OR r.acknowledged_ms IS NULL) AND (? = '' OR (n.created_ms, "
            "n.notice_id) < (SELECT created_ms, notice_id FROM notices WHERE notice_id = ?)) "
            "ORDER BY n.created_ms DESC, n.notice_id DESC LIMIT ?"),
        {sqlText(user), sqlInteger(filter.unreadOnly ? 1 : 0), sqlText(filter.before), sqlText(filter.before),
         sqlInteger(static_cast<std::int64_t>(filter.limit))},
        noticeOf);
    if (!notices) return std::unexpected(notices.error());
    own.notices = *std::move(notices);
    return own;
}

Result<bool> noticeExists(const storage::Database& database, const std::string& id) {
    return database.value(QStringLiteral("SELECT 1 FROM notices WHERE notice_id = ?"), {sqlText(id)})
        .transform([](const QVariant& found) { return found.isValid() && !found.isNull(); });
}

Result<NoticeRecord> readNotice(const storage::Database& database, const std::string& id, const std::string& user) {
    auto found = readAll<NoticeRecord>(
        database,
        QStringLiteral("SELECT n.notice_id, n.kind, n.severity, n.message, n.arguments, n.plan, n.zone, n.mission, "
                       "n.created_by, n.created_ms, r.acknowledged_ms FROM notices n LEFT JOIN notice_recipients r "
                       "ON r.notice_id = n.notice_id AND r.user_id = ? WHERE n.notice_id = ? AND "
                       "(? = '' OR r.user_id IS NOT NULL)"),
        {sqlText(user), sqlText(id), sqlText(user)}, noticeOf);
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return fail("NO_SUCH_NOTICE", "there is no such notice for you", id);
    return found->front();
}

Result<std::vector<DeliveryRecord>> readOutbox(const storage::Database& database, const OutboxFilter& filter) {
    const QVariant state = sqlText(filter.state ? toString(*filter.state) : "");
    const QVariant channel = sqlText(filter.channel ? toString(*filter.channel) : "");
    const QVariant notice = sqlText(filter.notice);
    return readAll<DeliveryRecord>(
        database,
        deliveryColumns + QStringLiteral("WHERE (? = '' OR d.state = ?) AND (? = '' OR d.channel = ?) AND "
                                         "(? = '' OR d.notice_id = ?) "
                                         "ORDER BY n.created_ms DESC, d.delivery_id LIMIT ?"),
        {state, state, channel, channel, notice, notice, sqlInteger(static_cast<std::int64_t>(filter.limit))},
        deliveryOf);
}

Result<std::vector<DeliveryRecord>> readWaiting(const storage::Database& database, const std::string& origin) {
    return readAll<DeliveryRecord>(database,
                                   deliveryColumns + QStringLiteral("WHERE d.state = 'waiting' AND d.origin = ?"),
                                   {sqlText(origin)}, deliveryOf);
}

Result<DeliveryHistory> readDelivery(const storage::Database& database, const std::string& id) {
    auto found = readAll<DeliveryRecord>(database, deliveryColumns + QStringLiteral("WHERE d.delivery_id = ?"),
                                         {sqlText(id)}, deliveryOf);
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return fail("NO_SUCH_DELIVERY", "there is no such delivery in the outbox", id);
    auto attempts = readAll<Attempt>(
        database,
        QStringLiteral("SELECT number, at_ms, outcome, code, detail FROM notice_attempts WHERE delivery_id = ? "
                       "ORDER BY number"),
        {sqlText(id)}, [](const QSqlQuery& row) {
            return Attempt{.number = row.value(0).toInt(),
                           .at = time(row, 1),
                           .outcome = outcomeFrom(text(row, 2)).value_or(Outcome::Failed),
                           .code = text(row, 3),
                           .detail = text(row, 4)};
        });
    if (!attempts) return std::unexpected(attempts.error());
    return DeliveryHistory{std::move(found->front()), *std::move(attempts)};
}

Result<std::vector<std::string>> readRecipients(const storage::Database& database, const std::string& notice) {
    return readAll<std::string>(
        database, QStringLiteral("SELECT user_id FROM notice_recipients WHERE notice_id = ? ORDER BY user_id"),
        {sqlText(notice)}, [](const QSqlQuery& row) { return text(row, 0); });
}

Result<std::uint64_t> countDeliveries(const storage::Database& database, DeliveryState state, Channel channel) {
    return database
        .value(QStringLiteral("SELECT count(*) FROM notice_deliveries WHERE state = ? AND channel = ?"),
               {sqlText(toString(state)), sqlText(toString(channel))})
        .transform([](const QVariant& count) -> std::uint64_t { return count.toULongLong(); });
}

Result<Preferences> readPreferences(const storage::Database& database, const std::string& user) {
    return database
        .value(QStringLiteral("SELECT preferences FROM notice_preferences WHERE user_id = ?"), {sqlText(user)})
        .transform([](const QVariant& stored) {
            return stored.isValid() ? storedPreferences(stored.toString().toStdString()) : Preferences{};
        });
}

Result<std::map<std::string, Preferences>> readAllPreferences(const storage::Database& database) {
    using Pair = std::pair<std::string, Preferences>;
    return readAll<Pair>(database, QStringLiteral("SELECT user_id, preferences FROM notice_preferences"), {},
                         [](const QSqlQuery& row) { return Pair{text(row, 0), storedPreferences(text(row, 1))}; })
        .transform(
            [](const std::vector<Pair>& all) { return std::map<std::string, Preferences>(all.begin(), all.end()); });
}

Result<std::vector<StoredChannel>> readChannels(const storage::Database& database) {
    return readAll<StoredChannel>(
        database,
        QStringLiteral("SELECT channel, config, changed_by, changed_ms FROM notice_channels ORDER BY channel"), {},
        [](const QSqlQuery& row) {
            StoredChannel stored{.by = text(row, 2), .changed = time(row, 3)};
            const Channel channel = channelFrom(text(row, 0)).value_or(Channel::Desk);
            stored.config.channel = channel;
            if (auto object = json::Object::parse(text(row, 1)))
                if (auto config = channelConfigFrom(*object, channel)) stored.config = *std::move(config);
            return stored;
        });
}

} // namespace haneul::notify
