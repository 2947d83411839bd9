// The code of an Actions module, which the settings of the compiler name.

/** @param {string | undefined} email */
exports.isTeam = (email) => email?.endsWith(`@${actions.secrets['DOMAIN']}`) === true;

// a secret that is used as a function
// error: Property 'call' does not exist on type 'string'
exports.useSecret = () => actions.secrets['DOMAIN'].call();

// a part that modules do not have
// error: Property 'secret' does not exist on type
exports.readSecret = () => actions.secret;

// a secret that is written
// error: Index signature in type 'Secrets' only permits reading
exports.writeSecret = () => (actions.secrets['DOMAIN'] = 'corp.example');
