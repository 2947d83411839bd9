// A Rule of the dashboard.
function (user, context, callback) {
  callback(null, user, context);
}
