#pragma once

#include "ui/actions/action_registry.h"
#include "ui/city/city_desk.h"
#include "ui/city/dataset_model.h"
#include "ui/theme/theme.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;

namespace haneul::orders {
class ListView;
}

namespace haneul::city {

// The datasets of the ground with kind, source and date; beside them what the chosen one gave, row by row. Files come
// in from here, and datasets go out of use.
class CityPanel final : public QWidget {
    Q_OBJECT

public:
    using Middle = std::function<geo::LatLon()>; // of what is looked at: where a synthetic city begins

    CityPanel(CityDesk& desk, const actions::ActionRegistry& registry, Middle middle, const theme::Theme& theme,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);

    // Of the actions ground.import, ground.synthetic and ground.retire.
    void importFile(); // asks for the file
    void makeSynthetic();
    void retire();
    // Opens the dialog for a file that is read already.
    void importBytes(const QString& name, const QByteArray& bytes);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const actions::ActionRegistry& registry, const theme::Theme& theme);
    void word();
    void showState();
    void showChosen();
    [[nodiscard]] const KnownDataset* chosen() const;
    [[nodiscard]] QString detailsOf(const KnownDataset& known) const;

    CityDesk& m_desk;
    const actions::ActionRegistry& m_registry;
    Middle m_middle;
    DatasetModel m_model;
    QSortFilterProxyModel m_sorted;
    orders::ListView* m_list = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace haneul::city
