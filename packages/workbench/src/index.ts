export {
  isPlaceholder,
  listModules,
  listSources,
  toModuleName,
  type ActionSource,
  type DeclaredSecret,
  type Deployment,
  type Dependency,
  type LoadedAction,
  type LoadedModule,
  type ModulePin,
  type ModuleSource,
  type RunnableAction,
  type RunnableModule,
} from './platform/action.ts';
export { loadTranspiler, type Transpiler } from './platform/load-transpiler.ts';
export { findNewerFunctions } from './platform/newer-functions.ts';
export {
  checkDependencies,
  checkModules,
  checkSecrets,
  findExceededLimit,
  type BrokenSecretRule,
} from './platform/check-limits.ts';
export {
  checkPin,
  handlerExample,
  isNote,
  platformSentences,
  toBrokenRule,
  type BrokenRule,
  type CodeOwner,
  type PlatformRule,
} from './platform/platform-rules.ts';

export { commandLineWays, type Ways } from './platform/ways.ts';

// Files.
export { readAction, toActionName } from './tenant/read-action.ts';
export type { TenantFiles } from './tenant/tenant-files.ts';
export { tenantForms } from './tenant/tenant-forms.ts';

// Reading.
export { checkActions, type CheckedAction } from './check/check-actions.ts';
export { checkNewerFunctions } from './check/check-newer-functions.ts';
export { checkSource, type CheckedSource, type SourceContext } from './check/check-source.ts';
export type { CompilerError } from './check/explain/explanation.ts';
export { lineAt, type Finding } from './check/findings/finding.ts';
export { withoutIgnored } from './check/findings/directives.ts';
export { orderFindings } from './check/findings/order-findings.ts';
export { applyRules } from './check/rules/apply-rules.ts';
export { mayGoOn } from './check/rules/steps.ts';
export { readUses } from './check/read-uses.ts';
export { findNearName } from './near-name.ts';
export { findingSentences, type CheckRule } from './check/findings/sentences.ts';
export {
  findHandler,
  isOtherTrigger,
  type FoundHandler,
  type HandlerFunction,
} from './check/syntax/find-handler.ts';
export {
  parseAction,
  type ParsedSource,
  type ParseError,
  type ParseOptions,
  type Parser,
  type ParseResult,
  type SourceFile,
} from './check/syntax/parse-action.ts';
export { walk } from './check/syntax/link-nodes.ts';
export { editorOptions, globalTypes, typeOptions } from './check/typing/compiler.ts';
export { applyEdits, toOriginal, type Edit } from './check/typing/edits.ts';

// Cases.
export { caseSchemaAddress } from './case/case-schema-address.ts';
export { isCaseFile, isYaml, toCaseName } from './case/case-files.ts';
export { createResponder, NoResponseError, type SeenRequest } from './network/create-responder.ts';
export type { NetworkRule } from './network/network-schema.ts';
export type { CaseSignup, Expectation, SignupCase } from './case/case-schema.ts';
export { toExpectation, toFirstExpectation } from './case/to-expectation.ts';

// Running.
export {
  createModuleRequire,
  refuseModule,
  type ModuleGlobals,
  type ModuleRequire,
} from './run/module-require.ts';
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
  isMissingModule,
  loadHandler,
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
export type { JobHost } from './run/job-host.ts';
export { preciseClock, runJob, type FinishedJob } from './run/run-job.ts';
export { graceMs, toFailure, toStuck, toTerminatedOutcome } from './run/to-terminated-outcome.ts';

// Traces.
export {
  traceVersion,
  type Trace,
  type TracedAction,
  type TracedCode,
  type TracedDiagnostic,
  type TracedSignup,
} from './trace/trace.ts';

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
export { toChannel, unknownResponses } from './show/signup-channel.ts';
export { findPlace, toPlace, toSources, type Place } from './show/find-place.ts';
export type { CallView, RunView, StepView, Verdict } from './show/run-view.ts';
export { toCacheView, type CacheRecordView } from './show/to-cache-view.ts';
export { toRunView, toUnrunView, type ShownRun } from './show/to-run-view.ts';
