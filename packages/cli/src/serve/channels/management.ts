import { explainRejection, type Answer, type Channel } from './channel.ts';

/** The Management API. Its errors do not contain the strings of an Action. */
export const managementChannel: Channel = {
  name: 'Management API',
  created: (user) => ({ status: 201, body: user }),
  rejected(rejection) {
    const message = explainRejection(rejection);
    switch (rejection.type) {
      case 'malformed':
        return toApiError(400, message, 'invalid_body');
      case 'user-exists':
        return toApiError(409, message, 'auth0_idp_error');
      case 'weak-password':
        return toApiError(400, `PasswordStrengthError: ${message}`, 'auth0_idp_error');
    }
  },
  // With 500, the vendor's client would repeat the signup.
  refused: () => toApiError(400, 'Sandbox error', 'auth0_idp_error'),
  grades: { denied: 'observed', invalid: 'observed', failed: 'observed' },
};

const errorNames: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
};

/** An error of the Management API. */
export const toApiError = (statusCode: number, message: string, errorCode: string): Answer => ({
  status: statusCode,
  body: { statusCode, error: errorNames[statusCode], message, errorCode },
});
