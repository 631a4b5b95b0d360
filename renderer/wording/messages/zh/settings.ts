import type { Catalogue } from '../../english.ts';

export const settings: Catalogue['settings'] = {
  title: '设置',
  search: '搜索设置',
  searchHint: '搜索',
  parts: '设置分类',
  all: '全部',
  noneFound: '没有相关的设置。',

  appearance: '外观',
  theme: '颜色',
  themeMeans: '所有窗口使用浅色或深色；“跟随系统”会在晚间随系统变化。',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  language: '语言',
  languageMeans: '按钮、提示和说明使用的语言。您的文件、问题和回答保持原有语言。',

  startup: '启动',
  login: '登录时启动',
  loginMeans: '从一开始就跟踪文件变化，随时可以快速提问；Quipu 会留在系统托盘中。',

  keys: '按键',
  keysWords: '快捷键 键盘',
  letters: '单字母按键',
  lettersMeans: '关闭后，只有带 Ctrl 或 ⌘ 的按键有效：适合使用语音输入或容易误触按键的人。',
  quickAsk: '在任何程序中快速提问：Ctrl 或 ⌘ + Shift + 空格。',
};
