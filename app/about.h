#pragma once

#include "server/runtime/server_core.h"
#include "ui/window/about_facts.h"

namespace haneul::app {

// What this build, its libraries, this instance and its map pack say of themselves. `core` must outlive it.
[[nodiscard]] window::AboutFacts aboutFactsOf(const runtime::ServerCore& core, const QString& mapCredits);

} // namespace haneul::app
