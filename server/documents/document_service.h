#pragma once

#include "server/documents/document_projection.h"
#include "server/people/log_desk.h"
#include "server/people/principal.h"

#include <functional>
#include <memory>

namespace haneul::documents {

// Called once, on a thread of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

using TellRefusal = people::TellRefusal;

// Documents of this instance, put through the log. The log must have been opened with a DocumentProjection and outlive
// the service. Thread-safe; every call returns at once. Codes besides those named: FORBIDDEN, and those of EventLog.
class DocumentService {
public:
    DocumentService(log::EventLog& log, TellRefusal tellRefusal);

    // Scope document.write. Codes: those of accepted(); STALE_REVISION (another revision meanwhile; `where` is it);
    // DOCUMENT_WITHDRAWN; RETENTION_SHORTENED (content must be kept at least as long as was said before).
    void put(people::Principal by, NewDocument document, Done<DocumentHead> done);
    // Scope document.write. Codes: NO_SUCH_DOCUMENT, DOCUMENT_WITHDRAWN, BAD_REASON (none, or over 1000 bytes).
    void withdraw(people::Principal by, std::string id, std::string reason, Done<void> done);
    // Scope document.read.
    void find(people::Principal by, DocumentFilter filter, Done<std::vector<DocumentHead>> done); // BAD_PATH
    void read(people::Principal by, std::string id, std::optional<std::uint64_t> revision,
              Done<Document> done);                                                             // NO_SUCH_DOCUMENT
    void revisions(people::Principal by, std::string id, Done<std::vector<DocumentHead>> done); // NO_SUCH_DOCUMENT

private:
    people::LogDesk m_log; // waits for its answers
};

} // namespace haneul::documents
