#pragma once

#include "ui/window/desk.h"

#include <QtTest/QtTest>

namespace haneul::tests {

// What a desk is given in a test of its windows: no tile server, and a replay that does nothing. All must outlive it.
inline window::DeskDependencies deskOn(const situation::SituationBoard& board, const clock::Clock& clock,
                                       delivery::DeliveryService& deliveries, delivery::DeliveryDesk::WhoAsks who) {
    return {.board = board,
            .clock = clock,
            .replay = {.play = [] {}, .pause = [] {}, .seek = [](UtcMs) {}, .setSpeed = [](double) {}},
            .tileServer = {},
            .mapCredits = QStringLiteral("© OpenStreetMap contributors"),
            .language = QStringLiteral("en"),
            .deliveries = &deliveries,
            .whoAsks = std::move(who)};
}

// Shown, with its panels laid out.
inline std::unique_ptr<window::Desk> openDesk(window::DeskDependencies given, const QString& folder,
                                              const QString& theme) {
    given.theme = theme;
    given.dataFolder = folder;
    auto desk = std::make_unique<window::Desk>(std::move(given));
    desk->show();
    QTest::qWait(400);
    return desk;
}

} // namespace haneul::tests
