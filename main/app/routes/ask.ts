import { type Implementer, never } from '../implementer.ts';
import type { Parts } from '../parts.ts';
import { untilAborted } from '../until-aborted.ts';

export function askRoute(os: Implementer['ask'], { assistant }: Parts) {
  return os.handler(async function* ({ input, signal = never }) {
    yield* untilAborted(assistant.ask(input, signal), signal);
  });
}

export function previewRoute(os: Implementer['preview'], { assistant }: Parts) {
  return os.handler(async function* ({ input, signal = never }) {
    yield* untilAborted(assistant.preview(input.question, signal), signal);
  });
}
