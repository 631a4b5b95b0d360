/**
 * The signs of vectors, one bit a dimension, and the rows whose signs differ least from a query's (Hamming distance).
 * A row of signs is `bytes` long, a multiple of 16; behind the last one there is room for three more.
 */

/** Rows picked so far, in order of row: pairs of u32, row and distance. */
let picked: usize = 0;
let found: i32 = 0;
/** Pairs there is room for; more than are wanted. */
let room: i32 = 0;
let wanted: i32 = 0;
/** u32 [dimensions + 1]: how many rows of each distance are picked. */
let counts: usize = 0;
/** Rows picked at no more than `within`; those farther off are no longer wanted. */
let kept: i32 = 0;
let within: i32 = 0;
/** The largest distance that is still taken. */
let most: i32 = 0;

/** Writes the signs of a row of i8: 1 where value * scale > centre (f32 [width]). */
export function takeSigns(row: usize, scale: f32, centre: usize, signs: usize, width: i32): void {
  const scales = f32x4.splat(scale);
  for (let at: i32 = 0; at < width; at += 16) {
    const values = v128.load(row + <usize>at);
    const low = i16x8.extend_low_i8x16_s(values);
    const high = i16x8.extend_high_i8x16_s(values);
    const floor = centre + ((<usize>at) << 2);
    const above = i8x16.narrow_i16x8_s(
      i16x8.narrow_i32x4_s(
        above4(i32x4.extend_low_i16x8_s(low), scales, v128.load(floor)),
        above4(i32x4.extend_high_i16x8_s(low), scales, v128.load(floor, 16)),
      ),
      i16x8.narrow_i32x4_s(
        above4(i32x4.extend_low_i16x8_s(high), scales, v128.load(floor, 32)),
        above4(i32x4.extend_high_i16x8_s(high), scales, v128.load(floor, 48)),
      ),
    );
    store<u16>(signs + (<usize>at >> 3), <u16>i8x16.bitmask(above));
  }
}

function above4(values: v128, scales: v128, floor: v128): v128 {
  return f32x4.gt(f32x4.mul(f32x4.convert_i32x4_s(values), scales), floor);
}

/** Begins a search for the `rows` nearest; `pairs` and `distances` are `picked` and `counts` above. */
export function begin(rows: i32, dimensions: i32, distances: usize, pairs: usize, pairRoom: i32): void {
  wanted = rows;
  counts = distances;
  picked = pairs;
  room = pairRoom;
  found = 0;
  kept = 0;
  within = dimensions;
  most = dimensions;
  memory.fill(counts, 0, (<usize>dimensions + 1) << 2);
}

/** Looks at rows `from` to `to` (excluded) of each range: pairs of u32. */
export function look(query: usize, signs: usize, bytes: i32, ranges: usize, rangeCount: i32): void {
  for (let at: i32 = 0; at < rangeCount; at++) {
    const range = ranges + ((<usize>at) << 3);
    const from = load<u32>(range);
    const to = load<u32>(range, 4);
    if (bytes === 48) lookAt384(query, signs, from, to);
    else lookAtAny(query, signs, bytes, from, to);
  }
}

/** Leaves the picked rows only, no more than were wanted; of equally distant ones the first. Returns how many. */
export function finish(): i32 {
  thin();
  return found;
}

// The usual width, four rows at a time: their twelve loads overlap, and one comparison passes over all four. The last
// ones may lie behind the range, where there is room for as many.
function lookAt384(query: usize, signs: usize, from: u32, to: u32): void {
  const a = v128.load(query);
  const b = v128.load(query, 16);
  const c = v128.load(query, 32);
  let at = signs + <usize>from * 48;
  for (let row = from; row < to; row += 4, at += 192) {
    const first = sumOf(ones(v128.load(at), a), ones(v128.load(at, 16), b), ones(v128.load(at, 32), c));
    const second = sumOf(ones(v128.load(at, 48), a), ones(v128.load(at, 64), b), ones(v128.load(at, 80), c));
    const third = sumOf(ones(v128.load(at, 96), a), ones(v128.load(at, 112), b), ones(v128.load(at, 128), c));
    const fourth = sumOf(
      ones(v128.load(at, 144), a),
      ones(v128.load(at, 160), b),
      ones(v128.load(at, 176), c),
    );
    const distances = inLanes(inLanes2(first, second), inLanes2(third, fourth));
    if (!v128.any_true(i32x4.le_s(distances, i32x4.splat(most)))) continue;
    take(row, i32x4.extract_lane(distances, 0));
    if (row + 1 < to) take(row + 1, i32x4.extract_lane(distances, 1));
    if (row + 2 < to) take(row + 2, i32x4.extract_lane(distances, 2));
    if (row + 3 < to) take(row + 3, i32x4.extract_lane(distances, 3));
  }
}

function lookAtAny(query: usize, signs: usize, bytes: i32, from: u32, to: u32): void {
  for (let row = from; row < to; row++) {
    const at = signs + <usize>row * <usize>bytes;
    let sum = i32x4.splat(0);
    for (let byte: i32 = 0; byte < bytes; byte += 16) {
      const bits = ones(v128.load(at + <usize>byte), v128.load(query + <usize>byte));
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bits)));
    }
    take(row, sumOfLanes(sum));
  }
}

function ones(row: v128, query: v128): v128 {
  return i8x16.popcnt(v128.xor(row, query));
}

// Three bytes of at most 8 stay far below 255.
function sumOf(a: v128, b: v128, c: v128): v128 {
  const bytes = i8x16.add(i8x16.add(a, b), c);
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
}

function inLanes2(a: v128, b: v128): v128 {
  return i32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
}

function inLanes(ab: v128, cd: v128): v128 {
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
}

function take(row: u32, distance: i32): void {
  if (distance > most) return;
  const pair = picked + ((<usize>found) << 3);
  store<u32>(pair, row);
  store<u32>(pair, <u32>distance, 4);
  found++;
  kept++;
  count(distance, 1);
  if (kept >= wanted) narrow();
  if (found === room) thin();
}

/** Enough are picked: only nearer ones are wanted, and those at `within` no more once there are enough without them. */
function narrow(): void {
  while (kept - countAt(within) >= wanted) {
    kept -= countAt(within);
    within--;
  }
  most = within - 1;
}

function thin(): void {
  let ties = wanted - (kept - countAt(within));
  let left: i32 = 0;
  for (let at: i32 = 0; at < found; at++) {
    const pair = picked + ((<usize>at) << 3);
    const distance = <i32>load<u32>(pair, 4);
    if (distance > within) continue;
    if (distance === within && --ties < 0) {
      count(distance, -1);
      kept--;
      continue;
    }
    store<u64>(picked + ((<usize>left) << 3), load<u64>(pair));
    left++;
  }
  found = left;
}

function countAt(distance: i32): i32 {
  return load<i32>(counts + ((<usize>distance) << 2));
}

function count(distance: i32, change: i32): void {
  const at = counts + ((<usize>distance) << 2);
  store<i32>(at, load<i32>(at) + change);
}

/**
 * Dot products of listed rows' signs, taken as 0 and 1, with a query of signed whole numbers given as bit planes:
 * plane p of `bytes` holds the bits of weight 2^p, the last one those of -2^p (two's complement).
 * list: pairs of u32 that begin with the row; scores: f32 [count], written.
 */
export function weigh(
  planes: usize,
  planeCount: i32,
  signs: usize,
  bytes: i32,
  list: usize,
  count: i32,
  scores: usize,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const row = signs + <usize>load<u32>(list + ((<usize>at) << 3)) * <usize>bytes;
    const dot = bytes === 48 ? weigh384(planes, planeCount, row) : weighAny(planes, planeCount, row, bytes);
    store<f32>(scores + ((<usize>at) << 2), <f32>dot);
  }
}

function weigh384(planes: usize, planeCount: i32, row: usize): i32 {
  const a = v128.load(row);
  const b = v128.load(row, 16);
  const c = v128.load(row, 32);
  let sum = i16x8.splat(0);
  for (let plane = planeCount - 1; plane >= 0; plane--) {
    const bits = planes + <usize>(plane * 48);
    const ones = i16x8.extadd_pairwise_i8x16_u(
      i8x16.add(
        i8x16.add(i8x16.popcnt(v128.and(a, v128.load(bits))), i8x16.popcnt(v128.and(b, v128.load(bits, 16)))),
        i8x16.popcnt(v128.and(c, v128.load(bits, 32))),
      ),
    );
    sum = plane === planeCount - 1 ? i16x8.neg(ones) : i16x8.add(i16x8.shl(sum, 1), ones);
  }
  return sumOfLanes(i32x4.extadd_pairwise_i16x8_s(sum));
}

function weighAny(planes: usize, planeCount: i32, row: usize, bytes: i32): i32 {
  let sum = i32x4.splat(0);
  for (let plane = planeCount - 1; plane >= 0; plane--) {
    const bits = planes + <usize>(plane * bytes);
    let ones = i32x4.splat(0);
    for (let byte: i32 = 0; byte < bytes; byte += 16) {
      const both = v128.and(v128.load(row + <usize>byte), v128.load(bits + <usize>byte));
      ones = i32x4.add(
        ones,
        i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(both))),
      );
    }
    sum = plane === planeCount - 1 ? i32x4.neg(ones) : i32x4.add(i32x4.shl(sum, 1), ones);
  }
  return sumOfLanes(sum);
}

function sumOfLanes(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}
