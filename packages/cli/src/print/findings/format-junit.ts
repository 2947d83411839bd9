import { isNote } from '@signup-actions/workbench';
import { findRepository, toRelativePath } from '../../files/paths.ts';
import type { FindingsReport } from './formats.ts';

/** Findings as JUnit XML, which most pipelines read: a test for each file, which fails for what is found in it. */
export function formatJunit({ findings, sources, shell }: FindingsReport): string {
  const root = findRepository(shell.cwd);
  const files = [...new Set([...sources.keys(), ...findings.map(({ file }) => file)])];
  const cases = files.map((file) => {
    const path = toRelativePath(root, file);
    const failures = findings.filter((finding) => finding.file === file && !isNote(finding.rule));
    const lines = failures.map(
      ({ line, rule, message }) =>
        `    <failure type="${escapeXml(rule)}" message="${escapeXml(message)}">${escapeXml(`${path}:${line}`)}</failure>`,
    );
    const open = `  <testcase classname="signup-actions check" name="${escapeXml(path)}"`;
    return {
      isFailed: lines.length > 0,
      xml: lines.length > 0 ? [`${open}>`, ...lines, '  </testcase>'] : [`${open}/>`],
    };
  });
  const failed = cases.filter(({ isFailed }) => isFailed).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="signup-actions check" tests="${cases.length}" failures="${failed}">`,
    ...cases.flatMap(({ xml }) => xml),
    '</testsuite>',
  ].join('\n');
}

const forbidden =
  // oxlint-disable-next-line no-control-regex -- these are what it finds
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A string as XML, which has no control characters, not even as references; nor does it change the direction of text. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
