#pragma once

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace haneul::window {

// What the About page says besides its own texts.
struct AboutFacts {
    struct Library {
        QString name;
        std::function<QString()> version; // the one that runs, not the one it was built with; empty: not known yet
    };

    struct MapCredit {
        QString layer, source, licence;
        QString date; // of the data; empty when the source does not say
    };

    struct LogHead {
        std::uint64_t sequence = 0; // 0: nothing is written yet
        QString digest;             // hexadecimal
    };

    QString version;
    QString buildType; // "Release"
    QString compiler;  // "GCC 14.2.0"
    std::vector<Library> libraries;
    QString instance;                   // id, 32 hexadecimal characters
    std::function<LogHead()> logHead{}; // as it is at the moment; may be empty
    QString mapCredits;                 // the line on the map
    std::vector<MapCredit> mapSources;  // of the map pack
};

} // namespace haneul::window
