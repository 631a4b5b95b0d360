import { type FormEvent, useState } from 'react';
import type { Persona, PersonaInput } from '#main/contract/personas.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useChatModels } from '../models/use-chat-models.ts';
import styles from './persona-dialog.module.css';

const { form, field, check, actions } = styles;

const longestName = 80;
const longestInstructions = 4_000;
const lengths = [
  ['short', 'Short: one sentence'],
  ['usual', 'As usual'],
  ['detailed', 'Detailed'],
] as const;

interface PersonaDialogProps {
  /** null for a new one. */
  readonly persona: Persona | null;
  readonly onSave: (persona: PersonaInput) => void;
  readonly onClose: () => void;
}

const fresh: PersonaInput = { name: '', instructions: '', chat: null, length: 'usual', thorough: false };

/** A persona, to be made or changed. */
export function PersonaDialog({ persona, onSave, onClose }: PersonaDialogProps) {
  const [given, setGiven] = useState<PersonaInput>(persona ?? fresh);
  const models = useChatModels();
  const chats = models.phase === 'ready' ? models.value : [];
  const isGone = given.chat !== null && chats.every(({ id }) => id !== given.chat);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.name.trim() !== '') onSave(given);
  };
  return (
    <Dialog title={persona === null ? 'New persona' : `Change ${persona.name}`} onClose={onClose}>
      <form className={form} onSubmit={submit}>
        <label className={field}>
          Name
          <input
            autoComplete="off"
            maxLength={longestName}
            value={given.name}
            onChange={({ target }) => setGiven({ ...given, name: target.value })}
          />
        </label>
        <label className={field}>
          What every answer is to be like
          <textarea
            rows={4}
            maxLength={longestInstructions}
            placeholder="Answer in plain words, as to a friend."
            value={given.instructions}
            onChange={({ target }) => setGiven({ ...given, instructions: target.value })}
          />
        </label>
        <label className={field}>
          Length
          <select
            value={given.length}
            onChange={({ target }) => setGiven({ ...given, length: lengthIn(target.value) })}
          >
            {lengths.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label className={field}>
          Chat model
          <select
            value={given.chat ?? ''}
            onChange={({ target }) => setGiven({ ...given, chat: target.value || null })}
          >
            <option value="">The one in use</option>
            {chats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {isGone ? <option value={given.chat ?? ''}>{given.chat} (not on this computer)</option> : null}
          </select>
        </label>
        <label className={check}>
          <input
            type="checkbox"
            checked={given.thorough}
            onChange={({ target }) => setGiven({ ...given, thorough: target.checked })}
          />
          Always thorough
        </label>
        <div className={actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={given.name.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function lengthIn(value: string): Persona['length'] {
  return lengths.find(([each]) => each === value)?.[0] ?? 'usual';
}
