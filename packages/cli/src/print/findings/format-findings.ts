import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatJunit } from './format-junit.ts';
import { formatSarif } from './format-sarif.ts';
import { formatText } from './format-text.ts';
import type { FindingsFormat, FindingsReport } from './formats.ts';

const formatters = {
  text: formatText,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
  junit: formatJunit,
} satisfies Record<FindingsFormat, (report: FindingsReport) => string>;

/** Findings in this format. */
export const formatFindings = (format: FindingsFormat, report: FindingsReport): string =>
  formatters[format](report);
