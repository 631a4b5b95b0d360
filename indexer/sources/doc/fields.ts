/**
 * What a field without a result shows, by its instruction: nothing, but for characters with their reading above them,
 * which Word sets as an equation (`EQ \o\ad(\s\up 10(とうきょう),東京)`).
 */
export function fieldText(instruction: string): string {
  if (!/^\s*EQ\b/i.test(instruction)) return '';
  return /\\o\\ad\(\\s\\up [\d.]{1,6}\([^()]{0,200}\),([^()]{0,200})\)/i.exec(instruction)?.[1] ?? '';
}
