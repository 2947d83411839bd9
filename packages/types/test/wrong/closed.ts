import type { Event } from '@signup-actions/types';

declare const event: Event;
const risk = event.authentication?.riskAssessment;

// an unknown property of the event
// error: Property 'unknown' does not exist on type 'Event<Shape>'
event.unknown;

// an unknown property of the client
// error: Property 'unknown' does not exist on type 'EventClient'
event.client?.unknown;

// an unknown property of the connection
// error: Property 'unknown' does not exist on type 'EventConnection'
event.connection.unknown;

// an unknown property of the custom domain
// error: Property 'unknown' does not exist on type 'EventCustomDomain'
event.custom_domain?.unknown;

// an unknown property of the request
// error: Property 'unknown' does not exist on type 'EventRequest<Shape>'
event.request.unknown;

// an unknown property of the location
// error: Property 'unknown' does not exist on type 'GeoIp'
event.request.geoip.unknown;

// an unknown property of the fingerprints
// error: Property 'unknown' does not exist on type 'EventSecurityContext'
event.security_context?.unknown;

// an unknown property of the tenant
// error: Property 'unknown' does not exist on type 'EventTenant'
event.tenant.unknown;

// an unknown property of the transaction
// error: Property 'unknown' does not exist on type 'EventTransaction'
event.transaction?.unknown;

// an unknown property of the user
// error: Property 'unknown' does not exist on type 'EventUser<Shape>'
event.user.unknown;

// an unknown property of the experiment
// error: Property 'unknown' does not exist on type 'EventExperiment'
event.experiment?.unknown;

// an unknown property of a setting of the experiment
// error: Property 'unknown' does not exist on type 'EventExperimentSetting'
event.experiment?.config['colour']?.unknown;

// an unknown property of the anonymous session
// error: Property 'unknown' does not exist on type 'EventAnonymousSession'
event.anonymous_session?.unknown;

// an unknown property of the authentication
// error: Property 'unknown' does not exist on type 'EventAuthentication'
event.authentication?.unknown;

// an unknown property of the risk assessment
// error: Property 'unknown' does not exist on type 'RiskAssessment'
risk?.unknown;

// an unknown property of the supplemental risk
// error: Property 'unknown' does not exist on type 'SupplementalRisk'
risk?.supplemental?.unknown;

// an unknown property of the risk that Akamai found
// error: Property 'unknown' does not exist on type 'AkamaiRisk'
risk?.supplemental?.akamai?.unknown;

// an unknown property of the result of Akamai's bot detection
// error: Property 'unknown' does not exist on type 'AkamaiBot'
risk?.supplemental?.akamai?.akamaiBot?.unknown;

// an unknown property of the result of Akamai's account protection
// error: Property 'unknown' does not exist on type 'AkamaiUserRisk'
risk?.supplemental?.akamai?.akamaiUserRisk?.unknown;

// a new event with a property that this trigger does not have
// error: 'user_id' does not exist in type 'EventUser<Shape>'
export const user: Event['user'] = { email: 'ada@example.com', user_id: 'auth0|1' };
