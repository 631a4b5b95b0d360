import { memo } from 'react';
import type { LedgerRow } from '#main/contract/ledger.ts';
import { reasonSentence } from '#main/contract/reason.ts';
import { Badge } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { counted, countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { fileStates } from '../wording/states.ts';
import styles from './ledger-table.module.css';

const {
  frame,
  table,
  folder: folderBox,
  opener,
  reason: reasonBox,
  state: stateColumn,
  number,
  none,
} = styles;

interface LedgerTableProps {
  readonly rows: readonly LedgerRow[];
  /** The path that was looked for, where it is a whole one: its story can be told though it is in no row. */
  readonly soughtPath: string | null;
  /** The story of one file is asked for. */
  readonly onWhy: (path: string) => void;
  readonly onRetry: (path: string) => void;
}

export function LedgerTable({ rows, soughtPath, onWhy, onRetry }: LedgerTableProps) {
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
            <FileRow key={row.path} row={row} onWhy={onWhy} onRetry={onRetry} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <div className={none}>
          <p>No file here matches.</p>
          {soughtPath === null ? null : (
            <Button onClick={() => onWhy(soughtPath)}>Why isn’t it found?</Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

interface FileRowProps extends Omit<LedgerTableProps, 'rows' | 'soughtPath'> {
  readonly row: LedgerRow;
}

const FileRow = memo(function FileRow({ row, onWhy, onRetry }: FileRowProps) {
  const { name, folder } = splitPath(row.path);
  const state = fileStates[row.state];
  return (
    <tr>
      <th scope="row">
        <button type="button" className={opener} aria-label={`${name}: why?`} onClick={() => onWhy(row.path)}>
          {name}
        </button>
        <p className={folderBox} title={row.path}>
          {folder}
        </p>
        {row.reason === null || row.reason === 'waiting' ? null : (
          <p className={reasonBox}>{reasonSentence(row.reason, row.detail ?? '')}</p>
        )}
        {row.withheld === 0 ? null : <p className={reasonBox}>{counted(row.withheld, 'secret')} withheld.</p>}
      </th>
      <td className={stateColumn}>
        <Badge tone={state.tone}>{state.words}</Badge>
        {row.reason === null || row.reason === 'waiting' ? null : (
          <IconButton icon="rescan" label={`Read ${name} again`} onClick={() => onRetry(row.path)} />
        )}
      </td>
      <td className={number}>{countOf(row.documents)}</td>
      <td className={number}>{countOf(row.chunks)}</td>
    </tr>
  );
});
