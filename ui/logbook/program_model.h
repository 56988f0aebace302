#pragma once

#include "ui/logbook/program_log.h"

#include <QAbstractTableModel>

#include <deque>

namespace haneul::logbook {

[[nodiscard]] QString severityText(MessageSeverity severity);

// What the program said of itself, newest on top.
class ProgramModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Severity, Source, Text, Count };

    enum Role { SeverityRole = Qt::UserRole }; // int of MessageSeverity

    // `log` must outlive the model.
    explicit ProgramModel(const ProgramLog& log, QObject* parent = nullptr);

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void take();

    const ProgramLog& m_log;
    std::deque<ProgramMessage> m_messages; // newest first
};

} // namespace haneul::logbook
