#pragma once

#include "core/base/error.h"
#include "server/city/city_service.h"

#include <QString>
#include <QStringList>

namespace haneul::city {

[[nodiscard]] QString kindText(std::string_view kind); // of kindOf()
// "Office, 2025-06"; of a made-up set that it is.
[[nodiscard]] QString sourceText(const Provenance& provenance);
[[nodiscard]] QString verdictText(city_files::Verdict verdict);
[[nodiscard]] QString codeText(const std::string& code); // of a row, "…" for its values
[[nodiscard]] QString rowText(const city_files::RowReport& row);
[[nodiscard]] QString partText(const std::string& role);     // of a layer: "height"
[[nodiscard]] QString remarkText(const std::string& remark); // of the whole file
[[nodiscard]] QString refusalText(const Error& error);
// "213 taken, 2 in quarantine, 1 refused"
[[nodiscard]] QString countsText(const city_files::ImportReport& report);

} // namespace haneul::city
