import { serveParser } from '#indexer/pipeline/pool/child.ts';
import { startGuard } from '../guard.ts';
import { followHost, ownPort } from '../own-port.ts';

startGuard();
followHost();
serveParser(ownPort());
