#pragma once

#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/airspace/zone_editor.h"
#include "ui/airspace/zone_model.h"
#include "ui/airspace/zone_selection.h"
#include "ui/orders/list_filter.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTextBrowser;
class QToolBar;

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::orders {
class ListView;
}

namespace haneul::airspace {

class ZoneForm;

// The panel "Airspace": all zones as a list, everything about the chosen one, files in and out, and the form of the
// zone that is drawn. Without the scope zone.write it only shows.
class ZonePanel final : public QWidget {
    Q_OBJECT

public:
    // Must all outlive it. The actions "zone.*" of `registry` are this panel's.
    ZonePanel(ZoneEditor& editor, ZoneSelection& selection, const actions::ActionRegistry& registry,
              const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setLanguage(const QString& language);           // of the names of zones
    void setMiddle(std::function<geo::LatLon()> middle); // of the map
    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    void importFrom(const QString& file); // shows what is in it, to be taken or not
    void exportTo(const QString& file);   // what the list shows, as ED-318

Q_SIGNALS:
    void allWanted(const QString& key); // look at all of that zone; empty: of the draft
    void frontWanted();                 // something of it must be seen now
    void mapWanted();                   // a tool for the map is in hand

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* listSide();
    void switchSide();
    void connectActions();
    void on(const char* id, const std::function<void()>& act);
    [[nodiscard]] QAction& action(const char* id) const;
    void word();
    void narrow();
    void showZones();
    void showChosen();
    void showActions();
    void showState();
    void choose(const QString& key);
    void say(const QString& text); // until the next change; empty: nothing

    void focusFilter();
    void askImpact();
    void beginNew();
    void edit();
    void publish();
    void publishNow();
    void askStale();
    void discard();
    void withdraw();
    void chooseImport();
    void chooseExport();
    void offer(const QString& name, Result<ZoneFile> file);
    [[nodiscard]] std::vector<Zone> shownZones() const;

    ZoneEditor& m_editor;
    ZoneSelection& m_selection;
    const actions::ActionRegistry& m_registry;
    theme::Theme m_theme;
    QString m_language;
    ZoneModel m_model;
    orders::ListFilter m_filter;
    QString m_message;
    bool m_wasEditing = false;
    QList<int> m_sizesBefore; // of the halves, before the draft

    QToolBar* m_listBar = nullptr;
    QToolBar* m_draftBar = nullptr;
    QSplitter* m_halves = nullptr;
    QLineEdit* m_words = nullptr;
    QComboBox* m_type = nullptr;
    QCheckBox* m_onlyActive = nullptr;
    QLabel* m_summary = nullptr;
    orders::ListView* m_list = nullptr;
    QStackedWidget* m_sides = nullptr;
    QTextBrowser* m_details = nullptr;
    ZoneForm* m_form = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace haneul::airspace
