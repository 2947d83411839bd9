import fc from 'fast-check';
import { contractHolds } from '/tmp/h-fuzz/fuzz/check/property.ts';
import { scenario } from '/tmp/h-fuzz/fuzz/scripts/scenario.ts';
Error.stackTraceLimit = 0;
const n = Number(process.argv[2] ?? 2000);
let t=performance.now(); fc.sample(scenario, n); console.log('gen us', (performance.now()-t)/n*1000);
t=performance.now();
const r = await fc.check(contractHolds, { seed: Number(process.argv[3] ?? 1), numRuns: n });
console.log(r.failed, r.numRuns, r.numShrinks, r.counterexamplePath, ((performance.now()-t)/n*1000).toFixed(0)+'us/run');
if (r.failed) { const show=(v:unknown)=>JSON.stringify(v,(k,x)=> x&&x.source!==undefined? x.source : x, 1); console.log(show(r.counterexample), String(r.errorInstance).slice(0,3000), (r.errorInstance as any)?.stack?.slice(0,600)); }
