// The code of an Action has no secrets of modules.

// a name that only Actions modules have
// error: Cannot find name 'actions'
exports.readKey = () => actions.secrets['KEY'];
