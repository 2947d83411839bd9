exports.onExecutePreUserRegistration = async (event, api) => {
  let value = 5;
  value = 'five';
  const options = { retries: 3 };
  options.retries = '3';
  options.timeout = 1000;
  const list = [1, 2];
  list.push('three');
  const pick = (first, second) => first + second;
  pick(1);
  pick(1, 2, 3);
  if (value == 5) console.log(list, options['anything'], [].concat('a'), Object.assign({}, { a: 1 }).b);
  const map = { a: 1 };
  delete map.a;
  document_title = undefined ?? map;
  var document_title;
};
