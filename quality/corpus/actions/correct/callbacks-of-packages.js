// These packages call what they are given before they return.
const _ = require('lodash');
const each = require('lodash.foreach');
const R = require('ramda');
exports.onExecutePreUserRegistration = async (event, api) => {
  _.forOwn(event.request.body, (value, key) => api.user.setUserMetadata(_.snakeCase(key), String(value)));
  _.times(2, (index) => api.user.setAppMetadata(`step${index}`, true));
  each(['a', 'b'], (word, index) => api.user.setAppMetadata(word, index));
  R.forEach((word) => api.user.setAppMetadata(word, true), ['c', 'd']);
};
