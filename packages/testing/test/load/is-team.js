'use strict';
const { domains } = require('./domains.json');

exports.isTeam = (email) => domains.includes(email?.split('@').pop());

exports.failLater = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 60_000));

exports.list = [];

exports.never = () => {
  return actions.secrets.KEY;
};
