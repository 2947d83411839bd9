import './jest.ts';
import { makeStrict } from './mock/strict.ts';

// As `/jest`, and every run and mock api of the project is strict: a diagnostic fails the test.
makeStrict();

export type {
  AsymmetricMatcher,
  Expected,
  ExpectedCall,
  ExpectedUser,
  FirstOf,
  LeadingArgs,
  SignupMatchers,
} from './jest.ts';
