#include "tests/server/log/faulty_disk.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <random>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

namespace haneul::log::faulty_disk {

namespace {

// A change that no sync has confirmed yet.
struct Change {
    bool truncate = false;
    sqlite3_int64 offset = 0; // truncate: the new size
    std::vector<char> before; // what lay there
    std::vector<char> after;
    sqlite3_int64 sizeBefore = 0;
};

struct File;

struct State {
    std::mutex mutex;
    int calls = 0;
    int powerLossAt = 0;
    int failAt = 0;
    bool full = false;
    std::mt19937_64 random;
    std::map<File*, std::vector<Change>> unsynced;
};

State& state() {
    static State one;
    return one;
}

sqlite3_vfs* systemVfs() {
    static sqlite3_vfs* const found = sqlite3_vfs_find("unix");
    return found;
}

struct File {
    sqlite3_file base;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

void write(sqlite3_file* real, const std::vector<char>& bytes, sqlite3_int64 offset) {
    if (!bytes.empty()) real->pMethods->xWrite(real, bytes.data(), static_cast<int>(bytes.size()), offset);
}

// Takes back what was not synced, then does again what the seed lets survive.
void settle(File& file, const std::vector<Change>& changes, std::mt19937_64& random) {
    sqlite3_file* const real = file.real();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        write(real, change->before, change->offset);
        real->pMethods->xTruncate(real, change->sizeBefore);
    }
    for (const Change& change : changes) {
        const auto fate = random() % 3;
        if (fate == 0) continue;
        if (change.truncate) {
            real->pMethods->xTruncate(real, change.offset);
            continue;
        }
        for (std::size_t at = 0; at < change.after.size();) {
            const auto place = static_cast<std::size_t>(change.offset) + at;
            const std::size_t length = std::min(512 - place % 512, change.after.size() - at);
            if (fate == 1 || random() % 2 == 0)
                write(real,
                      {change.after.begin() + static_cast<std::ptrdiff_t>(at),
                       change.after.begin() + static_cast<std::ptrdiff_t>(at + length)},
                      change.offset + static_cast<sqlite3_int64>(at));
            at += length;
        }
    }
}

[[noreturn]] void losePower() {
    for (const auto& [file, changes] : state().unsynced)
        settle(*file, changes, state().random);
    ::_exit(crashExit);
}

// What this call comes to; with the mutex held.
int countCall(bool write) {
    State& disk = state();
    ++disk.calls;
    if (disk.powerLossAt != 0 && disk.calls == disk.powerLossAt) losePower();
    if (disk.failAt != 0 && disk.calls == disk.failAt) return SQLITE_IOERR;
    return write && disk.full ? SQLITE_FULL : SQLITE_OK;
}

void remember(sqlite3_file* file, bool truncate, sqlite3_int64 offset, const void* data, int size) {
    sqlite3_file* const real = of(file).real();
    Change change{.truncate = truncate, .offset = offset};
    real->pMethods->xFileSize(real, &change.sizeBefore);
    const sqlite3_int64 end = truncate ? change.sizeBefore : std::min(change.sizeBefore, offset + size);
    if (end > offset) {
        change.before.resize(static_cast<std::size_t>(end - offset));
        real->pMethods->xRead(real, change.before.data(), static_cast<int>(change.before.size()), offset);
    }
    if (!truncate) change.after.assign(static_cast<const char*>(data), static_cast<const char*>(data) + size);
    state().unsynced[&of(file)].push_back(std::move(change));
}

int closeFile(sqlite3_file* file) {
    const std::scoped_lock lock(state().mutex);
    state().unsynced.erase(&of(file));
    return of(file).real()->pMethods->xClose(of(file).real());
}

int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    const std::scoped_lock lock(state().mutex);
    remember(file, false, offset, data, size); // also of the write during which the power goes
    if (const int outcome = countCall(true); outcome != SQLITE_OK) {
        state().unsynced[&of(file)].pop_back();
        return outcome;
    }
    return of(file).real()->pMethods->xWrite(of(file).real(), data, size, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const std::scoped_lock lock(state().mutex);
    remember(file, true, size, nullptr, 0);
    if (const int outcome = countCall(false); outcome != SQLITE_OK) {
        state().unsynced[&of(file)].pop_back();
        return outcome;
    }
    return of(file).real()->pMethods->xTruncate(of(file).real(), size);
}

int syncFile(sqlite3_file* file, int flags) {
    const std::scoped_lock lock(state().mutex);
    if (const int outcome = countCall(false); outcome != SQLITE_OK) return outcome;
    state().unsynced.erase(&of(file));
    return of(file).real()->pMethods->xSync(of(file).real(), flags);
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
    const std::scoped_lock lock(state().mutex);
    if (const int outcome = countCall(false); outcome != SQLITE_OK) return outcome;
    return systemVfs()->xDelete(systemVfs(), name, syncFolder);
}

// All else goes through.
template <auto member, class... Arguments>
int passOn(sqlite3_file* file, Arguments... arguments) {
    sqlite3_file* const real = of(file).real();
    return (real->pMethods->*member)(real, arguments...);
}

void shmBarrier(sqlite3_file* file) {
    of(file).real()->pMethods->xShmBarrier(of(file).real());
}

const sqlite3_io_methods methods{
    .iVersion = 2, // with shared memory, without mmap
    .xClose = closeFile,
    .xRead = passOn<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = passOn<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    .xLock = passOn<&sqlite3_io_methods::xLock, int>,
    .xUnlock = passOn<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = passOn<&sqlite3_io_methods::xCheckReservedLock, int*>,
    .xFileControl = passOn<&sqlite3_io_methods::xFileControl, int, void*>,
    .xSectorSize = passOn<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = [](sqlite3_file*) { return 0; }, // promises nothing: no safe append, no atomic write
    .xShmMap = passOn<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    .xShmLock = passOn<&sqlite3_io_methods::xShmLock, int, int, int>,
    .xShmBarrier = shmBarrier,
    .xShmUnmap = passOn<&sqlite3_io_methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    File& made = *new (file) File{};
    const int opened = systemVfs()->xOpen(systemVfs(), name, made.real(), flags, outFlags);
    made.base.pMethods = opened == SQLITE_OK ? &methods : nullptr;
    return opened;
}

} // namespace

void install() {
    static sqlite3_vfs vfs;
    vfs = *systemVfs();
    vfs.pNext = nullptr;
    vfs.zName = "faulty";
    vfs.szOsFile += static_cast<int>(sizeof(File));
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, 1);
}

int calls() {
    const std::scoped_lock lock(state().mutex);
    return state().calls;
}

void losePowerAt(int call, std::uint64_t seed) {
    const std::scoped_lock lock(state().mutex);
    state().powerLossAt = call;
    state().random.seed(seed);
}

void failAt(int call) {
    const std::scoped_lock lock(state().mutex);
    state().failAt = call == 0 ? 0 : state().calls + call;
}

void setFull(bool full) {
    const std::scoped_lock lock(state().mutex);
    state().full = full;
}

} // namespace haneul::log::faulty_disk
