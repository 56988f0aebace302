#pragma once

#include <QKeySequence>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace haneul::help {

// The pages in the order of the table of contents.
[[nodiscard]] std::span<const char* const> pageIds();

// On which page a topic is explained; actions and views name topics ("themes"), and a page holds one or several
// ("settings"). The first page for a topic that nobody wrote about.
[[nodiscard]] QString pageOf(const QString& topic);
[[nodiscard]] bool isTopic(const QString& topic);

// The key an action has now.
using KeyOf = std::function<QKeySequence(QLatin1StringView actionId)>;

struct Hit {
    QString page;
    QString title;
    QString excerpt; // where it was found; empty: in the title
};

// The manual in one language, compiled into the program. In a page, {key:ID} stands for the key of that action as it is
// now, {keys} for all actions that belong to the page: so no page names a key that was changed.
class HelpPages {
public:
    explicit HelpPages(const QString& language); // "ko"; English for any other

    [[nodiscard]] const QString& language() const { return m_language; }

    [[nodiscard]] QString title(const QString& page) const; // empty: there is no such page
    [[nodiscard]] QString source(const QString& page) const;
    [[nodiscard]] QString markdown(const QString& page, const KeyOf& keyOf) const;
    [[nodiscard]] std::vector<Hit> search(const QString& typed) const; // best first

private:
    struct Page {
        QString id;
        QString title;
        QString source;
        QStringList lines; // of plain text, as searched
    };

    [[nodiscard]] const Page* find(const QString& page) const;

    QString m_language;
    std::vector<Page> m_pages;
};

} // namespace haneul::help
