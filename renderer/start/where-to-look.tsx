import { useState } from 'react';
import type { PlaceKind, SuggestedPlace } from '#main/contract/places.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { Icon, type IconName } from '../design/icon.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { AddSource } from '../library/add-source.tsx';
import { bytesOf, counted } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { type Suggested, useSuggested } from './use-suggested.ts';
import styles from './where-to-look.module.css';

const { places: list, place: row, names, step, quiet, added } = styles;

const icons: Readonly<Record<PlaceKind, IconName>> = {
  documents: 'folder',
  notes: 'note',
  mail: 'mail',
  export: 'archive',
};

const kinds: Readonly<Record<PlaceKind, string>> = {
  documents: 'Documents',
  notes: 'Notes',
  mail: 'Mail',
  export: 'Export',
};

const loadSources = (client: Client, signal: AbortSignal): Promise<Source[]> =>
  client.sources.list(undefined, { signal });

/** Places that may be worth adding: nothing is before it is clicked. */
export function WhereToLook() {
  const suggested = useSuggested();
  const [path, setPath] = useState('');
  const { places, phase, fault } = suggested;
  const [sources, reload] = useLoaded(loadSources);
  const all = sources.phase === 'ready' ? sources.value : [];
  const others = all.filter((source) => places.every((place) => place.path !== source.path));
  return (
    <section className={step}>
      <h2>What may Quipu read?</h2>
      <p className={quiet} role="status">
        {phase === 'looking'
          ? 'Looking at the names of folders on this computer…'
          : places.length === 0
            ? 'Nothing was found at the usual places. Add any folder below.'
            : 'These were found by their names; none has been opened. Add what you like, or another folder.'}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} />}
      {places.length + others.length === 0 ? null : (
        <ul className={list}>
          {places.map((each) => (
            <Place key={each.path} place={each} suggested={suggested} />
          ))}
          {others.map((source) => (
            <OwnPlace key={source.sourceId} path={source.path} />
          ))}
        </ul>
      )}
      <AddSource path={path} onPath={setPath} dropNotice={null} onAdded={reload} />
    </section>
  );
}

function Place({ place, suggested }: { readonly place: SuggestedPlace; readonly suggested: Suggested }) {
  const { path, kind, program, files, bytes, isAtLeast, isAdded } = place;
  const { name, folder } = splitPath(path);
  const what = program === '' ? kinds[kind] : `${kinds[kind]}, ${program}`;
  const amount = `${isAtLeast ? 'more than ' : ''}${counted(files, 'file')}, ${bytesOf(bytes)}`;
  return (
    <li className={row} data-added={isAdded}>
      <Icon name={icons[kind]} size={22} />
      <div className={names}>
        <strong>{name}</strong>
        <small>{`${what} · ${amount}`}</small>
        <small title={path}>{folder}</small>
      </div>
      {isAdded ? (
        <>
          <Added />
          <Button look="quiet" aria-label={`Take ${name} out again`} onClick={() => suggested.takeBack(path)}>
            Undo
          </Button>
        </>
      ) : (
        <Button icon="plus" aria-label={`Add ${name}`} onClick={() => suggested.add(path)}>
          Add
        </Button>
      )}
    </li>
  );
}

/** A folder that was added by its path. */
function OwnPlace({ path }: { readonly path: string }) {
  const { name, folder } = splitPath(path);
  return (
    <li className={row} data-added>
      <Icon name="folder" size={22} />
      <div className={names}>
        <strong>{name}</strong>
        <small title={path}>{folder}</small>
      </div>
      <Added />
    </li>
  );
}

function Added() {
  return (
    <span className={added}>
      <Icon name="check" size={16} />
      Added
    </span>
  );
}
