import { toPlatformResponse } from '@signup-actions/runtime-core';
import {
  explainRejection,
  toBareId,
  type Answer,
  type Channel,
  type Rejection,
} from './channel.ts';

/** `POST /dbconnections/signup`. */
export const databaseChannel: Channel = {
  name: 'POST /dbconnections/signup',
  created(user) {
    const { user_id, app_metadata: _, identities: _identities, ...rest } = user;
    const { created_at: _created, updated_at: _updated, ...profile } = rest;
    return { status: 200, body: { _id: toBareId(user_id), ...profile } };
  },
  rejected(rejection) {
    const message = explainRejection(rejection);
    if (rejection.type !== 'weak-password') return toBadRequest(codes[rejection.type], message);
    const { rules } = rejection;
    return {
      status: 400,
      body: {
        name: 'PasswordStrengthError',
        code: 'invalid_password',
        message,
        description: { rules, verified: false },
        policy: rules.map((rule) => `* ${rule.message}`).join('\n'),
        statusCode: 400,
      },
    };
  },
  refused: toPlatformResponse,
  grades: { denied: 'observed', invalid: 'observed', failed: 'our choice' },
};

const codes = {
  malformed: 'invalid_request',
  'user-exists': 'user_exists',
} satisfies Partial<Record<Rejection['type'], string>>;

const toBadRequest = (code: string, description: string): Answer => ({
  status: 400,
  body: { name: 'BadRequestError', code, message: description, description, statusCode: 400 },
});
