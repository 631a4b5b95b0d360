/** A step of the set-up that could not be done: one line for the person, with the way out. */
export class SetupError extends Error {}

const networkMarks =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/;

/**
 * Why npm failed, in one line.
 * @param {string} output what npm printed
 * @param {string} doing "install the packages"
 */
export function npmFailure(output, doing) {
  const failed = `Could not ${doing}`;
  if (/ENOSPC/.test(output))
    return new SetupError(`${failed}: the disk is full. Free some space and run the command again.`);
  if (/EINTEGRITY/.test(output))
    return new SetupError(
      `${failed}: a package arrived with a wrong checksum. Run "npm cache clean --force", then the command again.`,
    );
  if (/EACCES|EPERM/.test(output))
    return new SetupError(
      `${failed}: a file may not be written. Run the command as the user who owns this folder.`,
    );
  if (networkMarks.test(output))
    return new SetupError(
      `${failed}: the package registry cannot be reached. The first run needs the network; connect and run the command again.`,
    );
  return new SetupError(`${failed}: ${lastError(output)}`);
}

/** @param {string} output */
function lastError(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/complete log of this run|^npm warn|EBADENGINE/i.test(line));
  return `npm says: ${lines[0] ?? 'nothing'}. Run "npm ci" to see all of it.`;
}
