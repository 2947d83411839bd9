import type { Finding } from './finding.ts';

/** Findings by the order of the files, then by line. One mistake is one finding. */
export function orderFindings(
  findings: readonly Finding[],
  files: readonly string[],
): readonly Finding[] {
  const positions = new Map(files.map((file, index) => [file, index]));
  const positionOf = ({ file }: Finding): number => positions.get(file) ?? -1;
  const seen = new Set<string>();
  /** Whether another rule says what the mistake is. */
  const isConsequence = (finding: Finding): boolean =>
    findings.some(
      (other) =>
        (finding.rule === 'syntax' &&
          other.rule === 'replacement-mark' &&
          isSameLine(finding, other)) ||
        (finding.rule === 'object-in-string' &&
          other.rule === 'undefined-in-reason' &&
          isSameLine(finding, other)) ||
        (isSamePlace(finding, other) &&
          ((finding.rule === 'optional-field' && other.rule !== finding.rule) ||
            (finding.rule === 'undeclared-name' && other.rule === 'newer-function') ||
            (finding.rule === 'throw-as-refusal' && other.rule === 'throw-after-refusal'))),
    );
  return findings
    .toSorted(
      (first, second) =>
        positionOf(first) - positionOf(second) ||
        first.line - second.line ||
        (first.span?.[0] ?? 0) - (second.span?.[0] ?? 0),
    )
    .filter((finding) => !isConsequence(finding))
    .filter(({ file, line, message }) => {
      // The same sentence twice about a line is one mistake.
      const key = JSON.stringify([file, line, message]);
      return !seen.has(key) && seen.add(key);
    });
}

const isSameLine = (first: Finding, second: Finding): boolean =>
  first.file === second.file && first.line === second.line;

const isSamePlace = (first: Finding, second: Finding): boolean =>
  first.file === second.file &&
  first.span?.[0] === second.span?.[0] &&
  first.span?.[1] === second.span?.[1];
