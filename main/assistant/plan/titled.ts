import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** Papers that a question names by what they are: “invoices”. They are told by their titles and files' names. */
export interface FoundPaper extends Span {
  /** The words of all languages that titles have for it. */
  readonly titled: readonly string[];
  readonly plural: boolean;
  /** It asks for money: its total can be read. */
  readonly priced: boolean;
}

interface Paper {
  readonly singular: string;
  readonly plural: string;
  readonly titled: readonly string[];
  readonly priced: boolean;
}

const papers: readonly Paper[] = [
  {
    singular: 'invoice|bill|rechnung|factura|facture|fattura|fatura',
    plural: 'invoices|bills|rechnungen|facturas|factures|fatture|faturas',
    titled: ['invoice', 'bill', 'Rechnung', 'factura', 'facture', 'fattura', 'fatture', 'fatura'],
    priced: true,
  },
  {
    singular: 'receipt|quittung|kassenbon|recibo|recu|ricevuta|scontrino',
    plural: 'receipts|quittungen|kassenbons|recibos|recus|ricevute|scontrini',
    titled: ['receipt', 'Quittung', 'Kassenbon', 'recibo', 'reçu', 'ricevut', 'scontrin'],
    priced: true,
  },
  {
    singular: 'quote|quotation|estimate|angebot|kostenvoranschlag|presupuesto|devis|preventivo|orcamento',
    plural: 'quotes|quotations|estimates|angebote|kostenvoranschlage|presupuestos|preventivi|orcamentos',
    titled: [
      'quote',
      'quotation',
      'estimate',
      'Angebot',
      'Kostenvoranschlag',
      'presupuesto',
      'devis',
      'preventiv',
      'orçamento',
    ],
    priced: true,
  },
  {
    singular: 'contract|agreement|vertrag|contrato|contrat|contratto',
    plural: 'contracts|agreements|vertrage|contratos|contrats|contratti',
    titled: ['contract', 'agreement', 'Vertrag', 'Verträge', 'contrato', 'contrat', 'contratt'],
    priced: false,
  },
  {
    singular: 'statement|kontoauszug|extracto|releve|estratto conto|extrato',
    plural: 'statements|kontoauszuge|extractos|releves|estratti conto|extratos',
    titled: ['statement', 'Kontoauszug', 'Kontoauszüge', 'extracto', 'relevé', 'estratto conto', 'extrato'],
    priced: false,
  },
  {
    singular: 'report|bericht|informe|rapport|relazione|rapporto|relatorio',
    plural: 'reports|berichte|informes|rapports|relazioni|rapporti|relatorios',
    titled: ['report', 'Bericht', 'informe', 'rapport', 'relazion', 'relatorio'],
    priced: false,
  },
  {
    singular: 'certificate|bescheinigung|zeugnis|certificado|certificat|certificato',
    plural: 'certificates|bescheinigungen|zeugnisse|certificados|certificats|certificati',
    titled: ['certificate', 'Bescheinigung', 'Zeugnis', 'certificado', 'certificat'],
    priced: false,
  },
];

const compiled = papers.map((paper) => ({
  paper,
  pattern: new RegExp(`(?<![\\p{L}\\d-])(?:(${paper.plural})|${paper.singular})(?![\\p{L}\\d]|-\\p{L})`, 'u'),
}));

/** The kind of paper a question names, the first of them; null for none. */
export function findPaper(question: string): FoundPaper | null {
  const folded = foldInPlace(question);
  const found = compiled.flatMap(({ paper, pattern }) => {
    const match = pattern.exec(folded);
    if (match === null) return [];
    const { titled, priced } = paper;
    const span = { start: match.index, end: match.index + match[0].length };
    return [{ ...span, titled, priced, plural: match[1] !== undefined }];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}
