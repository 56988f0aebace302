#pragma once

#include "core/base/error.h"
#include "ui/window/layout.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace haneul::window {

// How a desk was last seen, written while it runs: what a crash may not take away.
struct Session {
    bool cleanEnd = false;   // ended as asked
    bool afterCrash = false; // began because the one before had crashed
    bool settled = false;    // has run long enough that its start is not what crashes
    QString theme;           // empty: as the program chooses; so the next two
    QString language;
    std::optional<double> textScale;
    QString workspace; // the one last opened or saved; factory layouts by their id
    QString selection; // track id
    std::optional<Layout> layout;
    QJsonObject drafts;

    bool operator==(const Session&) const = default;
};

inline constexpr int sessionSchema = 1;
inline constexpr qint64 maxSessionBytes = 4 * 1024 * 1024;

[[nodiscard]] QByteArray sessionToJson(const Session& session);
// A file that is not there is no session. Codes: SESSION_UNREADABLE (cannot be read, too large, not our JSON, or of
// another schema).
[[nodiscard]] Result<std::optional<Session>> loadSession(const QString& path);

// How to begin, given how the last session was left.
enum class Beginning {
    Fresh,     // nothing was kept
    Continued, // as it was left
    Recovered, // it crashed: as it was left, and said so
    Safe,      // it crashed twice, the second time soon after its start: factory layout, no 3D, drafts kept
};
[[nodiscard]] Beginning beginningAfter(const std::optional<Session>& last);

// Puts a file that cannot be used beside itself so that nothing is lost; the new path, empty when that failed.
[[nodiscard]] QString keepAside(const QString& path);

} // namespace haneul::window
