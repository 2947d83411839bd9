exports.onExecutePreUserRegistration = async (event, api) => {
  event.user.email = 'ada@a.example';
  event.user.user_metadata.plan = 'free';
  event.user.app_metadata = { plan: 'free' };
  delete event.user.name;
  event.request.body.company = 'none';
  Object.assign(event.user, { name: 'Ada' });
};
