# One target per room. A room's headers are reached as "core/geo/position.h" through a folder of its own
# (build/rooms/<target>, with one link into the source tree), so that only a target that links the room can include it:
# an arrow against the design (app -> ui -> server -> core) is a build error, not a matter of taste.

set(HANEUL_WARNING_FLAGS -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wno-missing-field-initializers) # members have defaults; designated initialisers name what differs
if(HANEUL_WARNINGS_AS_ERRORS)
    list(APPEND HANEUL_WARNING_FLAGS -Werror)
endif()

add_library(haneul_options INTERFACE)
target_compile_options(haneul_options INTERFACE ${HANEUL_WARNING_FLAGS} -fstack-protector-strong)
target_compile_definitions(haneul_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER)
target_link_options(haneul_options INTERFACE -Wl,--as-needed -Wl,-z,relro,-z,now)
if(HANEUL_SANITIZE)
    target_compile_options(haneul_options INTERFACE -fsanitize=${HANEUL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(haneul_options INTERFACE -fsanitize=${HANEUL_SANITIZE})
    target_compile_definitions(haneul_options INTERFACE HANEUL_SANITIZED)
else()
    target_compile_definitions(haneul_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=3>)
endif()
if(HANEUL_FUZZERS)
    target_compile_options(haneul_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# haneul_room(<wing> <room> [QT] [FOLDER path] SOURCES ... [HEADERS ...] [DEPENDS targets...] [PRIVATE_DEPENDS targets...])
#   makes the static library <wing>_<room> from <wing>/<room>/ (or from FOLDER).
#   QT: has QObjects, runs moc. DEPENDS: rooms and libraries whose headers this room's own headers show. PRIVATE_DEPENDS: used inside only.
function(haneul_room wing room)
    cmake_parse_arguments(arg "QT" "FOLDER" "SOURCES;HEADERS;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    set(target ${wing}_${room})
    set(view "${PROJECT_BINARY_DIR}/rooms/${target}")
    set(folder "${wing}/${room}")
    if(arg_FOLDER)
        set(folder "${arg_FOLDER}")
    endif()
    cmake_path(GET folder PARENT_PATH above)
    file(MAKE_DIRECTORY "${view}/${above}")
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${view}/${folder}" SYMBOLIC)
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES} ${arg_HEADERS})
        target_include_directories(${target} PUBLIC "${view}")
        target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS} haneul_options)
        if(arg_QT)
            set_target_properties(${target} PROPERTIES AUTOMOC ON)
        endif()
    else()
        add_library(${target} INTERFACE ${arg_HEADERS})
        target_include_directories(${target} INTERFACE "${view}")
        target_link_libraries(${target} INTERFACE ${arg_DEPENDS})
    endif()
    set_property(GLOBAL APPEND PROPERTY HANEUL_ROOMS ${target})
endfunction()

file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/results")

# haneul_test(<name> SOURCES file... [DEPENDS targets...] [LABELS ...] [TIMEOUT s] [SERIAL] [ENVIRONMENT ...])
#   a Qt Test program; its results are also written as JUnit XML for the report of installer/test.
#   Which requirements a test function shows is said in the source, behind its declaration:  void f(); // R-PIPE-01 G8
function(haneul_test name)
    cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "SOURCES;DEPENDS;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${name} PRIVATE HANEUL_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_DEPENDS} tests_support Qt6::Test haneul_options)
    add_test(NAME ${name} COMMAND ${name} -o "${PROJECT_BINARY_DIR}/results/${name}.xml,junitxml" -o -,txt)
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ENVIRONMENT "${arg_ENVIRONMENT}")
    if(arg_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
