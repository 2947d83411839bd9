/**
 * The rules about what an Action does, each with its sentence: what is written, what is right. `written` is a call or a
 * field as the author wrote it. A mistake that a run also reports has the code of that diagnostic.
 */
export const findingSentences = {
  'always-true': (
    written: string,
    kind: 'assignment' | 'list' | 'opposites' | 'position' | 'string',
    other: string,
  ) =>
    ({
      assignment: `${written} sets a variable, and counts as true: write === to compare.`,
      list: `${written} is a list, which counts as true even if it is empty: ask for its length.`,
      opposites: `${written} is always true, because one of the two always is: write && instead.`,
      position: `${written} is -1 if nothing is found, which counts as true: write ${written} !== -1, or use includes.`,
      string: `${written} is a string, which always counts as true${other === '' ? '' : `, so ${other} is never used`}: write each comparison in full, as in x === 'a' || x === 'b'.`,
    })[kind],
  'argument-not-a-string': (written: string, position: string, given: string, how: string) =>
    `${written} takes a string as its ${position}, not ${given}: ${how}.`,
  'cache-record-as-string': (written: string, record = written) =>
    `${written} is a cache record or undefined, not a string: read its value, as in ${record}?.value.`,
  'call-after-refusal': (written: string, line: number, next: string, how: string) =>
    `${written} does not end the handler, so ${next} on line ${line} runs after the refusal: ${how}.`,
  'code-for-user': (written: string, text: string) =>
    `${written} shows ${text} to the user, who needs a sentence: pass one as the second argument, and the code as the first.`,
  'constant-assigned': (name: string) =>
    `${name} is a constant, and giving it another value throws: declare it with let.`,
  'deny-without-user-message': (written: string, missing: string) =>
    `${written} needs ${missing === 'both' ? 'two arguments, the reason for the log and' : 'a second argument,'} the message for the user.`,
  'extra-argument': (written: string, count: string) =>
    `${written} takes ${count}: remove the others.`,
  'fetch-option': (option: string, instead: string) => `fetch has no option ${option}: ${instead}.`,
  'match-may-be-null': (written: string, guard: string) =>
    `${written} is null if nothing matches, and then reading from it throws: ${guard}.`,
  'metadata-key': (written: string, why: string) => `${written} throws for this key: ${why}.`,
  'metadata-not-json': (written: string, why: string) => `${written} stores JSON, ${why}.`,
  'metadata-undefined': (written: string, given: string) =>
    `${written} changes nothing if the value is undefined, and ${given}: pass a value, or null to remove the property.`,
  'missing-argument': (written: string, why: string) => `${written} ${why}.`,
  'never-true': (written: string, text: string, why: string) =>
    `${written} is never ${text}: ${why}.`,
  'not-a-function': (written: string, what: string) => `${written} ${what}.`,
  'not-awaited': (
    written: string,
    kind: 'callback' | 'callbacks' | 'condition' | 'member' | 'promise' | 'value' = 'promise',
    member = '',
  ) =>
    ({
      callback: `${written} calls back later, when the handler may have ended: await a promise, and use the api after it.`,
      callbacks: `${written} does not wait for its async callbacks: use for (… of …) with await, or await Promise.all(….map(…)).`,
      condition: `${written} is a promise, which always counts as true: put await before it.`,
      member: `${written} is a promise, which has no ${member}: write (await ${written}).${member}.`,
      promise: `${written} is a promise that nothing waits for, so the handler goes on, and may end, before it is done: put await before it.`,
      value: `${written} is a promise, not the value that it resolves to: put await before it.`,
    })[kind],
  'not-called': (written: string) =>
    `${written} is only named here, not called: write ${written}(…).`,
  'object-in-string': (written: string) =>
    `${written} is an object, which reads as [object Object] in a string: name the field that you mean.`,
  'optional-field': (written: string, guard: string) => `${written} may be absent: ${guard}.`,
  'process-env': (written: string, name: string) =>
    `${written} is not set on the platform: add a secret, and read event.secrets.${name}.`,
  'promise-in-string': (written: string) =>
    `${written} is a promise, which reads as [object Promise] in a string: put await before it.`,
  'read-only-event': (written: string, instead: string) =>
    `${written} is read-only, and editing it changes nothing: ${instead}.`,
  'response-field': (written: string, field: string, instead: string) =>
    `${written} is a response, which has no ${field} of its own: ${instead}.`,
  'result-ignored': () =>
    'The platform ignores what the handler returns: call api.access.deny(reason, message) to refuse, and api.user to change the user.',
  'secret-exposed': (written: string, what: string) =>
    `${written} exposes ${what}: pass only what others may read.`,
  'text-too-long': (written: string, position: string, length: string) =>
    `${written} takes at most 100 characters as its ${position}, and throws for this one, which has ${length}: shorten it.`,
  'throw-as-refusal': () =>
    'An error keeps the user out without a message, and the log reports a failed Action: call api.access.deny(reason, message) and return instead.',
  'throw-after-refusal': (line: number) =>
    `This error replaces the refusal on line ${line}, and the user does not see its message: return instead.`,
  'types-not-checked': (why: string) =>
    `The compiler cannot read this file (${why}), so its fields and arguments are not checked.`,
  'undeclared-name': (name: string, hint: string) => `Nothing declares ${name}: ${hint}.`,
  'undefined-in-reason': (written: string, field: string) =>
    `${field} may be absent here, and then the string that ${written} gets says undefined: leave it out.`,
  'unknown-export': (module: string, name: string, near?: string) =>
    `The Actions module ${module} does not export ${name}: ${near === undefined ? 'export it there, or remove it here' : `write ${near}`}.`,
  'unknown-field': (object: string, field: string, hint: string) =>
    `${object} has no ${field}${hint === '' ? '' : `: ${hint}`}.`,
  'unknown-method': (object: string, method: string, hint: string) =>
    `${object} has no ${method}${hint === '' ? '' : `: ${hint}`}.`,
  'user-id': (written: string, why: string) => `${written} throws for this id: ${why}.`,
  'wrong-kind': (written: string, expected: string) => `${written} takes ${expected}.`,
} satisfies Record<string, (...values: never[]) => string>;

/** Names of the rules about what an Action does. */
export type CheckRule = keyof typeof findingSentences;

/** The message of a finding, with the values that the rule's sentence takes. */
export const toSentence = <Rule extends CheckRule>(
  rule: Rule,
  ...values: Parameters<(typeof findingSentences)[Rule]>
): { readonly rule: Rule; readonly message: string } => {
  const write = findingSentences[rule] as (...taken: typeof values) => string;
  return { rule, message: write(...values) };
};
