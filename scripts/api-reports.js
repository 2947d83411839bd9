// Compares the public API of each package with its report under `etc/`; `--update` rewrites the reports.
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { mkdirSync } from 'node:fs';
import { root } from './toolchain.js';

/** Every entry that users import, by package. */
const entries = {
  types: ['index', 'v1'],
  'runtime-core': ['index', 'redis'],
  'better-auth': ['index'],
  hooks: ['index', 'cognito', 'supabase', 'workos'],
  testing: [
    'index',
    'contracts',
    'fast-check',
    'jest',
    'jest-strict',
    'matchers',
    'node',
    'vitest',
    'vitest-strict',
  ],
};

const update = process.argv.includes('--update');
let changed = 0;
for (const [name, files] of Object.entries(entries))
  for (const file of files) changed += compare(name, file);
process.exitCode = changed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {string} file
 */
function compare(name, file) {
  const folder = `${root}/packages/${name}`;
  const report = `${file === 'index' ? name : `${name}-${file}`}.api.md`;
  const model = report.replace('.md', '.json');
  mkdirSync(`${folder}/etc`, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      newlineKind: 'lf',
      mainEntryPointFilePath: `${folder}/dist/${file}.d.ts`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023'],
            module: 'esnext',
            moduleResolution: 'bundler',
            strict: true,
            types: ['node'],
            skipLibCheck: true,
          },
          files: [`${folder}/dist/${file}.d.ts`],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: `${folder}/etc`,
        reportTempFolder: `${root}/.reports/api`,
      },
      // What the pages of the reference are made of.
      docModel: { enabled: true, apiJsonFilePath: `${root}/.reports/api-model/${model}` },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // The tags of stability stages are not used: everything exported is public.
        extractorMessageReporting: {
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
        },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${folder}/package.json`,
  });
  const result = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = [ExtractorLogLevel.Verbose, ExtractorLogLevel.Info].includes(
        message.logLevel,
      );
    },
  });
  if (result.succeeded) return 0;
  console.log(`${report} differs from the build: run \`pnpm api:update\` and read the difference.`);
  return 1;
}
