import type { Outcome } from '../folds/outcome.ts';
import { genericMessages, type SignupResponse } from './signup-response.ts';

/** What `POST /dbconnections/signup` answers: a denial's reason is no secret there (R2). */
export function toPlatformResponse(outcome: Outcome): SignupResponse {
  switch (outcome.status) {
    case 'allowed':
      return { status: 200, body: {} };
    case 'denied': {
      const { reason, userMessage } = outcome.refusal;
      return toPlatformRefusal(reason, userMessage);
    }
    case 'invalid': {
      const { errorCode, errorMessage } = outcome.refusal;
      return toPlatformRefusal(errorCode, errorMessage);
    }
    case 'failed':
      return { status: 500, body: { statusCode: 500, message: genericMessages.failed } };
  }
}

const toPlatformRefusal = (reason: string, friendly: string): SignupResponse => ({
  status: 400,
  body: { statusCode: 400, message: reason, description: reason, friendly_message: friendly },
});
