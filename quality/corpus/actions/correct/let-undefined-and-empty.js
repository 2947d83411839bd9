exports.onExecutePreUserRegistration = async (event, api) => {
  let found;
  const seen = [];
  const counts = {};
  for (const scope of event.transaction?.requested_scopes ?? []) {
    seen.push(scope);
    counts[scope] = (counts[scope] || 0) + 1;
    if (scope === 'admin') found = scope;
  }
  if (found) return api.access.deny(`scope ${found} of ${seen.length}`, 'You cannot ask for that.');
};
