// haneul-verify: checks an exported event log by itself, without the program that wrote it, its database or Qt.
#include "core/log/export_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <format>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace haneul;
using namespace haneul::log;

enum ExitCode { Good = 0, Bad = 1, Usage = 2, Unreadable = 3 };

constexpr std::string_view help =
    R"(Usage: haneul-verify [--key HEX] [--head FILE]... [--list] EXPORT
Checks an event log exported with haneul-server --export-log: every entry's form, signature and place in the chain, and
the signed head at the end. Names the first entry that is not what the instance wrote.

  --key HEX    the instance's public key (64 hexadecimal digits); without it the key in the log's first entry is believed:
               compare the fingerprint that is printed with the one you were given
  --head FILE  a signed head kept elsewhere (log.head of the data folder, or one line printed at a shift hand-over): the
               log must still contain what it says. Without one, a log cut and closed with an older head looks whole
  --list       prints each entry while it checks, its digest last
  EXPORT       the file; "-" is standard input
  -h, --help   shows this text;  --version shows the version

Exit codes: 0 good, 1 bad (the first bad entry is named), 2 wrong usage, 3 a file cannot be read or is no exported log.
)";

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};

using File = std::unique_ptr<std::FILE, CloseFile>;

struct Options {
    VerifySettings verify;
    std::string file;
    bool list = false;
};

int leave(ExitCode code, const std::string& text) {
    std::fputs(("haneul-verify: " + text + "\n").c_str(), stderr);
    if (code == Usage) std::fputs("Try: haneul-verify --help\n", stderr);
    return code;
}

Result<Head> readHead(const char* name) {
    const File file(std::fopen(name, "rb"));
    if (!file) return fail("UNREADABLE", std::format("{}: {}", name, std::strerror(errno)));
    std::string text(8192, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    auto head = headFromText(text);
    if (!head) return fail("UNREADABLE", std::format("{}: not a signed head: {}", name, head.error().message));
    return head;
}

std::string printable(std::string_view text) {
    std::string plain;
    for (const char c : text)
        plain += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return plain;
}

void print(const Entry& entry, ByteView record) {
    std::fputs(std::format("{} {}.{} {} {} {} {}\n", entry.sequence, toRfc3339(utcMs(entry.time.wall_ms)),
                           entry.time.counter, printable(entry.user), entry.type, printable(entry.body),
                           toHex(digestOf(record)))
                   .c_str(),
               stdout);
}

Result<Options> readOptions(std::span<char*> arguments) {
    Options options;
    const auto usage = [](const std::string& what) { return fail("USAGE", what); };
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const bool named = argument == "--key" || argument == "--head";
        if (named && i + 1 == arguments.size()) return usage(std::format("{} wants a value", argument));
        if (argument == "--key") {
            options.verify.pinned.emplace();
            if (!fromHex(arguments[++i], *options.verify.pinned)) return usage("--key wants 64 hexadecimal digits");
        } else if (argument == "--head") {
            auto head = readHead(arguments[++i]);
            if (!head) return std::unexpected(head.error());
            options.verify.heads.push_back(*std::move(head));
        } else if (argument == "--list") {
            options.list = true;
        } else if (argument.size() > 1 && argument.starts_with('-')) {
            return usage(std::format("unknown option {}", argument));
        } else if (!options.file.empty()) {
            return usage("more than one file");
        } else {
            options.file = argument;
        }
    }
    if (options.file.empty()) return usage("no file named");
    if (options.list) options.verify.onEntry = [](ByteView record, const Entry& entry) { print(entry, record); };
    return options;
}

Result<std::vector<SectionReport>> check(Options& options) {
    const File file(options.file == "-" ? stdin : std::fopen(options.file.c_str(), "rb"));
    if (!file) return fail("UNREADABLE", std::format("{}: {}", options.file, std::strerror(errno)));
    ExportVerifier verifier(std::move(options.verify));
    std::array<std::uint8_t, 65536> block{};
    while (const std::size_t size = std::fread(block.data(), 1, block.size(), file.get()))
        if (auto fed = verifier.feed(ByteView(block).first(size)); !fed) return std::unexpected(fed.error());
    if (std::ferror(file.get()) != 0)
        return fail("UNREADABLE", std::format("{}: {}", options.file, std::strerror(errno)));
    return verifier.finish();
}

void print(const SectionReport& section) {
    std::fputs(std::format("good: {} entries of {}\n"
                           "  first        {}\n"
                           "  last         {}\n"
                           "  last digest  {}\n"
                           "  public key   {}\n"
                           "  fingerprint  {}\n",
                           section.head.sequence, section.origin, toRfc3339(utcMs(section.first.wall_ms)),
                           toRfc3339(utcMs(section.head.time.wall_ms)), toHex(section.head.digest), toHex(section.key),
                           fingerprint(section.key))
                   .c_str(),
               stdout);
}

ExitCode exitCodeFor(const Error& error) {
    if (error.code == "USAGE") return Usage;
    const bool noLog = error.code == "BAD_EXPORT" && error.where.empty(); // not of the format at all
    return error.code == "UNREADABLE" || noLog ? Unreadable : Bad;
}

} // namespace

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "-h" || argument == "--help") return std::fputs(help.data(), stdout), Good;
        if (argument == "--version") return std::puts("haneul-verify " HANEUL_VERSION), Good;
    }
    auto options = readOptions({arguments, static_cast<std::size_t>(count)});
    if (!options) return leave(exitCodeFor(options.error()), options.error().message);
    const bool pinned = options->verify.pinned.has_value();
    const auto sections = check(*options);
    if (!sections) {
        const Error& error = sections.error();
        const ExitCode code = exitCodeFor(error);
        return leave(code, (code == Bad ? "BAD: " + error.code + ": " : "") + error.message);
    }
    for (const SectionReport& section : *sections)
        print(section);
    if (!pinned)
        std::puts("the key was taken from the log itself; compare the fingerprint with the one you were given");
    return Good;
}
