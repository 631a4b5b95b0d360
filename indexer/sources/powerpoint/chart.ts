import type { SlideBlock } from '../slides/slide.ts';
import { childOf, childrenOf, descendantsOf, innerText, type XmlElement } from '../xml-tree/tree.ts';

/** Rows of one chart that are kept: a chart of more points is a picture, not a text. */
const mostPoints = 200;

/** What a chart says in words and figures (ECMA-376 21.2): its titles, then a row for each category. */
export function readChart(chart: XmlElement): SlideBlock[] {
  const blocks: SlideBlock[] = [];
  for (const title of descendantsOf(chart, 'c:title')) {
    const text = [...descendantsOf(title, 'a:t')].map((run) => innerText(run)).join('');
    if (text.trim() !== '') blocks.push({ role: 'paragraph', text, tight: false });
  }
  const series = [...descendantsOf(chart, 'c:ser')].slice(0, mostPoints);
  const categories = pointsOf(childOf(series[0], 'c:cat'));
  const columns = series.map((one) => pointsOf(childOf(one, 'c:val')));
  const names = series.map((one) => pointsOf(childOf(one, 'c:tx')).get(0) ?? '');
  const rows = [['', ...names]];
  for (const [index, category] of [...categories].slice(0, mostPoints))
    rows.push([category, ...columns.map((column) => column.get(index) ?? '')]);
  for (const [index, row] of rows.entries()) {
    const text = row.join(' | ').replace(/^[\s|]+/, '');
    if (text !== '') blocks.push({ role: 'table', text, tight: index > 0 });
  }
  return blocks;
}

/** The values last shown, by their index. */
function pointsOf(data: XmlElement | undefined): Map<number, string> {
  const points = new Map<number, string>();
  for (const point of descendantsOf(data, 'c:pt'))
    points.set(Number(point.attributes['idx']), innerText(childOf(point, 'c:v')));
  const [own] = childrenOf(data, 'c:v');
  if (own !== undefined) points.set(0, innerText(own));
  return points;
}
