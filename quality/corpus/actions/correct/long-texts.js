const MESSAGE = 'Please enter an address of your company, which ends in corp.example, and try it again after that.';
exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (!email) return api.validation.error('email', MESSAGE);
  if (email.endsWith('.test')) return api.validation.error('test', `${email} is not an address that we accept.`);
  // Only validation.error has a limit.
  api.access.deny(
    'this reason is for the log, so it may say at length what has happened, with all that helps to understand it later',
    'We are sorry, but we cannot create an account for you now. Please write to our support, which is there for you all day.',
  );
};
