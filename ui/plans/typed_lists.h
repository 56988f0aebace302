#pragma once

#include "core/plan/flight_plan.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

// Several things in one field of a form, and back.
namespace haneul::plans {

[[nodiscard]] std::vector<std::string> typedList(const QString& text); // "A, B"
[[nodiscard]] QString listText(const std::vector<std::string>& list);

// "park 37.5665 126.9780; roof 37.57 126.98". nullopt: another text.
[[nodiscard]] std::optional<std::vector<plan::LandingSite>> typedSites(const QString& text);
[[nodiscard]] QString sitesText(const std::vector<plan::LandingSite>& sites);
// "PERMIT 2026-17 / MOLIT; WAIVER 5": kind, number, authority. nullopt: another text.
[[nodiscard]] std::optional<std::vector<plan::RegulatoryDocument>> typedDocuments(const QString& text);
[[nodiscard]] QString documentsText(const std::vector<plan::RegulatoryDocument>& documents);

} // namespace haneul::plans
