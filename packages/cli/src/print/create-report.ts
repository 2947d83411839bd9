import { basename } from 'node:path';
import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';
import { formatRun } from './format-run.ts';
import { formatSummary, type SummaryEntry } from './format-summary.ts';
import { paint } from './paint.ts';

/** Says what happens, as it happens. */
export interface Report {
  readonly signup: (signup: Signup, run: IsolatedRun) => void;
  readonly end: (entries: readonly SummaryEntry[], isBatch: boolean) => void;
}

/** For a person; or as JSON, which holds the outcomes and nothing else. */
export const createReport = (
  actions: readonly LoadedAction[],
  print: (text: string) => void,
  isJson: boolean,
): Report => (isJson ? createJsonReport() : createTextReport(actions, print));

/** A batch is an array, however many signups it holds. Outcomes are redacted by their own `toJSON`. */
const createJsonReport = (): Report => ({
  signup() {},
  end(entries, isBatch) {
    const outcomes = entries.map(({ outcome }) => outcome);
    console.log(JSON.stringify(isBatch ? outcomes : outcomes[0], undefined, 2));
  },
});

function createTextReport(actions: readonly LoadedAction[], print: (text: string) => void): Report {
  const typed = actions.filter(({ language }) => language === 'typescript');
  for (const { file } of typed) {
    const note = `${basename(file)} is TypeScript and runs transpiled: the platform takes JavaScript alone.`;
    print(`${paint('warning', 'Note:')} ${note}\n`);
  }
  return {
    signup: (signup, run) => print(formatRun(signup, run, actions)),
    end(entries) {
      if (entries.length > 1) print(formatSummary(entries));
    },
  };
}
