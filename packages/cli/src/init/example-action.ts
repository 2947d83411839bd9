import type { Step } from './step.ts';

/** An Action to begin with, which `init --example` writes. */
export const exampleAction: Step = {
  path: 'block-domains.js',
  type: 'create',
  text: `/**
 * Refuses addresses of disposable mailboxes, at these domains and their subdomains.
 *
 * @type {import('@signup-actions/types').PreUserRegistrationAction}
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = ['disposable.example', 'tempmail.example'];
  const name = event.user.email?.split('@').pop()?.trim().toLowerCase();
  // A trailing dot does not change a domain.
  const domain = name?.replace(/\\.$/, '');
  if (!domain) return;

  if (blocked.some((above) => domain === above || domain.endsWith(\`.\${above}\`))) {
    return api.access.deny(
      \`disposable domain \${domain}\`,
      'Please use another e-mail address.',
    );
  }
};
`,
  note: 'created: an example to begin with',
};
