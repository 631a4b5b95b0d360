import type { Catalogue } from '../../english.ts';

export const library: Catalogue['library'] = {
  addFolder: '添加文件夹',
  pauseAll: '全部暂停',
  resumeAll: '全部恢复',
};
