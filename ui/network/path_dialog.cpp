#include "ui/network/path_dialog.h"
