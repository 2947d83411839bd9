exports.onExecutePreUserRegistration = async (event, api) => {
  const { user } = event;
  user.email = 'ada@a.example';
  const meta = event.user.user_metadata ?? {};
  meta.plan = 'free';
  event.user.name += '!';
};
