#pragma once

#include "ui/airspace/draft_tables.h"
#include "ui/airspace/zone_editor.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QTableView;

namespace haneul::orders {
class ListView;
}

namespace haneul::airspace {

// The zone in hand by numbers and words: what it is, its volumes, its times, who answers for it, what is wrong with it
// and what it would hit. Every entry is a step of the draft.
class ZoneForm final : public QWidget {
    Q_OBJECT

public:
    enum Page { ZonePage, VolumePage, TimePage, AuthorityPage, CheckPage };

    // `editor` must outlive it.
    ZoneForm(ZoneEditor& editor, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);

    // Where a volume that is typed begins: what the map looks at.
    void setMiddle(std::function<geo::LatLon()> middle) { m_middle = std::move(middle); }

    void open(Page page);                  // brings it to the front and the keyboard into it
    void askImpact();                      // and shows the answer on the last page
    void jumpTo(const std::string& where); // of a finding: its page, and the volume or period that is meant

    [[nodiscard]] const PlainTable& findings() const { return m_findings; }

    [[nodiscard]] const PlainTable& impacts() const { return m_impacts; }

Q_SIGNALS:
    void said(const QString& text); // why something typed was not taken

protected:
    void changeEvent(QEvent* event) override;

private:
    // One limit of the volume in hand: from what it counts, how much, in which unit.
    struct LimitRow {
        QLabel* label;
        QComboBox* reference; // the first entry: ground, or no limit
        QLineEdit* value;
        QComboBox* unit;
    };

    [[nodiscard]] QWidget* zonePage();
    [[nodiscard]] QWidget* volumePage();
    [[nodiscard]] QWidget* timePage();
    [[nodiscard]] QWidget* authorityPage();
    [[nodiscard]] QWidget* checkPage();
    [[nodiscard]] QLineEdit* line(const char* name, const char* step,
                                  const std::function<bool(Zone&, const QString&)>& set,
                                  const std::function<QString(const Zone&)>& text);
    [[nodiscard]] QPushButton* button(const char* name, const std::function<void()>& act);
    [[nodiscard]] QTableView* tableOf(DraftTable& table, const char* name);
    [[nodiscard]] LimitRow limitRow(const char* name, bool lower);
    void connectVolume();
    void word();
    void wordLimits();
    void follow();
    void showVolume();
    void showLimit(const LimitRow& row, const std::optional<geo::VerticalLimit>& limit);
    void showFindings();
    void showImpacts(const Result<std::vector<Impact>>& impacts);
    void writeLimit(const LimitRow& row, bool lower);
    void writeRadius();
    void typeVolume(bool circle);
    void showPicked();
    [[nodiscard]] static int chosenRow(const QTableView& view);

    struct Field {
        QLineEdit* edit;
        std::function<QString(const Zone&)> text;
    };

    ZoneEditor& m_editor;
    std::function<geo::LatLon()> m_middle;
    PointTable m_points;
    PeriodTable m_periods;
    AuthorityTable m_authorities;
    PlainTable m_findings;
    PlainTable m_impacts;
    std::vector<std::string> m_places; // of the findings
    std::vector<Field> m_fields;
    Zone m_impactOf; // the zone that the shown impacts are of
    bool m_following = false;

    QTabWidget* m_tabs;
    std::vector<QLabel*> m_labels; // of the first page
    QLineEdit *m_identifier = nullptr, *m_country = nullptr, *m_name = nullptr, *m_otherReason = nullptr,
              *m_conditions = nullptr, *m_message = nullptr;
    QComboBox* m_type = nullptr;
    std::array<QCheckBox*, 10> m_reasons{};
    QComboBox* m_layer = nullptr;
    QPushButton *m_addPolygon = nullptr, *m_addCircle = nullptr, *m_removeVolume = nullptr, *m_insertCorner = nullptr,
                *m_removeCorner = nullptr;
    LimitRow m_lower{}, m_upper{};
    QLabel* m_radiusLabel = nullptr;
    QLineEdit* m_radius = nullptr;
    QTableView* m_pointView = nullptr;
    QLabel* m_timeNote = nullptr;
    QTableView* m_periodView = nullptr;
    QPushButton *m_addPeriod = nullptr, *m_addDaily = nullptr, *m_removePeriod = nullptr;
    QTableView* m_authorityView = nullptr;
    QPushButton *m_addAuthority = nullptr, *m_removeAuthority = nullptr;
    QLabel *m_findingSummary = nullptr, *m_impactSummary = nullptr;
    orders::ListView *m_findingView = nullptr, *m_impactView = nullptr;
};

} // namespace haneul::airspace
