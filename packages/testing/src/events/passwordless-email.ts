import type { Event } from '@signup-actions/types';
import { universalLogin } from './universal-login.ts';

/** A first login by a code or link in an e-mail; such a connection stores no metadata (M10). */
export const passwordlessEmail = (): Event => ({
  ...universalLogin(),
  connection: { id: 'con_exampleEmail00001', name: 'email', strategy: 'email', metadata: {} },
});
