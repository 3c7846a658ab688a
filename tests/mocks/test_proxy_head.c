/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mocks/proxy_head.h"

struct head_case {
    const char *text;
    enum bs_proxy_head_kind kind;
    const char *host;
    uint16_t port;
};

static const struct head_case cases[] = {
    {"CONNECT rds.us-east-1.amazonaws.com:443 HTTP/1.1\r\nHost: x\r\n\r\n", BS_PROXY_HEAD_CONNECT,
     "rds.us-east-1.amazonaws.com", 443},
    {"connect a:443 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, "", 0},
    {"CONNECT A.Example.COM.:80 HTTP/1.0\n\n", BS_PROXY_HEAD_CONNECT, "a.example.com", 80},
    {"CONNECT [2001:DB8::1]:65535 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_CONNECT, "2001:db8::1", 65535},
    {"CONNECT a HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT a:0 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT a:65536 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT a:4433333 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT [::1]x:443 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT a,DNS:b:443 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"CONNECT :443 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"GET http://sns.eu-west-1.amazonaws.com/?Action=x HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_ABSOLUTE,
     "sns.eu-west-1.amazonaws.com", 80},
    {"PUT HTTP://a:8080 HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_ABSOLUTE, "a", 8080},
    {"GET http://a?b HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_ABSOLUTE, "a", 80},
    {"GET http://user:secret@a/ HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"GET http:/// HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"GET https://a/ HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"GET /path HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_DIRECT, "", 0},
    {"OPTIONS * HTTP/1.1\r\n\r\n", BS_PROXY_HEAD_BROKEN, "", 0},
    {"GET http://a/\r\n\r\n", BS_PROXY_HEAD_BROKEN, NULL, 0},
    {"\r\n", BS_PROXY_HEAD_BROKEN, "", 0},
    {"GET http://a/ HTTP/1.1\r\nA: b\r\n", BS_PROXY_HEAD_PARTIAL, "", 0},
    {"", BS_PROXY_HEAD_PARTIAL, "", 0},
};

static void test_kinds_hosts_and_ports(void **state)
{
    struct bs_proxy_head head;

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bs_proxy_head_read(cases[i].text, strlen(cases[i].text), &head);
        if (head.kind != cases[i].kind) {
            fail_msg("kind %d of %s", (int)head.kind, cases[i].text);
        }
        if (cases[i].host != NULL) {
            assert_string_equal(head.host, cases[i].host);
            assert_int_equal(head.port, cases[i].port);
        }
        assert_int_equal(head.length,
                         head.kind == BS_PROXY_HEAD_PARTIAL ? 0 : strlen(cases[i].text));
    }
}

static void test_what_follows_is_not_the_heads(void **state)
{
    static const char text[] = "GET http://a/ HTTP/1.1\r\nA: b\r\n\r\nbody\r\n\r\n";
    struct bs_proxy_head head;

    (void)state;
    bs_proxy_head_read(text, sizeof(text) - 1, &head);
    assert_int_equal(head.length, sizeof(text) - 1 - strlen("body\r\n\r\n"));
}

static void test_a_head_has_no_nul(void **state)
{
    static const char text[] = "GET http://a/\0b HTTP/1.1\r\n\r\n";
    struct bs_proxy_head head;

    (void)state;
    bs_proxy_head_read(text, sizeof(text) - 1, &head);
    assert_int_equal(head.kind, BS_PROXY_HEAD_BROKEN);
}

static void test_longest_host(void **state)
{
    char text[512] = "CONNECT ";
    struct bs_proxy_head head;

    (void)state;
    for (size_t length = 252; length < 256; length++) {
        memset(text + 8, 'a', length);
        memcpy(text + 8 + length, ":1 HTTP/1.1\n\n", sizeof(":1 HTTP/1.1\n\n"));
        bs_proxy_head_read(text, strlen(text), &head);
        assert_int_equal(head.kind, length < 254 ? BS_PROXY_HEAD_CONNECT : BS_PROXY_HEAD_BROKEN);
    }
}

static void check_forwarded(const char *text, const char *expected)
{
    struct bs_proxy_head head;
    struct bs_buffer forwarded;

    bs_buffer_init(&forwarded, 4096);
    bs_proxy_head_read(text, strlen(text), &head);
    assert_int_equal(head.kind, BS_PROXY_HEAD_ABSOLUTE);
    bs_proxy_head_forward(text, &head, &forwarded);
    assert_string_equal(forwarded.bytes, expected);
    bs_buffer_clean_up(&forwarded);
}

static void test_forwarded(void **state)
{
    (void)state;
    check_forwarded(
        "GET http://a.b/c%2Fd?e=f HTTP/1.1\r\nHost: other\r\nA: b\r\nProxy-Connection: "
        "keep-alive\r\nConnection: keep-alive\r\nProxy-Authorization: x\r\n y\r\nC: d\r\n"
        " e\r\n\r\nbody",
        "GET /c%2Fd?e=f HTTP/1.1\r\nHost: a.b\r\nConnection: close\r\nA: b\r\nC: d\r\n"
        " e\r\n\r\n");
    check_forwarded("POST http://a:80?x HTTP/1.0\nA: b\n\n",
                    "POST /?x HTTP/1.0\r\nHost: a\r\nConnection: close\r\nA: b\r\n\r\n");
    check_forwarded("GET http://[::1]:81 HTTP/1.1\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: [::1]:81\r\nConnection: close\r\n\r\n");
}

static void test_whose_hosts(void **state)
{
    (void)state;
    assert_true(bs_proxy_host_is_amazon("rds.us-east-1.amazonaws.com"));
    assert_true(bs_proxy_host_is_amazon("s3.cn-north-1.amazonaws.com.cn"));
    assert_true(bs_proxy_host_is_amazon("s3.dualstack.us-east-1.api.aws"));
    assert_false(bs_proxy_host_is_amazon("amazonaws.com"));
    assert_false(bs_proxy_host_is_amazon("rds.notamazonaws.com"));
    assert_false(bs_proxy_host_is_amazon("rds.amazonaws.com.example.com"));
    assert_true(bs_proxy_host_is_metadata("169.254.169.254"));
    assert_false(bs_proxy_host_is_metadata("169.254.169.25"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_hosts_and_ports),
        cmocka_unit_test(test_what_follows_is_not_the_heads),
        cmocka_unit_test(test_a_head_has_no_nul),
        cmocka_unit_test(test_longest_host),
        cmocka_unit_test(test_forwarded),
        cmocka_unit_test(test_whose_hosts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
