import type { Language } from '../language/stop-words.ts';

type Rewriting = readonly (readonly [RegExp, string])[];

const whole = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'giu');

/**
 * Turns of phrase that say the same, each brought to one form in source and claim alike: contractions, ways to say what
 * something costs or when it takes place, ways to forbid and to leave out. Ordinary language, nothing of any one text.
 */
const rewritings: Record<Language, Rewriting> = {
  en: [
    [/(?<=\p{L})['’](?:ll)\b/giu, ' will'],
    [/(?<=\p{L})['’](?:ve)\b/giu, ' have'],
    [/(?<=\p{L})['’](?:re)\b/giu, ' are'],
    [/(?<=\p{L})['’]d\b/giu, ' would'],
    [/\bI['’]m\b/gu, 'I am'],
    [/(?<=\bit|\bthat|\bthere|\bhe|\bshe)['’]s\b/giu, ' is'],
    [/\bcan['’]?t\b|\bcannot\b/giu, 'can not'],
    [/\bwon['’]t\b/giu, 'will not'],
    [/(?<=\p{L})n['’]t\b/giu, ' not'],
    [
      whole(
        '(?:comes?|came|amounts?|amounted|adds? up) (?:up )?to (?=[\\d£€$]|EUR|GBP|USD|CHF|about|a total)',
      ),
      'costs ',
    ],
    [whole('(?:is|was|are|were) priced at'), 'costs'],
    [whole('(?:have|has|had|need|needs|needed) to'), 'must'],
    [whole('(?:is|are|was|were) (?:able|free) to'), 'can'],
    [whole('(?:take|takes|took|taking) place|will take place|(?:is|are|was|were|will be|to be) held'), 'is'],
    [whole('(?:get|gets|got|getting|be|is|are) married'), 'marry'],
    [whole('rather than'), 'instead of'],
    [
      whole('(?:must|should|shall|has to|is to|are to) be (?:paid|settled)|(?:is|are|falls|fall) payable'),
      'is due',
    ],
    [whole('(?:is|are|was|were) not (?:a )?part of'), 'is excluded from'],
    [whole('(?:do|does|did) not (?:include|contain|cover)'), 'excludes'],
    [whole('(?:is|are|was|were) not (?:included|contained|covered)'), 'is excluded'],
    [whole('(?:is|are|was|were) (?:forbidden|prohibited|banned|not permitted)'), 'is not allowed'],
    [whole('free of charge|at no (?:extra |additional )?(?:cost|charge)|for free'), 'free'],
    [whole('(?:for )?a total of|in all|in total|altogether|all in'), ''],
    [whole('per cent'), '%'],
    [whole('per|each|every(?= (?:day|week|month|year|night|hour))'), 'a'],
    [whole('square metres?|square meters?|sqm|sq m'), 'm²'],
    [whole('such as'), 'like'],
    [whole('in the course of|throughout'), 'during'],
    [whole('in order to'), 'to'],
    [whole('prior to|ahead of'), 'before'],
    [whole('subsequent to|following(?= the)'), 'after'],
    [whole('due to|owing to|on account of'), 'because of'],
    [whole('with regard to|regarding|concerning|as for'), 'about'],
    [whole('at the moment|at present|right now|for now'), 'now'],
    [whole('in the end|eventually|ultimately'), 'finally'],
    [whole('in spite of'), 'despite'],
    [whole('on top(?! of)|in addition'), 'extra'],
    [whole('a number of|a couple of'), 'several'],
    [whole('a lot of|lots of|plenty of'), 'many'],
    [whole('as soon as'), 'when'],
    [whole('would like to|wish(?:es)? to'), 'want to'],
    [whole('carried out|carries out|carry out'), 'did'],
    [whole('as well as|along with|together with'), 'and'],
    [whole('no longer'), 'not any more'],
    [whole('(?:put|puts|keep|keeps) back'), 'back'],
    [whole('takes? back|took back|taken back'), 'take back'],
    [whole('yearly|annual(?:ly)?'), 'a year'],
    [whole('monthly'), 'a month'],
    [whole('weekly'), 'a week'],
    [whole('daily'), 'a day'],
    [whole('hourly'), 'an hour'],
  ],
  de: [
    [whole('liegt bei|belauft sich auf|beläuft sich auf|macht aus'), 'beträgt'],
    [whole('pro|jährlich'), 'je'],
    [whole('MwSt\\.?'), 'Mehrwertsteuer'],
    [whole('findet|finden|fand|fanden'), 'ist'],
    [whole('statt(?=[.,;]|$)'), ''],
    [whole('ist nicht enthalten|sind nicht enthalten|nicht inbegriffen'), 'ausgeschlossen'],
    [whole('ist verboten|ist untersagt'), 'ist nicht erlaubt'],
    [whole('insgesamt|alles in allem'), 'zusammen'],
    [whole('z\\. ?B\\.'), 'zum Beispiel'],
  ],
  es: [
    [whole('asciende a|ascienden a|sale a|sale por|vale'), 'cuesta'],
    [whole('tiene lugar|se celebra'), 'es'],
    [whole('no (?:esta|está|están) incluid[oa]s?'), 'excluido'],
    [whole('est[aá] prohibid[oa]|se prohibe|se prohíbe'), 'no se permite'],
    [whole('en total'), 'total'],
    [whole('tiene que|tienen que|hay que'), 'debe'],
    [whole('por (?=mes|año|noche|día|persona|piso)'), 'al '],
  ],
  fr: [
    [whole("s[’']élève à|se monte à|revient à"), 'coûte'],
    [whole('a lieu|ont lieu|aura lieu'), 'est'],
    [whole('est interdite?|sont interdite?s'), 'n’est pas permis'],
    [whole('au total'), 'total'],
    [whole('par (?=mois|an|nuit|jour|personne)'), 'le '],
  ],
  it: [
    [whole('ammonta a|ammontano a|viene a'), 'costa'],
    [whole('ha luogo|si tiene|avrà luogo'), 'è'],
    [whole('è vietato|è proibito'), 'non è permesso'],
    [whole('non (?:è|sono) (?:incluso|inclusa|inclusi|incluse|compreso|compresa)'), 'escluso'],
    [whole('in totale|complessivamente'), 'totale'],
    [whole('al posto di'), 'invece di'],
  ],
  pt: [
    [whole('ascende a|fica em|sai por'), 'custa'],
    [whole('tem lugar|realiza-se'), 'é'],
    [whole('é proibido|está proibido'), 'não é permitido'],
    [whole('não (?:está|estão) (?:incluído|incluída|incluídos|incluídas)'), 'excluído'],
    [whole('no total|ao todo'), 'total'],
    [whole('ao invés de|no lugar de'), 'em vez de'],
  ],
};

/** A sentence with its turns of phrase in one form. It is compared, never shown: its offsets are its own. */
export function rephrased(text: string, language: Language): string {
  return rewritings[language].reduce((result, [pattern, by]) => result.replace(pattern, by), text);
}
