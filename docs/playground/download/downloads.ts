import { isTypeScript } from '../check/to-javascript.ts';
import { toFile, toFileNames, toPlatformCode, type FlowToSave } from './flow-to-save.ts';
import { withJavaScript } from './with-javascript.ts';
import { writeCase } from './write-case.ts';
import { writeExport } from './write-export.ts';
import { writeTest } from './write-test.ts';

/** Something that can be downloaded. */
export interface Download {
  readonly id: 'case' | 'code' | 'export' | 'javascript' | 'test';
  readonly label: string;
  readonly fileName: string;
}

/** What can be downloaded of a flow, in which the source at a position is selected. */
export function listDownloads(
  flow: Pick<FlowToSave, 'actions' | 'modules'>,
  selected: number,
): readonly Download[] {
  const { actions, modules } = toFileNames(flow);
  const [name = 'flow'] = actions;
  const whole = actions.length > 1 ? 'flow' : name;
  const file = [...actions, ...modules][selected] ?? name;
  const source = [...flow.actions, ...flow.modules][selected];
  const kind = selected < actions.length ? 'Action' : 'module';
  return [
    { id: 'code', label: `This ${kind}`, fileName: toFile(file, source) },
    ...(source && isTypeScript(source)
      ? [{ id: 'javascript' as const, label: `This ${kind}, as it runs`, fileName: `${file}.js` }]
      : []),
    { id: 'test', label: 'A test', fileName: `${whole}.test.js` },
    { id: 'case', label: 'A test case', fileName: `${whole}.signup.json` },
    { id: 'export', label: 'All, as the deploy tool exports it', fileName: 'tenant.zip' },
  ];
}

/** The content of a download. */
export async function toBlob(
  id: Download['id'],
  written: FlowToSave,
  selected: number,
): Promise<Blob> {
  const flow = await withJavaScript(written);
  const source = [...flow.actions, ...flow.modules][selected];
  switch (id) {
    case 'code':
      return new Blob([source?.code ?? '']);
    case 'javascript':
      return new Blob([source ? toPlatformCode(source) : '']);
    case 'test':
      return new Blob([writeTest(flow)]);
    case 'case':
      return new Blob([writeCase(flow)]);
    case 'export': {
      const { strToU8, zipSync } = await import('fflate');
      const files = Object.entries(writeExport(flow)).map(
        ([path, text]) => [path, strToU8(text)] as const,
      );
      return new Blob([zipSync(Object.fromEntries(files))], { type: 'application/zip' });
    }
  }
}
