#pragma once

#include "ui/logbook/decision_source.h"

#include <QAbstractTableModel>

#include <deque>

namespace haneul::logbook {

// Entries of the event log, newest on top, read page by page as the view asks for more; new ones come in by themselves.
class DecisionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, User, Role, What, Details, Number, Count };

    static constexpr std::size_t pageSize = 200;

    // `source` must outlive the model.
    explicit DecisionModel(const DecisionSource& source, QObject* parent = nullptr);

    void setFilter(const DecisionFilter& filter);
    void readAgain(); // from the newest
    void retranslate();

    [[nodiscard]] const Decision* at(const QModelIndex& index) const;

    [[nodiscard]] bool isReading() const { return m_reading; }

    [[nodiscard]] bool isWhole() const { return m_last; } // nothing older is left to read

    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void progressed(); // rows, isReading(), isWhole() or problem()

private:
    void readNewer();
    void read(std::optional<std::uint64_t> before, void (DecisionModel::*take)(DecisionPage));
    void takeOlder(DecisionPage page);
    void takeNewer(DecisionPage page);
    void replace(DecisionPage page);

    const DecisionSource& m_source;
    DecisionFilter m_filter;
    std::deque<Decision> m_entries;
    std::optional<Error> m_problem;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
    bool m_reading = false;
    bool m_last = false;
    bool m_newer = false; // told of new entries while a page was under way
};

} // namespace haneul::logbook
