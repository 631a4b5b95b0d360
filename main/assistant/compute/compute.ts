import type { Library } from '#indexer/store/library.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { computeAmounts } from './amounts.ts';
import { computeColumn } from './columns.ts';
import type { Computation } from './computation.ts';
import { computeAttachments, computeDocuments, computeThreads } from './documents.ts';
import { computeGroups, computePeople } from './groups.ts';

/** What the index itself answers: exact by SQL, or by what stands in tables and papers, which it says. No model is asked. */
export function compute(understanding: Understanding, library: Library, signal: AbortSignal): Computation {
  const { by, measure } = understanding.plan;
  switch (measure?.of) {
    case 'attachments':
      return computeAttachments(understanding, library);
    case 'people':
      return computePeople(understanding, library);
    case 'threads':
      return computeThreads(understanding, library);
    case 'amounts':
      return computeAmounts(understanding, library, measure, signal);
    case 'columns':
      return computeColumn(understanding, library, measure, signal);
    case undefined:
      return by === undefined
        ? computeDocuments(understanding, library)
        : computeGroups(understanding, library, by);
  }
}
