import { fitWords, roleWords } from '#main/contract/model-words.ts';
import type { ModelFit, ModelRole, OfferedModel } from '#main/contract/models.ts';
import { Badge } from '../design/badge.tsx';
import { bytesOf } from '../wording/figures.ts';
import type { Tone } from '../wording/states.ts';
import { GetOffered } from './get-offered.tsx';
import styles from './offered-card.module.css';
import type { Downloads } from './use-downloads.ts';

const { card, head, about, why, facts, above } = styles;

const tones: Readonly<Record<ModelFit['verdict'], Tone>> = { well: 'good', slowly: 'warn', not: 'plain' };

interface OfferedCardProps {
  readonly model: OfferedModel;
  /** One below the heading it stands under. */
  readonly heading: 'h3' | 'h4';
  readonly downloads: Downloads;
  readonly onUse: (role: ModelRole, modelId: string) => void;
}

/** One model on offer: what it is for, how it runs here and why, what its licence allows, and how to get it. */
export function OfferedCard({ model, heading: Heading, downloads, onUse }: OfferedCardProps) {
  const { name, role, maker, purpose, languages, licence, sizeBytes, sizeExact, fit, recommended } = model;
  // Two buttons and two progress bars of one download would be told twice to whoever listens.
  const isAbove = Heading === 'h4' && recommended !== null && !model.inUse;
  return (
    <li className={card} data-recommended={recommended !== null} data-verdict={fit.verdict}>
      <div className={head}>
        <Heading>{name}</Heading>
        {recommended === null ? null : <Badge tone="accent">Recommended</Badge>}
        <Badge tone={tones[fit.verdict]}>{fitWords[fit.verdict]}</Badge>
        {model.inUse ? <Badge tone="good">In use</Badge> : null}
      </div>
      <p className={about}>
        {purpose} {Heading === 'h3' ? <span>It {roleWords[role]}.</span> : null}
      </p>
      <p className={why}>{Heading === 'h3' ? (recommended ?? fit.why) : fit.why}</p>
      <dl className={facts}>
        <Fact name="By">{maker}</Fact>
        <Fact name="Size">{`${sizeExact ? '' : 'about '}${bytesOf(sizeBytes)}`}</Fact>
        <Fact name="Languages">{languages}</Fact>
        <Fact name="Licence">{`${licence.name}. ${licence.words}`}</Fact>
      </dl>
      {isAbove ? (
        <p className={above}>It can be got further up, among the recommended.</p>
      ) : (
        <GetOffered model={model} downloads={downloads} onUse={onUse} />
      )}
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
