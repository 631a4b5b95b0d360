import { constants, getPriority, setPriority } from 'node:os';
import { serveParser } from '#indexer/pipeline/pool/child.ts';
import { startGuard } from '../guard.ts';
import { followHost, ownPort } from '../own-port.ts';

/**
 * A third of the processor that others get where all of it is asked for: what a person waits for goes before what is
 * read behind it, and a file is still read within its time on a busy computer. Windows knows no step so small.
 */
const behindOthers = 5;

// Before the guard's thread, which has the priority of the thread that starts it.
setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + behindOthers));
startGuard();
followHost();
serveParser(ownPort());
