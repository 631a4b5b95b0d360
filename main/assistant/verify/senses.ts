import { likeness, stem } from '../language/stems.ts';
import type { Language } from '../language/stop-words.ts';
import { fold, type Word } from '../language/words.ts';
import { synonyms } from './synonyms/synonyms.ts';

/** German participles and verbs with their endings: "gespeichert" and "speichert" are one. */
function germanVerb(stemmed: string): string {
  const plain = stemmed.replace(/^(ab|an|auf|aus|ein|nach|vor|zu|zurück|be|ver)?ge(?=.{4,}t?$)/, '$1');
  return plain.length > 5 ? plain.replace(/(?<=[a-z]{4})t$/, '') : plain;
}

/** What a word is compared by, before words that mean the same become one. */
function lemmaOf(folded: string, language: Language): string {
  const stemmed = stem(folded, language);
  return language === 'de' ? germanVerb(stemmed) : stemmed;
}

/** A word with what it is compared by. */
export interface SensedWord extends Word {
  /** What is left of it without inflection. */
  readonly lemma: string;
  /** The groups of synonyms that it is in. */
  readonly groups: readonly number[];
}

const groupsOf: Record<Language, ReadonlyMap<string, readonly number[]>> = {
  en: groupMap('en'),
  de: groupMap('de'),
  es: groupMap('es'),
  fr: groupMap('fr'),
  it: groupMap('it'),
  pt: groupMap('pt'),
};

function groupMap(language: Language): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const [group, line] of synonyms[language].split('\n').entries()) {
    for (const one of new Set(
      line
        .trim()
        .split(/\s+/)
        .map((word) => lemmaOf(fold(word), language)),
    ))
      map.set(one, [...(map.get(one) ?? []), group]);
  }
  return map;
}

export function withSense(word: Word, language: Language): SensedWord {
  const lemma = lemmaOf(word.folded, language);
  return { ...word, lemma, groups: groupsOf[language].get(lemma) ?? [] };
}

/** The groups of synonyms that some words of a language are in. */
export function sensesOf(words: readonly Word[], language: Language): Set<number> {
  return new Set(words.flatMap((word) => withSense(word, language).groups));
}

/** Whether two words of one language may stand for one another. */
export function means(left: SensedWord, right: SensedWord): boolean {
  return left.lemma === right.lemma || left.groups.some((group) => right.groups.includes(group));
}

/** Stems of another part of speech of the same root: "renew" and "renewal", "estimated" and "estimate". Never for names. */
export function sameRoot(left: Word, right: Word): boolean {
  if (left.capital !== right.capital && /\d/.test(left.text + right.text)) return false;
  const shorter = Math.min(left.stem.length, right.stem.length);
  return (
    shorter >= 4 &&
    likeness(left.stem, right.stem) >= 0.6 &&
    Math.abs(left.stem.length - right.stem.length) <= 4
  );
}

/**
 * Nouns that say what a figure is. Where the source has one beside the figure, a claim that leaves it out speaks of
 * something else: "the excess is 500 euros" does not say what anything costs.
 */
const roleWords: Record<Language, string> = {
  en: `price cost fee rent deposit excess premium share discount bonus budget balance sum total salary subscription tax
    interest penalty deductible cover limit number code phone pin reference date deadline birthday age height width
    length depth weight pressure temperature distance capacity speed area change charge difference reduction saving
    increase surcharge fine debt loan loss profit turnover income refund grant minimum maximum average rest half third
    quarter instalment installment`,
  de: `preis kosten gebühr miete kaution selbstbehalt beitrag anteil rabatt skonto budget saldo summe gesamtpreis
    stückpreis gehalt steuer nummer code telefon frist alter höhe breite länge tiefe gewicht druck temperatur abstand
    entfernung fläche gewährleistung vergütung rate rest hälfte zuschlag bußgeld schulden verlust gewinn einkommen`,
  es: `precio coste cuota alquiler fianza franquicia prima parte descuento presupuesto saldo suma total sueldo impuesto
    número código teléfono plazo edad altura anchura peso presión temperatura distancia superficie derrama resto mitad
    recargo multa deuda pérdida ganancia ingreso`,
  fr: `prix coût frais loyer dépôt caution franchise prime part remise budget solde somme total salaire impôt numéro code
    téléphone délai âge hauteur largeur poids pression température distance surface reste moitié amende dette perte`,
  it: `prezzo costo canone affitto deposito cauzione franchigia premio quota sconto saldo somma totale stipendio imposta
    numero codice telefono scadenza età altezza larghezza peso pressione temperatura distanza superficie resto metà multa
    debito perdita`,
  pt: `preço custo renda aluguel caução franquia prémio quota desconto saldo soma total salário imposto número código
    telefone prazo idade altura largura peso pressão temperatura distância superfície resto metade multa dívida perda`,
};

const roles: Record<Language, ReadonlySet<string>> = {
  en: rolesOf('en'),
  de: rolesOf('de'),
  es: rolesOf('es'),
  fr: rolesOf('fr'),
  it: rolesOf('it'),
  pt: rolesOf('pt'),
};

function rolesOf(language: Language): Set<string> {
  return new Set(roleWords[language].split(/\s+/).map((word) => lemmaOf(fold(word), language)));
}

export function saysWhatAFigureIs({ lemma }: SensedWord, language: Language): boolean {
  return roles[language].has(lemma);
}

/** Words that claim nothing beside what stands around them. */
const light: Record<Language, string> = {
  en: `there himself herself themselves itself myself yourself overall exactly respectively namely thus therefore
    hence accordingly moreover furthermore specifically however currently already yes indeed
    approximately roughly about nearly stand stands plus`,
  de: 'insgesamt jeweils also somit daher dort selbst genau derzeit bereits ja zudem ausserdem etwa ungefähr rund circa',
  es: 'respectivamente exactamente además así entonces actualmente también allí aproximadamente unos unas',
  fr: 'respectivement exactement donc ainsi actuellement également là',
  it: 'rispettivamente esattamente quindi così attualmente inoltre circa',
  pt: 'respetivamente exatamente portanto assim atualmente além aproximadamente',
};

const lightWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(light.en.split(/\s+/).map(fold)),
  de: new Set(light.de.split(/\s+/).map(fold)),
  es: new Set(light.es.split(/\s+/).map(fold)),
  fr: new Set(light.fr.split(/\s+/).map(fold)),
  it: new Set(light.it.split(/\s+/).map(fold)),
  pt: new Set(light.pt.split(/\s+/).map(fold)),
};

export function claimsNothing(word: Word, language: Language): boolean {
  return lightWords[language].has(word.folded);
}

/** "Cost", "price", "amount": said by a sum of money itself, where nothing says that it is something else. */
const priceWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(['price', 'cost', 'sum', 'ask', 'pay'].map((word) => lemmaOf(word, 'en'))),
  de: new Set(['preis', 'kosten', 'kostet', 'betragt'].map((word) => lemmaOf(word, 'de'))),
  es: new Set(['precio', 'cuesta', 'coste', 'importe'].map((word) => lemmaOf(word, 'es'))),
  fr: new Set(['prix', 'coute', 'cout'].map((word) => lemmaOf(word, 'fr'))),
  it: new Set(['prezzo', 'costa', 'costo'].map((word) => lemmaOf(word, 'it'))),
  pt: new Set(['preco', 'custa', 'custo'].map((word) => lemmaOf(word, 'pt'))),
};

export function saysPrice({ lemma }: SensedWord, language: Language): boolean {
  return priceWords[language].has(lemma);
}
