import type { AskInput } from '#main/contract/ask.ts';
import type { Persona } from '#main/contract/personas.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Conversations } from './conversations/conversations.ts';
import { type Manner, mannerOf } from './generate/manner.ts';

/** Who writes an answer, and how. */
export interface Voice {
  /** null where no model is to write. */
  readonly chat: () => Promise<ChatModel | null>;
  readonly manner: Manner;
}

interface Models {
  readonly chat: () => Promise<ChatModel | null>;
  readonly chatOf: (modelId: string) => Promise<ChatModel>;
}

/** The voice of a persona, which may have a model of its own; without one that of the model in use. */
export function voiceOf(models: Models, persona: Persona | null, thorough = false): Voice {
  const own = persona?.chat ?? null;
  return {
    chat: own === null ? models.chat : () => models.chatOf(own),
    manner: mannerOf(persona, thorough || persona?.thorough === true),
  };
}

/** The persona that a question is answered as: the one it names, else its conversation's. */
export function personaFor(
  { personas, personaOf }: Conversations,
  { personaId: named, conversationId }: Pick<AskInput, 'personaId' | 'conversationId'>,
): Persona | null {
  const kept = conversationId === undefined ? null : personaOf(conversationId);
  const chosen = named === undefined ? kept : named;
  return chosen === null ? null : personas.read(chosen);
}
