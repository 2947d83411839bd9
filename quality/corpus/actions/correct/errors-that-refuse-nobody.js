// A service that fails, a setting that is missing, and errors that the Action catches itself.
class RefusedError extends Error {}
function assertDomain(email = '') {
  if (!email.endsWith('@a.example')) throw new RefusedError('this domain is not allowed');
}
async function readBlockList(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The blocked domains are not available: ${response.status}`);
  const list = await response.json();
  if (!Array.isArray(list)) throw new Error('The block list must be a list');
  return list;
}
async function retry(work, left) {
  try {
    return await work();
  } catch (error) {
    if (left === 0) throw new Error(`too many attempts, the last one was rejected: ${error.message}`);
    return retry(work, left - 1);
  }
}
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.secrets.BLOCK_LIST) throw new Error('The secret BLOCK_LIST is required');
  if (!event.user.email) throw new Error('expected an email address');
  if (!['auth0', 'email'].includes(event.connection.strategy)) throw new Error('unexpected strategy');
  const blocked = await retry(() => readBlockList(event.secrets.BLOCK_LIST), 2);
  try {
    assertDomain(event.user.email);
    if (blocked.includes(event.user.email)) throw new RefusedError('blocked address');
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return api.access.deny(error.message, 'Please use another address.');
  }
  const token = await fetch('https://a.example').then((response) => {
    if (response.status === 403) throw new Error('access denied for this account');
    return response.text();
  });
  if (!token) throw new Error('unauthorized');
};
