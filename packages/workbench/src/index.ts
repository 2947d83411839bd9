export {
  isPlaceholder,
  type ActionSource,
  type DeclaredSecret,
  type Dependency,
  type LoadedAction,
  type RunnableAction,
} from './platform/action.ts';
export { eventShape, type FieldKind, type FieldKinds } from './platform/event-shape.ts';
export {
  checkSecrets,
  findExceededLimit,
  handlerExample,
  platformSentences,
  toBrokenRule,
  type BrokenRule,
  type BrokenSecretRule,
  type PlatformRule,
} from './platform/platform-rules.ts';

// Reading.
export { applyEdits, type Edit } from './check/annotate.ts';
export { checkSource, type CheckedSource } from './check/check-source.ts';
export { globalTypes, isTypeFinding, toFindingMessage, typeOptions } from './check/compiler.ts';
export { findHandler, type FoundHandler, type HandlerFunction } from './check/find-handler.ts';
export { lineAt, type Finding } from './check/finding.ts';
export {
  parseAction,
  type ParsedSource,
  type ParseError,
  type ParseOptions,
  type Parser,
  type ParseResult,
  type SourceFile,
} from './check/parse-action.ts';

// Running.
export { createCallSite, createOriginSite, createSiteSearch } from './run/call-site.ts';
export {
  createCrashReporter,
  type Crashes,
  type CrashListener,
  type CrashReporter,
} from './run/crash.ts';
export {
  cutFlowOutcome,
  cutString,
  maxListed,
  type CutFlowOutcome,
  type LeftOut,
} from './run/cut-flow-outcome.ts';
export type { CacheEntries, FlowJob, FlowOutcome, FlowResult, Frame } from './run/flow-job.ts';
export { hiddenSecrets } from './run/hidden-secrets.ts';
export {
  assertSupportedModule,
  moduleParameters,
  runModule,
  type ModuleFunction,
  type ModuleScope,
} from './run/load-handler.ts';
export {
  addRunDiagnostics,
  createDiagnosticSender,
  type DiagnosticSender,
} from './run/report-diagnostics.ts';
export { runDiagnosticMessages } from './run/run-diagnostic.ts';
export { runJob, type FinishedJob, type JobHost } from './run/run-job.ts';
export { graceMs, toFailure, toStuck, toTerminatedOutcome } from './run/to-terminated-outcome.ts';

// Showing.
export {
  createOutputLimit,
  formatConsoleCut,
  readConsole,
  type ConsoleText,
  type ConsoleTexts,
  type IsolatedRun,
  type ReadConsoleOptions,
} from './show/console-text.ts';
export { diffUser, type UserField } from './show/diff-user.ts';
export { findPlace, toPlace, type Place } from './show/find-place.ts';
