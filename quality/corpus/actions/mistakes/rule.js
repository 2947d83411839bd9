function checkDomain(user, context, callback) {
  callback(null, user, context);
}
module.exports = checkDomain;
