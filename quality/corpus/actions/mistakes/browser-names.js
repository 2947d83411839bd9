exports.onExecutePreUserRegistration = async (event, api) => {
  const source = localStorage.getItem('source');
  const page = $('body').html();
  const request = new XMLHttpRequest();
  console.log(source, page, request, Temporal.Now.instant());
};
