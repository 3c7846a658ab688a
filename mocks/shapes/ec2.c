/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AcceptVpcPeeringConnectionRequest, SHAPE_AcceptVpcPeeringConnectionResult,
    SHAPE_AccountAttribute, SHAPE_AccountAttributeList, SHAPE_AccountAttributeName,
    SHAPE_AccountAttributeNameStringList, SHAPE_AccountAttributeValue,
    SHAPE_AccountAttributeValueList, SHAPE_Address, SHAPE_AddressList,
    SHAPE_AllocateAddressRequest, SHAPE_AllocateAddressResult, SHAPE_AllocationIdList,
    SHAPE_AssociateAddressRequest, SHAPE_AssociateAddressResult, SHAPE_AssociateRouteTableRequest,
    SHAPE_AssociateRouteTableResult, SHAPE_AssociateVpcCidrBlockRequest,
    SHAPE_AssociateVpcCidrBlockResult, SHAPE_AttachInternetGatewayRequest,
    SHAPE_AttachmentEnaSrdSpecification, SHAPE_AttachmentEnaSrdUdpSpecification,
    SHAPE_AttachmentStatus, SHAPE_AttributeBooleanValue, SHAPE_AuthorizeSecurityGroupEgressRequest,
    SHAPE_AuthorizeSecurityGroupEgressResult, SHAPE_AuthorizeSecurityGroupIngressRequest,
    SHAPE_AuthorizeSecurityGroupIngressResult, SHAPE_AvailabilityZone, SHAPE_AvailabilityZoneList,
    SHAPE_AvailabilityZoneMessage, SHAPE_AvailabilityZoneMessageList,
    SHAPE_AvailabilityZoneOptInStatus, SHAPE_AvailabilityZoneState, SHAPE_Boolean, SHAPE_CidrBlock,
    SHAPE_CidrBlockSet, SHAPE_ConnectivityType, SHAPE_CreateDefaultSubnetRequest,
    SHAPE_CreateDefaultSubnetResult, SHAPE_CreateDefaultVpcRequest, SHAPE_CreateDefaultVpcResult,
    SHAPE_CreateInternetGatewayRequest, SHAPE_CreateInternetGatewayResult,
    SHAPE_CreateNatGatewayRequest, SHAPE_CreateNatGatewayResult,
    SHAPE_CreateNetworkAclEntryRequest, SHAPE_CreateNetworkAclRequest,
    SHAPE_CreateNetworkAclResult, SHAPE_CreateNetworkInterfaceRequest,
    SHAPE_CreateNetworkInterfaceResult, SHAPE_CreateRouteRequest, SHAPE_CreateRouteResult,
    SHAPE_CreateRouteTableRequest, SHAPE_CreateRouteTableResult, SHAPE_CreateSecurityGroupRequest,
    SHAPE_CreateSecurityGroupResult, SHAPE_CreateSubnetRequest, SHAPE_CreateSubnetResult,
    SHAPE_CreateTagsRequest, SHAPE_CreateVpcEndpointRequest, SHAPE_CreateVpcEndpointResult,
    SHAPE_CreateVpcPeeringConnectionRequest, SHAPE_CreateVpcPeeringConnectionResult,
    SHAPE_CreateVpcRequest, SHAPE_CreateVpcResult, SHAPE_DeleteInternetGatewayRequest,
    SHAPE_DeleteNatGatewayRequest, SHAPE_DeleteNatGatewayResult,
    SHAPE_DeleteNetworkAclEntryRequest, SHAPE_DeleteNetworkAclRequest,
    SHAPE_DeleteNetworkInterfaceRequest, SHAPE_DeleteRouteRequest, SHAPE_DeleteRouteTableRequest,
    SHAPE_DeleteSecurityGroupRequest, SHAPE_DeleteSubnetRequest, SHAPE_DeleteTagsRequest,
    SHAPE_DeleteVpcEndpointsRequest, SHAPE_DeleteVpcEndpointsResult,
    SHAPE_DeleteVpcPeeringConnectionRequest, SHAPE_DeleteVpcPeeringConnectionResult,
    SHAPE_DeleteVpcRequest, SHAPE_DescribeAccountAttributesRequest,
    SHAPE_DescribeAccountAttributesResult, SHAPE_DescribeAddressesRequest,
    SHAPE_DescribeAddressesResult, SHAPE_DescribeAvailabilityZonesRequest,
    SHAPE_DescribeAvailabilityZonesResult, SHAPE_DescribeInternetGatewaysMaxResults,
    SHAPE_DescribeInternetGatewaysRequest, SHAPE_DescribeInternetGatewaysResult,
    SHAPE_DescribeNatGatewaysMaxResults, SHAPE_DescribeNatGatewaysRequest,
    SHAPE_DescribeNatGatewaysResult, SHAPE_DescribeNetworkAclsMaxResults,
    SHAPE_DescribeNetworkAclsRequest, SHAPE_DescribeNetworkAclsResult,
    SHAPE_DescribeNetworkInterfacesMaxResults, SHAPE_DescribeNetworkInterfacesRequest,
    SHAPE_DescribeNetworkInterfacesResult, SHAPE_DescribeRegionsRequest,
    SHAPE_DescribeRegionsResult, SHAPE_DescribeRouteTablesMaxResults,
    SHAPE_DescribeRouteTablesRequest, SHAPE_DescribeRouteTablesResult,
    SHAPE_DescribeSecurityGroupRulesMaxResults, SHAPE_DescribeSecurityGroupRulesRequest,
    SHAPE_DescribeSecurityGroupRulesResult, SHAPE_DescribeSecurityGroupsMaxResults,
    SHAPE_DescribeSecurityGroupsRequest, SHAPE_DescribeSecurityGroupsResult,
    SHAPE_DescribeSubnetsMaxResults, SHAPE_DescribeSubnetsRequest, SHAPE_DescribeSubnetsResult,
    SHAPE_DescribeTagsRequest, SHAPE_DescribeTagsResult, SHAPE_DescribeVpcAttributeRequest,
    SHAPE_DescribeVpcAttributeResult, SHAPE_DescribeVpcEndpointsRequest,
    SHAPE_DescribeVpcEndpointsResult, SHAPE_DescribeVpcPeeringConnectionsMaxResults,
    SHAPE_DescribeVpcPeeringConnectionsRequest, SHAPE_DescribeVpcPeeringConnectionsResult,
    SHAPE_DescribeVpcsMaxResults, SHAPE_DescribeVpcsRequest, SHAPE_DescribeVpcsResult,
    SHAPE_DetachInternetGatewayRequest, SHAPE_DisassociateAddressRequest,
    SHAPE_DisassociateRouteTableRequest, SHAPE_DisassociateVpcCidrBlockRequest,
    SHAPE_DisassociateVpcCidrBlockResult, SHAPE_DnsEntry, SHAPE_DnsEntrySet, SHAPE_DnsOptions,
    SHAPE_DnsOptionsSpecification, SHAPE_DnsRecordIpType, SHAPE_DomainType, SHAPE_Filter,
    SHAPE_FilterList, SHAPE_GroupIdStringList, SHAPE_GroupIdentifier, SHAPE_GroupIdentifierList,
    SHAPE_GroupIdentifierSet, SHAPE_GroupNameStringList, SHAPE_HostnameType, SHAPE_IcmpTypeCode,
    SHAPE_InstanceIpv6Address, SHAPE_InstanceIpv6AddressList, SHAPE_Integer, SHAPE_InternetGateway,
    SHAPE_InternetGatewayAttachment, SHAPE_InternetGatewayAttachmentList,
    SHAPE_InternetGatewayIdList, SHAPE_InternetGatewayList, SHAPE_IpAddressType,
    SHAPE_IpPermission, SHAPE_IpPermissionList, SHAPE_IpRange, SHAPE_IpRangeList,
    SHAPE_Ipv4PrefixList, SHAPE_Ipv4PrefixSpecification, SHAPE_Ipv4PrefixSpecificationRequest,
    SHAPE_Ipv4PrefixesList, SHAPE_Ipv6CidrBlock, SHAPE_Ipv6CidrBlockSet, SHAPE_Ipv6PrefixList,
    SHAPE_Ipv6PrefixSpecification, SHAPE_Ipv6PrefixSpecificationRequest, SHAPE_Ipv6PrefixesList,
    SHAPE_Ipv6Range, SHAPE_Ipv6RangeList, SHAPE_LastError, SHAPE_ModifySecurityGroupRulesRequest,
    SHAPE_ModifySecurityGroupRulesResult, SHAPE_ModifySubnetAttributeRequest,
    SHAPE_ModifyVpcAttributeRequest, SHAPE_ModifyVpcEndpointRequest, SHAPE_ModifyVpcEndpointResult,
    SHAPE_NatGateway, SHAPE_NatGatewayAddress, SHAPE_NatGatewayAddressList,
    SHAPE_NatGatewayIdStringList, SHAPE_NatGatewayList, SHAPE_NatGatewayState, SHAPE_NetworkAcl,
    SHAPE_NetworkAclAssociation, SHAPE_NetworkAclAssociationList, SHAPE_NetworkAclEntry,
    SHAPE_NetworkAclEntryList, SHAPE_NetworkAclIdStringList, SHAPE_NetworkAclList,
    SHAPE_NetworkInterface, SHAPE_NetworkInterfaceAssociation, SHAPE_NetworkInterfaceAttachment,
    SHAPE_NetworkInterfaceIdList, SHAPE_NetworkInterfaceIpv6Address,
    SHAPE_NetworkInterfaceIpv6AddressesList, SHAPE_NetworkInterfaceList,
    SHAPE_NetworkInterfacePrivateIpAddress, SHAPE_NetworkInterfacePrivateIpAddressList,
    SHAPE_NetworkInterfaceStatus, SHAPE_NetworkInterfaceType, SHAPE_PortRange, SHAPE_PrefixListId,
    SHAPE_PrefixListIdList, SHAPE_PrivateDnsNameOptionsOnLaunch,
    SHAPE_PrivateIpAddressSpecification, SHAPE_PrivateIpAddressSpecificationList,
    SHAPE_PropagatingVgw, SHAPE_PropagatingVgwList, SHAPE_ProvisionedBandwidth,
    SHAPE_PublicIpStringList, SHAPE_ReferencedSecurityGroup, SHAPE_Region, SHAPE_RegionList,
    SHAPE_RegionNameStringList, SHAPE_RejectVpcPeeringConnectionRequest,
    SHAPE_RejectVpcPeeringConnectionResult, SHAPE_ReleaseAddressRequest,
    SHAPE_ReplaceNetworkAclAssociationRequest, SHAPE_ReplaceNetworkAclAssociationResult,
    SHAPE_ReplaceNetworkAclEntryRequest, SHAPE_ReplaceRouteRequest,
    SHAPE_ReplaceRouteTableAssociationRequest, SHAPE_ReplaceRouteTableAssociationResult,
    SHAPE_ResourceIdList, SHAPE_RevokeSecurityGroupEgressRequest,
    SHAPE_RevokeSecurityGroupEgressResult, SHAPE_RevokeSecurityGroupIngressRequest,
    SHAPE_RevokeSecurityGroupIngressResult, SHAPE_RevokedSecurityGroupRule,
    SHAPE_RevokedSecurityGroupRuleList, SHAPE_Route, SHAPE_RouteList, SHAPE_RouteOrigin,
    SHAPE_RouteState, SHAPE_RouteTable, SHAPE_RouteTableAssociation,
    SHAPE_RouteTableAssociationList, SHAPE_RouteTableAssociationState,
    SHAPE_RouteTableAssociationStateCode, SHAPE_RouteTableIdStringList, SHAPE_RouteTableList,
    SHAPE_RuleAction, SHAPE_SecurityGroup, SHAPE_SecurityGroupIdStringList,
    SHAPE_SecurityGroupIdentifier, SHAPE_SecurityGroupList, SHAPE_SecurityGroupRule,
    SHAPE_SecurityGroupRuleDescription, SHAPE_SecurityGroupRuleDescriptionList,
    SHAPE_SecurityGroupRuleIdList, SHAPE_SecurityGroupRuleList, SHAPE_SecurityGroupRuleRequest,
    SHAPE_SecurityGroupRuleUpdate, SHAPE_SecurityGroupRuleUpdateList, SHAPE_State, SHAPE_String,
    SHAPE_Subnet, SHAPE_SubnetCidrBlockState, SHAPE_SubnetCidrBlockStateCode,
    SHAPE_SubnetIdStringList, SHAPE_SubnetIpv6CidrBlockAssociation,
    SHAPE_SubnetIpv6CidrBlockAssociationSet, SHAPE_SubnetList, SHAPE_SubnetState, SHAPE_Tag,
    SHAPE_TagDescription, SHAPE_TagDescriptionList, SHAPE_TagList, SHAPE_TagSpecification,
    SHAPE_TagSpecificationList, SHAPE_Tenancy, SHAPE_Timestamp, SHAPE_UnsuccessfulItem,
    SHAPE_UnsuccessfulItemError, SHAPE_UnsuccessfulItemSet,
    SHAPE_UpdateSecurityGroupRuleDescriptionsEgressRequest,
    SHAPE_UpdateSecurityGroupRuleDescriptionsEgressResult,
    SHAPE_UpdateSecurityGroupRuleDescriptionsIngressRequest,
    SHAPE_UpdateSecurityGroupRuleDescriptionsIngressResult, SHAPE_UserIdGroupPair,
    SHAPE_UserIdGroupPairList, SHAPE_ValueStringList, SHAPE_Vpc, SHAPE_VpcAttributeName,
    SHAPE_VpcCidrBlockAssociation, SHAPE_VpcCidrBlockAssociationSet, SHAPE_VpcCidrBlockState,
    SHAPE_VpcCidrBlockStateCode, SHAPE_VpcEndpoint, SHAPE_VpcEndpointIdList,
    SHAPE_VpcEndpointRouteTableIdList, SHAPE_VpcEndpointSecurityGroupIdList, SHAPE_VpcEndpointSet,
    SHAPE_VpcEndpointSubnetIdList, SHAPE_VpcEndpointType, SHAPE_VpcIdStringList,
    SHAPE_VpcIpv6CidrBlockAssociation, SHAPE_VpcIpv6CidrBlockAssociationSet, SHAPE_VpcList,
    SHAPE_VpcPeeringConnection, SHAPE_VpcPeeringConnectionIdList, SHAPE_VpcPeeringConnectionList,
    SHAPE_VpcPeeringConnectionOptionsDescription, SHAPE_VpcPeeringConnectionStateReason,
    SHAPE_VpcPeeringConnectionStateReasonCode, SHAPE_VpcPeeringConnectionVpcInfo, SHAPE_VpcState,
    SHAPE_ZoneIdStringList, SHAPE_ZoneNameStringList, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AccountAttributeName[] = {
    "supported-platforms", "default-vpc", NULL,
};

static const char *const words_AttachmentStatus[] = {
    "attaching", "attached", "detaching", "detached", NULL,
};

static const char *const words_AvailabilityZoneOptInStatus[] = {
    "opt-in-not-required", "opted-in", "not-opted-in", NULL,
};

static const char *const words_AvailabilityZoneState[] = {
    "available", "information", "impaired", "unavailable", "constrained", NULL,
};

static const char *const words_ConnectivityType[] = {
    "private", "public", NULL,
};

static const char *const words_DnsRecordIpType[] = {
    "ipv4", "dualstack", "ipv6", "service-defined", NULL,
};

static const char *const words_DomainType[] = {
    "vpc", "standard", NULL,
};

static const char *const words_HostnameType[] = {
    "ip-name", "resource-name", NULL,
};

static const char *const words_IpAddressType[] = {
    "ipv4", "dualstack", "ipv6", NULL,
};

static const char *const words_NatGatewayState[] = {
    "pending", "failed", "available", "deleting", "deleted", NULL,
};

static const char *const words_NetworkInterfaceStatus[] = {
    "available", "associated", "attaching", "in-use", "detaching", NULL,
};

static const char *const words_NetworkInterfaceType[] = {
    "interface", "natGateway", "efa", "trunk", "load_balancer", "network_load_balancer",
    "vpc_endpoint", "branch", "transit_gateway", "lambda", "quicksight",
    "global_accelerator_managed", "api_gateway_managed", "gateway_load_balancer",
    "gateway_load_balancer_endpoint", "iot_rules_managed", "aws_codestar_connections_managed",
    NULL,
};

static const char *const words_RouteOrigin[] = {
    "CreateRouteTable", "CreateRoute", "EnableVgwRoutePropagation", "Advertisement", NULL,
};

static const char *const words_RouteState[] = {
    "active", "blackhole", NULL,
};

static const char *const words_RouteTableAssociationStateCode[] = {
    "associating", "associated", "disassociating", "disassociated", "failed", NULL,
};

static const char *const words_RuleAction[] = {
    "allow", "deny", NULL,
};

static const char *const words_State[] = {
    "PendingAcceptance", "Pending", "Available", "Deleting", "Deleted", "Rejected", "Failed",
    "Expired", NULL,
};

static const char *const words_SubnetCidrBlockStateCode[] = {
    "associating", "associated", "disassociating", "disassociated", "failing", "failed", NULL,
};

static const char *const words_SubnetState[] = {
    "pending", "available", "unavailable", "failed", "failed-insufficient-capacity", NULL,
};

static const char *const words_Tenancy[] = {
    "default", "dedicated", "host", NULL,
};

static const char *const words_VpcAttributeName[] = {
    "enableDnsSupport", "enableDnsHostnames", "enableNetworkAddressUsageMetrics", NULL,
};

static const char *const words_VpcCidrBlockStateCode[] = {
    "associating", "associated", "disassociating", "disassociated", "failing", "failed", NULL,
};

static const char *const words_VpcEndpointType[] = {
    "Interface", "Gateway", "GatewayLoadBalancer", NULL,
};

static const char *const words_VpcPeeringConnectionStateReasonCode[] = {
    "initiating-request", "pending-acceptance", "active", "deleted", "rejected", "failed",
    "expired", "provisioning", "deleting", NULL,
};

static const char *const words_VpcState[] = {
    "pending", "available", NULL,
};

static const struct bs_shape_member
    members_AcceptVpcPeeringConnectionRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
};

static const struct bs_shape_member
    members_AcceptVpcPeeringConnectionResult[] = {
    {MEMBER_AS(VpcPeeringConnection, "vpcPeeringConnection", "VpcPeeringConnection",
     VpcPeeringConnection)},
};

static const struct bs_shape_member
    members_AccountAttribute[] = {
    {MEMBER_AS(AttributeName, "attributeName", "AttributeName", String)},
    {MEMBER_AS(AttributeValues, "attributeValueSet", "AttributeValueSet",
     AccountAttributeValueList)},
};

static const struct bs_shape_member
    members_AccountAttributeList[] = {
    {MEMBER_AS(member, "item", "item", AccountAttribute)},
};

static const struct bs_shape_member
    members_AccountAttributeNameStringList[] = {
    {MEMBER_AS(member, "attributeName", "attributeName", AccountAttributeName)},
};

static const struct bs_shape_member
    members_AccountAttributeValue[] = {
    {MEMBER_AS(AttributeValue, "attributeValue", "AttributeValue", String)},
};

static const struct bs_shape_member
    members_AccountAttributeValueList[] = {
    {MEMBER_AS(member, "item", "item", AccountAttributeValue)},
};

static const struct bs_shape_member
    members_Address[] = {
    {MEMBER_AS(InstanceId, "instanceId", "InstanceId", String)},
    {MEMBER_AS(PublicIp, "publicIp", "PublicIp", String)},
    {MEMBER_AS(AllocationId, "allocationId", "AllocationId", String)},
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(Domain, "domain", "Domain", DomainType)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(NetworkInterfaceOwnerId, "networkInterfaceOwnerId", "NetworkInterfaceOwnerId",
     String)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(PublicIpv4Pool, "publicIpv4Pool", "PublicIpv4Pool", String)},
    {MEMBER_AS(NetworkBorderGroup, "networkBorderGroup", "NetworkBorderGroup", String)},
    {MEMBER_AS(CustomerOwnedIp, "customerOwnedIp", "CustomerOwnedIp", String)},
    {MEMBER_AS(CustomerOwnedIpv4Pool, "customerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", String)},
    {MEMBER_AS(CarrierIp, "carrierIp", "CarrierIp", String)},
};

static const struct bs_shape_member
    members_AddressList[] = {
    {MEMBER_AS(member, "item", "item", Address)},
};

static const struct bs_shape_member
    members_AllocateAddressRequest[] = {
    {MEMBER(Domain, DomainType)},
    {MEMBER(Address, String)},
    {MEMBER(PublicIpv4Pool, String)},
    {MEMBER(NetworkBorderGroup, String)},
    {MEMBER(CustomerOwnedIpv4Pool, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
};

static const struct bs_shape_member
    members_AllocateAddressResult[] = {
    {MEMBER_AS(PublicIp, "publicIp", "PublicIp", String)},
    {MEMBER_AS(AllocationId, "allocationId", "AllocationId", String)},
    {MEMBER_AS(PublicIpv4Pool, "publicIpv4Pool", "PublicIpv4Pool", String)},
    {MEMBER_AS(NetworkBorderGroup, "networkBorderGroup", "NetworkBorderGroup", String)},
    {MEMBER_AS(Domain, "domain", "Domain", DomainType)},
    {MEMBER_AS(CustomerOwnedIp, "customerOwnedIp", "CustomerOwnedIp", String)},
    {MEMBER_AS(CustomerOwnedIpv4Pool, "customerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", String)},
    {MEMBER_AS(CarrierIp, "carrierIp", "CarrierIp", String)},
};

static const struct bs_shape_member
    members_AllocationIdList[] = {
    {MEMBER_AS(member, "AllocationId", "AllocationId", String)},
};

static const struct bs_shape_member
    members_AssociateAddressRequest[] = {
    {MEMBER(AllocationId, String)},
    {MEMBER(InstanceId, String)},
    {MEMBER(PublicIp, String)},
    {MEMBER_AS(AllowReassociation, "allowReassociation", "AllowReassociation", Boolean)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
};

static const struct bs_shape_member
    members_AssociateAddressResult[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
};

static const struct bs_shape_member
    members_AssociateRouteTableRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
    {MEMBER(GatewayId, String)},
};

static const struct bs_shape_member
    members_AssociateRouteTableResult[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(AssociationState, "associationState", "AssociationState",
     RouteTableAssociationState)},
};

static const struct bs_shape_member
    members_AssociateVpcCidrBlockRequest[] = {
    {MEMBER_AS(AmazonProvidedIpv6CidrBlock, "amazonProvidedIpv6CidrBlock",
     "AmazonProvidedIpv6CidrBlock", Boolean)},
    {MEMBER(CidrBlock, String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
    {MEMBER(Ipv6CidrBlockNetworkBorderGroup, String)},
    {MEMBER(Ipv6Pool, String)},
    {MEMBER(Ipv6CidrBlock, String)},
    {MEMBER(Ipv4IpamPoolId, String)},
    {MEMBER(Ipv4NetmaskLength, Integer)},
    {MEMBER(Ipv6IpamPoolId, String)},
    {MEMBER(Ipv6NetmaskLength, Integer)},
};

static const struct bs_shape_member
    members_AssociateVpcCidrBlockResult[] = {
    {MEMBER_AS(Ipv6CidrBlockAssociation, "ipv6CidrBlockAssociation", "Ipv6CidrBlockAssociation",
     VpcIpv6CidrBlockAssociation)},
    {MEMBER_AS(CidrBlockAssociation, "cidrBlockAssociation", "CidrBlockAssociation",
     VpcCidrBlockAssociation)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
};

static const struct bs_shape_member
    members_AttachInternetGatewayRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(InternetGatewayId, "internetGatewayId", "InternetGatewayId", String),
     .is_required = true},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
};

static const struct bs_shape_member
    members_AttachmentEnaSrdSpecification[] = {
    {MEMBER_AS(EnaSrdEnabled, "enaSrdEnabled", "EnaSrdEnabled", Boolean)},
    {MEMBER_AS(EnaSrdUdpSpecification, "enaSrdUdpSpecification", "EnaSrdUdpSpecification",
     AttachmentEnaSrdUdpSpecification)},
};

static const struct bs_shape_member
    members_AttachmentEnaSrdUdpSpecification[] = {
    {MEMBER_AS(EnaSrdUdpEnabled, "enaSrdUdpEnabled", "EnaSrdUdpEnabled", Boolean)},
};

static const struct bs_shape_member
    members_AttributeBooleanValue[] = {
    {MEMBER_AS(Value, "value", "Value", Boolean)},
};

static const struct bs_shape_member
    members_AuthorizeSecurityGroupEgressRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String), .is_required = true},
    {MEMBER_AS(IpPermissions, "ipPermissions", "IpPermissions", IpPermissionList)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER_AS(CidrIp, "cidrIp", "CidrIp", String)},
    {MEMBER_AS(FromPort, "fromPort", "FromPort", Integer)},
    {MEMBER_AS(IpProtocol, "ipProtocol", "IpProtocol", String)},
    {MEMBER_AS(ToPort, "toPort", "ToPort", Integer)},
    {MEMBER_AS(SourceSecurityGroupName, "sourceSecurityGroupName", "SourceSecurityGroupName",
     String)},
    {MEMBER_AS(SourceSecurityGroupOwnerId, "sourceSecurityGroupOwnerId",
     "SourceSecurityGroupOwnerId", String)},
};

static const struct bs_shape_member
    members_AuthorizeSecurityGroupEgressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
    {MEMBER_AS(SecurityGroupRules, "securityGroupRuleSet", "SecurityGroupRuleSet",
     SecurityGroupRuleList)},
};

static const struct bs_shape_member
    members_AuthorizeSecurityGroupIngressRequest[] = {
    {MEMBER(CidrIp, String)},
    {MEMBER(FromPort, Integer)},
    {MEMBER(GroupId, String)},
    {MEMBER(GroupName, String)},
    {MEMBER(IpPermissions, IpPermissionList)},
    {MEMBER(IpProtocol, String)},
    {MEMBER(SourceSecurityGroupName, String)},
    {MEMBER(SourceSecurityGroupOwnerId, String)},
    {MEMBER(ToPort, Integer)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
};

static const struct bs_shape_member
    members_AuthorizeSecurityGroupIngressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
    {MEMBER_AS(SecurityGroupRules, "securityGroupRuleSet", "SecurityGroupRuleSet",
     SecurityGroupRuleList)},
};

static const struct bs_shape_member
    members_AvailabilityZone[] = {
    {MEMBER_AS(State, "zoneState", "ZoneState", AvailabilityZoneState)},
    {MEMBER_AS(OptInStatus, "optInStatus", "OptInStatus", AvailabilityZoneOptInStatus)},
    {MEMBER_AS(Messages, "messageSet", "MessageSet", AvailabilityZoneMessageList)},
    {MEMBER_AS(RegionName, "regionName", "RegionName", String)},
    {MEMBER_AS(ZoneName, "zoneName", "ZoneName", String)},
    {MEMBER_AS(ZoneId, "zoneId", "ZoneId", String)},
    {MEMBER_AS(GroupName, "groupName", "GroupName", String)},
    {MEMBER_AS(NetworkBorderGroup, "networkBorderGroup", "NetworkBorderGroup", String)},
    {MEMBER_AS(ZoneType, "zoneType", "ZoneType", String)},
    {MEMBER_AS(ParentZoneName, "parentZoneName", "ParentZoneName", String)},
    {MEMBER_AS(ParentZoneId, "parentZoneId", "ParentZoneId", String)},
    {MEMBER_AS(GroupLongName, "groupLongName", "GroupLongName", String)},
};

static const struct bs_shape_member
    members_AvailabilityZoneList[] = {
    {MEMBER_AS(member, "item", "item", AvailabilityZone)},
};

static const struct bs_shape_member
    members_AvailabilityZoneMessage[] = {
    {MEMBER_AS(Message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_AvailabilityZoneMessageList[] = {
    {MEMBER_AS(member, "item", "item", AvailabilityZoneMessage)},
};

static const struct bs_shape_member
    members_CidrBlock[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
};

static const struct bs_shape_member
    members_CidrBlockSet[] = {
    {MEMBER_AS(member, "item", "item", CidrBlock)},
};

static const struct bs_shape_member
    members_CreateDefaultSubnetRequest[] = {
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(DryRun, Boolean)},
    {MEMBER(Ipv6Native, Boolean)},
    {MEMBER(AvailabilityZoneId, String)},
};

static const struct bs_shape_member
    members_CreateDefaultSubnetResult[] = {
    {MEMBER_AS(Subnet, "subnet", "Subnet", Subnet)},
};

static const struct bs_shape_member
    members_CreateDefaultVpcRequest[] = {
    {MEMBER(DryRun, Boolean)},
};

static const struct bs_shape_member
    members_CreateDefaultVpcResult[] = {
    {MEMBER_AS(Vpc, "vpc", "Vpc", Vpc)},
};

static const struct bs_shape_member
    members_CreateInternetGatewayRequest[] = {
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_CreateInternetGatewayResult[] = {
    {MEMBER_AS(InternetGateway, "internetGateway", "InternetGateway", InternetGateway)},
};

static const struct bs_shape_member
    members_CreateNatGatewayRequest[] = {
    {MEMBER(AllocationId, String)},
    {MEMBER(ClientToken, String), .is_idempotency_token = true},
    {MEMBER(DryRun, Boolean)},
    {MEMBER(SubnetId, String), .is_required = true},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER(ConnectivityType, ConnectivityType)},
    {MEMBER(PrivateIpAddress, String)},
};

static const struct bs_shape_member
    members_CreateNatGatewayResult[] = {
    {MEMBER_AS(ClientToken, "clientToken", "ClientToken", String)},
    {MEMBER_AS(NatGateway, "natGateway", "NatGateway", NatGateway)},
};

static const struct bs_shape_member
    members_CreateNetworkAclEntryRequest[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Egress, "egress", "Egress", Boolean), .is_required = true},
    {MEMBER_AS(IcmpTypeCode, "Icmp", "Icmp", IcmpTypeCode)},
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String), .is_required = true},
    {MEMBER_AS(PortRange, "portRange", "PortRange", PortRange)},
    {MEMBER_AS(Protocol, "protocol", "Protocol", String), .is_required = true},
    {MEMBER_AS(RuleAction, "ruleAction", "RuleAction", RuleAction), .is_required = true},
    {MEMBER_AS(RuleNumber, "ruleNumber", "RuleNumber", Integer), .is_required = true},
};

static const struct bs_shape_member
    members_CreateNetworkAclRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER(ClientToken, String), .is_idempotency_token = true},
};

static const struct bs_shape_member
    members_CreateNetworkAclResult[] = {
    {MEMBER_AS(NetworkAcl, "networkAcl", "NetworkAcl", NetworkAcl)},
    {MEMBER_AS(ClientToken, "clientToken", "ClientToken", String)},
};

static const struct bs_shape_member
    members_CreateNetworkInterfaceRequest[] = {
    {MEMBER_AS(Description, "description", "Description", String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Groups, "SecurityGroupId", "SecurityGroupId", SecurityGroupIdStringList)},
    {MEMBER_AS(Ipv6AddressCount, "ipv6AddressCount", "Ipv6AddressCount", Integer)},
    {MEMBER_AS(Ipv6Addresses, "ipv6Addresses", "Ipv6Addresses", InstanceIpv6AddressList)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
    {MEMBER_AS(PrivateIpAddresses, "privateIpAddresses", "PrivateIpAddresses",
     PrivateIpAddressSpecificationList)},
    {MEMBER_AS(SecondaryPrivateIpAddressCount, "secondaryPrivateIpAddressCount",
     "SecondaryPrivateIpAddressCount", Integer)},
    {MEMBER_AS(Ipv4Prefixes, "Ipv4Prefix", "Ipv4Prefix", Ipv4PrefixList)},
    {MEMBER(Ipv4PrefixCount, Integer)},
    {MEMBER_AS(Ipv6Prefixes, "Ipv6Prefix", "Ipv6Prefix", Ipv6PrefixList)},
    {MEMBER(Ipv6PrefixCount, Integer)},
    {MEMBER(InterfaceType, String)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String), .is_required = true},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER(ClientToken, String), .is_idempotency_token = true},
};

static const struct bs_shape_member
    members_CreateNetworkInterfaceResult[] = {
    {MEMBER_AS(NetworkInterface, "networkInterface", "NetworkInterface", NetworkInterface)},
    {MEMBER_AS(ClientToken, "clientToken", "ClientToken", String)},
};

static const struct bs_shape_member
    members_CreateRouteRequest[] = {
    {MEMBER_AS(DestinationCidrBlock, "destinationCidrBlock", "DestinationCidrBlock", String)},
    {MEMBER_AS(DestinationIpv6CidrBlock, "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock",
     String)},
    {MEMBER(DestinationPrefixListId, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(VpcEndpointId, String)},
    {MEMBER_AS(EgressOnlyInternetGatewayId, "egressOnlyInternetGatewayId",
     "EgressOnlyInternetGatewayId", String)},
    {MEMBER_AS(GatewayId, "gatewayId", "GatewayId", String)},
    {MEMBER_AS(InstanceId, "instanceId", "InstanceId", String)},
    {MEMBER_AS(NatGatewayId, "natGatewayId", "NatGatewayId", String)},
    {MEMBER(TransitGatewayId, String)},
    {MEMBER(LocalGatewayId, String)},
    {MEMBER(CarrierGatewayId, String)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
    {MEMBER(CoreNetworkArn, String)},
};

static const struct bs_shape_member
    members_CreateRouteResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_CreateRouteTableRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER(ClientToken, String), .is_idempotency_token = true},
};

static const struct bs_shape_member
    members_CreateRouteTableResult[] = {
    {MEMBER_AS(RouteTable, "routeTable", "RouteTable", RouteTable)},
    {MEMBER_AS(ClientToken, "clientToken", "ClientToken", String)},
};

static const struct bs_shape_member
    members_CreateSecurityGroupRequest[] = {
    {MEMBER_AS(Description, "GroupDescription", "GroupDescription", String), .is_required = true},
    {MEMBER(GroupName, String), .is_required = true},
    {MEMBER(VpcId, String)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_CreateSecurityGroupResult[] = {
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(SecurityGroupArn, "securityGroupArn", "SecurityGroupArn", String)},
};

static const struct bs_shape_member
    members_CreateSubnetRequest[] = {
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(AvailabilityZoneId, String)},
    {MEMBER(CidrBlock, String)},
    {MEMBER(Ipv6CidrBlock, String)},
    {MEMBER(OutpostArn, String)},
    {MEMBER(VpcId, String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(Ipv6Native, Boolean)},
};

static const struct bs_shape_member
    members_CreateSubnetResult[] = {
    {MEMBER_AS(Subnet, "subnet", "Subnet", Subnet)},
};

static const struct bs_shape_member
    members_CreateTagsRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Resources, "ResourceId", "ResourceId", ResourceIdList), .is_required = true},
    {MEMBER_AS(Tags, "Tag", "Tag", TagList), .is_required = true},
};

static const struct bs_shape_member
    members_CreateVpcEndpointRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(VpcEndpointType, VpcEndpointType)},
    {MEMBER(VpcId, String), .is_required = true},
    {MEMBER(ServiceName, String), .is_required = true},
    {MEMBER(PolicyDocument, String)},
    {MEMBER_AS(RouteTableIds, "RouteTableId", "RouteTableId", VpcEndpointRouteTableIdList)},
    {MEMBER_AS(SubnetIds, "SubnetId", "SubnetId", VpcEndpointSubnetIdList)},
    {MEMBER_AS(SecurityGroupIds, "SecurityGroupId", "SecurityGroupId",
     VpcEndpointSecurityGroupIdList)},
    {MEMBER(IpAddressType, IpAddressType)},
    {MEMBER(DnsOptions, DnsOptionsSpecification)},
    {MEMBER(ClientToken, String)},
    {MEMBER(PrivateDnsEnabled, Boolean)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
};

static const struct bs_shape_member
    members_CreateVpcEndpointResult[] = {
    {MEMBER_AS(VpcEndpoint, "vpcEndpoint", "VpcEndpoint", VpcEndpoint)},
    {MEMBER_AS(ClientToken, "clientToken", "ClientToken", String)},
};

static const struct bs_shape_member
    members_CreateVpcPeeringConnectionRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(PeerOwnerId, "peerOwnerId", "PeerOwnerId", String)},
    {MEMBER_AS(PeerVpcId, "peerVpcId", "PeerVpcId", String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER(PeerRegion, String)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
};

static const struct bs_shape_member
    members_CreateVpcPeeringConnectionResult[] = {
    {MEMBER_AS(VpcPeeringConnection, "vpcPeeringConnection", "VpcPeeringConnection",
     VpcPeeringConnection)},
};

static const struct bs_shape_member
    members_CreateVpcRequest[] = {
    {MEMBER(CidrBlock, String)},
    {MEMBER_AS(AmazonProvidedIpv6CidrBlock, "amazonProvidedIpv6CidrBlock",
     "AmazonProvidedIpv6CidrBlock", Boolean)},
    {MEMBER(Ipv6Pool, String)},
    {MEMBER(Ipv6CidrBlock, String)},
    {MEMBER(Ipv4IpamPoolId, String)},
    {MEMBER(Ipv4NetmaskLength, Integer)},
    {MEMBER(Ipv6IpamPoolId, String)},
    {MEMBER(Ipv6NetmaskLength, Integer)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(InstanceTenancy, "instanceTenancy", "InstanceTenancy", Tenancy)},
    {MEMBER(Ipv6CidrBlockNetworkBorderGroup, String)},
    {MEMBER_AS(TagSpecifications, "TagSpecification", "TagSpecification", TagSpecificationList)},
};

static const struct bs_shape_member
    members_CreateVpcResult[] = {
    {MEMBER_AS(Vpc, "vpc", "Vpc", Vpc)},
};

static const struct bs_shape_member
    members_DeleteInternetGatewayRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(InternetGatewayId, "internetGatewayId", "InternetGatewayId", String),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteNatGatewayRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(NatGatewayId, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteNatGatewayResult[] = {
    {MEMBER_AS(NatGatewayId, "natGatewayId", "NatGatewayId", String)},
};

static const struct bs_shape_member
    members_DeleteNetworkAclEntryRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Egress, "egress", "Egress", Boolean), .is_required = true},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String), .is_required = true},
    {MEMBER_AS(RuleNumber, "ruleNumber", "RuleNumber", Integer), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteNetworkAclRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteNetworkInterfaceRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteRouteRequest[] = {
    {MEMBER_AS(DestinationCidrBlock, "destinationCidrBlock", "DestinationCidrBlock", String)},
    {MEMBER_AS(DestinationIpv6CidrBlock, "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock",
     String)},
    {MEMBER(DestinationPrefixListId, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteRouteTableRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteSecurityGroupRequest[] = {
    {MEMBER(GroupId, String)},
    {MEMBER(GroupName, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DeleteSubnetRequest[] = {
    {MEMBER(SubnetId, String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DeleteTagsRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Resources, "resourceId", "ResourceId", ResourceIdList), .is_required = true},
    {MEMBER_AS(Tags, "tag", "Tag", TagList)},
};

static const struct bs_shape_member
    members_DeleteVpcEndpointsRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER_AS(VpcEndpointIds, "VpcEndpointId", "VpcEndpointId", VpcEndpointIdList),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteVpcEndpointsResult[] = {
    {MEMBER_AS(Unsuccessful, "unsuccessful", "Unsuccessful", UnsuccessfulItemSet)},
};

static const struct bs_shape_member
    members_DeleteVpcPeeringConnectionRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteVpcPeeringConnectionResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_DeleteVpcRequest[] = {
    {MEMBER(VpcId, String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DescribeAccountAttributesRequest[] = {
    {MEMBER_AS(AttributeNames, "attributeName", "AttributeName", AccountAttributeNameStringList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DescribeAccountAttributesResult[] = {
    {MEMBER_AS(AccountAttributes, "accountAttributeSet", "AccountAttributeSet",
     AccountAttributeList)},
};

static const struct bs_shape_member
    members_DescribeAddressesRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(PublicIps, "PublicIp", "PublicIp", PublicIpStringList)},
    {MEMBER_AS(AllocationIds, "AllocationId", "AllocationId", AllocationIdList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DescribeAddressesResult[] = {
    {MEMBER_AS(Addresses, "addressesSet", "AddressesSet", AddressList)},
};

static const struct bs_shape_member
    members_DescribeAvailabilityZonesRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(ZoneNames, "ZoneName", "ZoneName", ZoneNameStringList)},
    {MEMBER_AS(ZoneIds, "ZoneId", "ZoneId", ZoneIdStringList)},
    {MEMBER(AllAvailabilityZones, Boolean)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DescribeAvailabilityZonesResult[] = {
    {MEMBER_AS(AvailabilityZones, "availabilityZoneInfo", "AvailabilityZoneInfo",
     AvailabilityZoneList)},
};

static const struct bs_shape_member
    members_DescribeInternetGatewaysRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(InternetGatewayIds, "internetGatewayId", "InternetGatewayId",
     InternetGatewayIdList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeInternetGatewaysMaxResults)},
};

static const struct bs_shape_member
    members_DescribeInternetGatewaysResult[] = {
    {MEMBER_AS(InternetGateways, "internetGatewaySet", "InternetGatewaySet", InternetGatewayList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeNatGatewaysRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(Filter, FilterList)},
    {MEMBER(MaxResults, DescribeNatGatewaysMaxResults)},
    {MEMBER_AS(NatGatewayIds, "NatGatewayId", "NatGatewayId", NatGatewayIdStringList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeNatGatewaysResult[] = {
    {MEMBER_AS(NatGateways, "natGatewaySet", "NatGatewaySet", NatGatewayList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeNetworkAclsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkAclIds, "NetworkAclId", "NetworkAclId", NetworkAclIdStringList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeNetworkAclsMaxResults)},
};

static const struct bs_shape_member
    members_DescribeNetworkAclsResult[] = {
    {MEMBER_AS(NetworkAcls, "networkAclSet", "NetworkAclSet", NetworkAclList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeNetworkInterfacesRequest[] = {
    {MEMBER_AS(Filters, "filter", "Filter", FilterList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkInterfaceIds, "NetworkInterfaceId", "NetworkInterfaceId",
     NetworkInterfaceIdList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeNetworkInterfacesMaxResults)},
};

static const struct bs_shape_member
    members_DescribeNetworkInterfacesResult[] = {
    {MEMBER_AS(NetworkInterfaces, "networkInterfaceSet", "NetworkInterfaceSet",
     NetworkInterfaceList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeRegionsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(RegionNames, "RegionName", "RegionName", RegionNameStringList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(AllRegions, Boolean)},
};

static const struct bs_shape_member
    members_DescribeRegionsResult[] = {
    {MEMBER_AS(Regions, "regionInfo", "RegionInfo", RegionList)},
};

static const struct bs_shape_member
    members_DescribeRouteTablesRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(RouteTableIds, "RouteTableId", "RouteTableId", RouteTableIdStringList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeRouteTablesMaxResults)},
};

static const struct bs_shape_member
    members_DescribeRouteTablesResult[] = {
    {MEMBER_AS(RouteTables, "routeTableSet", "RouteTableSet", RouteTableList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeSecurityGroupRulesRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(SecurityGroupRuleIds, "SecurityGroupRuleId", "SecurityGroupRuleId",
     SecurityGroupRuleIdList)},
    {MEMBER(DryRun, Boolean)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeSecurityGroupRulesMaxResults)},
};

static const struct bs_shape_member
    members_DescribeSecurityGroupRulesResult[] = {
    {MEMBER_AS(SecurityGroupRules, "securityGroupRuleSet", "SecurityGroupRuleSet",
     SecurityGroupRuleList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeSecurityGroupsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(GroupIds, "GroupId", "GroupId", GroupIdStringList)},
    {MEMBER_AS(GroupNames, "GroupName", "GroupName", GroupNameStringList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeSecurityGroupsMaxResults)},
};

static const struct bs_shape_member
    members_DescribeSecurityGroupsResult[] = {
    {MEMBER_AS(SecurityGroups, "securityGroupInfo", "SecurityGroupInfo", SecurityGroupList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeSubnetsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(SubnetIds, "SubnetId", "SubnetId", SubnetIdStringList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeSubnetsMaxResults)},
};

static const struct bs_shape_member
    members_DescribeSubnetsResult[] = {
    {MEMBER_AS(Subnets, "subnetSet", "SubnetSet", SubnetList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeTagsRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(MaxResults, "maxResults", "MaxResults", Integer)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeTagsResult[] = {
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagDescriptionList)},
};

static const struct bs_shape_member
    members_DescribeVpcAttributeRequest[] = {
    {MEMBER(Attribute, VpcAttributeName), .is_required = true},
    {MEMBER(VpcId, String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DescribeVpcAttributeResult[] = {
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(EnableDnsHostnames, "enableDnsHostnames", "EnableDnsHostnames",
     AttributeBooleanValue)},
    {MEMBER_AS(EnableDnsSupport, "enableDnsSupport", "EnableDnsSupport", AttributeBooleanValue)},
    {MEMBER_AS(EnableNetworkAddressUsageMetrics, "enableNetworkAddressUsageMetrics",
     "EnableNetworkAddressUsageMetrics", AttributeBooleanValue)},
};

static const struct bs_shape_member
    members_DescribeVpcEndpointsRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER_AS(VpcEndpointIds, "VpcEndpointId", "VpcEndpointId", VpcEndpointIdList)},
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER(MaxResults, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeVpcEndpointsResult[] = {
    {MEMBER_AS(VpcEndpoints, "vpcEndpointSet", "VpcEndpointSet", VpcEndpointSet)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeVpcPeeringConnectionsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcPeeringConnectionIds, "VpcPeeringConnectionId", "VpcPeeringConnectionId",
     VpcPeeringConnectionIdList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeVpcPeeringConnectionsMaxResults)},
};

static const struct bs_shape_member
    members_DescribeVpcPeeringConnectionsResult[] = {
    {MEMBER_AS(VpcPeeringConnections, "vpcPeeringConnectionSet", "VpcPeeringConnectionSet",
     VpcPeeringConnectionList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeVpcsRequest[] = {
    {MEMBER_AS(Filters, "Filter", "Filter", FilterList)},
    {MEMBER_AS(VpcIds, "VpcId", "VpcId", VpcIdStringList)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, DescribeVpcsMaxResults)},
};

static const struct bs_shape_member
    members_DescribeVpcsResult[] = {
    {MEMBER_AS(Vpcs, "vpcSet", "VpcSet", VpcList)},
    {MEMBER_AS(NextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DetachInternetGatewayRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(InternetGatewayId, "internetGatewayId", "InternetGatewayId", String),
     .is_required = true},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
};

static const struct bs_shape_member
    members_DisassociateAddressRequest[] = {
    {MEMBER(AssociationId, String)},
    {MEMBER(PublicIp, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DisassociateRouteTableRequest[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_DisassociateVpcCidrBlockRequest[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String), .is_required = true},
};

static const struct bs_shape_member
    members_DisassociateVpcCidrBlockResult[] = {
    {MEMBER_AS(Ipv6CidrBlockAssociation, "ipv6CidrBlockAssociation", "Ipv6CidrBlockAssociation",
     VpcIpv6CidrBlockAssociation)},
    {MEMBER_AS(CidrBlockAssociation, "cidrBlockAssociation", "CidrBlockAssociation",
     VpcCidrBlockAssociation)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
};

static const struct bs_shape_member
    members_DnsEntry[] = {
    {MEMBER_AS(DnsName, "dnsName", "DnsName", String)},
    {MEMBER_AS(HostedZoneId, "hostedZoneId", "HostedZoneId", String)},
};

static const struct bs_shape_member
    members_DnsEntrySet[] = {
    {MEMBER_AS(member, "item", "item", DnsEntry)},
};

static const struct bs_shape_member
    members_DnsOptions[] = {
    {MEMBER_AS(DnsRecordIpType, "dnsRecordIpType", "DnsRecordIpType", DnsRecordIpType)},
};

static const struct bs_shape_member
    members_DnsOptionsSpecification[] = {
    {MEMBER(DnsRecordIpType, DnsRecordIpType)},
};

static const struct bs_shape_member
    members_Filter[] = {
    {MEMBER(Name, String)},
    {MEMBER_AS(Values, "Value", "Value", ValueStringList)},
};

static const struct bs_shape_member
    members_FilterList[] = {
    {MEMBER_AS(member, "Filter", "Filter", Filter)},
};

static const struct bs_shape_member
    members_GroupIdStringList[] = {
    {MEMBER_AS(member, "groupId", "groupId", String)},
};

static const struct bs_shape_member
    members_GroupIdentifier[] = {
    {MEMBER_AS(GroupName, "groupName", "GroupName", String)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
};

static const struct bs_shape_member
    members_GroupIdentifierList[] = {
    {MEMBER_AS(member, "item", "item", GroupIdentifier)},
};

static const struct bs_shape_member
    members_GroupIdentifierSet[] = {
    {MEMBER_AS(member, "item", "item", SecurityGroupIdentifier)},
};

static const struct bs_shape_member
    members_GroupNameStringList[] = {
    {MEMBER_AS(member, "GroupName", "GroupName", String)},
};

static const struct bs_shape_member
    members_IcmpTypeCode[] = {
    {MEMBER_AS(Code, "code", "Code", Integer)},
    {MEMBER_AS(Type, "type", "Type", Integer)},
};

static const struct bs_shape_member
    members_InstanceIpv6Address[] = {
    {MEMBER_AS(Ipv6Address, "ipv6Address", "Ipv6Address", String)},
};

static const struct bs_shape_member
    members_InstanceIpv6AddressList[] = {
    {MEMBER_AS(member, "item", "item", InstanceIpv6Address)},
};

static const struct bs_shape_member
    members_InternetGateway[] = {
    {MEMBER_AS(Attachments, "attachmentSet", "AttachmentSet", InternetGatewayAttachmentList)},
    {MEMBER_AS(InternetGatewayId, "internetGatewayId", "InternetGatewayId", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
};

static const struct bs_shape_member
    members_InternetGatewayAttachment[] = {
    {MEMBER_AS(State, "state", "State", AttachmentStatus)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
};

static const struct bs_shape_member
    members_InternetGatewayAttachmentList[] = {
    {MEMBER_AS(member, "item", "item", InternetGatewayAttachment)},
};

static const struct bs_shape_member
    members_InternetGatewayIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_InternetGatewayList[] = {
    {MEMBER_AS(member, "item", "item", InternetGateway)},
};

static const struct bs_shape_member
    members_IpPermission[] = {
    {MEMBER_AS(FromPort, "fromPort", "FromPort", Integer)},
    {MEMBER_AS(IpProtocol, "ipProtocol", "IpProtocol", String)},
    {MEMBER_AS(IpRanges, "ipRanges", "IpRanges", IpRangeList)},
    {MEMBER_AS(Ipv6Ranges, "ipv6Ranges", "Ipv6Ranges", Ipv6RangeList)},
    {MEMBER_AS(PrefixListIds, "prefixListIds", "PrefixListIds", PrefixListIdList)},
    {MEMBER_AS(ToPort, "toPort", "ToPort", Integer)},
    {MEMBER_AS(UserIdGroupPairs, "groups", "Groups", UserIdGroupPairList)},
};

static const struct bs_shape_member
    members_IpPermissionList[] = {
    {MEMBER_AS(member, "item", "item", IpPermission)},
};

static const struct bs_shape_member
    members_IpRange[] = {
    {MEMBER_AS(CidrIp, "cidrIp", "CidrIp", String)},
    {MEMBER_AS(Description, "description", "Description", String)},
};

static const struct bs_shape_member
    members_IpRangeList[] = {
    {MEMBER_AS(member, "item", "item", IpRange)},
};

static const struct bs_shape_member
    members_Ipv4PrefixList[] = {
    {MEMBER_AS(member, "item", "item", Ipv4PrefixSpecificationRequest)},
};

static const struct bs_shape_member
    members_Ipv4PrefixSpecification[] = {
    {MEMBER_AS(Ipv4Prefix, "ipv4Prefix", "Ipv4Prefix", String)},
};

static const struct bs_shape_member
    members_Ipv4PrefixSpecificationRequest[] = {
    {MEMBER(Ipv4Prefix, String)},
};

static const struct bs_shape_member
    members_Ipv4PrefixesList[] = {
    {MEMBER_AS(member, "item", "item", Ipv4PrefixSpecification)},
};

static const struct bs_shape_member
    members_Ipv6CidrBlock[] = {
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
};

static const struct bs_shape_member
    members_Ipv6CidrBlockSet[] = {
    {MEMBER_AS(member, "item", "item", Ipv6CidrBlock)},
};

static const struct bs_shape_member
    members_Ipv6PrefixList[] = {
    {MEMBER_AS(member, "item", "item", Ipv6PrefixSpecificationRequest)},
};

static const struct bs_shape_member
    members_Ipv6PrefixSpecification[] = {
    {MEMBER_AS(Ipv6Prefix, "ipv6Prefix", "Ipv6Prefix", String)},
};

static const struct bs_shape_member
    members_Ipv6PrefixSpecificationRequest[] = {
    {MEMBER(Ipv6Prefix, String)},
};

static const struct bs_shape_member
    members_Ipv6PrefixesList[] = {
    {MEMBER_AS(member, "item", "item", Ipv6PrefixSpecification)},
};

static const struct bs_shape_member
    members_Ipv6Range[] = {
    {MEMBER_AS(CidrIpv6, "cidrIpv6", "CidrIpv6", String)},
    {MEMBER_AS(Description, "description", "Description", String)},
};

static const struct bs_shape_member
    members_Ipv6RangeList[] = {
    {MEMBER_AS(member, "item", "item", Ipv6Range)},
};

static const struct bs_shape_member
    members_LastError[] = {
    {MEMBER_AS(Message, "message", "Message", String)},
    {MEMBER_AS(Code, "code", "Code", String)},
};

static const struct bs_shape_member
    members_ModifySecurityGroupRulesRequest[] = {
    {MEMBER(GroupId, String), .is_required = true},
    {MEMBER_AS(SecurityGroupRules, "SecurityGroupRule", "SecurityGroupRule",
     SecurityGroupRuleUpdateList), .is_required = true},
    {MEMBER(DryRun, Boolean)},
};

static const struct bs_shape_member
    members_ModifySecurityGroupRulesResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_ModifySubnetAttributeRequest[] = {
    {MEMBER(AssignIpv6AddressOnCreation, AttributeBooleanValue)},
    {MEMBER(MapPublicIpOnLaunch, AttributeBooleanValue)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String), .is_required = true},
    {MEMBER(MapCustomerOwnedIpOnLaunch, AttributeBooleanValue)},
    {MEMBER(CustomerOwnedIpv4Pool, String)},
    {MEMBER(EnableDns64, AttributeBooleanValue)},
    {MEMBER(PrivateDnsHostnameTypeOnLaunch, HostnameType)},
    {MEMBER(EnableResourceNameDnsARecordOnLaunch, AttributeBooleanValue)},
    {MEMBER(EnableResourceNameDnsAAAARecordOnLaunch, AttributeBooleanValue)},
    {MEMBER(EnableLniAtDeviceIndex, Integer)},
    {MEMBER(DisableLniAtDeviceIndex, AttributeBooleanValue)},
};

static const struct bs_shape_member
    members_ModifyVpcAttributeRequest[] = {
    {MEMBER(EnableDnsHostnames, AttributeBooleanValue)},
    {MEMBER(EnableDnsSupport, AttributeBooleanValue)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String), .is_required = true},
    {MEMBER(EnableNetworkAddressUsageMetrics, AttributeBooleanValue)},
};

static const struct bs_shape_member
    members_ModifyVpcEndpointRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(VpcEndpointId, String), .is_required = true},
    {MEMBER(ResetPolicy, Boolean)},
    {MEMBER(PolicyDocument, String)},
    {MEMBER_AS(AddRouteTableIds, "AddRouteTableId", "AddRouteTableId",
     VpcEndpointRouteTableIdList)},
    {MEMBER_AS(RemoveRouteTableIds, "RemoveRouteTableId", "RemoveRouteTableId",
     VpcEndpointRouteTableIdList)},
    {MEMBER_AS(AddSubnetIds, "AddSubnetId", "AddSubnetId", VpcEndpointSubnetIdList)},
    {MEMBER_AS(RemoveSubnetIds, "RemoveSubnetId", "RemoveSubnetId", VpcEndpointSubnetIdList)},
    {MEMBER_AS(AddSecurityGroupIds, "AddSecurityGroupId", "AddSecurityGroupId",
     VpcEndpointSecurityGroupIdList)},
    {MEMBER_AS(RemoveSecurityGroupIds, "RemoveSecurityGroupId", "RemoveSecurityGroupId",
     VpcEndpointSecurityGroupIdList)},
    {MEMBER(IpAddressType, IpAddressType)},
    {MEMBER(DnsOptions, DnsOptionsSpecification)},
    {MEMBER(PrivateDnsEnabled, Boolean)},
};

static const struct bs_shape_member
    members_ModifyVpcEndpointResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_NatGateway[] = {
    {MEMBER_AS(CreateTime, "createTime", "CreateTime", Timestamp)},
    {MEMBER_AS(DeleteTime, "deleteTime", "DeleteTime", Timestamp)},
    {MEMBER_AS(FailureCode, "failureCode", "FailureCode", String)},
    {MEMBER_AS(FailureMessage, "failureMessage", "FailureMessage", String)},
    {MEMBER_AS(NatGatewayAddresses, "natGatewayAddressSet", "NatGatewayAddressSet",
     NatGatewayAddressList)},
    {MEMBER_AS(NatGatewayId, "natGatewayId", "NatGatewayId", String)},
    {MEMBER_AS(ProvisionedBandwidth, "provisionedBandwidth", "ProvisionedBandwidth",
     ProvisionedBandwidth)},
    {MEMBER_AS(State, "state", "State", NatGatewayState)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(ConnectivityType, "connectivityType", "ConnectivityType", ConnectivityType)},
};

static const struct bs_shape_member
    members_NatGatewayAddress[] = {
    {MEMBER_AS(AllocationId, "allocationId", "AllocationId", String)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(PrivateIp, "privateIp", "PrivateIp", String)},
    {MEMBER_AS(PublicIp, "publicIp", "PublicIp", String)},
};

static const struct bs_shape_member
    members_NatGatewayAddressList[] = {
    {MEMBER_AS(member, "item", "item", NatGatewayAddress)},
};

static const struct bs_shape_member
    members_NatGatewayIdStringList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_NatGatewayList[] = {
    {MEMBER_AS(member, "item", "item", NatGateway)},
};

static const struct bs_shape_member
    members_NetworkAcl[] = {
    {MEMBER_AS(Associations, "associationSet", "AssociationSet", NetworkAclAssociationList)},
    {MEMBER_AS(Entries, "entrySet", "EntrySet", NetworkAclEntryList)},
    {MEMBER_AS(IsDefault, "default", "Default", Boolean)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
};

static const struct bs_shape_member
    members_NetworkAclAssociation[] = {
    {MEMBER_AS(NetworkAclAssociationId, "networkAclAssociationId", "NetworkAclAssociationId",
     String)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
};

static const struct bs_shape_member
    members_NetworkAclAssociationList[] = {
    {MEMBER_AS(member, "item", "item", NetworkAclAssociation)},
};

static const struct bs_shape_member
    members_NetworkAclEntry[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(Egress, "egress", "Egress", Boolean)},
    {MEMBER_AS(IcmpTypeCode, "icmpTypeCode", "IcmpTypeCode", IcmpTypeCode)},
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
    {MEMBER_AS(PortRange, "portRange", "PortRange", PortRange)},
    {MEMBER_AS(Protocol, "protocol", "Protocol", String)},
    {MEMBER_AS(RuleAction, "ruleAction", "RuleAction", RuleAction)},
    {MEMBER_AS(RuleNumber, "ruleNumber", "RuleNumber", Integer)},
};

static const struct bs_shape_member
    members_NetworkAclEntryList[] = {
    {MEMBER_AS(member, "item", "item", NetworkAclEntry)},
};

static const struct bs_shape_member
    members_NetworkAclIdStringList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_NetworkAclList[] = {
    {MEMBER_AS(member, "item", "item", NetworkAcl)},
};

static const struct bs_shape_member
    members_NetworkInterface[] = {
    {MEMBER_AS(Association, "association", "Association", NetworkInterfaceAssociation)},
    {MEMBER_AS(Attachment, "attachment", "Attachment", NetworkInterfaceAttachment)},
    {MEMBER_AS(AvailabilityZone, "availabilityZone", "AvailabilityZone", String)},
    {MEMBER_AS(Description, "description", "Description", String)},
    {MEMBER_AS(Groups, "groupSet", "GroupSet", GroupIdentifierList)},
    {MEMBER_AS(InterfaceType, "interfaceType", "InterfaceType", NetworkInterfaceType)},
    {MEMBER_AS(Ipv6Addresses, "ipv6AddressesSet", "Ipv6AddressesSet",
     NetworkInterfaceIpv6AddressesList)},
    {MEMBER_AS(MacAddress, "macAddress", "MacAddress", String)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(OutpostArn, "outpostArn", "OutpostArn", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(PrivateDnsName, "privateDnsName", "PrivateDnsName", String)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
    {MEMBER_AS(PrivateIpAddresses, "privateIpAddressesSet", "PrivateIpAddressesSet",
     NetworkInterfacePrivateIpAddressList)},
    {MEMBER_AS(Ipv4Prefixes, "ipv4PrefixSet", "Ipv4PrefixSet", Ipv4PrefixesList)},
    {MEMBER_AS(Ipv6Prefixes, "ipv6PrefixSet", "Ipv6PrefixSet", Ipv6PrefixesList)},
    {MEMBER_AS(RequesterId, "requesterId", "RequesterId", String)},
    {MEMBER_AS(RequesterManaged, "requesterManaged", "RequesterManaged", Boolean)},
    {MEMBER_AS(SourceDestCheck, "sourceDestCheck", "SourceDestCheck", Boolean)},
    {MEMBER_AS(Status, "status", "Status", NetworkInterfaceStatus)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
    {MEMBER_AS(TagSet, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(DenyAllIgwTraffic, "denyAllIgwTraffic", "DenyAllIgwTraffic", Boolean)},
    {MEMBER_AS(Ipv6Native, "ipv6Native", "Ipv6Native", Boolean)},
    {MEMBER_AS(Ipv6Address, "ipv6Address", "Ipv6Address", String)},
};

static const struct bs_shape_member
    members_NetworkInterfaceAssociation[] = {
    {MEMBER_AS(AllocationId, "allocationId", "AllocationId", String)},
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(IpOwnerId, "ipOwnerId", "IpOwnerId", String)},
    {MEMBER_AS(PublicDnsName, "publicDnsName", "PublicDnsName", String)},
    {MEMBER_AS(PublicIp, "publicIp", "PublicIp", String)},
    {MEMBER_AS(CustomerOwnedIp, "customerOwnedIp", "CustomerOwnedIp", String)},
    {MEMBER_AS(CarrierIp, "carrierIp", "CarrierIp", String)},
};

static const struct bs_shape_member
    members_NetworkInterfaceAttachment[] = {
    {MEMBER_AS(AttachTime, "attachTime", "AttachTime", Timestamp)},
    {MEMBER_AS(AttachmentId, "attachmentId", "AttachmentId", String)},
    {MEMBER_AS(DeleteOnTermination, "deleteOnTermination", "DeleteOnTermination", Boolean)},
    {MEMBER_AS(DeviceIndex, "deviceIndex", "DeviceIndex", Integer)},
    {MEMBER_AS(NetworkCardIndex, "networkCardIndex", "NetworkCardIndex", Integer)},
    {MEMBER_AS(InstanceId, "instanceId", "InstanceId", String)},
    {MEMBER_AS(InstanceOwnerId, "instanceOwnerId", "InstanceOwnerId", String)},
    {MEMBER_AS(Status, "status", "Status", AttachmentStatus)},
    {MEMBER_AS(EnaSrdSpecification, "enaSrdSpecification", "EnaSrdSpecification",
     AttachmentEnaSrdSpecification)},
};

static const struct bs_shape_member
    members_NetworkInterfaceIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_NetworkInterfaceIpv6Address[] = {
    {MEMBER_AS(Ipv6Address, "ipv6Address", "Ipv6Address", String)},
};

static const struct bs_shape_member
    members_NetworkInterfaceIpv6AddressesList[] = {
    {MEMBER_AS(member, "item", "item", NetworkInterfaceIpv6Address)},
};

static const struct bs_shape_member
    members_NetworkInterfaceList[] = {
    {MEMBER_AS(member, "item", "item", NetworkInterface)},
};

static const struct bs_shape_member
    members_NetworkInterfacePrivateIpAddress[] = {
    {MEMBER_AS(Association, "association", "Association", NetworkInterfaceAssociation)},
    {MEMBER_AS(Primary, "primary", "Primary", Boolean)},
    {MEMBER_AS(PrivateDnsName, "privateDnsName", "PrivateDnsName", String)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
};

static const struct bs_shape_member
    members_NetworkInterfacePrivateIpAddressList[] = {
    {MEMBER_AS(member, "item", "item", NetworkInterfacePrivateIpAddress)},
};

static const struct bs_shape_member
    members_PortRange[] = {
    {MEMBER_AS(From, "from", "From", Integer)},
    {MEMBER_AS(To, "to", "To", Integer)},
};

static const struct bs_shape_member
    members_PrefixListId[] = {
    {MEMBER_AS(Description, "description", "Description", String)},
    {MEMBER_AS(PrefixListId, "prefixListId", "PrefixListId", String)},
};

static const struct bs_shape_member
    members_PrefixListIdList[] = {
    {MEMBER_AS(member, "item", "item", PrefixListId)},
};

static const struct bs_shape_member
    members_PrivateDnsNameOptionsOnLaunch[] = {
    {MEMBER_AS(HostnameType, "hostnameType", "HostnameType", HostnameType)},
    {MEMBER_AS(EnableResourceNameDnsARecord, "enableResourceNameDnsARecord",
     "EnableResourceNameDnsARecord", Boolean)},
    {MEMBER_AS(EnableResourceNameDnsAAAARecord, "enableResourceNameDnsAAAARecord",
     "EnableResourceNameDnsAAAARecord", Boolean)},
};

static const struct bs_shape_member
    members_PrivateIpAddressSpecification[] = {
    {MEMBER_AS(Primary, "primary", "Primary", Boolean)},
    {MEMBER_AS(PrivateIpAddress, "privateIpAddress", "PrivateIpAddress", String)},
};

static const struct bs_shape_member
    members_PrivateIpAddressSpecificationList[] = {
    {MEMBER_AS(member, "item", "item", PrivateIpAddressSpecification)},
};

static const struct bs_shape_member
    members_PropagatingVgw[] = {
    {MEMBER_AS(GatewayId, "gatewayId", "GatewayId", String)},
};

static const struct bs_shape_member
    members_PropagatingVgwList[] = {
    {MEMBER_AS(member, "item", "item", PropagatingVgw)},
};

static const struct bs_shape_member
    members_ProvisionedBandwidth[] = {
    {MEMBER_AS(ProvisionTime, "provisionTime", "ProvisionTime", Timestamp)},
    {MEMBER_AS(Provisioned, "provisioned", "Provisioned", String)},
    {MEMBER_AS(RequestTime, "requestTime", "RequestTime", Timestamp)},
    {MEMBER_AS(Requested, "requested", "Requested", String)},
    {MEMBER_AS(Status, "status", "Status", String)},
};

static const struct bs_shape_member
    members_PublicIpStringList[] = {
    {MEMBER_AS(member, "PublicIp", "PublicIp", String)},
};

static const struct bs_shape_member
    members_ReferencedSecurityGroup[] = {
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(PeeringStatus, "peeringStatus", "PeeringStatus", String)},
    {MEMBER_AS(UserId, "userId", "UserId", String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
};

static const struct bs_shape_member
    members_Region[] = {
    {MEMBER_AS(Endpoint, "regionEndpoint", "RegionEndpoint", String)},
    {MEMBER_AS(RegionName, "regionName", "RegionName", String)},
    {MEMBER_AS(OptInStatus, "optInStatus", "OptInStatus", String)},
};

static const struct bs_shape_member
    members_RegionList[] = {
    {MEMBER_AS(member, "item", "item", Region)},
};

static const struct bs_shape_member
    members_RegionNameStringList[] = {
    {MEMBER_AS(member, "RegionName", "RegionName", String)},
};

static const struct bs_shape_member
    members_RejectVpcPeeringConnectionRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String), .is_required = true},
};

static const struct bs_shape_member
    members_RejectVpcPeeringConnectionResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_ReleaseAddressRequest[] = {
    {MEMBER(AllocationId, String)},
    {MEMBER(PublicIp, String)},
    {MEMBER(NetworkBorderGroup, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
};

static const struct bs_shape_member
    members_ReplaceNetworkAclAssociationRequest[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String), .is_required = true},
};

static const struct bs_shape_member
    members_ReplaceNetworkAclAssociationResult[] = {
    {MEMBER_AS(NewAssociationId, "newAssociationId", "NewAssociationId", String)},
};

static const struct bs_shape_member
    members_ReplaceNetworkAclEntryRequest[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(Egress, "egress", "Egress", Boolean), .is_required = true},
    {MEMBER_AS(IcmpTypeCode, "Icmp", "Icmp", IcmpTypeCode)},
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
    {MEMBER_AS(NetworkAclId, "networkAclId", "NetworkAclId", String), .is_required = true},
    {MEMBER_AS(PortRange, "portRange", "PortRange", PortRange)},
    {MEMBER_AS(Protocol, "protocol", "Protocol", String), .is_required = true},
    {MEMBER_AS(RuleAction, "ruleAction", "RuleAction", RuleAction), .is_required = true},
    {MEMBER_AS(RuleNumber, "ruleNumber", "RuleNumber", Integer), .is_required = true},
};

static const struct bs_shape_member
    members_ReplaceRouteRequest[] = {
    {MEMBER_AS(DestinationCidrBlock, "destinationCidrBlock", "DestinationCidrBlock", String)},
    {MEMBER_AS(DestinationIpv6CidrBlock, "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock",
     String)},
    {MEMBER(DestinationPrefixListId, String)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER(VpcEndpointId, String)},
    {MEMBER_AS(EgressOnlyInternetGatewayId, "egressOnlyInternetGatewayId",
     "EgressOnlyInternetGatewayId", String)},
    {MEMBER_AS(GatewayId, "gatewayId", "GatewayId", String)},
    {MEMBER_AS(InstanceId, "instanceId", "InstanceId", String)},
    {MEMBER(LocalTarget, Boolean)},
    {MEMBER_AS(NatGatewayId, "natGatewayId", "NatGatewayId", String)},
    {MEMBER(TransitGatewayId, String)},
    {MEMBER(LocalGatewayId, String)},
    {MEMBER(CarrierGatewayId, String)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
    {MEMBER(CoreNetworkArn, String)},
};

static const struct bs_shape_member
    members_ReplaceRouteTableAssociationRequest[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String), .is_required = true},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String), .is_required = true},
};

static const struct bs_shape_member
    members_ReplaceRouteTableAssociationResult[] = {
    {MEMBER_AS(NewAssociationId, "newAssociationId", "NewAssociationId", String)},
    {MEMBER_AS(AssociationState, "associationState", "AssociationState",
     RouteTableAssociationState)},
};

static const struct bs_shape_member
    members_ResourceIdList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_RevokeSecurityGroupEgressRequest[] = {
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String), .is_required = true},
    {MEMBER_AS(IpPermissions, "ipPermissions", "IpPermissions", IpPermissionList)},
    {MEMBER_AS(SecurityGroupRuleIds, "SecurityGroupRuleId", "SecurityGroupRuleId",
     SecurityGroupRuleIdList)},
    {MEMBER_AS(CidrIp, "cidrIp", "CidrIp", String)},
    {MEMBER_AS(FromPort, "fromPort", "FromPort", Integer)},
    {MEMBER_AS(IpProtocol, "ipProtocol", "IpProtocol", String)},
    {MEMBER_AS(ToPort, "toPort", "ToPort", Integer)},
    {MEMBER_AS(SourceSecurityGroupName, "sourceSecurityGroupName", "SourceSecurityGroupName",
     String)},
    {MEMBER_AS(SourceSecurityGroupOwnerId, "sourceSecurityGroupOwnerId",
     "SourceSecurityGroupOwnerId", String)},
};

static const struct bs_shape_member
    members_RevokeSecurityGroupEgressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
    {MEMBER_AS(UnknownIpPermissions, "unknownIpPermissionSet", "UnknownIpPermissionSet",
     IpPermissionList)},
    {MEMBER_AS(RevokedSecurityGroupRules, "revokedSecurityGroupRuleSet",
     "RevokedSecurityGroupRuleSet", RevokedSecurityGroupRuleList)},
};

static const struct bs_shape_member
    members_RevokeSecurityGroupIngressRequest[] = {
    {MEMBER(CidrIp, String)},
    {MEMBER(FromPort, Integer)},
    {MEMBER(GroupId, String)},
    {MEMBER(GroupName, String)},
    {MEMBER(IpPermissions, IpPermissionList)},
    {MEMBER(IpProtocol, String)},
    {MEMBER(SourceSecurityGroupName, String)},
    {MEMBER(SourceSecurityGroupOwnerId, String)},
    {MEMBER(ToPort, Integer)},
    {MEMBER_AS(DryRun, "dryRun", "DryRun", Boolean)},
    {MEMBER_AS(SecurityGroupRuleIds, "SecurityGroupRuleId", "SecurityGroupRuleId",
     SecurityGroupRuleIdList)},
};

static const struct bs_shape_member
    members_RevokeSecurityGroupIngressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
    {MEMBER_AS(UnknownIpPermissions, "unknownIpPermissionSet", "UnknownIpPermissionSet",
     IpPermissionList)},
    {MEMBER_AS(RevokedSecurityGroupRules, "revokedSecurityGroupRuleSet",
     "RevokedSecurityGroupRuleSet", RevokedSecurityGroupRuleList)},
};

static const struct bs_shape_member
    members_RevokedSecurityGroupRule[] = {
    {MEMBER_AS(SecurityGroupRuleId, "securityGroupRuleId", "SecurityGroupRuleId", String)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(IsEgress, "isEgress", "IsEgress", Boolean)},
    {MEMBER_AS(IpProtocol, "ipProtocol", "IpProtocol", String)},
    {MEMBER_AS(FromPort, "fromPort", "FromPort", Integer)},
    {MEMBER_AS(ToPort, "toPort", "ToPort", Integer)},
    {MEMBER_AS(CidrIpv4, "cidrIpv4", "CidrIpv4", String)},
    {MEMBER_AS(CidrIpv6, "cidrIpv6", "CidrIpv6", String)},
    {MEMBER_AS(PrefixListId, "prefixListId", "PrefixListId", String)},
    {MEMBER_AS(ReferencedGroupId, "referencedGroupId", "ReferencedGroupId", String)},
    {MEMBER_AS(Description, "description", "Description", String)},
};

static const struct bs_shape_member
    members_RevokedSecurityGroupRuleList[] = {
    {MEMBER_AS(member, "item", "item", RevokedSecurityGroupRule)},
};

static const struct bs_shape_member
    members_Route[] = {
    {MEMBER_AS(DestinationCidrBlock, "destinationCidrBlock", "DestinationCidrBlock", String)},
    {MEMBER_AS(DestinationIpv6CidrBlock, "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock",
     String)},
    {MEMBER_AS(DestinationPrefixListId, "destinationPrefixListId", "DestinationPrefixListId",
     String)},
    {MEMBER_AS(EgressOnlyInternetGatewayId, "egressOnlyInternetGatewayId",
     "EgressOnlyInternetGatewayId", String)},
    {MEMBER_AS(GatewayId, "gatewayId", "GatewayId", String)},
    {MEMBER_AS(InstanceId, "instanceId", "InstanceId", String)},
    {MEMBER_AS(InstanceOwnerId, "instanceOwnerId", "InstanceOwnerId", String)},
    {MEMBER_AS(NatGatewayId, "natGatewayId", "NatGatewayId", String)},
    {MEMBER_AS(TransitGatewayId, "transitGatewayId", "TransitGatewayId", String)},
    {MEMBER_AS(LocalGatewayId, "localGatewayId", "LocalGatewayId", String)},
    {MEMBER_AS(CarrierGatewayId, "carrierGatewayId", "CarrierGatewayId", String)},
    {MEMBER_AS(NetworkInterfaceId, "networkInterfaceId", "NetworkInterfaceId", String)},
    {MEMBER_AS(Origin, "origin", "Origin", RouteOrigin)},
    {MEMBER_AS(State, "state", "State", RouteState)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
    {MEMBER_AS(CoreNetworkArn, "coreNetworkArn", "CoreNetworkArn", String)},
};

static const struct bs_shape_member
    members_RouteList[] = {
    {MEMBER_AS(member, "item", "item", Route)},
};

static const struct bs_shape_member
    members_RouteTable[] = {
    {MEMBER_AS(Associations, "associationSet", "AssociationSet", RouteTableAssociationList)},
    {MEMBER_AS(PropagatingVgws, "propagatingVgwSet", "PropagatingVgwSet", PropagatingVgwList)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String)},
    {MEMBER_AS(Routes, "routeSet", "RouteSet", RouteList)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
};

static const struct bs_shape_member
    members_RouteTableAssociation[] = {
    {MEMBER_AS(Main, "main", "Main", Boolean)},
    {MEMBER_AS(RouteTableAssociationId, "routeTableAssociationId", "RouteTableAssociationId",
     String)},
    {MEMBER_AS(RouteTableId, "routeTableId", "RouteTableId", String)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
    {MEMBER_AS(GatewayId, "gatewayId", "GatewayId", String)},
    {MEMBER_AS(AssociationState, "associationState", "AssociationState",
     RouteTableAssociationState)},
};

static const struct bs_shape_member
    members_RouteTableAssociationList[] = {
    {MEMBER_AS(member, "item", "item", RouteTableAssociation)},
};

static const struct bs_shape_member
    members_RouteTableAssociationState[] = {
    {MEMBER_AS(State, "state", "State", RouteTableAssociationStateCode)},
    {MEMBER_AS(StatusMessage, "statusMessage", "StatusMessage", String)},
};

static const struct bs_shape_member
    members_RouteTableIdStringList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_RouteTableList[] = {
    {MEMBER_AS(member, "item", "item", RouteTable)},
};

static const struct bs_shape_member
    members_SecurityGroup[] = {
    {MEMBER_AS(Description, "groupDescription", "GroupDescription", String)},
    {MEMBER_AS(GroupName, "groupName", "GroupName", String)},
    {MEMBER_AS(IpPermissions, "ipPermissions", "IpPermissions", IpPermissionList)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(IpPermissionsEgress, "ipPermissionsEgress", "IpPermissionsEgress",
     IpPermissionList)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(SecurityGroupArn, "securityGroupArn", "SecurityGroupArn", String)},
};

static const struct bs_shape_member
    members_SecurityGroupIdStringList[] = {
    {MEMBER_AS(member, "SecurityGroupId", "SecurityGroupId", String)},
};

static const struct bs_shape_member
    members_SecurityGroupIdentifier[] = {
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(GroupName, "groupName", "GroupName", String)},
};

static const struct bs_shape_member
    members_SecurityGroupList[] = {
    {MEMBER_AS(member, "item", "item", SecurityGroup)},
};

static const struct bs_shape_member
    members_SecurityGroupRule[] = {
    {MEMBER_AS(SecurityGroupRuleId, "securityGroupRuleId", "SecurityGroupRuleId", String)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(GroupOwnerId, "groupOwnerId", "GroupOwnerId", String)},
    {MEMBER_AS(IsEgress, "isEgress", "IsEgress", Boolean)},
    {MEMBER_AS(IpProtocol, "ipProtocol", "IpProtocol", String)},
    {MEMBER_AS(FromPort, "fromPort", "FromPort", Integer)},
    {MEMBER_AS(ToPort, "toPort", "ToPort", Integer)},
    {MEMBER_AS(CidrIpv4, "cidrIpv4", "CidrIpv4", String)},
    {MEMBER_AS(CidrIpv6, "cidrIpv6", "CidrIpv6", String)},
    {MEMBER_AS(PrefixListId, "prefixListId", "PrefixListId", String)},
    {MEMBER_AS(ReferencedGroupInfo, "referencedGroupInfo", "ReferencedGroupInfo",
     ReferencedSecurityGroup)},
    {MEMBER_AS(Description, "description", "Description", String)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(SecurityGroupRuleArn, "securityGroupRuleArn", "SecurityGroupRuleArn", String)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleDescription[] = {
    {MEMBER(SecurityGroupRuleId, String)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleDescriptionList[] = {
    {MEMBER_AS(member, "item", "item", SecurityGroupRuleDescription)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleList[] = {
    {MEMBER_AS(member, "item", "item", SecurityGroupRule)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleRequest[] = {
    {MEMBER(IpProtocol, String)},
    {MEMBER(FromPort, Integer)},
    {MEMBER(ToPort, Integer)},
    {MEMBER(CidrIpv4, String)},
    {MEMBER(CidrIpv6, String)},
    {MEMBER(PrefixListId, String)},
    {MEMBER(ReferencedGroupId, String)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleUpdate[] = {
    {MEMBER(SecurityGroupRuleId, String)},
    {MEMBER(SecurityGroupRule, SecurityGroupRuleRequest)},
};

static const struct bs_shape_member
    members_SecurityGroupRuleUpdateList[] = {
    {MEMBER_AS(member, "item", "item", SecurityGroupRuleUpdate)},
};

static const struct bs_shape_member
    members_Subnet[] = {
    {MEMBER_AS(AvailabilityZone, "availabilityZone", "AvailabilityZone", String)},
    {MEMBER_AS(AvailabilityZoneId, "availabilityZoneId", "AvailabilityZoneId", String)},
    {MEMBER_AS(AvailableIpAddressCount, "availableIpAddressCount", "AvailableIpAddressCount",
     Integer)},
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(DefaultForAz, "defaultForAz", "DefaultForAz", Boolean)},
    {MEMBER_AS(EnableLniAtDeviceIndex, "enableLniAtDeviceIndex", "EnableLniAtDeviceIndex",
     Integer)},
    {MEMBER_AS(MapPublicIpOnLaunch, "mapPublicIpOnLaunch", "MapPublicIpOnLaunch", Boolean)},
    {MEMBER_AS(MapCustomerOwnedIpOnLaunch, "mapCustomerOwnedIpOnLaunch",
     "MapCustomerOwnedIpOnLaunch", Boolean)},
    {MEMBER_AS(CustomerOwnedIpv4Pool, "customerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", String)},
    {MEMBER_AS(State, "state", "State", SubnetState)},
    {MEMBER_AS(SubnetId, "subnetId", "SubnetId", String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(AssignIpv6AddressOnCreation, "assignIpv6AddressOnCreation",
     "AssignIpv6AddressOnCreation", Boolean)},
    {MEMBER_AS(Ipv6CidrBlockAssociationSet, "ipv6CidrBlockAssociationSet",
     "Ipv6CidrBlockAssociationSet", SubnetIpv6CidrBlockAssociationSet)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(SubnetArn, "subnetArn", "SubnetArn", String)},
    {MEMBER_AS(OutpostArn, "outpostArn", "OutpostArn", String)},
    {MEMBER_AS(EnableDns64, "enableDns64", "EnableDns64", Boolean)},
    {MEMBER_AS(Ipv6Native, "ipv6Native", "Ipv6Native", Boolean)},
    {MEMBER_AS(PrivateDnsNameOptionsOnLaunch, "privateDnsNameOptionsOnLaunch",
     "PrivateDnsNameOptionsOnLaunch", PrivateDnsNameOptionsOnLaunch)},
};

static const struct bs_shape_member
    members_SubnetCidrBlockState[] = {
    {MEMBER_AS(State, "state", "State", SubnetCidrBlockStateCode)},
    {MEMBER_AS(StatusMessage, "statusMessage", "StatusMessage", String)},
};

static const struct bs_shape_member
    members_SubnetIdStringList[] = {
    {MEMBER_AS(member, "SubnetId", "SubnetId", String)},
};

static const struct bs_shape_member
    members_SubnetIpv6CidrBlockAssociation[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
    {MEMBER_AS(Ipv6CidrBlockState, "ipv6CidrBlockState", "Ipv6CidrBlockState",
     SubnetCidrBlockState)},
};

static const struct bs_shape_member
    members_SubnetIpv6CidrBlockAssociationSet[] = {
    {MEMBER_AS(member, "item", "item", SubnetIpv6CidrBlockAssociation)},
};

static const struct bs_shape_member
    members_SubnetList[] = {
    {MEMBER_AS(member, "item", "item", Subnet)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER_AS(Key, "key", "Key", String)},
    {MEMBER_AS(Value, "value", "Value", String)},
};

static const struct bs_shape_member
    members_TagDescription[] = {
    {MEMBER_AS(Key, "key", "Key", String)},
    {MEMBER_AS(ResourceId, "resourceId", "ResourceId", String)},
    {MEMBER_AS(ResourceType, "resourceType", "ResourceType", String)},
    {MEMBER_AS(Value, "value", "Value", String)},
};

static const struct bs_shape_member
    members_TagDescriptionList[] = {
    {MEMBER_AS(member, "item", "item", TagDescription)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER_AS(member, "item", "item", Tag)},
};

static const struct bs_shape_member
    members_TagSpecification[] = {
    {MEMBER_AS(ResourceType, "resourceType", "ResourceType", String)},
    {MEMBER_AS(Tags, "Tag", "Tag", TagList)},
};

static const struct bs_shape_member
    members_TagSpecificationList[] = {
    {MEMBER_AS(member, "item", "item", TagSpecification)},
};

static const struct bs_shape_member
    members_UnsuccessfulItem[] = {
    {MEMBER_AS(Error, "error", "Error", UnsuccessfulItemError)},
    {MEMBER_AS(ResourceId, "resourceId", "ResourceId", String)},
};

static const struct bs_shape_member
    members_UnsuccessfulItemError[] = {
    {MEMBER_AS(Code, "code", "Code", String)},
    {MEMBER_AS(Message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_UnsuccessfulItemSet[] = {
    {MEMBER_AS(member, "item", "item", UnsuccessfulItem)},
};

static const struct bs_shape_member
    members_UpdateSecurityGroupRuleDescriptionsEgressRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(GroupId, String)},
    {MEMBER(GroupName, String)},
    {MEMBER(IpPermissions, IpPermissionList)},
    {MEMBER_AS(SecurityGroupRuleDescriptions, "SecurityGroupRuleDescription",
     "SecurityGroupRuleDescription", SecurityGroupRuleDescriptionList)},
};

static const struct bs_shape_member
    members_UpdateSecurityGroupRuleDescriptionsEgressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_UpdateSecurityGroupRuleDescriptionsIngressRequest[] = {
    {MEMBER(DryRun, Boolean)},
    {MEMBER(GroupId, String)},
    {MEMBER(GroupName, String)},
    {MEMBER(IpPermissions, IpPermissionList)},
    {MEMBER_AS(SecurityGroupRuleDescriptions, "SecurityGroupRuleDescription",
     "SecurityGroupRuleDescription", SecurityGroupRuleDescriptionList)},
};

static const struct bs_shape_member
    members_UpdateSecurityGroupRuleDescriptionsIngressResult[] = {
    {MEMBER_AS(Return, "return", "Return", Boolean)},
};

static const struct bs_shape_member
    members_UserIdGroupPair[] = {
    {MEMBER_AS(Description, "description", "Description", String)},
    {MEMBER_AS(GroupId, "groupId", "GroupId", String)},
    {MEMBER_AS(GroupName, "groupName", "GroupName", String)},
    {MEMBER_AS(PeeringStatus, "peeringStatus", "PeeringStatus", String)},
    {MEMBER_AS(UserId, "userId", "UserId", String)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
};

static const struct bs_shape_member
    members_UserIdGroupPairList[] = {
    {MEMBER_AS(member, "item", "item", UserIdGroupPair)},
};

static const struct bs_shape_member
    members_ValueStringList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_Vpc[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(DhcpOptionsId, "dhcpOptionsId", "DhcpOptionsId", String)},
    {MEMBER_AS(State, "state", "State", VpcState)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(InstanceTenancy, "instanceTenancy", "InstanceTenancy", Tenancy)},
    {MEMBER_AS(Ipv6CidrBlockAssociationSet, "ipv6CidrBlockAssociationSet",
     "Ipv6CidrBlockAssociationSet", VpcIpv6CidrBlockAssociationSet)},
    {MEMBER_AS(CidrBlockAssociationSet, "cidrBlockAssociationSet", "CidrBlockAssociationSet",
     VpcCidrBlockAssociationSet)},
    {MEMBER_AS(IsDefault, "isDefault", "IsDefault", Boolean)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
};

static const struct bs_shape_member
    members_VpcCidrBlockAssociation[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(CidrBlockState, "cidrBlockState", "CidrBlockState", VpcCidrBlockState)},
};

static const struct bs_shape_member
    members_VpcCidrBlockAssociationSet[] = {
    {MEMBER_AS(member, "item", "item", VpcCidrBlockAssociation)},
};

static const struct bs_shape_member
    members_VpcCidrBlockState[] = {
    {MEMBER_AS(State, "state", "State", VpcCidrBlockStateCode)},
    {MEMBER_AS(StatusMessage, "statusMessage", "StatusMessage", String)},
};

static const struct bs_shape_member
    members_VpcEndpoint[] = {
    {MEMBER_AS(VpcEndpointId, "vpcEndpointId", "VpcEndpointId", String)},
    {MEMBER_AS(VpcEndpointType, "vpcEndpointType", "VpcEndpointType", VpcEndpointType)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(ServiceName, "serviceName", "ServiceName", String)},
    {MEMBER_AS(State, "state", "State", State)},
    {MEMBER_AS(PolicyDocument, "policyDocument", "PolicyDocument", String)},
    {MEMBER_AS(RouteTableIds, "routeTableIdSet", "RouteTableIdSet", ValueStringList)},
    {MEMBER_AS(SubnetIds, "subnetIdSet", "SubnetIdSet", ValueStringList)},
    {MEMBER_AS(Groups, "groupSet", "GroupSet", GroupIdentifierSet)},
    {MEMBER_AS(IpAddressType, "ipAddressType", "IpAddressType", IpAddressType)},
    {MEMBER_AS(DnsOptions, "dnsOptions", "DnsOptions", DnsOptions)},
    {MEMBER_AS(PrivateDnsEnabled, "privateDnsEnabled", "PrivateDnsEnabled", Boolean)},
    {MEMBER_AS(RequesterManaged, "requesterManaged", "RequesterManaged", Boolean)},
    {MEMBER_AS(NetworkInterfaceIds, "networkInterfaceIdSet", "NetworkInterfaceIdSet",
     ValueStringList)},
    {MEMBER_AS(DnsEntries, "dnsEntrySet", "DnsEntrySet", DnsEntrySet)},
    {MEMBER_AS(CreationTimestamp, "creationTimestamp", "CreationTimestamp", Timestamp)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(LastError, "lastError", "LastError", LastError)},
};

static const struct bs_shape_member
    members_VpcEndpointIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_VpcEndpointRouteTableIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_VpcEndpointSecurityGroupIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_VpcEndpointSet[] = {
    {MEMBER_AS(member, "item", "item", VpcEndpoint)},
};

static const struct bs_shape_member
    members_VpcEndpointSubnetIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_VpcIdStringList[] = {
    {MEMBER_AS(member, "VpcId", "VpcId", String)},
};

static const struct bs_shape_member
    members_VpcIpv6CidrBlockAssociation[] = {
    {MEMBER_AS(AssociationId, "associationId", "AssociationId", String)},
    {MEMBER_AS(Ipv6CidrBlock, "ipv6CidrBlock", "Ipv6CidrBlock", String)},
    {MEMBER_AS(Ipv6CidrBlockState, "ipv6CidrBlockState", "Ipv6CidrBlockState", VpcCidrBlockState)},
    {MEMBER_AS(NetworkBorderGroup, "networkBorderGroup", "NetworkBorderGroup", String)},
    {MEMBER_AS(Ipv6Pool, "ipv6Pool", "Ipv6Pool", String)},
};

static const struct bs_shape_member
    members_VpcIpv6CidrBlockAssociationSet[] = {
    {MEMBER_AS(member, "item", "item", VpcIpv6CidrBlockAssociation)},
};

static const struct bs_shape_member
    members_VpcList[] = {
    {MEMBER_AS(member, "item", "item", Vpc)},
};

static const struct bs_shape_member
    members_VpcPeeringConnection[] = {
    {MEMBER_AS(AccepterVpcInfo, "accepterVpcInfo", "AccepterVpcInfo",
     VpcPeeringConnectionVpcInfo)},
    {MEMBER_AS(ExpirationTime, "expirationTime", "ExpirationTime", Timestamp)},
    {MEMBER_AS(RequesterVpcInfo, "requesterVpcInfo", "RequesterVpcInfo",
     VpcPeeringConnectionVpcInfo)},
    {MEMBER_AS(Status, "status", "Status", VpcPeeringConnectionStateReason)},
    {MEMBER_AS(Tags, "tagSet", "TagSet", TagList)},
    {MEMBER_AS(VpcPeeringConnectionId, "vpcPeeringConnectionId", "VpcPeeringConnectionId",
     String)},
};

static const struct bs_shape_member
    members_VpcPeeringConnectionIdList[] = {
    {MEMBER_AS(member, "item", "item", String)},
};

static const struct bs_shape_member
    members_VpcPeeringConnectionList[] = {
    {MEMBER_AS(member, "item", "item", VpcPeeringConnection)},
};

static const struct bs_shape_member
    members_VpcPeeringConnectionOptionsDescription[] = {
    {MEMBER_AS(AllowDnsResolutionFromRemoteVpc, "allowDnsResolutionFromRemoteVpc",
     "AllowDnsResolutionFromRemoteVpc", Boolean)},
    {MEMBER_AS(AllowEgressFromLocalClassicLinkToRemoteVpc,
     "allowEgressFromLocalClassicLinkToRemoteVpc", "AllowEgressFromLocalClassicLinkToRemoteVpc",
     Boolean)},
    {MEMBER_AS(AllowEgressFromLocalVpcToRemoteClassicLink,
     "allowEgressFromLocalVpcToRemoteClassicLink", "AllowEgressFromLocalVpcToRemoteClassicLink",
     Boolean)},
};

static const struct bs_shape_member
    members_VpcPeeringConnectionStateReason[] = {
    {MEMBER_AS(Code, "code", "Code", VpcPeeringConnectionStateReasonCode)},
    {MEMBER_AS(Message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_VpcPeeringConnectionVpcInfo[] = {
    {MEMBER_AS(CidrBlock, "cidrBlock", "CidrBlock", String)},
    {MEMBER_AS(Ipv6CidrBlockSet, "ipv6CidrBlockSet", "Ipv6CidrBlockSet", Ipv6CidrBlockSet)},
    {MEMBER_AS(CidrBlockSet, "cidrBlockSet", "CidrBlockSet", CidrBlockSet)},
    {MEMBER_AS(OwnerId, "ownerId", "OwnerId", String)},
    {MEMBER_AS(PeeringOptions, "peeringOptions", "PeeringOptions",
     VpcPeeringConnectionOptionsDescription)},
    {MEMBER_AS(VpcId, "vpcId", "VpcId", String)},
    {MEMBER_AS(Region, "region", "Region", String)},
};

static const struct bs_shape_member
    members_ZoneIdStringList[] = {
    {MEMBER_AS(member, "ZoneId", "ZoneId", String)},
};

static const struct bs_shape_member
    members_ZoneNameStringList[] = {
    {MEMBER_AS(member, "ZoneName", "ZoneName", String)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AcceptVpcPeeringConnectionRequest, STRUCTURE)},
    COMPOUND(AcceptVpcPeeringConnectionResult, STRUCTURE)},
    COMPOUND(AccountAttribute, STRUCTURE)},
    COMPOUND(AccountAttributeList, LIST)},
    SCALAR(AccountAttributeName, STRING), WORDS(AccountAttributeName)},
    COMPOUND(AccountAttributeNameStringList, LIST)},
    COMPOUND(AccountAttributeValue, STRUCTURE)},
    COMPOUND(AccountAttributeValueList, LIST)},
    COMPOUND(Address, STRUCTURE)},
    COMPOUND(AddressList, LIST)},
    COMPOUND(AllocateAddressRequest, STRUCTURE)},
    COMPOUND(AllocateAddressResult, STRUCTURE)},
    COMPOUND(AllocationIdList, LIST)},
    COMPOUND(AssociateAddressRequest, STRUCTURE)},
    COMPOUND(AssociateAddressResult, STRUCTURE)},
    COMPOUND(AssociateRouteTableRequest, STRUCTURE)},
    COMPOUND(AssociateRouteTableResult, STRUCTURE)},
    COMPOUND(AssociateVpcCidrBlockRequest, STRUCTURE)},
    COMPOUND(AssociateVpcCidrBlockResult, STRUCTURE)},
    COMPOUND(AttachInternetGatewayRequest, STRUCTURE)},
    COMPOUND(AttachmentEnaSrdSpecification, STRUCTURE)},
    COMPOUND(AttachmentEnaSrdUdpSpecification, STRUCTURE)},
    SCALAR(AttachmentStatus, STRING), WORDS(AttachmentStatus)},
    COMPOUND(AttributeBooleanValue, STRUCTURE)},
    COMPOUND(AuthorizeSecurityGroupEgressRequest, STRUCTURE)},
    COMPOUND(AuthorizeSecurityGroupEgressResult, STRUCTURE)},
    COMPOUND(AuthorizeSecurityGroupIngressRequest, STRUCTURE)},
    COMPOUND(AuthorizeSecurityGroupIngressResult, STRUCTURE)},
    COMPOUND(AvailabilityZone, STRUCTURE)},
    COMPOUND(AvailabilityZoneList, LIST)},
    COMPOUND(AvailabilityZoneMessage, STRUCTURE)},
    COMPOUND(AvailabilityZoneMessageList, LIST)},
    SCALAR(AvailabilityZoneOptInStatus, STRING), WORDS(AvailabilityZoneOptInStatus)},
    SCALAR(AvailabilityZoneState, STRING), WORDS(AvailabilityZoneState)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CidrBlock, STRUCTURE)},
    COMPOUND(CidrBlockSet, LIST)},
    SCALAR(ConnectivityType, STRING), WORDS(ConnectivityType)},
    COMPOUND(CreateDefaultSubnetRequest, STRUCTURE)},
    COMPOUND(CreateDefaultSubnetResult, STRUCTURE)},
    COMPOUND(CreateDefaultVpcRequest, STRUCTURE)},
    COMPOUND(CreateDefaultVpcResult, STRUCTURE)},
    COMPOUND(CreateInternetGatewayRequest, STRUCTURE)},
    COMPOUND(CreateInternetGatewayResult, STRUCTURE)},
    COMPOUND(CreateNatGatewayRequest, STRUCTURE)},
    COMPOUND(CreateNatGatewayResult, STRUCTURE)},
    COMPOUND(CreateNetworkAclEntryRequest, STRUCTURE)},
    COMPOUND(CreateNetworkAclRequest, STRUCTURE)},
    COMPOUND(CreateNetworkAclResult, STRUCTURE)},
    COMPOUND(CreateNetworkInterfaceRequest, STRUCTURE)},
    COMPOUND(CreateNetworkInterfaceResult, STRUCTURE)},
    COMPOUND(CreateRouteRequest, STRUCTURE)},
    COMPOUND(CreateRouteResult, STRUCTURE)},
    COMPOUND(CreateRouteTableRequest, STRUCTURE)},
    COMPOUND(CreateRouteTableResult, STRUCTURE)},
    COMPOUND(CreateSecurityGroupRequest, STRUCTURE)},
    COMPOUND(CreateSecurityGroupResult, STRUCTURE)},
    COMPOUND(CreateSubnetRequest, STRUCTURE)},
    COMPOUND(CreateSubnetResult, STRUCTURE)},
    COMPOUND(CreateTagsRequest, STRUCTURE)},
    COMPOUND(CreateVpcEndpointRequest, STRUCTURE)},
    COMPOUND(CreateVpcEndpointResult, STRUCTURE)},
    COMPOUND(CreateVpcPeeringConnectionRequest, STRUCTURE)},
    COMPOUND(CreateVpcPeeringConnectionResult, STRUCTURE)},
    COMPOUND(CreateVpcRequest, STRUCTURE)},
    COMPOUND(CreateVpcResult, STRUCTURE)},
    COMPOUND(DeleteInternetGatewayRequest, STRUCTURE)},
    COMPOUND(DeleteNatGatewayRequest, STRUCTURE)},
    COMPOUND(DeleteNatGatewayResult, STRUCTURE)},
    COMPOUND(DeleteNetworkAclEntryRequest, STRUCTURE)},
    COMPOUND(DeleteNetworkAclRequest, STRUCTURE)},
    COMPOUND(DeleteNetworkInterfaceRequest, STRUCTURE)},
    COMPOUND(DeleteRouteRequest, STRUCTURE)},
    COMPOUND(DeleteRouteTableRequest, STRUCTURE)},
    COMPOUND(DeleteSecurityGroupRequest, STRUCTURE)},
    COMPOUND(DeleteSubnetRequest, STRUCTURE)},
    COMPOUND(DeleteTagsRequest, STRUCTURE)},
    COMPOUND(DeleteVpcEndpointsRequest, STRUCTURE)},
    COMPOUND(DeleteVpcEndpointsResult, STRUCTURE)},
    COMPOUND(DeleteVpcPeeringConnectionRequest, STRUCTURE)},
    COMPOUND(DeleteVpcPeeringConnectionResult, STRUCTURE)},
    COMPOUND(DeleteVpcRequest, STRUCTURE)},
    COMPOUND(DescribeAccountAttributesRequest, STRUCTURE)},
    COMPOUND(DescribeAccountAttributesResult, STRUCTURE)},
    COMPOUND(DescribeAddressesRequest, STRUCTURE)},
    COMPOUND(DescribeAddressesResult, STRUCTURE)},
    COMPOUND(DescribeAvailabilityZonesRequest, STRUCTURE)},
    COMPOUND(DescribeAvailabilityZonesResult, STRUCTURE)},
    SCALAR(DescribeInternetGatewaysMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeInternetGatewaysRequest, STRUCTURE)},
    COMPOUND(DescribeInternetGatewaysResult, STRUCTURE)},
    SCALAR(DescribeNatGatewaysMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeNatGatewaysRequest, STRUCTURE)},
    COMPOUND(DescribeNatGatewaysResult, STRUCTURE)},
    SCALAR(DescribeNetworkAclsMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeNetworkAclsRequest, STRUCTURE)},
    COMPOUND(DescribeNetworkAclsResult, STRUCTURE)},
    SCALAR(DescribeNetworkInterfacesMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeNetworkInterfacesRequest, STRUCTURE)},
    COMPOUND(DescribeNetworkInterfacesResult, STRUCTURE)},
    COMPOUND(DescribeRegionsRequest, STRUCTURE)},
    COMPOUND(DescribeRegionsResult, STRUCTURE)},
    SCALAR(DescribeRouteTablesMaxResults, INTEGER), BOUNDS(5, 100)},
    COMPOUND(DescribeRouteTablesRequest, STRUCTURE)},
    COMPOUND(DescribeRouteTablesResult, STRUCTURE)},
    SCALAR(DescribeSecurityGroupRulesMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeSecurityGroupRulesRequest, STRUCTURE)},
    COMPOUND(DescribeSecurityGroupRulesResult, STRUCTURE)},
    SCALAR(DescribeSecurityGroupsMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeSecurityGroupsRequest, STRUCTURE)},
    COMPOUND(DescribeSecurityGroupsResult, STRUCTURE)},
    SCALAR(DescribeSubnetsMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeSubnetsRequest, STRUCTURE)},
    COMPOUND(DescribeSubnetsResult, STRUCTURE)},
    COMPOUND(DescribeTagsRequest, STRUCTURE)},
    COMPOUND(DescribeTagsResult, STRUCTURE)},
    COMPOUND(DescribeVpcAttributeRequest, STRUCTURE)},
    COMPOUND(DescribeVpcAttributeResult, STRUCTURE)},
    COMPOUND(DescribeVpcEndpointsRequest, STRUCTURE)},
    COMPOUND(DescribeVpcEndpointsResult, STRUCTURE)},
    SCALAR(DescribeVpcPeeringConnectionsMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeVpcPeeringConnectionsRequest, STRUCTURE)},
    COMPOUND(DescribeVpcPeeringConnectionsResult, STRUCTURE)},
    SCALAR(DescribeVpcsMaxResults, INTEGER), BOUNDS(5, 1000)},
    COMPOUND(DescribeVpcsRequest, STRUCTURE)},
    COMPOUND(DescribeVpcsResult, STRUCTURE)},
    COMPOUND(DetachInternetGatewayRequest, STRUCTURE)},
    COMPOUND(DisassociateAddressRequest, STRUCTURE)},
    COMPOUND(DisassociateRouteTableRequest, STRUCTURE)},
    COMPOUND(DisassociateVpcCidrBlockRequest, STRUCTURE)},
    COMPOUND(DisassociateVpcCidrBlockResult, STRUCTURE)},
    COMPOUND(DnsEntry, STRUCTURE)},
    COMPOUND(DnsEntrySet, LIST)},
    COMPOUND(DnsOptions, STRUCTURE)},
    COMPOUND(DnsOptionsSpecification, STRUCTURE)},
    SCALAR(DnsRecordIpType, STRING), WORDS(DnsRecordIpType)},
    SCALAR(DomainType, STRING), WORDS(DomainType)},
    COMPOUND(Filter, STRUCTURE)},
    COMPOUND(FilterList, LIST)},
    COMPOUND(GroupIdStringList, LIST)},
    COMPOUND(GroupIdentifier, STRUCTURE)},
    COMPOUND(GroupIdentifierList, LIST)},
    COMPOUND(GroupIdentifierSet, LIST)},
    COMPOUND(GroupNameStringList, LIST)},
    SCALAR(HostnameType, STRING), WORDS(HostnameType)},
    COMPOUND(IcmpTypeCode, STRUCTURE)},
    COMPOUND(InstanceIpv6Address, STRUCTURE)},
    COMPOUND(InstanceIpv6AddressList, LIST)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(InternetGateway, STRUCTURE)},
    COMPOUND(InternetGatewayAttachment, STRUCTURE)},
    COMPOUND(InternetGatewayAttachmentList, LIST)},
    COMPOUND(InternetGatewayIdList, LIST)},
    COMPOUND(InternetGatewayList, LIST)},
    SCALAR(IpAddressType, STRING), WORDS(IpAddressType)},
    COMPOUND(IpPermission, STRUCTURE)},
    COMPOUND(IpPermissionList, LIST)},
    COMPOUND(IpRange, STRUCTURE)},
    COMPOUND(IpRangeList, LIST)},
    COMPOUND(Ipv4PrefixList, LIST)},
    COMPOUND(Ipv4PrefixSpecification, STRUCTURE)},
    COMPOUND(Ipv4PrefixSpecificationRequest, STRUCTURE)},
    COMPOUND(Ipv4PrefixesList, LIST)},
    COMPOUND(Ipv6CidrBlock, STRUCTURE)},
    COMPOUND(Ipv6CidrBlockSet, LIST)},
    COMPOUND(Ipv6PrefixList, LIST)},
    COMPOUND(Ipv6PrefixSpecification, STRUCTURE)},
    COMPOUND(Ipv6PrefixSpecificationRequest, STRUCTURE)},
    COMPOUND(Ipv6PrefixesList, LIST)},
    COMPOUND(Ipv6Range, STRUCTURE)},
    COMPOUND(Ipv6RangeList, LIST)},
    COMPOUND(LastError, STRUCTURE)},
    COMPOUND(ModifySecurityGroupRulesRequest, STRUCTURE)},
    COMPOUND(ModifySecurityGroupRulesResult, STRUCTURE)},
    COMPOUND(ModifySubnetAttributeRequest, STRUCTURE)},
    COMPOUND(ModifyVpcAttributeRequest, STRUCTURE)},
    COMPOUND(ModifyVpcEndpointRequest, STRUCTURE)},
    COMPOUND(ModifyVpcEndpointResult, STRUCTURE)},
    COMPOUND(NatGateway, STRUCTURE)},
    COMPOUND(NatGatewayAddress, STRUCTURE)},
    COMPOUND(NatGatewayAddressList, LIST)},
    COMPOUND(NatGatewayIdStringList, LIST)},
    COMPOUND(NatGatewayList, LIST)},
    SCALAR(NatGatewayState, STRING), WORDS(NatGatewayState)},
    COMPOUND(NetworkAcl, STRUCTURE)},
    COMPOUND(NetworkAclAssociation, STRUCTURE)},
    COMPOUND(NetworkAclAssociationList, LIST)},
    COMPOUND(NetworkAclEntry, STRUCTURE)},
    COMPOUND(NetworkAclEntryList, LIST)},
    COMPOUND(NetworkAclIdStringList, LIST)},
    COMPOUND(NetworkAclList, LIST)},
    COMPOUND(NetworkInterface, STRUCTURE)},
    COMPOUND(NetworkInterfaceAssociation, STRUCTURE)},
    COMPOUND(NetworkInterfaceAttachment, STRUCTURE)},
    COMPOUND(NetworkInterfaceIdList, LIST)},
    COMPOUND(NetworkInterfaceIpv6Address, STRUCTURE)},
    COMPOUND(NetworkInterfaceIpv6AddressesList, LIST)},
    COMPOUND(NetworkInterfaceList, LIST)},
    COMPOUND(NetworkInterfacePrivateIpAddress, STRUCTURE)},
    COMPOUND(NetworkInterfacePrivateIpAddressList, LIST)},
    SCALAR(NetworkInterfaceStatus, STRING), WORDS(NetworkInterfaceStatus)},
    SCALAR(NetworkInterfaceType, STRING), WORDS(NetworkInterfaceType)},
    COMPOUND(PortRange, STRUCTURE)},
    COMPOUND(PrefixListId, STRUCTURE)},
    COMPOUND(PrefixListIdList, LIST)},
    COMPOUND(PrivateDnsNameOptionsOnLaunch, STRUCTURE)},
    COMPOUND(PrivateIpAddressSpecification, STRUCTURE)},
    COMPOUND(PrivateIpAddressSpecificationList, LIST)},
    COMPOUND(PropagatingVgw, STRUCTURE)},
    COMPOUND(PropagatingVgwList, LIST)},
    COMPOUND(ProvisionedBandwidth, STRUCTURE)},
    COMPOUND(PublicIpStringList, LIST)},
    COMPOUND(ReferencedSecurityGroup, STRUCTURE)},
    COMPOUND(Region, STRUCTURE)},
    COMPOUND(RegionList, LIST)},
    COMPOUND(RegionNameStringList, LIST)},
    COMPOUND(RejectVpcPeeringConnectionRequest, STRUCTURE)},
    COMPOUND(RejectVpcPeeringConnectionResult, STRUCTURE)},
    COMPOUND(ReleaseAddressRequest, STRUCTURE)},
    COMPOUND(ReplaceNetworkAclAssociationRequest, STRUCTURE)},
    COMPOUND(ReplaceNetworkAclAssociationResult, STRUCTURE)},
    COMPOUND(ReplaceNetworkAclEntryRequest, STRUCTURE)},
    COMPOUND(ReplaceRouteRequest, STRUCTURE)},
    COMPOUND(ReplaceRouteTableAssociationRequest, STRUCTURE)},
    COMPOUND(ReplaceRouteTableAssociationResult, STRUCTURE)},
    COMPOUND(ResourceIdList, LIST)},
    COMPOUND(RevokeSecurityGroupEgressRequest, STRUCTURE)},
    COMPOUND(RevokeSecurityGroupEgressResult, STRUCTURE)},
    COMPOUND(RevokeSecurityGroupIngressRequest, STRUCTURE)},
    COMPOUND(RevokeSecurityGroupIngressResult, STRUCTURE)},
    COMPOUND(RevokedSecurityGroupRule, STRUCTURE)},
    COMPOUND(RevokedSecurityGroupRuleList, LIST)},
    COMPOUND(Route, STRUCTURE)},
    COMPOUND(RouteList, LIST)},
    SCALAR(RouteOrigin, STRING), WORDS(RouteOrigin)},
    SCALAR(RouteState, STRING), WORDS(RouteState)},
    COMPOUND(RouteTable, STRUCTURE)},
    COMPOUND(RouteTableAssociation, STRUCTURE)},
    COMPOUND(RouteTableAssociationList, LIST)},
    COMPOUND(RouteTableAssociationState, STRUCTURE)},
    SCALAR(RouteTableAssociationStateCode, STRING), WORDS(RouteTableAssociationStateCode)},
    COMPOUND(RouteTableIdStringList, LIST)},
    COMPOUND(RouteTableList, LIST)},
    SCALAR(RuleAction, STRING), WORDS(RuleAction)},
    COMPOUND(SecurityGroup, STRUCTURE)},
    COMPOUND(SecurityGroupIdStringList, LIST)},
    COMPOUND(SecurityGroupIdentifier, STRUCTURE)},
    COMPOUND(SecurityGroupList, LIST)},
    COMPOUND(SecurityGroupRule, STRUCTURE)},
    COMPOUND(SecurityGroupRuleDescription, STRUCTURE)},
    COMPOUND(SecurityGroupRuleDescriptionList, LIST)},
    COMPOUND(SecurityGroupRuleIdList, LIST)},
    COMPOUND(SecurityGroupRuleList, LIST)},
    COMPOUND(SecurityGroupRuleRequest, STRUCTURE)},
    COMPOUND(SecurityGroupRuleUpdate, STRUCTURE)},
    COMPOUND(SecurityGroupRuleUpdateList, LIST)},
    SCALAR(State, STRING), WORDS(State)},
    SCALAR(String, STRING)},
    COMPOUND(Subnet, STRUCTURE)},
    COMPOUND(SubnetCidrBlockState, STRUCTURE)},
    SCALAR(SubnetCidrBlockStateCode, STRING), WORDS(SubnetCidrBlockStateCode)},
    COMPOUND(SubnetIdStringList, LIST)},
    COMPOUND(SubnetIpv6CidrBlockAssociation, STRUCTURE)},
    COMPOUND(SubnetIpv6CidrBlockAssociationSet, LIST)},
    COMPOUND(SubnetList, LIST)},
    SCALAR(SubnetState, STRING), WORDS(SubnetState)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagDescription, STRUCTURE)},
    COMPOUND(TagDescriptionList, LIST)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagSpecification, STRUCTURE)},
    COMPOUND(TagSpecificationList, LIST)},
    SCALAR(Tenancy, STRING), WORDS(Tenancy)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(UnsuccessfulItem, STRUCTURE)},
    COMPOUND(UnsuccessfulItemError, STRUCTURE)},
    COMPOUND(UnsuccessfulItemSet, LIST)},
    COMPOUND(UpdateSecurityGroupRuleDescriptionsEgressRequest, STRUCTURE)},
    COMPOUND(UpdateSecurityGroupRuleDescriptionsEgressResult, STRUCTURE)},
    COMPOUND(UpdateSecurityGroupRuleDescriptionsIngressRequest, STRUCTURE)},
    COMPOUND(UpdateSecurityGroupRuleDescriptionsIngressResult, STRUCTURE)},
    COMPOUND(UserIdGroupPair, STRUCTURE)},
    COMPOUND(UserIdGroupPairList, LIST)},
    COMPOUND(ValueStringList, LIST)},
    COMPOUND(Vpc, STRUCTURE)},
    SCALAR(VpcAttributeName, STRING), WORDS(VpcAttributeName)},
    COMPOUND(VpcCidrBlockAssociation, STRUCTURE)},
    COMPOUND(VpcCidrBlockAssociationSet, LIST)},
    COMPOUND(VpcCidrBlockState, STRUCTURE)},
    SCALAR(VpcCidrBlockStateCode, STRING), WORDS(VpcCidrBlockStateCode)},
    COMPOUND(VpcEndpoint, STRUCTURE)},
    COMPOUND(VpcEndpointIdList, LIST)},
    COMPOUND(VpcEndpointRouteTableIdList, LIST)},
    COMPOUND(VpcEndpointSecurityGroupIdList, LIST)},
    COMPOUND(VpcEndpointSet, LIST)},
    COMPOUND(VpcEndpointSubnetIdList, LIST)},
    SCALAR(VpcEndpointType, STRING), WORDS(VpcEndpointType)},
    COMPOUND(VpcIdStringList, LIST)},
    COMPOUND(VpcIpv6CidrBlockAssociation, STRUCTURE)},
    COMPOUND(VpcIpv6CidrBlockAssociationSet, LIST)},
    COMPOUND(VpcList, LIST)},
    COMPOUND(VpcPeeringConnection, STRUCTURE)},
    COMPOUND(VpcPeeringConnectionIdList, LIST)},
    COMPOUND(VpcPeeringConnectionList, LIST)},
    COMPOUND(VpcPeeringConnectionOptionsDescription, STRUCTURE)},
    COMPOUND(VpcPeeringConnectionStateReason, STRUCTURE)},
    SCALAR(VpcPeeringConnectionStateReasonCode, STRING),
    WORDS(VpcPeeringConnectionStateReasonCode)},
    COMPOUND(VpcPeeringConnectionVpcInfo, STRUCTURE)},
    SCALAR(VpcState, STRING), WORDS(VpcState)},
    COMPOUND(ZoneIdStringList, LIST)},
    COMPOUND(ZoneNameStringList, LIST)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AcceptVpcPeeringConnection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AcceptVpcPeeringConnectionRequest),
     .output = SHAPE(AcceptVpcPeeringConnectionResult)},
    {.name = "AllocateAddress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AllocateAddressRequest), .output = SHAPE(AllocateAddressResult)},
    {.name = "AssociateAddress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssociateAddressRequest), .output = SHAPE(AssociateAddressResult)},
    {.name = "AssociateRouteTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssociateRouteTableRequest), .output = SHAPE(AssociateRouteTableResult)},
    {.name = "AssociateVpcCidrBlock", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssociateVpcCidrBlockRequest), .output = SHAPE(AssociateVpcCidrBlockResult)},
    {.name = "AttachInternetGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AttachInternetGatewayRequest)},
    {.name = "AuthorizeSecurityGroupEgress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AuthorizeSecurityGroupEgressRequest),
     .output = SHAPE(AuthorizeSecurityGroupEgressResult)},
    {.name = "AuthorizeSecurityGroupIngress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AuthorizeSecurityGroupIngressRequest),
     .output = SHAPE(AuthorizeSecurityGroupIngressResult)},
    {.name = "CreateDefaultSubnet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDefaultSubnetRequest), .output = SHAPE(CreateDefaultSubnetResult)},
    {.name = "CreateDefaultVpc", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDefaultVpcRequest), .output = SHAPE(CreateDefaultVpcResult)},
    {.name = "CreateInternetGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateInternetGatewayRequest), .output = SHAPE(CreateInternetGatewayResult)},
    {.name = "CreateNatGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateNatGatewayRequest), .output = SHAPE(CreateNatGatewayResult)},
    {.name = "CreateNetworkAcl", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateNetworkAclRequest), .output = SHAPE(CreateNetworkAclResult)},
    {.name = "CreateNetworkAclEntry", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateNetworkAclEntryRequest)},
    {.name = "CreateNetworkInterface", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateNetworkInterfaceRequest), .output = SHAPE(CreateNetworkInterfaceResult)},
    {.name = "CreateRoute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateRouteRequest), .output = SHAPE(CreateRouteResult)},
    {.name = "CreateRouteTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateRouteTableRequest), .output = SHAPE(CreateRouteTableResult)},
    {.name = "CreateSecurityGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateSecurityGroupRequest), .output = SHAPE(CreateSecurityGroupResult)},
    {.name = "CreateSubnet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateSubnetRequest), .output = SHAPE(CreateSubnetResult)},
    {.name = "CreateTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateTagsRequest)},
    {.name = "CreateVpc", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateVpcRequest), .output = SHAPE(CreateVpcResult)},
    {.name = "CreateVpcEndpoint", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateVpcEndpointRequest), .output = SHAPE(CreateVpcEndpointResult)},
    {.name = "CreateVpcPeeringConnection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateVpcPeeringConnectionRequest),
     .output = SHAPE(CreateVpcPeeringConnectionResult)},
    {.name = "DeleteInternetGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteInternetGatewayRequest)},
    {.name = "DeleteNatGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteNatGatewayRequest), .output = SHAPE(DeleteNatGatewayResult)},
    {.name = "DeleteNetworkAcl", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteNetworkAclRequest)},
    {.name = "DeleteNetworkAclEntry", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteNetworkAclEntryRequest)},
    {.name = "DeleteNetworkInterface", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteNetworkInterfaceRequest)},
    {.name = "DeleteRoute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRouteRequest)},
    {.name = "DeleteRouteTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRouteTableRequest)},
    {.name = "DeleteSecurityGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteSecurityGroupRequest)},
    {.name = "DeleteSubnet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteSubnetRequest)},
    {.name = "DeleteTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTagsRequest)},
    {.name = "DeleteVpc", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteVpcRequest)},
    {.name = "DeleteVpcEndpoints", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteVpcEndpointsRequest), .output = SHAPE(DeleteVpcEndpointsResult)},
    {.name = "DeleteVpcPeeringConnection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteVpcPeeringConnectionRequest),
     .output = SHAPE(DeleteVpcPeeringConnectionResult)},
    {.name = "DescribeAccountAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAccountAttributesRequest),
     .output = SHAPE(DescribeAccountAttributesResult)},
    {.name = "DescribeAddresses", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAddressesRequest), .output = SHAPE(DescribeAddressesResult)},
    {.name = "DescribeAvailabilityZones", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAvailabilityZonesRequest),
     .output = SHAPE(DescribeAvailabilityZonesResult)},
    {.name = "DescribeInternetGateways", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeInternetGatewaysRequest),
     .output = SHAPE(DescribeInternetGatewaysResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "InternetGateways", NULL, 1000}},
    {.name = "DescribeNatGateways", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeNatGatewaysRequest), .output = SHAPE(DescribeNatGatewaysResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "NatGateways", NULL, 1000}},
    {.name = "DescribeNetworkAcls", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeNetworkAclsRequest), .output = SHAPE(DescribeNetworkAclsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "NetworkAcls", NULL, 1000}},
    {.name = "DescribeNetworkInterfaces", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeNetworkInterfacesRequest),
     .output = SHAPE(DescribeNetworkInterfacesResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "NetworkInterfaces", NULL, 1000}},
    {.name = "DescribeRegions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeRegionsRequest), .output = SHAPE(DescribeRegionsResult)},
    {.name = "DescribeRouteTables", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeRouteTablesRequest), .output = SHAPE(DescribeRouteTablesResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "RouteTables", NULL, 1000}},
    {.name = "DescribeSecurityGroupRules", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSecurityGroupRulesRequest),
     .output = SHAPE(DescribeSecurityGroupRulesResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "SecurityGroupRules", NULL, 1000}},
    {.name = "DescribeSecurityGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSecurityGroupsRequest), .output = SHAPE(DescribeSecurityGroupsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "SecurityGroups", NULL, 1000}},
    {.name = "DescribeSubnets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSubnetsRequest), .output = SHAPE(DescribeSubnetsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Subnets", NULL, 1000}},
    {.name = "DescribeTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTagsRequest), .output = SHAPE(DescribeTagsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Tags", NULL, 1000}},
    {.name = "DescribeVpcAttribute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeVpcAttributeRequest), .output = SHAPE(DescribeVpcAttributeResult)},
    {.name = "DescribeVpcEndpoints", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeVpcEndpointsRequest), .output = SHAPE(DescribeVpcEndpointsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "VpcEndpoints", NULL, 1000}},
    {.name = "DescribeVpcPeeringConnections", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeVpcPeeringConnectionsRequest),
     .output = SHAPE(DescribeVpcPeeringConnectionsResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "VpcPeeringConnections", NULL, 1000}},
    {.name = "DescribeVpcs", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeVpcsRequest), .output = SHAPE(DescribeVpcsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Vpcs", NULL, 1000}},
    {.name = "DetachInternetGateway", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DetachInternetGatewayRequest)},
    {.name = "DisassociateAddress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DisassociateAddressRequest)},
    {.name = "DisassociateRouteTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DisassociateRouteTableRequest)},
    {.name = "DisassociateVpcCidrBlock", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DisassociateVpcCidrBlockRequest),
     .output = SHAPE(DisassociateVpcCidrBlockResult)},
    {.name = "ModifySecurityGroupRules", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifySecurityGroupRulesRequest),
     .output = SHAPE(ModifySecurityGroupRulesResult)},
    {.name = "ModifySubnetAttribute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifySubnetAttributeRequest)},
    {.name = "ModifyVpcAttribute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyVpcAttributeRequest)},
    {.name = "ModifyVpcEndpoint", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyVpcEndpointRequest), .output = SHAPE(ModifyVpcEndpointResult)},
    {.name = "RejectVpcPeeringConnection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RejectVpcPeeringConnectionRequest),
     .output = SHAPE(RejectVpcPeeringConnectionResult)},
    {.name = "ReleaseAddress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReleaseAddressRequest)},
    {.name = "ReplaceNetworkAclAssociation", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReplaceNetworkAclAssociationRequest),
     .output = SHAPE(ReplaceNetworkAclAssociationResult)},
    {.name = "ReplaceNetworkAclEntry", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReplaceNetworkAclEntryRequest)},
    {.name = "ReplaceRoute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReplaceRouteRequest)},
    {.name = "ReplaceRouteTableAssociation", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReplaceRouteTableAssociationRequest),
     .output = SHAPE(ReplaceRouteTableAssociationResult)},
    {.name = "RevokeSecurityGroupEgress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RevokeSecurityGroupEgressRequest),
     .output = SHAPE(RevokeSecurityGroupEgressResult)},
    {.name = "RevokeSecurityGroupIngress", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RevokeSecurityGroupIngressRequest),
     .output = SHAPE(RevokeSecurityGroupIngressResult)},
    {.name = "UpdateSecurityGroupRuleDescriptionsEgress", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(UpdateSecurityGroupRuleDescriptionsEgressRequest),
     .output = SHAPE(UpdateSecurityGroupRuleDescriptionsEgressResult)},
    {.name = "UpdateSecurityGroupRuleDescriptionsIngress", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(UpdateSecurityGroupRuleDescriptionsIngressRequest),
     .output = SHAPE(UpdateSecurityGroupRuleDescriptionsIngressResult)},
};

static const char *const refused[] = {
    "AcceptAddressTransfer", "AcceptReservedInstancesExchangeQuote",
    "AcceptTransitGatewayMulticastDomainAssociations", "AcceptTransitGatewayPeeringAttachment",
    "AcceptTransitGatewayVpcAttachment", "AcceptVpcEndpointConnections", "AdvertiseByoipCidr",
    "AllocateHosts", "AllocateIpamPoolCidr", "ApplySecurityGroupsToClientVpnTargetNetwork",
    "AssignIpv6Addresses", "AssignPrivateIpAddresses", "AssociateClientVpnTargetNetwork",
    "AssociateDhcpOptions", "AssociateEnclaveCertificateIamRole", "AssociateIamInstanceProfile",
    "AssociateInstanceEventWindow", "AssociateSubnetCidrBlock",
    "AssociateTransitGatewayMulticastDomain", "AssociateTransitGatewayPolicyTable",
    "AssociateTransitGatewayRouteTable", "AssociateTrunkInterface", "AttachClassicLinkVpc",
    "AttachNetworkInterface", "AttachVerifiedAccessTrustProvider", "AttachVolume",
    "AttachVpnGateway", "AuthorizeClientVpnIngress", "BundleInstance", "CancelBundleTask",
    "CancelCapacityReservation", "CancelCapacityReservationFleets", "CancelConversionTask",
    "CancelExportTask", "CancelImageLaunchPermission", "CancelImportTask",
    "CancelReservedInstancesListing", "CancelSpotFleetRequests", "CancelSpotInstanceRequests",
    "ConfirmProductInstance", "CopyFpgaImage", "CopyImage", "CopySnapshot",
    "CreateCapacityReservation", "CreateCapacityReservationFleet", "CreateCarrierGateway",
    "CreateClientVpnEndpoint", "CreateClientVpnRoute", "CreateCoipCidr", "CreateCoipPool",
    "CreateCustomerGateway", "CreateDhcpOptions", "CreateEgressOnlyInternetGateway", "CreateFleet",
    "CreateFlowLogs", "CreateFpgaImage", "CreateImage", "CreateInstanceEventWindow",
    "CreateInstanceExportTask", "CreateIpam", "CreateIpamPool", "CreateIpamScope", "CreateKeyPair",
    "CreateLaunchTemplate", "CreateLaunchTemplateVersion", "CreateLocalGatewayRoute",
    "CreateLocalGatewayRouteTable", "CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation",
    "CreateLocalGatewayRouteTableVpcAssociation", "CreateManagedPrefixList",
    "CreateNetworkInsightsAccessScope", "CreateNetworkInsightsPath",
    "CreateNetworkInterfacePermission", "CreatePlacementGroup", "CreatePublicIpv4Pool",
    "CreateReplaceRootVolumeTask", "CreateReservedInstancesListing", "CreateRestoreImageTask",
    "CreateSnapshot", "CreateSnapshots", "CreateSpotDatafeedSubscription", "CreateStoreImageTask",
    "CreateSubnetCidrReservation", "CreateTrafficMirrorFilter", "CreateTrafficMirrorFilterRule",
    "CreateTrafficMirrorSession", "CreateTrafficMirrorTarget", "CreateTransitGateway",
    "CreateTransitGatewayConnect", "CreateTransitGatewayConnectPeer",
    "CreateTransitGatewayMulticastDomain", "CreateTransitGatewayPeeringAttachment",
    "CreateTransitGatewayPolicyTable", "CreateTransitGatewayPrefixListReference",
    "CreateTransitGatewayRoute", "CreateTransitGatewayRouteTable",
    "CreateTransitGatewayRouteTableAnnouncement", "CreateTransitGatewayVpcAttachment",
    "CreateVerifiedAccessEndpoint", "CreateVerifiedAccessGroup", "CreateVerifiedAccessInstance",
    "CreateVerifiedAccessTrustProvider", "CreateVolume", "CreateVpcEndpointConnectionNotification",
    "CreateVpcEndpointServiceConfiguration", "CreateVpnConnection", "CreateVpnConnectionRoute",
    "CreateVpnGateway", "DeleteCarrierGateway", "DeleteClientVpnEndpoint", "DeleteClientVpnRoute",
    "DeleteCoipCidr", "DeleteCoipPool", "DeleteCustomerGateway", "DeleteDhcpOptions",
    "DeleteEgressOnlyInternetGateway", "DeleteFleets", "DeleteFlowLogs", "DeleteFpgaImage",
    "DeleteInstanceEventWindow", "DeleteIpam", "DeleteIpamPool", "DeleteIpamScope",
    "DeleteKeyPair", "DeleteLaunchTemplate", "DeleteLaunchTemplateVersions",
    "DeleteLocalGatewayRoute", "DeleteLocalGatewayRouteTable",
    "DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation",
    "DeleteLocalGatewayRouteTableVpcAssociation", "DeleteManagedPrefixList",
    "DeleteNetworkInsightsAccessScope", "DeleteNetworkInsightsAccessScopeAnalysis",
    "DeleteNetworkInsightsAnalysis", "DeleteNetworkInsightsPath",
    "DeleteNetworkInterfacePermission", "DeletePlacementGroup", "DeletePublicIpv4Pool",
    "DeleteQueuedReservedInstances", "DeleteSnapshot", "DeleteSpotDatafeedSubscription",
    "DeleteSubnetCidrReservation", "DeleteTrafficMirrorFilter", "DeleteTrafficMirrorFilterRule",
    "DeleteTrafficMirrorSession", "DeleteTrafficMirrorTarget", "DeleteTransitGateway",
    "DeleteTransitGatewayConnect", "DeleteTransitGatewayConnectPeer",
    "DeleteTransitGatewayMulticastDomain", "DeleteTransitGatewayPeeringAttachment",
    "DeleteTransitGatewayPolicyTable", "DeleteTransitGatewayPrefixListReference",
    "DeleteTransitGatewayRoute", "DeleteTransitGatewayRouteTable",
    "DeleteTransitGatewayRouteTableAnnouncement", "DeleteTransitGatewayVpcAttachment",
    "DeleteVerifiedAccessEndpoint", "DeleteVerifiedAccessGroup", "DeleteVerifiedAccessInstance",
    "DeleteVerifiedAccessTrustProvider", "DeleteVolume",
    "DeleteVpcEndpointConnectionNotifications", "DeleteVpcEndpointServiceConfigurations",
    "DeleteVpnConnection", "DeleteVpnConnectionRoute", "DeleteVpnGateway", "DeprovisionByoipCidr",
    "DeprovisionIpamPoolCidr", "DeprovisionPublicIpv4PoolCidr", "DeregisterImage",
    "DeregisterInstanceEventNotificationAttributes",
    "DeregisterTransitGatewayMulticastGroupMembers",
    "DeregisterTransitGatewayMulticastGroupSources", "DescribeAddressTransfers",
    "DescribeAddressesAttribute", "DescribeAggregateIdFormat",
    "DescribeAwsNetworkPerformanceMetricSubscriptions", "DescribeBundleTasks",
    "DescribeByoipCidrs", "DescribeCapacityReservationFleets", "DescribeCapacityReservations",
    "DescribeCarrierGateways", "DescribeClassicLinkInstances",
    "DescribeClientVpnAuthorizationRules", "DescribeClientVpnConnections",
    "DescribeClientVpnEndpoints", "DescribeClientVpnRoutes", "DescribeClientVpnTargetNetworks",
    "DescribeCoipPools", "DescribeConversionTasks", "DescribeCustomerGateways",
    "DescribeDhcpOptions", "DescribeEgressOnlyInternetGateways", "DescribeElasticGpus",
    "DescribeExportImageTasks", "DescribeExportTasks", "DescribeFastLaunchImages",
    "DescribeFastSnapshotRestores", "DescribeFleetHistory", "DescribeFleetInstances",
    "DescribeFleets", "DescribeFlowLogs", "DescribeFpgaImageAttribute", "DescribeFpgaImages",
    "DescribeHostReservationOfferings", "DescribeHostReservations", "DescribeHosts",
    "DescribeIamInstanceProfileAssociations", "DescribeIdFormat", "DescribeIdentityIdFormat",
    "DescribeImageAttribute", "DescribeImages", "DescribeImportImageTasks",
    "DescribeImportSnapshotTasks", "DescribeInstanceAttribute",
    "DescribeInstanceCreditSpecifications", "DescribeInstanceEventNotificationAttributes",
    "DescribeInstanceEventWindows", "DescribeInstanceStatus", "DescribeInstanceTypeOfferings",
    "DescribeInstanceTypes", "DescribeInstances", "DescribeIpamPools", "DescribeIpamScopes",
    "DescribeIpams", "DescribeIpv6Pools", "DescribeKeyPairs", "DescribeLaunchTemplateVersions",
    "DescribeLaunchTemplates", "DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations",
    "DescribeLocalGatewayRouteTableVpcAssociations", "DescribeLocalGatewayRouteTables",
    "DescribeLocalGatewayVirtualInterfaceGroups", "DescribeLocalGatewayVirtualInterfaces",
    "DescribeLocalGateways", "DescribeManagedPrefixLists", "DescribeMovingAddresses",
    "DescribeNetworkInsightsAccessScopeAnalyses", "DescribeNetworkInsightsAccessScopes",
    "DescribeNetworkInsightsAnalyses", "DescribeNetworkInsightsPaths",
    "DescribeNetworkInterfaceAttribute", "DescribeNetworkInterfacePermissions",
    "DescribePlacementGroups", "DescribePrefixLists", "DescribePrincipalIdFormat",
    "DescribePublicIpv4Pools", "DescribeReplaceRootVolumeTasks", "DescribeReservedInstances",
    "DescribeReservedInstancesListings", "DescribeReservedInstancesModifications",
    "DescribeReservedInstancesOfferings", "DescribeScheduledInstanceAvailability",
    "DescribeScheduledInstances", "DescribeSecurityGroupReferences", "DescribeSnapshotAttribute",
    "DescribeSnapshotTierStatus", "DescribeSnapshots", "DescribeSpotDatafeedSubscription",
    "DescribeSpotFleetInstances", "DescribeSpotFleetRequestHistory", "DescribeSpotFleetRequests",
    "DescribeSpotInstanceRequests", "DescribeSpotPriceHistory", "DescribeStaleSecurityGroups",
    "DescribeStoreImageTasks", "DescribeTrafficMirrorFilters", "DescribeTrafficMirrorSessions",
    "DescribeTrafficMirrorTargets", "DescribeTransitGatewayAttachments",
    "DescribeTransitGatewayConnectPeers", "DescribeTransitGatewayConnects",
    "DescribeTransitGatewayMulticastDomains", "DescribeTransitGatewayPeeringAttachments",
    "DescribeTransitGatewayPolicyTables", "DescribeTransitGatewayRouteTableAnnouncements",
    "DescribeTransitGatewayRouteTables", "DescribeTransitGatewayVpcAttachments",
    "DescribeTransitGateways", "DescribeTrunkInterfaceAssociations",
    "DescribeVerifiedAccessEndpoints", "DescribeVerifiedAccessGroups",
    "DescribeVerifiedAccessInstanceLoggingConfigurations", "DescribeVerifiedAccessInstances",
    "DescribeVerifiedAccessTrustProviders", "DescribeVolumeAttribute", "DescribeVolumeStatus",
    "DescribeVolumes", "DescribeVolumesModifications", "DescribeVpcClassicLink",
    "DescribeVpcClassicLinkDnsSupport", "DescribeVpcEndpointConnectionNotifications",
    "DescribeVpcEndpointConnections", "DescribeVpcEndpointServiceConfigurations",
    "DescribeVpcEndpointServicePermissions", "DescribeVpcEndpointServices",
    "DescribeVpnConnections", "DescribeVpnGateways", "DetachClassicLinkVpc",
    "DetachNetworkInterface", "DetachVerifiedAccessTrustProvider", "DetachVolume",
    "DetachVpnGateway", "DisableAddressTransfer", "DisableAwsNetworkPerformanceMetricSubscription",
    "DisableEbsEncryptionByDefault", "DisableFastLaunch", "DisableFastSnapshotRestores",
    "DisableImageDeprecation", "DisableIpamOrganizationAdminAccount", "DisableSerialConsoleAccess",
    "DisableTransitGatewayRouteTablePropagation", "DisableVgwRoutePropagation",
    "DisableVpcClassicLink", "DisableVpcClassicLinkDnsSupport",
    "DisassociateClientVpnTargetNetwork", "DisassociateEnclaveCertificateIamRole",
    "DisassociateIamInstanceProfile", "DisassociateInstanceEventWindow",
    "DisassociateSubnetCidrBlock", "DisassociateTransitGatewayMulticastDomain",
    "DisassociateTransitGatewayPolicyTable", "DisassociateTransitGatewayRouteTable",
    "DisassociateTrunkInterface", "EnableAddressTransfer",
    "EnableAwsNetworkPerformanceMetricSubscription", "EnableEbsEncryptionByDefault",
    "EnableFastLaunch", "EnableFastSnapshotRestores", "EnableImageDeprecation",
    "EnableIpamOrganizationAdminAccount", "EnableReachabilityAnalyzerOrganizationSharing",
    "EnableSerialConsoleAccess", "EnableTransitGatewayRouteTablePropagation",
    "EnableVgwRoutePropagation", "EnableVolumeIO", "EnableVpcClassicLink",
    "EnableVpcClassicLinkDnsSupport", "ExportClientVpnClientCertificateRevocationList",
    "ExportClientVpnClientConfiguration", "ExportImage", "ExportTransitGatewayRoutes",
    "GetAssociatedEnclaveCertificateIamRoles", "GetAssociatedIpv6PoolCidrs",
    "GetAwsNetworkPerformanceData", "GetCapacityReservationUsage", "GetCoipPoolUsage",
    "GetConsoleOutput", "GetConsoleScreenshot", "GetDefaultCreditSpecification",
    "GetEbsDefaultKmsKeyId", "GetEbsEncryptionByDefault", "GetFlowLogsIntegrationTemplate",
    "GetGroupsForCapacityReservation", "GetHostReservationPurchasePreview",
    "GetInstanceTypesFromInstanceRequirements", "GetInstanceUefiData", "GetIpamAddressHistory",
    "GetIpamPoolAllocations", "GetIpamPoolCidrs", "GetIpamResourceCidrs", "GetLaunchTemplateData",
    "GetManagedPrefixListAssociations", "GetManagedPrefixListEntries",
    "GetNetworkInsightsAccessScopeAnalysisFindings", "GetNetworkInsightsAccessScopeContent",
    "GetPasswordData", "GetReservedInstancesExchangeQuote", "GetSerialConsoleAccessStatus",
    "GetSpotPlacementScores", "GetSubnetCidrReservations",
    "GetTransitGatewayAttachmentPropagations", "GetTransitGatewayMulticastDomainAssociations",
    "GetTransitGatewayPolicyTableAssociations", "GetTransitGatewayPolicyTableEntries",
    "GetTransitGatewayPrefixListReferences", "GetTransitGatewayRouteTableAssociations",
    "GetTransitGatewayRouteTablePropagations", "GetVerifiedAccessEndpointPolicy",
    "GetVerifiedAccessGroupPolicy", "GetVpnConnectionDeviceSampleConfiguration",
    "GetVpnConnectionDeviceTypes", "ImportClientVpnClientCertificateRevocationList", "ImportImage",
    "ImportInstance", "ImportKeyPair", "ImportSnapshot", "ImportVolume", "ListImagesInRecycleBin",
    "ListSnapshotsInRecycleBin", "ModifyAddressAttribute", "ModifyAvailabilityZoneGroup",
    "ModifyCapacityReservation", "ModifyCapacityReservationFleet", "ModifyClientVpnEndpoint",
    "ModifyDefaultCreditSpecification", "ModifyEbsDefaultKmsKeyId", "ModifyFleet",
    "ModifyFpgaImageAttribute", "ModifyHosts", "ModifyIdFormat", "ModifyIdentityIdFormat",
    "ModifyImageAttribute", "ModifyInstanceAttribute",
    "ModifyInstanceCapacityReservationAttributes", "ModifyInstanceCreditSpecification",
    "ModifyInstanceEventStartTime", "ModifyInstanceEventWindow",
    "ModifyInstanceMaintenanceOptions", "ModifyInstanceMetadataOptions", "ModifyInstancePlacement",
    "ModifyIpam", "ModifyIpamPool", "ModifyIpamResourceCidr", "ModifyIpamScope",
    "ModifyLaunchTemplate", "ModifyLocalGatewayRoute", "ModifyManagedPrefixList",
    "ModifyNetworkInterfaceAttribute", "ModifyPrivateDnsNameOptions", "ModifyReservedInstances",
    "ModifySnapshotAttribute", "ModifySnapshotTier", "ModifySpotFleetRequest",
    "ModifyTrafficMirrorFilterNetworkServices", "ModifyTrafficMirrorFilterRule",
    "ModifyTrafficMirrorSession", "ModifyTransitGateway",
    "ModifyTransitGatewayPrefixListReference", "ModifyTransitGatewayVpcAttachment",
    "ModifyVerifiedAccessEndpoint", "ModifyVerifiedAccessEndpointPolicy",
    "ModifyVerifiedAccessGroup", "ModifyVerifiedAccessGroupPolicy", "ModifyVerifiedAccessInstance",
    "ModifyVerifiedAccessInstanceLoggingConfiguration", "ModifyVerifiedAccessTrustProvider",
    "ModifyVolume", "ModifyVolumeAttribute", "ModifyVpcEndpointConnectionNotification",
    "ModifyVpcEndpointServiceConfiguration", "ModifyVpcEndpointServicePayerResponsibility",
    "ModifyVpcEndpointServicePermissions", "ModifyVpcPeeringConnectionOptions", "ModifyVpcTenancy",
    "ModifyVpnConnection", "ModifyVpnConnectionOptions", "ModifyVpnTunnelCertificate",
    "ModifyVpnTunnelOptions", "MonitorInstances", "MoveAddressToVpc", "MoveByoipCidrToIpam",
    "ProvisionByoipCidr", "ProvisionIpamPoolCidr", "ProvisionPublicIpv4PoolCidr",
    "PurchaseHostReservation", "PurchaseReservedInstancesOffering", "PurchaseScheduledInstances",
    "RebootInstances", "RegisterImage", "RegisterInstanceEventNotificationAttributes",
    "RegisterTransitGatewayMulticastGroupMembers", "RegisterTransitGatewayMulticastGroupSources",
    "RejectTransitGatewayMulticastDomainAssociations", "RejectTransitGatewayPeeringAttachment",
    "RejectTransitGatewayVpcAttachment", "RejectVpcEndpointConnections", "ReleaseHosts",
    "ReleaseIpamPoolAllocation", "ReplaceIamInstanceProfileAssociation",
    "ReplaceTransitGatewayRoute", "ReportInstanceStatus", "RequestSpotFleet",
    "RequestSpotInstances", "ResetAddressAttribute", "ResetEbsDefaultKmsKeyId",
    "ResetFpgaImageAttribute", "ResetImageAttribute", "ResetInstanceAttribute",
    "ResetNetworkInterfaceAttribute", "ResetSnapshotAttribute", "RestoreAddressToClassic",
    "RestoreImageFromRecycleBin", "RestoreManagedPrefixListVersion",
    "RestoreSnapshotFromRecycleBin", "RestoreSnapshotTier", "RevokeClientVpnIngress",
    "RunInstances", "RunScheduledInstances", "SearchLocalGatewayRoutes",
    "SearchTransitGatewayMulticastGroups", "SearchTransitGatewayRoutes", "SendDiagnosticInterrupt",
    "StartInstances", "StartNetworkInsightsAccessScopeAnalysis", "StartNetworkInsightsAnalysis",
    "StartVpcEndpointServicePrivateDnsVerification", "StopInstances",
    "TerminateClientVpnConnections", "TerminateInstances", "UnassignIpv6Addresses",
    "UnassignPrivateIpAddresses", "UnmonitorInstances", "WithdrawByoipCidr", NULL,
};

const struct bs_service_shape bs_service_shape_ec2 = {
    .name = "ec2",
    .signing_name = "ec2",
    .host_prefix = "ec2",
    .api_version = "2016-11-15",
    .xml_namespace = "http://ec2.amazonaws.com/doc/2016-11-15/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_EC2,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
};
