/**
 * Dot products of one query with every allowed row, in AssemblyScript (WebAssembly SIMD).
 *
 * query: i16, `width` values; rows: i8, row-major [count, width]; scales: f32 [count]; allowed: u8 [count];
 * scores: f32 [count], written: dot * scale, or minus infinity where the row is not allowed.
 * `width` is a multiple of 16, padded with zeros. All are addresses in the imported memory; query and rows lie on 16.
 */
export function scan(
  query: usize,
  rows: usize,
  scales: usize,
  allowed: usize,
  scores: usize,
  count: i32,
  width: i32,
): void {
  for (let row: i32 = 0; row < count; row++) {
    const score = scores + ((<usize>row) << 2);
    if (load<u8>(allowed + <usize>row) === 0) {
      store<f32>(score, -f32.MAX_VALUE);
      continue;
    }
    const dot = dotRow(query, rows + <usize>row * <usize>width, width);
    store<f32>(score, <f32>dot * load<f32>(scales + ((<usize>row) << 2)));
  }
}

// i16x8 products summed in pairs cannot overflow: |query| <= 1023 and |row| <= 127.
function dotRow(query: usize, row: usize, width: i32): i32 {
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  for (let at: i32 = 0; at < width; at += 16) {
    const values = v128.load(row + <usize>at);
    const other = query + ((<usize>at) << 1);
    low = i32x4.add(low, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(values), v128.load(other)));
    high = i32x4.add(high, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(values), v128.load(other, 16)));
  }
  const sum = i32x4.add(low, high);
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}
