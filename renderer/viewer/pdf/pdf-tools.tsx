import { IconButton } from '../../design/button.tsx';
import styles from './pdf.module.css';

const { tools, gap } = styles;

interface PdfToolsProps {
  readonly page: number;
  readonly pages: number;
  /** 1: as wide as there is room. */
  readonly zoom: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: number) => void;
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The next larger zoom, or the next smaller one. */
export function zoomBy(zoom: number, by: 1 | -1): number {
  const at = zooms.indexOf(zoom) + by;
  return zooms[Math.min(Math.max(at, 0), zooms.length - 1)] ?? 1;
}

export function PdfTools({ page, pages, zoom, onPage, onZoom }: PdfToolsProps) {
  const at = zooms.indexOf(zoom);
  return (
    <div className={tools} role="toolbar" aria-label="Pages">
      <IconButton
        icon="up"
        label="Previous page"
        aria-disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        icon="down"
        label="Next page"
        aria-disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      <span aria-live="polite">
        Page {page} of {pages}
      </span>
      <span className={gap} />
      <IconButton
        icon="minus"
        label="Smaller (−)"
        aria-disabled={at === 0}
        onClick={() => onZoom(zoomBy(zoom, -1))}
      />
      <span>{Math.round(zoom * 100)} %</span>
      <IconButton
        icon="plus"
        label="Larger (+)"
        aria-disabled={at === zooms.length - 1}
        onClick={() => onZoom(zoomBy(zoom, 1))}
      />
    </div>
  );
}
