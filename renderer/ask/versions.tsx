import { IconButton } from '../design/button.tsx';
import styles from './versions.module.css';

const { versions, count } = styles;

interface VersionsProps {
  /** Of what there are several: “question”, “answer”. */
  readonly what: string;
  /** In the order of asking. */
  readonly ids: readonly number[];
  readonly shown: number;
  readonly onShow: (id: number) => void;
}

/** Walks through what stands in one place: “2 of 3” between arrows; nothing where it stands alone. */
export function Versions({ what, ids, shown, onShow }: VersionsProps) {
  const at = ids.indexOf(shown);
  if (ids.length < 2 || at < 0) return null;
  // An arrow that leads nowhere keeps the focus, so that the keys go on from it.
  const arrow = (icon: 'previous' | 'next', label: string, id: number | undefined) => (
    <IconButton
      icon={icon}
      label={label}
      aria-disabled={id === undefined}
      onClick={() => (id === undefined ? undefined : onShow(id))}
    />
  );
  return (
    <fieldset className={versions} aria-label={`Versions of this ${what}`}>
      {arrow('previous', `Earlier ${what}`, ids[at - 1])}
      <span className={count}>
        {at + 1} of {ids.length}
      </span>
      {arrow('next', `Later ${what}`, ids[at + 1])}
    </fieldset>
  );
}
