#include "ui/help/help_pages.h"

#include "ui/actions/action_registry.h"
#include "ui/search/match.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace haneul::help {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::help::HelpPages)
};

constexpr const char* ids[] = {"start",       "map",      "scene3d",  "tracks",  "feeds",   "notices",
                               "log",         "notes",    "people",   "replay",  "layers",  "measure",
                               "windows",     "settings", "networks", "orders",  "fleet",   "airspace",
                               "capacity",    "plans",    "ground",   "diagram", "profile", "collision_risk",
                               "ground_risk", "paths",    "keys",     "health",  "glossary"};

// Topics that have no page of their own.
constexpr std::pair<const char*, const char*> topics[] = {
    {"window", "windows"},   {"workspaces", "windows"}, {"themes", "settings"}, {"language", "settings"},
    {"about", "start"},      {"palette", "start"},      {"help", "start"},      {"wizard", "start"},
    {"support", "settings"}, {"access", "people"},      {"session", "people"},
};

QString escaped(QString text) {
    return text.replace(u'|', QStringLiteral("\\|"));
}

QString keyText(const QKeySequence& key) {
    const QString text = key.isEmpty() ? Words::tr("no key") : key.toString(QKeySequence::NativeText);
    // Not by asterisks: they mean nothing between punctuation and Hangul ("Ctrl+," before a particle).
    return QStringLiteral("<b>%1</b>").arg(escaped(text.toHtmlEscaped()));
}

// What a person reads: no marks, no placeholders, the texts of links.
QStringList plainLines(const QString& source) {
    static const QRegularExpression placeholder(QStringLiteral("\\{[^}]*\\}"));
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[*`#|]|^\\s*(-|\\d+\\.)\\s|-{3,}"));
    QStringList lines;
    for (QString line : source.split(u'\n')) {
        line.replace(link, QStringLiteral("\\1")).remove(placeholder).replace(marks, QStringLiteral(" "));
        line = line.simplified();
        if (!line.isEmpty()) lines << line;
    }
    return lines;
}

} // namespace

std::span<const char* const> pageIds() {
    return ids;
}

bool isTopic(const QString& topic) {
    return std::ranges::any_of(ids, [&](const char* id) { return topic == QLatin1StringView(id); }) ||
           std::ranges::any_of(topics, [&](const auto& each) { return topic == QLatin1StringView(each.first); });
}

QString pageOf(const QString& topic) {
    for (const auto& [name, page] : topics)
        if (topic == QLatin1StringView(name)) return QString::fromLatin1(page);
    return isTopic(topic) ? topic : QString::fromLatin1(ids[0]);
}

HelpPages::HelpPages(const QString& language)
    : m_language(language == QLatin1StringView("ko") ? language : QStringLiteral("en")) {
    for (const char* id : ids) {
        QFile file(QStringLiteral(":/haneul/help/%1/%2.md").arg(m_language, QLatin1StringView(id)));
        if (!file.open(QIODevice::ReadOnly)) continue;
        Page page{.id = QString::fromLatin1(id), .source = QString::fromUtf8(file.readAll())};
        page.lines = plainLines(page.source);
        page.title = page.lines.isEmpty() ? page.id : page.lines.takeFirst();
        m_pages.push_back(std::move(page));
    }
}

const HelpPages::Page* HelpPages::find(const QString& page) const {
    const auto found = std::ranges::find(m_pages, page, &Page::id);
    return found == m_pages.end() ? nullptr : &*found;
}

QString HelpPages::title(const QString& page) const {
    const Page* found = find(page);
    return found ? found->title : QString();
}

QString HelpPages::source(const QString& page) const {
    const Page* found = find(page);
    return found ? found->source : QString();
}

QString HelpPages::markdown(const QString& page, const KeyOf& keyOf) const {
    QString text = source(page);
    static const QRegularExpression key(QStringLiteral("\\{key:([a-z0-9_.]+)\\}"));
    for (auto match = key.match(text); match.hasMatch(); match = key.match(text)) {
        const QByteArray id = match.captured(1).toLatin1();
        text.replace(match.capturedStart(), match.capturedLength(), keyText(keyOf(QLatin1StringView(id))));
    }
    QString table;
    for (const actions::ActionInfo& info : actions::allActions())
        if (pageOf(QString::fromLatin1(info.helpPage)) == page)
            table += QStringLiteral("| %1 | %2 |\n")
                         .arg(escaped(QCoreApplication::translate("haneul::actions", info.text)),
                              keyText(keyOf(QLatin1StringView(info.id))));
    if (!table.isEmpty())
        table = QStringLiteral("## %1\n| %2 | %1 |\n|---|---|\n").arg(Words::tr("Keys"), Words::tr("Action")) + table;
    return text.replace(QStringLiteral("{keys}"), table);
}

std::vector<Hit> HelpPages::search(const QString& typed) const {
    const search::Query query(typed);
    std::vector<std::pair<search::Score, Hit>> found;
    if (query.isEmpty()) return {};
    for (const Page& page : m_pages) {
        search::Score best = query.score(search::folded(page.title));
        Hit hit{page.id, page.title, {}};
        if (best > 0) {
            best += 20'000; // a title goes before any text
        } else {
            for (const QString& line : page.lines) {
                const search::Score score = query.score(search::folded(line));
                if (score <= search::inOnePiece || score <= best) continue;
                best = score;
                hit.excerpt = line;
            }
        }
        if (best > 0) found.emplace_back(best, hit);
    }
    std::ranges::stable_sort(found, std::greater{}, &std::pair<search::Score, Hit>::first);
    std::vector<Hit> hits;
    for (auto& [score, hit] : found)
        hits.push_back(std::move(hit));
    return hits;
}

} // namespace haneul::help
