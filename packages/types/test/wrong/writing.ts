import type { Event } from '@signup-actions/types';

declare const event: Event;
declare const declared: Event<{ userMetadata: { plan?: string }; secrets: { API_KEY: string } }>;

// an assignment to the email address
// error: Cannot assign to 'email' because it is a read-only property
event.user.email = 'ada@example.com';

// an assignment to the metadata
// error: Cannot assign to 'app_metadata' because it is a read-only property
event.user.app_metadata = { plan: 'free' };

// an assignment to a property of the metadata
// error: only permits reading
event.user.app_metadata!['plan'] = 'free';

// an assignment to a property of declared metadata
// error: Cannot assign to 'plan' because it is a read-only property
declared.user.user_metadata!.plan = 'free';

// an assignment to a secret
// error: Cannot assign to 'API_KEY' because it is a read-only property
declared.secrets.API_KEY = 'none';

// an assignment to a field of the form
// error: only permits reading
event.request.body['ulp-company'] = 'Analytical Engines';

// a call that adds a scope
// error: Property 'push' does not exist on type 'readonly string[]'
event.transaction?.requested_scopes.push('profile');
