#pragma once

#include "ui/risk_collision/reich_study.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace haneul::risk::collision {

// N by distance and scenario with the decision as sign and word, and in a last row the least distance of each scenario.
class ResultModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ResultModel(const theme::Theme& theme, QObject* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    void setStudy(const ReichStudy& study, const ReichResults& results);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isLeast(int row) const;

    theme::Theme m_theme;
    ReichStudy m_study;
    ReichResults m_results;
};

} // namespace haneul::risk::collision
