const MESSAGE =
  'The address that you have entered cannot be used here, because its domain is on the list of blocked ones.';
exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (!email) return api.validation.error('email', MESSAGE);
  if (email.endsWith('.test'))
    return api.validation.error(
      'test_domain',
      'We cannot create an account for ' + email + ' here, because all of the addresses that end in .test are for tests only.',
    );
  if (email.includes('+'))
    api.validation.error('alias', `${email} has a plus sign, which we do not accept in an address. Please enter the address again without the plus sign.`);
};
