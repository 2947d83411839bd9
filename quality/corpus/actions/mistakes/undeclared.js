exports.onExecutePreUserRegistration = async (event, api) => {
  const answer = await axios.get('https://a.example');
  if (answer.status === 200) console.log(_.pick(answer.data, 'a'));
  const now = new Date.now();
  window.alert(now);
};
