import type { PreUserRegistrationAction } from '@signup-actions/types';

export type Companies = {
  secrets: { REGISTER_URL: string };
  body: { 'ulp-company-number'?: string };
  userMetadata: { company?: string };
};

/** Looks up a company in the public register. If the register is down, the flow fails and the signup is refused. */
export const onExecutePreUserRegistration: PreUserRegistrationAction<Companies> = async (
  event,
  api,
) => {
  const number = event.request.body['ulp-company-number'] ?? '';
  const response = await fetch(
    `${event.secrets.REGISTER_URL}/companies/${encodeURIComponent(number)}`,
  );

  if (response.status === 404) {
    return api.validation.error('company_unknown', 'We cannot find this company number.');
  }
  if (!response.ok) throw new Error(`the company register returned ${response.status}`);
  const { name } = (await response.json()) as { name: string };
  api.user.setUserMetadata('company', name);
};
