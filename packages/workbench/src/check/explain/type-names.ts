/** How an author writes a value of each of our types. */
const eventTypes: Readonly<Record<string, string>> = {
  Event: 'event',
  EventUser: 'event.user',
  EventConnection: 'event.connection',
  EventRequest: 'event.request',
  GeoIp: 'event.request.geoip',
  EventTenant: 'event.tenant',
  EventTransaction: 'event.transaction',
  EventClient: 'event.client',
  EventCustomDomain: 'event.custom_domain',
  EventAuthentication: 'event.authentication',
  RiskAssessment: 'event.authentication.riskAssessment',
  SupplementalRisk: 'event.authentication.riskAssessment.supplemental',
  AkamaiRisk: 'event.authentication.riskAssessment.supplemental.akamai',
  AkamaiBot: 'event.authentication.riskAssessment.supplemental.akamai.akamaiBot',
  AkamaiUserRisk: 'event.authentication.riskAssessment.supplemental.akamai.akamaiUserRisk',
  EventSecurityContext: 'event.security_context',
  EventExperiment: 'event.experiment',
  EventAnonymousSession: 'event.anonymous_session',
};

const apiTypes: Readonly<Record<string, string>> = {
  PreUserRegistrationAPI: 'api',
  AccessAPI: 'api.access',
  CacheAPI: 'api.cache',
  UserAPI: 'api.user',
  ValidationAPI: 'api.validation',
};

/** How an author writes a value of this type, if it is one of our types; absent for any other type. */
export function toWrittenType(type: string): string | undefined {
  const name = type.replaceAll(/ \| (undefined|null)\b/g, '').replace(/^(undefined|null) \| /, '');
  const bare = name.replace(/<.*$/s, '');
  return eventTypes[bare] ?? apiTypes[bare];
}

/** Whether an error of the compiler mentions one of our types. */
export const mentionsOurType = (message: string): boolean =>
  /\b('Event'|Event<Shape>|Event[A-Z]\w+|GeoIp|Cache(Record|Error|SetSuccess|DeleteSuccess)|(PreUserRegistration|Access|Cache|User|Validation)API)\b/.test(
    message,
  );
