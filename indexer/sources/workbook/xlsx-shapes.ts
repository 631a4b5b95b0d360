import type { ZipArchive } from '../zip/archive.ts';
import { attributeOf, decoded, elementsOf } from './xml.ts';

/** Text that stands over the cells of a sheet: a box, a drawing, the title of a chart. */
export interface Shape {
  readonly text: string;
  /** The cell under its corner, in A1 notation. */
  readonly cell: string;
}

/** Shapes of one sheet. */
const mostShapes = 1_000;

/** The shapes of each sheet of a workbook, by its index: `xl/workbook.xml` leads to sheets, those to drawings and charts. */
export function xlsxShapes(archive: ZipArchive): Shape[][] {
  if (!archive.names().some((name) => /^xl\/drawings\/[^/]+\.xml$/i.test(name))) return [];
  const workbook = 'xl/workbook.xml';
  if (!archive.has(workbook)) return [];
  const sheets = relationsOf(archive, workbook);
  const tags = [...elementsOf(text(archive, workbook), '(?:\\w+:)?sheet')];
  return tags.map(({ tag }) => {
    const sheet = sheets.get(attributeOf(tag, 'id'));
    if (sheet === undefined) return [];
    const parts = [...relationsOf(archive, sheet).values()];
    return parts
      .filter((part) => /drawings\/drawing[^/]*\.xml$/i.test(part))
      .flatMap((part) => shapesIn(archive, part));
  });
}

function shapesIn(archive: ZipArchive, drawing: string): Shape[] {
  const parts = relationsOf(archive, drawing);
  const shapes: Shape[] = [];
  for (const { inside } of elementsOf(
    text(archive, drawing),
    '(?:\\w+:)?(?:twoCell|oneCell|absolute)Anchor',
  )) {
    if (shapes.length >= mostShapes) break;
    if (/<(?:\w+:)?cNvPr\b[^<>]*\bhidden="(?:1|true)"/.test(inside)) continue;
    const chart = parts.get(attributeOf(/<(?:\w+:)?chart\b[^<>]*>/.exec(inside)?.[0] ?? '', 'id'));
    const shown = [inside, chart === undefined ? '' : text(archive, chart)].flatMap(paragraphsOf).join('\n');
    if (shown !== '') shapes.push({ text: shown, cell: cellOf(inside) });
  }
  return shapes;
}

function paragraphsOf(xml: string): string[] {
  return [...elementsOf(xml, '\\w+:p')]
    .map(({ inside }) => [...elementsOf(inside, '\\w+:t')].map((run) => decoded(run.inside)).join(''))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function cellOf(anchor: string): string {
  const number = (name: string) =>
    Number(new RegExp(`<(?:\\w+:)?${name}>(\\d{1,7})<`).exec(anchor)?.[1] ?? 0);
  return cellName(number('col'), number('row'));
}

/** A1 notation of a cell; both count from 0. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters + (row + 1);
}

/** Targets of a part's relations by their ids (ECMA-376 part 2, 9.3), those outside the archive left out. */
function relationsOf(archive: ZipArchive, part: string): Map<string, string> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  const relations = `${folder}_rels/${name}.rels`;
  const targets = new Map<string, string>();
  if (!archive.has(relations)) return targets;
  for (const { tag } of elementsOf(text(archive, relations), '(?:\\w+:)?Relationship')) {
    const target = resolved(folder, attributeOf(tag, 'Target'));
    if (!/TargetMode="External"/.test(tag) && archive.has(target))
      targets.set(attributeOf(tag, 'Id'), target);
  }
  return targets;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

function text(archive: ZipArchive, name: string): string {
  return new TextDecoder().decode(archive.read(name));
}
