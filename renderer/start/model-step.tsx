import { hrefOf } from '../app/route.ts';
import { FaultNotice } from '../design/notice.tsx';
import { FoundModels } from '../models/found-models.tsx';
import { OfferedCard } from '../models/offered-card.tsx';
import type { Downloads } from '../models/use-downloads.ts';
import { useModels } from '../models/use-models.ts';
import styles from './model-step.module.css';

const { step, choices, quiet } = styles;

/** The recommended models, those of other programs, or none for now. */
export function ModelStep({ downloads }: { readonly downloads: Downloads }) {
  const { here, catalogue, fault, use, add } = useModels(downloads.finished);
  const models = here.phase === 'ready' ? here.value : [];
  const offered = catalogue.phase === 'ready' ? catalogue.value.models : [];
  const recommended = offered.filter((model) => model.recommended !== null && !model.inUse);
  const inUse = models.filter((model) => model.inUse);
  return (
    <section className={step}>
      <h2>Who puts answers into words?</h2>
      <p className={quiet}>
        Without a model, answers are quoted from your files and found by their words. A small one finds by
        meaning too; a chat model writes sentences, each checked against its source. Both run on this
        computer, and you can choose later.
      </p>
      {fault === null ? null : <FaultNotice fault={fault} />}
      {inUse.length === 0 ? null : (
        <p role="status">In use already: {inUse.map(({ name }) => name).join(', ')}.</p>
      )}
      {catalogue.phase === 'loading' ? (
        <p className={quiet} role="status">
          Measuring how fast this computer runs models. This is done once and takes a few seconds.
        </p>
      ) : null}
      {recommended.length === 0 ? null : (
        <ul className={choices}>
          {recommended.map((model) => (
            <OfferedCard key={model.id} model={model} heading="h3" downloads={downloads} onUse={use} />
          ))}
        </ul>
      )}
      <FoundModels known={models} onAdd={add} />
      <p className={quiet}>
        <a href={hrefOf({ screen: 'models' })}>All models</a> are told with how well each runs here.
      </p>
    </section>
  );
}
