#include "server/geotiff/confine.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace haneul::geotiff {

namespace {

std::unexpected<Error> failed(const char* what) {
    return fail("CONFINEMENT_FAILED", std::string(what) + ": " + std::strerror(errno));
}

Result<void> limitResources(const Confinement& limits) {
    const std::array<std::pair<__rlimit_resource_t, rlim_t>, 5> wanted{{
        {RLIMIT_AS, limits.memory_bytes},
        {RLIMIT_CPU, limits.cpu_s},
        {RLIMIT_FSIZE, limits.file_bytes},
        {RLIMIT_NOFILE, 64},
        {RLIMIT_CORE, 0},
    }};
    for (const auto& [resource, most] : wanted) {
#ifdef HANEUL_SANITIZED
        if (resource == RLIMIT_AS) continue; // the sanitizer's own addresses are terabytes
#endif
        const rlimit limit{.rlim_cur = most, .rlim_max = most};
        if (::setrlimit(resource, &limit) != 0) return failed("limits cannot be set");
    }
    return {};
}

// Best effort: older kernels do not have it.
void forbidWritingElsewhere(const std::filesystem::path& folder) {
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
    if (ruleset < 0) return;
    const int parent = ::open(folder.c_str(), O_PATH | O_CLOEXEC);
    landlock_path_beneath_attr beneath{};
    beneath.parent_fd = parent;
    beneath.allowed_access =
        LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
    if (parent >= 0 && ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0)
        (void)::syscall(SYS_landlock_restrict_self, ruleset, 0);
    if (parent >= 0) ::close(parent);
    ::close(ruleset);
}

// System calls that reach beyond the process are answered with EPERM.
Result<void> forbidReachingOut() {
    constexpr std::array<long, 14> forbidden{SYS_socket, SYS_socketpair,        SYS_connect, SYS_bind,  SYS_listen,
                                             SYS_execve, SYS_execveat,          SYS_ptrace,  SYS_mount, SYS_kill,
                                             SYS_bpf,    SYS_process_vm_writev, SYS_fork,    SYS_vfork};
    std::vector<sock_filter> filter;
    const auto statement = [&](unsigned code, std::uint32_t value) {
        filter.push_back(sock_filter{static_cast<__u16>(code), 0, 0, value});
    };
    const auto unlessEqualSkipOne = [&](std::uint32_t value) {
        filter.push_back(sock_filter{static_cast<__u16>(BPF_JMP | BPF_JEQ | BPF_K), 0, 1, value});
    };
    statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
    filter.push_back(sock_filter{static_cast<__u16>(BPF_JMP | BPF_JEQ | BPF_K), 1, 0, AUDIT_ARCH_X86_64});
    statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    constexpr std::uint32_t x32Bit = 0x40000000; // the other numbering of the same calls
    filter.push_back(sock_filter{static_cast<__u16>(BPF_JMP | BPF_JGE | BPF_K), 0, 1, x32Bit});
    statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    for (const long call : forbidden) {
        unlessEqualSkipOne(static_cast<std::uint32_t>(call));
        statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    }
    statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return failed("system calls cannot be limited");
    return {};
}

} // namespace

Result<void> confine(const Confinement& limits) {
    if (const auto limited = limitResources(limits); !limited) return limited;
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return failed("privileges cannot be given up");
    forbidWritingElsewhere(limits.output.parent_path());
    return forbidReachingOut();
}

} // namespace haneul::geotiff
