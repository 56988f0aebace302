#pragma once

#include "ui/wizard/answers.h"
#include "ui/wizard/live_test.h"

#include <QDialog>

#include <functional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace haneul::wizard {

struct FirstRunDependencies {
    QString language; // to begin with
    // Changes the language of the program while the questions are asked.
    std::function<void(const QString& id)> setLanguage;
    // What a map pack has and lacks, one line each; the first is the verdict. Called on a thread of its own.
    std::function<QStringList(const QString& path)> inspectMap;
    // Empty: the text is the URL of a broker; else what is wrong with it.
    std::function<QString(const QString& url)> wrongWithBroker;
};

// Four questions on a new data folder: language and units, area, map, data. Every one has an answer already, so that
// Enter four times is enough; one can go back, and Escape takes the answers that stand there.
class FirstRun final : public QDialog {
    Q_OBJECT

public:
    explicit FirstRun(FirstRunDependencies dependencies, QWidget* parent = nullptr);

    [[nodiscard]] const Answers& answers() const { return m_answers; }

    static constexpr int steps = 4;

protected:
    void changeEvent(QEvent* event) override;

private:
    QVBoxLayout* addStep();
    void buildLanguage();
    void buildArea();
    void buildMap();
    void buildSource();
    void word();
    void go(int step);
    void next();
    void filterAreas();
    void inspectMap();
    void chooseSource();
    void test();
    void showTest();
    void take(); // the fields into the answers
    [[nodiscard]] QString wrong() const;

    FirstRunDependencies m_given;
    Answers m_answers;
    LiveTest m_test;
    QLabel* m_title;
    QLabel* m_help;
    QStackedWidget* m_pages;
    QLabel* m_wrong;
    QPushButton* m_skip;
    QPushButton* m_back;
    QPushButton* m_next;
    QLabel* m_unitsTitle = nullptr;
    QRadioButton* m_korean = nullptr;
    QRadioButton* m_english = nullptr;
    QRadioButton* m_metric = nullptr;
    QRadioButton* m_aviation = nullptr;
    QLineEdit* m_areaSearch = nullptr;
    QListWidget* m_areas = nullptr;
    QRadioButton* m_shippedMap = nullptr;
    QRadioButton* m_ownMap = nullptr;
    QLineEdit* m_mapPath = nullptr;
    QPushButton* m_mapBrowse = nullptr;
    QLabel* m_mapReport = nullptr;
    QButtonGroup* m_sources = nullptr;
    QLineEdit* m_url = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_sbsPort = nullptr;
    QSpinBox* m_mavlinkPort = nullptr;
    QPushButton* m_try = nullptr;
    QLabel* m_tried = nullptr;
};

} // namespace haneul::wizard
