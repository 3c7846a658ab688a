/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: what can be ordered: engines with their versions and families, instance classes. A small choice. */

#include <stdio.h>
#include <string.h>

#include "sim/account/rds.h"

/* Any minor version of a major one is offered; the newest one is that of a client who names none. */
static const struct version {
    const char *engine;
    const char *major;
    const char *newest;
    const char *family;
    const char *description;
} versions[] = {
    {"postgres", "13", "13.14", "postgres13", "PostgreSQL"},
    {"postgres", "14", "14.11", "postgres14", "PostgreSQL"},
    {"postgres", "15", "15.6", "postgres15", "PostgreSQL"},
    {"postgres", "16", "16.2", "postgres16", "PostgreSQL"},
    {"mysql", "5.7", "5.7.44", "mysql5.7", "MySQL Community Edition"},
    {"mysql", "8.0", "8.0.36", "mysql8.0", "MySQL Community Edition"},
    {"mariadb", "10.6", "10.6.16", "mariadb10.6", "MariaDB Community Edition"},
    {"mariadb", "10.11", "10.11.6", "mariadb10.11", "MariaDB Community Edition"},
    {"aurora-postgresql", "13", "13.14", "aurora-postgresql13", "Aurora PostgreSQL"},
    {"aurora-postgresql", "14", "14.11", "aurora-postgresql14", "Aurora PostgreSQL"},
    {"aurora-postgresql", "15", "15.6", "aurora-postgresql15", "Aurora PostgreSQL"},
    {"aurora-mysql", "5.7", "5.7.mysql_aurora.2.11.5", "aurora-mysql5.7", "Aurora MySQL"},
    {"aurora-mysql", "8.0", "8.0.mysql_aurora.3.04.2", "aurora-mysql8.0", "Aurora MySQL"},
};

static const char *const classes[] = {
    "db.t3.micro",  "db.t3.small",   "db.t3.medium",   "db.t3.large",   "db.m5.large",
    "db.m5.xlarge", "db.r5.large",   "db.r5.xlarge",   "db.r5.2xlarge", "db.r5.4xlarge",
    "db.r6g.large", "db.r6g.xlarge", "db.r6g.2xlarge",
};

enum {
    VERSION_COUNT = sizeof(versions) / sizeof(versions[0]),
    CLASS_COUNT = sizeof(classes) / sizeof(classes[0]),
};

/* ---- Engines ---- */

/* The last row wins where no version is named: it is the newest. */
static const struct version *find_version(const char *engine, const char *version)
{
    const struct version *found = NULL;

    for (size_t i = 0; i < VERSION_COUNT; i++) {
        const size_t length = strlen(versions[i].major);

        if (strcmp(versions[i].engine, engine) == 0 &&
            (version == NULL || (strncmp(version, versions[i].major, length) == 0 &&
                                 (version[length] == '.' || version[length] == '\0')))) {
            found = &versions[i];
        }
    }
    return found;
}

const char *bs_db_engine_version(const char *engine, const char *version)
{
    const struct version *found = find_version(engine, version);

    return found == NULL || version == NULL || strcmp(version, found->major) == 0
               ? (found == NULL ? NULL : found->newest)
               : version;
}

int64_t bs_db_engine_port(const char *engine)
{
    if (find_version(engine, NULL) == NULL) {
        return 0;
    }
    return strstr(engine, "postgres") != NULL ? 5432 : 3306;
}

const char *bs_db_engine_family(const char *engine, const char *version)
{
    const struct version *found = find_version(engine, version);

    return found == NULL ? NULL : found->family;
}

bool bs_db_engine_is_of_clusters(const char *engine)
{
    return find_version(engine, NULL) != NULL && strncmp(engine, "aurora", 6) == 0;
}

bool bs_db_family_exists(const char *family)
{
    size_t i = 0;

    while (i < VERSION_COUNT && strcmp(versions[i].family, family) != 0) {
        i++;
    }
    return i < VERSION_COUNT;
}

static const char *licence_of(const char *engine)
{
    return strcmp(engine, "postgres") == 0 ? "postgresql-license" : "general-public-license";
}

/* ---- DescribeDBEngineVersions ---- */

static struct bs_tree *show_version(const struct version *version)
{
    struct bs_tree *view = bs_tree_new_structure();
    const bool is_aurora = bs_db_engine_is_of_clusters(version->engine);

    bs_tree_set_text(view, "Engine", version->engine);
    bs_tree_set_text(view, "EngineVersion", version->newest);
    bs_tree_set_text(view, "MajorEngineVersion", version->major);
    bs_tree_set_text(view, "DBParameterGroupFamily", version->family);
    bs_tree_set_text(view, "DBEngineDescription", version->description);
    bs_tree_set_format(view, "DBEngineVersionDescription", "%s %s", version->description,
                       version->newest);
    bs_tree_set_text(view, "Status", "available");
    bs_tree_set_boolean(view, "SupportsReadReplica", !is_aurora);
    bs_tree_set_boolean(view, "SupportsGlobalDatabases", is_aurora);
    bs_tree_append_text(bs_tree_set_list(view, "SupportedEngineModes"), "provisioned");
    return view;
}

/* Whether each of the input's members, if it is there, says what the view says. */
static bool says_the_same(const struct bs_tree *input, const struct bs_tree *view,
                          const char *const members[])
{
    for (size_t i = 0; members[i] != NULL; i++) {
        const char *wanted = bs_tree_text(input, members[i], NULL);

        if (wanted != NULL && strcmp(wanted, bs_tree_text(view, members[i], "")) != 0) {
            return false;
        }
    }
    return true;
}

static void keep_if(bool is_wanted, struct bs_tree *list, struct bs_tree *view)
{
    if (is_wanted) {
        (void)bs_tree_append(list, view);
    } else {
        bs_tree_destroy(view);
    }
}

void bs_db_describe_engine_versions(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    static const char *const members[] = {"Engine", "DBParameterGroupFamily", NULL};
    static const struct bs_account_filter filters[] = {
        {"engine", "Engine"},
        {"engine-version", "EngineVersion"},
        {"db-parameter-group-family", "DBParameterGroupFamily"},
        {"status", "Status"},
        {NULL, NULL},
    };
    const struct bs_tree *input = request->input;
    const char *wanted = bs_tree_text(input, "EngineVersion", NULL);
    const bool is_default = bs_tree_boolean(input, "DefaultOnly", false);
    struct bs_tree *list = bs_tree_set_list(answer->output, "DBEngineVersions");

    (void)account;
    for (size_t i = 0; i < VERSION_COUNT; i++) {
        const struct version *version = &versions[i];
        struct bs_tree *view = show_version(version);

        keep_if(says_the_same(input, view, members) &&
                    (wanted == NULL || strcmp(wanted, version->newest) == 0 ||
                     strcmp(wanted, version->major) == 0) &&
                    (!is_default || find_version(version->engine, wanted) == version) &&
                    bs_account_filters_match(filters, bs_tree_get(input, "Filters"), view),
                list, view);
    }
}

/* ---- DescribeOrderableDBInstanceOptions ---- */

static struct bs_tree *show_option(const struct version *version, const char *class,
                                   const char *region)
{
    static const char *const can[] = {"MultiAZCapable", "Vpc", "SupportsStorageEncryption",
                                      "SupportsPerformanceInsights",
                                      "SupportsIAMDatabaseAuthentication"};
    const bool is_aurora = bs_db_engine_is_of_clusters(version->engine);
    struct bs_tree *view = bs_tree_new_structure();
    struct bs_tree *zones = bs_tree_set_list(view, "AvailabilityZones");

    bs_tree_set_text(view, "Engine", version->engine);
    bs_tree_set_text(view, "EngineVersion", version->newest);
    bs_tree_set_text(view, "DBInstanceClass", class);
    bs_tree_set_text(view, "LicenseModel", licence_of(version->engine));
    bs_tree_set_text(view, "StorageType", is_aurora ? "aurora" : "gp2");
    bs_tree_set_boolean(view, "ReadReplicaCapable", !is_aurora);
    bs_tree_set_boolean(view, "SupportsGlobalDatabases", is_aurora);
    for (size_t i = 0; i < sizeof(can) / sizeof(can[0]); i++) {
        bs_tree_set_boolean(view, can[i], true);
    }
    for (char zone = 'a'; zone <= 'c'; zone++) {
        bs_tree_set_format(bs_tree_append_structure(zones), "Name", "%s%c", region, zone);
    }
    return view;
}

void bs_db_describe_orderable_options(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    static const char *const members[] = {"Engine", "EngineVersion", "DBInstanceClass",
                                          "LicenseModel", NULL};
    const char *engine = bs_tree_text(request->input, "Engine", "");
    struct bs_tree *list = bs_tree_set_list(answer->output, "OrderableDBInstanceOptions");

    (void)account;
    if (find_version(engine, NULL) == NULL) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid DB engine: %s", engine);
        return;
    }
    for (size_t i = 0; i < VERSION_COUNT * CLASS_COUNT; i++) {
        struct bs_tree *view =
            show_option(&versions[i / CLASS_COUNT], classes[i % CLASS_COUNT], request->region);

        keep_if(says_the_same(request->input, view, members), list, view);
    }
}
