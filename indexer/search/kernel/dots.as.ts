/**
 * Dot products of one query with listed rows.
 *
 * query: i16, `width` values; rows: i8, row-major, one each `stride` bytes: `width` values and the row's scale (f32);
 * list: u32 [count], numbers of rows; scores: f32 [count], written: dot * scale.
 * `width` is a multiple of 16, padded with zeros. All are addresses in the imported memory; query and rows lie on 16.
 */
export function dots(
  query: usize,
  rows: usize,
  stride: i32,
  width: i32,
  list: usize,
  count: i32,
  scores: usize,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const row = rows + <usize>load<u32>(list + ((<usize>at) << 2)) * <usize>stride;
    const dot = dotRow(query, row, width);
    store<f32>(scores + ((<usize>at) << 2), <f32>dot * load<f32>(row + <usize>width));
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
