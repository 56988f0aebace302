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
    {"BUSY", QT_TRANSLATE_NOOP("haneul::access", "Too many log-ins at once. Try again in a moment.")},
    {"LOG_BUSY", QT_TRANSLATE_NOOP("haneul::access", "The event log is busy. Try again in a moment.")},
    {"LOG_WRITE",
     QT_TRANSLATE_NOOP("haneul::access", "Nothing was changed: the event log cannot be written. Is the disk full?")},
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

QString waitText(milliseconds wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(wait, milliseconds{0})).count();
    if (seconds < 60) return QCoreApplication::translate("haneul::access", "%1 s").arg(seconds);
    return QCoreApplication::translate("haneul::access", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace haneul::access
