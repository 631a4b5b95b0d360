const key = 'quipu.greeted';

/** Whether somebody went through the first steps here, or passed them over. */
export function wasGreeted(): boolean {
  return localStorage.getItem(key) !== null;
}

export function rememberGreeted(): void {
  localStorage.setItem(key, 'yes');
}
