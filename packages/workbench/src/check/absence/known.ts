/** A value that an expression certainly has, or one like it: for a condition, only whether it counts as true matters. */
export interface Known {
  readonly value: unknown;
}

/** Whether a value is known and is `undefined` or `null`. */
export const isNothing = (known: Known | undefined): boolean =>
  known !== undefined && (known.value === undefined || known.value === null);

/** The result of a comparison; absent if only running the code would tell. */
export function compare(operator: string, left: Known, right: Known): Known | undefined {
  const [first, second] = [left.value as number, right.value as number];
  switch (operator) {
    case '===':
      return { value: first === second };
    case '!==':
      return { value: first !== second };
    case '==':
    case '!=': {
      const isEqual = isNothing(left) ? isNothing(right) : first === second;
      return { value: isEqual === (operator === '==') };
    }
    case '<':
      return { value: first < second };
    case '<=':
      return { value: first <= second };
    case '>':
      return { value: first > second };
    case '>=':
      return { value: first >= second };
    case 'instanceof':
      return isNothing(left) ? { value: false } : undefined;
    default:
      return undefined;
  }
}

/** What a search for nothing finds: a list of words does not hold `undefined`, and no pattern is made for it. */
export function searchForNothing(method: string): Known | undefined {
  if (/^(includes|has|test|startsWith|endsWith)$/.test(method)) return { value: false };
  if (/^(indexOf|lastIndexOf|search)$/.test(method)) return { value: -1 };
  return /^(match|exec)$/.test(method) ? { value: null } : undefined;
}

/** What a function that asks about a value, such as `_.isString` or `validator.isEmail`, returns for nothing. */
export function askAbout(name: string, { value }: Known): Known | undefined {
  const isEmpty = value === '';
  if (!isEmpty && value !== undefined && value !== null) return undefined;
  if (/^is(Absent|Blank|Empty|Missing|NaN|Nil|Nullish|NullOrUndefined|Undefined)$/.test(name)) {
    return isEmpty && !/^is(Blank|Empty)$/.test(name) ? undefined : { value: true };
  }
  return ofTexts.test(name) || (!isEmpty && ofTypes.test(name)) ? { value: false } : undefined;
}

const ofTexts =
  /^is(Alpha|Alphanumeric|Email|EmailAddress|Int|MobilePhone|NonEmptyString|Numeric|PhoneNumber|URL|UUID|Valid\w*)$/;
const ofTypes =
  /^is(Array|Boolean|Date|Finite|Function|Integer|Length|Number|Object|PlainObject|String)$/;

const ofStrings =
  /^(endsWith|includes|indexOf|lastIndexOf|split|startsWith|toLowerCase|toString|toUpperCase|trim)$/;

/** What a method of a known string returns. */
export function callString(
  text: string,
  method: string,
  values: readonly (Known | undefined)[],
): Known | undefined {
  const given = values.map((known) => known?.value);
  // An empty string contains nothing, whatever is looked for.
  if (text === '' && given[0] === undefined) return searchForNothing(method);
  if (!ofStrings.test(method) || given.some((value) => typeof value !== 'string')) return undefined;
  const methods = text as unknown as Readonly<Record<string, (...all: unknown[]) => unknown>>;
  return { value: methods[method]?.call(text, ...given) };
}

/** A member of a known string or list: its length, or an element. */
export function readMember(object: unknown, key: string | number | undefined): Known | undefined {
  if (typeof object !== 'string' && !Array.isArray(object)) return undefined;
  if (key === 'length') return { value: object.length };
  return typeof key === 'number' ? { value: object[key] as unknown } : undefined;
}

/** What a global function that converts a value returns. */
export function convert(name: string, value: unknown): Known | undefined {
  switch (name) {
    case 'Boolean':
      return { value: Boolean(value) };
    case 'Number':
    case 'parseFloat':
    case 'parseInt':
      return { value: Number(value) };
    case 'String':
      return { value: String(value) };
    default:
      return undefined;
  }
}
