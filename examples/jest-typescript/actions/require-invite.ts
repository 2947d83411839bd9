import type { PreUserRegistrationAction } from '@signup-actions/types';

export type Invites = {
  secrets: { INVITE_CODES: string };
  body: { 'ulp-invite'?: string };
};

/** Allows users who enter an invite code. The secret is a comma-separated list of codes. */
export const onExecutePreUserRegistration: PreUserRegistrationAction<Invites> = async (
  event,
  api,
) => {
  const codes = event.secrets.INVITE_CODES.split(',').map((code) => code.trim());
  const invite = event.request.body['ulp-invite']?.trim() ?? '';

  if (!codes.includes(invite)) {
    return api.validation.error('invite_unknown', 'This invite code is not valid.');
  }
  api.user.setAppMetadata('invited_with', invite);
};
