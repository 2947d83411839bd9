import type { V1Handler } from '@signup-actions/types/v1';

// a refusal without a message for the user
// error: is not assignable to type
export const silent: V1Handler = async () => ({ command: { type: 'deny', reason: 'disposable' } });

// the api of version 2
// error: Property 'access' does not exist on type 'V1Context'
export const mixed: V1Handler = async (_event, api) => void api.access.deny('reason', 'message');
