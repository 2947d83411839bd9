const { Client } = require('pg');
exports.onExecutePreUserRegistration = async (event, api) => {
  const client = new Client({ connectionString: event.secrets.DATABASE });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from invited where email = $1', [event.user.email]);
    if (rows.length === 0) api.access.deny('not invited', 'Please ask for an invitation.');
  } finally {
    await client.end();
  }
};
