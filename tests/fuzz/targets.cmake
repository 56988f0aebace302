# One haneul_fuzz(...) per parser.
