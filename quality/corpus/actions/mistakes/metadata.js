exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', undefined);
  api.user.setUserMetadata('since', new Date());
  api.user.setUserMetadata('tags', new Set(['a']));
  api.user.setAppMetadata('event', event);
  api.user.setAppMetadata('created_at', 1);
  api.user.setUserMetadata('a.b', 1);
  api.user.setAppMetadata('answer', fetch('https://a.example'));
  api.user.setAppMetadata('when', () => 1);
};
