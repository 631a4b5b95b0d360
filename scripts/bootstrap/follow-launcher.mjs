// Loaded into the process that hand-over.mjs starts: a launcher killed with SIGKILL can pass nothing on, so what it
// launched watches for its end.
const launcher = Number(process.env.QUIPU_LAUNCHER_PID);
const watchMs = 300;
/** For an orderly end; what is not done by then is as after a crash, which everything here survives. */
const graceMs = 5000;

/** The services that this process starts have guards of their own. */
delete process.env.QUIPU_LAUNCHER_PID;

if (launcher > 0 && process.ppid === launcher) {
  const watch = setInterval(() => {
    if (launcherLives()) return;
    clearInterval(watch);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
    process.kill(process.pid, 'SIGTERM');
  }, watchMs);
  watch.unref();
}

function launcherLives() {
  if (process.ppid !== launcher) return false;
  try {
    process.kill(launcher, 0);
    return true;
  } catch {
    return false;
  }
}
