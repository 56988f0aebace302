// Starts the embedded broker in the folder given, prints the broker's process id and waits for its own end.
#include "server/broker/embedded_broker.h"

#include <QCoreApplication>

#include <cstdio>

#include <unistd.h>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 2) return 2;
    const haneul::clock::IngestClock clock;
    haneul::situation::NoticeBoard notices;
    haneul::broker::EmbeddedBroker broker({.dataFolder = argv[1]}, clock, notices);
    const auto started = broker.start();
    if (!started) {
        std::fprintf(stderr, "%s: %s\n", started.error().code.c_str(), started.error().message.c_str());
        return 1;
    }
    std::printf("%lld\n", static_cast<long long>(broker.status().processId));
    std::fflush(stdout);
    while (true)
        ::pause();
}
