#include "ui/logbook/decision_words.h"

#include "core/json/object.h"
#include "ui/access/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace haneul::logbook {

namespace {

struct Words {
    const char* id;
    const char* text;
};

constexpr Words types[] = {
    {"log.opened", QT_TRANSLATE_NOOP("haneul::logbook", "Event log begun")},
    {"people.user_added", QT_TRANSLATE_NOOP("haneul::logbook", "User added")},
    {"people.role_requested", QT_TRANSLATE_NOOP("haneul::logbook", "Role asked for, waits for a second administrator")},
    {"people.role_changed", QT_TRANSLATE_NOOP("haneul::logbook", "Role changed")},
    {"people.password_set", QT_TRANSLATE_NOOP("haneul::logbook", "Password changed")},
    {"people.user_disabled", QT_TRANSLATE_NOOP("haneul::logbook", "User disabled")},
    {"people.user_enabled", QT_TRANSLATE_NOOP("haneul::logbook", "User enabled")},
    {"people.review_needed", QT_TRANSLATE_NOOP("haneul::logbook", "Account locked: an administrator must look at it")},
    {"people.logged_in", QT_TRANSLATE_NOOP("haneul::logbook", "Logged in")},
    {"people.session_ended", QT_TRANSLATE_NOOP("haneul::logbook", "Session ended")},
    {"people.all_sessions_ended", QT_TRANSLATE_NOOP("haneul::logbook", "Sessions of the last run ended")},
    {"people.desk_unlocked", QT_TRANSLATE_NOOP("haneul::logbook", "Desk unlocked")},
    {"desk.locked", QT_TRANSLATE_NOOP("haneul::logbook", "Desk locked")},
    {"people.token_issued", QT_TRANSLATE_NOOP("haneul::logbook", "Machine token issued")},
    {"people.token_revoked", QT_TRANSLATE_NOOP("haneul::logbook", "Machine token revoked")},
    {"people.log_in_refused", QT_TRANSLATE_NOOP("haneul::logbook", "Log-in refused")},
    {"people.locked_out", QT_TRANSLATE_NOOP("haneul::logbook", "Locked out after too many failures")},
    {"people.access_refused", QT_TRANSLATE_NOOP("haneul::logbook", "Refused: not allowed")},
    {"organisation.saved", QT_TRANSLATE_NOOP("haneul::logbook", "Organisation saved")},
    {"organisation.member_set", QT_TRANSLATE_NOOP("haneul::logbook", "Organisation of a user set")},
    {"policy.approval_requested",
     QT_TRANSLATE_NOOP("haneul::logbook", "Rule of two approvals asked for, waits for a second administrator")},
    {"policy.approval_set", QT_TRANSLATE_NOOP("haneul::logbook", "Rule of two approvals set")},
    {"security.alarm_raised", QT_TRANSLATE_NOOP("haneul::logbook", "Security alarm raised")},
    {"security.alarm_acknowledged", QT_TRANSLATE_NOOP("haneul::logbook", "Security alarm acknowledged")},
    {"security.alarm_cleared", QT_TRANSLATE_NOOP("haneul::logbook", "Security alarm over")},
    {"notice.created", QT_TRANSLATE_NOOP("haneul::logbook", "Notice sent")},
    {"notice.acknowledged", QT_TRANSLATE_NOOP("haneul::logbook", "Notice acknowledged")},
    {"notice.delivery_attempted", QT_TRANSLATE_NOOP("haneul::logbook", "Delivery of a notice tried")},
    {"notice.delivery_sent_again", QT_TRANSLATE_NOOP("haneul::logbook", "Notice sent again")},
    {"notice.preferences_set", QT_TRANSLATE_NOOP("haneul::logbook", "Own ways of notices set")},
    {"notice.channel_set", QT_TRANSLATE_NOOP("haneul::logbook", "Channel of notices set")},
};

// In the order in which they are read.
constexpr Words fields[] = {
    {"user", QT_TRANSLATE_NOOP("haneul::logbook", "User")},
    {"name", QT_TRANSLATE_NOOP("haneul::logbook", "Name")},
    {"role", QT_TRANSLATE_NOOP("haneul::logbook", "Role")},
    {"what", QT_TRANSLATE_NOOP("haneul::logbook", "What")},
    {"scope", QT_TRANSLATE_NOOP("haneul::logbook", "Scope")},
    {"reason", QT_TRANSLATE_NOOP("haneul::logbook", "Reason")},
    {"count", QT_TRANSLATE_NOOP("haneul::logbook", "Times")},
    {"until", QT_TRANSLATE_NOOP("haneul::logbook", "Until")},
    {"expires", QT_TRANSLATE_NOOP("haneul::logbook", "Valid until")},
    {"scopes", QT_TRANSLATE_NOOP("haneul::logbook", "Scopes")},
    {"token", QT_TRANSLATE_NOOP("haneul::logbook", "Token")},
};

constexpr Words reasons[] = {
    {"log_out", QT_TRANSLATE_NOOP("haneul::logbook", "logged out")},
    {"idle", QT_TRANSLATE_NOOP("haneul::logbook", "not used for 30 minutes")},
    {"expired", QT_TRANSLATE_NOOP("haneul::logbook", "12 hours are over")},
    {"ended", QT_TRANSLATE_NOOP("haneul::logbook", "ended by someone else")},
    {"refused", QT_TRANSLATE_NOOP("haneul::logbook", "wrong name or password, or disabled")},
    {"locked_out", QT_TRANSLATE_NOOP("haneul::logbook", "locked out")},
    {"asked", QT_TRANSLATE_NOOP("haneul::logbook", "by hand")},
};

template <std::size_t N>
QString wordOf(const Words (&list)[N], const QString& id) {
    const auto found = std::ranges::find_if(list, [&](const Words& each) { return id == QLatin1StringView(each.id); });
    return found == std::end(list) ? id : QCoreApplication::translate("haneul::logbook", found->text);
}

QString valueOf(json::Object& body, const char* key) {
    if (const auto text = body.string(key)) {
        const QString value = QString::fromStdString(*text);
        if (std::string_view(key) == "role") return access::roleText(value);
        if (std::string_view(key) == "reason") return wordOf(reasons, value);
        return value;
    }
    if (const auto number = body.integer(key)) return QString::number(*number);
    if (const auto list = body.strings(key)) {
        QStringList values;
        for (const std::string& each : *list)
            values += QString::fromStdString(each);
        return values.join(u' ');
    }
    return {};
}

} // namespace

QString typeText(const QString& type) {
    return wordOf(types, type);
}

QString bodyText(const QString& body) {
    auto parsed = json::Object::parse(body.toStdString());
    if (!parsed) return body;
    QStringList parts;
    for (const Words& field : fields) {
        if (!parsed->has(field.id)) continue;
        const QString value = valueOf(*parsed, field.id);
        if (!value.isEmpty())
            parts += QStringLiteral("%1: %2").arg(QCoreApplication::translate("haneul::logbook", field.text), value);
    }
    if (parts.isEmpty()) return body == QLatin1StringView("{}") ? QString() : body;
    return parts.join(QStringLiteral(", "));
}

QString entryText(const Decision& entry) {
    const auto words = [](const char* text) { return QCoreApplication::translate("haneul::logbook", text); };
    QStringList lines;
    lines += typeText(entry.type);
    const QString what = bodyText(entry.body);
    if (!what.isEmpty()) lines += what;
    lines += QString();
    const auto line = [&](const char* name, const QString& value) {
        lines += QStringLiteral("%1: %2").arg(words(name), value.isEmpty() ? QStringLiteral("–") : value);
    };
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Number"), QString::number(entry.sequence));
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Time (UTC)"), QString::fromStdString(toRfc3339(entry.time)));
    line(QT_TRANSLATE_NOOP("haneul::logbook", "User"), entry.user);
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Role"), access::roleText(entry.role));
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Session"), entry.session);
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Desk"), entry.desk);
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Type"), entry.type);
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Instance"), entry.origin);
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Digest"), inGroups(entry.digest));
    line(QT_TRANSLATE_NOOP("haneul::logbook", "Digest of the entry before"), inGroups(entry.previous));
    lines += QString();
    lines += words(QT_TRANSLATE_NOOP("haneul::logbook", "As written:"));
    lines += entry.body;
    return lines.join(u'\n');
}

QString chainText(const ChainState& chain) {
    const auto words = [](const char* text) { return QCoreApplication::translate("haneul::logbook", text); };
    switch (chain.verdict) {
    case ChainState::Verdict::NotKnown:
        return words(QT_TRANSLATE_NOOP("haneul::logbook", "Chain not checked yet"));
    case ChainState::Verdict::Checking:
        return words(QT_TRANSLATE_NOOP("haneul::logbook", "Chain is being checked: %1 entries so far"))
            .arg(chain.checked);
    case ChainState::Verdict::Whole:
        return words(QT_TRANSLATE_NOOP("haneul::logbook", "✓ Chain and signatures whole: %1 entries"))
            .arg(chain.checked);
    case ChainState::Verdict::Broken:
        return words(QT_TRANSLATE_NOOP("haneul::logbook", "▲ Chain broken after %1 entries: %2"))
            .arg(chain.checked)
            .arg(chain.detail);
    }
    return {};
}

QString inGroups(const QString& hex) {
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups += hex.mid(i, 4);
    return groups.join(u' ');
}

} // namespace haneul::logbook
