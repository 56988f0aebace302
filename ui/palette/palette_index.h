#pragma once

#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/search/both_languages.h"
#include "ui/search/match.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::palette {

enum class Kind { Action, Track, Place, Setting, Page };

struct Place {
    QString name;
    QString detail; // "city, Gyeonggi"
    geo::LatLon position;
    double zoom = 12;
};

struct Page { // of the help
    QString id;
    QString title;
};

// Where the palette finds what it does not know itself. Each must answer at once: it is asked at every key. An empty
// function brings nothing.
struct Sources {
    std::function<situation::SituationPtr()> situation;
    std::function<std::vector<Place>(const QString& typed)> places; // best first
    std::function<std::vector<Page>(const QString& typed)> pages;   // best first
};

// One line of the palette.
struct Item {
    Kind kind = Kind::Action;
    QString id;     // action, setting, page; the track's id; a place's name
    QString text;   // in the language of the desk
    QString detail; // scope, group, source, or why it cannot be done now
    QString key;
    bool enabled = true;
    geo::LatLon position; // Place
    double zoom = 0;
    search::Score score = 0;

    [[nodiscard]] QString name() const; // "action:map.fit_all": what `recent` holds
};

// What the palette looks through: actions, tracks, places, settings, help pages.
class PaletteIndex {
public:
    static constexpr std::size_t limit = 60;
    static constexpr qsizetype keptRecent = 12;

    PaletteIndex(const actions::ActionRegistry& registry, Sources sources);

    // Best first; among equal answers what was used last goes first. Nothing typed: what was used last, then all
    // actions.
    [[nodiscard]] std::vector<Item> find(const QString& typed);

    [[nodiscard]] const QStringList& recent() const { return m_recent; } // latest first

    void setRecent(const QStringList& names) { m_recent = names.first(std::min(names.size(), keptRecent)); }

    void used(const Item& item);

private:
    struct Named {
        QStringList names; // folded, every language
    };

    struct TrackNames {
        traffic::TrackPtr track;
        QString id, shortId, label; // folded
    };

    void lookAtTracks();
    void addActions(const search::Query& query, std::vector<Item>& found) const;
    void addSettings(const search::Query& query, std::vector<Item>& found) const;
    void addTracks(const QString& typed, const search::Query& query, std::vector<Item>& found) const;
    void addGiven(const QString& typed, const search::Query& query, std::vector<Item>& found) const;
    [[nodiscard]] Item actionItem(std::size_t index) const;
    [[nodiscard]] static Item trackItem(const traffic::Track& track);
    [[nodiscard]] std::vector<Item> withoutQuery() const;

    const actions::ActionRegistry& m_registry;
    Sources m_sources;
    search::BothLanguages m_languages;
    std::vector<Named> m_actions;  // beside actions::allActions()
    std::vector<Named> m_settings; // beside settings::allSettings()
    std::vector<TrackNames> m_tracks;
    situation::SituationPtr m_seen;
    QStringList m_recent;
};

[[nodiscard]] QString kindText(Kind kind);

} // namespace haneul::palette
