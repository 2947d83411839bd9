exports.onExecutePreUserRegistration = async (event, api) => {
  const read = (text) => {
    let pages = null;
    try {
      pages = JSON.parse(text);
    } catch {}
    return { pages: Array.isArray(pages) ? pages : null };
  };
  const visit = read(event.request.body.visit ?? '');
  if (visit.pages?.length > 3) api.user.setAppMetadata('curious', true);
};
