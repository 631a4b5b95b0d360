import { readFileSync } from 'node:fs';

/** Folders and watching programs that are enough for a large home folder; each costs the kernel about a kilobyte. */
const wantedWatches = 524_288;
const wantedInstances = 1_024;

/** Why the changes of a source are found late, and how to raise the limit on this system, in sentences. */
export function watchNotice(code: string, paths: readonly string[], platform = process.platform): string {
  const where = paths.join(', ');
  const told = `The changes in ${where} are not all told to Quipu as they happen; it looks for them every few minutes instead.`;
  return `${told} ${reasonAndRemedy(code, platform)}`;
}

function reasonAndRemedy(code: string, platform: NodeJS.Platform): string {
  if (platform === 'linux' && code === 'ENOSPC')
    return `${limitReached('max_user_watches', 'watch more folders', wantedWatches)}`;
  if (platform === 'linux' && code === 'EMFILE')
    return `${limitReached('max_user_instances', 'let more programs watch folders', wantedInstances)}`;
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'Too many files are open on this computer: close other programs, or start it anew. Quipu goes on watching by itself.';
  return `The system does not watch this place (${code}), as some shares and drives of other systems are not watched.`;
}

/** Linux: inotify(7). What is set in the file holds after the next start too; Quipu tries again by itself. */
function limitReached(name: string, what: string, wanted: number): string {
  const setting = `fs.inotify.${name}`;
  const now = currentLimit(name);
  const raised = Math.max(wanted, 4 * (now ?? 0));
  const held = now === null ? '' : ` (${setting} is ${now})`;
  return `The system may not ${what} for you${held}. Raise the limit in a terminal with: echo ${setting}=${raised} | sudo tee /etc/sysctl.d/60-${name.replaceAll('_', '-')}.conf && sudo sysctl --system. Quipu then goes on watching by itself, at once with a rescan.`;
}

function currentLimit(name: string): number | null {
  try {
    return Number(readFileSync(`/proc/sys/fs/inotify/${name}`, 'utf8')) || null;
  } catch {
    // A sandbox may hide it: the advice holds without it.
    return null;
  }
}
