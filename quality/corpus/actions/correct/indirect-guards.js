// Each asks in its own way whether there is a value.
const _ = require('lodash');
const validator = require('validator');
const isText = (value) => typeof value === 'string' || value instanceof String;
exports.onExecutePreUserRegistration = async (event, api) => {
  if (_.isNil(event.user.nickname) || !isText(event.user.username)) return;
  console.log(event.user.nickname.length, event.user.username.length);
  if (event.user.hasOwnProperty('given_name')) console.log(event.user.given_name.length);
  if ('family_name' in event.user && event.user.family_name.length > 40) return;
  if (_.has(event, 'client.name')) console.log(event.client.name);
  if (Object.keys(event.user.app_metadata || {}).length > 0) console.log(event.user.app_metadata.plan);
  const words = event.user.name ? event.user.name.split(' ') : [];
  if (words.length > 1) console.log(event.user.name.trim());
  let phone = null;
  try {
    phone = event.user.phone_number.replaceAll(' ', '');
  } catch {
    phone = 'none';
  }
  api.user.setUserMetadata('phone', phone);
  if (!validator.isEmail(event.user.email || '')) return api.access.deny('no address', 'Please enter a valid address.');
  console.log(event.user.email.split('@')[1]);
};
