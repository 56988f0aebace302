#include "ui/access/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace haneul::access {

namespace {

struct Words {
    const char* id;
    const char* text;
};

constexpr Words roles[] = {
    {"controller", QT_TRANSLATE_NOOP("haneul::access", "Controller")},
    {"planner", QT_TRANSLATE_NOOP("haneul::access", "Planner")},
    {"pilot", QT_TRANSLATE_NOOP("haneul::access", "Pilot")},
    {"approver", QT_TRANSLATE_NOOP("haneul::access", "Approver")},
    {"supervisor", QT_TRANSLATE_NOOP("haneul::access", "Supervisor")},
    {"fleet", QT_TRANSLATE_NOOP("haneul::access", "Fleet manager")},
    {"instructor", QT_TRANSLATE_NOOP("haneul::access", "Instructor")},
    {"trainee", QT_TRANSLATE_NOOP("haneul::access", "Trainee")},
    {"analyst", QT_TRANSLATE_NOOP("haneul::access", "Analyst")},
    {"auditor", QT_TRANSLATE_NOOP("haneul::access", "Auditor")},
    {"administrator", QT_TRANSLATE_NOOP("haneul::access", "Administrator")},
};

constexpr Words refusals[] = {
    {"LOG_IN_REFUSED",
     QT_TRANSLATE_NOOP("haneul::access", "User name or password is wrong, or the account is disabled.")},
    {"PASSWORD_WRONG", QT_TRANSLATE_NOOP("haneul::access", "The password is wrong.")},
    {"SESSION_ENDED", QT_TRANSLATE_NOOP("haneul::access", "Your session has ended. Log in again.")},
    {"SET_UP_REFUSED", QT_TRANSLATE_NOOP("haneul::access", "The set-up code is wrong.")},
    {"SET_UP_DONE", QT_TRANSLATE_NOOP("haneul::access", "There is an administrator already. Log in.")},
    {"PASSWORD_TOO_SHORT", QT_TRANSLATE_NOOP("haneul::access", "The password is too short.")},
    {"PASSWORD_TOO_LONG", QT_TRANSLATE_NOOP("haneul::access", "The password is too long.")},
    {"PASSWORD_COMMON",
     QT_TRANSLATE_NOOP("haneul::access", "The password is too easy to guess: common words, names or key runs.")},
    {"PASSWORD_NOT_TEXT", QT_TRANSLATE_NOOP("haneul::access", "The password has characters that cannot be typed.")},
    {"BAD_USER_NAME",
     QT_TRANSLATE_NOOP("haneul::access", "A user name has 1 to 64 letters a to z, digits, dots, hyphens or _.")},
    {"BAD_NAME", QT_TRANSLATE_NOOP("haneul::access", "The name is empty, too long or has control characters.")},
    {"BAD_DAYS", QT_TRANSLATE_NOOP("haneul::access", "A token is valid for 1 to 3650 days, or until it is revoked.")},
    {"USER_EXISTS", QT_TRANSLATE_NOOP("haneul::access", "There is a user of this name already.")},
    {"NO_SUCH_USER", QT_TRANSLATE_NOOP("haneul::access", "This user does not exist any more.")},
    {"NO_SUCH_SESSION", QT_TRANSLATE_NOOP("haneul::access", "This session has ended already.")},
    {"NO_SUCH_TOKEN", QT_TRANSLATE_NOOP("haneul::access", "This token does not exist any more.")},
    {"OWN_ROLE", QT_TRANSLATE_NOOP("haneul::access", "Nobody changes his own role. Ask another administrator.")},
    {"LAST_ADMINISTRATOR",
     QT_TRANSLATE_NOOP("haneul::access", "This is the last administrator who can log in. Make another one first.")},
    {"BAD_EMAIL", QT_TRANSLATE_NOOP("haneul::access", "The e-mail address is not of the form name@example.org.")},
    {"NO_SUCH_ORGANISATION", QT_TRANSLATE_NOOP("haneul::access", "This organisation does not exist.")},
    {"BAD_ORGANISATION", QT_TRANSLATE_NOOP("haneul::access", "Something about the organisation cannot be as it is: "
                                                             "amount, currency, region or a date.")},
    {"STALE_REVISION", QT_TRANSLATE_NOOP("haneul::access", "Somebody else has changed this meanwhile. Nothing was "
                                                           "overwritten: read again, then change it.")},
    {"BAD_POLICY",
     QT_TRANSLATE_NOOP("haneul::access", "Up to 200 zones and 50 risk classes, each 1 to 64 characters.")},
    {"NO_SUCH_ALARM", QT_TRANSLATE_NOOP("haneul::access", "This alarm does not exist.")},
    {"ALARM_ACKNOWLEDGED", QT_TRANSLATE_NOOP("haneul::access", "Somebody else has acknowledged this alarm already.")},
    {"NOT_A_PERSON", QT_TRANSLATE_NOOP("haneul::access", "Only a person who is logged in by name may do this.")},
    {"ADMINISTRATOR_MAY_NOT_APPROVE", QT_TRANSLATE_NOOP("haneul::access", "Administrators approve nothing.")},
    {"OWN_PLAN", QT_TRANSLATE_NOOP("haneul::access", "Nobody approves what he wrote or submitted himself.")},
    {"LAST_EDITOR", QT_TRANSLATE_NOOP("haneul::access", "Nobody approves what he changed last.")},
    {"SAME_APPROVER", QT_TRANSLATE_NOOP("haneul::access", "The second approval is another person's.")},
    {"AUTHOR_UNKNOWN", QT_TRANSLATE_NOOP("haneul::access", "Who wrote this is not known, so nobody may approve it.")},
    {"BUSY", QT_TRANSLATE_NOOP("haneul::access", "Too many log-ins at once. Try again in a moment.")},
    {"LOG_BUSY", QT_TRANSLATE_NOOP("haneul::access", "The event log is busy. Try again in a moment.")},
    {"LOG_WRITE",
     QT_TRANSLATE_NOOP("haneul::access", "Nothing was changed: the event log cannot be written. Is the disk full?")},
};

constexpr Words organisationFields[] = {
    {"name", QT_TRANSLATE_NOOP("haneul::access", "Name")},
    {"address", QT_TRANSLATE_NOOP("haneul::access", "Address")},
    {"contact.name", QT_TRANSLATE_NOOP("haneul::access", "Contact")},
    {"contact.email", QT_TRANSLATE_NOOP("haneul::access", "E-mail")},
    {"contact.phone", QT_TRANSLATE_NOOP("haneul::access", "Telephone")},
    {"insurance.insurer", QT_TRANSLATE_NOOP("haneul::access", "Insurer")},
    {"insurance.policy", QT_TRANSLATE_NOOP("haneul::access", "Insurance policy")},
    {"insurance.amount", QT_TRANSLATE_NOOP("haneul::access", "Sum insured")},
    {"insurance.currency", QT_TRANSLATE_NOOP("haneul::access", "Currency")},
    {"insurance.expires", QT_TRANSLATE_NOOP("haneul::access", "Insured until")},
    {"region", QT_TRANSLATE_NOOP("haneul::access", "Data region")},
    {"member", QT_TRANSLATE_NOOP("haneul::access", "User")},
};

constexpr Words licenceFields[] = {
    {"kind", QT_TRANSLATE_NOOP("haneul::access", "Licence %1: kind")},
    {"number", QT_TRANSLATE_NOOP("haneul::access", "Licence %1: number")},
    {"expires", QT_TRANSLATE_NOOP("haneul::access", "Licence %1: valid until")},
};

constexpr Words alarms[] = {
    {"account_log_ins", QT_TRANSLATE_NOOP("haneul::access", "Many failed log-ins to one account")},
    {"address_log_ins", QT_TRANSLATE_NOOP("haneul::access", "Many failed log-ins from one address")},
    {"all_log_ins", QT_TRANSLATE_NOOP("haneul::access", "Many failed log-ins from everywhere")},
    {"refusals", QT_TRANSLATE_NOOP("haneul::access", "Many calls that were not allowed")},
    {"no_token", QT_TRANSLATE_NOOP("haneul::access", "Many calls without a good token")},
    {"rate", QT_TRANSLATE_NOOP("haneul::access", "Many calls above the allowed rate")},
};

QString wordOf(std::span<const Words> list, const QString& id) {
    const auto found = std::ranges::find_if(list, [&](const Words& each) { return id == QLatin1StringView(each.id); });
    return found == list.end() ? QString() : QCoreApplication::translate("haneul::access", found->text);
}

} // namespace

QString refusalText(const Refusal& why) {
    const auto words = [](const char* text) { return QCoreApplication::translate("haneul::access", text); };
    if (why.code == QLatin1StringView("LOCKED_OUT")) {
        if (!why.wait)
            return words(QT_TRANSLATE_NOOP("haneul::access", "Locked after too many failures: an administrator must "
                                                             "enable the account again."));
        return words(QT_TRANSLATE_NOOP("haneul::access", "Too many failures. The next attempt is possible in %1."))
            .arg(waitText(*why.wait));
    }
    if (why.code == QLatin1StringView("FORBIDDEN"))
        return words(QT_TRANSLATE_NOOP("haneul::access", "Your role does not allow this (%1).")).arg(why.detail);
    const QString known = wordOf(refusals, why.code);
    return known.isEmpty() ? QStringLiteral("%1: %2").arg(why.code, why.detail) : known;
}

QString roleText(const QString& id) {
    const QString known = wordOf(roles, id);
    return known.isEmpty() ? id : known;
}

QString personText(const Person& person) {
    return QStringLiteral("%1 · %2").arg(person.name.isEmpty() ? person.user : person.name, roleText(person.role));
}

QString dateAndTime(std::optional<UtcMs> time) {
    if (!time) return QStringLiteral("–");
    const QString full = QString::fromStdString(toRfc3339(*time)); // 2026-11-21T04:05:06.789Z
    return full.left(10) + u' ' + full.mid(11, 8) + u'Z';
}

QString paperStateText(const PaperRow& paper) {
    const auto words = [](const char* text) { return QCoreApplication::translate("haneul::access", text); };
    switch (paper.state) {
    case PaperRow::State::Valid:
        return words(QT_TRANSLATE_NOOP("haneul::access", "✓ until %1")).arg(paper.expires);
    case PaperRow::State::ExpiresSoon:
        return words(QT_TRANSLATE_NOOP("haneul::access", "▲ expires soon: %1, %2 days left"))
            .arg(paper.expires, QString::number(paper.days_left.value_or(0)));
    case PaperRow::State::Expired:
        return words(QT_TRANSLATE_NOOP("haneul::access", "✕ expired: %1")).arg(paper.expires);
    case PaperRow::State::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("haneul::access", "? not recorded"));
}

QString paperText(const PaperRow& paper) {
    const auto words = [](const char* text) { return QCoreApplication::translate("haneul::access", text); };
    const QString what = paper.insurance        ? words(QT_TRANSLATE_NOOP("haneul::access", "Insurance"))
                         : paper.name.isEmpty() ? words(QT_TRANSLATE_NOOP("haneul::access", "Licence"))
                                                : paper.name;
    return QStringLiteral("%1: %2").arg(what, paperStateText(paper));
}

QString organisationFieldText(const QString& field) {
    const auto parts = field.split(u'.');
    if (parts.size() == 3 && parts.front() == QLatin1StringView("licences"))
        if (const QString words = wordOf(licenceFields, parts.back()); !words.isEmpty()) return words.arg(parts[1]);
    const QString known = wordOf(organisationFields, field);
    return known.isEmpty() ? field : known;
}

QString alarmText(const QString& kind) {
    const QString known = wordOf(alarms, kind);
    return known.isEmpty() ? kind : known;
}

QString waitText(milliseconds wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(wait, milliseconds{0})).count();
    if (seconds < 60) return QCoreApplication::translate("haneul::access", "%1 s").arg(seconds);
    return QCoreApplication::translate("haneul::access", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace haneul::access
