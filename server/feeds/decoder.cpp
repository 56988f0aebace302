#include "server/feeds/decoder.h"

namespace haneul::feeds {

void setCounts(situation::FeedHealth& health, const DecodeCounters& counts) {
    health.bytes = counts.bytes;
    health.messages = counts.messages;
    health.updates = counts.updates;
    health.malformed = counts.malformed;
    health.refused = counts.refused;
    health.ignored = counts.ignored;
}

} // namespace haneul::feeds
