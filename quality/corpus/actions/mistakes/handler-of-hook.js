exports.onExecutePreUserRegistration = async (user, context, cb) => {
  if (!user.email) return cb('no email');
  cb(null, { user });
};
