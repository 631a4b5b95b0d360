import type { Persona } from '#main/contract/personas.ts';
import styles from './persona-choice.module.css';

const { choice } = styles;

interface PersonaChoiceProps {
  readonly personas: readonly Persona[];
  /** null for as usual. */
  readonly chosen: number | null;
  readonly onChoose: (personaId: number | null) => void;
}

/** As whom the next question is answered; nothing where there are no personas. */
export function PersonaChoice({ personas, chosen, onChoose }: PersonaChoiceProps) {
  if (personas.length === 0) return null;
  const isKnown = personas.some(({ personaId }) => personaId === chosen);
  return (
    <select
      className={choice}
      aria-label="Persona"
      value={isKnown ? String(chosen) : ''}
      onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
    >
      <option value="">As usual</option>
      {personas.map(({ personaId, name }) => (
        <option key={personaId} value={personaId}>
          {name}
        </option>
      ))}
    </select>
  );
}
