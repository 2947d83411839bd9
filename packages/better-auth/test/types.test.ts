import { signupActions } from '@signup-actions/better-auth';
import { betterAuth } from 'better-auth';
import { expectTypeOf, it } from 'vitest';

it('the user of a session has user metadata, and no app metadata', () => {
  const auth = () =>
    betterAuth({ plugins: [signupActions({ actions: [] })], emailAndPassword: { enabled: true } });
  type User = ReturnType<typeof auth>['$Infer']['Session']['user'];

  expectTypeOf<User>().toHaveProperty('userMetadata');
  expectTypeOf<User>().not.toHaveProperty('appMetadata');
});
