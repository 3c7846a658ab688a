/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The proxy alone, for test_proxy.py: leads to the server whose port is given, knows app.example.com and some
 * addresses, prints its port, writes its authority, serves until standard input ends. Then it lists what it
 * has refused, one `host port count` a line.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mocks/proxy.h"

static bool knows_host(void *subject, const char *host)
{
    static const char *const hosts[] = {"app.example.com", "192.0.2.7", "2001:db8::7"};

    (void)subject;
    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
        if (strcmp(hosts[i], host) == 0) {
            return true;
        }
    }
    return false;
}

static bool write_authority(const struct bs_proxy *proxy, const char *path)
{
    FILE *file = fopen(path, "w");
    bool is_written;

    if (file == NULL) {
        return false;
    }
    is_written = fputs(bs_proxy_authority(proxy), file) >= 0;
    return fclose(file) == 0 && is_written;
}

static void print_refusals(struct bs_proxy *proxy)
{
    struct bs_proxy_refusals refusals;

    bs_proxy_list_refusals(proxy, &refusals);
    for (size_t i = 0; i < refusals.count; i++) {
        (void)printf("%s %u %" PRIu64 "\n", refusals.items[i].host,
                     (unsigned)refusals.items[i].port, refusals.items[i].count);
    }
    (void)printf("further %" PRIu64 "\n", refusals.further);
}

int main(int argc, char **argv)
{
    struct bs_proxy_options options = {.knows = knows_host};
    struct bs_error error = {0};
    struct bs_proxy *proxy;

    if (argc != 6) {
        (void)fprintf(stderr, "usage: proxy_server SERVER_PORT AUTHORITY_FILE HEAD_TIMEOUT_S "
                              "IDLE_TIMEOUT_S CONNECTION_MAX\n");
        return 64;
    }
    options.server_port = (uint16_t)strtoul(argv[1], NULL, 10);
    options.head_timeout_s = (uint32_t)strtoul(argv[3], NULL, 10);
    options.idle_timeout_s = (uint32_t)strtoul(argv[4], NULL, 10);
    options.connection_max = (uint32_t)strtoul(argv[5], NULL, 10);
    if (bs_proxy_start(&options, &proxy, &error) != BS_OK || !write_authority(proxy, argv[2])) {
        (void)fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    (void)printf("%u\n", (unsigned)bs_proxy_port(proxy));
    (void)fflush(stdout);
    while (getchar() != EOF) {
    }
    print_refusals(proxy);
    bs_proxy_stop(proxy);
    return 0;
}
