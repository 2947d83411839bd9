import { DatabaseSync } from 'node:sqlite';
import { signupActions } from '@signup-actions/better-auth';
import { betterAuth } from 'better-auth';

export const database = new DatabaseSync(':memory:');

export const auth = betterAuth({
  baseURL: 'http://localhost:3000',
  secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
  database,
  emailAndPassword: { enabled: true },
  plugins: [
    signupActions({
      actions: [
        {
          name: 'tag',
          handler: async (event, api) => {
            if (event.user.email?.endsWith('@disposable.example')) {
              api.access.deny('disposable', 'Not today.');
            }
            api.user.setUserMetadata('plan', 'free');
          },
        },
      ],
    }),
  ],
});
