exports.onExecutePreUserRegistration = async (event, api) => {
  const profile = { score: null, reasons: undefined, tags: [] };
  const response = await fetch('https://score.example');
  const body = await response.json();
  profile.score = body.score;
  profile.reasons = body.reasons.join(', ');
  profile.tags.push('scored');
  profile.extra = true;
  api.user.setAppMetadata('profile', profile);
};
