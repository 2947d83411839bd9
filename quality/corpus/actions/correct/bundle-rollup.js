'use strict';

var crypto = require('node:crypto');

let cache = null;
function load() {
  if (!cache) cache = new Map();
  return cache;
}

const onExecutePreUserRegistration = async (event, api) => {
  const key = crypto.createHash('sha256').update(event.request.ip).digest('hex');
  load().set(key, 1);
  if (load().size > 1000) api.access.deny('busy', 'Please try again later.');
};

exports.onExecutePreUserRegistration = onExecutePreUserRegistration;
