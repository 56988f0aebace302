# One haneul_fuzz(...) per parser.
haneul_fuzz(http_head SOURCES http_head_fuzz.cpp DEPENDS server_http)
