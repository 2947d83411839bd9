// Signs requests as Supabase and WorkOS do, sends them to the built hooks on every platform, and returns what these decide.
import { createHookHandler } from '@signup-actions/hooks';
import { createPreSignUpHandler } from '@signup-actions/hooks/cognito';
import { supabase } from '@signup-actions/hooks/supabase';
import { workos } from '@signup-actions/hooks/workos';
import { WorkOS } from '@workos-inc/node';
import { Webhook } from 'standardwebhooks';

const secret = 'whsec_YSBzZWNyZXQgb2YgdGhlIHRlc3Rz';
const { webhooks } = new WorkOS({ clientId: 'tests' });

const actions = [
  {
    name: 'block-disposable-domains',
    async handler(event, api) {
      if (event.user.email.endsWith('@disposable.example')) api.access.deny('no', 'Not with ☂.');
    },
  },
];

const post = (body, headers) =>
  new Request('https://hook.example/', { method: 'POST', body, headers });

const forSupabase = (email) => {
  const metadata = { name: 'before-user-created' };
  const user = { id: '1', email, app_metadata: { provider: 'email' } };
  const body = JSON.stringify({ metadata, user });
  const time = new Date();
  return post(body, {
    'webhook-id': email,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(email, time, body),
  });
};

const forWorkos = async (email) => {
  const object = 'user_registration_action_context';
  const body = JSON.stringify({ object, user_data: { email } });
  const time = Date.now();
  const signature = await webhooks.computeSignature(time, body, secret);
  return post(body, { 'workos-signature': `t=${time}, v1=${signature}` });
};

export async function decide() {
  const texts = [];
  const supabaseHook = createHookHandler({ platform: supabase, secret: `v1,${secret}`, actions });
  const workosHook = createHookHandler({ platform: workos, secret, actions });
  const preSignUp = createPreSignUpHandler({ actions });
  for (const email of ['ada@example.com', 'mallory@disposable.example']) {
    const signed = forSupabase(email);
    const copy = signed.clone();
    texts.push(await (await supabaseHook(signed)).text());
    const { status } = await supabaseHook(copy);
    texts.push(`again: ${status}`);
    const verdict = await (await workosHook(await forWorkos(email))).json();
    texts.push(`${verdict.payload.verdict} ${verdict.payload.error_message}`);
    const event = {
      triggerSource: 'PreSignUp_SignUp',
      userPoolId: 'pool',
      userName: 'ada',
      request: { userAttributes: { email } },
    };
    texts.push(await preSignUp(event).then(() => 'created', String));
  }
  return texts.join('\n');
}
