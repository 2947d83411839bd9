const RULES = [
  [/^admin/, 'reserved_name', 'This name is reserved.'],
  [/\s/, 'blank_in_name', 'A name has no blanks.'],
];
function* checks({ user, request }) {
  yield [!user.given_name, 'given_name', 'Please tell us your first name.'];
  yield [request.geoip.countryCode === 'XX', 'country', 'Not available in your country.'];
}
exports.onExecutePreUserRegistration = async (event, api) => {
  const name = event.user.username ?? '';
  for (const [pattern, code, message] of RULES) {
    if (pattern.test(name)) return api.validation.error(code, message);
  }
  for (const [isBroken, code, message] of checks(event)) {
    if (isBroken) return api.access.deny(code, message);
  }
  const limits = Object.entries({ short: 3, long: 'no limit' });
  for (const [key, limit] of limits) api.cache.set(key, limit);
};
