import { toMarkdown } from '../../../../quality/bench/to-markdown.ts';
import type { Row } from './measure-cache.ts';

/** The rows as the table that `pnpm cluster` prints and the docs show. */
export const toTable = (rows: readonly Row[]): string =>
  toMarkdown(
    rows.map(({ scenario, store, written, lost, unreported, reported, letIn, limit }) => ({
      'three servers over one Redis': scenario,
      store: store === 'compares' ? 'compares and sets' : 'plain',
      written,
      lost,
      'lost without a report': unreported,
      'flows that report': reported,
      'let in, of one address': `${letIn} of ${limit}`,
    })),
  );
