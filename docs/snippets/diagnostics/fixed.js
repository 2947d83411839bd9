// #region handler-not-async
/** @type {import('@signup-actions/types').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setAppMetadata('plan', 'free');
};
// #endregion handler-not-async

/**
 * The mistakes of `mistakes.js`, fixed.
 *
 * @type {Record<string, import('@signup-actions/types').PreUserRegistrationAction<{
 *   secrets: { SCORE_KEY: string }, body: { 'ulp-company'?: string },
 * }>>}
 */
exports.fixed = {
  'argument-not-a-string': async (event, api) => {
    // #region argument-not-a-string
    const error = new Error('blocked country');
    return api.access.deny(error.message, 'Please contact us.');
    // #endregion argument-not-a-string
  },
  'cache-default-lifetime': async (event, api) => {
    // #region cache-default-lifetime
    const attempts = Number(api.cache.get('attempts')?.value ?? 0) + 1;
    api.cache.set('attempts', String(attempts), { ttl: 3_600_000 });
    // #endregion cache-default-lifetime
  },
  'call-after-refusal': async (event, api) => {
    // #region call-after-refusal
    if (!event.user.given_name)
      return api.access.deny('no name', 'Please give your name.');
    // #endregion call-after-refusal
    api.user.setUserMetadata('greeting', 'Hello');
  },
  'deny-without-user-message': async (event, api) => {
    // #region deny-without-user-message
    return api.access.deny('blocked country', 'We are not in your country yet.');
    // #endregion deny-without-user-message
  },
  'handler-not-async': exports.onExecutePreUserRegistration,
  'late-call': async (event, api) => {
    // #region late-call
    const reputation = await askReputation(event.user.email);
    if (reputation === 'bad')
      return api.access.deny('bad reputation', 'Please contact us.');
    // #endregion late-call
  },
  'metadata-not-json': async (event, api) => {
    // #region metadata-not-json
    api.user.setAppMetadata('signed_up_at', new Date(0).toISOString());
    // #endregion metadata-not-json
  },
  'metadata-on-passwordless': async (event, api) => {
    // #region metadata-on-passwordless
    const { strategy } = event.connection;
    if (strategy === 'email' || strategy === 'sms') return;
    api.user.setUserMetadata('language', event.request.language ?? 'en');
    // #endregion metadata-on-passwordless
  },
  'metadata-undefined': async (event, api) => {
    // #region metadata-undefined
    api.user.setUserMetadata('company', event.request.body['ulp-company'] ?? null);
    // #endregion metadata-undefined
  },
  'secret-exposed': async (event, api) => {
    // #region secret-exposed
    return api.access.deny(
      'no answer from the score service',
      'Please try again later.',
    );
    // #endregion secret-exposed
  },
  'undefined-in-text': async (event, api) => {
    // #region undefined-in-text
    const { given_name: name = 'there' } = event.user;
    api.user.setUserMetadata('greeting', `Hello ${name}`);
    // #endregion undefined-in-text
  },
  'user-id-on-non-database': async (event, api) => {
    // #region user-id-on-non-database
    if (event.connection.strategy === 'auth0') api.user.setUserId('cus_7');
    // #endregion user-id-on-non-database
  },
};

/**
 * Takes a while, like any request to a service.
 *
 * @param {string} [email]
 */
async function askReputation(email) {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return email === '' ? 'good' : 'bad';
}
