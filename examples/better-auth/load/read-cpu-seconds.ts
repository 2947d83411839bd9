import { readFileSync } from 'node:fs';

/** How many ticks of a processor's time Linux counts in a second. */
const ticksPerSecond = 100;

/** The processor time that a process and its children have used so far, in seconds. Only on Linux. */
export function readCpuSeconds(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  const pids = [pid, ...children.filter((child) => child.trim() !== '').map(Number)];
  return pids.reduce((sum, one) => sum + readTicks(one), 0) / ticksPerSecond;
}

/** Time in the program and time in the system, the fields 14 and 15 of `stat`. The name before them may contain spaces. */
function readTicks(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/);
  const [user = '', system = ''] = fields.split(' ').slice(11);
  return Number(user) + Number(system);
}
