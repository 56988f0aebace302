#include "tests/support/latency_main.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace haneul::settings;
using namespace Qt::Literals::StringLiterals;

class SettingsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everySettingHasARow();
    void whatIsChosenWorksAtOnceAndIsMarked();
    void whatOthersChangeIsShown();
    void searchLeavesWhatWasMeant_data();
    void searchLeavesWhatWasMeant();
    void resetAll();
    void oneSettingIsBroughtUp();

private:
    std::optional<Settings> m_settings;
    std::optional<SettingsDialog> m_dialog;
};

void SettingsDialogTest::init() {
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s));
    m_dialog.reset();
    m_settings.emplace(QString());
    m_dialog.emplace(*m_settings);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(&*m_dialog));
}

void SettingsDialogTest::everySettingHasARow() {
    for (const SettingInfo& info : allSettings()) {
        const auto* editor = m_dialog->findChild<QWidget*>(QString::fromLatin1(info.id));
        QVERIFY2(editor, info.id);
        QVERIFY2(!editor->accessibleName().isEmpty(), info.id);
    }
}

void SettingsDialogTest::whatIsChosenWorksAtOnceAndIsMarked() {
    auto* scale = m_dialog->findChild<QSpinBox*>(u"appearance.text_scale"_s);
    auto* mark = m_dialog->findChild<QLabel*>(u"changed:appearance.text_scale"_s);
    auto* reset = m_dialog->findChild<QPushButton*>(u"reset:appearance.text_scale"_s);
    QVERIFY(mark->text().isEmpty() && !reset->isEnabled());
    scale->setValue(120);
    QCOMPARE(m_settings->number("appearance.text_scale"_L1), 120.0);
    QVERIFY(!mark->text().isEmpty() && reset->isEnabled());
    reset->click();
    QCOMPARE(scale->value(), 100);
    QVERIFY(mark->text().isEmpty() && !m_settings->isChanged("appearance.text_scale"_L1));

    auto* vector = m_dialog->findChild<QComboBox*>(u"map.vector_s"_s);
    QCOMPARE(vector->currentData().toString(), u"30"_s);
    vector->setFocus();
    QTest::keyClick(vector, Qt::Key_Down);
    QCOMPARE(m_settings->number("map.vector_s"_L1), 60.0);

    auto* theme = m_dialog->findChild<QComboBox*>(u"appearance.theme"_s);
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_Down);
    QCOMPARE(m_settings->text("appearance.theme"_L1), u"light"_s);
}

void SettingsDialogTest::whatOthersChangeIsShown() {
    m_settings->setValue("appearance.theme"_L1, u"contrast"_s);
    QCOMPARE(m_dialog->findChild<QComboBox*>(u"appearance.theme"_s)->currentData().toString(), u"contrast"_s);
    QVERIFY(!m_dialog->findChild<QLabel*>(u"changed:appearance.theme"_s)->text().isEmpty());
}

void SettingsDialogTest::searchLeavesWhatWasMeant_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("name") << u"trail"_s << QStringList{u"map.trail_s"_s};
    QTest::newRow("a choice") << u"knots"_s << QStringList{u"units.speed"_s};
    QTest::newRow("the group") << u"units"_s << QStringList{u"units.height"_s, u"units.speed"_s, u"units.distance"_s};
    QTest::newRow("nothing") << u"quaternion"_s << QStringList{};
}

void SettingsDialogTest::searchLeavesWhatWasMeant() {
    QFETCH(QString, typed);
    QFETCH(QStringList, shown);
    m_dialog->findChild<QLineEdit*>(u"settingsSearch"_s)->setText(typed);
    QStringList found;
    for (const SettingInfo& info : allSettings())
        if (m_dialog->findChild<QWidget*>(QString::fromLatin1(info.id))->isVisible())
            found << QString::fromLatin1(info.id);
    QCOMPARE(found, shown);
}

void SettingsDialogTest::resetAll() {
    m_settings->setValue("appearance.theme"_L1, u"light"_s);
    m_settings->setValue("units.height"_L1, u"ft"_s);
    m_dialog->findChild<QPushButton*>(u"settingsResetAll"_s)->click();
    for (const SettingInfo& info : allSettings())
        QVERIFY2(!m_settings->isChanged(QLatin1StringView(info.id)), info.id);
}

void SettingsDialogTest::oneSettingIsBroughtUp() {
    m_dialog->findChild<QLineEdit*>(u"settingsSearch"_s)->setText(u"quaternion"_s);
    m_dialog->showSetting(u"start.zoom"_s);
    auto* editor = m_dialog->findChild<QWidget*>(u"start.zoom"_s);
    QVERIFY(editor->isVisible());
    QVERIFY(editor->hasFocus());
}

HANEUL_LATENCY_MAIN(SettingsDialogTest)
#include "settings_dialog_test.moc"
