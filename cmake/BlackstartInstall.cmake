# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Installation: the binary, every library of the property BS_LIBRARIES as blackstart::NAME, every header of
# BS_HEADERS under include/blackstart with its folder, scenarios and schemas, and a package configuration file.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(BS_DATA_DIR ${CMAKE_INSTALL_DATADIR}/blackstart)
set(BS_CONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/blackstart)

if(TARGET blackstart)
    install(TARGETS blackstart RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

get_property(libraries GLOBAL PROPERTY BS_LIBRARIES)
install(TARGETS ${libraries} EXPORT blackstart-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT blackstart-targets NAMESPACE blackstart:: DESTINATION ${BS_CONFIG_DIR})

get_property(headers GLOBAL PROPERTY BS_HEADERS)
foreach(header ${headers})
    file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${header})
    get_filename_component(folder ${path} DIRECTORY)
    install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/blackstart/${folder})
endforeach()

install(DIRECTORY scenarios DESTINATION ${BS_DATA_DIR}
        FILES_MATCHING PATTERN *.yaml PATTERN *.json PATTERN *.md)

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/BlackstartConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/blackstart-config.cmake
                              INSTALL_DESTINATION ${BS_CONFIG_DIR} PATH_VARS BS_DATA_DIR)
# Before 1.0 the interfaces may change with every minor version.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/blackstart-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/blackstart-config.cmake ${PROJECT_BINARY_DIR}/blackstart-config-version.cmake
        DESTINATION ${BS_CONFIG_DIR})

# Not in instrumented builds: whoever links an instrumented library must be instrumented likewise.
if(BS_BUILD_TESTS AND NOT BS_SANITIZE AND NOT BS_FUZZ AND NOT BS_COVERAGE AND NOT CMAKE_CROSSCOMPILING)
    add_test(NAME install_consumer
             COMMAND ${CMAKE_COMMAND} -D BUILD_DIR=${PROJECT_BINARY_DIR} -D C_COMPILER=${CMAKE_C_COMPILER}
                     -D SCENARIO=scenarios/platform/region-loss.yaml
                     -P ${PROJECT_SOURCE_DIR}/tests/consumer/run.cmake)
endif()
