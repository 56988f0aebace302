#pragma once

#include <cstdint>
#include <string>

namespace haneul::log {

// A disk that fails or loses power at a chosen call: a SQLite VFS in front of the system's. Becomes the default of this
// process with install(); counts calls of write, sync, truncate and delete from then on.
// Power loss: what was not synced is kept, dropped, or kept in some of its 512-byte sectors, as the seed says; then the
// process ends with `crashExit`.
namespace faulty_disk {

inline constexpr int crashExit = 42;

void install();
[[nodiscard]] int calls();

void losePowerAt(int call, std::uint64_t seed); // counted from install()
void failAt(int call);                          // this one call fails with an input/output error; counted from now
void setFull(bool full);                        // each write fails with "disk full"

} // namespace faulty_disk
} // namespace haneul::log
