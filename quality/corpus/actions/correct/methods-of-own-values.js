// What a variable holds may change, and a class may have methods of such names.
class Words {
  contains = (word) => word === 'spam';
}
exports.onExecutePreUserRegistration = async (event, api) => {
  let answer = '';
  answer = await (await fetch('https://a.example')).json();
  if (answer.has('blocked')) return api.access.deny('blocked', 'Please use another address.');
  if (new Words().contains(event.user.name)) return api.access.deny('spam', 'Please choose another name.');
};
