#include "ui/study_store/words.h"

#include "ui/delivery/words.h"

#include <QCoreApplication>

#include <utility>

namespace haneul::study_store {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::study_store::Words)
};

constexpr std::pair<std::string_view, const char*> kinds[] = {
    {"reich", QT_TRANSLATE_NOOP("haneul::study_store::Words", "Collision risk")},
    {"reich.preset", QT_TRANSLATE_NOOP("haneul::study_store::Words", "Preset of the Reich model")},
    {"reich.overlap", QT_TRANSLATE_NOOP("haneul::study_store::Words", "Overlap table")},
    {"risk.ground", QT_TRANSLATE_NOOP("haneul::study_store::Words", "Ground risk")},
    {"path", QT_TRANSLATE_NOOP("haneul::study_store::Words", "Path")},
};

constexpr std::pair<std::string_view, const char*> refusals[] = {
    {"NO_STUDIES", QT_TRANSLATE_NOOP("haneul::study_store::Words", "This console keeps no studies.")},
    {"NO_SUCH_STUDY", QT_TRANSLATE_NOOP("haneul::study_store::Words", "There is no such saved study.")},
    {"STUDY_RETIRED", QT_TRANSLATE_NOOP("haneul::study_store::Words", "It was retired before.")},
    {"STALE_REVISION", QT_TRANSLATE_NOOP("haneul::study_store::Words",
                                         "Somebody has saved it meanwhile. Open it again, or save under a new name.")},
    {"BAD_NAME", QT_TRANSLATE_NOOP("haneul::study_store::Words",
                                   "A name of 1 to 200 bytes is wanted, and not that of a preset of the program.")},
    {"STUDY_TOO_LARGE", QT_TRANSLATE_NOOP("haneul::study_store::Words", "The study is too large to be kept.")},
};

} // namespace

QString kindText(std::string_view kind) {
    for (const auto& [id, text] : kinds)
        if (id == kind) return Words::tr(text);
    return QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
}

QString whenText(UtcMs time) {
    const auto text = toRfc3339(time); // 2026-11-26T04:05:06.000Z
    return QString::fromStdString(text.substr(0, 10) + ' ' + text.substr(11, 8) + 'Z');
}

QString refusalText(const Error& error) {
    for (const auto& [code, text] : refusals)
        if (code == error.code) return Words::tr(text);
    return delivery::refusalText(error);
}

} // namespace haneul::study_store
