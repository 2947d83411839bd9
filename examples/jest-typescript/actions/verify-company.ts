import type { PreUserRegistrationAction } from '@signup-actions/types';

export type Companies = {
  secrets: { REGISTER_URL: string };
  body: { 'ulp-company-number'?: string };
  userMetadata: { company?: string };
};

/** Looks a company up in the public register. Without an answer nobody gets in: the flow fails. */
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
  if (!response.ok) throw new Error(`the company register answered ${response.status}`);
  const { name } = (await response.json()) as { name: string };
  api.user.setUserMetadata('company', name);
};
