import type { BetterAuthOptions } from 'better-auth';
import {
  admin,
  anonymous,
  emailOTP,
  genericOAuth,
  magicLink,
  phoneNumber,
  siwe,
  username,
} from 'better-auth/plugins';
import type { TestAuth } from './create-test-auth.ts';

/** What Better Auth sent, by address. */
const outbox = new Map<string, string>();

/** Plugins and providers of Better Auth that create users. What would need their services is replaced; nothing else is. */
export const roadOptions: BetterAuthOptions = {
  socialProviders: {
    google: {
      clientId: 'client',
      clientSecret: 'secret',
      verifyIdToken: async () => true,
      getUserInfo: async () => ({
        user: { email: 'ada@example.com', name: 'Ada', emailVerified: true },
        data: { sub: 'g1', email: 'ada@example.com' } as never,
      }),
    },
  },
  plugins: [
    username(),
    admin(),
    anonymous(),
    magicLink({ sendMagicLink: async ({ email, token }) => void outbox.set(email, token) }),
    emailOTP({ sendVerificationOTP: async ({ email, otp }) => void outbox.set(email, otp) }),
    phoneNumber({
      sendOTP: ({ phoneNumber: to, code }) => void outbox.set(to, code),
      signUpOnVerification: { getTempEmail: (to) => `${to.slice(1)}@phone.example` },
    }),
    siwe({
      domain: 'localhost:3000',
      getNonce: async () => 'abcdefgh12345678',
      verifyMessage: async () => true,
    }),
    genericOAuth({
      config: [
        {
          providerId: 'acme',
          clientId: 'client',
          clientSecret: 'secret',
          authorizationUrl: 'https://id.acme.example/authorize',
          tokenUrl: 'https://id.acme.example/token',
          getToken: async () => ({ accessToken: 'token' }),
          getUserInfo: async () => ({
            id: 'a1',
            email: 'ada@example.com',
            name: 'Ada',
            emailVerified: true,
          }),
        },
      ],
    }),
  ],
};

/** A way in which a user is created. */
export interface Road {
  readonly name: string;
  /** The file of Better Auth that creates the user. */
  readonly file: string;
  readonly strategy: string;
  readonly take: (auth: TestAuth) => Promise<unknown>;
}

const email = 'ada@example.com';
const phone = '+12025550123';
const wallet = '0x5FbDB2315678afecb367f032d93F642f64180aa3';

/** Every way in which Better Auth 1.7 and its own plugins create a user. */
export const roads: readonly Road[] = [
  {
    name: 'e-mail and password',
    file: 'api/routes/sign-up.mjs',
    strategy: 'auth0',
    take: ({ signUp }) => signUp(email),
  },
  {
    name: 'user name and password',
    file: 'api/routes/sign-up.mjs',
    strategy: 'auth0',
    take: ({ signUp }) => signUp(email, { username: 'ada_l' }),
  },
  {
    name: 'code of the server that signs a user up',
    file: 'api/routes/sign-up.mjs',
    strategy: 'auth0',
    take: ({ auth }) =>
      auth.api.signUpEmail({ body: { email, name: 'Ada', password: 'correct horse' } }),
  },
  {
    name: 'a magic link',
    file: 'plugins/magic-link/index.mjs',
    strategy: 'email',
    async take({ send }) {
      await send('/sign-in/magic-link', { email });
      return send(`/magic-link/verify?token=${outbox.get(email)}`);
    },
  },
  {
    name: 'a code by e-mail',
    file: 'plugins/email-otp/routes.mjs',
    strategy: 'email',
    async take({ send }) {
      await send('/email-otp/send-verification-otp', { email, type: 'sign-in' });
      return send('/sign-in/email-otp', { email, otp: outbox.get(email), provider: 'auth0' });
    },
  },
  {
    name: 'a code by SMS',
    file: 'plugins/phone-number/routes.mjs',
    strategy: 'sms',
    async take({ send }) {
      await send('/phone-number/send-otp', { phoneNumber: phone });
      return send('/phone-number/verify', { phoneNumber: phone, code: outbox.get(phone) });
    },
  },
  {
    name: 'an anonymous user',
    file: 'plugins/anonymous/index.mjs',
    strategy: 'anonymous',
    take: ({ send }) => send('/sign-in/anonymous', {}),
  },
  {
    name: 'a wallet',
    file: 'plugins/siwe/index.mjs',
    strategy: 'siwe',
    async take({ send }) {
      await send('/siwe/nonce', {});
      const message = [
        `localhost:3000 wants you to sign in with your Ethereum account:`,
        wallet,
        '',
        'Sign in.',
        '',
        'URI: http://localhost:3000',
        'Version: 1',
        'Chain ID: 1',
        'Nonce: abcdefgh12345678',
        `Issued At: ${new Date().toISOString()}`,
      ].join('\n');
      return send('/siwe/verify', { message, signature: `0x${'1'.repeat(130)}` });
    },
  },
  {
    name: 'the token of a social provider',
    file: 'oauth2/link-account.mjs',
    strategy: 'google',
    take: ({ send }) =>
      send('/sign-in/social', { provider: 'google', idToken: { token: 'token' } }),
  },
  {
    name: 'the callback of an OAuth provider',
    file: 'oauth2/link-account.mjs',
    strategy: 'acme',
    async take({ send }) {
      const { body } = await send('/sign-in/social', { provider: 'acme', callbackURL: '/' });
      const state = new URL(String(body['url'])).searchParams.get('state');
      return send(`/callback/acme?code=1&state=${state}`);
    },
  },
  {
    name: 'an administrator',
    file: 'plugins/admin/routes.mjs',
    strategy: 'auth0',
    take: ({ auth }) =>
      (auth.api as unknown as { createUser: (options: object) => Promise<unknown> }).createUser({
        body: { email, name: 'Ada', password: 'correct horse' },
      }),
  },
  {
    name: 'code of the server without an endpoint',
    file: 'db/internal-adapter.mjs',
    strategy: 'auth0',
    take: async ({ auth }) =>
      (await auth.$context).internalAdapter.createUser(
        { email, name: 'Ada', emailVerified: false },
        { method: 'email-password' },
      ),
  },
];
