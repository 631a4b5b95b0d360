import { serveModels } from '#models/runtime/serve-models.ts';
import { startGuard } from '../guard.ts';
import { followHost, ownPort } from '../own-port.ts';

startGuard();
followHost();
serveModels(ownPort());
