/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Launch configurations and tags of Auto Scaling: remembered and given back. */

#include <string.h>

#include "sim/account/autoscaling.h"

enum { TAGS_MAX = 50 };

bool bs_asg_is_wanted(const struct bs_tree *names, const char *name)
{
    return bs_tree_count(names) == 0 || bs_tree_has_text(names, name);
}

size_t bs_asg_count_entries(struct bs_account *account, const char *kind, const char *region)
{
    const struct bs_account_entry *entry = bs_account_next(account, kind, region, NULL);
    size_t count = 0;

    for (; entry != NULL; entry = bs_account_next(account, kind, region, entry->key)) {
        count++;
    }
    return count;
}

/* ---- Launch configurations ---- */

void bs_asg_create_configuration(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "LaunchConfigurationName", "");
    struct bs_account_entry *made;
    char uuid[37];

    if (bs_account_find(account, BS_ASG_CONFIGURATION, request->region, name) != NULL) {
        bs_account_fail(answer, "AlreadyExistsFault",
                        "Launch Configuration by this name already exists - A launch configuration "
                        "already exists with the name %.255s",
                        name);
    } else if (bs_asg_count_entries(account, BS_ASG_CONFIGURATION, request->region) >=
               BS_ASG_CONFIGURATIONS_MAX) {
        bs_account_fail(answer, "LimitExceededFault",
                        "You may not create more than %d launch configurations",
                        BS_ASG_CONFIGURATIONS_MAX);
    } else if (bs_tree_get(request->input, "InstanceId") == NULL &&
               (bs_tree_get(request->input, "ImageId") == NULL ||
                bs_tree_get(request->input, "InstanceType") == NULL)) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Valid requests must contain either the InstanceID parameter or both the "
                        "ImageId and InstanceType parameters.");
    } else {
        bs_account_new_uuid(account, uuid);
        made = bs_account_add(account, BS_ASG_CONFIGURATION, request->region, name);
        bs_tree_destroy(made->attributes);
        made->attributes = bs_tree_copy(request->input);
        (void)bs_tree_remove(made->attributes, "InstanceId");
        bs_tree_set_format(made->attributes, "LaunchConfigurationARN",
                           "arn:aws:autoscaling:%s:" BS_ACCOUNT_ID
                           ":launchConfiguration:%s:launchConfigurationName/%s",
                           request->region, uuid, name);
        bs_tree_set_instant(made->attributes, "CreatedTime", bs_account_now(account));
    }
}

void bs_asg_describe_configurations(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const struct bs_tree *names = bs_tree_get(request->input, "LaunchConfigurationNames");
    struct bs_tree *list = bs_tree_set_list(answer->output, "LaunchConfigurations");
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_ASG_CONFIGURATION, request->region, NULL);

    for (; entry != NULL;
         entry = bs_account_next(account, BS_ASG_CONFIGURATION, request->region, entry->key)) {
        if (bs_asg_is_wanted(names, entry->key)) {
            (void)bs_tree_append(list, bs_tree_copy(entry->attributes));
        }
    }
}

static bool is_configuration_used(struct bs_account *account, const char *region, const char *name)
{
    const struct bs_account_entry *group = bs_account_next(account, BS_ASG_GROUP, region, NULL);

    while (group != NULL &&
           strcmp(bs_tree_text(group->attributes, "LaunchConfigurationName", ""), name) != 0) {
        group = bs_account_next(account, BS_ASG_GROUP, region, group->key);
    }
    return group != NULL;
}

void bs_asg_delete_configuration(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "LaunchConfigurationName", "");
    struct bs_account_entry *entry =
        bs_account_find(account, BS_ASG_CONFIGURATION, request->region, name);

    if (entry == NULL) {
        bs_account_fail(answer, BS_ASG_INVALID,
                        "Launch configuration name not found - Launch configuration %.255s not "
                        "found",
                        name);
    } else if (is_configuration_used(account, request->region, name)) {
        bs_account_fail(answer, "ResourceInUseFault",
                        "Cannot delete launch configuration %.255s because it is attached to an "
                        "AutoScalingGroup",
                        name);
    } else {
        bs_account_remove(account, entry);
    }
}

/* ---- Tags ---- */

static struct bs_tree *find_tag(const struct bs_account_entry *group, const char *key)
{
    struct bs_tree *tag = bs_tree_first_mutable(bs_tree_get_mutable(group->attributes, "Tags"));

    while (tag != NULL && strcmp(bs_tree_text(tag, "Key", ""), key) != 0) {
        tag = tag->next;
    }
    return tag;
}

static void take_tag(struct bs_account_entry *group, const struct bs_tree *tag)
{
    struct bs_tree *kept = find_tag(group, bs_tree_text(tag, "Key", ""));

    if (kept == NULL) {
        kept = bs_tree_append_structure(bs_tree_get_mutable(group->attributes, "Tags"));
    }
    bs_tree_set_text(kept, "Key", bs_tree_text(tag, "Key", ""));
    bs_tree_set_text(kept, "Value", bs_tree_text(tag, "Value", ""));
    bs_tree_set_text(kept, "ResourceId", group->key);
    bs_tree_set_text(kept, "ResourceType", "auto-scaling-group");
    bs_tree_set_boolean(kept, "PropagateAtLaunch",
                        bs_tree_boolean(tag, "PropagateAtLaunch", false));
}

void bs_asg_take_tags(struct bs_account_entry *group, const struct bs_tree *tags)
{
    for (const struct bs_tree *tag = bs_tree_first(tags); tag != NULL; tag = tag->next) {
        take_tag(group, tag);
    }
}

/* The group of each tag there is; NULL, and the answer says why, if one is not as it has to be. */
static bool are_tags_good(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(request->input, "Tags"));

    for (; tag != NULL && answer->error == NULL; tag = tag->next) {
        const char *name = bs_tree_text(tag, "ResourceId", "");
        const struct bs_account_entry *group =
            bs_account_find(account, BS_ASG_GROUP, request->region, name);

        if (strcmp(bs_tree_text(tag, "ResourceType", "auto-scaling-group"), "auto-scaling-group") !=
                0 ||
            group == NULL) {
            bs_account_fail(answer, BS_ASG_INVALID,
                            "Group name not found - AutoScalingGroup '%.255s' not found", name);
        } else if (find_tag(group, bs_tree_text(tag, "Key", "")) == NULL &&
                   bs_tree_count(bs_tree_get(group->attributes, "Tags")) >= TAGS_MAX) {
            bs_account_fail(answer, "LimitExceededFault", "A group can have at most %d tags",
                            TAGS_MAX);
        }
    }
    return answer->error == NULL;
}

void bs_asg_create_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(request->input, "Tags"));

    if (!are_tags_good(account, request, answer)) {
        return;
    }
    for (; tag != NULL; tag = tag->next) {
        take_tag(bs_account_find(account, BS_ASG_GROUP, request->region,
                                 bs_tree_text(tag, "ResourceId", "")),
                 tag);
    }
}

void bs_asg_delete_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(request->input, "Tags"));

    (void)answer;
    for (; tag != NULL; tag = tag->next) {
        struct bs_account_entry *group = bs_account_find(account, BS_ASG_GROUP, request->region,
                                                         bs_tree_text(tag, "ResourceId", ""));
        struct bs_tree *kept = group != NULL ? find_tag(group, bs_tree_text(tag, "Key", "")) : NULL;

        if (kept != NULL) {
            bs_tree_remove_element(bs_tree_get_mutable(group->attributes, "Tags"), kept);
        }
    }
}

/* Filters by auto-scaling-group, key, value and propagate-at-launch. */
static bool shows_tag(const struct bs_tree *tag, const struct bs_tree *filters)
{
    for (const struct bs_tree *filter = bs_tree_first(filters); filter != NULL;
         filter = filter->next) {
        const char *name = bs_tree_text(filter, "Name", "");
        const char *found = bs_tree_text(tag, "Value", "");

        if (strcmp(name, "auto-scaling-group") == 0) {
            found = bs_tree_text(tag, "ResourceId", "");
        } else if (strcmp(name, "key") == 0) {
            found = bs_tree_text(tag, "Key", "");
        } else if (strcmp(name, "propagate-at-launch") == 0) {
            found = bs_tree_boolean(tag, "PropagateAtLaunch", false) ? "true" : "false";
        }
        if (!bs_tree_has_text(bs_tree_get(filter, "Values"), found)) {
            return false;
        }
    }
    return true;
}

void bs_asg_describe_tags(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *filters = bs_tree_get(request->input, "Filters");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Tags");
    const struct bs_account_entry *group =
        bs_account_next(account, BS_ASG_GROUP, request->region, NULL);

    for (; group != NULL;
         group = bs_account_next(account, BS_ASG_GROUP, request->region, group->key)) {
        const struct bs_tree *tag = bs_tree_first(bs_tree_get(group->attributes, "Tags"));

        for (; tag != NULL; tag = tag->next) {
            if (shows_tag(tag, filters)) {
                (void)bs_tree_append(list, bs_tree_copy(tag));
            }
        }
    }
}
