// Each test lets nothing through if the value is absent, though none asks for the value itself.
const assert = require('node:assert');
const isText = (value) => typeof value === 'string' && value !== '';
const hasEmail = (user) => isText(user.email);
function requireName({ name }) {
  if (!name) throw new Error('expected a name');
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const record = api.cache.get(event.request.ip);
  const count = record ? Number(record.value) : 0;
  if (count >= 5) {
    api.cache.set(event.request.ip, String(count + 1), { expires_at: record.expires_at });
    return api.access.deny('too many attempts', 'Please try again later.');
  }
  const akamai = event.authentication?.riskAssessment?.supplemental?.akamai;
  const score = akamai?.akamaiUserRisk?.score ?? 0;
  if (score > 50) api.user.setAppMetadata('risk', akamai.akamaiUserRisk.uuid ?? 'none');
  const city = event.request.geoip.cityName;
  if (/^Z/.test(city)) api.user.setAppMetadata('city', city.toUpperCase());
  if (event.client?.metadata.kind === 'web' || !event.client) return;
  requireName(event.user);
  assert(event.user.nickname, 'expected a nickname');
  api.user.setUserMetadata('names', [event.user.name.trim(), event.user.nickname.trim()]);
  switch (event.connection.strategy) {
    case 'sms':
      return api.user.setUserMetadata('country', event.user.phone_number.slice(0, 3));
    case 'email':
      return api.user.setUserMetadata('tag', event.user.email.split('+')[1] ?? null);
  }
  if (!hasEmail(event.user)) return api.access.deny('no address', 'Please give an address.');
  const at = event.user.email ? event.user.email.lastIndexOf('@') : -1;
  if (at === -1) return;
  api.user.setAppMetadata('domain', event.user.email.slice(at + 1));
};
