#pragma once

#include "ui/study_store/study_desk.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace haneul::study_store {

// What every page of the risk studio does with its studies: saves the one it shows, opens another, compares with one,
// writes a document.
class StudyKeeper final : public QObject {
    Q_OBJECT

public:
    // `page` is its parent and that of its dialogs; the desk must outlive it.
    StudyKeeper(StudyDesk& desk, std::string_view kind, QWidget& page);

    [[nodiscard]] const std::optional<StudyHead>& opened() const { return m_opened; } // none: not kept yet

    [[nodiscard]] QString name() const; // of it; empty: it has none

    void forget() { m_opened.reset(); } // what is shown now is another study

    void save(NewStudy study); // asks for a name; the id, the revision and the kind are its own
    void open();               // asks which
    // Asks for a file; what is said to people comes by said().
    void exportAs(const QString& proposed, std::function<Result<void>(const QString& path)> write);

Q_SIGNALS:
    void openWanted(const SavedStudy& study); // opened() is of it
    void compareWanted(const SavedStudy& study);
    void said(const QString& text, bool trouble);

private:
    StudyDesk& m_desk;
    std::string m_kind;
    QWidget& m_page;
    std::optional<StudyHead> m_opened;
};

// "Opened: Corridor A, saved 2026-11-26 04:05:06Z by Kim."
[[nodiscard]] QString openedText(const StudyHead& head);

} // namespace haneul::study_store
