import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The peak of a process's resident memory so far, in MB; undefined where there is no /proc, and when it has ended. */
function peakMbOf(pid) {
  try {
    const kb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}

const pollEveryMs = 10;

/**
 * Runs a program once, from start to exit. Its results go to `onOutput`, or are thrown away. Fails when it ends with another
 * code than those `accepted`, or takes longer than `limitSeconds`.
 */
export function measure({ command, args, cwd, accepted = [0], limitSeconds = 1800, onOutput }) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(command, args, { cwd, stdio: ['ignore', onOutput ? 'pipe' : 'ignore', 'pipe'] });
    let ended;
    let peakMb;
    let complaint = '';
    const poll = setInterval(() => {
      // The kernel keeps the mark, so the last look is the peak.
      peakMb = peakMbOf(child.pid) ?? peakMb;
    }, pollEveryMs);
    const overdue = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000);
    const stop = () => {
      clearInterval(poll);
      clearTimeout(overdue);
    };
    child.stdout?.on('data', onOutput);
    child.stderr.on('data', (bytes) => {
      complaint = (complaint + bytes).slice(-2000);
    });
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('exit', () => {
      ended = process.hrtime.bigint();
      stop();
    });
    child.on('close', (code, signal) => {
      if (accepted.includes(code)) resolve({ seconds: Number(ended - begun) / 1e9, peakMb });
      else reject(new Error(`ended with ${code ?? signal}: ${complaint.trim().split('\n').at(-1)}`));
    });
  });
}
