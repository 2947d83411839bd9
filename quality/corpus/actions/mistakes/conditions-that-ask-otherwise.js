const ALLOWED = ['a.example'];
class Audit {
  static async write(entry) {
    await fetch('https://audit.example', { method: 'POST', body: JSON.stringify(entry) });
  }
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email?.split('@')[1];
  if (!domain in ALLOWED) return api.access.deny('domain', 'Please use your work address.');
  if (domain in ['b.example']) api.user.setAppMetadata('b', true);
  let country = event.request.geoip.countryCode;
  if (country = 'US') api.user.setAppMetadata('us', true);
  const { API_KEY, ...others } = event.secrets;
  console.log(API_KEY.length, others);
  Audit.write({ ip: event.request.ip });
};
