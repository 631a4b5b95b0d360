import { useState } from 'react';
import type { Persona } from '#main/contract/personas.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { Toast } from '../design/toast.tsx';
import type { SettingsSection } from '../settings/section.ts';
import { PersonaDialog } from './persona-dialog.tsx';
import styles from './personas-section.module.css';
import { usePersonas } from './use-personas.ts';

const { list, row, names, acts, note } = styles;

/** The part of the settings where ways of being answered are made. */
export const personasSection: SettingsSection = {
  id: 'personas',
  title: 'Personas',
  words: 'personas instructions style tone length model answer',
  settings: [],
  body: <PersonasBody />,
};

const lengths: Readonly<Record<Persona['length'], string>> = {
  short: 'short answers',
  usual: 'usual length',
  detailed: 'detailed answers',
};

function PersonasBody() {
  const { listed, fault, deletion, dismiss, save, remove, restore } = usePersonas();
  /** The one that is worked on; null for a new one. */
  const [open, setOpen] = useState<Persona | null | 'none'>('none');
  if (listed.phase === 'failed') return <FaultNotice fault={listed.fault} />;
  const personas = listed.phase === 'ready' ? listed.value : [];
  return (
    <>
      <p className={note}>
        A persona is a way of being answered: its instructions hold in every turn of a conversation. What is
        found, cited and verified stays the same.
      </p>
      {fault === null ? null : <FaultNotice fault={fault} />}
      {personas.length === 0 ? null : (
        <ul className={list}>
          {personas.map((persona) => (
            <li key={persona.personaId} className={row}>
              <div className={names}>
                <strong>{persona.name}</strong>
                <p>{aboutOf(persona)}</p>
              </div>
              <div className={acts}>
                <Button look="quiet" aria-label={`Change ${persona.name}`} onClick={() => setOpen(persona)}>
                  Change
                </Button>
                <Button
                  look="quiet"
                  icon="forget"
                  aria-label={`Delete ${persona.name}`}
                  onClick={() => remove(persona)}
                >
                  Delete
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon="plus" onClick={() => setOpen(null)}>
          New persona
        </Button>
      </div>
      {open === 'none' ? null : (
        <PersonaDialog
          persona={open}
          onSave={(given) => save(given, () => setOpen('none'))}
          onClose={() => setOpen('none')}
        />
      )}
      {deletion === null ? null : (
        <Toast onUndo={() => restore(deletion.personaId)} onClose={dismiss}>
          {`${deletion.name} is deleted. Its conversations are answered as usual.`}
        </Toast>
      )}
    </>
  );
}

function aboutOf({ instructions, length, thorough, chat }: Persona): string {
  return [
    instructions,
    ...(length === 'usual' ? [] : [lengths[length]]),
    ...(thorough ? ['thorough'] : []),
    ...(chat === null ? [] : [chat]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
