import type { Implementer } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function settingsRoutes(os: Implementer['settings'], { conversations, models, holdBack }: Parts) {
  const { settings } = conversations;
  return {
    read: os.read.handler(() => settings.read()),
    change: os.change.handler(async ({ input: { embedder, chat, ...rest } }) => {
      if (embedder !== undefined) await models.use('embedder', embedder);
      if (chat !== undefined) await models.use('chat', chat);
      const changed = settings.change(rest);
      holdBack.renew();
      return changed;
    }),
    unavailable: os.unavailable.handler(() => holdBack.unavailable()),
  };
}
