exports.onExecutePreUserRegistration = async (event, api) => {
  const domains = event.request.body.domains;
  if (event.user.email.length > 3) console.log(domains);
  if (event.request.ip.contains('1')) return;
};
