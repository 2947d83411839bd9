const { isBlocked } = require('./blocked.js');
const list = require('../data/list.json');
exports.onExecutePreUserRegistration = async (event, api) => {
  if (isBlocked(event.user.email) || list.length) return api.access.deny('blocked', 'Please use another address.');
};
