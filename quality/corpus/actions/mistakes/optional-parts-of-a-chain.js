exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.authentication.riskAssessment.supplemental.akamai) api.user.setAppMetadata('scored', true);
};
