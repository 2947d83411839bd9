exports.onExecutePreUserRegistration = async (event, api) => {
  event.user.user_metadata?.tags?.push('new');
  const labels = event.user.app_metadata?.labels ?? [];
  labels.push('new');
  api.user.setAppMetadata('labels', labels);
  console.log(event.request.body.list.pop());
};
