#include "ui/network/network_files.h"
