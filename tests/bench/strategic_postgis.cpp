#include "strategic_peers.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace haneul::bench {

namespace {

namespace fs = std::filesystem;

// The newest of the servers that Debian keeps beside each other, which has PostGIS too.
std::string programs() {
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(entry.path() / "bin/initdb") && fs::exists(entry.path() / "lib/postgis-3.so"))
            found.push_back(entry.path() / "bin");
    return found.empty() ? std::string() : std::ranges::max(found).string();
}

class PostGis final : public DatabasePeer {
public:
    // Null with the reason, where it does not start.
    static std::unique_ptr<PostGis> start(std::string& why) {
        const std::string bin = programs();
        if (bin.empty()) {
            why = "not installed";
            return nullptr;
        }
        char name[] = "/tmp/haneul-postgis-XXXXXX";
        if (mkdtemp(name) == nullptr) {
            why = "no temporary folder";
            return nullptr;
        }
        std::unique_ptr<PostGis> made(new PostGis(name, bin));
        if (!made->startServer() || !made->connect()) {
            why = "does not start: " + made->lastLine();
            return nullptr;
        }
        return made;
    }

    PostGis(const PostGis&) = delete;
    PostGis& operator=(const PostGis&) = delete;

    ~PostGis() override { stop(); }

    [[nodiscard]] const char* name() const override { return "PostGIS"; }

    [[nodiscard]] std::string version() const override { return m_version; }

    void insert(std::uint32_t key, const PlaneVolume& volume) override {
        begin();
        Values values;
        values.key(key);
        values.volume(volume);
        run("insert", values, PGRES_COMMAND_OK);
    }

    void erase(std::uint32_t key) override {
        begin();
        Values values;
        values.key(key);
        run("erase", values, PGRES_COMMAND_OK);
    }

    void commit() override {
        if (m_begun) plain("COMMIT");
        m_begun = false;
    }

    void settle() override { plain("VACUUM ANALYZE intents"); }

    std::size_t query(const PlaneVolume& wanted) override {
        Values values;
        values.volume(wanted);
        return run("query", values, PGRES_TUPLES_OK);
    }

private:
    // Binary: nothing is written as text and read again.
    struct Values {
        std::vector<std::string> bytes;

        template <class T>
        static std::string network(T value) {
            std::string raw(sizeof value, 0);
            std::memcpy(raw.data(), &value, sizeof value);
            std::ranges::reverse(raw);
            return raw;
        }

        void key(std::uint32_t value) { bytes.push_back(network(static_cast<std::int32_t>(value))); }

        void volume(const PlaneVolume& volume) {
            bytes.push_back(wkb(volume));
            for (const double each : {volume.lower_m, volume.upper_m, volume.from_s, volume.to_s})
                bytes.push_back(network(each));
        }
    };

    PostGis(std::string folder, std::string bin)
        : m_folder(std::move(folder))
        , m_bin(std::move(bin)) {}

    void stop() {
        if (m_connection != nullptr) PQfinish(m_connection);
        m_connection = nullptr;
        if (m_server > 0) {
            kill(m_server, SIGQUIT); // at once: nothing is kept
            waitpid(m_server, nullptr, 0);
        }
        m_server = 0;
        std::error_code left;
        fs::remove_all(m_folder, left);
    }

    // PostgreSQL does not run as root: then as nobody. It ends with this program, however that ends.
    [[nodiscard]] static std::vector<std::string> asUser() {
        std::vector<std::string> words{"setpriv", "--pdeathsig=QUIT"};
        if (geteuid() == 0)
            for (const char* const word : {"--reuid=nobody", "--regid=nogroup", "--clear-groups"})
                words.emplace_back(word);
        return words;
    }

    [[nodiscard]] pid_t spawn(const std::vector<std::string>& words) const {
        auto all = asUser();
        all.insert(all.end(), words.begin(), words.end());
        std::vector<char*> arguments;
        for (std::string& word : all)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const std::string log = m_folder + "/log";
        const pid_t child = fork(); // of a program with one thread
        if (child != 0) return child;
        const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (out >= 0) {
            dup2(out, STDOUT_FILENO);
            dup2(out, STDERR_FILENO);
        }
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }

    bool startServer() {
        if (geteuid() == 0) {
            const passwd* const nobody = getpwnam("nobody");
            if (nobody == nullptr || chown(m_folder.c_str(), nobody->pw_uid, nobody->pw_gid) != 0) return false;
        }
        const std::string data = m_folder + "/data";
        int status = 1;
        const pid_t making = spawn(
            {m_bin + "/initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"});
        if (making <= 0 || waitpid(making, &status, 0) != making || status != 0) return false;
        std::vector<std::string> words{m_bin + "/postgres", "-D", data};
        // A server that is fast and forgets, so that no disk is measured.
        for (const std::string& option :
             {std::string("listen_addresses="), "unix_socket_directories=" + m_folder, std::string("fsync=off"),
              std::string("synchronous_commit=off"), std::string("full_page_writes=off"),
              std::string("shared_buffers=512MB"), std::string("jit=off"),
              std::string("max_parallel_workers_per_gather=0"), std::string("autovacuum=off")}) {
            words.emplace_back("-c");
            words.push_back(option);
        }
        m_server = spawn(words);
        return m_server > 0;
    }

    // Connects as soon as the server is ready, in half a minute or not at all.
    bool reached() {
        for (int tries = 0; tries < 300 && waitpid(m_server, nullptr, WNOHANG) == 0; ++tries) {
            m_connection = PQconnectdb(("host=" + m_folder + " user=bench dbname=postgres").c_str());
            if (PQstatus(m_connection) == CONNECTION_OK) return true;
            PQfinish(m_connection);
            m_connection = nullptr;
            usleep(100'000);
        }
        return false;
    }

    bool connect() {
        if (!reached()) return false;
        plain("SET client_min_messages = error");
        plain("CREATE EXTENSION postgis");
        plain("CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi)");
        plain("CREATE UNLOGGED TABLE intents (id int PRIMARY KEY, shape geometry(Polygon) NOT NULL, heights floatrange "
              "NOT NULL, times floatrange NOT NULL)");
        plain("CREATE INDEX ON intents USING gist (shape, times, heights)");
        prepare("insert", "INSERT INTO intents VALUES ($1::int4, ST_GeomFromWKB($2::bytea), floatrange($3::float8, "
                          "$4::float8, '[]'), floatrange($5::float8, $6::float8, '[]'))");
        prepare("erase", "DELETE FROM intents WHERE id = $1::int4");
        prepare("query", "SELECT count(*)::int4 FROM intents WHERE ST_Intersects(shape, ST_GeomFromWKB($1::bytea)) AND "
                         "heights && floatrange($2::float8, $3::float8, '[]') AND times && floatrange($4::float8, "
                         "$5::float8, '[]')");
        PGresult* const answer = PQexec(m_connection, "SELECT postgis_lib_version()");
        m_version = "PostgreSQL " + std::to_string(PQserverVersion(m_connection) / 10000) + "." +
                    std::to_string(PQserverVersion(m_connection) % 10000) + ", PostGIS " + PQgetvalue(answer, 0, 0);
        PQclear(answer);
        return true;
    }

    void must(PGresult* answer, ExecStatusType wanted) {
        if (PQresultStatus(answer) == wanted) return;
        std::fprintf(stderr, "PostGIS: %s\n", PQerrorMessage(m_connection));
        stop();
        std::exit(2);
    }

    void plain(const char* statement) {
        PGresult* const answer = PQexec(m_connection, statement);
        must(answer, PGRES_COMMAND_OK);
        PQclear(answer);
    }

    void prepare(const char* name, const char* statement) {
        PGresult* const answer = PQprepare(m_connection, name, statement, 0, nullptr);
        must(answer, PGRES_COMMAND_OK);
        PQclear(answer);
    }

    std::size_t run(const char* name, const Values& values, ExecStatusType wanted) {
        std::array<const char*, 6> at{};
        std::array<int, 6> sizes{}, formats{};
        for (std::size_t i = 0; i < values.bytes.size(); ++i) {
            at[i] = values.bytes[i].data();
            sizes[i] = static_cast<int>(values.bytes[i].size());
            formats[i] = 1;
        }
        PGresult* const answer = PQexecPrepared(m_connection, name, static_cast<int>(values.bytes.size()), at.data(),
                                                sizes.data(), formats.data(), 1);
        must(answer, wanted);
        std::uint32_t number = 0;
        if (wanted == PGRES_TUPLES_OK)
            for (int i = 0; i < 4; ++i)
                number = number << 8 | static_cast<unsigned char>(PQgetvalue(answer, 0, 0)[i]);
        PQclear(answer);
        return number;
    }

    void begin() {
        if (!m_begun) plain("BEGIN");
        m_begun = true;
    }

    [[nodiscard]] std::string lastLine() const {
        std::string line, last = "no log";
        std::ifstream log(m_folder + "/log");
        while (std::getline(log, line))
            if (!line.empty()) last = line;
        return last;
    }

    std::string m_folder, m_bin, m_version;
    PGconn* m_connection = nullptr;
    pid_t m_server = 0;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<DatabasePeer> postgis(std::string& why) {
    return PostGis::start(why);
}

} // namespace haneul::bench
