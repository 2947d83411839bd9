class DisposableAddressError extends Error {}
function assertAllowed(email, blocked) {
  if (blocked.includes(email)) throw new DisposableAddressError(email);
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const blocked = event.secrets.BLOCKED.split(',');
  if (event.request.geoip.countryCode === 'XX') throw 'Registration is blocked in your country.';
  assertAllowed(event.user.email, blocked);
  blocked.forEach((word) => {
    if (event.user.username?.includes(word)) throw new Error(`Please choose a name without ${word}`);
  });
  const { banned } = await fetch('https://a.example').then((response) => response.json());
  if (banned) throw new Error('This user is banned');
  api.user.setAppMetadata('checked', true);
};
