// @ts-nocheck -- most of these the types would refuse already

// #region handler-not-async
exports.onExecutePreUserRegistration = (event, api) => {
  api.user.setAppMetadata('plan', 'free');
};
// #endregion handler-not-async

/** A handler for each diagnostic, which makes that mistake. */
exports.mistakes = {
  'argument-not-a-string': async (event, api) => {
    // #region argument-not-a-string
    const error = new Error('blocked country');
    return api.access.deny(error, 'Please contact us.');
    // #endregion argument-not-a-string
  },
  'cache-default-lifetime': async (event, api) => {
    // #region cache-default-lifetime
    const attempts = Number(api.cache.get('attempts')?.value ?? 0) + 1;
    api.cache.set('attempts', String(attempts));
    // #endregion cache-default-lifetime
  },
  'call-after-refusal': async (event, api) => {
    // #region call-after-refusal
    if (!event.user.given_name) api.access.deny('no name', 'Please give your name.');
    api.user.setUserMetadata('greeting', 'Hello');
    // #endregion call-after-refusal
  },
  'deny-without-user-message': async (event, api) => {
    // #region deny-without-user-message
    return api.access.deny('blocked country');
    // #endregion deny-without-user-message
  },
  'handler-not-async': exports.onExecutePreUserRegistration,
  'late-call': async (event, api) => {
    // #region late-call
    askReputation(event.user.email).then((reputation) => {
      if (reputation === 'bad')
        api.access.deny('bad reputation', 'Please contact us.');
    });
    // #endregion late-call
  },
  'metadata-not-json': async (event, api) => {
    // #region metadata-not-json
    api.user.setAppMetadata('signed_up_at', new Date(0));
    // #endregion metadata-not-json
  },
  'metadata-on-passwordless': async (event, api) => {
    // #region metadata-on-passwordless
    api.user.setUserMetadata('language', event.request.language);
    // #endregion metadata-on-passwordless
  },
  'metadata-undefined': async (event, api) => {
    // #region metadata-undefined
    api.user.setUserMetadata('company', event.request.body['ulp-company']);
    // #endregion metadata-undefined
  },
  'secret-exposed': async (event, api) => {
    // #region secret-exposed
    const url = `https://score.example.com?key=${event.secrets.SCORE_KEY}`;
    return api.access.deny(`no answer from ${url}`, 'Please try again later.');
    // #endregion secret-exposed
  },
  'undefined-in-text': async (event, api) => {
    // #region undefined-in-text
    api.user.setUserMetadata('greeting', `Hello ${event.user.given_name}`);
    // #endregion undefined-in-text
  },
  'user-id-on-non-database': async (event, api) => {
    // #region user-id-on-non-database
    api.user.setUserId('cus_7');
    // #endregion user-id-on-non-database
  },
};

/** Takes a while, as any question to a service does. */
async function askReputation() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return 'bad';
}
