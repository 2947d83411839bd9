import type { Event, PreUserRegistrationAPI } from '@signup-actions/types';
export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {
  const name: string = event.user.name;
  const city: string = event.request.geoip.cityName ?? 'none';
  api.user.setUserMetadata('label', `${name} in ${city}`);
};
