#include "server/documents/document_service.h"

#include "server/people/secrets.h"

#include <utility>

namespace haneul::documents {

using people::Principal;

namespace {

// Whether this may follow what is there.
std::optional<Error> refusalOf(const NewDocument& put, const Result<Document>& present) {
    if (!present && present.error().code != "NO_SUCH_DOCUMENT") return present.error();
    const std::uint64_t last = present ? present->head.revision : 0;
    if (last != put.basedOn)
        return Error{"STALE_REVISION", "the document has another revision by now; read it again", std::to_string(last)};
    if (!present) return std::nullopt;
    if (present->head.withdrawn)
        return Error{"DOCUMENT_WITHDRAWN", "the document was withdrawn: " + present->head.withdrawn->reason, put.id};
    const auto& before = present->head.keepUntil;
    if (before && (!put.keepUntil || *put.keepUntil < *before))
        return Error{"RETENTION_SHORTENED", "the content must be kept until " + toRfc3339(*before) + " at least",
                     "keep_until"};
    return std::nullopt;
}

} // namespace

DocumentService::DocumentService(log::EventLog& log, TellRefusal tellRefusal)
    : m_log(log, std::move(tellRefusal)) {}

void DocumentService::put(Principal by, NewDocument document, Done<DocumentHead> done) {
    if (!m_log.allowed(by, "document.write", "put a document", done)) return;
    auto good = accepted(std::move(document));
    if (!good) return done(std::unexpected(good.error()));
    if (good->id.empty()) good->id = people::newId(people::systemRandom);
    DocumentHead head{.id = good->id,
                      .revision = good->basedOn + 1,
                      .kind = good->kind,
                      .about = good->about,
                      .content = good->content,
                      .keepUntil = good->keepUntil,
                      .by = by.user,
                      .bytes = good->body.size()};
    m_log.submit(
        people::actorOf(by),
        [put = *std::move(good)](const storage::Database& database, UtcMs) -> log::Decision {
            if (auto refused = refusalOf(put, readDocument(database, put.id))) return {{}, *std::move(refused)};
            return {{toEvent(put)}, {}};
        },
        [head = std::move(head), done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed& at) {
                DocumentHead written = head;
                written.at = at.time;
                return written;
            }));
        });
}

void DocumentService::withdraw(Principal by, std::string id, std::string reason, Done<void> done) {
    constexpr std::size_t longestReason = 1000;
    if (!m_log.allowed(by, "document.write", "withdraw a document", done)) return;
    if (reason.empty() || reason.size() > longestReason)
        return done(fail("BAD_REASON", "a reason of 1 to 1000 bytes is wanted", "reason"));
    m_log.submit(
        people::actorOf(by),
        [withdrawn = WithdrawnDocument{std::move(id), std::move(reason)}](const storage::Database& database,
                                                                          UtcMs) -> log::Decision {
            const auto present = readDocument(database, withdrawn.id);
            if (!present) return {{}, present.error()};
            if (present->head.withdrawn)
                return {{}, Error{"DOCUMENT_WITHDRAWN", "the document was withdrawn before", withdrawn.id}};
            return {{toEvent(withdrawn)}, {}};
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

void DocumentService::find(Principal by, DocumentFilter filter, Done<std::vector<DocumentHead>> done) {
    if (!m_log.allowed(by, "document.read", "find documents", done)) return;
    m_log.read([filter = std::move(filter), done = std::move(done)](const storage::Database& database) {
        done(findDocuments(database, filter));
    });
}

void DocumentService::read(Principal by, std::string id, std::optional<std::uint64_t> revision, Done<Document> done) {
    if (!m_log.allowed(by, "document.read", "read a document", done)) return;
    m_log.read([id = std::move(id), revision, done = std::move(done)](const storage::Database& database) {
        done(readDocument(database, id, revision));
    });
}

void DocumentService::revisions(Principal by, std::string id, Done<std::vector<DocumentHead>> done) {
    if (!m_log.allowed(by, "document.read", "read a document's revisions", done)) return;
    m_log.read([id = std::move(id), done = std::move(done)](const storage::Database& database) {
        auto found = readRevisions(database, id);
        if (found && found->empty()) return done(fail("NO_SUCH_DOCUMENT", "there is no such document", id));
        done(std::move(found));
    });
}

} // namespace haneul::documents
