import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { Fault } from './fault.ts';
import { carriedFault, faultOf } from './fault-of.ts';

it('a fault keeps its code, message and detail across a process border', () => {
  const fault = new Fault('path-missing', { path: '/gone' });
  const { code, message, data } = carriedFault(fault);
  const back = faultOf(new ORPCError(code, { message, data }));
  expect(back).toMatchObject({ code: 'path-missing', message: fault.message, detail: { path: '/gone' } });
});

it('a broken connection, a refused input and a bug are told apart', () => {
  expect(faultOf(new DOMException('closed', 'AbortError')).code).toBe('engine-unreachable');
  expect(faultOf(new ORPCError('BAD_REQUEST')).code).toBe('bad-input');
  expect(faultOf(new Error('x is undefined')).code).toBe('unexpected');
  expect(faultOf('text').code).toBe('unexpected');
});

it('detail from the other side holds nothing but text and numbers', () => {
  const error = new ORPCError('not-found', { data: { what: 'It', nested: { a: 1 }, list: [1] } });
  expect(faultOf(error).detail).toEqual({ what: 'It' });
});
