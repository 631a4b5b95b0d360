import type { ShowView } from './use-view.ts';
import styles from './view-switch.module.css';
import type { ViewName } from './views.ts';

const { group, choice } = styles;

const names: Readonly<Record<ViewName, string>> = {
  page: 'Pages',
  formatted: 'Formatted',
  table: 'Table',
  lines: 'Lines',
  card: 'Card',
  text: 'Text',
};

interface ViewSwitchProps {
  readonly view: ViewName;
  readonly views: readonly ViewName[];
  readonly onShow: ShowView;
}

/** As the document looks, or as the text that was read of it. */
export function ViewSwitch({ view, views, onShow }: ViewSwitchProps) {
  return (
    <fieldset className={group} aria-label="View">
      {views.map((each) => (
        <button
          key={each}
          type="button"
          className={choice}
          aria-pressed={each === view}
          onClick={() => onShow(each)}
        >
          {names[each]}
        </button>
      ))}
    </fieldset>
  );
}
