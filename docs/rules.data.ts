import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('contract.md', import.meta.url));

const meanings = {
  spec: 'are stated in the reference of the trigger.',
  docs: 'are stated elsewhere in the documentation of Auth0.',
  seen: 'were observed or reported, and no document states them.',
  ours: 'are our own decision, because nothing public says what Auth0 does.',
} as const;

/** What the contract's rules are based on. */
export interface RuleCounts {
  readonly count: number;
  readonly grades: readonly {
    readonly grade: string;
    readonly count: number;
    readonly meaning: string;
  }[];
}

declare const data: RuleCounts;
export { data };

export default {
  watch: [page],
  /** Counts the rules of the contract, and how many have each grade. */
  load(): RuleCounts {
    const [, ...rules] = readFileSync(page, 'utf8').split(/^### (?=[FRMUC]\d+:)/m);
    const grades = Object.entries(meanings).map(([grade, meaning]) => ({
      grade,
      count: rules.filter((rule) => rule.includes(`text="${grade}"`)).length,
      meaning,
    }));
    return { count: rules.length, grades };
  },
};
