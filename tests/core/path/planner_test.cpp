#include <QtTest>
class Tplanner:public QObject{Q_OBJECT
private Q_SLOTS:
 void a(){}};
QTEST_APPLESS_MAIN(Tplanner)
#include "planner_test.moc"
