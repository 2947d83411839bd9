import { isJsonObject, type JsonObject } from '../files/json.ts';

/** What is wrong with a body, as the end of a sentence. */
export interface WrongField {
  readonly field: string;
  readonly message: string;
}

/** Fields of the user that a request may bring. */
export const profileFields = [
  'email',
  'username',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'picture',
] as const;

/** What is wrong with the profile and the metadata in a body; absent if nothing is. */
export function findWrongProfile(body: JsonObject): WrongField | undefined {
  for (const field of profileFields) {
    if (body[field] !== undefined && typeof body[field] !== 'string') {
      return { field, message: `${field} must be a string` };
    }
  }
  for (const field of ['user_metadata', 'app_metadata']) {
    if (body[field] !== undefined && !isJsonObject(body[field])) {
      return { field, message: `${field} must be an object` };
    }
  }
  return undefined;
}

/** What is wrong with how the user is to log in. */
export function findWrongUser(body: JsonObject): WrongField | undefined {
  const { email, username, phone_number: phone, password } = body;
  if (email === undefined && username === undefined && phone === undefined) {
    return { field: 'user', message: 'email, username or phone_number is missing' };
  }
  if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    return { field: 'email', message: 'email is not an email address' };
  }
  if (password !== undefined && typeof password !== 'string') {
    return { field: 'password', message: 'password must be a string' };
  }
  return undefined;
}

/** What the platform stores of the metadata in the body of a signup. */
const maxProperties = 10;
const maxNameCharacters = 100;
const maxValueCharacters = 500;

/** What is wrong with the metadata that an application sends by itself. */
export function findWrongMetadata(body: JsonObject): WrongField | undefined {
  const field = 'user_metadata';
  const metadata = body[field];
  if (!isJsonObject(metadata)) return undefined;
  const entries = Object.entries(metadata);
  if (entries.length > maxProperties) {
    return { field, message: `user_metadata must have at most ${maxProperties} properties` };
  }
  const isWrong = ([name, value]: readonly [string, unknown]): boolean =>
    name.length > maxNameCharacters ||
    typeof value !== 'string' ||
    value.length > maxValueCharacters;
  if (!entries.some(isWrong)) return undefined;
  return {
    field,
    message: `user_metadata must have names of at most ${maxNameCharacters} and strings of at most ${maxValueCharacters} characters`,
  };
}
