import type { DocumentKind } from '#main/contract/document.ts';
import { foldInPlace, languageOf } from '../language/words.ts';
import type { Span } from './span.ts';

/** A kind named in a question. `plural` ones can be listed and counted. */
export interface FoundKind extends Span {
  readonly kinds: readonly DocumentKind[];
  /** File endings that narrow it further ("PDFs"); empty for any. */
  readonly endings: readonly string[];
  readonly plural: boolean;
  /** False where the word only stands in a topic ("email account"). */
  readonly condition: boolean;
}

interface KindWord {
  readonly kinds: readonly DocumentKind[];
  readonly endings: readonly string[];
  readonly singular: string;
  readonly plural: string;
}

/** Folded words; a plural is enough to mean the library's things, a singular needs "the", "which" and their like. */
const vocabulary: readonly KindWord[] = [
  {
    kinds: ['document'],
    endings: ['.pdf'],
    singular: 'pdf|pdf file|pdf document|pdf-datei|archivo pdf|fichier pdf|file pdf|arquivo pdf|ficheiro pdf',
    plural:
      'pdfs|pdf files|pdf documents|pdf-dateien|archivos pdf|fichiers pdf|file pdf|arquivos pdf|ficheiros pdf',
  },
  {
    kinds: ['document'],
    endings: ['.docx', '.doc'],
    singular: 'word file|word document|word-datei|word-dokument|documento de word|document word',
    plural: 'word files|word documents|word-dateien|word-dokumente|documentos de word|documents word',
  },
  {
    kinds: ['document'],
    endings: ['.xlsx', '.xls', '.ods', '.csv'],
    singular: 'spreadsheet|excel file|excel-datei|tabelle|hoja de calculo|tableur|foglio di calcolo|planilha',
    plural:
      'spreadsheets|excel files|excel-dateien|tabellen|hojas de calculo|tableurs|fogli di calcolo|planilhas',
  },
  {
    kinds: ['document'],
    endings: ['.jpg', '.jpeg', '.png', '.heic', '.gif', '.webp', '.avif', '.tif', '.tiff'],
    singular: 'photo|picture|image|foto|bild|imagen|photographie|immagine|imagem',
    plural:
      'photos|pictures|images|fotos|bilder|imagenes|photographies|immagini|imagens|fotografias|fotografie',
  },
  {
    kinds: ['mail'],
    endings: [],
    singular: 'e-?mail|mail|correo electronico|correo|courriel|messaggio di posta|mensagem de correio',
    plural: 'e-?mails|mails|correos electronicos|correos|courriels|messaggi di posta|mensagens de correio',
  },
  {
    kinds: ['mail', 'message'],
    endings: [],
    singular: 'message|nachricht|mensaje|messaggio|mensagem',
    plural: 'messages|nachrichten|mensajes|messaggi|mensagens',
  },
  {
    kinds: ['note'],
    endings: [],
    singular: 'note|notiz|nota|appunto',
    plural: 'notes|notizen|notas|appunti',
  },
  {
    kinds: ['document'],
    endings: [],
    singular: 'document|dokument|documento',
    plural: 'documents|papers|dokumente|dokumenten|unterlagen|documentos|documenti',
  },
  {
    kinds: ['event'],
    endings: [],
    singular:
      'calendar entry|calendar event|appointment|termin|kalendereintrag|entrada del calendario|cita|rendez-vous|appuntamento|compromisso',
    plural:
      'calendar entries|calendar events|appointments|termine|kalendereintrage|entradas del calendario|citas|appuntamenti|compromissos',
  },
  {
    kinds: ['contact'],
    endings: [],
    singular: 'contact|kontakt|contacto|contatto|contato',
    plural: 'contacts|kontakte|contactos|contatti|contatos',
  },
  {
    kinds: [],
    endings: [],
    singular: 'file|datei|archivo|fichier|arquivo|ficheiro',
    plural: 'files|dateien|archivos|fichiers|arquivos|ficheiros',
  },
];

const determiner =
  /(?:^|\s)(?:the|an?|that|this|which|what|last|latest|newest|recent|first|oldest|earliest|longest|shortest|largest|biggest|smallest|any|one|my|der|die|das|den|dem|eine?[nmr]?|welche[rsn]?|(?:letzte|neueste|alteste|erste|langste|kurzeste|grosste|kleinste)[nrs]?|meine[nrm]?|el|la|il|lo|o|una?|uma?|que|cual|quale?|ultim[oa]|prim[oa]|primer[oa]?|primeir[oa]|mia?|mio|meu|minha|l[’']e?|le|un|une|quel(?:le)?|dernier|derniere|premiere?|mon|ma)\s+$/;
/** "The last mail" and no more, or "the last mail I got", is the library's last. */
const fromAnEnd =
  /(?:^|\s)(?:last|latest|newest|most recent|first|oldest|earliest|longest|shortest|largest|biggest|smallest|(?:letzte|neueste|alteste|erste|langste|kurzeste|grosste|kleinste)[nrs]?|ultim[oa]|primer[oa]?|derniere?|premiere?|prim[oa]|primeir[oa]|plus (?:long|longue|courte?|gros|grosse|petite?))\s+$/;
const nothingMore = /^\s*(?:[?.!]*$|,? ?(?:that |die |que |che )?(?:i|we|ich|wir)(?!\p{L}))/u;
/** "The first mail Priya ever sent me" */
const sentBy =
  /^\s+(?:(?!the )\p{L}+ ){1,2}?(?:has |had )?(?:ever )?(?:sent|wrote|written|got|received)(?!\p{L})/u;
/** "The first mail in 2025" */
const dated =
  /^\s+(?:in|during|this|last|since|before|after|ever|im|seit|vor|nach|en|desde|antes|depuis|avant|nel|prima|dopo|em|de|of)(?!\p{L})/u;
/** "Which mail was the first?" */
const asked = /(?:^|\s|¿)(?:which|what|welche[rsn]?|que|cual|quel|quelle|quale?|qual)\s+$/;
const happens =
  /^\s+(?:was|is|were|came|comes|arrived|did|do|has|had|have|war|ist|kam|hat|fue|es|llego|etait|est|era|e|foi|ha)(?!\p{L})/u;
/** What makes a mail word part of another thing's name. */
const compound =
  /^[\s-](?:address|account|password|provider|server|client|program|number|app|signature|adress|konto|passwort|anbieter|programm|cuenta|direccion|contrasena|adresse|compte|mot de passe|of hand|book|taking)/;
const relation =
  /^,?\s+(?:from|by|about|on|with|where|in which|that|which|die|que|qui|che|to|of|regarding|concerning|did|mentions?|says?|said|von|vom|mit|uber|wo|in de[mr]|an|zu|de|del|sobre|con|donde|du|d[’']|avec|ou|da|di|del|della|su|sul|sulla|com|onde|dove)(?![\p{L}])/u;

const compiled = vocabulary.map((word) => ({
  word,
  pattern: new RegExp(`(?<![\\p{L}\\d-])(?:(${word.plural})|${word.singular})(?![\\p{L}\\d]|-\\p{L})`, 'gu'),
}));

/** The kinds a question names, in order. */
export function findKinds(question: string): FoundKind[] {
  const folded = foldInPlace(question);
  const language = languageOf(question);
  const found: FoundKind[] = [];
  for (const { word, pattern } of compiled) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const plural =
        match[1] !== undefined || (language === 'it' && /^(?:note|file|e-?mail|mail)$/.test(match[0]));
      const before = folded.slice(0, start);
      const after = folded.slice(end);
      const single =
        (determiner.test(before) && relation.test(after)) ||
        (asked.test(before) && happens.test(after)) ||
        (fromAnEnd.test(before) && (nothingMore.test(after) || dated.test(after) || sentBy.test(after)));
      const condition = !compound.test(after) && (plural || single);
      found.push({ start, end, kinds: word.kinds, endings: word.endings, plural, condition });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The file endings that the kinds asked for narrow to; empty for any. */
export function endingsOf(kinds: readonly FoundKind[]): string[] {
  return [...new Set(kinds.filter((kind) => kind.condition).flatMap((kind) => kind.endings))];
}
