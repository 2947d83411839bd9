exports.onExecutePreUserRegistration = async (event, api) => {
  const name = event['user']['email'];
  const field = 'ulp-company';
  if (!event.request['body'][field]) return api['validation']['error']('company_missing', 'Please tell us where you work.');
  for (const key of ['name', 'nickname']) if (event.user[key]) api.user.setUserMetadata(key, event.user[key]);
  if (name) api['user'].setAppMetadata('mail', name);
};
