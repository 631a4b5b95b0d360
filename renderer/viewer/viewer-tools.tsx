import type { DocumentView } from '#main/contract/document.ts';
import { IconButton } from '../design/button.tsx';
import { FileWays } from './file-ways.tsx';
import styles from './source-viewer.module.css';
import type { ShowView } from './use-view.ts';
import type { Viewer, Viewing } from './use-viewing.ts';
import { ViewSwitch } from './view-switch.tsx';
import type { ViewName } from './views.ts';

const { tools, count, space } = styles;

interface ViewerToolsProps {
  readonly viewing: Viewing;
  readonly viewer: Viewer;
  readonly document: DocumentView | null;
  readonly view: ViewName;
  readonly views: readonly ViewName[];
  readonly onShow: ShowView;
}

export function ViewerTools({ viewing, viewer, document, view, views, onShow }: ViewerToolsProps) {
  const { at, items } = viewing;
  return (
    <div className={tools} data-keeps-focus>
      {items.length < 2 ? null : (
        <>
          <IconButton
            icon="previous"
            label="Previous source (←)"
            aria-disabled={at === 0}
            onClick={() => viewer.move(at - 1)}
          />
          <IconButton
            icon="next"
            label="Next source (→)"
            aria-disabled={at === items.length - 1}
            onClick={() => viewer.move(at + 1)}
          />
          <span className={count}>
            {at + 1} of {items.length}
          </span>
        </>
      )}
      <span className={space} />
      {views.length > 1 ? <ViewSwitch view={view} views={views} onShow={onShow} /> : null}
      <FileWays documentId={items[at]?.documentId ?? 0} path={document?.path ?? null} />
      <IconButton icon="close" label="Close (Escape)" onClick={viewer.close} />
    </div>
  );
}
