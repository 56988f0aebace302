# One haneul_fuzz(...) per parser.
haneul_fuzz(http_head SOURCES http_head_fuzz.cpp DEPENDS server_http)
haneul_fuzz(telemetry_json SOURCES telemetry_json_fuzz.cpp DEPENDS core_formats nlohmann_json::nlohmann_json)
haneul_fuzz(telemetry_binary SOURCES telemetry_binary_fuzz.cpp DEPENDS core_formats)
haneul_fuzz(sbs SOURCES sbs_fuzz.cpp DEPENDS core_formats)
haneul_fuzz(mavlink SOURCES mavlink_fuzz.cpp DEPENDS core_formats)
haneul_fuzz(tlog SOURCES tlog_fuzz.cpp DEPENDS core_formats)
haneul_fuzz(geohash SOURCES geohash_fuzz.cpp DEPENDS core_formats)
haneul_fuzz(log SOURCES log_fuzz.cpp DEPENDS core_log)
