#include "app/people_command.h"
#include "app/start_up.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    using namespace haneul::app;
    blockEndingSignals();
    QCoreApplication application(argc, argv);
    if (isPeopleCommand(QCoreApplication::arguments())) return peopleCommandOrExit(QCoreApplication::arguments());
    const auto options = optionsOrExit(QCoreApplication::arguments(), Program::Server);
    if (!options) return options.error();
    if (const auto done = logCommandExit(*options, Program::Server)) return *done;
    if (const auto done = supportCommandExit(*options, Program::Server)) return *done;
    const auto core = startOrExit(*options, Program::Server);
    if (!core) return core.error();
    quitOnSignals(application);
    return QCoreApplication::exec();
}
