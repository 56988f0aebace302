#include "ui/palette/palette_index.h"

#include "ui/actions/action_registry.h"
#include "ui/settings/setting_list.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace haneul::palette {

namespace {

constexpr qsizetype usedBefore = 300;        // moves within a kind of answer, never past a better kind
constexpr search::Score disabledOff = 3'000; // what cannot be done now stands behind what can
constexpr std::size_t tracksShown = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::palette::Palette)
};

QLatin1StringView kindName(Kind kind) {
    switch (kind) {
    case Kind::Action:
        return QLatin1StringView("action");
    case Kind::Track:
        return QLatin1StringView("track");
    case Kind::Place:
        return QLatin1StringView("place");
    case Kind::Setting:
        return QLatin1StringView("setting");
    case Kind::Page:
        return QLatin1StringView("page");
    }
    return {};
}

QString whyDisabled(const QAction& action, QLatin1StringView scope) {
    const QString said = action.property("disabledReason").toString();
    if (!said.isEmpty()) return said;
    return scope == QLatin1StringView("replay") ? Words::tr("only while a recording is shown")
                                                : Words::tr("not possible now");
}

} // namespace

QString kindText(Kind kind) {
    switch (kind) {
    case Kind::Action:
        return Words::tr("Action");
    case Kind::Track:
        return Words::tr("Track");
    case Kind::Place:
        return Words::tr("Place");
    case Kind::Setting:
        return Words::tr("Setting");
    case Kind::Page:
        return Words::tr("Help");
    }
    return {};
}

QString Item::name() const {
    return kindName(kind) + u':' + id;
}

PaletteIndex::PaletteIndex(const actions::ActionRegistry& registry, Sources sources)
    : m_registry(registry)
    , m_sources(std::move(sources)) {
    for (const actions::ActionInfo& info : actions::allActions()) {
        QStringList names = m_languages.of("haneul::actions", info.text);
        names << search::folded(QString::fromLatin1(info.id));
        m_actions.push_back({names});
    }
    for (const settings::SettingInfo& info : settings::allSettings())
        m_settings.push_back({m_languages.of("haneul::settings", info.text)});
}

void PaletteIndex::used(const Item& item) {
    m_recent.removeAll(item.name());
    m_recent.prepend(item.name());
    setRecent(m_recent);
}

// Names of tracks rarely change while the picture changes ten times a second: only new ones are made.
void PaletteIndex::lookAtTracks() {
    if (!m_sources.situation) return;
    situation::SituationPtr now = m_sources.situation();
    if (!now || now == m_seen) return;
    m_seen = std::move(now);
    const auto& tracks = m_seen->tracks;
    const auto named = [](const TrackNames& names, const traffic::TrackPtr& track) {
        return names.track == track || (names.track->id == track->id && names.track->label == track->label);
    };
    if (std::ranges::equal(m_tracks, tracks, named)) {
        for (std::size_t i = 0; i < tracks.size(); ++i)
            m_tracks[i].track = tracks[i];
        return;
    }
    std::vector<TrackNames> names;
    names.reserve(tracks.size());
    auto old = m_tracks.begin();
    for (const traffic::TrackPtr& track : tracks) {
        while (old != m_tracks.end() && old->track->id < track->id)
            ++old;
        if (old != m_tracks.end() && named(*old, track)) {
            names.push_back(std::move(*old++));
            names.back().track = track;
            continue;
        }
        const QString id = search::folded(QString::fromStdString(track->id));
        names.push_back(
            {track, id, id.sliced(id.indexOf(u':') + 1), search::folded(QString::fromStdString(track->label))});
    }
    m_tracks = std::move(names);
}

Item PaletteIndex::actionItem(std::size_t index) const {
    const actions::ActionInfo& info = actions::allActions()[index];
    const QAction& action = *m_registry.actions()[index];
    const QLatin1StringView scope(info.scope);
    Item item{.kind = Kind::Action,
              .id = QString::fromLatin1(info.id),
              .text = action.text(),
              .detail = actions::scopeText(scope),
              .key = action.shortcut().toString(QKeySequence::NativeText),
              .enabled = action.isEnabled()};
    if (!item.enabled) item.detail += QStringLiteral(" · ") + whyDisabled(action, scope);
    return item;
}

Item PaletteIndex::trackItem(const traffic::Track& track) {
    const QString id = QString::fromStdString(track.id);
    const QString label = QString::fromStdString(track.label).trimmed();
    Item item{.kind = Kind::Track,
              .id = id,
              .text = label.isEmpty() ? id : label,
              .detail = label.isEmpty() ? QString() : id};
    if (track.position) return item;
    const QString unknown = Words::tr("position not known");
    item.detail = item.detail.isEmpty() ? unknown : item.detail + QStringLiteral(" · ") + unknown;
    return item;
}

void PaletteIndex::addActions(const search::Query& query, std::vector<Item>& found) const {
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const search::Score score = query.best(m_actions[i].names);
        if (score == 0) continue;
        found.push_back(actionItem(i));
        found.back().score = found.back().enabled ? score : std::max<search::Score>(1, score - disabledOff);
    }
}

void PaletteIndex::addSettings(const search::Query& query, std::vector<Item>& found) const {
    for (std::size_t i = 0; i < m_settings.size(); ++i) {
        const search::Score score = query.best(m_settings[i].names);
        if (score == 0) continue;
        const settings::SettingInfo& info = settings::allSettings()[i];
        found.push_back({.kind = Kind::Setting,
                         .id = QString::fromLatin1(info.id),
                         .text = settings::textOf(info),
                         .detail = settings::groupText(QLatin1StringView(info.group)),
                         .score = score});
    }
}

void PaletteIndex::addTracks(const QString& typed, const search::Query& query, std::vector<Item>& found) const {
    const bool wholeId = typed.contains(u':');
    std::vector<std::pair<search::Score, const traffic::Track*>> best;
    best.reserve(m_tracks.size());
    for (const TrackNames& each : m_tracks) {
        search::Score score = query.score(each.shortId);
        if (!each.label.isEmpty()) score = std::max(score, query.score(each.label));
        if (wholeId && score == 0) score = query.score(each.id);
        if (score > 0) best.emplace_back(score, each.track.get());
    }
    const auto shown = std::min(tracksShown, best.size());
    std::ranges::partial_sort(best, best.begin() + static_cast<std::ptrdiff_t>(shown),
                              [](const auto& a, const auto& b) {
                                  return a.first != b.first ? a.first > b.first : a.second->id < b.second->id;
                              });
    for (std::size_t i = 0; i < shown; ++i) {
        found.push_back(trackItem(*best[i].second));
        found.back().score = best[i].first;
    }
}

void PaletteIndex::addGiven(const QString& typed, const search::Query& query, std::vector<Item>& found) const {
    search::Score order = 0; // their own order counts among equals
    if (m_sources.places)
        for (const Place& place : m_sources.places(typed))
            found.push_back(
                {.kind = Kind::Place,
                 .id = place.name,
                 .text = place.name,
                 .detail = place.detail,
                 .position = place.position,
                 .zoom = place.zoom,
                 .score = std::max<search::Score>(2'000, query.score(search::folded(place.name))) - order++});
    order = 0;
    if (m_sources.pages)
        for (const Page& page : m_sources.pages(typed))
            found.push_back(
                {.kind = Kind::Page,
                 .id = page.id,
                 .text = page.title,
                 .score = std::max<search::Score>(1'000, query.score(search::folded(page.title)) - 1) - order++});
}

std::vector<Item> PaletteIndex::withoutQuery() const {
    std::vector<Item> items;
    for (const QString& name : m_recent) {
        const QString id = name.sliced(name.indexOf(u':') + 1);
        if (name.startsWith(u"track:")) {
            const auto found =
                std::ranges::find(m_tracks, id.toStdString(), [](const auto& each) { return each.track->id; });
            if (found != m_tracks.end()) items.push_back(trackItem(*found->track));
        }
        if (!name.startsWith(u"setting:")) continue;
        const QByteArray latin = id.toLatin1();
        const settings::SettingInfo* info = settings::findSetting(QLatin1StringView(latin));
        if (info)
            items.push_back({.kind = Kind::Setting,
                             .id = id,
                             .text = settings::textOf(*info),
                             .detail = settings::groupText(QLatin1StringView(info->group))});
    }
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        items.push_back(actionItem(i));
    return items;
}

std::vector<Item> PaletteIndex::find(const QString& typed) {
    lookAtTracks();
    const search::Query query(typed);
    std::vector<Item> found;
    if (query.isEmpty()) {
        found = withoutQuery();
    } else {
        addActions(query, found);
        addTracks(typed, query, found);
        addSettings(query, found);
        addGiven(typed, query, found);
    }
    const auto recency = [this](const Item& item) {
        const qsizetype at = m_recent.indexOf(item.name());
        return at < 0 ? keptRecent : at;
    };
    for (Item& item : found)
        item.score += static_cast<search::Score>((keptRecent - recency(item)) * usedBefore / keptRecent);
    std::ranges::stable_sort(found, std::greater{}, &Item::score);
    if (!query.isEmpty() && found.size() > limit) found.resize(limit);
    return found;
}

} // namespace haneul::palette
