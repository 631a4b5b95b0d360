import { useState } from 'react';
import type { ModelRole } from '#main/contract/models.ts';
import { hrefOf } from '../app/route.ts';
import { Confirm } from '../design/confirm.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { ScreenHead } from '../design/screen-head.tsx';
import { counted } from '../wording/figures.ts';
import { CatalogueList } from './catalogue-list.tsx';
import { ComputerLine } from './computer-line.tsx';
import { FoundModels } from './found-models.tsx';
import { Installed } from './installed.tsx';
import styles from './models-screen.module.css';
import { OfferedCard } from './offered-card.tsx';
import type { Downloads } from './use-downloads.ts';
import { useModels } from './use-models.ts';

const { screen, choices, section, quiet } = styles;

/** The models on this computer, the recommended choice, and everything on offer with how it runs here. */
export function ModelsScreen({ downloads }: { readonly downloads: Downloads }) {
  const [coming, setComing] = useState<string | null>(null);
  const { here, catalogue, fault, use, remove, add } = useModels(downloads.finished);
  if (here.phase === 'failed') {
    return (
      <div className={screen}>
        <FaultNotice fault={here.fault} />
      </div>
    );
  }
  if (here.phase === 'loading') return <div className={screen} aria-busy="true" />;
  const models = here.value;
  const offered = catalogue.phase === 'ready' ? catalogue.value.models : [];
  const recommended = offered.filter((model) => model.recommended !== null && !model.inUse);
  const ask = (role: ModelRole, modelId: string | null) => {
    const replaces = role === 'embedder' && models.some((model) => model.role === role && model.inUse);
    if (replaces && modelId !== null) setComing(modelId);
    else use(role, modelId);
  };
  return (
    <div className={screen}>
      <ScreenHead
        title="Models"
        sum={models.length === 0 ? 'None on this computer yet' : `${counted(models.length, 'model')} here`}
        isStatus
      />
      {fault === null ? null : <FaultNotice fault={fault} />}
      {recommended.length === 0 ? null : (
        <section className={section} aria-label="Recommended">
          <h2>Recommended for this computer</h2>
          <ul className={choices}>
            {recommended.map((model) => (
              <OfferedCard key={model.id} model={model} heading="h3" downloads={downloads} onUse={ask} />
            ))}
          </ul>
        </section>
      )}
      <Installed models={models} onUse={ask} onRemove={remove} />
      <p>
        <a href={hrefOf({ screen: 'compare' })}>Compare chat models on your own questions</a>
      </p>
      <FoundModels known={models} onAdd={add} />
      {catalogue.phase === 'loading' ? (
        <p className={quiet} role="status">
          Measuring how fast this computer runs models. This is done once and takes a few seconds.
        </p>
      ) : null}
      {catalogue.phase === 'failed' ? <FaultNotice fault={catalogue.fault} /> : null}
      {catalogue.phase === 'ready' ? (
        <section className={section} aria-label="On offer">
          <h2>On offer</h2>
          <ComputerLine computer={catalogue.value.computer} wasBusy={catalogue.value.wasBusy} />
          <CatalogueList models={offered} downloads={downloads} onUse={ask} />
        </section>
      ) : null}
      {coming === null ? null : (
        <Confirm
          title="Use another embedder?"
          act="Use it"
          onCancel={() => setComing(null)}
          onAct={() => {
            use('embedder', coming);
            setComing(null);
          }}
        >
          Every text of the library is embedded anew by it, which takes a while. Search by words goes on
          meanwhile.
        </Confirm>
      )}
    </div>
  );
}
