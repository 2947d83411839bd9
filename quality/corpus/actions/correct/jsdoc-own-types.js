/**
 * @typedef {{ score: number, reasons: string[] }} Verdict
 * @param {string} ip
 * @returns {Promise<Verdict>}
 */
async function judge(ip) {
  const response = await fetch(`https://a.example/${ip}`);
  return response.json();
}
/** @type {import('@auth0/actions/pre-user-registration/v2').PreUserRegistrationAction} */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { score, reasons } = await judge(event.request.ip);
  if (score > 3) return api.access.deny(reasons.join(), 'Please try again later.');
};
