import type { Catalogue } from '../../english.ts';

export const app: Catalogue['app'] = {
  screens: '界面',
  ask: '提问',
  library: '资料库',
  people: '联系人',
  models: '模型',
  settings: '设置',
  skipToQuestion: '跳到提问框',
  skipToScreen: '跳到本页内容',
  coloursSystem: '颜色：跟随系统。切换为浅色',
  coloursLight: '颜色：浅色。切换为深色',
  coloursDark: '颜色：深色。切换为跟随系统',
  scanning: '正在查找更改',
  reading: '正在读取 {done, number}/{total, plural, other {# 个文件}}',
  embedding: '已可搜索；正在学习含义，{share}',
  waiting: '等待中',
  paused: '已暂停',
  noFiles: '还没有文件',
  upToDate: '{total, plural, other {# 个文件}}，已是最新',
  noAnswer: 'Quipu 引擎没有响应，正在重试…',
  tryNow: '立即重试',
  noKey: '此页面没有密钥',
  noKeyWhy:
    'Quipu 每次启动都会为页面生成新的密钥，以免其他程序读取您的资料库。请打开 Quipu 启动时显示的完整地址，或重新启动 Quipu。',
};
