#pragma once

#include "server/plan/plan_state.h"

#include <QStringList>

namespace haneul::plans {

// What the checks say now beside what somebody saw, a line each: only what he was shown, so that he need not look
// through all of it again.
[[nodiscard]] QStringList differencesOf(const plan::Evidence& seen, const plan::Evidence& now);

} // namespace haneul::plans
