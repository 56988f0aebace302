#include <QtTest>
class Tlegs:public QObject{Q_OBJECT
private Q_SLOTS:
 void a(){}};
QTEST_APPLESS_MAIN(Tlegs)
#include "legs_test.moc"
