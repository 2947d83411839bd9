import type { PreUserRegistrationAction } from '@signup-actions/types';

type Tags = { appMetadata: { source?: 'api' | 'login page'; country?: string } };

/** Stores how and where a user signed up. Passwordless connections have no metadata. */
export const onExecutePreUserRegistration: PreUserRegistrationAction<Tags> = async (event, api) => {
  if (event.connection.strategy !== 'auth0') return;
  api.user.setAppMetadata('source', event.transaction ? 'login page' : 'api');
  const { countryCode } = event.request.geoip;
  if (countryCode) api.user.setAppMetadata('country', countryCode);
};
