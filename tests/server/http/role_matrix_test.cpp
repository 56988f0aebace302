#include "people_door.h"

#include <QTest>

#include <array>
#include <map>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

using enum people::Role;

constexpr std::array columns{Controller, Planner, Pilot,   Approver, Supervisor,   Fleet,
                             Instructor, Trainee, Analyst, Auditor,  Administrator};

struct Line {
    std::string_view operation;
    std::string_view may; // a column per role, then nobody (no token), then a machine whose token holds another scope
};

// Who may do what: written by hand from DESIGN.md ("Who uses it") and RELIABILITY.md 7, not from the program's table of
// scopes. An operation of the OpenAPI document without a line here, or a line without an operation, fails.
// +: let through to what was asked. -: refused with 401 (nobody) or 403.
//    controller planner pilot approver supervisor fleet instructor trainee analyst auditor administrator nobody machine
constexpr std::array matrix{
    Line{"GET /healthz", "+++++++++++++"},
    Line{"GET /metrics", "+++++++++++++"}, // this test asks from the machine itself, which may
    Line{"GET /api/v1/openapi.json", "+++++++++++++"},
    Line{"GET /tiles/{style}/{z}/{x}/{y}", "+++++++++++++"},
    Line{"GET /field", "+++++++++++++"}, // the page for pilots: files without secrets
    Line{"GET /field/", "+++++++++++++"},
    Line{"GET /field/{file}", "+++++++++++++"},
    Line{"POST /api/v1/set-up", "+++++++++++++"},
    Line{"POST /api/v1/sessions", "+++++++++++++"},

    Line{"GET /api/v1/tracks", "+++++++++++--"},
    Line{"GET /api/v1/tracks/{id}", "+++++++++++--"},
    Line{"GET /api/v1/feeds", "+++++++++++--"},
    Line{"GET /api/v1/notices", "+++++++++++--"},
    Line{"GET /api/v1/stream", "+++++++++++--"},
    Line{"GET /api/v1/map/layers", "+++++++++++--"},
    Line{"GET /api/v1/map/places", "+++++++++++--"},
    Line{"POST /api/v1/replay", "+---+-+++----"},

    Line{"GET /api/v1/me", "+++++++++++--"},
    Line{"PUT /api/v1/me/password", "+++++++++++--"},
    Line{"DELETE /api/v1/me/sessions", "+++++++++++--"},
    Line{"GET /api/v1/sessions", "+++++++++++--"},
    Line{"DELETE /api/v1/sessions/{session}", "----+-----+--"}, // here: of somebody else
    Line{"DELETE /api/v1/users/{user}/sessions", "----+-----+--"},
    Line{"GET /api/v1/users", "----+----++--"},
    Line{"POST /api/v1/users", "----------+--"},
    Line{"PUT /api/v1/users/{user}/role", "----------+--"},
    Line{"PUT /api/v1/users/{user}/password", "----------+--"},
    Line{"POST /api/v1/users/{user}/disable", "----------+--"},
    Line{"POST /api/v1/users/{user}/enable", "----------+--"},
    Line{"GET /api/v1/tokens", "---------++--"},
    Line{"POST /api/v1/tokens", "----------+--"},
    Line{"DELETE /api/v1/tokens/{token}", "----------+--"},

    Line{"GET /api/v1/organisations", "-+-+++---++--"},
    Line{"GET /api/v1/organisations/{organisation}", "-+-+++---++--"},
    Line{"GET /api/v1/organisations/{organisation}/history", "-+-+++---++--"},
    Line{"PUT /api/v1/organisations/{organisation}", "----------+--"},
    Line{"PUT /api/v1/users/{user}/organisation", "----------+--"},
    Line{"GET /api/v1/approval-policy", "+++++++++++--"},
    Line{"PUT /api/v1/approval-policy", "----------+--"},
    Line{"GET /api/v1/security/alarms", "+---+----++--"},
    Line{"POST /api/v1/security/alarms/{alarm}/acknowledge", "----+-----+--"},

    Line{"POST /api/v1/notices", "+--++--------"},
    Line{"GET /api/v1/me/notices", "+++++++++++--"},
    Line{"POST /api/v1/me/notices/{notice}/acknowledge", "+++++++++++--"},
    Line{"GET /api/v1/me/notice-preferences", "+++++++++++--"},
    Line{"PUT /api/v1/me/notice-preferences", "+++++++++++--"},
    Line{"GET /api/v1/outbox", "+---+----++--"},
    Line{"GET /api/v1/outbox/{delivery}", "+---+----++--"},
    Line{"POST /api/v1/outbox/{delivery}/send-again", "----+-----+--"},
    Line{"GET /api/v1/notice-channels", "+---+----++--"},
    Line{"PUT /api/v1/notice-channels/{channel}", "----------+--"},

    Line{"GET /api/v1/documents", "+++++++++++--"},
    Line{"POST /api/v1/documents", "+++-++-------"},
    Line{"GET /api/v1/documents/{document}", "+++++++++++--"},
    Line{"PUT /api/v1/documents/{document}", "+++-++-------"},
    Line{"GET /api/v1/documents/{document}/revisions", "+++++++++++--"},
    Line{"POST /api/v1/documents/{document}/withdraw", "+++-++-------"},

    Line{"GET /api/v1/city/datasets", "+++++++++++--"},
    Line{"POST /api/v1/city/datasets", "----+---+----"},
    Line{"GET /api/v1/city/datasets/{dataset}", "+++++++++++--"},
    Line{"POST /api/v1/city/datasets/{dataset}/retire", "----+---+----"},
    Line{"POST /api/v1/city/synthetic", "----+---+----"},
    Line{"GET /api/v1/city/features", "+++++++++++--"},
    Line{"GET /api/v1/city/place", "+++++++++++--"},

    Line{"GET /api/v1/zones", "+++++++++++--"},
    Line{"GET /api/v1/zones/{country}/{identifier}", "+++++++++++--"},
    Line{"PUT /api/v1/zones/{country}/{identifier}", "----+--------"},
    Line{"POST /api/v1/zones/{country}/{identifier}/withdraw", "----+--------"},
    Line{"POST /api/v1/zone-impact", "+++++++++++--"},
    Line{"GET /api/v1/zone-export", "+++++++++++--"},
    Line{"GET /api/v1/zone-imports", "+++++++++++--"},
    Line{"POST /api/v1/zone-imports", "----+--------"},
    Line{"POST /api/v1/geo-awareness", "+++++++++++--"},

    Line{"GET /api/v1/log", "+--++----++--"},
    Line{"GET /api/v1/log/head", "+--++----++--"},
    Line{"GET /api/v1/services", "----+----++--"},
    Line{"PUT /api/v1/services/{service}/instances/{instance}", "----------+--"},
    Line{"DELETE /api/v1/services/{service}/instances/{instance}", "----------+--"},
    Line{"GET /api/v1/requests", "---------++--"},
    Line{"GET /api/v1/planner", "+++++++++++--"},
    Line{"POST /api/v1/studies/{op}", "-+-++-+++----"},
    Line{"POST /api/v1/traffic-estimates", "-+-++-+++----"},
    Line{"GET /api/v1/ground-risk/library", "-+-++-+++----"},
    Line{"POST /api/v1/ground-risk/maps", "-+-++-+++----"},
    Line{"POST /api/v1/ground-risk/cells", "-+-++-+++----"},
    Line{"POST /api/v1/ground-risk/paths", "-+-++-+++----"},
    Line{"POST /api/v1/paths", "-+-++-+++----"},
    Line{"POST /api/v1/paths/check", "-+-++-+++----"},
    Line{"GET /api/v1/saved-studies", "-+-++-+++----"},
    Line{"POST /api/v1/saved-studies", "-+-++-+-+----"},
    Line{"GET /api/v1/saved-studies/{study}", "-+-++-+++----"},
    Line{"PUT /api/v1/saved-studies/{study}", "-+-++-+-+----"},
    Line{"POST /api/v1/saved-studies/{study}/retire", "-+-++-+-+----"},

    Line{"GET /api/v1/networks", "+++++++++++--"},
    Line{"GET /api/v1/networks/{network}", "+++++++++++--"},
    Line{"PUT /api/v1/networks/{network}", "-+--+--------"},
    Line{"DELETE /api/v1/networks/{network}", "-+--+--------"},
    Line{"POST /api/v1/networks/{network}/links/{a}/{b}/verify", "---++--------"},
    Line{"POST /api/v1/networks/{network}/links/{a}/{b}/withdraw", "---++--------"},
    Line{"POST /api/v1/networks/{network}/slots", "+++++++++++--"},
    Line{"GET /api/v1/networks/{network}/occupancy", "+++++++++++--"},
    Line{"GET /api/v1/networks/{network}/conflicts", "+++++++++++--"},
    Line{"POST /api/v1/networks/{network}/dispatch", "++--+--------"},
    Line{"GET /api/v1/orders", "+++++++++++--"},
    Line{"POST /api/v1/orders", "++--+--------"},
    Line{"POST /api/v1/orders/{order}/cancel", "++--+--------"},
    Line{"GET /api/v1/missions", "+++++++++++--"},
    Line{"POST /api/v1/missions", "++--+--------"},
    Line{"POST /api/v1/mission-moves", "++--+--------"},
    Line{"GET /api/v1/missions/{mission}", "+++++++++++--"},
    Line{"POST /api/v1/missions/{mission}/retime", "++--+--------"},
    Line{"POST /api/v1/missions/{mission}/assign", "++--+--------"},
    Line{"POST /api/v1/missions/{mission}/cancel", "++--+--------"},
    Line{"POST /api/v1/missions/{mission}/step", "++--+--------"},
    Line{"POST /api/v1/missions/{mission}/actuals", "+---+--------"},
    Line{"POST /api/v1/missions/{mission}/hand-over", "++--+--------"},

    Line{"GET /api/v1/fleet/drones", "+++++++++++--"},
    Line{"GET /api/v1/fleet/drones/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/drones/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/drones/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/drones/{id}/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/models", "+++++++++++--"},
    Line{"GET /api/v1/fleet/models/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/models/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/models/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/models/{id}/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/batteries", "+++++++++++--"},
    Line{"GET /api/v1/fleet/batteries/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/batteries/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/batteries/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/batteries/{id}/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/payloads", "+++++++++++--"},
    Line{"GET /api/v1/fleet/payloads/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/payloads/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/payloads/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/payloads/{id}/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/pilots", "+++++++++++--"},
    Line{"GET /api/v1/fleet/pilots/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/pilots/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/pilots/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/pilots/{id}/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/maintenance", "+++++++++++--"},
    Line{"GET /api/v1/fleet/maintenance/{id}", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/maintenance/{id}", "-----+-------"},
    Line{"POST /api/v1/fleet/maintenance/{id}/retire", "-----+-------"},
    Line{"GET /api/v1/fleet/maintenance/{id}/history", "+++++++++++--"},
    Line{"POST /api/v1/fleet/readiness", "+++++++++++--"},
    Line{"POST /api/v1/fleet/overview", "+++++++++++--"},
    Line{"GET /api/v1/fleet/rules", "+++++++++++--"},
    Line{"PUT /api/v1/fleet/rules", "----+--------"},
    Line{"GET /api/v1/fleet/rules/history", "+++++++++++--"},
    Line{"GET /api/v1/fleet/overrides", "+++++++++++--"},
    Line{"POST /api/v1/fleet/overrides", "----+--------"},
    Line{"POST /api/v1/fleet/overrides/{override}/withdraw", "----+--------"},
    Line{"POST /api/v1/missions/{mission}/plan", "-++----------"},
    Line{"GET /api/v1/plans", "+++++++++++--"},
    Line{"POST /api/v1/plans", "-++----------"},
    Line{"GET /api/v1/plans/{plan}", "+++++++++++--"},
    Line{"PUT /api/v1/plans/{plan}", "-++----------"},
    Line{"POST /api/v1/plans/{plan}/submit", "-++----------"},
    Line{"GET /api/v1/plans/{plan}/history", "+++++++++++--"},
    Line{"POST /api/v1/plans/{plan}/approve", "---++--------"},
    Line{"POST /api/v1/plans/{plan}/return", "---++--------"},
    Line{"POST /api/v1/plans/{plan}/reject", "---++--------"},
    Line{"POST /api/v1/plans/{plan}/withdraw", "-++----------"},
    Line{"POST /api/v1/plans/{plan}/revoke", "---++--------"},
    Line{"POST /api/v1/plans/{plan}/activate", "+++-+--------"},
    Line{"POST /api/v1/plans/{plan}/end", "+++-+--------"},
    Line{"POST /api/v1/plan-checks", "+++++++++++--"},
    Line{"POST /api/v1/plan-proposals", "+++++++++++--"},
    Line{"POST /api/v1/volume-checks", "+++++++++++--"},
    Line{"GET /api/v1/intents", "+++++++++++--"},
    Line{"POST /api/v1/plan-imports", "-++----------"},
    Line{"GET /api/v1/flights", "+++++++++++--"},
    Line{"GET /api/v1/capacity-limits", "+++++++++++--"},
    Line{"PUT /api/v1/capacity-limits/{limit}", "----+--------"},
    Line{"DELETE /api/v1/capacity-limits/{limit}", "----+--------"},
};

constexpr std::string_view otherScope = "metrics.read"; // what the machine holds; needed nowhere from here

// "GET /api/v1/tracks/{id}" of every operation of the document that the program serves.
std::vector<std::string> documented(const PeopleDoor& door) {
    std::vector<std::string> operations;
    const auto paths = door.get("/api/v1/openapi.json", "")[QStringLiteral("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const auto methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            if (method.key() != QStringLiteral("parameters"))
                operations.push_back(QString(method.key().toUpper() + u' ' + path.key()).toStdString());
    }
    return operations;
}

// A path that the pattern matches; nobody and nothing has the name.
std::string pathOf(std::string pattern) {
    for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{'))
        pattern.replace(open, pattern.find('}') - open + 1, "nobody-7");
    return pattern;
}

} // namespace

class RoleMatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyOperationHasItsLine();       // R-SEC-03
    void everyRoleMayWhatItMayAndNoMore(); // R-SEC-01 R-SEC-03 R-MS-06
};

void RoleMatrixTest::everyOperationHasItsLine() {
    QCOMPARE(columns.size(), people::allRoles().size());
    const PeopleDoor door;
    const auto operations = documented(door);
    QVERIFY(operations.size() > 60);
    for (const std::string& operation : operations)
        QVERIFY2(std::ranges::contains(matrix, operation, &Line::operation),
                 ("no line in the matrix: " + operation).c_str());
    std::set<std::string_view> seen;
    for (const Line& line : matrix) {
        QVERIFY2(std::ranges::contains(operations, line.operation), line.operation.data());
        QVERIFY2(seen.insert(line.operation).second, line.operation.data());
        QVERIFY2(line.may.size() == columns.size() + 2, line.operation.data());
    }
}

void RoleMatrixTest::everyRoleMayWhatItMayAndNoMore() {
    PeopleDoor door;
    std::vector<std::pair<std::string, std::string>> askers; // who, token
    for (const people::Role role : columns)
        askers.emplace_back(toString(role), door.logIn(role));
    askers.emplace_back("nobody", "");
    askers.emplace_back("machine", door.machineToken("gateway", {std::string(otherScope)}));
    for (std::size_t i = 0; i < askers.size(); ++i)
        QVERIFY2(!askers[i].second.empty() || i == columns.size(), askers[i].first.c_str());
    QStringList wrong;
    int asked = 0;
    for (const Line& line : matrix) {
        const auto blank = line.operation.find(' ');
        const std::string method(line.operation.substr(0, blank));
        const auto path = pathOf(std::string(line.operation.substr(blank + 1)));
        for (std::size_t i = 0; i < askers.size(); ++i) {
            const auto answer = door.ask(method, path, askers[i].second);
            const bool refused = answer.status == 401 || answer.status == 403;
            const auto expected = QLatin1StringView(askers[i].second.empty() ? "NOT_LOGGED_IN" : "FORBIDDEN");
            const bool answered = answer.status != 0 && answer.status != 429 && answer.status != 500;
            const bool right = answered && refused == (line.may[i] == '-') && (!refused || codeOf(answer) == expected);
            if (!right)
                wrong +=
                    QStringLiteral("%1 by %2: expected %3, got %4 %5")
                        .arg(QString::fromUtf8(line.operation.data()), QString::fromStdString(askers[i].first),
                             QString(QChar::fromLatin1(line.may[i])), QString::number(answer.status), codeOf(answer));
            ++asked;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(asked, static_cast<int>(matrix.size() * (columns.size() + 2)));
}

QTEST_GUILESS_MAIN(RoleMatrixTest)
#include "role_matrix_test.moc"
