/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What a service's error code means to a caller. Source: "Common errors" and each operation's in AWS's
 * references.
 */

#include <string.h>

#include "orchestrator/aws/wire_call.h"

static const struct {
    const char *code;
    enum bs_call_error error;
} errors[] = {
    {"Throttling", BS_CALL_ERROR_THROTTLED},
    {"ThrottlingException", BS_CALL_ERROR_THROTTLED},
    {"ThrottledException", BS_CALL_ERROR_THROTTLED},
    {"Throttled", BS_CALL_ERROR_THROTTLED},
    {"RequestThrottled", BS_CALL_ERROR_THROTTLED},
    {"RequestThrottledException", BS_CALL_ERROR_THROTTLED},
    {"RequestLimitExceeded", BS_CALL_ERROR_THROTTLED},
    {"TooManyRequestsException", BS_CALL_ERROR_THROTTLED},
    {"TooManyUpdates", BS_CALL_ERROR_THROTTLED},
    {"ProvisionedThroughputExceededException", BS_CALL_ERROR_THROTTLED},
    {"PriorRequestNotComplete", BS_CALL_ERROR_THROTTLED},
    {"BandwidthLimitExceeded", BS_CALL_ERROR_THROTTLED},
    {"LimitExceededException", BS_CALL_ERROR_THROTTLED},
    {"SlowDown", BS_CALL_ERROR_THROTTLED},
    {"EC2ThrottledException", BS_CALL_ERROR_THROTTLED},
    {"ConcurrentUpdateException", BS_CALL_ERROR_THROTTLED},
    {"TransactionConflictException", BS_CALL_ERROR_THROTTLED},
    {"TransactionInProgressException", BS_CALL_ERROR_THROTTLED},
    {"KMSThrottling", BS_CALL_ERROR_THROTTLED},
    {"KMSThrottlingException", BS_CALL_ERROR_THROTTLED},

    {"InternalFailure", BS_CALL_ERROR_UNAVAILABLE},
    {"InternalError", BS_CALL_ERROR_UNAVAILABLE},
    {"InternalServerError", BS_CALL_ERROR_UNAVAILABLE},
    {"InternalServiceError", BS_CALL_ERROR_UNAVAILABLE},
    {"InternalServiceException", BS_CALL_ERROR_UNAVAILABLE},
    {"ServerException", BS_CALL_ERROR_UNAVAILABLE},
    {"ServiceException", BS_CALL_ERROR_UNAVAILABLE},
    {"ServiceUnavailable", BS_CALL_ERROR_UNAVAILABLE},
    {"ServiceUnavailableException", BS_CALL_ERROR_UNAVAILABLE},
    {"Unavailable", BS_CALL_ERROR_UNAVAILABLE},
    {"RequestTimeout", BS_CALL_ERROR_UNAVAILABLE},
    {"RequestTimeoutException", BS_CALL_ERROR_UNAVAILABLE},
    {"HealthUnavailable", BS_CALL_ERROR_UNAVAILABLE},
    {"ReplicatedWriteConflictException", BS_CALL_ERROR_UNAVAILABLE},

    {"InsufficientCapacity", BS_CALL_ERROR_CAPACITY},
    {"InsufficientCapacityException", BS_CALL_ERROR_CAPACITY},
    {"InsufficientInstanceCapacity", BS_CALL_ERROR_CAPACITY},
    {"InsufficientDBInstanceCapacity", BS_CALL_ERROR_CAPACITY},
    {"InsufficientDBInstanceCapacityFault", BS_CALL_ERROR_CAPACITY},
    {"ProvisionedIopsNotAvailableInAZFault", BS_CALL_ERROR_CAPACITY},

    {"InvalidDBInstanceState", BS_CALL_ERROR_INVALID_STATE},
    {"InvalidDBInstanceStateFault", BS_CALL_ERROR_INVALID_STATE},
    {"InvalidDBClusterStateFault", BS_CALL_ERROR_INVALID_STATE},
    {"DBInstanceAlreadyExists", BS_CALL_ERROR_INVALID_STATE},
    {"DBInstanceAlreadyExistsFault", BS_CALL_ERROR_INVALID_STATE},
    {"DBSnapshotAlreadyExists", BS_CALL_ERROR_INVALID_STATE},
    {"ServiceNotActiveException", BS_CALL_ERROR_INVALID_STATE},
    {"ResourceInUseException", BS_CALL_ERROR_INVALID_STATE},
    {"IncorrectState", BS_CALL_ERROR_INVALID_STATE},
    {"KMSInvalidState", BS_CALL_ERROR_INVALID_STATE},

    {"DBInstanceNotFound", BS_CALL_ERROR_NOT_FOUND},
    {"DBInstanceNotFoundFault", BS_CALL_ERROR_NOT_FOUND},
    {"NoSuchHostedZone", BS_CALL_ERROR_NOT_FOUND},
    {"NoSuchHealthCheck", BS_CALL_ERROR_NOT_FOUND},
    {"NoSuchChange", BS_CALL_ERROR_NOT_FOUND},
    {"NoSuchResourceException", BS_CALL_ERROR_NOT_FOUND},
    {"ResourceNotFound", BS_CALL_ERROR_NOT_FOUND},
    {"ResourceNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"ObjectNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"ClusterNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"ServiceNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"RepositoryNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"ImageNotFoundException", BS_CALL_ERROR_NOT_FOUND},
    {"TargetGroupNotFound", BS_CALL_ERROR_NOT_FOUND},
    {"LoadBalancerNotFound", BS_CALL_ERROR_NOT_FOUND},
    {"InvalidGroup.NotFound", BS_CALL_ERROR_NOT_FOUND},
    {"InvalidPermission.NotFound", BS_CALL_ERROR_NOT_FOUND},
    {"ParameterNotFound", BS_CALL_ERROR_NOT_FOUND},
    {"NotFound", BS_CALL_ERROR_NOT_FOUND},
    {"NotFoundException", BS_CALL_ERROR_NOT_FOUND},

    {"AccessDenied", BS_CALL_ERROR_DENIED},
    {"AccessDeniedException", BS_CALL_ERROR_DENIED},
    {"AuthFailure", BS_CALL_ERROR_DENIED},
    {"AuthorizationError", BS_CALL_ERROR_DENIED},
    {"UnauthorizedOperation", BS_CALL_ERROR_DENIED},
    {"UnauthorizedException", BS_CALL_ERROR_DENIED},
    {"NotAuthorized", BS_CALL_ERROR_DENIED},
    {"InvalidClientTokenId", BS_CALL_ERROR_DENIED},
    {"UnrecognizedClientException", BS_CALL_ERROR_DENIED},
    {"InvalidAccessKeyId", BS_CALL_ERROR_DENIED},
    {"SignatureDoesNotMatch", BS_CALL_ERROR_DENIED},
    {"InvalidSignatureException", BS_CALL_ERROR_DENIED},
    {"IncompleteSignature", BS_CALL_ERROR_DENIED},
    {"IncompleteSignatureException", BS_CALL_ERROR_DENIED},
    {"MissingAuthenticationToken", BS_CALL_ERROR_DENIED},
    {"MissingAuthenticationTokenException", BS_CALL_ERROR_DENIED},
    {"ExpiredToken", BS_CALL_ERROR_DENIED},
    {"ExpiredTokenException", BS_CALL_ERROR_DENIED},
    {"RequestExpired", BS_CALL_ERROR_DENIED},
    {"RequestTimeTooSkewed", BS_CALL_ERROR_DENIED},
    {"OptInRequired", BS_CALL_ERROR_DENIED},
    {"KMSAccessDenied", BS_CALL_ERROR_DENIED},
    {"Blocked", BS_CALL_ERROR_DENIED},

    {"ConditionalCheckFailedException", BS_CALL_ERROR_CONDITION},
};

enum bs_call_error bs_wire_error_of(const char *code, int32_t status)
{
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
        if (strcmp(errors[i].code, code) == 0) {
            return errors[i].error;
        }
    }
    if (status == 429) {
        return BS_CALL_ERROR_THROTTLED;
    }
    if (status >= 500) {
        return BS_CALL_ERROR_UNAVAILABLE;
    }
    return (status == 401 || status == 403) && code[0] != '\0' ? BS_CALL_ERROR_DENIED
                                                               : BS_CALL_ERROR_OTHER;
}
