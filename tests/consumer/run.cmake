# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Installs the build tree BUILD_DIR beside itself, then configures, builds and runs the project of this folder
# against what was installed, as somebody who has never seen the source tree would.
# Reproduce: ctest --test-dir BUILD_DIR -R install_consumer -V
set(prefix ${BUILD_DIR}/install_consumer/prefix)
set(build ${BUILD_DIR}/install_consumer/build)
file(REMOVE_RECURSE ${BUILD_DIR}/install_consumer)

# run(COMMAND ..): ends the test if the command fails; its output is the test's.
function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${prefix})
run(${CMAKE_COMMAND} -G Ninja -S ${CMAKE_CURRENT_LIST_DIR} -B ${build} -D CMAKE_PREFIX_PATH=${prefix}
    -D CMAKE_C_COMPILER=${C_COMPILER})
run(${CMAKE_COMMAND} --build ${build})
run(${build}/consumer ${prefix}/share/blackstart/${SCENARIO})
