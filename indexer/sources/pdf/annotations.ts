import type { PDFPageProxy } from 'pdfjs-dist';

/** Filled forms and notes of one page are bounded: against files of millions of annotations. */
const mostPerPage = 1_000;

interface Annotation {
  readonly subtype?: unknown;
  readonly fieldName?: unknown;
  readonly alternativeText?: unknown;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly hidden?: unknown;
}

/** What was written into a page's form fields and notes, a line each. */
export async function annotationTexts(page: PDFPageProxy): Promise<string[]> {
  // pdf.js types these loosely: what is used of them is looked at one by one.
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations.slice(0, mostPerPage).flatMap((annotation) => {
    if (annotation.hidden === true) return [];
    if (annotation.subtype === 'Widget') return fieldText(annotation);
    if (annotation.subtype === 'Link') return [];
    return textsOf(annotation.contentsObj?.str);
  });
}

function fieldText({ fieldName, alternativeText, fieldValue }: Annotation): string[] {
  const values = Array.isArray(fieldValue) ? fieldValue.flatMap(textsOf) : textsOf(fieldValue);
  const value = values.join(', ');
  if (value === '' || value === 'Off') return [];
  const [label] = [...textsOf(alternativeText), ...textsOf(fieldName)];
  return [label === undefined ? value : `${label.replace(/\[\d+\]/g, '')}: ${value}`];
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}
