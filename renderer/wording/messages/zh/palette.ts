import type { Catalogue } from '../../english.ts';

export const palette: Catalogue['palette'] = {
  all: '所有操作',
  find: '查找操作',
  hint: '想做什么？',
  actions: '操作',
  none: '没有这样的操作。',
  keys: '按键',
  atQuestion: '在提问框中',
  anywhere: '任何位置',
  amongEarlier: '在历史问题中',
  ask: '提问',
  newLine: '换行',
  stop: '停止，或关闭已打开的内容',
  rename: '重命名',
  remove: '删除',

  capCtrl: 'Ctrl',
  capShift: 'Shift',
  capEnter: 'Enter',
  capEscape: 'Esc',
  capDelete: 'Delete',
};
