const assert = require('node:assert/strict');
const { test } = require('node:test');
const { createPreSignUpHandler } = require('@signup-actions/hooks/cognito');

const event = {
  triggerSource: 'PreSignUp_SignUp',
  userPoolId: 'eu-west-1_example',
  userName: 'ada',
  request: { userAttributes: { email: 'ada@example.com' } },
};

void test('a trigger of Cognito runs without any library of another platform', async () => {
  /** @type {import('@signup-actions/hooks').DecideOptions['actions']} */
  const actions = [
    {
      name: 'refuse',
      handler: async (_event, api) => {
        api.access.deny('no', 'Not now.');
      },
    },
  ];

  assert.equal(await createPreSignUpHandler({ actions: [] })(event), event);
  await assert.rejects(createPreSignUpHandler({ actions })(event), new Error('Not now.'));
});
