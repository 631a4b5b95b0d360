import { describe, expect, it } from 'vitest';
import { readRtf } from './read-rtf.ts';

const read = (text: string) => readRtf(Buffer.from(text, 'latin1'));
const textOf = (text: string) => read(text).blocks.map((block) => block.text);

describe('readRtf', () => {
  it('reads each byte in the code page of its font', () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset161 B;}{\f2\fcharset0 C;}}`;
    expect(textOf(String.raw`{\rtf1\ansicpg1250${fonts}\f0\'cf \f1\'e1 \f2\'b3}`)).toEqual(['П α ł']);
  });

  it('skips what stands in for a character, and no more of it than real programs write', () => {
    expect(textOf(String.raw`{\rtf1\uc2\u8364 EUrest {\uc0\u8364 all}}`)).toEqual(['€rest €all']);
    expect(textOf(String.raw`{\rtf1\uc999999\u8364 0123456789abcdef rest}`)).toEqual(['€ rest']);
  });

  it('never skips binary data past the end of the file', () => {
    expect(read(String.raw`{\rtf1 before {\pict\bin2147483647 x}after}`)).toMatchObject({ isWhole: false });
    expect(textOf(String.raw`{\rtf1 before \bin4 {{{{after}`)).toEqual(['before after']);
  });

  it('ends deep nesting with a reason', () => {
    expect(textOf(`{\\rtf1 ${'{'.repeat(20_000)}deep${'}'.repeat(20_001)}`)).toEqual(['deep']);
    expect(() => read(`{\\rtf1 ${'{'.repeat(100_000)}`)).toThrow('corrupt');
  });
});
