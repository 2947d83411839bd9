exports.onExecutePreUserRegistration = async (event, api) => {
  let plan = null;
  if (event.client?.name === 'Shop') plan = 'shop';
  switch (plan) {
    case 'shop':
      api.user.setAppMetadata('plan', plan);
      break;
    default:
  }
  const limits = { shop: 5 };
  if (plan && limits[plan] > 4) console.log('large plan');
};
