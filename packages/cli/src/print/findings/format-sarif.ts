import { listExplanations } from '@signup-actions/runtime-core/internal';
import { isNote } from '@signup-actions/workbench';
import { findRepository, toRelativePath } from '../../files/paths.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { FindingsReport } from './formats.ts';
import { hasPage } from '../link.ts';
import { toColumns } from './to-columns.ts';

/** Findings as SARIF 2.1.0, which code scanning reads. */
export function formatSarif(report: FindingsReport): string {
  const root = findRepository(report.shell.cwd);
  const rules = [...new Set(report.findings.map(({ rule }) => rule))];
  const results = report.findings.map((finding) => {
    const { file, line, rule, message } = finding;
    const columns = toColumns(finding, report);
    return {
      ruleId: rule,
      level: isNote(rule) ? 'note' : 'error',
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: encodeURI(toRelativePath(root, file)),
              uriBaseId: '%SRCROOT%',
            },
            region: {
              startLine: line,
              ...(columns ? { startColumn: columns.start, endColumn: columns.end } : {}),
            },
          },
        },
      ],
    };
  });
  const driver = {
    name: 'signup-actions',
    informationUri: manifest.homepage,
    version: manifest.version,
    rules: rules.map((id) => ({ id, helpUri: helpOf(id) })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, undefined, 2);
}

/** Our site has no page for the compiler's own errors. */
const helpOf = (rule: string): string | undefined =>
  hasPage(rule) ? listExplanations([rule])[0] : manifest.homepage;
