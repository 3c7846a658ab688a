/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/certificate.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/assert.h"

enum {
    PEM_MAX = 8192,
    HOST_MAX = 256,
    SERIAL_BITS = 127,
    VERSION_3 = 2, /* As X.509 counts. */
    DAY_S = 86400,
    EARLY_S = 3600, /* Clients' clocks may be behind. */
};

struct kept {
    char host[HOST_MAX];
    X509 *certificate;
};

struct bs_certificates {
    EVP_PKEY *authority_key;
    X509 *authority;
    EVP_PKEY *server_key; /* All hosts': who has one has them all. */
    SSL_CTX *context;
    struct kept kept[BS_CERTIFICATES_KEPT_MAX];
    size_t kept_next;
    struct bs_buffer pem; /* The authority's. */
};

/* ---- Certificates ---- */

struct extension {
    int kind;
    const char *value;
};

static bool extend(X509 *certificate, X509 *issuer, const struct extension *extension)
{
    X509V3_CTX context;
    X509_EXTENSION *made;
    bool is_added;

    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    made = X509V3_EXT_conf_nid(NULL, &context, extension->kind, extension->value);
    is_added = made != NULL && X509_add_ext(certificate, made, -1) == 1;
    X509_EXTENSION_free(made);
    return is_added;
}

/* Clients that have seen another run's authority must not take one serial for the other. */
static bool draw_serial(X509 *certificate)
{
    BIGNUM *number = BN_new();
    const bool is_drawn = number != NULL && BN_rand(number, SERIAL_BITS, 0, 0) == 1 &&
                          BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != NULL;

    BN_free(number);
    return is_drawn;
}

static bool name_subject(X509 *certificate, const char *name)
{
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                                      (const unsigned char *)name, -1, -1, 0) == 1;
}

/* Who the certificate is of and by, and for how long; `issuer` may be the certificate itself. */
static bool fill(X509 *certificate, const char *name, X509 *issuer, EVP_PKEY *key)
{
    return X509_set_version(certificate, VERSION_3) == 1 && draw_serial(certificate) &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -EARLY_S) != NULL &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), (long)BS_CERTIFICATE_DAYS * DAY_S) !=
               NULL &&
           name_subject(certificate, name) &&
           X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
           X509_set_pubkey(certificate, key) == 1;
}

static bool extend_all(X509 *certificate, X509 *issuer, const struct extension *extensions,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!extend(certificate, issuer, &extensions[i])) {
            return false;
        }
    }
    return true;
}

static bool make_authority(struct bs_certificates *certificates)
{
    static const struct extension extensions[] = {
        {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
        {NID_key_usage, "critical,keyCertSign,cRLSign"},
        {NID_subject_key_identifier, "hash"},
    };
    X509 *authority = X509_new();

    certificates->authority = authority;
    return authority != NULL &&
           fill(authority, "blackstart, for one run", authority, certificates->authority_key) &&
           extend_all(authority, authority, extensions,
                      sizeof(extensions) / sizeof(extensions[0])) &&
           X509_sign(authority, certificates->authority_key, EVP_sha256()) > 0;
}

static bool is_address(const char *host)
{
    unsigned char bytes[sizeof(struct in6_addr)];

    return inet_pton(AF_INET, host, bytes) == 1 || inet_pton(AF_INET6, host, bytes) == 1;
}

/* As extensions name hosts: "DNS:localhost,IP:127.0.0.1". */
static void write_names(const char *const *hosts, size_t host_count, struct bs_buffer *names)
{
    for (size_t i = 0; i < host_count; i++) {
        bs_buffer_format(names, "%s%s:%s", i > 0 ? "," : "", is_address(hosts[i]) ? "IP" : "DNS",
                         hosts[i]);
    }
}

static X509 *mint(struct bs_certificates *certificates, const char *names)
{
    const struct extension extensions[] = {
        {NID_basic_constraints, "critical,CA:FALSE"},
        {NID_key_usage, "critical,digitalSignature"},
        {NID_ext_key_usage, "serverAuth"},
        {NID_subject_alt_name, names},
        {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, "keyid:always"},
    };
    X509 *certificate = X509_new();

    if (certificate != NULL &&
        fill(certificate, "blackstart", certificates->authority, certificates->server_key) &&
        extend_all(certificate, certificates->authority, extensions,
                   sizeof(extensions) / sizeof(extensions[0])) &&
        X509_sign(certificate, certificates->authority_key, EVP_sha256()) > 0) {
        return certificate;
    }
    X509_free(certificate);
    return NULL;
}

static X509 *mint_for(struct bs_certificates *certificates, const char *const *hosts,
                      size_t host_count)
{
    struct bs_buffer names;
    X509 *made = NULL;

    bs_buffer_init(&names, (size_t)BS_CERTIFICATE_HOSTS_MAX * HOST_MAX);
    write_names(hosts, host_count, &names);
    if (!names.failed && names.length > 0) {
        made = mint(certificates, names.bytes);
    }
    bs_buffer_clean_up(&names);
    return made;
}

/* Borrowed until as many others have been asked for as are kept. */
static X509 *certificate_of(struct bs_certificates *certificates, const char *host)
{
    struct kept *place;
    X509 *made;

    for (size_t i = 0; i < BS_CERTIFICATES_KEPT_MAX; i++) {
        if (certificates->kept[i].certificate != NULL &&
            strcmp(certificates->kept[i].host, host) == 0) {
            return certificates->kept[i].certificate;
        }
    }
    made = mint_for(certificates, &host, 1);
    if (made != NULL) {
        place = &certificates->kept[certificates->kept_next++ % BS_CERTIFICATES_KEPT_MAX];
        X509_free(place->certificate);
        place->certificate = made;
        (void)snprintf(place->host, sizeof(place->host), "%s", host);
    }
    return made;
}

/* ---- Connections ---- */

static int choose_protocol(SSL *connection, const unsigned char **chosen, unsigned char *length,
                           const unsigned char *offered, unsigned offered_length, void *subject)
{
    static const unsigned char spoken[] = "\x08http/1.1";
    unsigned char *found;

    (void)connection;
    (void)subject;
    if (SSL_select_next_proto(&found, length, spoken, sizeof(spoken) - 1, offered,
                              offered_length) != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

/* Each connection shakes hands in full: one that is resumed would show no certificate. */
static bool make_context(struct bs_certificates *certificates)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());

    certificates->context = context;
    if (context == NULL || SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_num_tickets(context, 0) != 1) {
        return false;
    }
    (void)SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION |
                                           SSL_OP_IGNORE_UNEXPECTED_EOF |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE);
    (void)SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    (void)SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, NULL);
    return true;
}

SSL *bs_certificates_serve(struct bs_certificates *certificates, const char *host, int socket)
{
    X509 *certificate = strlen(host) < HOST_MAX ? certificate_of(certificates, host) : NULL;
    SSL *connection = certificate != NULL ? SSL_new(certificates->context) : NULL;

    if (connection != NULL && (SSL_use_certificate(connection, certificate) != 1 ||
                               SSL_use_PrivateKey(connection, certificates->server_key) != 1 ||
                               SSL_set_fd(connection, socket) != 1)) {
        SSL_free(connection);
        return NULL;
    }
    return connection;
}

/* ---- As text ---- */

static bool add_text(BIO *memory, struct bs_buffer *text)
{
    char *bytes = NULL;
    const long length = BIO_get_mem_data(memory, &bytes);

    if (length > 0) {
        bs_buffer_append(text, bytes, (size_t)length);
    }
    return length > 0 && !text->failed;
}

static bool add_certificate(X509 *certificate, struct bs_buffer *text)
{
    BIO *memory = BIO_new(BIO_s_mem());
    const bool is_added =
        memory != NULL && PEM_write_bio_X509(memory, certificate) == 1 && add_text(memory, text);

    BIO_free(memory);
    return is_added;
}

static bool add_key(EVP_PKEY *key, struct bs_buffer *text)
{
    BIO *memory = BIO_new(BIO_s_mem());
    const bool is_added = memory != NULL &&
                          PEM_write_bio_PrivateKey(memory, key, NULL, NULL, 0, NULL, NULL) == 1 &&
                          add_text(memory, text);

    BIO_free(memory);
    return is_added;
}

enum bs_status bs_certificates_issue(struct bs_certificates *certificates, const char *const *hosts,
                                     size_t host_count, struct bs_buffer *certificate,
                                     struct bs_buffer *key, struct bs_error *error)
{
    X509 *made = mint_for(certificates, hosts, host_count);
    const bool is_issued = made != NULL && add_certificate(made, certificate) &&
                           add_key(certificates->server_key, key);

    X509_free(made);
    return is_issued ? BS_OK
                     : bs_error_set(error, BS_ERR_INPUT, NULL,
                                    "no certificate can name all of these hosts");
}

/* ---- Begin and end ---- */

enum bs_status bs_certificates_new(struct bs_certificates **certificates, struct bs_error *error)
{
    struct bs_certificates *made = calloc(1, sizeof(*made));

    BS_ASSERT(made != NULL);
    bs_buffer_init(&made->pem, PEM_MAX);
    made->authority_key = EVP_EC_gen("P-256");
    made->server_key = EVP_EC_gen("P-256");
    if (made->authority_key == NULL || made->server_key == NULL || !make_authority(made) ||
        !make_context(made) || !add_certificate(made->authority, &made->pem)) {
        bs_certificates_destroy(made);
        return bs_error_set(error, BS_ERR_INTERNAL, NULL,
                            "OpenSSL makes no certificate authority for the run");
    }
    *certificates = made;
    return BS_OK;
}

void bs_certificates_destroy(struct bs_certificates *certificates)
{
    if (certificates == NULL) {
        return;
    }
    for (size_t i = 0; i < BS_CERTIFICATES_KEPT_MAX; i++) {
        X509_free(certificates->kept[i].certificate);
    }
    bs_buffer_clean_up(&certificates->pem);
    SSL_CTX_free(certificates->context);
    X509_free(certificates->authority);
    EVP_PKEY_free(certificates->server_key);
    EVP_PKEY_free(certificates->authority_key);
    free(certificates);
}

const char *bs_certificates_authority(const struct bs_certificates *certificates)
{
    return certificates->pem.bytes;
}
