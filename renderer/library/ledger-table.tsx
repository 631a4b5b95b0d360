import { memo } from 'react';
import type { LedgerRow } from '#main/contract/ledger.ts';
import { reasonSentence } from '#main/contract/reason.ts';
import { Badge } from '../design/badge.tsx';
import { countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/places.ts';
import { fileStates } from '../wording/states.ts';
import styles from './ledger-table.module.css';

const { frame, table, folder: folderBox, reason: reasonBox, state: stateColumn, number, none } = styles;

export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }) {
  return (
    <div className={frame}>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className={stateColumn}>
              State
            </th>
            <th scope="col" className={number}>
              Documents
            </th>
            <th scope="col" className={number}>
              Passages
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FileRow key={row.path} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={none}>No file here matches.</p> : null}
    </div>
  );
}

const FileRow = memo(function FileRow({ row }: { readonly row: LedgerRow }) {
  const { name, folder } = splitPath(row.path);
  const state = fileStates[row.state];
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        <p className={folderBox} title={row.path}>
          {folder}
        </p>
        {row.reason === null || row.reason === 'waiting' ? null : (
          <p className={reasonBox}>{reasonSentence(row.reason, row.detail ?? '')}</p>
        )}
      </th>
      <td className={stateColumn}>
        <Badge tone={state.tone}>{state.words}</Badge>
      </td>
      <td className={number}>{countOf(row.documents)}</td>
      <td className={number}>{countOf(row.chunks)}</td>
    </tr>
  );
});
