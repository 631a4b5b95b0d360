import type { DocumentStore } from '#indexer/store/documents.ts';
import type { Answer, Citation, ComputedItem } from '#main/contract/ask.ts';
import {
  conversationExport,
  type ExportedConversation,
  exportHead,
  exportVersion,
} from '#main/contract/conversation-export.ts';
import { Fault } from '#main/contract/fault.ts';

/** No document has it: what is cited there opens nothing. */
const noDocument = 0;

/**
 * The conversations of an export, their citations led to this library's documents: ids of another library would open
 * other files. Throws Faults `import-unreadable`, `import-newer`.
 */
export function readExport(text: string, documents: Documents): ExportedConversation[] {
  const parsed = parsedJson(text);
  const head = exportHead.safeParse(parsed);
  if (!head.success) throw new Fault('import-unreadable', { what: 'it does not begin as one does' });
  if (head.data.version > exportVersion) throw new Fault('import-newer');
  const whole = conversationExport.safeParse(parsed);
  if (!whole.success) {
    const [issue] = whole.error.issues;
    throw new Fault('import-unreadable', { what: `it is broken at ${issue?.path.join('.') ?? 'its end'}` });
  }
  return whole.data.conversations.map((conversation) => ({
    ...conversation,
    answers: conversation.answers.map((kept) => ({ ...kept, answer: ledHere(kept.answer, documents) })),
  }));
}

type Documents = Pick<DocumentStore, 'summary' | 'inFile'>;
type Named = Pick<ComputedItem, 'documentId' | 'path' | 'title'> & { readonly member?: string | null };

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Fault('import-unreadable', { what: 'it is no JSON' }, error);
  }
}

function ledHere(answer: Answer, documents: Documents): Answer {
  const known = new Map<number, number>();
  const lead = <Thing extends Named>(thing: Thing): Thing => {
    const documentId = documentHere(thing, documents);
    known.set(thing.documentId, documentId);
    return { ...thing, documentId };
  };
  const cite = (citation: Citation): Citation => ({
    ...lead(citation),
    ...(citation.also === undefined ? {} : { also: citation.also.map(lead) }),
  });
  const citations = answer.citations.map(cite);
  const nearest = answer.nearest?.map(cite);
  const items = answer.computed?.items.map(lead) ?? [];
  const ids = (given: readonly number[]): number[] => given.map((id) => known.get(id) ?? noDocument);
  const filtered = <F extends { documents?: number[] | undefined }>(filter: F): F =>
    filter.documents === undefined ? filter : { ...filter, documents: ids(filter.documents) };
  const { computed, plan } = answer;
  return {
    ...answer,
    citations,
    ...(nearest === undefined ? {} : { nearest }),
    plan: { ...plan, filter: filtered(plan.filter) },
    computed: computed === null ? null : { ...computed, items, exactFilter: filtered(computed.exactFilter) },
  };
}

/** The document of that path, member and title; of several the one with the same id. */
function documentHere({ documentId, path, member = null, title }: Named, documents: Documents): number {
  const isSame = (other: Pick<Named, 'path' | 'member' | 'title'>): boolean =>
    other.path === path && (other.member ?? null) === member && other.title === title;
  const same = documents.summary(documentId);
  if (same !== undefined && isSame(same)) return documentId;
  const found = documents.inFile(path).filter(isSame);
  return found.length === 1 ? (found[0]?.documentId ?? noDocument) : noDocument;
}
