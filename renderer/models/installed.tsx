import { useState } from 'react';
import { roleWords } from '#main/contract/model-words.ts';
import type { ModelInfo, ModelRole } from '#main/contract/models.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Confirm } from '../design/confirm.tsx';
import { bytesOf } from '../wording/figures.ts';
import styles from './installed.module.css';

const { section, list, row, names, acts, none } = styles;

interface InstalledProps {
  readonly models: readonly ModelInfo[];
  readonly onUse: (role: ModelRole, modelId: string | null) => void;
  readonly onRemove: (modelId: string) => void;
}

/** The models on this computer, and which of them Quipu uses. */
export function Installed({ models, onUse, onRemove }: InstalledProps) {
  const [leaving, setLeaving] = useState<ModelInfo | null>(null);
  return (
    <section className={section} aria-label="On this computer">
      <h2>On this computer</h2>
      {models.length === 0 ? (
        <p className={none}>
          No model is here. Files are found by their words and answered with quotations all the same.
        </p>
      ) : (
        <ul className={list}>
          {models.map((model) => (
            <li key={model.id} className={row}>
              <div className={names}>
                <strong>{model.name}</strong>
                {model.inUse ? <Badge tone="good">In use</Badge> : null}
                <small>{about(model)}</small>
              </div>
              <div className={acts}>
                {model.inUse ? (
                  <Button
                    look="quiet"
                    aria-label={`Stop using ${model.name}`}
                    onClick={() => onUse(model.role, null)}
                  >
                    Stop using
                  </Button>
                ) : (
                  <Button
                    icon="check"
                    aria-label={`Use ${model.name}`}
                    onClick={() => onUse(model.role, model.id)}
                  >
                    Use
                  </Button>
                )}
                <Button
                  look="quiet"
                  icon="forget"
                  aria-label={`Remove ${model.name}`}
                  onClick={() => setLeaving(model)}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {leaving === null ? null : (
        <Confirm
          title={`Remove ${leaving.name}?`}
          act="Remove"
          onCancel={() => setLeaving(null)}
          onAct={() => {
            onRemove(leaving.id);
            setLeaving(null);
          }}
        >
          {leaving.own
            ? 'Where its file lies in Quipu’s own folder of models it is deleted; a file elsewhere stays where it is.'
            : `Its file of ${bytesOf(leaving.sizeBytes)} is deleted. It can be fetched again.`}
          {leaving.inUse ? ` Nothing then ${roleWords[leaving.role]}.` : ''}
        </Confirm>
      )}
    </section>
  );
}

function about({ role, sizeBytes, licence, languages }: ModelInfo): string {
  const words = roleWords[role];
  return [words.charAt(0).toUpperCase() + words.slice(1), bytesOf(sizeBytes), licence, languages]
    .filter((part) => part !== '')
    .join(' · ');
}
