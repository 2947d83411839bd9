exports.onExecutePreUserRegistration = async (event, api) => {
  const plan = event.user.user_metadata('plan');
  const company = event.request.body('ulp-company');
  const name = event?.client.name;
  const first = event.user?.given_name[0];
  console.log(plan, company, name, first);
};
