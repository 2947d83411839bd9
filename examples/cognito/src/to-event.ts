import type { SignupEvent } from '@signup-actions/runtime-core';
import type { PreSignUpTriggerEvent } from 'aws-lambda';

/** Converts Cognito's event to the one that Actions receive. Throws if it is not an event of Cognito. */
export const toEvent = ({ request, userPoolId }: PreSignUpTriggerEvent): SignupEvent => {
  const { email, phone_number, name, given_name, family_name } = request.userAttributes;
  return {
    tenant: { id: userPoolId },
    connection: { id: userPoolId, name: userPoolId, strategy: 'auth0' },
    request: {
      body: { ...request.clientMetadata, ...request.validationData },
      geoip: {},
      // Cognito does not send the address: Actions that count by address count all users together.
      ip: '0.0.0.0',
      method: 'POST',
    },
    user: {
      app_metadata: {},
      user_metadata: {},
      ...(email !== undefined && { email }),
      ...(phone_number !== undefined && { phone_number }),
      ...(name !== undefined && { name }),
      ...(given_name !== undefined && { given_name }),
      ...(family_name !== undefined && { family_name }),
    },
  };
};
