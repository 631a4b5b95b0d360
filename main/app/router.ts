import { createImplementer } from './implementer.ts';
import type { Parts } from './parts.ts';
import { readPrivacy } from './privacy.ts';
import { askRoute, previewRoute } from './routes/ask.ts';
import { comparisonsRoutes } from './routes/comparisons.ts';
import { conversationsRoutes } from './routes/conversations.ts';
import { documentsRoutes } from './routes/documents.ts';
import { modelsRoutes } from './routes/models.ts';
import { peopleRoutes } from './routes/people.ts';
import { personasRoutes } from './routes/personas.ts';
import { completeRoute, searchRoute } from './routes/search.ts';
import { settingsRoutes } from './routes/settings.ts';
import { sourcesRoutes } from './routes/sources.ts';
import { statusRoute } from './routes/status.ts';

export type Router = ReturnType<typeof createRouter>;

/** Every call of the contract, answered with the parts of an open engine. */
export function createRouter(parts: Parts, logPath: string) {
  const os = createImplementer(parts.log, logPath);
  return os.router({
    sources: sourcesRoutes(os.sources, parts),
    status: statusRoute(os.status, parts),
    search: searchRoute(os.search, parts),
    complete: completeRoute(os.complete, parts),
    ask: askRoute(os.ask, parts),
    preview: previewRoute(os.preview, parts),
    examples: os.examples.handler(() => parts.assistant.examples()),
    documents: documentsRoutes(os.documents, parts),
    people: peopleRoutes(os.people, parts),
    conversations: conversationsRoutes(os.conversations, parts),
    personas: personasRoutes(os.personas, parts),
    comparisons: comparisonsRoutes(os.comparisons, parts),
    models: modelsRoutes(os.models, parts),
    settings: settingsRoutes(os.settings, parts),
    privacy: os.privacy.handler(() => readPrivacy(parts.folders, parts.conversations.downloads)),
  });
}
